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
    """A server and the name of an archive there.

    `shards` are those of an index that is made new; `replicas` None means one where there is a second node.
    """

    host: str
    port: int
    name: str
    tls: bool = False
    user: str | None = None
    shards: int = 1
    replicas: int | None = None

    def __str__(self) -> str:
        scheme, user = ("https" if self.tls else "opensearch"), (f"{self.user}@" if self.user else "")
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{scheme}://{user}{host}:{self.port}/{self.name}"

    @property
    def is_local(self) -> bool:
        return self.host in _LOCAL


def read_place(text: str) -> Place:
    """The place of ``opensearch://host:9200/name`` or ``https://user@host/name``.

    ``?shards=4&replicas=2`` may follow. Raises `UsageError` for anything else.

    >>> str(read_place("opensearch://localhost/news"))
    'opensearch://localhost:9200/news'
    >>> read_place("https://desk@search.example/news?shards=4").shards
    4
    """
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError as error:
        raise UsageError(f"{text}: {error}") from None
    name = unquote(parts.path).strip("/")
    if parts.scheme not in _PORTS or not parts.hostname:
        raise UsageError(f"{text}: an archive on OpenSearch is opensearch://host:9200/name or https://user@host/name")
    if parts.password is not None:
        raise UsageError(f"the place of an archive holds no password: put it in {PASSWORD} or ~/.netrc")
    if not _NAME.fullmatch(name):
        raise UsageError(f"{text}: an archive's name is small letters, digits, - and _, as in opensearch://host/news")
    options = parse_qs(parts.query, keep_blank_values=True)
    if unknown := options.keys() - {"shards", "replicas"}:
        raise UsageError(f"{text}: unknown option {min(unknown)!r}: there are shards and replicas")
    return Place(
        host=parts.hostname,
        port=_PORTS[parts.scheme] if port is None else port,
        name=name,
        tls=parts.scheme == "https",
        user=None if parts.username is None else unquote(parts.username),
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
    try:
        found = netrc.netrc().authenticators(place.host)
    except (OSError, netrc.NetrcParseError):
        found = None
    if found and place.user in {None, found[0]}:
        return found[0], found[2] or ""
    if place.user is not None:
        raise UsageError(f"no password for {place.user} at {place.host}: put it in {PASSWORD} or ~/.netrc")
    return None
