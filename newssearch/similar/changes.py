"""Groups after a change, found by what changed: by articles that came or went, and those whose pairs this moved.

Which articles are compared for one shingle depends on all that have it (see `pairs`), and
who leads an article on all that it is paired with. So the change is followed: from the
shingles of what came and went to the pairs that are other than before, and from these
from pair to pair as far as there are any. What is not reached is as it was.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from newssearch.similar.alike import Numbers
from newssearch.similar.groups import in_order, led
from newssearch.similar.pairs import Keys, Pairs, candidates, compared, two
from newssearch.similar.sketches import EMPTY, Short, Sketches, distinct

Days = NDArray[np.integer]

_NO_KEYS: Keys = np.empty(0, np.uint64)

_HOPS = 8
"""How often all that is held is looked through for what is paired with what was reached, before this is given up."""


class Held(Protocol):
    """Articles as they are kept, by their numbers."""

    def having(self, shingles: Short) -> Numbers:
        """The articles that have any of the shingles, and maybe a few more, ascending."""

    def read(self, articles: Numbers) -> tuple[Sketches, Days]:
        """The sketches and days of some."""


class Change(NamedTuple):
    """What a commit did: the articles that `came`, by their numbers after it, those `gone`, by their numbers before it.

    `renumbered` gives those that stayed, by their numbers before it, their numbers after it, in the same order.
    """

    came: Numbers
    gone: Numbers
    renumbered: Callable[[Numbers], Numbers]


class Regrouped(NamedTuple):
    """The articles that a change reached, ascending; the leader of the group of each, and whether it has any pair."""

    articles: Numbers
    leaders: Numbers
    paired: NDArray[np.bool_]


def regrouped(before: Held, after: Held, change: Change) -> Regrouped | None:
    """The groups of what a change reached: those that `groups` finds for all articles that are there after it.

    None where the change goes too far to be followed, as along the many versions of a live blog.
    """
    reached = _union(change.came, *_moved(before, after, change))
    for _ in range(_HOPS):
        view = _View(after, _shingles(after.read(reached)[0]))
        among = np.isin(view.numbers, reached)
        found = view.compared(keys[among[first] | among[second]] for keys, first, second in view.candidates())
        ends = _union(reached, view.numbers[found.first], view.numbers[found.second])
        if len(ends) == len(reached):
            return _regrouped(reached, view, found)
        reached = ends
    return None


def _regrouped(reached: Numbers, view: "_View", found: Pairs) -> Regrouped:
    leaders, paired = reached.copy(), np.zeros(len(reached), np.bool_)
    at = np.searchsorted(reached, view.numbers)
    at[at == len(reached)] = 0
    own = np.flatnonzero(reached[at] == view.numbers) if len(reached) else at
    leaders[at[own]] = view.numbers[led(found, len(view.numbers))][own]
    paired[at[found.first]] = paired[at[found.second]] = True
    return Regrouped(reached, leaders, paired)


def _moved(before: Held, after: Held, change: Change) -> Iterator[Numbers]:
    """The articles, by their numbers after a change, that may have other pairs than before, but with what came."""
    shingles = np.concatenate([_shingles(before.read(change.gone)[0]), _shingles(after.read(change.came)[0])])
    was, now = _View(before, shingles), _View(after, shingles)
    stayed, old = np.isin(was.numbers, change.gone, invert=True), np.isin(now.numbers, change.came, invert=True)
    places = np.full(len(stayed), -1)  # of those that stayed, in the order of `now`, which is the same
    places[stayed] = np.flatnonzero(old)
    with_gone, kept, again = [_NO_KEYS], [_NO_KEYS], [_NO_KEYS]
    for keys, first, second in was.candidates():
        both = stayed[first] & stayed[second]
        with_gone.append(keys[~both])
        kept.append((places[first[both]] << 32 | places[second[both]]).astype(np.uint64))
    for keys, first, second in now.candidates():
        again.append(keys[old[first] & old[second]])
    lost = was.compared(with_gone)
    for ends in (lost.first, lost.second):
        yield change.renumbered(was.numbers[ends[stayed[ends]]])
    other = np.setxor1d(distinct(np.concatenate(kept)), distinct(np.concatenate(again)), assume_unique=True)
    found = now.compared([other])
    yield from (now.numbers[found.first], now.numbers[found.second])


class _View:
    """Those of the articles that have any of some shingles, in the order in which they lead groups."""

    def __init__(self, held: Held, shingles: Short) -> None:
        numbers = held.having(shingles)
        sketches, days = held.read(numbers)
        order = in_order(sketches, days)
        self.numbers, self._sketches, self._days = numbers[order], sketches.of(order), days[order]
        self._shingles = shingles

    def candidates(self) -> Iterator[tuple[Keys, Numbers, Numbers]]:
        """The pairs that share one of the shingles, by their places here."""
        for keys in candidates(self._sketches.shingles, self._shingles):
            yield keys, *two(keys)

    def compared(self, keys: Iterable[Keys]) -> Pairs:
        """Those of the pairs that are one story, by their places here."""
        return compared(self._sketches, self._days, keys)


def _shingles(sketches: Sketches) -> Short:
    shingles: Short = sketches.shingles[sketches.shingles != EMPTY]
    return shingles


def _union(*parts: Numbers) -> Numbers:
    whole = np.concatenate(parts)
    return distinct(whole.astype(np.uint64)).astype(np.int64)
