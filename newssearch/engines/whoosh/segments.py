"""What the manifest says of a segment: its name, its documents, and which of them are deleted."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from operator import lt
from sys import intern
from typing import Any

from newssearch.values import value

NAME = "MAIN"
"""Whoosh's name for an index where no other is given."""

_ID = re.compile(r"g[0-9a-f]{6,32}")


@value
class SegmentInfo:
    """A segment of `count` documents, numbered from 0, of which some are `deleted`.

    `lengths` are the positions of each field in all its documents, the deleted ones too.
    """

    id: str
    count: int
    deleted: frozenset[int] = frozenset()
    lengths: Mapping[str, int] = field(default_factory=dict)

    def file(self, ending: str) -> str:
        """The name of one of its files.

        >>> SegmentInfo("g0f0f0f", 7).file("words")
        'MAIN_g0f0f0f.words'
        """
        return f"{NAME}_{self.id}.{ending}"

    def named(self, id: str) -> "SegmentInfo":
        """The same segment under another name."""
        return replace(self, id=id)

    def without(self, deleted: Iterable[int]) -> "SegmentInfo":
        """The same segment with these documents, and no others, deleted."""
        return replace(self, deleted=frozenset(deleted))

    def to_dict(self) -> dict[str, Any]:
        """As plain JSON values; the deleted are one text, ascending, so that each does not take a line.

        >>> SegmentInfo("g0f0f0f", 7, frozenset({6, 0})).to_dict()
        {'id': 'g0f0f0f', 'count': 7, 'deleted': '0 6', 'lengths': {}}
        """
        deleted = " ".join(map(str, sorted(self.deleted)))
        return {"id": self.id, "count": self.count, "deleted": deleted, "lengths": dict(sorted(self.lengths.items()))}

    @classmethod
    def from_dict(cls, plain: Mapping[str, Any]) -> "SegmentInfo":
        """The segment of a `to_dict`. Raises `ValueError`, `KeyError` and the like for one that cannot be."""
        id, count, lengths = plain["id"], plain["count"], plain["lengths"]
        numbers = list(map(int, plain["deleted"].split()))
        if not (
            _ID.fullmatch(id)
            and type(count) is int
            and 0 < count < 2**31
            and plain["deleted"] == " ".join(map(str, numbers))
            and all(map(lt, [-1, *numbers], [*numbers, count]))
            and all(type(length) is int and length >= 0 for length in lengths.values())
        ):
            raise ValueError("it lists a segment that cannot be")
        # One object for each field's name, however many segments have it: so a table of contents has the same bytes.
        return cls(id, count, frozenset(numbers), {intern(name): length for name, length in lengths.items()})


def segment_name(digest: str) -> str:
    """The id of a segment whose files have this digest.

    >>> segment_name("0f" * 32)
    'g0f0f0f0f0f0f0f0f'
    """
    return f"g{digest[:16]}"
