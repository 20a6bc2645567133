"""What stands between the paragraphs of an article on its page and is none of it, whatever stands above or below."""

from collections.abc import Sequence

from newssearch.readers.plain.pages import cards, notices, offers, pictures, polls, posts, summaries, teasers, videos

_KINDS = (
    pictures.lines, offers.lines, notices.lines, posts.lines, summaries.lines, polls.lines, teasers.lines, cards.lines,
    videos.lines,
)  # fmt: skip


def lines(texts: Sequence[str]) -> set[int]:
    """Which lines are of pictures, offers, notices, posts, polls, summaries, teasers and films.

    >>> sorted(lines(["Oil fell.", "The port on Monday. Photo: Ann Poe", "It rose."]))
    [1]
    """
    stripped = [text.strip() for text in texts]
    return set().union(*(kind(stripped) for kind in _KINDS))
