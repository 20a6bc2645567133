"""What web pages print around an article: lists of other headlines, captions, share, newsletter and copyright lines.

A single line is known by what it is as a whole; a list by a heading with list-like
lines behind it. A paragraph that only mentions such words is an article's.
"""

import re

from newssearch.readers.dates.printed_dates import AGO
from newssearch.readers.patterns import lazily
from newssearch.readers.plain import captions

LONGEST = 200
"""Characters of a line that may be boilerplate; a longer one is a paragraph."""


def _whole(*patterns: str) -> re.Pattern[str]:
    """One pattern for a whole line that is any of these, with marks around it."""
    return lazily(rf"\W{{0,3}}(?:{'|'.join(patterns)})\W{{0,4}}", re.IGNORECASE)


_HEADING = _whole(
    r"weekly hot|(?:most|best)[ -](?:read|popular|viewed|shared|commented|watched)\b.{0,30}",
    r"popular (?:now|stories|posts|articles|news)|editors?['’]?s?['’]? (?:picks?|choice)|up next|see also",
    r"related(?: (?:articles?|stories|news|links|coverage|content|topics|posts|reading|videos?))?",
    r"you (?:may|might|could) (?:also )?(?:like|be interested in|enjoy).{0,20}",
    r"(?:also )?read (?:more|also|next|on)(?: (?:on|about|from) .{1,40})?|what to read next",
    r"more (?:from|on|in|stories|news|headlines|coverage|top stories)\b.{0,40}|in case you missed it",
    r"recommended(?: (?:for you|stories|reading|articles|videos))?|don['’]t miss(?: .{1,20})?",
    r"trending(?: (?:now|news|stories|topics|on .{1,30}))?",
    r"(?:top|latest|other|hot|must-read) (?:stories|news|headlines|picks|articles|videos)(?: .{1,20})?",
    r"(?:sponsored|promoted|paid) (?:content|stories|links|posts)?|(?:more )?from (?:around )?the web|around the web",
    r"explore more on these topics|more on this (?:story|topic)|topics in this (?:story|article)",
    r"meistgelesen.{0,20}|mehr zum thema.{0,30}|lesen sie (?:auch|mehr)|auch interessant",
    r"das könnte (?:sie|dich) auch interessieren",
    r"(?:à )?lire (?:aussi|également)|les (?:plus|articles les plus) lus|sur le même (?:sujet|thème)",
    r"lo más (?:leído|visto|popular)|(?:las )?más leíd[ao]s|(?:también )?te puede interesar|noticias relacionadas",
    r"l(?:ee|ea) también|leia (?:também|mais)|(?:as )?mais lidas|leggi anche|i più letti",
    r"(?:가장 )?많이 본 (?:뉴스|기사)|(?:관련|인기|주요|추천) ?(?:기사|뉴스)|이 시각 (?:헤드라인|주요뉴스)",
    r"실시간 .{0,6}(?:기사|뉴스)|関連(?:記事|ニュース)|(?:アクセス)?ランキング|人気記事",
    r"(?:相关|相關|热门|熱門)(?:新闻|新聞|阅读|閱讀|文章)",
)
_OFFERED = r"newsletters?|alerts?|inbox|updates|briefing|channel|podcast|e-?mails?|free|our|the (?:daily|weekly)"
_READING = (
    r"read|de lecture|di lettura|de lectura|de leitura|lesezeit|reading|temps de lecture|tempo di lettura"
    r"|tiempo de lectura|tempo de leitura"
)
_SITES = r"x|twitter|facebook|instagram|telegram|whatsapp|linkedin|youtube|tiktok|google news|flipboard|threads|bluesky"
_LINE = _whole(
    rf"(?:sign up|subscribe|register) (?:now )?(?:for|to)\b(?=.*\b(?:{_OFFERED})\b).*",
    r"get (?:the |our )?(?:latest|top|best|day['’]s|breaking)\b.*\b(?:inbox|newsletters?|e-?mail|alerts?)\b.*",
    r"newsletter(?: sign-?up)?|(?:abonnieren|abonnez|suscríbe|assine|iscriviti)\S* .*newsletter.*",
    rf"(?:follow|like|join|find) (?:us|.{{1,30}}) on (?:{_SITES})\b.*",
    r"(?:download|get) (?:our|the) .{0,20}app\b.*|already a (?:subscriber|member)\b.*",
    r"adverts?|advertisement|advertising|advertorial|anzeige|werbung|publicité|publicidad|publicidade|pubblicità",
    r"광고|広告|廣告|广告|(?:story|article) continues (?:below|after)\b.*|scroll (?:down )?to continue.*",
    r"continue reading(?: .{1,30})?|skip (?:advertisement|to .{1,30})|(?:back to|go to) top",
    r"(?:©|ⓒ|\(c\) ?(?:\d{4}|copyright)|copyright ?(?:©|\(c\)|\d{4}|by\b)).*",
    r"our standards: .*|read our (?:privacy|comment) .*",
    rf"(?:about )?\d{{1,2}}[ -]?min(?:ut\w{{1,3}}|s)?\.? (?:{_READING})|listen to (?:this )?article.{{0,40}}",
    r"share full article|(?:close )?share panel|back to gallery|hide caption",
    r"(?:image|photo|picture) \d{1,3} (?:of|/) .{0,5}\d",
    r"media playback is .*|save this story|purchase licensing rights.*|see more(?: on)?: (?-i:[^\W\d_a-z]).{2,80}",
    rf"(?:estimated )?(?:{_READING})(?: time)?\W{{0,3}}(?:environ )?\d{{1,2}} ?min\w{{0,5}}\.?",
    rf"(?:(?:last )?(?:updated|published|posted):? )?(?:{AGO})",
    r"(?:sign up|subscribe|register)(?: (?:here|now|today|free|for free)){1,2}|reuse this content",
    r"(?:add|choose|prefer|set) .{1,30} (?:on|as an? .{0,20}source on) google(?: news)?",
    r"(?:\d+ |view |leave a |show |post a )comments?|comments? ?\(\d{1,5}\)",
    r"(?:read (?:more|also)|related|see also|also read) ?[:|»>–—] ?\S.{5,}(?<![.!])",
    r"(?:lire aussi|leia (?:também|mais)|leggi anche|lee también|lesen sie auch) ?[:|»>–—] ?\S.{5,}(?<![.!])",
    r"(?:click|tap) here (?:to|for) .*|(?:report|suggest) (?:a typo|an? (?:error|correction)).*",
)
_NOTICE = _whole(r".{0,100}\ball rights reserved\b.{0,60}", r".{0,60}(?:무단 ?전재|저작권자|無断転載).*")
_NOTICE_MARKS = ("rights reserved", "무단", "저작권자", "無断転載")
"""Of what each line of `_NOTICE` holds one, folded."""

