"""Changing an index: all of a commit or nothing, one writer at a time."""

import contextlib
import errno
import io
import json
import os
import random
import subprocess
import sys
import time
from collections import Counter
from dataclasses import replace
from itertools import count

import pytest

from newssearch.article import Article
from newssearch.engines.whoosh import manifest as manifests
from newssearch.engines.whoosh import storage
from newssearch.engines.whoosh.entry import content_number
from newssearch.engines.whoosh.manifest import CODECS
from newssearch.engines.whoosh.merging import to_merge
from newssearch.engines.whoosh.snapshot import Snapshot
from newssearch.engines.whoosh.verify import verify
from newssearch.engines.whoosh.writer import Writer
from newssearch.errors import DamagedIndex, IndexPlaceError, LockedIndex, ReadOnlyIndex


@pytest.fixture(params=CODECS)
def codec(request):
    """How the files of an index look: a folder that was begun with one keeps it."""
    return request.param


def article(number: int) -> Article:
    return Article(id=str(number), headline=f"Oil {number}", body="oil gas " * number, language="en")


def written(folder, *numbers, fresh=False, archive=None, codec=None):
    with Writer(folder, fresh=fresh, codec=codec) as writer:
        for number in numbers:
            writer.add(article(number))
        writer.commit(archive)


def held(folder) -> list[str]:
    with Snapshot.open(folder) as snapshot:
        return sorted(snapshot.words("id")) if snapshot.living.all() else sorted(_living_ids(snapshot))


def _living_ids(snapshot):
    return (snapshot.record(int(n))["article"]["id"] for n in snapshot.living.nonzero()[0])


def ours(folder) -> set[str]:
    return {name for name in storage.names(folder) if name not in {"manifest.json", "write.lock"}}


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
    monkeypatch.setattr(storage, "sha256", lambda _: f"{next(digests):064x}")

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


# --- what is swept ------------------------------------------------------------------


def test_the_next_writer_sweeps_leftovers_and_touches_no_other_file(tmp_path):
    written(tmp_path, 1)
    written(tmp_path / "other", 2)
    written(tmp_path / "other", 3)
    made = ours(tmp_path / "other") - ours(tmp_path)
    leftovers = [*made, "_MAIN_2.toc.1758.5", "manifest.json.tmp"]
    others = ["notes.txt", "MAIN_notes.txt", "_MAIN_.toc", "sources.jsonl", ".gitignore"]
    for name in leftovers + others:
        (tmp_path / name).write_bytes(b"?")
    (tmp_path / "MAIN.tmp").mkdir()
    (tmp_path / "MAIN.tmp" / "run").write_bytes(b"?")

    Writer(tmp_path).close()

    assert len(made) > 2
    assert ours(tmp_path) == {*Snapshot.open(tmp_path).manifest.files, *others, "other"}
    assert held(tmp_path) == ["1"]


def test_a_killed_first_commit_is_no_index_and_no_obstacle(tmp_path):
    written(tmp_path, 1)
    (tmp_path / "manifest.json").unlink()
    (tmp_path / storage.TEMPORARY).mkdir()  # as the killed writer left it

    written(tmp_path, 2)

    assert held(tmp_path) == ["2"]
    assert Snapshot.open(tmp_path).manifest.generation == 1


def test_an_index_whose_manifest_is_gone_is_damaged_and_not_begun_anew(tmp_path):
    written(tmp_path, 1)
    (tmp_path / "manifest.json").unlink()

    for touch in (Snapshot.open, Writer):
        with pytest.raises(DamagedIndex, match=r"manifest\.json is missing; rebuild"):
            touch(tmp_path)
    written(tmp_path, 2, fresh=True)

    assert held(tmp_path) == ["2"]


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


# --- what the system refuses --------------------------------------------------------


@pytest.mark.parametrize("fresh", [False, True])
@pytest.mark.parametrize(("module", "function"), [(os, "fsync"), (os, "replace"), (os, "rename"), (io, "open")])
def test_a_refusal_at_any_step_leaves_the_old_generation_or_the_new_one_whole(
    tmp_path, monkeypatch, module, function, fresh, codec
):
    written(tmp_path, 1, codec=codec)
    real, replaced = getattr(module, function), (["2"] if fresh else ["1", "2"])
    for step in count(1):
        calls = count(1)

        def refuse(*arguments, calls=calls, step=step, **named):
            if next(calls) == step:
                raise OSError(errno.ENOSPC, "No space left on device")
            return real(*arguments, **named)

        with monkeypatch.context() as patch, contextlib.suppress(IndexPlaceError):
            patch.setattr(module, function, refuse)
            written(tmp_path, 2, fresh=fresh)
        assert held(tmp_path) in (["1"], replaced)
        assert list(verify(tmp_path)) == []
        assert ours(tmp_path) == Snapshot.open(tmp_path).manifest.files.keys()
        if held(tmp_path) == replaced:
            break


