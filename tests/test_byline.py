"""Names in bylines: how one is shown, and which queries find it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newssearch.byline import canonical, keys, matches, shown, wanted

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
    ("Jane Doe", "Doe, Jane"),
    ("Doe Jane", "Jane Doe"),
    ("J. Doe", "Doe, Jane"),
    ("J. R. Doe", "Jane Rose Doe"),
    ("Jane Doe", "Dr. Jane Doe"),
    ("Jack Roe", "John “Jack” Roe"),
    ("aldoe", "Ali al-Doe"),
    ("d'roe", "Maria d’Roe"),
    ("de la cruz", "Ana de la Cruz y García"),
    ("山田太郎", "山田 太郎"),
    ("Иван Петров", "ИВАН ПЕТРОВ"),
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
