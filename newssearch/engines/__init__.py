"""Where an archive is kept: a place, and the engine that serves it."""

import os

from newssearch.engines.base import Engine
from newssearch.errors import UsageError


def open_engine(place: str) -> tuple[str, Engine]:
    """The folder that a place's paths are relative to, and its engine; nothing is read yet.

    A place is a folder, ``whoosh:///absolute/path``, ``memory:``, or an archive on OpenSearch:
    ``opensearch://host:9200/name`` or ``https://user@host/name``. Raises `UsageError` for any other.
    """
    if place == "memory:":
        from newssearch.engines.reference import ReferenceEngine

        return place, ReferenceEngine()
    if place.startswith(("opensearch://", "http://", "https://")):
        from newssearch.engines.opensearch.engine import OpenSearchEngine
        from newssearch.engines.opensearch.place import read_place

        # No folder: paths are kept as they are from the root, wherever the command runs.
        return os.path.join(os.path.abspath(os.sep), "opensearch:"), OpenSearchEngine(read_place(place))
    if "://" in place:
        from urllib.parse import unquote, urlsplit

        parts = urlsplit(place)
        if parts.scheme != "whoosh":
            raise UsageError(
                f"{place}: an index is a folder, whoosh:///absolute/path or opensearch://host/name,"
                f" and not {parts.scheme}"
            )
        place = unquote(parts.netloc + parts.path)
    if not place:
        raise UsageError("the index needs a place: name a folder")
    from newssearch.engines.whoosh.engine import WhooshEngine

    return place, WhooshEngine(place)
