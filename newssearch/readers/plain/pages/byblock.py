"""Who signed a page that was copied whole, where names stand without "By": what next to them says that they wrote.

That is a role, a handle or the paper's name below, a time near a name that is printed twice, `and` on a line of its
own, or a portrait's description above. A person of whom the text tells is a topic.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from newssearch.patterns import lazily
from newssearch.readers.bylines import cjk
from newssearch.readers.bylines.lines import ANDS, LONE_BY, begins_with_by, is_credit, names_people
from newssearch.readers.bylines.people import people
from newssearch.readers.bylines.role_lines import is_role_of
from newssearch.readers.plain import boilerplate, menu
from newssearch.readers.plain.pages import ends, evidence
from newssearch.readers.plain.pages.glued import parted_names, portrayed
from newssearch.readers.plain.size import count

_MOST_OF_NAMES = 20
"""Words of a line of names."""

_LONGEST_LABEL = 3
"""Words of a label above names."""

_NEAR = 3
"""Lines above and below a name that is printed twice, of which one says when."""

_HEADINGS = frozenset(
    ["author", "authors", "autor", "autora", "autores", "autorin", "auteur", "autore", "автор", "yazar", "reporter"]
)
"""What stands on a line of its own above a name, with a colon or without, and is no part of a byline."""

_ANDS = ANDS | {"|"}
_BUTTONS = frozenset(
    """follow|following|follow author|suivre|seguir|folgen|volgen|segui|obserwuj|følg|följ|read full bio|full bio
    |view profile|author page|ver más artículos|alle artikel""".replace("\n    ", "").split("|")
)
"""What stands on a line of its own next to an author's name."""

_FILED = lazily(
    r"(?P<place>[^\W\d_]{3,20}(?: [^\W\d_]{3,20})?): ?"
    r"(?:[«“\"][^«»“”\"]{3,40}[»”\"]|(?P<name>[^\W\d_]{2,20}(?: [^\W\d_]{2,20}){1,3}))"
)
"""A place and an outlet in quotation marks, or a reporter: `Northport: “The Harbour”`."""

_TOWN = lazily(r"[^\W\d_a-z][^\W\d_A-Z’'-]{2,20}")
"""One word behind a name, where a second name would have two."""

_DESK = lazily(r"(?P<names>[^/|•·]{5,80}?) ?[/|•·] ?[A-Z]{2,8} ?[/|•·] ?(?P<when>[^/|•·]{6,60})")
"""Names, a desk in capitals and a date on one line: `Jane Doe / HNS / May 3, 2024, 05:04 IST`."""


class Block(NamedTuple):
    """The lines that say by whom, by their numbers, each with its names; those to put aside; and the place."""

    names: dict[int, str]
    aside: frozenset[int] = frozenset()
    place: str = ""


class _Line(NamedTuple):
    at: int
    text: str
    names: tuple[str, ...] = ()  # where these are all of it
    is_dated: bool = False  # or where a desk and a date stand behind them

    @property
    def is_by(self) -> bool:
        return self.text.casefold().rstrip(": ") in LONE_BY | _HEADINGS

    @property
    def is_and(self) -> bool:
        return self.text.casefold() in _ANDS


class _Page(NamedTuple):
    told: Sequence[str]  # the lines of the article and of its top
    rights: str


def find(opening: Sequence[str], article: Sequence[str], around: Sequence[str]) -> Block:
    """The names among the lines below a headline that something next to them says to be the authors'.

    `article` are the lines below that opening, `around` those above the headline and below the article.
    """
    page = _Page([*opening, *article], evidence.rights(around))
    texts = [(at, text) for at, line in enumerate(opening) if (text := _text(line))]
    lines = [_line(at, text, page.rights) for at, text in texts if any(map(str.isalpha, text)) or text in _ANDS]
    _part_portrayed(lines)
    if any(begins_with_by(line.text) and people(line.text).authors for line in lines):
        return Block({})
    for line, following in pairwise(lines):
        if (filed := _FILED.fullmatch(line.text)) and evidence.says_when(following.text):
            return _filed(line, filed["place"], filed["name"] or "")
    found: dict[int, str] = {}
    authors: list[str] = []
    for run, above, below in _runs(lines):
        for name in _authors(run, above, below, page):
            if name not in authors:
                authors.append(name)
                line = next(line for line in run if name in line.names)
                found[line.at] = line.text
        for before, line, behind in zip(run, run[1:], run[2:], strict=False):
            if line.is_and and before.at in found and behind.at in found:
                found[line.at] = line.text
    return Block(found, frozenset(_beside(lines, found, authors[-1]))) if found else Block({})


def _text(line: str) -> str:
    """What a line says, but for the comma between a name above it and its role, and for buttons beside names."""
    text = " ".join(line.split())
    text = text.lstrip(",; ") if len(text) > 1 else text
    return "" if text.casefold() in _BUTTONS else text


def _part_portrayed(lines: list[_Line]) -> None:
    """Part the names of a line of those whose portraits are described above it."""
    for number, (above, line) in enumerate(pairwise(lines), 1):
        names = portrayed(above.text)
        if len(names) > 1 and " ".join(names) == line.text:
            lines[number] = _Line(line.at, ", ".join(names), tuple(names), is_dated=True)


