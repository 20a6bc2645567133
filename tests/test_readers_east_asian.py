"""Datelines and bylines of Korean, Japanese and Chinese papers."""

import pytest
from pasted import article_of

from newssearch.readers.bylines import closing
from newssearch.readers.dates import dateline
from newssearch.readers.plain.boilerplate import is_line

DATELINES = [
    # text, place, agency, date, reporter
    ("[인천=한빛일보] 등대가 불을 밝힌다.", "인천", "한빛일보", "", ""),
    ("(서울=연합뉴스) 김하늘 기자 = 문을 연다.", "서울", "연합뉴스", "", "김하늘 기자"),
    ("[서울=홍길동 기자] 문을 연다.", "서울", "", "", "홍길동 기자"),
    ("[한빛일보 홍길동 기자] 문을 연다.", "", "", "", "한빛일보 홍길동 기자"),
    ("【北港＝山田太郎】市は発表した。", "北港", "", "", "山田太郎"),
    ("【ソウル＝共同】韓国は発表した。", "ソウル", "共同", "", ""),
    ("【ソウル共同】韓国は発表した。", "ソウル", "共同", "", ""),
    ("【ロンドン＝ＡＦＰ】英国は発表した。", "ロンドン", "ＡＦＰ", "", ""),
    ("本报讯（记者李四）市政府昨日宣布。", "", "", "", "记者李四"),
    ("新华社北京11月20日电（记者张三、李四）今天开通。", "北京", "新华社", "11月20日", "记者张三、李四"),
    ("中新网江湾11月20日电 (记者 张三)今天开通。", "江湾", "中新网", "11月20日", "记者 张三"),
    ("【江湾网】（记者 张三 见习记者 李四）今天开通。", "", "江湾网", "", "记者 张三 见习记者 李四"),
]


@pytest.mark.parametrize(("text", "place", "agency", "date", "reporter"), DATELINES)
def test_a_dateline_says_where_and_by_whom(text, place, agency, date, reporter):
    found = dateline.find(text)

    assert found is not None
    assert (found.place, found.agency, found.date, found.reporter) == (place, agency, date, reporter)
    assert text.startswith(found.printed)


@pytest.mark.parametrize(
    "text",
    [
        "本报记者来信。",
        "电影今天上映。",
        "【速報】市は発表した。",
        "(가=나)",
        "[사진] 등대",
        "通讯员来了，大家都很高兴。",
    ],
)
def test_a_sentence_that_only_begins_so_has_no_dateline(text):
    assert dateline.find(text) is None


CLOSINGS = [
    ("홍길동 기자 hong@hanbit.example", "", "홍길동 기자 hong@hanbit.example"),
    ("/김하늘 기자 sky@hanbit.example", "", "김하늘 기자 sky@hanbit.example"),
    ("이영희(younghee@hanbit.example)", "", "이영희(younghee@hanbit.example)"),
    ("（佐藤花子）", "", "佐藤花子"),
    ("と話した。（佐藤花子、鈴木一郎）", "と話した。", "佐藤花子、鈴木一郎"),
    ("と話した。【記者 佐藤花子】", "と話した。", "記者 佐藤花子"),
    ("大家都很高兴。（记者李四）", "大家都很高兴。", "记者李四"),
    ("と発表した。（共同）", "と発表した。", "共同"),
]


@pytest.mark.parametrize(("paragraph", "rest", "byline"), CLOSINGS)
def test_a_byline_may_stand_at_the_end_of_the_last_paragraph(paragraph, rest, byline):
    assert closing.parted(paragraph) == (rest, byline)


@pytest.mark.parametrize(
    "paragraph",
    ["と話した。（敬称略）", "と話した。（写真提供）", "女性（72）は話した。", "홍길동 기자는 말했다.", "市は（佐藤市長）発表した", "He said so (Jane Doe)", "", "（終）"],
)  # fmt: skip
def test_what_else_stands_in_brackets_there_is_no_byline(paragraph):
    assert closing.parted(paragraph) == (paragraph, "")


STORY = {
    "ko": ["등대가 내년 봄 처음으로 불을 밝힌다고 시가 20일 밝혔다.", "주민들은 마음이 놓인다고 말했다."],
    "ja": ["市は20日、灯台を来年4月から一般に公開すると発表した。", "多くの人に登ってほしいと担当者は話す。"],
    "zh": ["市政府昨日宣布，老码头将改建为公园，预计后年春天开放。", "附近的居民希望能留住一些记忆。"],
}
TOPS = [
    ("ko", ["한빛일보 | 입력 : 2026-11-20 09:12 | 수정 : 2026-11-20 11:00"], ["/홍길동 기자 h@hanbit.example"], "홍길동", True),
    ("ko", ["기사입력 2026.11.20 09:12", "최종수정 2026.11.20 11:00", "홍길동 기자"], [], "홍길동", True),
    ("ko", ["등록 2026-11-20 오전 9:12", "업데이트 2026-11-20 오전 11:00"], ["홍길동 기자"], "홍길동", True),
    ("ja", ["2026年11月20日 9時12分", "（更新：2026年11月20日 11時）"], ["（佐藤花子）"], "佐藤花子", True),
    ("ja", ["北港新聞", "2026年11月20日 9時12分配信"], ["（佐藤花子）"], "佐藤花子", False),
    ("zh", ["2026-11-20 09:12 来源：江湾晚报", "记者 张三"], ["（责任编辑：王五）"], "张三", False),
    ("zh", ["发布时间：2026年11月20日 09:12", "来源：江湾晚报"], ["（记者张三）"], "张三", False),
]  # fmt: skip


@pytest.mark.parametrize(("language", "top", "end", "name", "updated"), TOPS)
def test_labels_papers_and_bylines_are_read_above_a_text_and_below_it(language, top, end, name, updated):
    article = article_of("\n".join(["등대 灯台 码头", *top, *STORY[language], *end]))

    assert [author.name for author in article.authors] == [name]
    assert str(article.published)[:16] == "2026-11-20T09:12"
    assert (str(article.updated)[:13] == "2026-11-20T11") is updated
    assert article.paragraphs == STORY[language]


@pytest.mark.parametrize("line", ["责任编辑：王五", "（責任編輯：王五）", "编辑：王五"])
def test_an_editor_is_no_author(line):
    assert is_line(line)
