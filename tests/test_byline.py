"""Bylines: who is read from a printed one, how a name is shown, and which queries find it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newssearch.byline import canonical, keys, matches, people, shown, wanted

PRINTED = [
    # printed, [(name, role, email)], agency
    ("KO YONG-CHUL Reporter", [("KO YONG-CHUL", "Reporter", "")], ""),
    ("Jane Doe", [("Jane Doe", "", "")], ""),
    ("By Jane Doe", [("Jane Doe", "", "")], ""),
    ("BY JANE DOE", [("JANE DOE", "", "")], ""),
    ("*By Jane Doe", [("Jane Doe", "", "")], ""),
    ("By: Jane Doe", [("Jane Doe", "", "")], ""),
    ("Von Hans Müller", [("Hans Müller", "", "")], ""),
    ("Por Juan Pérez y Ana García", [("Juan Pérez", "", ""), ("Ana García", "", "")], ""),
    ("Par Jean Dupont et Marie Curie", [("Jean Dupont", "", ""), ("Marie Curie", "", "")], ""),
    ("De Jean Dupont", [("Jean Dupont", "", "")], ""),
    ("De Niro", [("De Niro", "", "")], ""),
    ("Gertrude Chavez", [("Gertrude Chavez", "", "")], ""),
    ("José Ortega y Gasset", [("José Ortega y Gasset", "", "")], ""),
    ("Jane Doe and John Roe", [("Jane Doe", "", ""), ("John Roe", "", "")], ""),
    ("Jane Doe  and  John Roe", [("Jane Doe", "", ""), ("John Roe", "", "")], ""),
    ("Jane Doe & John Roe", [("Jane Doe", "", ""), ("John Roe", "", "")], ""),
    ("Jane Doe , Al Poe and  John Roe", [("Jane Doe", "", ""), ("Al Poe", "", ""), ("John Roe", "", "")], ""),
    ("Jane Doe, Al Poe, and John Roe", [("Jane Doe", "", ""), ("Al Poe", "", ""), ("John Roe", "", "")], ""),
    ("JANE DOE, Staff Writer", [("JANE DOE", "Staff Writer", "")], ""),
    ("Jane Doe, Political Editor", [("Jane Doe", "Political Editor", "")], ""),
    ("Jane Doe , Health and Science Editor - Analysis", [("Jane Doe", "Health and Science Editor", "")], ""),
    ("Jane Doe , U.S. Economics Editor", [("Jane Doe", "U.S. Economics Editor", "")], ""),
    ("Jane Doe  - Analysis", [("Jane Doe", "", "")], ""),
    ("Jane Doe and John Roe, Staff Writers", [("Jane Doe", "Staff Writers", ""), ("John Roe", "Staff Writers", "")], ""),
    ("Jane Doe, Reporter, and John Roe, Editor", [("Jane Doe", "Reporter", ""), ("John Roe", "Editor", "")], ""),
    ("Jane Doe in Paris", [("Jane Doe", "", "")], ""),
    ("Jane Doe in Paris and John Roe in Rome", [("Jane Doe", "", ""), ("John Roe", "", "")], ""),
    ("Jane Doe, Paris", [("Jane Doe", "", "")], ""),
    ("Doe, Jane", [("Doe, Jane", "", "")], ""),
    ("John Smith, Jr.", [("John Smith Jr.", "", "")], ""),
    ("Jane Doe.", [("Jane Doe", "", "")], ""),
    ("J.K. Rowling", [("J.K. Rowling", "", "")], ""),
    ("김철수 기자", [("김철수", "기자", "")], ""),
    ("김철수·이영희 기자", [("김철수", "", ""), ("이영희", "기자", "")], ""),
    ("Jane Doe, Associated Press", [("Jane Doe", "", "")], "Associated Press"),
    ("By JANE DOE, AP", [("JANE DOE", "", "")], "AP"),
    ("Jane Doe Reuters", [("Jane Doe", "", "")], "Reuters"),
    ("Jane Doe and AFP", [("Jane Doe", "", "")], "AFP"),
    ("Reuters", [], "Reuters"),
    ("(Reuters)", [], "Reuters"),
    ("AFP", [], "AFP"),
    ("By The Associated Press", [], "The Associated Press"),
    ("Reuters Staff", [], "Reuters Staff"),
    ("BBC News", [], "BBC News"),
    ("Jane Doe | The Daily Harbour", [("Jane Doe", "", "")], "The Daily Harbour"),
    ("Jane Doe | 3 min", [("Jane Doe", "", "")], ""),
    ("Jane Doe jane@harbour.example", [("Jane Doe", "", "jane@harbour.example")], ""),
    ("jane@harbour.example Jane Doe", [("Jane Doe", "", "jane@harbour.example")], ""),
    ("Jane Doe <jd@h.example>, John Roe (jr@h.example)", [("Jane Doe", "", "jd@h.example"), ("John Roe", "", "jr@h.example")], ""),
    ("Jane Doe and John Roe jane.doe@h.example", [("Jane Doe", "", "jane.doe@h.example"), ("John Roe", "", "")], ""),
    ("Staff Writer", [], ""),
    ("By", [], ""),
    ("", [], ""),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "authors", "agency"), PRINTED)
def test_a_byline_is_its_people_with_roles_and_emails_and_its_agency(printed, authors, agency):
    byline = people(printed)

    assert [(author.name, author.role, author.email) for author in byline.authors] == authors
    assert byline.agency == agency


@given(st.text())
def test_any_text_is_read_as_a_byline(text):
    for author in people(text).authors:
        assert author.name.strip() == author.name != ""


SHOWN = [
    ("KO YONG-CHUL", "Ko Yong-chul"),
    ("YONG-CHUL KO", "Yong-chul Ko"),
    ("JEAN-PIERRE MARTIN", "Jean-Pierre Martin"),
    ("ANNE-MARIE LEE", "Anne-Marie Lee"),
    ("CONAN O'BRIEN", "Conan O'Brien"),
    ("CONAN O’BRIEN", "Conan O’Brien"),
    ("RONALD MCDONALD", "Ronald McDonald"),
    ("J.K. ROWLING", "J.K. Rowling"),
    ("JD VANCE", "JD Vance"),
    ("KIM NG", "Kim Ng"),
    ("JOHN SMITH III", "John Smith III"),
    ("URSULA VON DER LEYEN", "Ursula von der Leyen"),
    ("ÉMILE ZOLA", "Émile Zola"),
    ("Jane McDonald", "Jane McDonald"),
    ("Ko Yong-Chul", "Ko Yong-Chul"),
    ("bell hooks", "bell hooks"),
    ("김철수", "김철수"),
    ("", ""),
]


@pytest.mark.parametrize(("name", "display"), SHOWN)
def test_a_name_in_capitals_is_shown_in_title_case_and_any_other_as_printed(name, display):
    assert shown(name) == display


FOUND = [
    # query, name
    ("yong chul ko", "KO YONG-CHUL"),
    ("yongchul", "KO YONG-CHUL"),
    ("yongchul ko", "KO YONG-CHUL"),
    ("koyongchul", "KO YONG-CHUL"),
    ("Y. Ko", "KO YONG-CHUL"),
    ("ko yong-chul", "KO YONG-CHUL"),
    ("KO", "KO YONG-CHUL"),
    ("Ko Yong-chul", "Ko Yongchul"),
    ("Ko Yong Chul", "Ko Yongchul"),
    ("Jane Doe", "Jane Q. Doe"),
    ("Jane Doe", "J. Doe"),
    ("jose nunez", "José Núñez"),
    ("José Núñez", "JOSE NUNEZ"),
    ("OBrien", "Conan O'Brien"),
    ("o’brien", "Conan O'Brien"),
    ("김철수", "김철수"),
    ("a b c d e f g", "A B C D E F G"),
]
NOT_FOUND = [
    ("Jane Smith", "Jane Doe"),
    ("Jane Doe Smith", "Jane Doe"),
    ("X. Ko", "KO YONG-CHUL"),
    ("chulko", "KO YONG-CHUL"),
    ("Jane", "A. Doe"),
    ("", "Jane Doe"),
    ("...", "Jane Doe"),
    ("김영희", "김철수"),
]


@pytest.mark.parametrize(("query", "name"), FOUND)
def test_a_query_finds_a_name_by_parts_joins_and_initials(query, name):
    assert matches(query, name)


@pytest.mark.parametrize(("query", "name"), NOT_FOUND)
def test_a_query_with_a_part_that_the_name_has_not_does_not_find_it(query, name):
    assert not matches(query, name)


NAMES = st.lists(st.text(st.sampled_from("abcéñßŁ김'"), min_size=1, max_size=5), min_size=1, max_size=5)


@given(NAMES, st.randoms(use_true_random=False))
def test_a_name_is_found_by_its_parts_in_any_order_and_case(parts, random):
    name = " ".join(parts)
    random.shuffle(parts)

    assert matches("-".join(parts).upper(), name) == bool(canonical(name))


@given(st.text())
def test_the_canonical_text_asks_for_the_same_people(text):
    assert canonical(canonical(text)) == canonical(text)
    assert wanted(canonical(text)) == wanted(text)
    assert keys(canonical(text)) == keys(text)


def test_a_name_of_many_parts_is_asked_for_without_joins():
    assert len(wanted("a b c d e f")) == 32
    assert len(wanted("a b c d e f g")) == 1
