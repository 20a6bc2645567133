"""An index that Whoosh opens by itself: it is read, and changed by newssearch alone."""

import random
import subprocess
import sys

import pytest
from both_codecs import NEAR, OIL, term, told_of_documents, told_of_terms, written
from damaged import flipped
from whoosh import query
from whoosh.index import open_dir
from whoosh.qparser import QueryParser
from whoosh.writing import AsyncWriter

from newssearch.article import Article
from newssearch.engines.whoosh.snapshot import Snapshot
from newssearch.errors import DamagedIndex, ReadOnlyIndex


def test_whoosh_itself_parses_searches_and_shows_stored_fields(tmp_path, codec):
    index = written(
        tmp_path, [Article(headline="Oil falls", body="The man of war"), Article(body="man at war")], codec=codec
    )

    with index.searcher() as searcher:
        hits = searcher.search(QueryParser("body", index.schema).parse('"man of war" headline:OIL'))
        assert [hit.fields() for hit in hits] == [{"id": "0", "headline": "Oil falls"}]


def test_an_empty_index_is_read_and_finds_nothing(tmp_path, codec):
    index = written(tmp_path, [], codec=codec)

    with index.searcher() as searcher:
        assert index.doc_count() == 0
        assert list(searcher.search(query.Every())) == []


def printed(script, folder):
    """What another process prints of an index."""
    run = [sys.executable, "-W", "ignore", "-c", script, str(folder)]
    return subprocess.run(run, capture_output=True, text=True, check=True).stdout


def test_a_process_that_knows_only_whoosh_opens_the_index(tmp_path):
    written(tmp_path, [Article(headline="Oil falls", body="oil prices")])
    script = (
        "import sys, whoosh.index, whoosh.query\n"
        "assert not any(name.startswith('newssearch') for name in sys.modules)\n"
        "with whoosh.index.open_dir(sys.argv[1]).searcher() as searcher:\n"
        "    print([sorted(dict(hit).items()) for hit in searcher.search(whoosh.query.Term('body_stem', 'price'))])"
    )

    assert printed(script, tmp_path) == "[[('headline', 'Oil falls'), ('id', '0')]]\n"


def test_a_stock_index_is_read_where_there_is_no_newssearch(tmp_path):
    written(tmp_path, [Article(headline="Oil falls", body="oil prices fell")], codec="stock")
    script = (
        "import sys; sys.modules['newssearch'] = None\n"
        "import whoosh.index, whoosh.query\n"
        "with whoosh.index.open_dir(sys.argv[1]).searcher() as searcher:\n"
        "    print([hit['headline'] for hit in searcher.search(whoosh.query.Phrase('body', ['oil', 'prices']))])"
    )

    assert printed(script, tmp_path) == "['Oil falls']\n"


def contents(folder):
    """Every file with its bytes, but for the empty one that Whoosh locks."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != "MAIN_WRITELOCK"}


@pytest.mark.parametrize(
    "write",
    [
        lambda index: index.writer(),
        lambda index: index.delete_by_term("id", "0"),
        lambda index: index.optimize(),
        lambda index: AsyncWriter(index).commit(),
    ],
    ids=["writer", "delete", "optimize", "later"],
)
@pytest.mark.parametrize("commits", [[["oil"], ["gas"]], [[]]], ids=["two articles", "empty"])
def test_whoosh_writes_no_columnar_index(tmp_path, commits, write):
    index = written(tmp_path, *([Article(body=body) for body in bodies] for bodies in commits))
    before = contents(tmp_path)

    with pytest.raises(ReadOnlyIndex, match="newssearch index SOURCE"):
        write(index)

    assert contents(tmp_path) == before
    assert index.doc_count() == sum(map(len, commits))


def test_what_whoosh_writes_into_a_stock_index_is_no_part_of_it(tmp_path):
    index = written(tmp_path, [Article(body="oil")], codec="stock")
    with index.writer() as writer:
        writer.add_document(id="1", headline="Gas falls")

    assert index.doc_count() == 2
    with pytest.raises(DamagedIndex, match="newssearch rebuild"):
        Snapshot.open(tmp_path)


def test_a_damaged_byte_is_an_error_or_changes_no_answer(tmp_path):
    written(tmp_path, [Article(headline="Oil falls", body="oil and gas", source="AP"), Article(body="oil of gas")])

    def ask():
        with open_dir(str(tmp_path)).searcher() as searcher:
            reader = searcher.reader()
            hits = searcher.search(query.Or([OIL, query.Prefix("headline", "oil"), NEAR, term("ap", "source")]))
            by_day = searcher.search(term("oil", "body_stem"), sortedby="day")
            return (
                [(hit["id"], hit.score) for hit in (*hits, *by_day)],
                told_of_terms(reader),
                told_of_documents(reader),
            )

    expected = ask()
    chosen = random.Random(3)
    for path in sorted(path for path in tmp_path.glob("MAIN_g*") if path.is_file()):
        data = path.read_bytes()
        for at in {0, len(data) - 1, *(chosen.randrange(len(data)) for _ in range(60))}:
            path.write_bytes(flipped(data, at))
            try:
                found = ask()
            except (ValueError, DamagedIndex):
                continue
            assert found == expected, f"{path.name}, byte {at}"
        path.write_bytes(data)
