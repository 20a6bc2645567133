"""One article of each story: of all that match, the one that comes first in the order that was asked for."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from newssearch.engines.base import Request
from newssearch.engines.whoosh.ordering import page
from newssearch.engines.whoosh.scoring import Matches
from newssearch.engines.whoosh.stories import Stories, with_others


def collapsed(
    matches: Matches, stories: Stories, stamps: NDArray[np.integer], request: Request, name: Callable[[int], str]
) -> Matches:
    """The matches without further copies of a story; the rest is as for `ordering.page`."""
    documents, scores = matches
    told, leaders = stories.among(documents)
    several = with_others(leaders)
    if not several.any():
        return matches
    at = np.flatnonzero(told)[several]
    leader_of = dict(zip(documents[at].tolist(), leaders[several].tolist(), strict=True))
    copies: list[int] = []
    seen: set[int] = set()
    every = replace(request, limit=None, offset=0)
    for document, _ in page(Matches(documents[at], scores[at]), stamps, every, name):
        leader = leader_of[document]
        if leader in seen:
            copies.append(document)
        seen.add(leader)
    kept = np.ones(len(documents), np.bool_)
    kept[documents.searchsorted(np.sort(copies))] = False
    return Matches(documents[kept], scores[kept])
