"""Which articles of a generation tell one story: written by a commit, read by searches."""

from typing import NamedTuple

from newssearch.engines.whoosh.columnar.blocks import BlockFile, BlockWriter
from newssearch.engines.whoosh.kernels import are_groups
from newssearch.engines.whoosh.rows import Numbers
from newssearch.engines.whoosh.storage import Buffer
from newssearch.paths import StrPath

_KIND = "groups"


class Stories(NamedTuple):
    """The documents that are like another, ascending, and of each the leader of its group: it or another of them."""

    documents: Numbers
    leaders: Numbers


def write_stories(path: StrPath, stories: Stories) -> None:
    """Write the file."""
    from newssearch.engines.whoosh.arrays import array_of  # which a search does not need

    file = BlockWriter(path, _KIND)
    try:
        for name, numbers in zip(Stories._fields, stories, strict=True):
            file.section(name, array_of(numbers).astype("<u4"))
        file.finish()
    finally:
        file.close()


def read_stories(buffer: Buffer, name: str, count: int) -> Stories:
    """What was written, of so many documents. Raises `DamagedFile` for anything else."""
    file = BlockFile(buffer, name)
    documents, leaders = (file.row(column) for column in Stories._fields)
    if not are_groups(documents, leaders, count):
        raise file.wrong("stories of documents that are not there")
    return Stories(documents, leaders)
