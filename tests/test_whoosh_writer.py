"""Changing an index: all of a commit or nothing, one writer at a time."""

import contextlib
import json
import os
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from itertools import count

import pytest
from numbered import article, held, ours, written

from newssearch.article import Article
from newssearch.engines.base import CODECS
from newssearch.engines.entry import content_number
from newssearch.engines.whoosh import manifest as manifests
from newssearch.engines.whoosh import writer as writers
from newssearch.engines.whoosh.merging import to_merge
from newssearch.engines.whoosh.snapshot import Snapshot
from newssearch.engines.whoosh.verify import verify
from newssearch.engines.whoosh.writer import Writer
from newssearch.errors import DamagedIndex, LockedIndex

# --- what a commit is -------------------------------------------------------------


def test_a_commit_counts_its_articles_languages_and_content(tmp_path, codec):
    with Writer(tmp_path, codec=codec) as writer:
        for number in (1, 2, 3):
            writer.add(article(number))
        writer.commit({"zone": "UTC"}, [b"{}"])
    with Writer(tmp_path) as writer:
        writer.delete(1)
        writer.delete(1)
        writer.add(Article(id="4", language="de"))
        manifest = writer.commit()

    living = [article(1), article(3), Article(id="4", language="de")]
    assert (manifest.generation, manifest.articles, manifest.languages) == (2, 3, Counter(en=2, de=1))
    assert manifest.content == sum(map(content_number, living)) % 2**256
    assert manifest.files.keys() == ours(tmp_path)
    assert list(verify(tmp_path)) == []


def test_the_content_does_not_depend_on_order_or_codec_or_on_the_way_there(tmp_path, codec):
    written(tmp_path / "a", 1, 2, 3)
    written(tmp_path / "b", 3, codec=codec)
    written(tmp_path / "b", 2, 7, 1)
    with Writer(tmp_path / "b") as writer:
        writer.delete(int(writer.snapshot.documents("id", "7")[0]))
        there = writer.commit()

    assert Snapshot.open(tmp_path / "a").manifest.content == there.content


def test_without_a_commit_everything_is_undone(tmp_path, codec):
    written(tmp_path, 1, codec=codec)
    before = ours(tmp_path)

    with Writer(tmp_path) as writer:
        writer.add(article(2))
        writer.delete(0)
    with contextlib.suppress(KeyboardInterrupt), Writer(tmp_path) as writer:
        writer.add(article(2))
        raise KeyboardInterrupt

    assert (held(tmp_path), ours(tmp_path)) == (["1"], before)


def test_the_manifest_is_plain_json_with_a_line_break_at_its_end(tmp_path, codec):
    written(tmp_path, 1, archive={"zone": "Asia/Seoul"}, codec=codec)
    text = (tmp_path / "manifest.json").read_text()

    plain = json.loads(text)
    assert text == json.dumps(plain, indent=1, sort_keys=True) + "\n"
    assert (plain["format"], plain["codec"], plain["generation"]) == (manifests.FORMAT, codec, 1)
    assert plain["archive"] == {"zone": "Asia/Seoul"}


def test_an_index_keeps_its_codec_until_it_is_told_another(tmp_path, codec):
    written(tmp_path, 1, codec=codec)

    written(tmp_path, 2)
    assert Snapshot.open(tmp_path).manifest.codec == codec
    written(tmp_path, 1, fresh=True)
    assert Snapshot.open(tmp_path).manifest.codec == codec
    for other in CODECS:
        written(tmp_path, 1, fresh=True, codec=other)
        assert Snapshot.open(tmp_path).manifest.codec == other


def test_a_new_index_is_columnar(tmp_path):
    written(tmp_path, 1)

    assert Snapshot.open(tmp_path).manifest.codec == "columnar"


def test_files_are_equal_for_equal_articles(tmp_path, codec):
    for name in "ab":
        written(tmp_path / name, 1, 2, codec=codec)

    first, second = (Snapshot.open(tmp_path / name).manifest.files for name in "ab")
    assert first == second


def test_a_writer_is_done_after_its_commit(tmp_path):
    with Writer(tmp_path) as writer:
        writer.commit()
        for change in (lambda: writer.add(article(1)), lambda: writer.delete(0), writer.commit):
            with pytest.raises(ValueError, match="closed"):
                change()


def test_an_article_that_fails_is_not_committed_by_half(tmp_path, codec):
    with Writer(tmp_path, codec=codec) as writer:
        with pytest.raises((TypeError, AttributeError)):
            writer.add(replace(article(1), body=5))
        with pytest.raises(ValueError, match="closed"):
            writer.commit()

    written(tmp_path, 2)
    assert held(tmp_path) == ["2"]


def test_two_spellings_of_half_a_surrogate_pair_are_one_term_that_an_article_has_once(tmp_path):
    with Writer(tmp_path) as writer:
        writer.add(Article(id="1", tags=("\udc80", "\\udc80")))
        writer.commit()

    assert list(verify(tmp_path)) == []


