"""Datelines: where, when and by which agency an article was filed, printed before its first sentence.

A dateline needs evidence: an agency in parentheses, a date, or a place in capitals
before a dash with a sentence behind it. "IN THE END - nothing" and "The Hague (which
...)" are sentences.
"""

import re
from dataclasses import dataclass, replace

from newssearch.analysis import fold
from newssearch.dates.months import MONTHS
from newssearch.patterns import lazily
from newssearch.readers.bylines.newsroom import is_agency, is_organisation, is_wire
from newssearch.readers.dates import east_asian
from newssearch.readers.dates.labels import begins_with_label

LONGEST = 160
"""Characters within which a dateline ends."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline as `printed`, and what was read from it; `date` and `reporter` are as printed."""

    printed: str
    place: str = ""
    agency: str = ""
    date: str = ""
    reporter: str = ""


_WORD = r"[^\W\d_][^\W\d_.'’‘-]*(?:[.'’‘-]+[^\W\d_]+)*\.?"
_NAME = rf"{_WORD}(?: {_WORD}){{0,4}}"
_PLACE = rf"{_NAME}(?: ?/ ?{_NAME}){{0,4}}(?:, {_NAME}(?: ?/ ?{_NAME}){{0,2}}){{0,2}}"
_MONTH_NAMES = (*sorted(MONTHS, key=len, reverse=True), "mär", "märz", "août", r"fév\w*", r"déc\w*", "févr?")
# By their first letters: a word that is no month's name is seen to be none by a look at twelve and not at seventy.
_BY_LETTER = {
    a: "|".join(name[1:] for name in _MONTH_NAMES if name[0] == a) for a in sorted({n[0] for n in _MONTH_NAMES})
}
_MONTH_NAME = rf"(?:{'|'.join(f'{letter}(?:{rest})' for letter, rest in _BY_LETTER.items())})\.?"
_DATE = rf"(?:{_MONTH_NAME} \d{{1,2}}|\d{{1,2}}\.? (?:de )?{_MONTH_NAME})(?:,? (?:de )?(?:\d{{4}}|['’]?\d\d\b(?!:)))?"
_AGENCY = r"[^\W\d][\w '’!.&-]{1,40}"
_DATELINE = lazily(
    rf"(?P<place>{_PLACE}?(?: \[{_NAME}\])?)??(?:(?: ?,? ?|^)\b(?P<date>{_DATE})[,.]?)?"
    rf"(?: ?\(,?(?P<agency>[^\W\d][\w '’!.&/-]{{1,40}})\)| ?/(?P<slashed>{_AGENCY})/| (?P<bare>Reuters?)"
    rf"|(?<=,) (?P<wire>{_AGENCY}?))?"
    rf"(?:(?P<dash>\.? ?(?:--|—) ?|\.? ?[-–] ?)(?=\S|$)|(?(agency):? (?=\S)|(?(slashed)\.? (?=\S)|(?!))))",
    re.IGNORECASE,
)
_AGENCY_ALONE = lazily(r"[(\[](?P<agency>[^\W\d][\w '’!.&/-]{1,40})[)\]] ?(?:(?:--|[-–—]) ?|(?=[A-Z][a-z]))")
_BEHIND_DASH = lazily(r"(?P<agency>[^\W\d][\w '’-]{1,30})\. (?=\S)")
_EVIDENCE = ("(", "[", "—", "--", " -", " –", "- ", "– ", "/.")
"""Of what every dateline has one at least: brackets or strokes around an agency, or a dash that parts."""

_NOT_PLACES = frozenset(
    """a about above advisory after alert all also an analysis analyst and are as at background be before box breaking
    but by can chronology column comment correction do editor's embargoed eu ex exclusive explainer fact factbox fbi
    feature file first five for four from graphic has have headlines highlights his how if in interview is it its just
    last latest least live meanwhile more most nasa nato never new next no not note nothing now obituary of officials
    on one only opec opinion or our out over photo poll preview profile quote quotes reaction recap refile review scoop
    see she so summary table ten that the then there these they third this three timeline to top two un update updated
    urgent us video views vs warning was watch we what when where who why will with wrapup yes you your
    """.split()  # noqa: SIM905 -- quotation marks would hide the words
)
_FIRST = frozenset(["new", "us", "the", "three", "five", "first", "top"])
_INNER = frozenset(
    ["al", "am", "an", "and", "da", "de", "del", "den", "der", "des", "di", "du", "el", "in", "la", "le"]
) | {"of", "on", "sur", "the", "upon"}


