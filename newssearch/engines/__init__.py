"""Where an archive is kept: a place, and the engine that serves it."""

import os

from newssearch.engines.base import Engine
from newssearch.errors import UsageError
from newssearch.paths import StrPath


def open_engine(place: StrPath) -> tuple[str, Engine]:
    """The folder that a place's paths are relative to, and its engine; nothing is read yet.

    A place is a folder, ``whoosh:///absolute/path``, ``memory:``, or an archive on OpenSearch:
    ``opensearch://host:9200/name`` or ``https://user@host/name``. Raises `UsageError` for any other.
    """
    text = str(place)
    if text == "memory:":
        from newssearch.engines.reference import ReferenceEngine

        return text, ReferenceEngine()
    if text.startswith(("opensearch://", "http://", "https://")):
        from newssearch.engines.opensearch.engine import OpenSearchEngine
        from newssearch.engines.opensearch.place import read_place

        # No folder: paths are kept as they are from the root, wherever the command runs.
        return os.path.join(os.path.abspath(os.sep), "opensearch:"), OpenSearchEngine(read_place(text))
    if "://" in text:
        from urllib.parse import unquote, urlsplit

        parts = urlsplit(text)
        if parts.scheme != "whoosh":
            raise UsageError(
                f"{text}: an index is a folder, whoosh:///absolute/path or opensearch://host/name,"
                f" and not {parts.scheme}"
            )
        text = unquote(parts.netloc + parts.path)
    if not text:
        raise UsageError("the index needs a place: name a folder")
    from newssearch.engines.whoosh.engine import WhooshEngine

    return text, WhooshEngine(text)
