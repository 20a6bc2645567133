"""What is a new article, a new version, the same or another article."""

from dataclasses import replace
from pathlib import Path

import pytest
from clippings import CLIPPING, write, write_lines

from newssearch import Archive, Article


def test_a_file_that_has_not_changed_is_passed_over(folder):
    write(folder, oil=CLIPPING)
    Archive("index").add("clippings")
    before = sorted(Path("index").iterdir())

    report = Archive("index").add("clippings")

    assert (report.unchanged_files, report.articles) == (1, 0)
    assert sorted(Path("index").iterdir()) == before


def test_an_article_with_new_content_at_its_path_is_a_new_version(folder):
    write(folder, oil=CLIPPING)
    Archive("index").add("clippings")
    write(folder, oil=CLIPPING.replace("sold", "bought"))

    report = Archive("index").add("clippings")

    archive = Archive("index")
    (hit,) = archive.search("traders").hits
    assert report.changed == 1
    assert archive.search("sold").total == 0
    assert archive.search("bought").total == 1
    assert ["sold" in version.body for version in archive.versions(hit.id)] == [False, True]


def test_an_article_whose_file_is_gone_stays_until_a_rebuild(folder):
    write(folder, oil=CLIPPING, gas="Gas rises\nGas rose, traders said.\n")
    archive = Archive("index")
    archive.add("clippings")
    (folder / "gas.txt").unlink()

    archive.add("clippings")
    assert archive.search("gas").total == 1

    archive.rebuild()
    assert archive.search("gas").total == 0
    assert archive.search("oil").total == 1


def test_two_articles_of_one_id_in_one_run_are_both_kept(folder):
    write_lines(
        folder / "feed.jsonl",
        {"id": "x", "headline": "A", "body": "First."},
        {"id": "x", "headline": "A", "body": "Second."},
    )

    report = Archive("index").add(folder / "feed.jsonl")

    archive = Archive("index")
    assert report.added == 2
    assert ["kept as 'x~2'" in remark.message for remark in report.remarks] == [True]
    assert [archive.get(id).body for id in ("x", "x~2")] == ["First.", "Second."]


def test_reading_the_same_records_again_changes_nothing(folder):
    records = [{"id": "x", "headline": "A", "body": f"Body {n}."} for n in range(5)]
    write_lines(folder / "feed.jsonl", *records)
    archive = Archive("index")
    archive.add(folder)
    write_lines(folder / "feed.jsonl", *records, {"id": "y", "headline": "New", "body": "New."})

    report = archive.add(folder)

    assert (report.added, report.changed, report.unchanged) == (1, 0, 5)
    assert len(archive) == 6


def test_the_same_id_at_another_path_is_an_article_of_its_own(folder):
    write_lines(folder / "a.jsonl", {"id": "x", "headline": "A", "body": "First."})
    write_lines(folder / "b.jsonl", {"id": "x", "headline": "B", "body": "Second."})
    together, apart = Archive("together"), Archive("apart")

    together.add(folder)
    apart.add(folder / "a.jsonl")
    apart.add(folder / "b.jsonl")

    for archive in (together, apart):
        assert [archive.get(id).body for id in ("x", "x~2")] == ["First.", "Second."]


@pytest.mark.parametrize(
    ("article", "id"),
    [
        (Article(id="own", url="https://x.example/a", headline="A"), "own"),
        (Article(url="HTTPS://X.example/a?utm_source=y#top", headline="A"), "https://x.example/a"),
        (Article(source="S", headline="A", byline="By B", path="here"), Article(source="S", headline="A", byline="By B", path="there", body="Other.").identified().id),
    ],
    ids=["its own", "its URL", "a digest of what was printed"],
)  # fmt: skip
def test_an_article_is_known_by(article, id):
    assert article.identified().id == id


def test_the_digest_of_what_was_printed_is_the_same_everywhere():
    assert Article(headline="Oil falls", byline="By Jane Doe").identified().id == "d23b2ecfd2f7c905"


def test_content_is_equal_for_equal_sources_in_any_order_and_place(folder, tmp_path):
    write(folder, a=CLIPPING, b="Gas rises\nGas rose, traders said.\n")
    one, other = Archive("one"), Archive(tmp_path / "deep" / "other")
    one.add("clippings")
    other.add(folder / "b.txt")
    other.add(folder / "a.txt")

    assert one.stats()["content"] == other.stats()["content"]


def test_removing_takes_an_article_out(folder):
    write(folder, oil=CLIPPING)
    archive = Archive("index")
    archive.add("clippings")
    id = archive.search("oil").hits[0].id

    assert archive.remove([id, "no such"]) == [id]
    assert archive.search("oil").total == 0


def test_an_article_that_is_got_changed_and_added_is_a_new_version(folder):
    write(folder, oil=CLIPPING)
    archive = Archive("index")
    archive.add("clippings")
    article = archive.search("oil").hits[0].article

    archive.add(replace(article, section="Business"))

    assert len(archive) == 1
    assert archive.get(article.id).section == "Business"
    assert archive.get(article.id).path == "clippings/oil.txt"


def test_a_corrected_headline_is_a_new_version_of_the_only_article_of_its_file(folder):
    write(folder, oil=CLIPPING)
    archive = Archive("index")
    archive.add("clippings")
    write(folder, oil=CLIPPING.replace("Oil falls", "Oil rises"))

    report = archive.add("clippings")

    (hit,) = archive.search("traders").hits
    rebuilt = Archive("rebuilt")
    rebuilt.rebuild("clippings")
    assert (report.added, report.changed) == (0, 1)
    assert [version.headline for version in archive.versions(hit.id)] == ["Oil rises", "Oil falls"]
    assert archive.stats()["content"] == rebuilt.stats()["content"]


def test_a_rebuild_keeps_articles_that_no_source_gives_and_counts_what_it_drops(folder):
    write(folder, oil=CLIPPING, gas="Gas rises\nGas rose, traders said.\n")
    archive = Archive("index")
    archive.add("clippings", Article(id="own", headline="Written here"))
    (folder / "gas.txt").unlink()

    report = archive.rebuild()

    assert report.dropped == 1
    assert archive.get("own").headline == "Written here"
    assert len(archive) == 2


def test_articles_of_equal_content_and_long_ids_are_all_kept(folder):
    records = [
        {"id": f"https://news.example/2025/09/a-long-path-to/article-{n}", "headline": "A", "body": "B."}
        for n in range(3)
    ]
    write_lines(folder / "feed.jsonl", *records)

    assert Archive("index").add("clippings").added == 3


def test_a_rebuild_keeps_an_article_that_was_added_as_it_is_beside_a_sources_article_of_its_id(tmp_path):
    source = tmp_path / "one.json"
    source.write_text('{"headline": "One", "body": "from a file"}')
    archive = Archive(tmp_path / "index")
    archive.add(Article(headline="One", body="by library"))
    archive.add(source)

    archive.rebuild()
    archive.rebuild()

    assert sorted(hit.article.body for hit in archive.search("*").hits) == ["by library", "from a file"]
    assert len({hit.id for hit in archive.search("*").hits}) == 2


@pytest.mark.parametrize("site", ["http://www.news.example", "https://news.example/"])
def test_the_address_of_a_whole_site_tells_no_articles_apart(site):
    archive = Archive("memory:")
    report = archive.add(Article(headline=headline, url=site) for headline in ("Oil falls", "Gas rises"))

    assert report.added == 2
    assert not report.remarks
