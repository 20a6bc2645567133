"""Print-outs of databases that were cut off, glued together, wrapped, paged or encoded again."""

import io
import textwrap

import pytest
from damaged import damaged
from databases import EBSCO, FACTIVA, FACTIVA_PLAIN, LEXIS, NEWSBANK, NEXIS_UNI, PROQUEST, articles
from hypothesis import given
from hypothesis import strategies as st

from newssearch.article import Article
from newssearch.readers import Options, Remark
from newssearch.readers.databases import factiva, factiva_plain, lexis, newsbank

MODULES = [lexis, factiva, factiva_plain, newsbank]
PRINTED = {
    "Lexis": LEXIS,
    "Nexis Uni": NEXIS_UNI,
    "ProQuest": PROQUEST,
    "Factiva": FACTIVA,
    "Factiva without codes": FACTIVA_PLAIN,
    "NewsBank": NEWSBANK,
    "EBSCO": EBSCO,
}
LINES = [line for printed in PRINTED.values() for line in printed.split("\n")]
LONG = (
    "The mayor had said that the quay would stay open for all who came to it, whatever the weather did to the stones."
)

each = pytest.mark.parametrize("printed", PRINTED.values(), ids=PRINTED)


def seen(item):
    """What is to be the same of an article however its file was written; and remarks as they are."""
    return (item.headline, item.body, item.source, str(item.published)) if isinstance(item, Article) else item.message


@each
@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=["Windows", "old Mac"])
def test_whatever_ends_the_lines_the_documents_are_the_same(printed, end):
    assert list(map(seen, articles(printed.replace("\n", end)))) == list(map(seen, articles(printed)))


@each
@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig"])
def test_whatever_the_letters_are_encoded_in_the_documents_are_the_same(printed, encoding):
    assert list(map(seen, articles(printed.encode(encoding)))) == list(map(seen, articles(printed)))


@each
def test_letters_of_windows_are_read_and_said_to_be_guessed(printed):
    printed = printed.replace("ferry stopped", "fäerry stopped").replace("\n", "\r\n")

    remark, *found = articles(printed.encode("cp1252"))

    assert (remark.message, remark.lost) == ("not UTF-8: read as Windows-1252", False)
    assert list(map(seen, found)) == list(map(seen, articles(printed)))


@pytest.mark.parametrize("page", ["Page 3 of 120", "Seite 3 von 120", "Page 3 of 120 © 2024 Factiva, Inc."])
@each
def test_the_number_of_a_page_is_of_no_document_and_parts_no_sentence(printed, page):
    long = printed.replace("The ferry stopped", f"{LONG} The ferry stopped")
    paged = long.replace("open for all", f"open\n\n{page}\n\nfor all")

    assert paged != long
    assert list(map(seen, articles(paged))) == list(map(seen, articles(long)))


def test_the_number_of_a_page_between_two_paragraphs_parts_them():
    first, _ = articles(NEWSBANK.replace("water.\n\nTitle:", "water.\nPage 3 of 4\nTitle:"))

    assert first.paragraphs[1] == "Title: a line of the text is what it is."


@each
def test_documents_wrapped_at_some_column_are_the_same(printed):
    long = printed.replace("The ferry stopped", f"{LONG} The ferry stopped")
    wrapped = "\n".join("\n".join(textwrap.wrap(line, 72)) or "" for line in long.split("\n"))

    assert list(map(seen, articles(wrapped))) == list(map(seen, articles(long)))


OF_DOW_JONES = ["Factiva", "Factiva without codes"]
GLUED = [
    *((above, below) for above in OF_DOW_JONES for below in PRINTED),
    *((above, below) for above in ("Lexis", "Nexis Uni", "ProQuest") for below in OF_DOW_JONES),
    ("Nexis Uni", "Lexis"),
    ("Lexis", "Lexis"),
]


