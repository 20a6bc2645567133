"""JSON and JSONL: where records are found, and what is said of those that are broken."""

import json

import pytest

from newssearch.article import Article
from newssearch.readers import Options, Remark, read
from newssearch.readers.records import json_records


@pytest.fixture
def reading(tmp_path):
    """Write a file and read it: (articles, remarks)."""

    def read_file(content):
        path = tmp_path / "file"
        text = content if isinstance(content, str | bytes) else json.dumps(content)
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
        items = list(read(path, "feed.json", Options()))
        return [i for i in items if isinstance(i, Article)], [i for i in items if isinstance(i, Remark)]

    return read_file


CONTAINED = [
    [{"headline": "A"}, {"headline": "B"}],
    {"articles": [{"headline": "A"}, {"headline": "B"}]},
    {"status": "ok", "items": [{"headline": "A"}, {"headline": "B"}]},
    {"status": "ok", "news": [{"headline": "A"}, {"headline": "B"}]},
    {"items": "2", "feed": [{"headline": "A"}, {"headline": "B"}]},
    {"response": {"docs": [{"headline": "A"}, {"headline": "B"}]}},
    {"hits": {"total": 2, "hits": [{"_id": "1", "_source": {"headline": "A"}}, {"_id": "2", "_source": {"headline": "B"}}]}},
    '{"headline": "A"}\n{"headline": "B"}\n',
    '\n{"headline": "A"}\n\n{"headline": "B"}',
    '\ufeff{"headline": "A"}\r\n{"headline": "B"}\r\n',
    '{\n "headline": "A"\n}\n{\n "headline": "B"\n}\n',
    '{"articles": [\n{"headline": "A"},\n{"headline": "B"}\n]}',
    '[{"headline": "A"},\n{"headline": "B"}]',
    '{"headline": "A"}\n{"headline": "B"}'.encode("utf-16"),
]  # fmt: skip


@pytest.mark.parametrize("content", CONTAINED)
def test_records_are_found_in_each_container(reading, content):
    articles, remarks = reading(content)

    assert [article.headline for article in articles] == ["A", "B"]
    assert remarks == []


def test_a_bad_line_is_named_and_the_rest_is_read(reading):
    lines = [
        '{"headline": "A"}',
        '{"headline": ',
        "7",
        "{}",
        '{"headline": "B"}',
        '{"a":' * 100_000,
        '{"headline": "C"}',
    ]

    articles, remarks = reading("\n".join(lines))

    assert [article.headline for article in articles] == ["A", "B", "C"]
    assert [(remark.message.partition(":")[0], remark.lost) for remark in remarks] == [
        ("line 2", True),
        ("line 3", True),
        ("line 4", True),
        ("line 6", True),
    ]


def test_a_line_past_the_limit_is_named_and_the_rest_is_read(reading, monkeypatch):
    monkeypatch.setattr(json_records, "LONGEST_LINE", 60)

    articles, remarks = reading('{"headline": "A"}\n' + json.dumps({"headline": "x" * 200}) + '\n{"headline": "B"}\n')

    assert [article.headline for article in articles] == ["A", "B"]
    assert ["longer than" in remark.message for remark in remarks] == [True]


def test_a_document_past_the_limit_is_passed_over(reading, monkeypatch):
    monkeypatch.setattr(json_records, "LARGEST_DOCUMENT", 60)

    articles, (remark,) = reading([{"headline": "x" * 200}])

    assert articles == []
    assert remark.lost


@pytest.mark.parametrize("broken", [", {trunc", ", {", ",", "", ", 7", '\n, {"headline": "C', " , [[["])
def test_the_whole_records_of_an_array_that_breaks_off_are_kept(reading, broken):
    articles, (remark,) = reading('[{"headline": "A"},\n {"headline": "B"}' + broken)

    assert [article.headline for article in articles] == ["A", "B"]
    assert remark.message.startswith("not JSON")
    assert remark.message.endswith("passed over from there, behind 2 that are whole")
    assert remark.lost


def test_a_number_past_all_bounds_is_no_text(reading):
    articles, remarks = reading('[{"headline": 1e5000}]')

    assert articles == []
    assert [remark.lost for remark in remarks] == [True]


BROKEN = [
    "[{",
    "{",
    '{"headline": "A",}',
    "[" + '{"a":' * 50_000,
    "[]",
    "{}",
    '{"n": ' + "9" * 5_000 + "}",
]


@pytest.mark.parametrize("content", BROKEN)
def test_a_broken_document_is_one_remark(reading, content):
    articles, remarks = reading(content)

    assert articles == []
    assert [remark.lost for remark in remarks] == [True]


def test_a_text_that_does_not_end_is_named_with_its_column(reading):
    _, remarks = reading('{"headline": "A"}\n{"headline": "B\n{"headline": "C"}')

    assert remarks[0].message == "line 2: not JSON (Unterminated string starting at column 14): passed over"
