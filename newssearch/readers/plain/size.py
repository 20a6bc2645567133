"""How long a line is, in words."""

from functools import lru_cache

from newssearch.patterns import lazily

_NO_SPACES = lazily(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@lru_cache(maxsize=8192)
def count(line: str) -> int:
    """The words of a line; where words have no spaces between them, two letters are one.

    >>> count("Harbour to close"), count("北港市の古い灯台")
    (3, 4)
    """
    words = len(line.split())
    return words if line.isascii() else max(words, len(_NO_SPACES.findall(line)) // 2)