@pytest.mark.parametrize(("above", "below"), GLUED)
def test_of_files_of_two_databases_glued_together_each_document_is_read(above, below):
    first, second = PRINTED[above].partition("Search Summary")[0], PRINTED[below]

    assert list(map(seen, articles(f"{first}\n{second}"))) == [
        *map(seen, articles(first)),
        *map(seen, articles(second)),
    ]


@pytest.mark.parametrize("printed", [FACTIVA, FACTIVA_PLAIN, NEXIS_UNI], ids=["Factiva", "without codes", "Nexis Uni"])
def test_a_text_that_is_of_no_document_is_named(printed):
    *_, remark = articles(f"{printed}\n{LONG}\n")

    assert remark.message.endswith(" lines behind document 2 are of no document: passed over")
    assert remark.lost


@pytest.mark.parametrize("printed", [FACTIVA, FACTIVA_PLAIN], ids=["Factiva", "without codes"])
def test_the_end_of_a_text_whose_beginning_was_cut_off_is_named(printed):
    remark, *found = articles(f"{LONG}\n\n{printed}")

    assert (remark.message, remark.lost) == ("2 lines above the first document are of no document: passed over", True)
    assert len(found) == 2


def test_the_rest_of_a_text_of_lexis_is_a_text_and_no_headline():
    rest = f"{LONG}\n\n{LONG}\n\n{LONG}\n\nLOAD-DATE: May 1, 2024\n\n"

    first, *others = articles(f"{rest}{LEXIS}")

    assert (first.headline, first.subheads, first.paragraphs) == ("", (), [LONG, LONG, LONG])
    assert list(map(seen, others)) == list(map(seen, articles(LEXIS)))


@pytest.mark.parametrize("printed", [LEXIS, NEXIS_UNI, PROQUEST, FACTIVA, FACTIVA_PLAIN], ids=list(PRINTED)[:5])
def test_a_document_that_breaks_off_does_not_take_the_next_one_with_it(printed):
    first, *_ = articles(printed)
    broken = printed[: printed.index("were told on Friday")]

    cut, *others = articles(f"{broken}\n\n{printed}")

    assert cut.headline == first.headline
    assert list(map(seen, others)) == list(map(seen, articles(printed)))


@given(st.lists(st.sampled_from(LINES), max_size=40), st.sampled_from(MODULES))
def test_documents_in_any_disorder_are_read_without_a_mistake_of_ours(lines, module):
    data = "\n".join(["1 of 9 DOCUMENTS", *lines]).encode()

    for item in module.read(io.BytesIO(data), "a.txt", Options()):
        assert isinstance(item, Article | Remark)


@given(
    damaged(
        [printed.encode() for printed in PRINTED.values()], [b"\n", b"1 of 2\n", b"12 words\n"], ["utf-16", "cp1252"]
    )
)
def test_no_damage_is_a_mistake_of_ours(data):
    for item in articles(data):
        assert isinstance(item, Article) or "report it" not in item.message


UNITS = [
    *("BYLINE: a\n", "1 of 1\n", "a: ", "Length: 1 words ", "HD a\n", "TD\n", " " * 90 + "\n", "____"),
    *("May 3, 2024\nLength: 1 words\n", "12 words\n3 May 2024\n", "12 words\n", "Title: a\n", "a\n\nSECTION: b\n\n"),
    *(
        "Page 1 of 2\n",
        "Page 1 of 2\na\n",
        "LANGUAGE: a\nb\n\n",
        "HD a\nWC b\nPD c\n",
        "        a\n\n",
        "Copyright ",
        "1 2",
    ),
]


@pytest.mark.parametrize("module", MODULES)
@pytest.mark.parametrize("unit", UNITS)
def test_every_rule_ends_soon_on_any_document(unit, module):
    data = ("1 of 1 DOCUMENTS\nBYLINE: a\nSECTION: b\nHD a\n" + unit * (40_000 // len(unit))).encode()

    module.begins(data[: 64 << 10])
    assert list(module.read(io.BytesIO(data), "a.txt", Options()))
