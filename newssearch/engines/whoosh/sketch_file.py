"""The sketches of a segment's articles (see `newssearch.similar`): a file beside the codec's own."""

from pathlib import Path

from newssearch.engines.whoosh.columnar.blocks import BlockFile, BlockWriter
from newssearch.engines.whoosh.storage import SKETCHES_FILE, Buffer
from newssearch.similar.sketches import FEW, SHINGLES, Sketches

_COLUMNS = {"words": 1, "shingles": SHINGLES, "leads": FEW, "numbers": FEW}
"""How many numbers of each kind an article has."""


def write_sketches(path: Path, sketches: Sketches) -> None:
    """Write the file."""
    file = BlockWriter(path, SKETCHES_FILE)
    try:
        for name in _COLUMNS:
            file.section(name, getattr(sketches, name).ravel())
        file.finish(count=len(sketches.words))
    finally:
        file.close()


def open_sketches(buffer: Buffer, name: str, count: int) -> BlockFile:
    """The file, open: `DamagedFile` where it is not of so many articles."""
    file = BlockFile(buffer, name)
    file.expect(**{column: width * count for column, width in _COLUMNS.items()})
    return file


def read_sketches(file: BlockFile, count: int) -> Sketches:
    """The sketches of so many articles."""
    words, *others = [file.array(column).reshape(count, width) for column, width in _COLUMNS.items()]
    return Sketches(words.ravel(), *others)
