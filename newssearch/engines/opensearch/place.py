"""Where an archive on OpenSearch is: the server, the index's name, and who asks."""

import netrc
import os
import re
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

from newssearch.errors import UsageError

PASSWORD = "NEWSSEARCH_OPENSEARCH_PASSWORD"  # noqa: S105 - the variable's name
"""The environment's variable with the password of the user in a place."""

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,99}")
_PORTS = {"opensearch": 9200, "http": 80, "https": 443}
_LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class Place:
    """The nodes of a cluster that are asked, each a host and a port, and the name of an archive there.

    `shards` are those of an index that is made new; `replicas` None means one where there is a second node.
    """

    nodes: tuple[tuple[str, int], ...]
    name: str
    tls: bool = False
    user: str | None = None
    shards: int = 1
    replicas: int | None = None

    def __str__(self) -> str:
        scheme, user = ("https" if self.tls else "opensearch"), (f"{self.user}@" if self.user else "")
        nodes = ",".join([f"[{host}]:{port}" if ":" in host else f"{host}:{port}" for host, port in self.nodes])
        return f"{scheme}://{user}{nodes}/{self.name}"

    @property
    def is_local(self) -> bool:
        return all(host in _LOCAL for host, _ in self.nodes)


def read_place(text: str) -> Place:
    """The place of ``opensearch://host:9200/name`` or ``https://user@host/name``.

    Several nodes of one cluster are ``opensearch://one:9200,two:9200/name``: while one is away,
    the others are asked. ``?shards=4&replicas=2`` may follow. Raises `UsageError` for anything else.

    >>> str(read_place("opensearch://localhost/news"))
    'opensearch://localhost:9200/news'
    >>> read_place("https://desk@search.example/news?shards=4").shards
    4
    """
    try:
        parts = urlsplit(text)
        before, _, hosts = parts.netloc.rpartition("@")
        each = [urlsplit(f"//{host}") for host in hosts.split(",")]
        nodes = [(node.hostname or "", node.port) for node in each]
        login = urlsplit(f"//{before}@")
    except ValueError as error:
        raise UsageError(f"{text}: {error}") from None
    name = unquote(parts.path).strip("/")
    if parts.scheme not in _PORTS or not all(host for host, _ in nodes):
        raise UsageError(f"{text}: an archive on OpenSearch is opensearch://host:9200/name or https://user@host/name")
    if login.password is not None:
        raise UsageError(f"the place of an archive holds no password: put it in {PASSWORD} or ~/.netrc")
    if not _NAME.fullmatch(name):
        raise UsageError(f"{text}: an archive's name is small letters, digits, - and _, as in opensearch://host/news")
    options = parse_qs(parts.query, keep_blank_values=True)
    if unknown := options.keys() - {"shards", "replicas"}:
        raise UsageError(f"{text}: unknown option {min(unknown)!r}: there are shards and replicas")
    return Place(
        nodes=tuple([(host, _PORTS[parts.scheme] if port is None else port) for host, port in nodes]),
        name=name,
        tls=parts.scheme == "https",
        user=unquote(login.username) if login.username else None,
        shards=_number(text, options, "shards", 1) or 1,
        replicas=_number(text, options, "replicas", 0),
    )


def _number(text: str, options: dict[str, list[str]], name: str, least: int) -> int | None:
    if name not in options:
        return None
    value = options[name][-1]
    if not re.fullmatch(r"[0-9]{1,4}", value) or int(value) < least:
        raise UsageError(f"{text}: {name} is a number from {least} on, and not {value!r}")
    return int(value)


def credentials(place: Place) -> tuple[str, str] | None:
    """User and password: from the place and the environment, or from ~/.netrc; None where nobody is named."""
    password = os.environ.get(PASSWORD)
    if place.user is not None and password is not None:
        return place.user, password
    host = place.nodes[0][0]
    try:
        found = netrc.netrc().authenticators(host)
    except (OSError, netrc.NetrcParseError):
        found = None
    if found and place.user in {None, found[0]}:
        return found[0], found[2] or ""
    if place.user is not None:
        raise UsageError(f"no password for {place.user} at {host}: put it in {PASSWORD} or ~/.netrc")
    return None
