"""The words of a newsroom: agencies, papers, desks, roles and sections, which are no people's names."""

import re

from newssearch.analysis import fold
from newssearch.patterns import lazily
from newssearch.readers.bylines.words import (
    ACRONYMS,
    AGENCIES,
    BEATS,
    FIELDS,
    INSTITUTIONS,
    NEWSROOM,
    NOBODY,
    OF,
    ORGANISATIONS,
    OURS,
    PAPERS,
    PLACES,
    POSTS,
    QUANTITIES,
    REDACTIONS,
    ROLES,
    SECTIONS,
    SURNAMES_TOO,
    VOCABULARY,
)

_WEBSITE = lazily(
    r"(?:[\w-]+\.){1,4}(?:com|net|org|info|news|live|media|tv|fm|ly|io|eu|a[et]|ar|au|be|br|ca|ch|cl|cn|co|cz|de|dk|es|fi|fr"
    r"|gr|hk|hu|ie|il|in|it|jp|ke|kr|mx|my|ng|nl|no|nz|pe|ph|pl|pt|ro|ru|se|sg|th|tr|ua|uk|us|vn|za)"
)
_TWO_WORD_PLACE = lazily(
    r"(?:new|los|las|san|santa|sao|são|north|south|east|west|middle|cape|puerto|united|rio de|buenos|kuala|the|st"
    r"|ho chi)\.? \S|\S+ (?:city|island|islands|republic)$",
    re.IGNORECASE,
)
_DESK = lazily(r"^[^/]{2,12}/[a-z]{2,4}$")
_CJK_ROLE = lazily(r"(?:本报|本報|本刊|本社|新华社|新華社)?(?:见习|实习|首席)?(?:记者|記者)")


def speaks_of(words: list[str]) -> bool:
    """Whether any of these words is a newsroom's: where none is, they are no agency, paper, role or organisation.

    >>> speaks_of(["Jane", "Doe"]), speaks_of(["Staff", "Writer"]), speaks_of(["harbour.com"])
    (False, True, True)
    """
    for word in words:
        bare = word.strip(" .,!*:'’\"“”").casefold()
        bare = bare if bare.isascii() else fold(bare)
        if bare in VOCABULARY or bare.removesuffix("s") in VOCABULARY or "." in bare:
            return True
    return False


def is_agency(text: str) -> bool:
    """Whether this names an agency or a newsroom and clearly no person.

    >>> is_agency("BBC News"), is_agency("Guardian staff"), is_agency("World News")
    (True, True, False)
    """
    words = _bare(text)
    if is_wire(text):
        return True
    if not 1 < len(words) <= 4 or any(word.islower() for word in words[1:-1]) or is_section(text):
        return False
    return fold(words[-1]) in NEWSROOM or words[0].casefold() == "the"


def is_wire(text: str) -> bool:
    """Whether this is the name of a known agency, with or without its article or its desk.

    >>> is_wire("the Associated Press"), is_wire("dpa/lno"), is_wire("AP/Jane Doe")
    (True, True, False)
    """
    name = fold(text).strip(" .,!*").removeprefix("the ")
    return name in AGENCIES or (_DESK.search(text) is not None and name.partition("/")[0] in AGENCIES)


def is_paper(text: str) -> bool:
    """Whether this is a newspaper's or station's name.

    >>> is_paper("USA TODAY"), is_paper("The Washington Post"), is_paper("Emily Post"), is_paper("Jane Daily")
    (True, True, False, False)
    """
    words = fold(" ".join(_bare(text))).split()
    if not 0 < len(words) <= 5 or ("and" in words[:-1] and " ".join(words) not in PAPERS):
        return False
    if words[-1] in SURNAMES_TOO:
        return words[0] in {"the", *SURNAMES_TOO} or " ".join(words) in PAPERS
    return words[-1] in PAPERS or any(" ".join(words[-size:]) in PAPERS for size in (2, 3))


def is_nobody(text: str) -> bool:
    """Whether this says only that the newsroom wrote it: `Staff`, `agencies`."""
    words = _bare(text)
    return 0 < len(words) <= 5 and all(fold(word) in NOBODY for word in words)


def is_organisation(text: str) -> bool:
    """Whether this is an organisation, a newsroom or a website, and no person, where a person's name may stand.

    >>> is_organisation("Hafen-Verlag GmbH"), is_organisation("harbour.example.com"), is_organisation("Jane Doe")
    (True, True, False)
    """
    words = [fold(word).strip(".") for word in _bare(text)]
    if len(words) < 2:
        return _WEBSITE.fullmatch(text.strip()) is not None
    return (
        words[0] in REDACTIONS
        or not ORGANISATIONS.isdisjoint(words)
        or (
            words[-1] in {"report", "reports", "service", "services"}
            and words[-2] in {"news", "press", "staff", "wire"}
        )
        or _is_desk_of_wire(words)
    )


def is_no_person(text: str) -> bool:
    """Whether this is an agency, a paper or another organisation."""
    return is_agency(text) or is_paper(text) or is_organisation(text)


def _is_desk_of_wire(words: list[str]) -> bool:
    """Whether this is a wire or a part of one: `BBC News`, `CNN Business`."""
    return is_wire(" ".join(words)) or (is_wire(words[0]) and {fold(word) for word in words[1:]} <= SECTIONS | FIELDS)


