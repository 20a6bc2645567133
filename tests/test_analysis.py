"""Text to words and stems: each row is a rule of the query language's part "Words"."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newssearch.analysis import fold, laid_out, pattern_words, query_words, stem, stem_language, tokens

WORDS = [
    ("case is folded", "Trump MADURO", [["trump"], ["maduro"]]),
    (
        "accents are folded",
        "Nicolás São Łódź Ærø Đuro Straße",
        [["nicolas"], ["sao"], ["lodz"], ["aero"], ["duro"], ["strasse"]],
    ),
    ("compatibility forms are one", "ﬁne Ｇ８", [["fine"], ["g8"]]),
    ("combining accents belong to their letter", "cafe\u0301", [["cafe"]]),
    ("soft hyphens and zero widths vanish", "co\u00adop zero\u200bwidth", [["coop"], ["zerowidth"]]),
    ("marks of trade part words", "Galaxy™Fold", [["galaxy"], ["fold"]]),
    ("compounds of plain words are their parts", "state-owned Yong-chul", [["state"], ["owned"], ["yong"], ["chul"]]),
    (
        "other compounds are one word, also found joined",
        "F-35 COVID-19 e-mail",
        [["f-35", "f35"], ["covid-19", "covid19"], ["e-mail", "email"]],
    ),
    ("a short dash in a compound is a hyphen", "F–35 state‑owned", [["f-35", "f35"], ["state"], ["owned"]]),
    ("a long dash parts words", "strikes—boats", [["strikes"], ["boats"]]),
    ("dotted acronyms keep their dots", "the U.S. and u.s.", [["the"], ["u.s."], ["and"], ["u.s."]]),
    ("other dotted capitals are also found joined", "the U.N. agreed", [["the"], ["u.n.", "un"], ["agreed"]]),
    (
        "capitals among small letters are also acronyms",
        "US and NATO forces",
        [["us", "u.s."], ["and"], ["nato", "n.a.t.o."], ["forces"]],
    ),
    ("capitals in a line of capitals are words", "US STRIKES BOAT", [["us"], ["strikes"], ["boat"]]),
    ("each line is its own", "US STRIKES\nthe US struck", [["us"], ["strikes"], ["the"], ["us", "u.s."], ["struck"]]),
    ("the pronoun is only itself", "tell us", [["tell"], ["us"]]),
    ("a possessive is dropped", "Maduro's MADURO’S O'Brien's", [["maduro"], ["maduro"], ["o'brien"]]),
    ("an inner apostrophe is kept, and straight", "O’Brien rock'n'roll", [["o'brien"], ["rock'n'roll"]]),
    ("quotes around words are no apostrophes", "'Tren de Aragua'", [["tren"], ["de"], ["aragua"]]),
    ("numbers keep their separators", "2,750 3.5 1.5bn 3.", [["2,750"], ["3.5"], ["1.5bn"], ["3"]]),
    ("a price is found with its sign and without", "$50 €2,750", [["50", "$50"], ["2,750", "€2,750"]]),
    ("Chinese is pairs", "東京都知事", [["東京"], ["京都"], ["都知"], ["知事"]]),
    ("Korean is pairs", "서울시청", [["서울"], ["울시"], ["시청"]]),
    ("a run of one stays itself", "在 年", [["在"], ["年"]]),
    ("scripts part", "Samsung전자 2025年", [["samsung"], ["전자"], ["2025"], ["年"]]),
    ("vowel signs belong to their word", "हिन्दी में", [["हिन्दी"], ["में"]]),
    ("there is no stop list", "in the Caribbean", [["in"], ["the"], ["caribbean"]]),
    ("an underscore is no letter", "snake_case", [["snake"], ["case"]]),
    ("an address is its parts", "korocamia@naver.com", [["korocamia"], ["naver"], ["com"]]),
]


@pytest.mark.parametrize(("rule", "text", "words"), WORDS, ids=[row[0] for row in WORDS])
def test_a_text_is_these_words(rule, text, words):
    assert [list(token.words) for token in tokens(text)] == words


ASKED = [
    ("US", ["u.s."]), ("U.S.", ["u.s."]), ("us", ["us"]), ("WHO", ["w.h.o."]), ("who", ["who"]), ("UK", ["uk"]), ("U.K.", ["u.k."]),
    ("NATO", ["nato"]), ("F-35", ["f35"]), ("e-mail", ["email"]), ("9-11", ["9-11"]), ("$50", ["$50"]), ("50", ["50"]),
    ("state-owned", ["state", "owned"]), ("Maduro's", ["maduro"]), ("東京都", ["東京", "京都"]), ("—", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), ASKED)
def test_a_query_asks_for_one_word_at_each_position(text, words):
    assert query_words(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [("Venez*", ["venez*"]), ("organi?ation", ["organi?ation"]), ("F-3*", ["f-3*"]), ("state-own*", ["state", "own*"])],
)
def test_wildcards_count_as_letters(text, words):
    assert pattern_words(text) == words


@pytest.mark.parametrize(
    ("text", "covered"),
    [("The U.S. struck", ["The", "U.S.", "struck"]), ("ﬁne cafe\u0301s, co\u00adop!", ["ﬁne", "cafe\u0301s", "co\u00adop"]), ("Maduro’s", ["Maduro’s"]), ("東京都", ["東京", "京都"])],
)  # fmt: skip
def test_a_token_covers_its_word_in_the_text_as_it_was(text, covered):
    assert [text[token.start : token.end] for token in tokens(text)] == covered


@given(st.text())
def test_offsets_ascend_within_any_text(text):
    found = tokens(text)

    assert all(0 <= token.start < token.end <= len(text) for token in found)
    assert all(before.start <= after.start for before, after in pairwise(found))


@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1))
def test_a_folded_word_folds_to_itself(text):
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_what_a_query_asks_for_asks_for_itself(text):
    words = query_words(text)

    assert [query_words(word) for word in words] == [[word] for word in words]


@given(st.text(alphabet="aAé\u0301ﬁ-' .U.S$50東京\n\u00ad"))
def test_normal_forms_give_the_same_words(text):
    composed = unicodedata.normalize("NFC", text)

    assert [token.words for token in tokens(composed)] == [token.words for token in tokens(text)]


def test_values_of_a_field_are_a_hundred_positions_apart():
    assert [(base, len(found)) for base, found in laid_out(["Jane Doe", "", "Ko Yong-chul"])] == [
        (0, 2),
        (101, 0),
        (201, 3),
    ]


@pytest.mark.parametrize(
    ("word", "language", "root"),
    [("strikes", "en", "strike"), ("striking", "en", "strike"), ("u.s.", "en", "u.s."), ("f35", "en", "f35"), ("maisons", "fr", "maison\x1ffr"), ("häuser", "xx", "häuser\x1fxx"), ("strikes", "ko", "strikes\x1fko"), ("2,750", "fr", "2,750")],
)  # fmt: skip
def test_a_word_has_a_stem_in_its_language(word, language, root):
    assert stem(word, language) == root


@pytest.mark.parametrize(("code", "key"), [("", "en"), ("en-US", "en"), ("EN_us", "en"), ("pt-BR", "pt"), ("ko", "ko")])
def test_a_language_code_names_a_stemmer(code, key):
    assert stem_language(code) == key


@pytest.mark.parametrize(
    "text",
    [
        "a" * 200_000,
        "a-" * 100_000,
        "a.b" * 70_000,
        "U.S." * 50_000,
        "'" * 200_000,
        "1,2" * 70_000,
        "東" * 100_000,
        "\u0301" * 100_000,
    ],
)
def test_analysis_takes_linear_time_on_any_text(text):
    tokens(text)