_FIRST = lazily(r"\W*(\w{1,4})")
_FIRST_WORDS = frozenset(
    word[:4]
    for word in """
    a abonnez abonnieren about add advertisement advertising advertorial already also an anzeige around article as
    assine auch back best c choose click close comment continue copyright das de di don download editor estimated
    explore find follow from get go hace hide hot i il image in iscriviti join las last latest lea leave lee leggi
    leia les lesen lesezeit like lire listen lo mais media mehr meistgelesen more most must newsletter noticias one
    other our paid photo picture popular post posted prefer promoted pubblicità publicidad published purchase read
    reading recommended register related report reuse save scroll see set share show sign skip sponsored story
    subscribe suggest sur suscríbe también tap te tempo temps tiempo top topics trending up updated view vor weekly
    werbung what you
    """.split()  # noqa: SIM905 -- quotation marks would hide the words
)
"""The first letters of the first words of headings and lines, where they are ASCII and no figure."""

_SHARE_WORDS = frozenset(
    """a and article by comment comments copied copy e-mail email facebook flipboard gift kakaotalk like line link
    linkedin mail messenger more new on open opens in pinterest post print reddit save send share sharing story
    telegram this threads bluesky to tweet twitter url via viber vk wechat weibo whatsapp window with x xing
    """.split()  # noqa: SIM905 -- quotation marks would hide the words
)
_SHARE_MARKS = frozenset(
    [
        "copy",
        "facebook",
        "flipboard",
        "linkedin",
        "print",
        "reddit",
        "share",
        "telegram",
        "tweet",
        "twitter",
        "whatsapp",
    ]
)
_WORD = lazily(r"[\w-]+")
MOST_BUTTONS = 15
"""Words of a line of buttons."""

_BULLET = lazily(r"(?:[-–—•·▪▶►*]|\[?\d{1,2}[.)\]:]|\d{1,2}(?=\D))\s*\S")
_SENTENCE_END = lazily(r"[.!?。！？…][\"'”’)\]」』]*$")


def is_line(line: str) -> bool:
    """Whether a whole line is boilerplate by itself.

    >>> is_line("Sign up for our daily newsletter."), is_line("Sign up for a class, she said, and learn.")
    (True, False)
    """
    return _says_so(line) or (len(line) <= LONGEST and is_share(line))


def _says_so(line: str) -> bool:
    if captions.is_caption(line):
        return True
    if len(line) > LONGEST:
        return False
    folded = line.casefold()
    noticed = any(mark in folded for mark in _NOTICE_MARKS) and _NOTICE.fullmatch(line) is not None
    return noticed or _LINE.fullmatch(line) is not None


def is_share(line: str) -> bool:
    """Whether a line is made of the names of buttons, one of which is for sharing and nothing else."""
    words = _buttons(line)
    return bool(words) and not _SHARE_MARKS.isdisjoint(words)


def _buttons(line: str) -> list[str]:
    """The words of a line of buttons; none where there is any other word."""
    words: list[str] = []
    for word in _WORD.finditer(line[:LONGEST].casefold()):
        if word[0] not in _SHARE_WORDS or len(words) == MOST_BUTTONS:
            return []
        words.append(word[0])
    return words


