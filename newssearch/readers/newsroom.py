"""The words of a newsroom: agencies, papers, desks, roles and sections, which are no people's names."""

import re

from newssearch.analysis import fold
from newssearch.readers.patterns import lazily


def _table(text: str) -> frozenset[str]:
    return frozenset(part.strip() for part in text.replace("\n", ",").split(",") if part.strip())


_AGENCIES = _table("""
    aap, afp, agence france-presse, agence france presse, agencia efe, anadolu, ani, ansa, anp, ap, apa, ats, bbc, belga
    associated press, bernama, bloomberg, canadian press, cnn, dow jones, dpa, efe, hollywood reporter, ians, ifr, irna
    interfax, itar-tass, jiji, jiji press, kcna, kuna, kyodo, lusa, newsis, ntb, pa, pa media, press association, pti
    press trust of india, reuter, reuters, reuters life, rlpc, sputnik, tass, thomson reuters, thomson reuters accelus
    united press international, upi, variety, xinhua, yonhap, 연합뉴스, 뉴시스, 뉴스1, 新华社, 新華社, 共同, 共同通信
    ロイター, 時事, 時事通信
""")
_NEWSROOM = _table("""
    agency, agencies, board, bureau, bureaus, bureaux, desk, editors, news, newsroom, newswire, newswires, staff, team
    wires
""")
_PAPERS = _table("""
    chronicle, daily, dispatch, examiner, gazette, guardian, herald, inquirer, magazine, mailonline, network, observer
    radio, telegraph, television, times, today, tribune, tv, weekly, jerusalem post, new york post, washington post
    huffington post, wall street journal
""")
_ROLES = _table("""
    analyst, anchor, blogger, chief, columnist, commentator, contributor, correspondent, critic, editor, fellow, intern
    journalist, photographer, producer, reporter, stringer, writer, editor-in-chief, redakteur, redakteurin
    korrespondent, korrespondentin, reporterin, journaliste, correspondant, correspondante, rédacteur, rédactrice
    periodista, redactor, redactora, corresponsal, jornalista, repórter, giornalista, corrispondente, inviato
    기자, 특파원, 논설위원, 인턴기자, 記者, 记者, 特派員
""")
_POSTS = _table("""
    adviser, advisor, author, chair, chairman, director, economist, executive, founder, head, historian, lawyer
    lecturer, manager, member, minister, officer, president, professor, researcher, scientist, secretary, strategist
""")
_INSTITUTIONS = _table("center, centre, college, council, foundation, institute, institution, school, university")
_FIELDS = _table("""
    africa, arts, asia, assistant, associate, bureau, business, city, contributing, courts, crime, culture, data
    defence, defense, deputy, diplomatic, economics, education, energy, environment, europe, european, executive
    features, finance, financial, food, foreign, freelance, general, global, guest, health, international, legal
    investigative, managing, media, metro, national, news, our, political, politics, science, security, senior, special
    sport, sports, staff, state, tech, technology, travel, washington, world
""")
_BEATS = _table("""
    asia pacific, capitol hill, city hall, downing street, real estate, supreme court, wall street, white house
""")
_PLACES = _table("""
    abu dhabi, addis ababa, costa rica, hong kong, phnom penh, saudi arabia, sri lanka, tel aviv, washington dc
    washington d.c.
""")
_TWO_WORD_PLACE = lazily(
    r"(?:new|los|las|san|santa|sao|são|north|south|east|west|middle|cape|puerto|united|rio de|buenos|kuala|the|st"
    r"|ho chi)\.? \S|\S+ (?:city|island|islands|republic)$",
    re.IGNORECASE,
)
_SECTIONS = _table("""
    africa, america, analysis, asia, books, breaking, business, china, cities, climate, comment, cricket, culture
    economy, editorial, education, entertainment, environment, europe, exclusive, features, film, finance, football
    health, home, india, international, latest, life, lifestyle, live, local, market, markets, media, middle, money
    movies, music, nation, national, news, opinion, photo, photos, podcast, politics, report, reports, review, science
    society, special, sport, sports, story, style, tech, technology, television, top, travel, uk, update, us, video
    weather, weekly, world
""")
_QUANTITIES = _table("all, more, most, other, read, related, the")
_CJK_ROLE = lazily(r"(?:本报|本報|本刊|本社|新华社|新華社)?(?:见习|实习|首席)?(?:记者|記者)")


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
    return fold(words[-1]) in _NEWSROOM or words[0].casefold() == "the"


