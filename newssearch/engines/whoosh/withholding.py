"""Which documents are not to be shown: the killed and withheld ones, and those that are under embargo at a moment.

They are known for a whole snapshot, and taken away from what a query finds as deleted
documents are: the query itself, and how common its words are, know nothing of them.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import NamedTuple

from newssearch.engines.entry import HAS
from newssearch.engines.whoosh.expansion import Shape
from newssearch.engines.whoosh.kernels import flagged, flags, union
from newssearch.engines.whoosh.rows import Numbers
from newssearch.engines.whoosh.snapshot import Snapshot
from newssearch.query.fields import stamp

_NEVER = datetime.max.replace(tzinfo=UTC)


class Hidden:
    """Some `documents` that are not to be shown, ascending."""

    __slots__ = ("_flags", "documents")

    def __init__(self, documents: Numbers, count: int) -> None:
        """`count` is that of all documents."""
        self.documents = documents
        self._flags = flags(documents, count, True)

    def shown(self, documents: Numbers) -> Numbers:
        """Where those of some documents stand that are not hidden."""
        return flagged(self._flags, documents, False)


class _Known(NamedTuple):
    """What is hidden from one moment on, and before another."""

    since: datetime
    until: datetime
    hidden: Hidden | None


class Withheld:
    """What is not to be shown of a snapshot: looked for when an embargo has ended, and not at each question."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._always = snapshot.documents(HAS, "status")
        always = Hidden(self._always, snapshot.count) if len(self._always) else None
        self._has_embargoes = len(snapshot.documents(HAS, "embargo")) > 0
        self._known = _Known(_NEVER, _NEVER, always)

    def at(self, now: datetime) -> Hidden | None:
        """What is hidden at a moment, the same object while it is the same; None where nothing is."""
        known = self._known
        if self._has_embargoes and not known.since <= now < known.until:
            known = self._known = self._found(now)
        return known.hidden

    def _found(self, now: datetime) -> _Known:
        snapshot = self._snapshot
        parts, until = [self._always], _NEVER
        for prefix in beginnings_after(stamp(now)):
            documents = snapshot.expanded(["embargo"], Shape(prefix, None)).get("embargo")
            if documents is None or not len(documents):
                continue
            parts.append(documents)
            if until is _NEVER:
                with snapshot.reading:
                    until = datetime.fromisoformat(next(snapshot.words("embargo", prefix)).removesuffix("z") + "Z")
        hidden = union(parts, snapshot.count)
        return _Known(now, until, Hidden(hidden, snapshot.count) if len(hidden) else None)


def beginnings_after(at: str) -> Iterator[str]:
    """The beginnings of all stamps (see `query.fields.stamp`) that come after one, ascending: some sixty.

    >>> list(beginnings_after("2025-09-28t08:33:58z"))[:5]
    ['2025-09-28t08:33:59', '2025-09-28t08:33:6', '2025-09-28t08:33:7', '2025-09-28t08:33:8', '2025-09-28t08:33:9']
    """
    for place in reversed(range(len(at))):
        if at[place].isdigit():
            yield from (f"{at[:place]}{digit}" for digit in range(int(at[place]) + 1, 10))
