"""Where an archive is kept: a place, and the engine that serves it."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

from newssearch.engines.base import Engine
from newssearch.errors import UsageError


def open_engine(place: str | Path) -> tuple[Path, Engine]:
    """The folder that a place's paths are relative to, and its engine; nothing is read yet.

    A place is a folder, ``whoosh:///absolute/path``, ``memory:``, or an archive on OpenSearch:
    ``opensearch://host:9200/name`` or ``https://user@host/name``. Raises `UsageError` for any other.
    """
    text = str(place)
    if text == "memory:":
        from newssearch.engines.reference import ReferenceEngine

        return Path(text), ReferenceEngine()
    if text.startswith(("opensearch://", "http://", "https://")):
        from newssearch.engines.opensearch.engine import OpenSearchEngine
        from newssearch.engines.opensearch.place import read_place

        # No folder: paths are kept as they are from the root, wherever the command runs.
        return Path(Path.cwd().anchor, "opensearch:"), OpenSearchEngine(read_place(text))
    if "://" in text:
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

    return Path(text), WhooshEngine(Path(text))