@pytest.mark.parametrize("limit", [0, 10, 100, 1000, 4000])
def test_a_full_disk_leaves_the_old_generation(tmp_path, limit, codec):
    resource = pytest.importorskip("resource")
    written(tmp_path, 1, codec=codec)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    try:
        with pytest.raises(ReadOnlyIndex, match="cannot write the index"):
            written(tmp_path, *range(2, 60))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert held(tmp_path) == ["1"]
    assert list(verify(tmp_path)) == []


def test_a_folder_that_cannot_be_made_is_one_clear_line(tmp_path):
    (tmp_path / "file").write_text("")

    with pytest.raises(ReadOnlyIndex, match="cannot write the index at"):
        Writer(tmp_path / "file" / "index")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission_to_write_serves_readers_only(tmp_path):
    written(tmp_path, 1)
    for path in tmp_path.iterdir():
        path.chmod(0o444)
    tmp_path.chmod(0o555)

    try:
        assert held(tmp_path) == ["1"]
        assert list(verify(tmp_path)) == []
        with pytest.raises(ReadOnlyIndex, match=r"cannot write the index at .*: Permission denied"):
            Writer(tmp_path)
    finally:
        tmp_path.chmod(0o755)


# --- kill -9 ------------------------------------------------------------------------

_COMMITS = """
import sys, pathlib
from newssearch.article import Article
from newssearch.engines.whoosh.writer import Writer
folder = pathlib.Path(sys.argv[1])
input()
while True:
    with Writer(folder) as writer:
        snapshot = writer.snapshot
        number = snapshot.manifest.archive["number"] + 1
        fresh = number % 5 == 0
    with Writer(folder, fresh=fresh) as writer:
        for at in ([number - 2, number - 1] if fresh else []) + [number]:
            writer.add(Article(id=str(at), body="oil gas " * at))
        if not fresh:
            writer.delete(int(writer.snapshot.documents("id", str(number - 3))[0]))
        writer.commit({"number": number})
    print(number, flush=True)
"""


def killed_and_checked(folder, kills: int, codec: str) -> None:
    """Each of the writers is killed at its own moment; three articles live after each of their commits."""
    with Writer(folder, codec=codec) as writer:
        for number in (1, 2, 3):
            writer.add(article(number))
        writer.commit({"number": 3})
    moments = random.Random(8)
    command = [sys.executable, "-c", _COMMITS, str(folder)]
    waiting = [subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) for _ in range(2)]
    for _ in range(kills):
        child = waiting.pop(0)
        waiting.append(subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE))
        child.stdin.write(b"\n")
        child.stdin.flush()
        started = child.stdout.readline()
        time.sleep(moments.uniform(0, 0.15))
        child.kill()
        told = (started + child.communicate()[0]).split()

        with Snapshot.open(folder) as snapshot:
            number = snapshot.manifest.archive["number"]
            assert sorted(_living_ids(snapshot)) == sorted(str(at) for at in (number - 2, number - 1, number))
            assert number >= int(told[-1])
        assert list(verify(folder)) == []
    for child in waiting:
        child.kill()
        child.communicate()
    Writer(folder).close()
    assert ours(folder) == Snapshot.open(folder).manifest.files.keys()


def test_a_writer_killed_at_any_moment_loses_nothing_that_was_committed(tmp_path, codec):
    killed_and_checked(tmp_path, 6, codec)


@pytest.mark.slow
def test_many_writers_killed_at_any_moment_lose_nothing_that_was_committed(tmp_path, codec):
    killed_and_checked(tmp_path, 150, codec)


def test_two_spellings_of_half_a_surrogate_pair_are_one_term_that_an_article_has_once(tmp_path):
    with Writer(tmp_path) as writer:
        writer.add(Article(id="1", tags=("\udc80", "\\udc80")))
        writer.commit()

    assert list(verify(tmp_path)) == []
