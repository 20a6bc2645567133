"""Lines that say by whom and nothing else."""

import re
from itertools import takewhile

from newssearch.patterns import lazily
from newssearch.readers.bylines import cjk
from newssearch.readers.bylines.labels import LABEL, label
from newssearch.readers.bylines.newsroom import begins_section, ends_in_role, is_agency, is_nobody, is_role
from newssearch.readers.bylines.people import EMAIL, people
from newssearch.readers.bylines.role_lines import is_role_of
from newssearch.readers.dates import dateline, printed_dates

LONGEST = 250
"""Characters of a line that is read as a byline or a date."""

_BY = lazily(
    rf"^\W{{0,2}}(?:{LABEL}|(?:by|(?:von|por|par|door|di|de|av|af)(?!\s(?:de[mnr]?|el|het|las?|les?|los)\s))\b:?\s*)",
    re.IGNORECASE,
)
_WORK = lazily(r"\w+ing (?:and \w+ing )?by\s", re.IGNORECASE)
_NAME = (
    r"(?:[“\"‘(]?[^\W\d_a-zß-ÿ][\w.'’”\")-]*"
    r"|de|da|di|do|dos|du|del|della|van|von|der|den|ter|ten|le|la|el|al|bin|y|e|abu)"
)
_NAMES = lazily(
    rf"{_NAME}(?: {_NAME}){{0,5}}(?:(?: ?, ?| and | & | und | et |·| ?/ ?){_NAME}(?: {_NAME}){{0,5}}){{0,8}}"
)
_PARTICLES = frozenset(
    ["de", "da", "di", "do", "dos", "du", "del", "della", "van", "von", "der", "den", "la", "le", "y"]
)
LONE_BY = frozenset(
    ["by", "by:", "written by", "words by", "story by", "text by", "reported by", "posted by", "von", "von:", "por"]
) | {"par", "di", "door", "av", "af", "od"}
"""What stands on a line of its own above a name."""

_HANDLE = lazily(
    r"(?:(?:posted|published|written|erstellt|geschrieben|eingestellt|veröffentlicht)\s)?"
    r"(?:(?:by|von|vom|par|por|di)|(?:author|autor|autorin|auteur|autore):)\s[^\W_][\w.-]{2,30}",
    re.IGNORECASE,
)
_MOST_WITH_AGENCY = 8
"""Words of a person and an agency."""

_MOST_STACKED = 4
"""Names below one another."""

_MOST_OF_NAME = 4
"""Words of a name, without its small ones."""

_CAPTION_MARKS = ("▲", "△", "▼", "◆", "▶")
ANDS = frozenset(["and", "&", "und", "et", "y", "e", "i", "en", "og", "och", "ja", "та", "и", "і", "·", "/", ","])
"""What stands between names, also on a line of its own."""

_IN_TOWN = lazily(r"\s+in\s+[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){0,2}(?=$|\s+and\s|,)")
_WHENCE = lazily(r"(?:[Rr]eport(?:ing|s) (?:from|in)|[Bb]erichtet? aus) [^\W\d_a-z][^\d.!?]{1,60}")
_FOR = lazily(r"\sfor\s", re.IGNORECASE)
_GOES_ON = lazily(r"(?:and|with|und|&)\s", re.IGNORECASE)
_BREAKS_OFF = lazily(r"(?:,|\s(?:and|with|und|&))$", re.IGNORECASE)
_WITH = frozenset(["avec", "with"])
_AND_OTHERS = lazily(r",? (?:and|with|und|mit|et|avec|y|con) (?:agencies|staff|agenturen|agences|agencias)$")

_ON_BUTTONS = frozenset(  # of two words, of which each begins with a capital: `Read Later`
    ["add", "copy", "follow", "get", "join", "listen", "open", "print", "read", "save", "see", "share", "show", "view"]
)


