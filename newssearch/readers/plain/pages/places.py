"""Where an article of a copied page was filed, where marks of a dateline are missing: the page must name the town.

`Northport: The council` and `Northport, Kenya – The council` begin with a place if some line of the page says
`in Northport`; so does `By Jane Doe, Northport` name one.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from newssearch.patterns import lazily
from newssearch.readers.bylines import newsroom
from newssearch.readers.bylines.role_lines import is_role_of
from newssearch.readers.dates import dateline
from newssearch.readers.dates.dateline import Dateline
from newssearch.readers.plain.body import Body

_MOST = 10
"""Paragraphs within which the dateline stands: a summary may stand above the first of the text."""

_PERSON_AND_PLACE = 2
"""Names at least of a byline whose last one may be a town's."""

_TOWN = r"[^\W\d_a-zß-ÿ][\w.'’-]*(?: [^\W\d_a-zß-ÿ][\w.'’-]*){0,2}"
_OPENING = lazily(rf"(?P<place>{_TOWN}(?:, {_TOWN})?)(?::|\.? ?[–—-]{{1,2}})\s+(?=[\"“«]?[^\W_a-zß-ÿ])")
_IN = lazily(r"\b(?:in|at|near|en|em|à|bei|nach|aus|w|we|din|на|в|у)\s$", re.IGNORECASE)
_LONGEST_IN = 6
_BEHIND_NAME = lazily(rf", (?P<place>{_TOWN})$")
_IN_BRACKETS = lazily(r"\((?:à |in |en |em |a )?(?P<told>[^()]{3,80})\)")


def take_dateline(body: Body, page: str) -> None:
    """Take the dateline out of the first paragraphs of a body in which none was found."""
    datelines = [(at, found) for at, text in enumerate(body.paragraphs[:_MOST]) if (found := _find(text, page))]
    if len(datelines) == 1 and not any(map(dateline.find, body.paragraphs[_MOST:])):  # else each story has its own
        at, body.dateline = datelines[0]
        body.byline = body.byline or body.dateline.reporter
        body.paragraphs[at] = body.paragraphs[at][len(body.dateline.printed) :].lstrip() or body.paragraphs[at]


def _find(text: str, page: str) -> Dateline | None:
    if found := dateline.find(text):
        return found
    match = _OPENING.match(text)
    if match is None:
        return None
    place = match["place"]
    dashed = place.isupper() and place.endswith(".") and "." not in place[:-1]  # NORTHPORT.–
    place = place[:-1] if dashed else place
    return Dateline(match[0].rstrip(), place) if dashed or is_place(place, page) else None


def of_byline(byline: str, page: str) -> str:
    """The place behind a byline's name: `Von Jane Doe, Northport`, `Par Jane Doe (Northport, envoyée spéciale)`."""
    if brackets := _IN_BRACKETS.search(byline):
        parts = brackets["told"].split(", ")
        if len(parts) > 1 and (is_role_of(parts[-1]) or newsroom.is_post(parts[-1])):
            return ", ".join(parts[:-1])
    match = _BEHIND_NAME.search(byline)
    return match["place"] if match and is_place(match["place"], page) else ""


def without_place(byline: str, names: Sequence[str], page: str) -> tuple[str, str]:
    """A byline of several names without the last, where that is a town's: `By Jane Doe / Northport`; and the town.

    >>> without_place("By Jane Doe / NORTHPORT", ["Jane Doe", "NORTHPORT"], "It was the first in Northport.")
    ('By Jane Doe', 'NORTHPORT')
    """
    if len(names) < _PERSON_AND_PLACE or not is_place(names[-1], page) or not byline.endswith(names[-1]):
        return byline, ""
    return byline.removesuffix(names[-1]).rstrip(" ,;/|.–—-"), names[-1]


def is_place(name: str, page: str) -> bool:
    """Whether a page says that something is in the town of this name.

    >>> is_place("NORTHPORT, Kenya", "It was the first in Northport."), is_place("Opinion", "More in Opinion")
    (True, False)
    """
    town = name.partition(",")[0].rstrip(".")
    if newsroom.is_place(town):
        return True
    if len(town) < 3 or newsroom.begins_section(town) or newsroom.is_agency(town):
        return False
    return any(
        _IN.search(page, max(0, at - _LONGEST_IN), at) is not None for at in _places_of({town, town.title()}, page)
    )


def _places_of(words: Iterable[str], text: str) -> Iterator[int]:
    """Where one of these stands in a text, not within a word."""
    for word in words:
        at = text.find(word)
        while at >= 0:
            if not text[at + len(word) : at + len(word) + 1].isalnum():
                yield at
            at = text.find(word, at + 1)
