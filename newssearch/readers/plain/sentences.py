"""How a line ends: like a sentence, with its stop and the marks that close it, or like none."""

from newssearch.patterns import lazily

CLOSING = "\"'”’“‘»«›‹)\\]」』）"
"""Marks that stand behind the stop of a sentence, in some language: where one opens, another closes."""

_END = lazily(rf"[.!?。！？…؟][{CLOSING}]{{0,4}}$")


def ends_sentence(text: str) -> bool:
    """Whether a text ends like a sentence.

    >>> ends_sentence("„Das war so.“"), ends_sentence("»So war das.«"), ends_sentence("Harbour to close")
    (True, True, False)
    """
    return _END.search(text[-6:]) is not None
