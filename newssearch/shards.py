"""A part of many sources: what one machine of several takes."""

import hashlib
import re
from typing import NamedTuple, Self

from newssearch.errors import UsageError


class Shard(NamedTuple):
    """One part of so many, counted from 1.

    >>> Shard.of("3/16")
    Shard(part=3, parts=16)
    >>> sum(Shard(part, 16).takes("2025/09/a.txt") for part in range(1, 17))
    1
    """

    part: int
    parts: int

    @classmethod
    def of(cls, text: str) -> Self:
        """The shard that is written ``3/16``. Raises `UsageError` for anything else."""
        match = re.fullmatch(r"([0-9]{1,6})/([0-9]{1,6})", text)
        if not match or not 1 <= int(match[1]) <= int(match[2]):
            raise UsageError(f"{text!r} is no shard: 3/16 is the third of sixteen")
        return cls(int(match[1]), int(match[2]))

    def takes(self, name: str) -> bool:
        """Whether a file is of this part, by its path below its source: the same on every machine."""
        digest = hashlib.blake2b(name.encode("utf-8", "surrogateescape"), digest_size=8).digest()
        return int.from_bytes(digest, "big") % self.parts == self.part - 1


WHOLE = Shard(1, 1)