def _runs(lines: Sequence[_Line]) -> Iterator[tuple[Sequence[_Line], list[str], list[str]]]:
    """Lines of names below one another, with what joins them, and the lines above and below them."""
    first = 0
    while first < len(lines):
        run = [*takewhile(lambda line: bool(line.names) or line.is_by or line.is_and, lines[first:])]
        run += _behind_role(lines, first + len(run)) if run and run[-1].names else []
        end = first + len(run)
        if run:
            yield run, _texts(lines[max(0, first - _NEAR) : first]), _texts(lines[end : end + _NEAR])
        first = max(end, first + 1)


def _behind_role(lines: Sequence[_Line], at: int) -> Sequence[_Line]:
    """A role below a name, `and` below that, and the next name."""
    behind = lines[at : at + 3]
    joined = len(behind) == 3 and is_role_of(behind[0].text) and behind[1].is_and and bool(behind[2].names)
    return behind if joined else []


def _texts(lines: Sequence[_Line]) -> list[str]:
    return [line.text for line in lines]


def _beside(lines: Sequence[_Line], found: Mapping[int, str], author: str) -> Iterator[int]:
    """The lines near the authors' that would be read as more names: they print these again, or name an outlet."""
    near = [number for number, line in enumerate(lines) if line.at in found]
    for line in lines[max(0, near[0] - _NEAR) : near[-1] + _NEAR + 1]:
        if line.at not in found and _is_aside(line.text, author):
            yield line.at


def _is_aside(text: str, author: str) -> bool:
    """Whether a line is a name, or a role that would be read as one."""
    return names_people(text) or (is_role_of(text) and len(people(f"{author}, {text}").authors) > 1)


def _filed(line: _Line, place: str, name: str) -> Block:
    """What a line says that begins with a place. Only a script without capitals has names there that no "By" marks."""
    if not name:
        return Block({}, frozenset([line.at]), place)
    if name.upper() != name.lower() or cjk.is_cjk(name):
        return Block({})
    return Block({line.at: name}, place=place)


def _line(at: int, text: str, rights: str) -> _Line:
    desk = _DESK.fullmatch(text)
    if desk and names_people(desk["names"]) and evidence.says_when(desk["when"]):
        names = tuple(author.name for author in people(desk["names"]).authors)
        return _Line(at, f"{desk['names']} | {desk['when']}", names, is_dated=True)
    if count(text) > _MOST_OF_NAMES or text.endswith(".") or any(map(str.isdigit, text)):
        return _Line(at, text)
    name, comma, town = text.partition(", ")
    is_person = names_people(name) and not evidence.is_outlet(name, rights)
    if comma and is_person and _TOWN.fullmatch(town) and not is_role_of(town):
        return _Line(at, text, (name,))
    parted = parted_names(text)
    if (
        evidence.is_outlet(text, rights)
        or is_role_of(text)
        or menu.is_item(text)
        or boilerplate.is_line(text)
        or ends.is_any(text)
        or not all(names_people(name) and not people(name).agency for name in parted)
    ):
        return _Line(at, text)
    names = tuple(author.name for name in parted for author in people(name).authors)
    return _Line(at, text if len(parted) == 1 else ", ".join(dict.fromkeys(names)), names)


def _authors(run: Sequence[_Line], above: Sequence[str], below: Sequence[str], page: _Page) -> Sequence[str]:
    """Those of the names below one another that are authors."""
    names = [name for line in run for name in line.names]
    if not names or (above and _is_label_of_others(above[-1], names[0])):
        return []
    if linked := _linked(run):
        return linked
    once = [name for name in names if not evidence.is_told_of(name, page.told)]
    if dated := [name for line in run if line.is_dated for name in line.names if name in once]:
        return dated
    twice = [name for name in once if names.count(name) > 1]
    next_line = below[0] if below else ""
    if any(is_role_of(line.text) for line in run):
        return twice or once
    if is_role_of(next_line) or next_line.startswith("@") or evidence.says_ago(next_line):
        return twice or once
    if evidence.is_outlet(next_line, page.rights):
        return twice or once
    if evidence.says_when(next_line) and not names[-1].isupper():
        return twice or once
    several = [name for line in run if len(line.names) > 1 for name in line.names if name in once]
    if (twice or several) and any(map(evidence.says_when, [*above, *below])):
        return twice or several
    return [name for name in once if above and evidence.describes(above[-1], name)]


def _is_label_of_others(text: str, name: str) -> bool:
    """Whether a line is a label of those who did something else: `Edited by`."""
    return count(text) <= _LONGEST_LABEL and is_credit(f"{text} {name}")


def _linked(run: Sequence[_Line]) -> list[str]:
    """The names below a lone "By", and those with a lone "and" between them."""
    linked: list[str] = []
    for before, line, behind in zip([_NONE, *run[:-1]], run, [*run[1:], _NONE], strict=True):
        if line.names and (before.is_by or (before.is_and and linked) or behind.is_and):
            linked += line.names
    return linked


_NONE = _Line(-1, "")
