"""Fragments: what is marked, which pieces are chosen, and where they are cut."""

from datetime import UTC, datetime

import pytest
from conftest import ARTICLES, BOAT, SEED
from hypothesis import given
from strategies import articles, queries

from newssearch import Article, Author
from newssearch.highlight import highlight
from newssearch.query import matches, parse, resolve

LONG = Article(
    headline="Long read",
    body=" ".join(f"Sentence number {n} tells of nothing." for n in range(50))
    + "\nThe navy took a boat. Drugs were on the boat, and drugs were sold.\n"
    + " ".join(f"Paragraph {n} is quiet again." for n in range(50))
    + " A cartel, too.",
)


def marked(article, text, **options):
    """The fragments with marks in brackets."""
    shown = []
    for fragment in highlight(article, parse(text).query, **options):
        out, at = "", 0
        for start, end in fragment.marks:
            out += f"{fragment.text[at:start]}[{fragment.text[start:end]}]"
            at = end
        shown.append((fragment.field, out + fragment.text[at:]))
    return shown


MARKS = [
    ("a phrase is one mark", '"tren de aragua"', "body", "'[Tren de Aragua]' (TdA)"),
    ("bare words in a row are one mark", "tren de aragua", "body", "'[Tren de Aragua]' (TdA)"),
    ("a word is marked in its other forms", "strike", "headline", "Military [Strikes] on"),
    ("a possessive is marked whole", "maduro", "body", "[Maduro's] state"),
    ("accents are marked as they are", "nicolas", "body", "[Nicolás] Maduro"),
    ("a compound is marked whole", "state-owned", "body", "[state-owned] radio"),
    ("an acronym is marked with its dots", "US", "body", "[U.S.] forces"),
    ("a pattern marks its words", "traffick*", "body", "drug [trafficking] centers"),
    ("a fuzzy word marks what it means", "madura~", "body", "[Maduro's] state"),
    (
        "NEAR marks its words and not those between",
        "fighter NEAR/9 caribbean",
        "body",
        "[fighter] jets are in the [Caribbean]",
    ),
    ("a sloppy phrase marks its words", '"fighter the"~9', "body", "[fighter] jets are in [the] Caribbean"),
    ("a name marks its author", "by:yongchul", "byline", "[KO YONG-CHUL]"),
    ("a word marks an author", "ko", "byline", "[KO] YONG"),
    ("a place is marked", "place:washington", "place", "[WASHINGTON]"),
    ("a subhead is marked", "subhead:military", "subheads", "Escalating [Military] Posture"),
]


@pytest.mark.parametrize(("rule", "text", "field", "piece"), MARKS, ids=[row[0] for row in MARKS])
def test_marks_cover_what_matched(rule, text, field, piece):
    assert any(name == field and piece in shown for name, shown in marked(SEED, text))


UNMARKED = [
    ("what is excluded", "aragua -boat", "boat"),
    ("the other side of a choice that did not match", "aragua OR (jets navy)", "jets"),
    ("dates and sources", "aragua source:korea*", "korea"),
    ("a place, in which a word without a field does not look", "washington", "WASHINGTON"),
    ("a word in a field that was not asked", "headline:venezuela", "Venezuelan"),
    ("words of a phrase that stand elsewhere", '"trump administration"', "[administration]"),
]


@pytest.mark.parametrize(("rule", "text", "word"), UNMARKED, ids=[row[0] for row in UNMARKED])
def test_marks_cover_nothing_else(rule, text, word):
    assert not any(f"[{word.strip('[]')}" in shown for _, shown in marked(SEED, text))


def test_the_passage_of_the_bare_words_in_their_order_comes_first():
    article = Article(
        body="Drug news. Cartels of drug money and drug boats, drug drug.\n"
        + "Filler. " * 50
        + "\nThe drug cartels fled."
    )

    assert marked(article, "drug cartels")[0][1] == "The [drug cartels] fled."


def test_the_fragment_with_most_of_the_query_comes_first():
    body = [shown for field, shown in marked(LONG, "cartel boat drugs") if field == "body"]

    assert body[0].startswith("The navy took a [boat]. [Drugs] were on the [boat]")
    assert "[cartel]" in body[1]


