"""A writer that is killed, or refused by the system: the old generation or the new one, whole, and nothing left over."""

import contextlib
import errno
import io
import os
import random
import subprocess
import sys
import time
from itertools import count

import pytest
from numbered import article, held, living_ids, ours, written

from newssearch.engines.whoosh import storage
from newssearch.engines.whoosh.snapshot import Snapshot
from newssearch.engines.whoosh.verify import verify
from newssearch.engines.whoosh.writer import Writer
from newssearch.errors import DamagedIndex, IndexPlaceError, ReadOnlyIndex

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
            assert sorted(living_ids(snapshot)) == sorted(str(at) for at in (number - 2, number - 1, number))
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
