"""IPTC 7901 and ANPA 1312: messages as the wire carried them, also those of which the marks were lost."""

import pytest
from agency import DATA, items, names, only, parted


def test_a_message_in_iptc_7901_is_an_article():
    article = parted(items("iptc7901_story_and_kill.txt"))[0][0]

    assert article.id == "dpa:0061:2024-05-03"
    assert article.headline == "Talks on a coalition in Norland could fail"
    assert names(article) == [("Eva Strand", "")]
    assert (article.dateline, article.place, article.agency) == ("Westport (dpa) -", "Westport", "dpa")
    assert article.tags == ("Norland-politics/parties", "EXTRA")
    assert str(article.published) == "2024-05-03T11:37:00+00:00"
    assert len(article.paragraphs) == 2
    assert article.paragraphs[0].startswith("Talks between the two largest parties of Norland could fail, a leader")
    assert "Ida Holm" in article.boilerplate


def test_a_message_of_which_the_marks_were_lost_is_read_by_its_lines():
    article = only("iptc7901_marks_lost.txt")

    assert article.headline == "Norland joins the countries that will not sign"
    assert (article.byline, names(article)) == ("By dpa correspondents", [])
    assert article.tags == ("Norland/migration/UN", "REFILE", "1ST LEAD")
    assert (str(article.published), article.published.assumed) == ("2024-05-03T23:22:00+00:00", True)


def test_a_message_in_anpa_1312_is_an_article():
    article = only("anpa_marks_lost.txt")

    assert article.id == "AP:BC-LT--Westport-Bread:2024-05-13"
    assert article.headline == "In Westport, bread is a hope"
    assert names(article) == [("PER LUND", ""), ("ANN MOE", "")]
    assert article.place == "WESTPORT, Norland"
    assert str(article.published) == "2024-05-13T15:09:00+00:00"
    assert article.paragraphs == [
        "Bread is baked at night in Westport.",
        "“It is good,” said a baker who has baked it for forty years.",
    ]


UNMARKED = """f0704west
u f BC-NORLAND-COURT   06-06 0142

COURT STRIKES DOWN LAW
ON PROTESTS
    By Eva Strand
    WESTPORT, June 6 (Reuters) - The court of Norland struck down
a law on protests.
    The law was made in 1961 and was never used, a judge told
Reuters.
 REUTER
"""


def test_a_message_in_which_no_line_is_marked_is_known_by_its_number_of_words():
    article = only(UNMARKED)

    assert (article.headline, article.tags) == ("COURT STRIKES DOWN LAW ON PROTESTS", ("BC-NORLAND-COURT",))
    assert (names(article), article.place, article.agency) == ([("Eva Strand", "")], "WESTPORT", "Reuters")
    assert article.paragraphs == [
        "The court of Norland struck down a law on protests.",
        "The law was made in 1961 and was never used, a judge told Reuters.",
    ]


def test_messages_in_which_no_line_is_marked_may_stand_one_behind_the_other():
    second = UNMARKED.replace("0704", "0705").replace("COURT STRIKES", "KING STRIKES")

    assert [article.headline[:4] for article in parted(items(UNMARKED + second))[0]] == ["COUR", "KING"]


@pytest.mark.parametrize(("figures", "year"), [("96", 1996), ("24", 2024)])
def test_years_of_two_figures_are_of_their_century(figures, year):
    message = (DATA / "anpa_marks_lost.txt").read_text(encoding="utf-8").replace("05-13-24", f"05-13-{figures}")

    assert only(message).published.day.year == year
