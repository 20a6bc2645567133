"""The benchmark on a cluster: a real server, asked as the embedded archive is, and left as it was."""

import json

import invented
from opensearch_server import ADDRESS, needs_server

from benchmarks.cluster import Answer, Row, main


def row(*ids):
    return Row("x", 1, 1.0, 1, tuple(Answer(1, tuple(some), 0.001, 0.002) for some in ids))


def test_the_overlap_is_the_mean_share_of_the_best():
    assert row("ab", "cd").overlap(row("ab", "ce")) == 0.75
    assert row("").overlap(row("")) == 1


@needs_server
def test_archives_are_compared_and_removed_from_the_server(tmp_path):
    source = invented.write(tmp_path / "invented.jsonl")

    assert main([str(source), ADDRESS, "--shards", "2", "--out", str(tmp_path)]) == 0

    (page,) = tmp_path.glob("*.md")
    rows = [
        line.split("|") for line in page.read_text().splitlines() if line.startswith(("| embedded", "| OpenSearch"))
    ]
    assert [cells[7].strip() for cells in rows] == ["260 of 260"] * 2
    assert float(rows[1][8]) > 0.9
    (plain,) = tmp_path.glob("*.json")
    assert [len(one["answers"]) for one in json.loads(plain.read_text())] == [260, 260]
