"""Which segments a commit rewrites, so that there are few and an article is rewritten seldom."""

from collections.abc import Sequence

LARGEST = 1 << 18
"""Articles of the largest segment: what merges one takes bounded time and memory, however large the archive."""


def to_merge(living: Sequence[int], counts: Sequence[int], added: int, largest: int = LARGEST) -> set[int]:
    """The segments, oldest first, that go into the new one beside `added` articles.

    Those of which more than half is deleted; and the newest, one after the other, while
    each holds at most twice what was gathered before it, and all together no more than
    the largest may. So sizes grow threefold from segment to segment (ten hold 50,000
    articles), and an article is rewritten about as often as the archive triples.

    >>> to_merge([900, 10, 4], [900, 10, 4], added=3)
    {1, 2}
    >>> to_merge([900, 10, 4], [2000, 10, 4], added=0)
    {0, 1, 2}
    >>> to_merge([90, 20], [90, 20], added=15, largest=100)
    {1}
    >>> to_merge([90, 0, 9], [200, 20, 20], added=5, largest=100)
    {0, 1}
    """
    chosen = {at for at, alive in enumerate(living) if not alive}
    size = added
    for at, (alive, count) in enumerate(zip(living, counts, strict=True)):
        if at not in chosen and 2 * alive < count and alive + size <= largest:
            chosen.add(at)
            size += alive
    for at in reversed(range(len(living))):
        if at not in chosen:
            if living[at] > 2 * size or living[at] + size > largest:
                break
            chosen.add(at)
            size += living[at]
    return chosen
