"""The menu of a page above its headline, as it is copied with the page: on one line, or an item on each."""

import re
from collections.abc import Sequence

from newssearch.readers.bylines import newsroom
from newssearch.readers.bylines.lines import is_byline
from newssearch.readers.dates import date_lines
from newssearch.readers.patterns import lazily

MOST = 80
"""Lines at the top of a page that are looked at."""

_LONGEST_ITEM = 4
"""Words of the longest item of a menu."""

_LINE = lazily(
    r"(?:skip|jump) to (?:main |the )?(?:content|navigation|article).*|(?:zum|direkt zum) inhalt.*|aller au contenu.*"
    r"|(?:saltar|ir) al contenido.*|subscribe (?:now|today)\b.*|(?:[^|›»•>]{1,30}[|›»•>]){2,20}[^|›»•>]{1,30}",
    re.IGNORECASE,
)
"""A menu on one line, and the links above it."""

_ITEM = lazily(
    r"home(?: ?page)?|menu|main menu|navigation|sections|search(?: .{1,20})?|open .{0,12}menu|close(?: .{0,12}menu)?"
    r"|(?:sign|log) ?(?:in|up|out)|register|subscribe|my account|account|profile|newsletters?|e-?paper|today's paper"
    r"|support us|donate|shop|jobs|weather|video|videos|podcasts?|live|crosswords?|games|obituaries|classifieds"
    r"|startseite|suche|anmelden|abo|abonnieren|merkliste|accueil|rechercher|se connecter|connexion|s'abonner|abonnés"
    r"|inicio|buscar|iniciar sesión|suscríbete|suscribirse|início|entrar|assine|cerca|accedi|abbonati"
    r"|메뉴|검색|로그인|홈|главная|поиск|войти|подписаться",
    re.IGNORECASE,
)


def end(lines: Sequence[str], first: int) -> int:
    """The line below the menu that begins at the line `first`; `first` where none does, or where nothing is below it.

    An item on each line is a menu's where it begins with what only menus say; it ends with
    the last line that is known as an item of menus, before the first that is none at all.

    >>> end(["Home", "News", "Harbour life", "Sign in", "Oil falls", "By Jane Doe"], 0)
    4
    >>> end(["Oil falls", "News"], 0), end(["Home", "By Jane Doe"], 0)
    (0, 0)
    """
    start = first
    while _LINE.fullmatch(lines[first].strip()):
        below = _next(lines, first)
        if below is None:
            return first
        first = below
    known = [at for at in _run(lines, first) if _is_item(lines[at].strip())]
    below = _next(lines, known[-1]) if known else None
    if below is None or (len(known) < 2 and first == start):
        return first
    return below


def _run(lines: Sequence[str], first: int) -> list[int]:
    """The lines from the first item on that may be a menu's."""
    if not _ITEM.fullmatch(lines[first].strip()):
        return []
    found: list[int] = []
    for at in range(first, min(first + MOST, len(lines))):
        text = " ".join(lines[at].split())
        if text and not _may_be_item(text):
            break
        if text:
            found.append(at)
    return found


def _is_item(text: str) -> bool:
    return _ITEM.fullmatch(text) is not None or newsroom.is_section(text) or _LINE.fullmatch(text) is not None


def _may_be_item(text: str) -> bool:
    if _is_item(text):
        return True
    is_short = len(text.split()) <= _LONGEST_ITEM and not text.endswith((".", "!", "?", ":", "…", "。"))
    return is_short and not is_byline(text, bare=False) and not date_lines.read(text, "", "UTC").dates


def _next(lines: Sequence[str], at: int) -> int | None:
    """The next line with text, if any."""
    return next((number for number in range(at + 1, len(lines)) if lines[number].strip()), None)
