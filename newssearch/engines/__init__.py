"""Where an archive is kept: a place, and the engine that serves it."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

from newssearch.engines.base import Engine
from newssearch.errors import UsageError


def open_engine(place: str | Path) -> tuple[Path, Engine]:
    """The folder that a place's paths are relative to, and its engine; nothing is read yet.

    A place is a folder, ``whoosh:///absolute/path`` or ``memory:``. Raises `UsageError`
    for any other.
    """
    text = str(place)
    if text == "memory:":
        from newssearch.engines.reference import ReferenceEngine

        return Path(text), ReferenceEngine()
    if "://" in text:
        parts = urlsplit(text)
        if parts.scheme != "whoosh":
            raise UsageError(f"{text}: an index is a folder or whoosh:///absolute/path, and not {parts.scheme}")
        text = unquote(parts.netloc + parts.path)
    if not text:
        raise UsageError("the index needs a place: name a folder")
    from newssearch.engines.whoosh.engine import WhooshEngine

    return Path(text), WhooshEngine(Path(text))
