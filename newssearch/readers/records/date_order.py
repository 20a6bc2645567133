"""Dates in figures: whether the day or the month comes first, as the user says or as all dates of a column show."""

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import date

_FIGURES = re.compile(r"(?<![\w.,:/-])(\d{1,2})([/-])(\d{1,2})\2(\d{4})(?![\d/-])")
_SHORT = re.compile(r"(?<![\w.,:/-])(\d{1,2})([/.-])(\d{1,2})\2(\d{1,2})(?![\d/:-]|\.\d)")
_ANYWHERE = re.compile(r"\d[/-]\d{1,2}[/-]\d{4}")
_LONGEST = 200
"""Characters of a text that is read for a date."""


def as_iso(text: str, order: str) -> str:
    """A text with its dates in figures as ISO 8601 has them; those that cannot be in that order stay.

    A year of two figures lies between 1970 and 2069.

    >>> as_iso("03/04/2025 10:30", "dmy"), as_iso("03/04/2025", "mdy"), as_iso("25.04.03", "ymd")
    ('2025-04-03 10:30', '2025-03-04', '2025-04-03')
    >>> as_iso("13/04/2025", "mdy"), as_iso("03/04/2025", "")
    ('13/04/2025', '03/04/2025')
    """
    if not order or len(text) > _LONGEST:
        return text
    if order != "ymd":
        text = _FIGURES.sub(lambda found: _iso(found, order), text)
    return _SHORT.sub(lambda found: _iso(found, order), text)


def of_columns(rows: Iterable[Sequence[str]], columns: Collection[int]) -> dict[int, str]:
    """The orders of columns at these places, where a date can only be in that and none only in the other.

    >>> of_columns([["03/04/2025", "4/3/2025"], ["13/04/2025", "13/4/2025"], ["", "4/13/2025"]], [0, 1])
    {0: 'dmy'}
    """
    shown: dict[int, set[str]] = {at: set() for at in columns}
    for row in rows:
        for at in columns:
            if at < len(row) and (order := shows(row[at])):
                shown[at].add(order)
    return {at: orders.pop() for at, orders in shown.items() if len(orders) == 1}


def may_be_in(text: str) -> bool:
    """Whether a text of many cells may hold a date in figures that ends with its year."""
    return _ANYWHERE.search(text) is not None


def may_be_two(text: str) -> bool:
    """Whether the first date in figures of a text may be in either order."""
    found = _FIGURES.search(text, 0, _LONGEST)
    return found is not None and max(int(found[1]), int(found[3])) <= 12


def shows(text: str) -> str:
    """The only order that the first date in figures of a text can be in, or ""."""
    found = _FIGURES.search(text, 0, _LONGEST)
    first, second = (int(found[1]), int(found[3])) if found else (0, 0)
    return "dmy" if first > 12 >= second else "mdy" if second > 12 >= first else ""


def _iso(found: re.Match[str], order: str) -> str:
    parts = dict(zip(order if len(found[4]) < 4 else order.replace("y", "") + "y", found.group(1, 3, 4), strict=True))
    year = int(parts["y"])
    if len(parts["y"]) < 3:
        year += 1900 if year >= 70 else 2000
    try:
        return date(year, int(parts["m"]), int(parts["d"])).isoformat()
    except ValueError:
        return found[0]
