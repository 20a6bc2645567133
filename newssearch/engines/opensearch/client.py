"""The one way to the server: a question, its answer, and errors in words."""

import json
import logging
import os
import time
import warnings
from functools import cached_property
from typing import TYPE_CHECKING, Any

from newssearch.engines.opensearch.place import Place, credentials
from newssearch.errors import IndexPlaceError, ReadOnlyIndex, UsageError

if TYPE_CHECKING:
    from opensearchpy import OpenSearch

PATIENCE = 2.0
"""Seconds in which a question is asked again that a busy or restarting server did not answer."""

GONE = "index_not_found_exception"
"""What the server calls it when an index is not there, as after a rebuild."""

_TIMEOUT = 60.0
_BUSY = frozenset({429, 502, 503, 504})


class Refused(IndexPlaceError):
    """The server understood, and said no: `status` is HTTP's, `kind` the server's name for the error."""

    def __init__(self, message: str, status: int, kind: str = "") -> None:
        super().__init__(message)
        self.status = status
        self.kind = kind


class Client:
    """A server. Any number of threads may ask; nothing is opened before the first question."""

    def __init__(self, place: Place) -> None:
        self.place = place

    @cached_property
    def _server(self) -> "OpenSearch":
        from opensearchpy import OpenSearch

        logging.getLogger("opensearch").addHandler(logging.NullHandler())  # else what is not there is told on stderr
        place = self.place
        return OpenSearch(
            [{"host": host, "port": port} for host, port in place.nodes],
            http_auth=credentials(place),
            use_ssl=place.tls,
            ca_certs=os.environ.get("SSL_CERT_FILE") if place.tls else None,
            http_compress=not place.is_local,
            max_retries=0,  # again is asked here, and not at once
            timeout=_TIMEOUT,
        )

    def ask(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        params: dict[str, Any] | None = None,
        patience: float = PATIENCE,
    ) -> Any:
        """The answer to a request, as JSON values; `body` is JSON values, or bytes as they are sent.

        Asked again, later and later, while the server is busy or cannot be reached, for
        `patience` seconds. Raises `Refused` for what the server will not do, and
        `IndexPlaceError` where there is none, or it says nothing.
        """
        data = body if body is None or isinstance(body, bytes) else json.dumps(body, separators=(",", ":"))
        until, pause = time.monotonic() + patience, 0.1
        while True:
            try:
                return self._asked(method, path, data, params)
            except _again() as error:
                busy = isinstance(error.status_code, str) or error.status_code in _BUSY
                if not busy or time.monotonic() + pause > until:
                    raise _in_words(self.place, error) from None
            time.sleep(pause)
            pause = min(pause * 2, 10.0)

    def _asked(self, method: str, path: str, data: Any, params: dict[str, Any] | None) -> Any:
        kind = "application/x-ndjson" if path.endswith(("_bulk", "_msearch")) else "application/json"
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # deprecations are for whoever runs the server
            return self._server.transport.perform_request(
                method, path, params=params, body=data, headers={"content-type": kind}
            )

    def ask_if_there(self, method: str, path: str, body: Any = None, **how: Any) -> Any | None:
        """The answer, or None where what is asked about is not there."""
        try:
            return self.ask(method, path, body, **how)
        except Refused as refused:
            if refused.status == 404:
                return None
            raise

    def ask_many(self, path: str, lines: list[Any]) -> list[Any]:
        """The answers to searches sent together; the first that is refused is raised."""
        sent = b"".join([json.dumps(line, separators=(",", ":")).encode() + b"\n" for line in lines])
        answers: list[Any] = self.ask("POST", path, sent)["responses"]
        for answer in answers:
            if told := answer.get("error"):
                kind, reason = _reason(told)
                raise Refused(f"{self.place} refused: {kind}: {reason}", answer["status"], kind)
        return answers

    def close(self) -> None:
        if "_server" in self.__dict__:
            self._server.close()
            del self._server


def _again() -> type[Any]:
    """What the library raises, of which some is worth asking again."""
    try:
        from opensearchpy.exceptions import TransportError
    except ImportError:
        raise UsageError("opensearchpy is missing: pip install 'newssearch[opensearch]'") from None
    return TransportError


def _in_words(place: Place, error: Any) -> IndexPlaceError:
    """What went wrong, where, and what to do, in one line."""
    from opensearchpy.exceptions import ConnectionTimeout, SSLError

    if isinstance(error, ConnectionTimeout):
        return IndexPlaceError(f"{place} did not answer in {_TIMEOUT:.0f} s: see whether the cluster is overloaded")
    if isinstance(error, SSLError):
        return IndexPlaceError(f"no TLS with {place} ({_line(error.error)}): SSL_CERT_FILE names a CA that is trusted")
    if isinstance(error.status_code, str):
        return IndexPlaceError(f"no OpenSearch at {place} ({_line(error.error)}): see whether it runs")
    told = error.info.get("error", error.error) if isinstance(error.info, dict) else error.error
    status, (kind, reason) = error.status_code, _reason(told)
    match status:
        case 401:
            return IndexPlaceError(f"{place} does not accept these credentials: check the user and the password")
        case 403 if "block" in kind:
            return ReadOnlyIndex(f"{place} cannot be written: {reason}")
        case 403:
            return IndexPlaceError(f"{place} forbids it: {reason}")
        case 429 | 502 | 503 | 504:
            return IndexPlaceError(f"{place} is too busy ({status} {reason}): try again later")
        case _:
            return Refused(f"{place} refused: {status} {kind}: {reason}", status, kind)


def _reason(told: Any) -> tuple[str, str]:
    """The name of an error, and the text of what caused it."""
    if not isinstance(told, dict):
        return "", _line(told)
    for cause in told.get("root_cause") or []:
        told = cause
    inner = told
    while isinstance(inner.get("caused_by"), dict):
        inner = inner["caused_by"]
    return str(told.get("type", "")), _line(inner.get("reason") or told.get("reason"))


def _line(text: Any) -> str:
    return " ".join(str(text).split())[:300]
