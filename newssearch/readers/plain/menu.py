"""The menu of a page above its headline, as it is copied with the page: on one line, or an item on each."""

import re
from collections.abc import Sequence
from functools import lru_cache

from newssearch.patterns import lazily
from newssearch.readers.bylines import newsroom
from newssearch.readers.bylines.lines import is_byline
from newssearch.readers.dates import date_lines
from newssearch.readers.plain import boilerplate
from newssearch.readers.plain.size import count

MOST = 80
"""Lines at the top of a page that are looked at."""

_LONGEST_ITEM = 4
"""Words of the longest item of a menu."""

_LONGEST_HEADLINE = 30

_ABOVE = 3
"""Lines that may stand above a menu."""

_LINE = lazily(
    r"(?:skip|jump) to (?:main |the )?(?:content|navigation|article).*|(?:zum|direkt zum) inhalt.*|aller au contenu.*"
    r"|(?:saltar|ir) al contenido.*|subscribe (?:now|today)\b.*|(?:[^|›»•>]{1,30}[|›»•>]){2,20}[^|›»•>]{1,30}"
    r"|(?:[^/]{1,30} / ){2,20}[^/]{1,30}",
    re.IGNORECASE,
)
"""A menu on one line, and the links above it."""

_ITEM = lazily(
    r"(?:\S{1,20} ){0,3}(?:home ?page|logo)|.{1,40}back to home|news|world|u\.?s\.?|uk|politics|business|markets"
    r"|sports?|opinion|culture|lifestyle|(?:show )?more(?: .{1,12})?|my news|print(?: subscriptions)?|advertisement"
    r"|notifications|(?:your )?account|share|save|(?:international|us|uk) edition|accessibility(?: help)?"
    r"|home(?: > .{1,20})?|menu|main menu|navigation|sections|search(?: .{1,20})?|open .{0,12}menu"
    r"|close(?: .{0,12}menu)?"
    r"|(?:sign|log) ?(?:in|up|out)|register|subscribe|my account|account|profile|newsletters?|e-?paper|today's paper"
    r"|support us|donate|shop|jobs|weather|video|videos|podcasts?|live|crosswords?|games|obituaries|classifieds"
    r"|startseite|suche|anmelden|abo|abonnieren|merkliste|accueil|rechercher|se connecter|connexion|s'abonner|abonnés"
    r"|inicio|buscar|iniciar sesión|suscríbete|suscribirse|início|entrar|assine|cerca|accedi|abbonati"
    r"|메뉴|전체메뉴|검색|로그인|회원가입|홈|본문 ?바로가기|최신기사|정치|경제|사회|국제|북한|전국|문화|스포츠|연예"
    r"|本文へ.{1,8}|メニュー|検索|ログイン|会員登録|ホーム|トップ(?:ページ)?|ニュース|記事|社会|経済|政治|国際|スポーツ"
    r"|首页|首頁|登录|登錄|注册|註冊|搜索|新闻|新聞|国内|國內|国际|國際|财经|財經|体育|體育|главная|поиск|войти|подписаться",
    re.IGNORECASE,
)


_LABEL = lazily(
    r"\W{0,2}(?:exclusive|premium|plus|long read|guest (?:essay|post)|opinion(?: piece)?|letters?|breaking(?: news)?"
    r"|live|(?:gast)?kommentar|meinung|leitartikel|analyse|interview|reportage|glosse|kolumne|porträt|hintergrund|exklusiv"
    r"|eilmeldung|abonnés|réservé|tribune|chronique|billet|éditorial|entretien|enquête|récit|portrait|exclusif"
    r"|en direct|direct|opinión|análisis|editorial|columna|entrevista|exclusiva|en exclusiva|última hora|reportaje"
    r"|opinião|análise|exclusivo|coluna|reportagem|commento|analisi|intervista|l['’]intervista|esclusiva|opinie"
    r"|commentaar|column|achtergrond|komentarz|opinia|wywiad|debatt|ledare|krönika|мнение|интервью|эксклюзив"
    r"|단독|속보|사설|칼럼|기고|인터뷰|独自|独占|有料記事|速報|社説|論説|インタビュー|快讯|独家|社论|时评"
    r"|this article is more than .{1,20} old)\W{0,2}",
    re.IGNORECASE,
)
"""What stands above a headline and says what kind of article it is, or for whom."""


def end(lines: Sequence[str], first: int) -> int:
    """The line below the menu that begins at the line `first`; `first` where none does, or where nothing is below it.

    An item on each line is a menu's where it begins with what only menus say, at the top or a
    line or two below it. It ends before the first line that is none and may be a headline;
    else with the last line that is known as an item of menus.

    >>> end(["Home", "News", "Harbour life", "Sign in", "Oil falls", "By Jane Doe"], 0)
    4
    >>> end(["Home", "Wales", "Villagers keep their last bank open", "By Jane Doe"], 0)
    2
    >>> end(["Oil falls", "News"], 0), end(["Home", "By Jane Doe"], 0)
    (0, 0)
    """
    start = first
    while _LINE.fullmatch(lines[first].strip()):
        below = _next(lines, first)
        if below is None:
            return first
        first = below
    begin: int | None = first
    for _ in range(_ABOVE):
        run = [] if begin is None else _run(lines, begin)
        known = [at for at in run if is_item(lines[at].strip())]
        several = len(known) > 1
        if known and (several or begin == first):
            after = _next(lines, run[-1])
            if after is not None and _is_headline(lines[after]) and not is_sentence(lines[run[-1]]):
                return after
            below = _next(lines, known[-1])
            if below is not None and begin == first and (several or first != start):
                return below
        begin = None if begin is None else _next(lines, begin)
    return first


def _is_headline(line: str) -> bool:
    """Whether a line is too long for an item, and may be a headline."""
    text = " ".join(line.split())
    return (
        _LONGEST_ITEM < count(text) < _LONGEST_HEADLINE
        and not text.endswith((".", ":"))
        and not boilerplate.is_line(text)
        and not is_byline(text, bare=False)
        and not date_lines.read(text, "", "UTC").dates
    )


_SMALL = frozenset(["about", "after", "from", "into", "over", "than", "under", "with"])
"""Words that are small in headlines and names in title case."""


def is_sentence(line: str) -> bool:
    """Whether a short line has words as a headline has them, "Harbour to close": items are names."""
    words = line.split()
    return len(words) > 2 and any(len(word) > 3 and word.islower() and word not in _SMALL for word in words)


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


def is_label(text: str) -> bool:
    """Whether a line says of what kind the article below it is, or for whom."""
    return _LABEL.fullmatch(text) is not None


@lru_cache(maxsize=8192)
def is_item(text: str) -> bool:
    """Whether a line is what menus say, or stands above headlines."""
    return any(pattern.fullmatch(text) for pattern in (_ITEM, _LABEL, _LINE)) or newsroom.is_section(text)


def _may_be_item(text: str) -> bool:
    if is_item(text):
        return True
    is_short = len(text.split()) <= _LONGEST_ITEM and not text.endswith((".", "!", "?", ":", "…", "。"))
    is_name = newsroom.is_agency(text) or newsroom.is_paper(text)  # of the site, and nobody's byline here
    return is_short and (is_name or not is_byline(text, bare=False)) and not date_lines.read(text, "", "UTC").dates


def _next(lines: Sequence[str], at: int) -> int | None:
    """The next line with text, if any."""
    return next((number for number in range(at + 1, len(lines)) if lines[number].strip()), None)
