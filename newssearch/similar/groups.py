"""Pairs to groups: each group is one story, its longest article and all that are like that one."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newssearch.similar.alike import Numbers
from newssearch.similar.pairs import Pairs, pairs
from newssearch.similar.sketches import EMPTY, Sketches


class Groups(NamedTuple):
    """Of each article: the number of its group's leader, its own if it is alone or leads; has it any pair?"""

    leaders: Numbers
    paired: NDArray[np.bool_]


def groups(sketches: Sketches, days: NDArray[np.integer]) -> Groups:
    """The groups of all articles; `days` are those of publication as ordinals, or `NO_DAY`.

    They depend on the articles alone, not on their order. A group is led by its longest
    article. An article that is like two leaders goes to the one that it is more like.
    Members need not be alike, but each is like its leader: so no row of stories, each a
    little like the next, becomes one group. What a change does to them is found sooner by
    `changes.regrouped`.
    """
    rows = np.flatnonzero((sketches.shingles != EMPTY).any(axis=1))
    order = rows[in_order(sketches.of(rows), days[rows])]
    found = pairs(sketches.of(order), days[order])
    leaders, paired = np.arange(len(days)), np.zeros(len(days), np.bool_)
    leaders[order] = order[led(found, len(order))]
    paired[order[found.first]] = paired[order[found.second]] = True
    return Groups(leaders, paired)


def in_order(sketches: Sketches, days: NDArray[np.integer]) -> Numbers:
    """The longest first; of equally long ones whichever, but always the same."""
    mixed = [column @ np.arange(1, 2 * column.shape[1], 2).astype(np.uint64) for column in sketches[1:]]
    return np.lexsort((days, *mixed, -sketches.words.astype(np.int64)))


def led(alike: Pairs, count: int) -> Numbers:
    """Each article's leader: of the leaders before it, the one that it is most like; else itself."""
    leaders = list(range(count))
    most: dict[int, float] = {}
    in_turn = np.lexsort((alike.first, alike.second))
    for first, second, degree in zip(*(column[in_turn].tolist() for column in alike), strict=True):
        if leaders[first] == first and degree > most.get(second, 0.0):
            leaders[second], most[second] = first, degree
    return np.array(leaders, np.int64)
