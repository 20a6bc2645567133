"""One story told several times: a search shows one of its articles, and says how many more there are."""

import random
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from forged import forge
from opensearch_server import needs_server, new_engine

from newssearch import Archive, Article, Moment
from newssearch.engines.whoosh import manifest as manifests
from newssearch.engines.whoosh.engine import WhooshEngine
from newssearch.engines.whoosh.grouping import find
from newssearch.engines.whoosh.snapshot import Snapshot
from newssearch.engines.whoosh.stories import Stories, write_stories

WORDS = [
    f"{a}{b}" for a in ("har", "lan", "ves", "mor", "tin", "gol") for b in ("bour", "tern", "sel", "row", "der", "den")
]


def story(seed, words=80):
    rng = random.Random(seed)
    return " ".join(rng.choice(WORDS) for _ in range(words))


def told(id, seed, day=3, **fields):
    published = Moment(date(2025, 9, 1) + timedelta(days=day))
    return Article(id=id, headline=f"Ferry {id}", body=story(seed), published=published, **fields)


WIRE = told("wire", 1)
COPY = replace(told("copy", 1, source="Gazette"), body=f"{WIRE.body} A spokesman declined to comment.")
CUT = replace(told("cut", 1, source="Herald"), body=" ".join(WIRE.body.split()[:50]))
OTHER = told("other", 2)


@pytest.fixture(params=["columnar", "stock", "memory:", pytest.param("opensearch", marks=needs_server)])
def archive(request, tmp_path):
    codec = None if request.param in {"memory:", "opensearch"} else request.param
    archive = Archive("memory:" if codec is None else tmp_path / "index")
    if request.param == "opensearch":
        archive._engine = new_engine()
    archive.add([WIRE, COPY, CUT, OTHER], codec=codec)
    yield archive
    archive.close()


def shown(found):
    return [(hit.id, hit.similar) for hit in found.hits]


@pytest.mark.parametrize("query", ["ferry sort:newest", "ferry sort:oldest dup:show"])
def test_a_stream_of_all_shows_what_a_page_does(archive, query):
    assert [(hit.id, hit.similar) for hit in archive.each(query)] == shown(archive.search(query, limit=None))


def test_of_copies_and_cuts_the_one_that_comes_first_is_shown(archive):
    found = archive.search("ferry sort:newest")

    assert found.total == 4
    assert shown(found) == [("copy", 2), ("other", 0)]


def test_all_are_shown_when_they_are_asked_for(archive):
    assert {id for id, _ in shown(archive.search("ferry dup:show"))} == {"wire", "copy", "cut", "other"}
    assert {similar for _, similar in shown(archive.search("ferry dup:show"))} == {0}


def test_only_those_that_match_are_counted(archive):
    assert shown(archive.search("source:herald,gazette sort:newest")) == [("copy", 1)]
    assert shown(archive.search("source:herald")) == [("cut", 0)]


def test_the_order_decides_which_is_shown(archive):
    assert shown(archive.search("headline:cut OR headline:wire^0.1"))[0] == ("cut", 1)
    assert shown(archive.search("headline:cut^0.1 OR headline:wire"))[0] == ("wire", 1)


def test_a_page_is_full_though_copies_fall_out_of_it(archive):
    assert len(archive.search("ferry", limit=2, count=False).hits) == 2
    assert shown(archive.search("ferry sort:newest", limit=1, offset=1)) == [("other", 0)]
    assert shown(archive.search("ferry sort:newest", limit=5, offset=2)) == []


def test_facets_and_totals_count_all(archive):
    found = archive.search("ferry", facets=["month"], limit=1)

    assert found.facets["month"][0].count == found.total == 4


def test_many_copies_leave_no_hole_in_the_page(tmp_path):
    copies = [told(f"copy{n:02}", 7) for n in range(30)]
    others = [told(f"other{n}", 100 + n) for n in range(12)]
    archive = Archive(tmp_path / "index")
    archive.add([*copies, *others])

    for count in (True, False):
        found = archive.search("ferry", limit=10, count=count)
        assert len({hit.id for hit in found.hits}) == 10
        assert sum(hit.id.startswith("copy") for hit in found.hits) <= 1
    assert len(archive.search("ferry", limit=None).hits) == 13


@pytest.mark.parametrize("codec", ["columnar", "stock"])
def test_stories_are_the_same_however_the_archive_came_about(tmp_path, codec):
    rng = random.Random(5)
    articles = [told(f"a{n}", rng.randrange(25), day=rng.randrange(4)) for n in range(60)]
    archive = Archive(tmp_path / "index")
    for start in range(0, 60, 15):
        archive.add(articles[start : start + 15], codec=codec)
    archive.remove([f"a{n}" for n in range(0, 60, 7)])
    archive.add([told("a3", 99), told("late", 3)])

    with Snapshot.open(tmp_path / "index") as snapshot:
        whole = find([segment for _, segment in snapshot.segments], snapshot.living)
        assert all(map(np.array_equal, snapshot.stories, whole))
        assert len(snapshot.stories.documents) > 20
    assert archive.verify() == []


def test_both_codecs_tell_the_same_stories(tmp_path):
    rng = random.Random(6)
    articles = [told(f"a{n}", rng.randrange(15)) for n in range(40)]
    pages = []
    for codec in ("columnar", "stock"):
        archive = Archive(tmp_path / codec)
        archive.add(articles, codec=codec)
        pages.append(shown(archive.search("ferry sort:newest", limit=None)))

    assert pages[0] == pages[1]


def test_stories_of_other_articles_are_found_by_verify(tmp_path):
    archive = Archive(tmp_path / "index")
    archive.add([WIRE, COPY, CUT, OTHER])
    name = next(name for name in manifests.read(tmp_path / "index").files if name.startswith("stories-"))
    none = np.empty(0, np.int64)
    write_stories(tmp_path / "index" / name, Stories(none, none))
    forge(tmp_path / "index", name, (tmp_path / "index" / name).read_bytes())

    assert list(WhooshEngine(tmp_path / "index").verify()) == [f"{name} does not tell of the articles that are held"]
