"""A document of lines with labels, as a record: what stands above the text, the text, and what stands below it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from newssearch.patterns import lazily
from newssearch.readers.databases import heads, labels, values
from newssearch.readers.databases.labels import LEXIS, Labels

_FORMULA = (
    r"(?:all rights reserved|alle rechten? (?:vorbehalten|voorbehouden)|tous droits réservés|todos (?:los derechos"
    r" reservados|os direitos reservados)|tutti i diritti riservati|proquest document link)\W*"
)
_NOTICE = lazily(rf"(?:©|copyright\b|\(c\) ?\d{{4}}).*|{_FORMULA}", re.IGNORECASE)
_NOTICE_IN_TEXT = lazily(rf"(?:©|(?:copyright|\(c\))[ ,:]*(?:©|\(c\))? ?\d{{4}}\b).*|{_FORMULA}", re.IGNORECASE)
_URL = lazily(r"https?://\S+")
_UNAVAILABLE = lazily(r"\s*(?:full text )?(?:is )?not available\W*", re.IGNORECASE)
_LONGEST_ASIDE = 160
"""Characters of a line between two labels, such as where the byline says that it is special to the paper."""

_MOST_BLANK = 2
"""Lines between two labels."""

_MOST_BEHIND = 200
"""Lines behind a label of which one has to say whether the text goes on."""

_LONGEST_HEADLINE = 300
"""Characters above a text from which on they are the rest of a text whose beginning was cut off."""

Printed = tuple[str, str] | None
"""A line's label and what stands behind it, where it has one."""


@dataclass(slots=True)
class _Document:
    """What a document's lines are."""

    above: list[str] = field(default_factory=list)  # the first lines: source, date and headline have no labels
    given: dict[str, tuple[str, list[str]]] = field(default_factory=dict)  # by label: as printed, and its value's lines
    text: list[str] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)
    says_where: bool = False  # whether it is known where the text begins


def record(lines: Sequence[str], known: Labels = LEXIS) -> dict[str, Any]:
    """A document as a record."""
    found = _Document(says_where=not known.body)
    place = found.above
    printed_labels = [labels.parted(line, known) for line in lines]
    capitals = _are_capitals(printed_labels)
    label = ""
    for at, line in enumerate(lines):
        printed, value = printed_labels[at] or ("", "")
        name = printed.casefold() if printed.isupper() or not capitals else ""
        if name in known.body:
            name = "" if found.says_where else name
        elif name and place is found.text:
            is_head = capitals and name in labels.HEAD
            may_end = is_head or name in known.below or _is_of_proquest(printed_labels, at)
            if may_end and _stands_below(lines, printed_labels, at, name):
                place = found.aside
            elif is_head and not found.says_where and len("".join(found.text)) < _LONGEST_ASIDE:
                place = _emptied(found)
            else:
                name = ""
        text = line.strip()
        if name in known.body:
            _emptied(found)
            found.says_where, place, label = True, found.text, ""
            place += filter(None, [value])
        elif name:
            label = "" if name in found.given else name
            if label:
                found.given[name] = printed, [value]
            else:
                found.aside.append(line)
        elif not text:
            label = ""
            place.append("")
        elif (_NOTICE_IN_TEXT if place is found.text else _NOTICE).fullmatch(text):
            found.aside.append(text)
        elif label:
            found.given[label][1].append(text)
        else:
            place = found.text if place is found.above and found.given else place
            (found.aside if _URL.fullmatch(text) else place).append(line)
    return _complete(found, known)


def _are_capitals(printed: Sequence[Printed]) -> bool:
    """Whether labels are printed in capitals: then nothing else is one."""
    names = [found[0] for found in printed if found]
    return any(name.isupper() and (at == 0 or name.casefold() in labels.HEAD) for at, name in enumerate(names))


def _emptied(found: _Document) -> list[str]:
    """Put aside what was taken for the text: what stands between two labels is none."""
    found.aside += found.text
    found.text.clear()
    return found.above


def _is_of_proquest(printed: Sequence[Printed], at: int) -> bool:
    """Whether this is the title that ProQuest prints below a text again, before that of the publication."""
    names = [found[0] for found in printed[at : at + _MOST_BLANK + 2] if found]
    return names[:2] == ["Title", "Publication title"]


def _stands_below(lines: Sequence[str], printed: Sequence[Printed], at: int, name: str) -> bool:
    """Whether a label in the text ends it: another, a notice or the end follows, and no paragraph.

    Behind one that may stand above a text too, others such do not say it.
    """
    value = (printed[at] or ("", ""))[1]
    if not labels.is_value(name, value):
        return False
    if labels.is_certain(name, value):
        return True
    is_behind = False
    for behind in range(at + 1, min(at + 1 + _MOST_BEHIND, len(lines))):
        text, other = lines[behind].strip(), printed[behind]
        if other and name in labels.HEAD and other[0].casefold() in labels.HEAD:
            is_behind = False
        elif other or _NOTICE_IN_TEXT.fullmatch(text):
            return True
        elif text and is_behind:
            return False
        is_behind = is_behind or not text
    return True


def _complete(found: _Document, known: Labels) -> dict[str, Any]:
    joined = {label: (printed, " ".join(filter(None, lines))) for label, (printed, lines) in found.given.items()}
    given = {known.field(label): value for label, (_, value) in joined.items() if known.field(label) and value}
    head = heads.read(found.above)
    found.aside += head.aside
    blocks = head.blocks
    is_cut = not head.published and not any(label in known.above for label in found.given)
    if is_cut and len(" ".join(blocks)) > _LONGEST_HEADLINE:
        found.text[:0] = [*found.above, ""]
        blocks = []
    headline = given.get("headline", "")
    if headline or not labels.OF_PROQUEST.isdisjoint(found.given):  # whose second line is a citation
        found.aside += [block for block in blocks[not headline :] if block != headline]
        blocks = [] if headline else blocks[:1]
    others = [f"{printed}: {value}" for label, (printed, value) in joined.items() if not known.field(label)]
    return {
        "headline": headline or (blocks or [""])[0],
        "byline": values.byline(given.get("byline", "")),
        "dateline": given.get("dateline", ""),
        "published": given.get("published", "") or head.published,
        "section": values.section(given.get("section", "")),
        "source": values.source(given.get("source", "") or head.source),
        "language": values.language(given.get("language", "")),
        "tags": values.tags(given.get("tags", "")),
        "url": given.get("url", ""),
        "subheads": [*blocks[1:], *filter(None, [given.get("subheads", "")])],
        "body": _body(found, given.get("abstract", ""), joined.get("correction", ("", ""))),
        "boilerplate": "\n".join(filter(None, map(str.strip, [*found.aside, *others]))),
    }


def _body(found: _Document, abstract: str, correction: tuple[str, str]) -> str:
    """The text, its abstract before it where that is all there is, and what is said to be wrong in it behind it."""
    text = "\n".join(found.text)
    if _UNAVAILABLE.fullmatch(text):
        text = ""
    start = " ".join(text[: 4 * len(abstract)].split()).casefold()
    if not start.startswith(" ".join(abstract.split()).rstrip(" .…").casefold()):
        if text.strip() and found.says_where:
            found.aside.append(f"Abstract: {abstract}")
        else:
            text = f"{abstract}\n\n{text}"
    printed, error = correction
    return f"{text}\n\n{printed}: {error}" if error else text