def is_byline(text: str, *, bare: bool) -> bool:
    """Whether a line says by whom and nothing else; `bare` allows names with nothing beside them.

    >>> is_byline("By Jane Doe and John Roe", bare=False), is_byline("By the time it ended", bare=False)
    (True, False)
    """
    if len(text) > LONGEST or text.endswith(("?", "!", ":", "…")) or text.startswith(_CAPTION_MARKS):
        return False
    if is_credit(text):
        return False
    if _BY.match(text) is None and (dateline.find(text) or _is_sentence(text)):
        return False  # a first paragraph may name a staff writer, an agency or a university
    parts = text.split(", ")
    if text.casefold() in LONE_BY or (is_role(parts[0]) and all(is_role(p) or is_agency(p) for p in parts)):
        return True
    if cjk.is_paper(text):
        return True
    if is_agency(text.strip("()")):
        return not begins_section(text) and ": " not in text
    named = _BY.sub("", text, count=1)
    if named != text and is_nobody(named):
        return True
    without_email = EMAIL.sub("", named).strip(" |<>(),·•-–—")
    if not without_email:
        return named != text or "@" in text
    found = people(text)
    if not found.authors and (not found.agency or ": " in found.agency):
        return False
    names = [author.name for author in found.authors]
    if any(len(name.split()) > 6 or not _NAMES.fullmatch(name) for name in names):
        return False
    # "John Roe, president of Peru" is a byline only behind "By".
    has_role = any(author.role and (named != text or ends_in_role(author.role)) for author in found.authors)
    small = (word for word in without_email.split() if len(word) > 3 and word.islower())
    if any(word.strip("()") not in _WITH and not is_nobody(word) for word in small) and not has_role:
        return False
    of_agency = is_agency(found.agency) and len(names) < 4 and not _FOR.search(text)
    if named != text or "@" in text or has_role or of_agency:
        return bool(names) or bool(found.agency)
    text = _AND_OTHERS.sub("", text)
    if bare and len(names) > 1:
        text = _IN_TOWN.sub("", text)
    if not bare or text.partition(" ")[0].casefold() in _ON_BUTTONS:
        return False
    return _NAMES.fullmatch(text) is not None and _are_names(text, names)


def is_credit(text: str) -> bool:
    """Whether a line credits photographs, or stands in parentheses and begins with what was done."""
    begins = text.lstrip("(*")
    return bool(label(begins).role) or (begins != text and text[0] == "(" and _WORK.match(begins) is not None)


_OF_SENTENCES = frozenset(
    """are be been could had has have it its said says that their they today tonight was were which while who whose
    will would yesterday
    """.split()  # noqa: SIM905 -- quotation marks would hide the words
)
_MOST_IN_CAPITALS = 12
"""Words of a byline in capitals that ends with a full stop."""


def _is_sentence(text: str) -> bool:
    """Whether a line ends like a sentence and has a sentence's small words, also in the capitals of old wires."""
    if text.endswith("。"):
        return True
    words = text.split()
    ends = text.endswith((".", ".”", '."'))
    if text.isupper():
        return (ends and len(words) > _MOST_IN_CAPITALS) or not _OF_SENTENCES.isdisjoint(
            word.strip(".,;:\"'()").casefold() for word in words
        )
    return ends and sum(word[:1].islower() for word in words) > 2


def _are_names(text: str, names: list[str]) -> bool:
    """Whether nothing but names of people stands in a text: no sections, no teams, no places."""
    words = [name.casefold().split() for name in names]
    left = set(text.casefold().replace(",", " ").split()) - {word for name in words for word in name}
    return (
        len(names) <= 5
        and all(
            2 <= sum(word not in _PARTICLES for word in name) <= 5 and not any(map(begins_section, name))
            for name in words
        )
        and left <= ANDS
    )


def goes_on(above: str, line: str) -> bool:
    """Whether a byline on two lines goes on: `By Jane Doe` above `and John Roe`, or `By Jane Doe and` above a name."""
    return (
        line.casefold() in ANDS
        or above.rpartition(" ")[2] in ANDS
        or _GOES_ON.match(line) is not None
        or _BREAKS_OFF.search(above) is not None
    )


