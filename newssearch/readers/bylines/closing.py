"""Bylines at the end of a text, as East Asian papers have them: `홍길동 기자`, `（佐藤花子）`, `（记者 李四）`."""

from newssearch.patterns import lazily
from newssearch.readers.bylines import cjk
from newssearch.readers.bylines.lines import is_byline
from newssearch.readers.bylines.newsroom import is_wire
from newssearch.readers.bylines.people import people

LONGEST = 80
"""Characters of such a byline."""

_HAN = r"\u3400-\u9fff々"
_BRACKETS = lazily(r"(?:^|(?<=[。！？」』]))\s*[（(【\[](?P<names>[^（）()【】\[\]]{2,60})[）)】\]]$")
_NAMES = lazily(rf"[{_HAN}]{{3,5}}(?:[、・,， ]{{1,2}}[{_HAN}]{{3,5}}){{0,5}}")
_WITH_EMAIL = lazily(r"[가-힣]{2,4} ?[(（]?[\w.+-]{1,64}@[\w.-]{3,80}[)）]?")
_NO_NAMES = frozenset("略写掲提編資続終完年月日時号面円社紙部版報道取図")
"""Letters of what else stands in brackets there: `敬称略`, `資料写真`."""


def parted(paragraph: str) -> tuple[str, str]:
    """A text's last paragraph, and the byline that it ends with or is.

    >>> parted("市は20日、発表した。（佐藤花子）"), parted("홍길동 기자 hong@hanbit.example")
    (('市は20日、発表した。', '佐藤花子'), ('', '홍길동 기자 hong@hanbit.example'))
    >>> parted("彼は話した。（敬称略）"), parted("By Jane Doe")
    (('彼は話した。（敬称略）', ''), ('By Jane Doe', ''))
    """
    if paragraph.isascii():
        return paragraph, ""
    if found := _BRACKETS.search(paragraph[-LONGEST:]):
        names = found["names"]
        listed = _NAMES.fullmatch(names) is not None and _NO_NAMES.isdisjoint(names)
        if listed or is_wire(names) or _says_by_whom(names):
            return paragraph[: -len(found[0])].rstrip(), names
    elif _says_by_whom(paragraph) or _WITH_EMAIL.fullmatch(paragraph):
        return "", paragraph.lstrip("/=▲■ ")
    return paragraph, ""


def _says_by_whom(text: str) -> bool:
    """Whether names with a reporter's role are all of a text."""
    return (
        len(text) <= LONGEST
        and cjk.is_cjk(text)
        and is_byline(text, bare=False)
        and any(author.role for author in people(text).authors)
    )
