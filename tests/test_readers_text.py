"""Plain text as it is copied from a page: what becomes which part of the article."""

from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pasted import MONEY, VOTE, article_of

from newssearch.article import Article, Author, Subhead
from newssearch.moment import Moment
from newssearch.readers import Options, read
from newssearch.readers.plain import text

SEED = Path(__file__).parent.parent / "seeds" / "000_c21c866ab7cc8e84.txt"


def test_the_seed_gives_exactly_its_article():
    (seed,) = read(SEED, "seeds/seed.txt", Options(zone="Asia/Seoul"))

    assert isinstance(seed, Article)
    assert seed.headline == "US Weighs Military Strikes on Venezuela Drug Hubs as Tensions Escalate"
    assert seed.byline == "KO YONG-CHUL Reporter"
    assert seed.authors == (Author(name="KO YONG-CHUL", role="Reporter", email="korocamia@naver.com"),)
    assert seed.published == Moment(date(2025, 9, 28), time(8, 33, 37), "Asia/Seoul", assumed=True)
    assert (seed.place, seed.dateline, seed.agency) == ("WASHINGTON", "WASHINGTON —", "")
    assert seed.subheads == (
        Subhead("Escalating Military Posture", 2),
        Subhead("Diplomatic Backchannels and Maduro's Offer", 4),
    )
    assert len(seed.paragraphs) == 7
    assert seed.body.startswith("The Trump administration is")
    assert seed.body.endswith("declined to comment.")
    assert seed.boilerplate.split("\n")[0] == "WEEKLY HOT"
    assert len(seed.boilerplate.split("\n")) == 7
    assert (seed.path, seed.id, seed.updated) == ("seeds/seed.txt", "", None)


def test_a_dateline_is_no_part_of_the_first_sentence():
    article = article_of(f"Harbour to close\nBy Jane Doe\nLIMA, Peru, May 3 (Reuters) - {VOTE}\n{MONEY}")

    assert article.dateline == "LIMA, Peru, May 3 (Reuters) -"
    assert (article.place, article.agency, article.published) == ("LIMA, Peru", "Reuters", None)
    assert article.paragraphs == [VOTE, MONEY]


def test_a_dateline_with_a_year_gives_the_date_where_nothing_else_does():
    assert str(article_of(f"Harbour to close\nLIMA, May 3, 2024 (Reuters) - {VOTE}").published) == "2024-05-03"
    assert str(article_of(f"Harbour\n5 May 2024\nLIMA, May 3, 2024 (Reuters) - {VOTE}").published) == "2024-05-05"


def test_a_korean_dateline_names_the_reporter_and_the_last_line_the_email():
    article = article_of("항구 폐쇄\n(서울=연합뉴스) 김철수 기자 = 정부는 말했다.\nchul@yna.example")

    assert article.authors == (Author(name="김철수", role="기자", email="chul@yna.example"),)
    assert (article.place, article.agency, article.body) == ("서울", "연합뉴스", "정부는 말했다.")


def test_credits_stay_in_the_body_and_name_the_authors_where_no_byline_does():
    credits_line = "(Reporting by Jane Doe in Lima; editing by Al Roe)"

    without = article_of(f"Harbour to close\n{VOTE}\n{credits_line}")
    printed = article_of(f"Harbour to close\nBy Ann Poe\n{VOTE}\n{credits_line}")

    assert without.authors == (Author(name="Jane Doe", role="Reporting"),)
    assert without.paragraphs == [VOTE, credits_line]
    assert printed.authors == (Author(name="Ann Poe"),)


def test_a_headline_alone_is_an_article():
    assert article_of("Harbour to close\n").body == ""
    assert article_of("\n\n  Harbour  to close").headline == "Harbour to close"
    assert article_of("Harbour to close\nBy Jane Doe").authors == (Author(name="Jane Doe"),)


def test_a_long_first_line_is_a_paragraph():
    article = article_of(f"{VOTE} {VOTE} {VOTE}\n{MONEY}")

    assert article.headline == ""
    assert len(article.paragraphs) == 2


SUBHEADS = [
    ("What Happens Next", True),
    ("What happens next?", True),
    ("‘We are ready’", True),
    ("Background", True),
    ("다음 단계", True),
    ("It was over.", False),
    ("and then it was", False),
    ("- one item", False),
    ("The harbour, which is to be closed by the", False),
    ("Photo: Jane Doe", False),
    ("12.5", False),
    ("Q: What happens next?", False),
    ("A: Nothing", False),
]


@pytest.mark.parametrize(("line", "is_subhead"), SUBHEADS)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_short_line_between_paragraphs_is_a_subhead_unless_it_is_a_sentence(between, line, is_subhead):
    article = article_of(between.join(["Harbour to close", VOTE, line, MONEY]))

    assert article.subheads == ((Subhead(line, 1),) if is_subhead else ())
    assert is_subhead or line in article.body or line in article.boilerplate


def test_the_last_line_is_no_subhead():
    assert article_of(f"Harbour to close\n{VOTE}\nThe End").subheads == ()


def test_one_sentence_on_each_line_is_a_paragraph_each():
    sentences = ["The council voted.", "It was close.", "Nobody smiled.", "They left in silence."]

    article = article_of("\n".join(["Harbour to close", *sentences]))

    assert article.paragraphs == sentences
    assert article.subheads == ()


WRAPPED = [
    """Harbour to close
    The council voted on Monday to close the harbour for a
year, a decision that surprised those who work there.
    Ministers said that the money would come from the state,
and that nobody would lose their home in the spring.
""",
    """Harbour to close

The council voted on Monday to close the harbour for a
year, a decision that surprised those who work there.

Ministers said that the money would come from the state,
and that nobody would lose their home in the spring.
""",
    """Harbour to close

  The council voted on Monday to close the harbour for a
  year, a decision that surprised those who work there.

  Ministers said that the money would come from the state,
  and that nobody would lose their home in the spring.
""",
]


@pytest.mark.parametrize("wrapped", WRAPPED, ids=["indents", "blank lines", "both"])
def test_wrapped_lines_are_whole_paragraphs_without_false_subheads(wrapped):
    article = article_of(wrapped)

    assert article.paragraphs == [VOTE, MONEY]
    assert article.subheads == ()


@given(st.lists(st.sampled_from(["Harbour to close", VOTE, MONEY, "By Jane Doe", "Most read", "- 1 Fish", "", "May 3, 2024", "LIMA (Reuters) - It fell.", "a", "10/11/2025", "Share", "(Reporting by Jane Doe)", "X", "Email", "Most Read News", "WORLD NEWS", "and John Roe", "(12)", "Comments"]), max_size=12))  # fmt: skip
def test_no_text_is_lost(lines):
    for item in text.page("\n".join(lines), "page.txt", Options()):
        if isinstance(item, Article):
            parts = [item.headline, item.body, item.boilerplate, item.dateline, item.byline]
            kept = "\n".join([*parts, item.section, *(subhead.text for subhead in item.subheads)])
            for line in lines:
                assert line in kept or line in {"May 3, 2024", "10/11/2025"} or line.startswith("LIMA")