def find(text: str) -> Dateline | None:
    """The dateline that a paragraph begins with, or None.

    >>> find("PARIS, May 3 (Reuters) - The franc fell.")
    Dateline(printed='PARIS, May 3 (Reuters) -', place='PARIS', agency='Reuters', date='May 3', reporter='')
    >>> find("IN THE END - Nothing changed.") is None
    True
    """
    head = text[:LONGEST]
    if not head.isascii() and east_asian.may_begin(head) and (filed := east_asian.find(head)):
        return Dateline(*filed)
    if not any(mark in head for mark in _EVIDENCE):
        return None
    if head[0] in "[(" and (match := _AGENCY_ALONE.match(head)):
        return _behind_agency(head, match) if is_agency(match["agency"]) else None
    match = _DATELINE.match(head)
    if match is None:
        return None
    place, date = (match["place"] or "").strip(" ,"), match["date"] or ""
    place = place.rstrip("]").replace(" [", ", ")
    agency = (match["agency"] or match["slashed"] or match["bare"] or match["wire"] or "").strip()
    if not agency and is_wire(place):
        place, agency = "", place
    if not _is_sound(match, place, agency, date):
        return None
    town, _, behind = place.rpartition(", ")
    if town and not agency and is_organisation(behind):  # a website
        place, agency = town, behind
    dashed = None if agency else _BEHIND_DASH.match(head, match.end())
    if dashed and is_wire(dashed["agency"]):
        return Dateline(head[: dashed.end()].rstrip(), place, dashed["agency"], date)
    return Dateline(match[0].rstrip(), place, agency, date)


def _behind_agency(head: str, match: re.Match[str]) -> Dateline:
    """A dateline that begins with its agency: `(ANSA) -`, or `(ANSA) - ROMA, 20 NOV -`."""
    rest = head[match.end() :]
    below = find(rest) if rest else None
    if below is None or below.agency:
        return Dateline(match[0].rstrip(), agency=match["agency"])
    return replace(below, printed=match[0] + below.printed, agency=match["agency"])


def _is_sound(match: re.Match[str], place: str, agency: str, date: str) -> bool:
    """Whether there is evidence enough that this is a dateline."""
    if begins_with_label(place):
        return False
    dash = match["dash"] or ""
    follows = match.string[match.end() : match.end() + 1]
    in_capitals = place.partition(",")[0].isupper()  # WICHITA, Kan.
    if match["wire"] and not is_wire(agency):
        return False
    if (match["agency"] or match["slashed"]) and is_agency(agency):
        is_parted = bool(dash) or (follows.isupper() and (in_capitals or bool(place and date)))
        return is_parted and (in_capitals or not place or _may_be_place(place))
    parted = dash.strip() in {"—", "--"} or dash.startswith(" ") or (bool(date) and dash.endswith(" "))
    if follows.islower() or not parted:
        return False
    if agency:
        named = agency[:1].isupper() and agency.replace(" ", "").replace("-", "").isalpha() and len(agency) < 30
        return bool(dash) and named and (in_capitals or not place)
    if date:
        return (in_capitals or not place or _may_be_place(place)) and len(place.split()) <= 5
    words = place.partition(",")[0].replace("/", " ").split()
    return in_capitals and len(place) >= 3 and len(words) <= 4 and bool(follows) and _may_be_place(place)


_MISPRINTED_DATE = lazily(r"[ ,]+\S{2,10} \d\S{0,3}$")


def place_of(dateline: str) -> Dateline:
    """What a dateline that is known to be one says, whatever its case and end.

    >>> place_of("Santiago, april 9 -").place
    'Santiago'
    """
    text = " ".join(dateline.split()).strip("* ")
    found = find(f"{text} X") or find(f"{text.rstrip(' -–—')} - X")
    if found is None:
        return Dateline(text, _MISPRINTED_DATE.sub("", text.rstrip(" -–—,")))
    return replace(found, printed=text)


def _may_be_place(place: str) -> bool:
    """Whether no word of the town's name speaks against it; `new` and `the` may only begin one."""
    for town in place.partition(",")[0].split("/"):
        words = [fold(word).replace(".", "") for word in town.split()]
        if words[:1] == ["the"] and words[1:] != ["hague"]:
            return False
        rest = words[1:] if len(words) > 1 and words[0] in _FIRST else words
        if not _NOT_PLACES.isdisjoint([*rest[:1], *(word for word in rest[1:] if word not in _INNER)]):
            return False
    return True