# --- merging ----------------------------------------------------------------------


def test_segments_stay_few_and_rewriting_stays_rare():
    sizes: list[int] = []
    rewritten = most = 0
    for _ in range(10_000):
        merged = to_merge(sizes, sizes, 1)
        gathered = sum(sizes[at] for at in merged)
        rewritten += gathered
        sizes = [size for at, size in enumerate(sizes) if at not in merged] + [gathered + 1]
        most = max(most, len(sizes))

    assert most <= 10
    assert rewritten / 10_000 < 20


def test_a_merge_drops_the_deleted_and_keeps_the_others_answers(tmp_path, codec):
    for number in range(1, 8):
        with Writer(tmp_path, codec=codec) as writer:
            writer.add(article(number))
            if number % 3 == 0:
                writer.delete(int(writer.snapshot.documents("id", str(number - 1))[0]))
            writer.commit()

    with Snapshot.open(tmp_path) as snapshot:
        assert snapshot.articles == 5
        assert len(snapshot.segments) <= 3
    assert held(tmp_path) == ["1", "3", "4", "6", "7"]
    assert list(verify(tmp_path)) == []


def test_a_segment_that_is_all_deleted_goes(tmp_path, codec):
    written(tmp_path, 1, 2, codec=codec)
    with Writer(tmp_path) as writer:
        writer.delete(0)
        writer.delete(1)
        manifest = writer.commit()

    assert not any(name.startswith("MAIN_") for name in manifest.files)
    assert held(tmp_path) == []


# --- a new index in the place of the old --------------------------------------------


def test_a_fresh_writer_takes_nothing_over(tmp_path):
    written(tmp_path, 1, 2)
    written(tmp_path, 3, fresh=True)

    assert held(tmp_path) == ["3"]
    assert ours(tmp_path) == Snapshot.open(tmp_path).manifest.files.keys()


def test_a_fresh_writer_replaces_a_damaged_index_and_only_when_it_is_whole(tmp_path):
    written(tmp_path, 1)
    before = ours(tmp_path)
    (tmp_path / "manifest.json").write_text("{")

    with pytest.raises(DamagedIndex, match="rebuild"):
        Writer(tmp_path)
    with Writer(tmp_path, fresh=True) as writer:
        writer.add(article(2))
    assert before <= ours(tmp_path)
    written(tmp_path, 2, fresh=True)

    assert held(tmp_path) == ["2"]
    assert ours(tmp_path) == Snapshot.open(tmp_path).manifest.files.keys()


def test_a_fresh_index_that_reads_otherwise_than_it_was_written_is_not_let_in(tmp_path, monkeypatch):
    written(tmp_path, 1)
    digests = count()
    monkeypatch.setattr(writers, "file_sha256", lambda _: f"{next(digests):064x}")

    with pytest.raises(DamagedIndex, match="otherwise than it was written"):
        written(tmp_path, 2, fresh=True)

    monkeypatch.undo()
    assert held(tmp_path) == ["1"]


@pytest.mark.parametrize("name", ["_MAIN_3.toc", "_OTHER_1.toc"])
@pytest.mark.parametrize("fresh", [False, True])
def test_another_programs_index_is_left_alone(tmp_path, name, fresh):
    (tmp_path / name).write_bytes(b"theirs")
    (tmp_path / "MAIN_abc123.seg").write_bytes(b"theirs")

    with pytest.raises(DamagedIndex, match="not newssearch's"):
        Writer(tmp_path, fresh=fresh)

    assert ours(tmp_path) == {name, "MAIN_abc123.seg"}


def test_another_programs_manifest_is_left_alone(tmp_path):
    (tmp_path / "manifest.json").write_text('{"name": "an app"}')

    for fresh in (False, True):
        with pytest.raises(DamagedIndex, match="another's"):
            Writer(tmp_path, fresh=fresh)


# --- one at a time ------------------------------------------------------------------


def test_a_second_writer_waits_and_is_then_told_who_writes(tmp_path):
    with Writer(tmp_path), pytest.raises(LockedIndex, match=f"process {os.getpid()} on .* since 2"):
        Writer(tmp_path, wait=0.1)


def test_a_second_writer_in_another_process_gets_in_when_the_first_is_done(tmp_path):
    script = (
        "import sys, pathlib; from newssearch.engines.whoosh.writer import Writer\n"
        "writer = Writer(pathlib.Path(sys.argv[1])); print('in', flush=True); input(); writer.close()"
    )
    command = [sys.executable, "-c", script, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout.readline() == "in\n"
        with pytest.raises(LockedIndex, match=f"process {other.pid}"):
            Writer(tmp_path, wait=0)
        other.stdin.write("\n")
        other.stdin.flush()
        Writer(tmp_path, wait=10).close()


def test_a_failed_commit_lets_the_next_writer_in(tmp_path):
    with pytest.raises(TypeError), Writer(tmp_path) as writer:
        writer.commit({"not": {"json"}})

    written(tmp_path, 1)
    assert held(tmp_path) == ["1"]
