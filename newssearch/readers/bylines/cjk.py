"""Bylines in Korean, Japanese and Chinese: which words are names is said by the words of a newsroom next to them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from newssearch.article import Author
from newssearch.patterns import lazily
from newssearch.readers.bylines.newsroom import is_wire

_CJK = lazily(r"[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LATIN = lazily(r"[A-Za-z]")
_MARKS = "=＝:：/／|,、，;；·・‧()（）[]【】〔〕"
_WORDS = lazily(rf"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){{1,4}}|[{re.escape(_MARKS)}]|[^\s{re.escape(_MARKS)}]+")
_HAN = r"\u3400-\u9fff々ヶヵ"
_ROLE = lazily(
    r"(?:선임|전문|인턴|수습|객원|시민|사진|취재|명예|의학|과학|경제|군사|법조|환경|교육|문화|정치|사회|대){0,2}"
    r"기자|[가-힣]{0,2}특파원|논설위원|논설실장|편집위원|편집인|칼럼니스트|에디터|앵커|리포터|통신원"
    rf"|(?:本[报報刊社]|[{_HAN}]{{1,3}}社|特[约約]|[见見][习習]|[实實][习習]|首席|[驻駐][{_HAN}]{{1,4}}){{0,2}}"
    r"(?:[记記]者|通[讯訊][员員]|特派[员員]|[评評][论論][员員])"
    r"|編集委員|論説委員|支局長|編集長|主[笔筆]|[编編][辑輯]|[责責]任[编編][辑輯集]"
)
_BEHIND = lazily(
    rf"([가-힣]{{2,4}}|[{_HAN}]{{2,5}})((?:선임|전문|인턴|수습)?기자|특파원|논설위원|記者|特派員|編集委員|論説委員)"
)
_AHEAD = lazily(
    rf"((?:本[报報刊社]|[{_HAN}]{{1,2}}社)?(?:[见見][习習]|[实實][习習])?(?:[记記]者|通[讯訊][员員]))([{_HAN}]{{2,4}})"
)
_WROTE = frozenset(["글", "취재", "정리", "대담", "文", "撰文", "作者", "采写", "聞き手", "構成", "编译", "編譯"])
_OTHERWISE = frozenset(
    ["사진", "촬영", "영상", "그래픽", "번역", "写真", "撮影", "翻訳", "图", "圖", "摄影", "攝影", "翻译", "翻譯"]
)
_WORK = _WROTE | _OTHERWISE
_AROUND = frozenset(
    """입력 수정 승인 등록 기사입력 최종수정 발행 更新 公開 配信 发布 來源 来源 来源于 來源於 より 페이지 구독
    프로필 报道 報道 报导 報導""".split()  # noqa: SIM905
)
_NAME = lazily(rf"[가-힣]{{2,5}}|[{_HAN}\u3040-\u30ff]{{2,8}}")
_NAMES = lazily(rf"[{_HAN}]{{3,5}}(?:[、・,，\u3000 ]{{1,2}}[{_HAN}]{{3,5}}){{1,5}}")
_PAPER = lazily(
    r"\S+(?:신문|일보|뉴스|방송|통신|타임스|新聞|新闻|日報|日报|晚报|晩報|通信社|通讯社|通訊社|放送|电视台|電視台|网|網)"
)
_LABEL = lazily(r"^(?:稿件|新[闻聞])?[来來]源(?:\s?[:：]|[于於])\s?")
_DESK = lazily(
    r"(?:정치|경제|사회|문화|국제|산업|체육|스포츠|편집|금융|증권|디지털|온라인|전국|탐사|보도|뉴스)\S{0,3}(?:부|팀|국|센터)"
    rf"|[{_HAN}]{{2,4}}部|\S+(?:編集部|编辑部|支局|総局|[报報][导導道]|[电電])"
)
_PLACES = frozenset(
    """서울 부산 대구 인천 광주 대전 울산 세종 제주 수원 춘천 전주 청주 창원 도쿄 뉴욕 런던 파리 홍콩 베를린 방콕 東京
    大阪 京都 福岡 北京 上海 台北 香港 广州 深圳 南京 天津 重庆 成都 武汉 华盛顿 纽约 伦敦 巴黎""".split()  # noqa: SIM905
)
_DESK_ENDS = "부팀국실재"
_FAMILIES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류유홍전고문양손배백허남심노하곽성차주우구민나진지엄채원천방공현함변염여추도소석선설"
    "마길연위표명기반왕금옥육인맹제모탁국어은편용감"
)


def is_cjk(text: str) -> bool:
    """Whether a byline is in Korean, Japanese or Chinese."""
    return not text.isascii() and 4 * len(_CJK.findall(text)) > len(_LATIN.findall(text))


def read(text: str) -> tuple[list[Author], str]:
    """The people and the agency of a byline.

    >>> [(a.name, a.role) for a in read("서울=김철수·이영희 기자")[0]]
    [('김철수', '기자'), ('이영희', '기자')]
    """
    reading = _Reading()
    words = list(_words(text))
    for before, word, behind in zip(["", *words], words, [*words[1:], ""], strict=False):
        if word in "=＝" and any(author.role for author in reading.authors):
            break  # the text begins
        reading.take(word, before, behind)
    return reading.authors, reading.agency


def _words(text: str) -> Iterator[str]:
    """The words and marks of a byline, names and roles written as one apart; names of two Japanese words as one."""
    words: list[str] = []
    for word in _WORDS.findall(text):
        glued = (
            None
            if _ROLE.fullmatch(word) or _PAPER.fullmatch(word)
            else _BEHIND.fullmatch(word) or _AHEAD.fullmatch(word)
        )
        words += glued.groups() if glued else [word]
    for at in range(len(words) - 2):
        if words[at] in _WORK and words[at + 1] in _MARKS and words[at + 2] in _WORK:
            words[at : at + 3] = ["", "", next(iter(sorted({words[at], words[at + 2]} & _WROTE)), words[at])]
    words = [word for word in words if word]
    listed = any("记者" in word or "通讯员" in word for word in words)
    at = 0
    while at < len(words):
        pair = words[at : at + 2]
        if (
            not listed
            and len(pair) == 2
            and all(len(word) <= 3 and not is_korean(word) and _is_name(word) for word in pair)
        ):
            yield " ".join(pair)
            at += 2
        else:
            yield words[at]
            at += 1


def is_korean(word: str) -> bool:
    """Whether a word is in Hangul."""
    return "가" <= word[0] <= "힣"


def is_paper(text: str) -> bool:
    """Whether this is the name of a paper, a station or a site, with a label or without.

    >>> is_paper("한빛일보"), is_paper("来源：江湾晚报"), is_paper("山田太郎")
    (True, True, False)
    """
    return _PAPER.fullmatch(_LABEL.sub("", text)) is not None


def lists_names(text: str) -> bool:
    """Whether some names of four letters or so are all of a line, as Japanese papers print them below a headline.

    >>> lists_names("佐藤美咲、田中健一"), lists_names("政治 経済"), lists_names("山田太郎")
    (True, False, False)
    """
    return _NAMES.fullmatch(text) is not None


def _is_name(word: str) -> bool:
    return (
        (_NAME.fullmatch(word.replace(" ", "")) is not None or (" " in word and word[0].isascii()))
        and word[-1] not in "報报網网導导社"
        and not (_ROLE.fullmatch(word) or _PAPER.fullmatch(word) or _DESK.fullmatch(word) or is_wire(word))
        and word not in _WORK | _AROUND | _PLACES
    )


@dataclass(slots=True)
class _Reading:
    """A byline, read from left to right."""

    authors: list[Author] = field(default_factory=list)
    agency: str = ""
    _ahead: str = ""  # a role that stands before names
    _open: int = 0  # the first of the people whose role may still come

    def take(self, word: str, before: str, behind: str) -> None:
        if is_wire(word) or _PAPER.fullmatch(word):
            self.agency = self.agency or word
        elif _ROLE.fullmatch(word):
            self._take_role(word, before)
        elif word in _WORK:
            self._open = len(self.authors)
            self._ahead = word if word in _OTHERWISE else ""
        elif _is_name(word) and behind not in {"=", "＝"} and not self._modifies(word, before, behind):
            self.authors.append(Author(name=word, role=self._ahead))

    def _modifies(self, word: str, before: str, behind: str) -> bool:
        """Whether this stands between a Korean name and its role: `김철수 워싱턴 특파원`."""
        return (
            _ROLE.fullmatch(behind) is not None
            and is_korean(word)
            and not (behind == "기자" and len(word) == 3 and word[0] in _FAMILIES and word[-1] not in _DESK_ENDS)
            and ((len(self.authors) > self._open and _is_name(before)) or word[0] not in _FAMILIES)
        )

    def _take_role(self, role: str, before: str) -> None:
        """A role is that of those before it who have none, else of those behind it."""
        if len(self.authors) > self._open:
            named = self.authors[-1].name == before or not is_korean(role)
            role = role if named or not before or before in _MARKS else f"{before} {role}"
            self.authors[self._open :] = [a if a.role else replace(a, role=role) for a in self.authors[self._open :]]
            self._ahead = ""
        else:
            self._ahead = role
        self._open = len(self.authors)
