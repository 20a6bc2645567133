"""What stands at the end of an article's text and is none of it: who the authors are, and calls to the readers."""

from collections.abc import Sequence

from newssearch.readers.patterns import lazily
from newssearch.readers.plain.pages.wording import CALL
from newssearch.readers.plain.size import count

_MOST = 6
"""Paragraphs at the end that are looked at."""

_LONGEST = 80
"""Words of one that is none of the article."""

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
    """Paragraphs, and those at their end that tell who the authors, or ask something of the readers.

    >>> parted(["Oil fell.", "Send us your questions.", "Jane Doe is a reporter in Rome."], ["Jane Doe"])
    (['Oil fell.'], ['Send us your questions.', 'Jane Doe is a reporter in Rome.'])
    """
    end = len(paragraphs)
    while end > max(1, len(paragraphs) - _MOST) and _is_of_tail(paragraphs[end - 1], names):
        end -= 1
    return paragraphs[:end], paragraphs[end:]


def is_bio(text: str, names: Sequence[str]) -> bool:
    """Whether a text tells who one of the people is.

    >>> is_bio("Jane Doe is a reporter in Rome.", ["Jane Doe"]), is_bio("Jane Doe said so.", ["Jane Doe"])
    (True, False)
    """
    return any(text[: len(name)].casefold() == name.casefold() and _IS.match(text, len(name)) for name in names)


def _is_of_tail(text: str, names: Sequence[str]) -> bool:
    if count(text) > _LONGEST:
        return False
    last = [name.split()[-1] for name in names]
    named = any(text.casefold() == name.casefold() for name in names)
    return named or is_bio(text, [*names, *last]) or _WHO.match(text) is not None or CALL.match(text) is not None