def employer(words: list[str]) -> int:
    """How many words name the agency or paper that a role follows: 2 of `Harbour Times Staff Writer`, else 0."""
    for end in range(min(len(words) - 1, 4), 0, -1):
        name = " ".join(words[:end])
        if is_role(" ".join(words[end:])) and (
            is_wire(name)
            or (
                not {fold(word) for word in words[:end]} <= FIELDS
                and fold(words[end - 1]) != "staff"
                and (is_paper(name) or is_agency(name))
            )
        ):
            return end
    return 0


def is_section(text: str) -> bool:
    """Whether this is a section's name, or a heading such as `Most Read News`.

    >>> is_section("WORLD NEWS"), is_section("All News"), is_section("World Food Prize")
    (True, True, False)
    """
    words = [word.casefold() for word in _bare(text)]
    return not SECTIONS.isdisjoint(words) and all(
        word in SECTIONS or word in QUANTITIES | {"&", "and"} for word in words
    )


def begins_section(text: str) -> bool:
    """Whether the first word is a section's."""
    return any(word.casefold() in SECTIONS for word in _bare(text)[:1])


def is_place(text: str) -> bool:
    """Whether several words are a place's name and no person's: `New York`, `Tel Aviv`."""
    name = " ".join(_bare(text))
    return fold(name) in PLACES or _TWO_WORD_PLACE.match(name) is not None


def is_role(text: str) -> bool:
    """Whether this is a role or a post and nothing else: `Reporter`, `Senior Political Editor`."""
    words = _role_words(text)
    return ends_in_role(text) and all(word in FIELDS or word in {"and", "of"} or _is_role(word) for word in words)


def ends_in_role(text: str) -> bool:
    """Whether a role's name ends or heads this: `U.S. Economics Editor`, `Head of News`."""
    words = _role_words(text)
    return bool(words) and (_is_role(words[-1]) or words[0] in {"editor", "head", "editor-in-chief", "director"})


def is_post(text: str) -> bool:
    """Whether this is what someone is or where, and no name: `associate professor of history`.

    >>> is_post("associate professor of history"), is_post("Yale University"), is_post("John Author")
    (True, True, False)
    """
    words = text.split()
    small = [word.strip(".").casefold() for word in words]
    if not INSTITUTIONS.isdisjoint(small):
        return True
    headed = any(
        (word in POSTS or _is_role(word)) and (at + 1 == len(small) or small[at + 1] in OF)
        for at, word in enumerate(small)
    )
    return headed and (words[0].islower() or len(small) > 2 or small[-1] not in POSTS)


def parted_role(words: list[str]) -> tuple[int, int]:
    """Where the name lies in words that a role may stand before or behind.

    >>> parted_role(["Jane", "Doe", "Staff", "Writer"])
    (0, 2)
    """
    roles = _role_words(" ".join(words))
    last = len(words)
    if last > 1 and _is_role(roles[-1]):
        last -= 1
        while last > 2 and roles[last - 1] in FIELDS:
            last -= 1
    return _role_ahead(roles[:last]), last


def _role_ahead(roles: list[str]) -> int:
    """How many words are a role before a name: 2 of `Staff Writer Jane Doe`, 1 of `기자 임인택`."""
    for at, word in enumerate(roles[:4]):
        if _is_role(word):
            return at + 1 if len(roles) > at + 2 or (at == 0 and len(roles) > 1 and not word.isascii()) else 0
        if word not in FIELDS and word not in OURS:
            return 0
    return 0


def is_beat(words: list[str]) -> bool:
    """Whether the words before a role say what it is about, and are no name: `U.S. Economics`, `White House`."""
    beat = [fold(word).strip(".") for word in words]
    return (
        len(beat) < 2
        or not FIELDS.isdisjoint(beat)
        or not SECTIONS.isdisjoint(beat)
        or any(map(_is_role, beat))
        or any(_is_acronym(word) for word in words)
        or " ".join(beat[:2]) in BEATS
        or is_place(" ".join(words))
        or not all(word[0].isupper() for word in words)
    )


def employer_behind(words: list[str]) -> int:
    """Where an agency or paper begins behind a name of two words or more, with a role or without; else their number.

    >>> employer_behind("Jane Doe Associated Press".split()), employer_behind("JANE DOE AP Business Writer".split())
    (2, 2)
    """
    for at in range(2, len(words)):
        name = " ".join(words[at:])
        alone = at == len(words) - 1
        if (not alone and (_is_desk_of_wire(words[at:]) or employer(words[at:]))) or (alone and name in ACRONYMS):
            return at
        if words[at].casefold() == "the" and (is_paper(name) or is_agency(name)) and not is_role(words[-1]):
            return at
    return len(words)


def _bare(text: str) -> list[str]:
    return text.strip(" .,!*").split()


def _is_acronym(word: str) -> bool:
    return len(word) > 2 and word.isalpha() and word.isupper()


def _is_role(word: str) -> bool:
    return word in ROLES or _CJK_ROLE.fullmatch(word) is not None


def _role_words(text: str) -> list[str]:
    return [word if word in ROLES else word.removesuffix("s") if word.removesuffix("s") in ROLES else word
            for word in (word.replace(".", "") or word for word in text.casefold().split())]  # fmt: skip
