"""The credit lines that wires print at the end of a body: who reported, who wrote."""

import re
from collections.abc import Iterator

from newssearch.analysis import fold
from newssearch.article import Author
from newssearch.patterns import lazily
from newssearch.readers.bylines.newsroom import ends_in_role, is_agency, is_beat, is_place, parted_role, speaks_of
from newssearch.readers.bylines.people import LONGEST, Byline

TAIL = 4_000
"""Characters at the end of a body where its credits stand."""

_MORE = r"(?:with|and|also|add[a-z]*ly|add[a-z]*al|added|addition|further|extra)"
_WORK = (
    r"(?:re?port\w*|writ\w+|compil\w+|poll(?:ing|ed|s)|graphics?|analys(?:is|ed|ing)|research\w*|desking|edit\w+"
    r"|ed\w{0,3}i?n[gb])"
)
_BY = r"(?:(?:\s+credits?|\s+led|\s+in\s+[A-Z]\S*(?:\s[A-Z]\S*)?)?\s+(?:by|from)\b)"
_CREDIT = lazily(
    rf"\b(?:by\s+)?((?:{_MORE}\s+){{0,3}}{_WORK}"
    rf"(?:(?:\s*[,/]\s*|\s+and\s+|\s+by\s+|\s+)(?:{_MORE}\s+){{0,2}}{_WORK}){{0,2}}(?={_BY})|{_MORE}\s+reporting"
    rf"|editing|(?:re?porting|writing)(?=\s(?-i:[^\W\d_a-z])))\b{_BY}?:?",
    re.IGNORECASE,
)
_BEGINNING = lazily(
    r"[\s*–—-]*(?:by\s|with|and|also|add|further|extra|re?port|writ|compil|poll|graphic|analys|research|desking|ed"
    r"|bericht|geschr|mitarb|inform|escrit|reda[ck]|rédig|écrit|scritto|servizio|texte?o?\s)",
    re.IGNORECASE,
)
_ABROAD = lazily(
    r"\b((?:bericht|reportage|geschrieben|mitarbeit|rédigé|écrit|reporte|reportaje|información|escrito|reportagem"
    r"|servizio|scritto|redigiert|redaktion|redacción|édité|édition|edición|editado|edição|traducido|übersetzt|traduit)"
    r"(?:\s+(?:adicional|additionnel|complémentaire))?)(?:\s+(?:von|de|par|por|di|da)\b|\s?:)",
    re.IGNORECASE,
)
_EDITED = ("redig", "redak", "édit", "edi", "trad", "übers")
_ABROAD_AND = lazily(r"\s(?:und|et|y|e)\s(?=[^\W\d_a-z]\S*\s)")
_ABROAD_IN = lazily(r"\s(?:en|à|aus|em|a)\s(?=[^\W\d_a-z])")
_CREDIT_LINE = lazily(r"\(([^()\n]*(?:\n[^()\n]+){0,4})(?:\)|$)|^([^(\n]+)$", re.MULTILINE)
_CONTRIBUTED = lazily(
    r"(?:.*\b(?:writers?|reporters?|correspondents?|journalists?)\s)?(.*?),? contributed (?:to this |reporting\b)"
)
_BETWEEN = lazily(r"\s*(?:[,;:/&|]|\band\b|(?<=\w\w\w)\. |(?=\bwith [^\W\d_a-z]))\s*")
_JOINING = lazily(r"(?:(?:and|by|plus|with)\s+)+", re.IGNORECASE)
_OWNER = lazily(r"\S+(?:['’]s|s['’])\s(?=\S+\s\S)")
_PLACE = lazily(r"\s+(?:in|In|IN|from|at|of|on|via|both|all|contributed)\b")
_PARTICLE = r"(?:(?:al|as|el|an|ad|d|l|dell)['’-](?=[^\W\d_a-z]))?"
_NAME = lazily(
    rf"{_PARTICLE}[^\W\d_a-z][\w.'’-]*"
    rf"(?: (?:{_PARTICLE}[^\W\d_a-z][\w.'’-]*|da|de|del|della|der|di|dos|du|la|van|von|bin|al|el|ten)){{0,4}}"
)
_UNITS = frozenset(
    """bureau bureaus bureaux desk desks newsroom newsrooms poll polls reporters staff team teams television tv unit
    units""".split()  # noqa: SIM905
)


def credited(text: str) -> Byline:
    """The people of the credit lines at the end of a body: those who report and write, not those who edit.

    >>> [(a.name, a.role) for a in credited("... (Reporting by Jane Doe in Rome; editing by Al Roe)").authors]
    [('Jane Doe', 'Reporting')]
    """
    found: dict[str, Author] = {}
    for printed in _lines(text[-TAIL:]):
        line = " ".join(printed.split())
        if " contributed " in line and (contributed := _CONTRIBUTED.match(line[:LONGEST])):
            line = f"Additional reporting by {contributed[1]}"
        for role, names in _credit_clauses(line):
            for name in _names(names):
                found.setdefault(fold(name), Author(name=name, role=role))
    return Byline(tuple(found.values()))


