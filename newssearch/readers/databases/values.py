"""What databases print of an article, as a record has it."""

import re

from newssearch.patterns import lazily
from newssearch.readers import language_names
from newssearch.readers.dates import printed_dates

_END_OF_LANGUAGE = lazily(r"[;/,(]| - ")
_SHARE = lazily(r"\s*\(\d{1,3}%\)")
_PAGE = lazily(r"(?:section|column|pg|page|p|s)\b\.?", re.IGNORECASE)
_STATE = lazily(r" \([A-Z]{2}\)$")
_WEEKDAY = lazily(
    r",? ?\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:maan|dins|woens|donder|vrij|zater|zon)dag"
    r"|lunes|martes|miércoles|jueves|viernes|sábado|domingo|(?:lune|marte|mercole|giove|vener)d[iì]|sabato|domenica"
    r"|(?:segunda|terça|quarta|quinta|sexta)-feira)\b,?",
    re.IGNORECASE,
)
_CLOSE_DAY = lazily(r"(?<=\d\.)(?=[^\W\d])")
_LONGEST_DATE, _BEFORE_DATE, _BEHIND_DATE = 100, 12, 4
"""Characters of a line that is a date, and before the date; words behind it."""

_ARTICLE_BEHIND = lazily(r"(?P<name>.+), (?P<article>The)", re.IGNORECASE)


def language(printed: str) -> str:
    """The code of a language, or nothing for one that is not known.

    >>> language("ENGLISH"), language("English; EN"), language("Dutch / Nederlands"), language("Klingon")
    ('en', 'en', 'nl', '')
    """
    return language_names.code(_END_OF_LANGUAGE.split(printed, 1)[0].strip())


def section(printed: str) -> str:
    """The section without its page.

    >>> section("NEWS; Pg. 5"), section("Section A; Column 0; Foreign Desk; Pg. 1")
    ('NEWS', 'Foreign Desk')
    """
    pieces = [piece.strip() for piece in printed.split(";")]
    return next((piece for piece in pieces if piece and not _PAGE.match(piece)), pieces[0])


def tags(printed: str) -> list[str]:
    """Subjects, which may have shares.

    >>> tags("HARBOURS & PORTS (90%); WATER (78%)")
    ['HARBOURS & PORTS', 'WATER']
    """
    return [tag for piece in printed.split(";") if (tag := _SHARE.sub("", piece).strip(" *"))]


def byline(printed: str) -> str:
    """A byline, its names turned to their order where each is given with its family name first.

    >>> byline("Doe, Jane; Roe, John"), byline("Jane Doe, Staff Writer")
    ('Jane Doe, John Roe', 'Jane Doe, Staff Writer')
    """
    people = [[part.strip() for part in person.split(",")] for person in printed.rstrip(".").split(";")]
    turned = [f"{parts[1]} {parts[0]}" for parts in people if len(parts) == 2 and all(parts) and " " not in parts[0]]
    return ", ".join(turned) if len(turned) == len(people) else printed


def source(printed: str) -> str:
    """A publication's name without where it appears.

    >>> source("The Harbour Times; London (UK)"), source("Harbour Times, The (ME)")
    ('The Harbour Times', 'The Harbour Times')
    """
    name = _STATE.sub("", printed.partition(";")[0].strip())
    behind = _ARTICLE_BEHIND.fullmatch(name)
    return f"{behind['article']} {behind['name']}" if behind else name


def date_of_line(line: str) -> str:
    """The date of a line that is one, without its weekday; nothing for one that may be two dates, or has more words.

    >>> [date_of_line(line) for line in ("Friday, May 3, 2024 Late Edition", "mardi 10 décembre 2019", "3/5/2024")]
    ['May 3, 2024', '10 décembre 2019', '']
    """
    text = _CLOSE_DAY.sub(" ", _WEEKDAY.sub("", line.strip()[: 2 * _LONGEST_DATE])).strip()
    for found in printed_dates.find(text, "UTC") if len(text) <= _LONGEST_DATE else ():
        if found.moment and found.start <= _BEFORE_DATE and len(text[found.end :].split()) <= _BEHIND_DATE:
            return text[found.start : found.end]
    return ""