def test_among_equals_the_fragment_with_most_places_comes_first():
    article = Article(body="A boat sank.\n" + "Nothing. " * 40 + "\nA boat met a boat near boats.\n" + "Nothing. " * 40)

    shown = [text for _, text in marked(article, "boat")]

    assert shown == ["A [boat] met a [boat] near [boats].", "A [boat] sank."]


def test_a_fragment_begins_and_ends_at_sentences():
    assert ("body", "The navy took a [boat]. Drugs were on the [boat], and drugs were sold.") in marked(LONG, "boat")


def test_a_long_sentence_is_cut_at_words_with_an_ellipsis():
    article = Article(body="word " * 200 + "needle " + "word " * 200)

    ((_, shown),) = marked(article, "needle", width=80)

    assert shown.startswith("…word ")
    assert shown.endswith(" word…")
    assert " [needle] " in shown
    assert len(shown) < 120


def test_there_are_no_more_fragments_than_asked_for():
    assert len([1 for field, _ in marked(LONG, "number", most=2) if field == "body"]) == 2
    assert marked(LONG, "number", most=0) == []


def test_without_a_mark_in_the_body_its_beginning_is_shown():
    assert marked(BOAT, "by:doe")[0] == ("body", "A striking picture.")


def test_an_abbreviation_ends_no_sentence():
    article = Article(body="Nothing here. Gen. J. K. Smith of the U.S. Navy met Mr. Maduro. Nothing there.")

    assert marked(article, "maduro", width=60) == [("body", "Gen. J. K. Smith of the U.S. Navy met Mr. [Maduro].")]


def test_the_end_of_a_line_ends_a_sentence_behind_an_abbreviation_too():
    article = Article(body="The yard is of Acme Inc.\nThe navy took a boat.")

    assert marked(article, "boat") == [("body", "The navy took a [boat].")]


@pytest.mark.parametrize("text", ["Mr. Trump", "St. Louis", "J. K. Rowling", "Jan. 6"])
def test_an_abbreviation_parts_no_passage(text):
    article = Article(body=f"They saw {text} there.")

    assert marked(article, f'"{text}"') == marked(article, text) == [("body", f"They saw [{text}] there.")]


def test_the_end_of_a_sentence_parts_marks():
    assert marked(Article(body="They took a boat. Drugs were there."), "boat drugs") == [
        ("body", "They took a [boat]. [Drugs] were there.")
    ]


def test_one_mark_covers_a_run_of_chinese():
    article = Article(body="昨日、東京都知事が話した。", language="ja")

    assert marked(article, "東京都") == [("body", "昨日、[東京都]知事が話した。")]


def test_a_phrase_goes_on_in_no_other_field():
    article = Article(headline="The drug", body="Boats came. A drug.", authors=(Author(name="Boats Drug"),))

    assert marked(article, '"drug boats"') == [("body", "Boats came.")]


def test_other_languages_of_the_archive_are_marked_too():
    article = Article(body="Les maisons", language="fr", authors=(Author(name="X"),))

    assert highlight(article, parse("maison").query, {"en", "fr"})[0].marks == ((4, 11),)


@given(articles(), queries())
def test_marks_are_apart_ascending_and_inside(article, query):
    tree, _ = resolve(query, datetime(2025, 9, 3, tzinfo=UTC), UTC)
    if not matches(tree, article):
        return

    for fragment in highlight(article, tree):
        bounds = [bound for mark in fragment.marks for bound in mark]
        assert bounds == sorted(set(bounds))
        assert all(0 <= bound <= len(fragment.text) for bound in bounds)
        assert fragment.text.strip("…") in "\n".join([article.headline, article.body, article.place, *(s.text for s in article.subheads), *(a.name for a in article.authors), *(a.role for a in article.authors)])  # fmt: skip


def test_every_article_can_be_shown_for_everything():
    for article in ARTICLES:
        highlight(article, parse("*").query)


def test_a_huge_article_takes_no_huge_time():
    article = Article(body="the navy " * 50_000)

    assert highlight(article, parse("the NEAR/100 navy NEAR/50 the").query)