_COUNT = lazily(r"\(\d{1,5}\)")


def share_lines(lines: list[str]) -> frozenset[int]:
    """Which lines are buttons by their company: `X` and `Save` next to `Share`, or three such in a row.

    >>> sorted(share_lines(["Share", "X", "Save", "", "Email was slow."]))
    [0, 1, 2]
    """
    found: set[int] = set()
    row: list[int] = []
    for at, line in enumerate([*lines, "."]):
        text = line.strip()
        if not text:
            continue
        if _buttons(text) or _COUNT.fullmatch(text):
            row.append(at)
            continue
        named = [one for one in row if _buttons(lines[one])]
        if len(named) > 2 or (len(row) > 1 and any(is_share(lines[one]) or _heads_count(lines[one]) for one in named)):
            found.update(row)
        row = []
    return frozenset(found)


def _heads_count(line: str) -> bool:
    return line.strip().casefold() in {"comment", "comments"}


def is_heading(line: str) -> bool:
    """Whether a line may head a list of other articles."""
    return len(line) <= LONGEST and _HEADING.fullmatch(line) is not None


_ALL_FIRST_WORDS = _FIRST_WORDS | {re.split(r"\W", word)[0][:4] for word in _SHARE_WORDS}


def _suspects(lines: list[str]) -> list[int]:
    """The lines that may be headings, buttons or lines of boilerplate; any other is none, by how it begins.

    That costs a tenth of asking what each line is, and most texts have no boilerplate.
    """
    text = "\n".join(lines).casefold()
    if any(mark in text for mark in (*_NOTICE_MARKS, "©", "ⓒ")) or captions.may_be_in(text):
        return [*range(len(lines))]
    firsts = map(_FIRST.match, text.split("\n"))
    return [at for at, first in enumerate(firsts) if first and _is_suspect(first[1])]


def _is_suspect(first: str) -> bool:
    return first in _ALL_FIRST_WORDS or not first.isascii() or first[0].isdigit()


def part(lines: list[str]) -> tuple[list[str], list[str]]:
    """A text's lines as the article's and the boilerplate, both in order.

    >>> part(["Oil fell.", "Most read", "- 1Gold rises", "- 2Silver falls", "It rose again on Monday."])
    (['Oil fell.', 'It rose again on Monday.'], ['Most read', '- 1Gold rises', '- 2Silver falls'])
    """
    suspects = [lines[at].strip() for at in _suspects(lines)]
    if not any(_says_so(line) or is_heading(line) or _buttons(line) for line in suspects):
        return lines, []
    kept: list[str] = []
    boilerplate: list[str] = []
    at = 0
    last = max((at for at, line in enumerate(lines) if line.strip()), default=0)
    shared = share_lines(lines)
    while at < len(lines):
        line = lines[at].strip()
        if line and line[0].isalpha() and line[0].islower() and kept and kept[-1].strip():
            kept.append(lines[at])  # a wrapped sentence goes on
            at += 1
            continue
        end = _list_end(lines, at, last) if is_heading(line) and at not in shared else at
        if end > at:
            boilerplate += [stripped for item in lines[at:end] if (stripped := item.strip())]
            at = end
            continue
        if at in shared or is_line(line):
            boilerplate.append(line)
            if _is_box(lines, at):
                at += 1
                boilerplate.append(lines[at].strip())
        else:
            kept.append(lines[at])
        at += 1
    if not any(map(str.strip, kept)):  # a summary that is but a caption
        kept = [line for line in boilerplate if captions.is_caption(line)]
        boilerplate = [line for line in boilerplate if not captions.is_caption(line)]
    return kept, boilerplate


_NEWSLETTER = lazily(r"\bnewsletters?\b|\be-?mail\b|\binbox\b", re.IGNORECASE)


def _is_box(lines: list[str], at: int) -> bool:
    """Whether the line below an offer of a newsletter, between blank lines, goes on with it."""
    below = lines[at + 1].strip() if at + 1 < len(lines) else ""
    alone = (at == 0 or not lines[at - 1].strip()) and (at + 2 >= len(lines) or not lines[at + 2].strip())
    return 0 < len(below) <= 80 and alone and _NEWSLETTER.search(lines[at]) is not None


def _list_end(lines: list[str], heading: int, last: int) -> int:
    """Where the list under a heading ends; `heading` itself where there is none.

    A list without bullets needs two lines, or the end of the text (its `last` line that
    is not blank) behind it: what stands above one more paragraph may be a subhead.
    """
    items = 0
    end = at = heading + 1
    bulleted: bool | None = None
    while at < len(lines):
        line = lines[at].strip()
        at += 1
        if not line:
            continue
        has_bullet = _BULLET.match(line) is not None
        if bulleted is None:
            bulleted = has_bullet
        listed = len(line) <= LONGEST and (has_bullet if bulleted else not _SENTENCE_END.search(line))
        if not listed and not is_line(line) and not is_heading(line):
            break
        items += 1
        end = at
    return end if (bulleted and items) or items > 1 or end > last else heading