def stands_as_byline(
    text: str,
    bylines: list[str],
    below: list[str],
    *,
    dated: bool,
    standfirst: bool,
    first: bool,
    on_page: bool = False,
) -> bool:
    """Whether a line is a byline where it stands.

    Names with nothing beside them need a date, an e-mail, a role or a dateline next to them, or
    to be the first line below the headline and above a paragraph; the latter is not enough
    where they are `on_page`, among items of menus and kickers in capitals. Below a standfirst,
    which may as well be the first paragraph, so does all that does not begin with "By",
    and only where it is the `first` of what says by whom and when.
    """
    if standfirst and (bylines or not first):
        return not bylines and (begins_with_by(text) or (on_page and _is_of_agency(text)))
    if bylines and (says_whence(text) or (names_people(bylines[-1]) and is_role_of(text))):
        return True
    if dated and on_page and signs(text) and not bylines:
        return True
    start = next((at for at, line in enumerate(below) if line.strip()), len(below))
    start += sum(1 for _ in takewhile(_is_another, below[start : start + _MOST_STACKED]))
    stop = next((at for at in range(start, len(below)) if not below[at].strip()), len(below))
    following = below[start].strip()[: LONGEST + 1] if start < stop else ""
    marked = (
        dated
        or EMAIL.search(following) is not None
        or dateline.find(following) is not None
        or is_role_of(following)
        or says_whence(following)
        or (len(following) <= LONGEST and any(True for _ in printed_dates.find(following, "UTC")))
    )
    if bylines:
        stacked = marked and not dated and _is_another(bylines[-1]) and _is_another(text)
        bare = stacked or goes_on(bylines[-1], text) or (bylines[0].casefold() in LONE_BY and len(bylines) == 1)
        return is_byline(_GOES_ON.sub("", text) if bare else text, bare=bare)
    if marked and cjk.lists_names(text):
        return True
    if standfirst and not marked:
        return begins_with_by(text) or (on_page and _is_of_agency(text))
    above_a_paragraph = not on_page and sum(map(len, below[start:stop])) > 80 and following[:1].isupper()
    return is_byline(
        _IN_TOWN.sub("", text) if marked else text,
        bare=(marked or above_a_paragraph) and not (on_page and text.isupper()),
    )


def _is_another(line: str) -> bool:
    """Whether a line below a name is another, as some sites stack them above the date."""
    text = line.strip()
    words = [word for word in text.split() if word not in _PARTICLES]
    return len(words) <= _MOST_OF_NAME and names_people(text) and not (begins_with_by(text) or ends_in_role(text))


def _is_of_agency(text: str) -> bool:
    """Whether people and their agency are in a line, which no paragraph and no topic is: `Ana Ruiz / EFE`."""
    if "," in text or len(text.split()) > _MOST_WITH_AGENCY:
        return False
    found = people(text)
    return bool(found.authors) and is_agency(found.agency) and is_byline(text, bare=False)


def names_people(text: str) -> bool:
    """Whether a line may be a byline of names alone, which it is only where it stands as one.

    >>> names_people("Ingrid Solberg in Oslo"), names_people("Norway fines salmon giant")
    (True, False)
    """
    return is_byline(_IN_TOWN.sub("", text), bare=True)


def says_whence(text: str) -> bool:
    """Whether a line below the names says where they reported from, and nothing else.

    >>> says_whence("Reporting from Oslo"), says_whence("Reporting from Oslo was hard.")
    (True, False)
    """
    return _WHENCE.fullmatch(text) is not None


def begins_with_by(text: str) -> bool:
    """Whether a line is a byline and begins with "By", in one of some languages, or with what someone did."""
    return _BY.match(text) is not None and is_byline(text, bare=False)


def signs(text: str) -> bool:
    """Whether a text begins with "By", also above a name of one word, as blogs have them.

    >>> signs("von gizzmo"), signs("gizzmo")
    (True, False)
    """
    return _HANDLE.fullmatch(text) is not None or begins_with_by(text)
