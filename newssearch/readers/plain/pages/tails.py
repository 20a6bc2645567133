"""What stands at the end of an article's text and is none of it: who the authors are, and calls to the readers."""

from collections.abc import Sequence

from newssearch.patterns import lazily
from newssearch.readers.bylines.credits import credited
from newssearch.readers.bylines.people import EMAIL
from newssearch.readers.plain.pages import extent
from newssearch.readers.plain.pages.wording import ABOUT, CALL, CONTRIBUTED, CORRECTED, REACHED
from newssearch.readers.plain.sentences import ends_sentence
from newssearch.readers.plain.size import count

_MOST = 10
"""Paragraphs at the end that are looked at."""

_LONGEST = 80
"""Words of one that is none of the article."""

_ITEM = 8
_CREDIT = 30
"""Words of what stands below such a line and is no sentence, and of a line that says who else reported."""

_HANDLE = lazily(r"(?:^|[\s(])@\w{3,30}")
_IS = lazily(
    r"(?i:(?: \([^()]{1,60}\))?,? (?:is|was|has|covers|reports|writes|joined|ist|schreibt|berichtet|est|es|è|é|jest)\b)"
)
_WHO = lazily(
    r"(?:(?:[^\W\d_a-zß-ÿ][\w.'’-]{1,30} ){2,4}|The (?:writer|author) )(?:(?:is|was) (?:a|an|the)\b|ist\b|est\b|es\b"
    r"|è\b|é\b)"
    r".{0,60}?\b(?i:reporters?|correspondents?|columnists?|editors?|writers?|journalists?|journaliste|autor(?:in)?"
    r"|author of|redakteur(?:in)?|journalist(?:in)?|periodista|redactora?|corresponsal|jornalista|repórter"
    r"|giornalista)\b"
)


def parted(paragraphs: list[str], names: Sequence[str]) -> tuple[list[str], list[str]]:
    """Paragraphs, and those at their end that tell who the authors are, or ask something of the readers.

    >>> parted(["Oil fell.", "Send us your questions.", "Jane Doe is a reporter in Rome."], ["Jane Doe"])
    (['Oil fell.'], ['Send us your questions.', 'Jane Doe is a reporter in Rome.'])
    """
    end = len(paragraphs)
    for at in range(len(paragraphs) - 1, max(0, len(paragraphs) - 1 - _MOST), -1):
        if _is_of_tail(paragraphs[at], names):
            end = at
        elif not _is_item(paragraphs[at]):
            break  # items are of the tail below one of its lines only
    return paragraphs[:end], paragraphs[end:]


def is_bio(text: str, names: Sequence[str]) -> bool:
    """Whether a text tells who one of the people is.

    >>> is_bio("Jane Doe is a reporter in Rome.", ["Jane Doe"]), is_bio("Jane Doe said so.", ["Jane Doe"])
    (True, False)
    """
    return any(text[: len(name)].casefold() == name.casefold() and _IS.match(text, len(name)) for name in names)


def _is_item(text: str) -> bool:
    """Whether a line is short and no sentence, or says when."""
    return count(text) <= _ITEM and (not ends_sentence(text) or extent.is_dated(text))


def _is_of_tail(text: str, names: Sequence[str]) -> bool:
    if count(text) > _LONGEST:
        return False
    last = [name.split()[-1] for name in names]
    named = any(text.casefold() == name.casefold() for name in names)
    if named or is_bio(text, [*names, *last]) or any(told.match(text) for told in (_WHO, CALL, CORRECTED, ABOUT)):
        return True
    if names and count(text) <= _CREDIT and (CONTRIBUTED.match(text) or credited(text).authors):
        return True  # without names, these are the authors
    return _is_contact(text, last)


def _is_contact(text: str, last: Sequence[str]) -> bool:
    """Whether a line says where an author is to be reached."""
    if "@" not in text or not (EMAIL.search(text) or _HANDLE.search(text)):
        return False
    return REACHED.match(text) is not None or any(name in text for name in last)
