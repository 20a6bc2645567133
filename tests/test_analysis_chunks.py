"""A text's tokens are those of its chunks."""

from hypothesis import example, given
from hypothesis import strategies as st

from newssearch.analysis import chunks, tokens, words_at

ODD = "aAﬁÉ-'’.,U.S$50東京전\n\t\r\v\x1c\x85\u00a0\u3000\u2028\u200b\u00ad\u0301\u1161´¨™–—①ﷺ_@*"
texts = st.text(alphabet=st.sampled_from(ODD) | st.characters(codec="utf-8"))


@given(texts)
@example("a\u00a0b\u3000c US´b \u0301d 東京都\u3000知事 NATO\u2028U.S.-led")
def test_the_words_of_a_text_are_those_of_its_chunks(text):
    by_chunk = [words for mixed, line in chunks(text) for chunk in line for words in words_at(chunk, mixed)]

    assert [token.words for token in tokens(text)] == by_chunk


@given(texts)
def test_a_chunk_alone_has_the_words_that_it_has_in_a_line(text):
    line = f"small {text}".replace("\n", " ")

    assert [token.words for token in tokens(line)][1:] == [
        token.words for chunk in text.split() for token in tokens(f"small {chunk}")[1:]
    ]


@given(texts)
def test_no_token_holds_white_space(text):
    assert not any(character.isspace() for token in tokens(text) for character in text[token.start : token.end])


def test_capitals_are_acronyms_where_the_line_has_small_letters():
    assert [mixed for mixed, _ in chunks("US STRIKES\nthe US struck\n\n2025")] == [False, True, True, True]
    assert words_at("(US),", True) == (("us", "u.s."),)
    assert words_at("(US),", False) == (("us",),)


def test_a_long_chunk_is_read_as_a_short_one():
    assert [token.words for token in tokens("東京" * 100)] == [("東京",), ("京東",)] * 99 + [("東京",)]
