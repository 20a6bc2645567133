"""How matching articles are ordered, the same for every engine.

The score of a word, phrase or NEAR is the sum over its fields of weight × BM25
(Robertson and Zaragoza, *The Probabilistic Relevance Framework*, 2009, formula 3.15;
the idf with 1 added inside the logarithm, so that it is never negative)::

    idf = ln(1 + (N - n + 0.5) / (n + 0.5))
    tf × (k1 + 1) / (tf + k1 × (1 - b + b × length / average length)) × idf

N and n count living articles; length and average are the field's, in positions.
"""

import math
from datetime import date

K1, B = 1.2, 0.75

DECIMALS = 6
"""Scores are rounded to so many decimals, so that a tie is a tie whatever the order of addition."""

SLACK = 10.0**-DECIMALS
"""What is so near to the last of the best is not left out for it: scores are equal to the last decimal shown."""

CONSTANT = 1.0
"""The score of patterns, fuzzy words and field values, before weights and boosts."""


def idf(articles: int, matching: int) -> float:
    """How much a term tells, of which so many articles have it.

    >>> round(idf(1000, 1), 3), round(idf(1000, 1000), 4)
    (6.503, 0.0005)
    """
    return math.log(1 + (articles - matching + 0.5) / (matching + 0.5))


def decay(age_in_days: float, half_life: float) -> float:
    """What relevance is multiplied by in the order ``recent``.

    >>> decay(30, 30), decay(-1, 30)
    (0.5, 1.0)
    """
    return float(2.0 ** (-max(age_in_days, 0.0) / half_life))


def bucket(day: date | None, name: str) -> str | None:
    """The bucket of a date histogram that a day falls into.

    >>> bucket(date(2025, 9, 28), "month")
    '2025-09'
    """
    if day is None:
        return None
    return day.isoformat()[: {"year": 4, "month": 7, "day": 10}[name]]
