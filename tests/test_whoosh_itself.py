"""Whoosh's own API over both codecs: what it tells of a columnar index is what it tells of a stock one."""

from pathlib import Path

import pytest
from both_codecs import (
    COMMITS,
    NONE,
    OIL,
    answers,
    both,
    ids,
    term,
    told_of_documents,
    told_of_terms,
    walked,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from whoosh import query
from whoosh.matching import ReadTooFar
from whoosh.reading import TermNotFound

from newssearch.engines.entry import KEYS, POSITIONAL
from newssearch.engines.whoosh.columnar.matcher import BLOCK
from newssearch.engines.whoosh.nearby import occurrences
from newssearch.engines.whoosh.snapshot import Snapshot

ABSENT = [("body", "nowhere"), ("body", b"\xff"), ("source", "oil"), ("body_stem", "reuters"), ("names", "oil")]


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(commits=COMMITS, deleted=st.sets(st.integers(0, 9), max_size=3))
def test_a_reader_tells_the_same_of_every_term_and_document(tmp_path_factory, unsynced, commits, deleted):
    with both(tmp_path_factory.mktemp("index"), *commits, deleted=deleted) as searchers:
        readers = [[leaf for leaf, _ in searcher.reader().leaf_readers()] for searcher in searchers]
        assert len(readers[0]) > 1
        for columnar, stock in zip(*readers, strict=True):
            assert set(columnar.indexed_field_names()) == set(stock.indexed_field_names())
            assert told_of_terms(columnar) == told_of_terms(stock)
            assert told_of_documents(columnar) == told_of_documents(stock)
            for name in ("day", "first", "last", "article"):
                assert columnar.has_column(name)
                assert [*columnar.column_reader(name)] == [*stock.column_reader(name)]
                if name != "article":
                    first, second = (reader.column_reader(name, reverse=True) for reader in (columnar, stock))
                    assert [*map(first.sort_key, range(len(first)))] == [*map(second.sort_key, range(len(first)))]


def test_the_terms_that_matched_are_told(searchers):
    def ask(searcher):
        results = searcher.search(query.Or([OIL, term("gas", "headline"), NONE]), terms=True, limit=None)
        return results.matched_terms(), {hit["id"]: sorted(hit.matched_terms()) for hit in results}

    columnar, stock = answers(searchers, ask)

    assert columnar == stock
    assert columnar[0] == {("body", b"oil"), ("headline", b"gas")}


def test_pages_are_turned(searchers):
    pages = answers(
        searchers, lambda s: [ids(s.search_page(OIL, page, pagelen=7, sortedby="id")) for page in (1, 2, 9)]
    )

    assert pages[0] == pages[1]
    assert [len(page) for page in pages[0]] == [7, 7, 7]


def test_articles_are_looked_up_by_what_is_stored_and_by_keys(searchers):
    def ask(searcher):
        found = searcher.document(id="7")
        return found, sorted(each["id"] for each in searcher.documents(source="ap")), searcher.document(id="0")

    columnar, stock = answers(searchers, ask)

    assert columnar == stock
    assert columnar[0]["id"] == "7"
    assert columnar[2] is None  # deleted


def test_key_terms_and_articles_like_another_come_from_a_stored_field(searchers):
    def ask(searcher):
        results = searcher.search(term("石油", "headline"), limit=1, sortedby="id")
        (hit,) = results
        return (
            dict(results.key_terms("headline", numterms=3)),
            {like["id"]: like.score for like in hit.more_like_this("headline", top=10**6)},
        )

    columnar, stock = answers(searchers, ask)

    assert columnar[0] == pytest.approx(stock[0])
    assert columnar[1] == pytest.approx(stock[1])
    assert columnar[0]
    assert columnar[1]


def test_words_of_like_spelling_and_the_most_frequent_are_told(searchers):
    def ask(searcher):
        reader = searcher.reader()
        return (
            sorted(reader.terms_within("body", "oik", 1)),
            searcher.suggest("body", "gaz"),
            reader.most_frequent_terms("body", 3),
            reader.most_distinctive_terms("body", 3),
            list(reader.expand_prefix("body", "oi")),
            list(reader.lexicon("source")),
            list(reader.field_terms("body")),
            reader.first_id("body", "gas"),
            [reader.doc_frequency(*term) for term in ABSENT],
            [reader.frequency(*term) for term in ABSENT],
            [term in reader for term in ABSENT],
        )

    columnar, stock = answers(searchers, ask)

    assert columnar == stock


@pytest.mark.parametrize("absent", ABSENT, ids=repr)
def test_a_term_that_is_not_there_is_said_not_to_be(searchers, absent):
    for searcher in searchers:
        for ask in (searcher.reader().term_info, searcher.reader().postings):
            with pytest.raises(TermNotFound):
                ask(*absent)


def test_a_headline_is_highlighted(searchers):
    columnar, stock = answers(
        searchers,
        lambda s: [hit.highlights("headline") for hit in s.search(term("gas", "headline"), sortedby="id", limit=9)],
    )

    assert columnar == stock
    assert all('<b class="match' in text for text in columnar)


def test_an_index_tells_how_many_articles_it_has_and_what_is_stored(searchers):
    def ask(searcher):
        index, reader = searcher._ix, searcher.reader()
        return index.doc_count(), index.doc_count_all(), list(reader.all_stored_fields()), list(reader.all_doc_ids())

    columnar, stock = answers(searchers, ask)

    assert columnar == stock
    assert columnar[0] == len(columnar[2]) < columnar[1]


def test_a_matcher_goes_where_it_is_told(searchers):
    first, _ = searchers[0].reader().leaf_readers()[0]
    matcher = first._terms.matcher("body", b"oil", first.schema["body"].format)
    everything = list(walked(matcher))
    ids = [id for id, _, _ in everything]
    assert len(ids) > 2 * BLOCK

    matcher.reset()
    assert list(matcher.all_ids()) == ids
    assert list(matcher.copy().items_as("positions")) == [(id, positions) for id, _, positions in everything]
    assert matcher.score() == matcher.weight() == matcher.value_as("frequency") == everything[0][1]
    matcher.reset()
    for target in (ids[1], ids[1], ids[BLOCK - 1], ids[BLOCK], ids[2 * BLOCK] + 1, 0):
        before = matcher.id()
        matcher.skip_to(target)
        assert matcher.id() == min(id for id in ids if id >= max(target, before))
    ahead = matcher.copy()
    ahead.skip_to(ids[-1])
    assert ahead.next()
    assert not ahead.is_active()
    assert matcher.id() < ids[-1]
    matcher.skip_to(ids[-1] + 1)
    assert not matcher.is_active()
    assert matcher.id() not in ids
    for move in (matcher.next, lambda: matcher.skip_to(0)):
        with pytest.raises(ReadTooFar):
            move()


def test_whoosh_itself_finds_the_same_documents_and_positions_as_newssearch(searchers):
    columnar, _ = searchers
    with Snapshot.open(Path(columnar.reader().leaf_readers()[0][0].storage().folder)) as snapshot:
        terms = [(field, word) for field in (*POSITIONAL, *KEYS) for word in snapshot.words(field)]
        for field, word in terms:
            found = list(walked(columnar.postings(field, word)))
            assert [id for id, _, _ in found] == snapshot.documents(field, word).tolist()
            if field in POSITIONAL:
                places = [id << 32 | at for id, _, positions in found for at in positions]
                assert occurrences(snapshot, field, word).tolist() == places
