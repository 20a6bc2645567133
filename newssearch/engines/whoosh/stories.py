"""Which articles of a generation tell one story: written by a commit, read by searches."""

from pathlib import Path
from typing import NamedTuple

import numpy as np

from newssearch.engines.whoosh.columnar.blocks import BlockFile, BlockWriter
from newssearch.engines.whoosh.kernels import is_among
from newssearch.engines.whoosh.postings import Numbers
from newssearch.engines.whoosh.storage import Buffer

_KIND = "groups"


class Stories(NamedTuple):
    """The documents that are like another, ascending, and of each the leader of its group: it or another of them."""

    documents: Numbers
    leaders: Numbers


def write_stories(path: Path, stories: Stories) -> None:
    """Write the file."""
    file = BlockWriter(path, _KIND)
    try:
        for name, numbers in zip(Stories._fields, stories, strict=True):
            file.section(name, numbers.astype(np.uint32))
        file.finish()
    finally:
        file.close()


def read_stories(buffer: Buffer, name: str, count: int) -> Stories:
    """What was written, of so many documents. Raises `DamagedFile` for anything else."""
    file = BlockFile(buffer, name)
    documents, leaders = (file.array(column).astype(np.int64) for column in Stories._fields)
    sound = len(documents) == len(leaders) and bool(
        (np.diff(documents) > 0).all() and is_among(np.sort(leaders), documents).all()
    )
    if not sound or (len(documents) and documents[-1] >= count):
        raise file.wrong("stories of documents that are not there")
    return Stories(documents, leaders)