def is_wire(text: str) -> bool:
    """Whether this is the name of a known agency, with or without its article."""
    return fold(text).strip(" .,!*").removeprefix("the ") in _AGENCIES


def is_paper(text: str) -> bool:
    """Whether this is a newspaper's or station's name, where it stands behind a person's.

    >>> is_paper("USA TODAY"), is_paper("The Washington Post"), is_paper("Emily Post")
    (True, True, False)
    """
    words = fold(" ".join(_bare(text))).removeprefix("the ").split()
    if not 0 < len(words) <= 4 or "and" in words:
        return False
    return words[-1] in _PAPERS or " ".join(words[-2:]) in _PAPERS


def is_nobody(text: str) -> bool:
    """Whether this says only that the newsroom wrote it: `Staff`, `agencies`."""
    words = _bare(text)
    return bool(words) and len(words) <= 3 and all(word.casefold() in _NEWSROOM | {"and", "the"} for word in words)


def is_section(text: str) -> bool:
    """Whether this is a section's name, or a heading such as `Most Read News`.

    >>> is_section("WORLD NEWS"), is_section("All News"), is_section("World Food Prize")
    (True, True, False)
    """
    words = [word.casefold() for word in _bare(text)]
    return not _SECTIONS.isdisjoint(words) and all(
        word in _SECTIONS or word in _QUANTITIES | {"&", "and"} for word in words
    )


def begins_section(text: str) -> bool:
    """Whether the first word is a section's."""
    return any(word.casefold() in _SECTIONS for word in _bare(text)[:1])


def is_place(text: str) -> bool:
    """Whether several words are a place's name and no person's: `New York`, `Tel Aviv`."""
    name = " ".join(_bare(text))
    return fold(name) in _PLACES or _TWO_WORD_PLACE.match(name) is not None


def is_role(text: str) -> bool:
    """Whether this is a role or a post and nothing else: `Reporter`, `Senior Political Editor`."""
    words = _role_words(text)
    return ends_in_role(text) and all(word in _FIELDS or word in {"and", "of"} or _is_role(word) for word in words)


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
    if not _INSTITUTIONS.isdisjoint(small):
        return True
    headed = any(
        (word in _POSTS or _is_role(word))
        and (at + 1 == len(small) or small[at + 1] in {"of", "at", "for", "in", "and"})
        for at, word in enumerate(small)
    )
    return headed and (words[0].islower() or len(small) > 2 or small[-1] not in _POSTS)


def parted_role(words: list[str]) -> tuple[int, int]:
    """Where the name lies in words that a role may stand before or behind.

    >>> parted_role(["Jane", "Doe", "Staff", "Writer"])
    (0, 2)
    """
    roles = _role_words(" ".join(words))
    last = len(words)
    if last > 1 and _is_role(roles[-1]):
        last -= 1
        while last > 2 and roles[last - 1] in _FIELDS:
            last -= 1
    before = last > 1 and _is_role(roles[0]) and (last > 2 or not roles[0].isascii())
    return (1 if before else 0), last


def is_beat(words: list[str]) -> bool:
    """Whether the words before a role say what it is about, and are no name: `U.S. Economics`, `White House`."""
    beat = [fold(word).strip(".") for word in words]
    return (
        len(beat) < 2
        or not _FIELDS.isdisjoint(beat)
        or not _SECTIONS.isdisjoint(beat)
        or any(map(_is_role, beat))
        or any(_is_acronym(word) for word in words)
        or " ".join(beat[:2]) in _BEATS
        or is_place(" ".join(words))
        or not all(word[0].isupper() for word in words)
    )


def wire_behind(words: list[str]) -> int:
    """Where a wire's name of several words begins behind a name of two or more; else the number of words."""
    return next((at for at in range(2, len(words) - 1) if is_wire(" ".join(words[at:]))), len(words))


def _bare(text: str) -> list[str]:
    return text.strip(" .,!*").split()


def _is_acronym(word: str) -> bool:
    return len(word) > 2 and word.isalpha() and word.isupper()


def _is_role(word: str) -> bool:
    return word in _ROLES or _CJK_ROLE.fullmatch(word) is not None


def _role_words(text: str) -> list[str]:
    return [word if word in _ROLES else word.removesuffix("s") if word.removesuffix("s") in _ROLES else word
            for word in (word.replace(".", "") or word for word in text.casefold().split())]  # fmt: skip
