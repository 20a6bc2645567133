"""The extraction benchmark: each form of truth is known by what is in a folder, and scores are what they say."""

import gzip
import json
from datetime import date

import pytest

from benchmarks import extraction

PAGE = "<html><head><title>Oil falls</title></head><body><article><h1>Oil falls</h1>{}</article></body></html>".format(
    "".join(f"<p>Oil fell on day {n} of the week, as traders in the harbour town said again.</p>" for n in range(5))
)
BODY = "\n".join(f"Oil fell on day {n} of the week, as traders in the harbour town said again." for n in range(5))


def own(folder):
    (folder / "a.html").write_text(PAGE)
    known = {
        "headline": "Oil falls",
        "authors": ["Jane Doe"],
        "published": "2025-09-03",
        "body": BODY,
        "subheads": ["x"],
    }
    (folder / "a.json").write_text(json.dumps(known))


def zyte(folder):
    (folder / "html").mkdir()
    (folder / "html" / "a.html.gz").write_bytes(gzip.compress(PAGE.encode()))
    (folder / "ground-truth.json").write_text(json.dumps({"a": {"articleBody": BODY, "url": "https://news.example/a"}}))


def trafilatura(folder):
    (folder / "tests" / "eval").mkdir(parents=True)
    (folder / "tests" / "eval" / "a.html").write_text(PAGE)
    known = {"file": "a.html", "title": "Oil falls", "author": "Jane Doe; Al Roe", "date": ""}
    (folder / "tests" / "evaldata.json").write_text(json.dumps({"https://news.example/a": known}))


def newspaper(folder):
    for name in ("html", "metadata"):
        (folder / name).mkdir()
    (folder / "html" / "a.html").write_text(PAGE)
    known = {"title": "Oil falls", "authors": [], "publish_date": "2025-09-03T00:00:00", "text": BODY}
    (folder / "metadata" / "a.json").write_text(json.dumps(known))


@pytest.mark.parametrize(
    ("form", "known"),
    [
        (own, ("Oil falls", {"jane doe"}, date(2025, 9, 3), BODY)),
        (zyte, (None, None, None, BODY)),
        (trafilatura, ("Oil falls", {"jane doe", "al roe"}, None, None)),
        (newspaper, ("Oil falls", None, date(2025, 9, 3), BODY)),
    ],
)
def test_a_form_of_truth_is_known_by_what_is_in_the_folder(tmp_path, form, known):
    form(tmp_path)

    (page,) = extraction.pages(tmp_path)

    assert (page.truth.headline, page.truth.authors, page.truth.published, page.truth.body) == known


def test_scores_are_of_four_grams_and_of_what_is_known(tmp_path):
    own(tmp_path)

    scores, _ = extraction.score(list(extraction.pages(tmp_path)), ["newssearch"])

    done = scores["newssearch"]
    assert (done.body, done.mean("headline")) == (1.0, 1.0)
    assert (done.mean("authors"), done.mean("date"), done.mean("subheads")) == (0.0, 0.0, 0.0)


@pytest.mark.parametrize(
    ("truth", "found", "score"),
    [("a b c d e", "a b c d e", (1.0, 1.0)), ("a b c d e", "a b c d", (1.0, 0.5)), ("a b", "a b", (1.0, 1.0)), ("a", "", (0.0, 0.0)), ("", "", (1.0, 1.0))],
)  # fmt: skip
def test_precision_and_recall_are_those_of_four_grams(truth, found, score):
    assert extraction.overlap(extraction.grams(truth), extraction.grams(found)) == score


def test_what_is_not_installed_is_left_out_and_named(tmp_path, monkeypatch, capsys):
    def missing(_data, _url):
        raise ImportError

    zyte(tmp_path)
    monkeypatch.setattr(
        extraction, "EXTRACTORS", {"newssearch": extraction.EXTRACTORS["newssearch"], "other": ("other", missing)}
    )

    assert extraction.main([str(tmp_path), "--worst"]) == 0
    assert "other: not installed, left out" in capsys.readouterr().out


def test_a_folder_without_truth_is_an_error_in_one_line(tmp_path, capsys):
    assert extraction.main([str(tmp_path)]) == 2
    assert capsys.readouterr().err.count("\n") == 1