def _lines(text: str) -> Iterator[str]:
    """The lines without parentheses, and what stands in parentheses, of those that may be credits by how they begin."""
    any_line = "contributed" in text
    starts = [0, *(at + 1 for at in _places(text, "\n")), *_places(text, "(")]
    end = 0
    for at in sorted(starts):
        in_parentheses = text.startswith("(", at)
        may_be = any_line or _BEGINNING.match(text, at + in_parentheses) is not None
        # What stands in parentheses may go on for some lines, which then are none of their own.
        if at >= end and (in_parentheses or may_be) and (match := _CREDIT_LINE.match(text, at)):
            end = match.end()
            if may_be and (in_parentheses or " by" in match[0].casefold() or "contributed" in match[0]):
                yield match[1] or match[2] or ""


def _places(text: str, mark: str) -> Iterator[int]:
    at = text.find(mark)
    while at >= 0:
        yield at
        at = text.find(mark, at + 1)


def _credit_clauses(line: str) -> Iterator[tuple[str, str]]:
    """Each clause that is no editor's: (role, names)."""
    line = line.lstrip(" -–—*")
    if not _CREDIT.match(line):
        yield from _clauses_abroad(line)
        return
    phrases = list(_CREDIT.finditer(line))
    ends = [phrase.start() for phrase in phrases[1:]] + [len(line)]
    for phrase, end in zip(phrases, ends, strict=True):
        words = list(dict.fromkeys(phrase[1].casefold().replace(" by ", " ").split()))
        while words and words[0] in {"with", "and", "also"}:
            words = words[1:]
        if (
            not any(word.startswith(("ed", "desk", "graphic")) for word in words[:1] + words[-1:])
            or "reporting" in words
        ):
            yield " ".join(words).capitalize(), line[phrase.end() : end]


def _clauses_abroad(line: str) -> Iterator[tuple[str, str]]:
    """The clauses of a line in German, French, Spanish, Portuguese or Italian, with "and" and "in" as in English."""
    if not _ABROAD.match(line):
        return
    phrases = list(_ABROAD.finditer(line))
    ends = [phrase.start() for phrase in phrases[1:]] + [len(line)]
    for phrase, end in zip(phrases, ends, strict=True):
        if not phrase[1].casefold().startswith(_EDITED):
            yield phrase[1].capitalize(), _ABROAD_AND.sub(" and ", _ABROAD_IN.sub(" in ", line[phrase.end() : end]))


def _names(names: str) -> Iterator[str]:
    """The names of a clause; what follows "in" is a place, also past commas: `in Skhirat, Morocco, and Paris`."""
    pieces = [piece for piece in _BETWEEN.split(names) if piece]
    placed = False
    for at, piece in enumerate(pieces):
        printed, *place = _PLACE.split(piece, maxsplit=1)
        joined = _JOINING.match(printed)
        name = _name(printed[joined.end() :] if joined else printed)
        alone = " " not in name and (len(pieces) > 1 if not place else joined is not None)
        following = pieces[at + 1] if at + 1 < len(pieces) else ""
        in_a_list_of_places = placed and not place and (is_place(name) or _is_town(name, following))
        placed = bool(place) or in_a_list_of_places
        if not alone and not in_a_list_of_places and _NAME.fullmatch(name) and _is_person(name):
            yield name


def _name(printed: str) -> str:
    """A name without what is before it, the role or `IFR's`, and a place behind it: `Jane Doe New York`."""
    name = printed.strip(" -–—*:.")
    if "'" in name or "’" in name:
        name = _OWNER.sub("", name, count=1)
    if printed.rstrip().endswith(("Jr.", "Sr.")):
        name += "."
    words = name.split()
    if len(words) < 4 and not speaks_of(words):
        return " ".join(words)
    begin = next((at + 1 for at, word in enumerate(words[: min(5, len(words) - 2)]) if ends_in_role(word)), 0)
    first, last = parted_role(words := words[begin:])
    if last < len(words) and is_beat(words[first:last]):
        return ""
    if last - first > 3 and is_place(" ".join(words[last - 2 : last])):
        last -= 2
    return " ".join(words[first:last])


def _is_town(name: str, following: str) -> bool:
    """Whether a name behind a place is another, for its region stands behind it: `in Rome and Boca Raton, Florida`."""
    return name.count(" ") < 3 and following != "" and " " not in following.strip()


def _is_person(name: str) -> bool:
    words = name.casefold().split()
    if not _UNITS.isdisjoint(words):
        return False
    first = words[0].removesuffix("'s").strip("'")
    return not speaks_of([first, *words]) or not (is_agency(first) or is_agency(name))
