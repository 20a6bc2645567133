"""Datelines in Korean, Japanese and Chinese: `[서울=연합뉴스]`, `【北京＝山田太郎】`, `本报讯（记者李四）`."""

from typing import NamedTuple

from newssearch.patterns import lazily
from newssearch.readers.bylines import cjk, newsroom

_HAN = r"\u3400-\u9fff々"
_OPEN, _CLOSE = r"[\[(（【]", r"[\])）】]"
_SOURCE = lazily(
    rf"{_OPEN}(?P<place>[^\W\d_]{{1,12}}(?:[·/][^\W\d_]{{1,12}})*)[=＝](?P<source>[^\[\](){{}}（）【】=＝]{{2,30}}){_CLOSE}"
    r"(?: ?(?P<reporter>[^\W\d_]{2,5}(?:[·, ]{1,2}[^\W\d_]{2,5}){0,3} ?(?:기자|특파원|記者)) ?=)?\s*"
)
_DATED = lazily(
    rf"{_OPEN}(?P<place>[^\W\d_]{{1,12}}) (?P<date>(?:\d{{1,2}}月)?\d{{1,2}}日) (?P<agency>\w{{2,12}}){_CLOSE}"
    r"(?: ?[-–—])?\s*"
)
_GLUED = lazily(r"【(?P<place>[^\W\d_]{2,12}?)(?P<agency>共同|時事|ロイター|AFP(?:時事)?)】\s*")
_REPORTER = lazily(r"[\[【](?P<reporter>[^\[\]【】=＝]{4,30}(?:기자|특파원|記者))[\]】]\s*")
_TOWN = lazily(
    rf"(?P<place>[가-힣]{{2,4}}|[{_HAN}]{{2,4}})[=＝]"
    rf"(?P<reporter>[가-힣]{{2,4}}(?:[·, ]{{1,2}}[가-힣]{{2,4}}){{0,3}} ?(?:기자|특파원)|[{_HAN}]{{2,5}}記者)"
    r"(?: [\w.+-]{1,64}@[\w.-]{3,80})?(?: ?=|(?= [^\s@]+(?: |$)))\s*"
)
_REPORT = lazily(
    rf"(?P<agency>本[报報刊网網]|新[华華]社|中新[社网網]|[{_HAN}]{{2,6}}(?:[日晚][报報]|新[闻聞]网))(?P<place>[{_HAN}]{{2,6}}?)??"
    rf"(?P<date>\d{{1,2}}月\d{{1,2}}日)?[讯訊电電]"
    r"(?: ?[（(](?P<reporter>[^（）()]{0,8}(?:[记記]者|通[讯訊][员員])[^（）()]{2,40})[）)]"
    r"|[ 　]|(?<=\d日[讯訊电電]))\s*"
)
_OF_PAPER = lazily(
    r"【(?P<agency>[^\W\d_]{2,12})】 ?"
    r"[（(](?P<reporter>(?:见习|實習|实习)?(?:[记記]者|通[讯訊][员員])[^（）()]{2,40})[）)]\s*"
)
_NAME = lazily(rf"[{_HAN}]{{3,6}}")


class Filed(NamedTuple):
    """A dateline as printed, and what is in it."""

    printed: str
    place: str = ""
    agency: str = ""
    date: str = ""
    reporter: str = ""


def find(head: str) -> Filed | None:
    """The dateline that a text begins with, if any.

    >>> find("【北京＝山田太郎】市は")
    Filed(printed='【北京＝山田太郎】', place='北京', agency='', date='', reporter='山田太郎')
    >>> find("부산=김철수 기자 시는").reporter
    '김철수 기자'
    >>> find("【江湾网】（记者 张三）今").reporter
    '记者 张三'
    >>> find("新华社北京11月20日电（记者张三）今")[1:]
    ('北京', '新华社', '11月20日', '记者张三')
    """
    if match := _SOURCE.match(head):
        source = match["source"].strip()
        reporter = source if _names_reporter(source) else ""
        return Filed(match[0].rstrip(), match["place"], "" if reporter else source, "", match["reporter"] or reporter)
    if match := _DATED.match(head):
        return Filed(match[0].rstrip(), match["place"], match["agency"], match["date"])
    if match := _GLUED.match(head):
        return Filed(match[0].rstrip(), match["place"], match["agency"])
    if match := _OF_PAPER.match(head):
        return Filed(match[0].rstrip(), agency=match["agency"], reporter=match["reporter"])
    if match := _REPORTER.match(head):
        return Filed(match[0].rstrip(), reporter=match["reporter"])
    if match := _TOWN.match(head):
        return Filed(match[0].rstrip(), match["place"], reporter=match["reporter"])
    if match := _REPORT.match(head):
        agency = "" if match["agency"][0] == "本" else match["agency"]
        return Filed(match[0].rstrip(), match["place"] or "", agency, match["date"] or "", match["reporter"] or "")
    return None


def may_begin(head: str) -> bool:
    """Whether a text may begin with such a dateline, by a look at its letters."""
    return (
        head[0] in "[(（【"
        or "=" in head[:5]
        or "＝" in head[:5]
        or ("讯" in head or "訊" in head or "电" in head or "電" in head)
    )


def _names_reporter(source: str) -> bool:
    """Whether a person stands where an agency may: with a role, or as Japanese papers have it."""
    if newsroom.is_wire(source) or cjk.is_paper(source):
        return False
    authors, _ = cjk.read(source)
    return any(author.role for author in authors) or _NAME.fullmatch(source) is not None
