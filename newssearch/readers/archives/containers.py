"""Files that hold files: zip and tar archives, and what is compressed with gzip, bzip2, xz or zstd.

Nothing is ever written below an archive's own names: its files are read as streams, or as
copies without a name where a reader has to go back in them.
"""

from collections.abc import Iterator
from contextlib import closing, nullcontext
from typing import BinaryIO

from newssearch.readers.archives import compressed, tars, zips
from newssearch.readers.archives.member_names import harmless
from newssearch.readers.archives.unpacked import Unpacked, at_hand
from newssearch.readers.contract import Member, Remark

_HEAD = 512


def begins(head: bytes) -> bool:
    """Whether a file that begins so holds files."""
    return zips.begins(head) or compressed.begins(head) or tars.begins(head)


def members(file: BinaryIO, name: str) -> Iterator[Member | Remark]:
    """What is in a file, from its start: whole as far as it can be, and what is wrong with the rest.

    A compressed tar archive is one container, not two.
    """
    empty = True
    for item in _members(file, name):
        empty = False
        yield item
    if empty:
        yield Remark(name, "holds no files: passed over", lost=True)


def _members(file: BinaryIO, name: str) -> Iterator[Member | Remark]:
    head = file.read(_HEAD)
    file.seek(0)
    if zips.begins(head):
        with closing(at_hand(file)) if isinstance(file, Unpacked) else nullcontext(file) as archive:
            yield from zips.members(archive, name)
    elif compressed.begins(head):
        with compressed.unpacked(file) as whole:
            yield from _inside(whole, name)
    else:
        yield from tars.members(file, name)


def _inside(whole: Unpacked, name: str) -> Iterator[Member | Remark]:
    """The one file that was compressed, or those of a tar archive."""
    archived = tars.begins(whole.read(_HEAD))
    whole.seek(0)
    if archived:
        yield from tars.members(whole, name)
    else:
        yield Member(harmless(compressed.inner_name(name)), whole)
    if whole.problem:
        yield Remark(name, f"{whole.problem}: read as far as it goes", lost=True)
