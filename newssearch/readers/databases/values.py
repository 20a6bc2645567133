"""What databases print of an article, as a record has it."""

import re

from newssearch.readers.patterns import lazily

_LANGUAGES = {
    "arabic": "ar", "chinese": "zh", "czech": "cs", "danish": "da", "deutsch": "de", "dutch": "nl", "english": "en",
    "español": "es", "finnish": "fi", "français": "fr", "french": "fr", "german": "de", "hungarian": "hu",
    "italian": "it", "japanese": "ja", "korean": "ko", "norwegian": "no", "polish": "pl", "portuguese": "pt",
    "russian": "ru", "spanish": "es", "swedish": "sv", "turkish": "tr",
}  # fmt: skip
_SHARE = lazily(r"\s*\(\d{1,3}%\)")
_PAGE = lazily(r"(?:section|column|pg|page|p|s)\b\.?", re.IGNORECASE)


def language(printed: str) -> str:
    """The code of a language, or nothing for one that is not known.

    >>> language("ENGLISH"), language("English; EN"), language("Klingon")
    ('en', 'en', '')
    """
    return _LANGUAGES.get(printed.partition(";")[0].strip().casefold(), "")


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
    return [tag for piece in printed.split(";") if (tag := _SHARE.sub("", piece).strip())]


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

    >>> source("The Harbour Times; London (UK)")
    'The Harbour Times'
    """
    return printed.partition(";")[0].strip()
