"""The commands that change an index, run as the real program."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest
from program import ENVIRONMENT, ID, ROOT, SEEDS, run


def test_versions_come_newest_first(tmp_path):
    clipping = tmp_path / "a.txt"
    for body in ("First words here.", "Second words here."):
        clipping.write_text(f"Oil falls\nBy Jane Doe\n{body}\n", encoding="utf-8")
        run("index", "a.txt", cwd=tmp_path)
    id = run("query", "second", "--format", "ids", cwd=tmp_path).stdout.strip()

    bodies = [
        version["body"]
        for version in json.loads(run("show", id, "--versions", "--format", "json", cwd=tmp_path).stdout)
    ]

    assert bodies == ["Second words here.", "First words here."]


def test_remove_names_what_is_unknown_and_takes_out_the_rest(tmp_path):
    run("index", SEEDS, cwd=tmp_path)

    done = run("remove", ID, "nope", cwd=tmp_path)

    assert (done.returncode, done.stdout) == (0, "1 removed\n")
    assert "'nope'" in done.stderr
    assert run("remove", ID, cwd=tmp_path).returncode == 1


def test_verify_tells_a_sound_index_from_an_outdated_one(tmp_path):
    (tmp_path / "a.txt").write_text("Oil falls\nOil fell on Sunday.\n", encoding="utf-8")
    run("index", "a.txt", cwd=tmp_path)
    assert run("verify", cwd=tmp_path).returncode == 0

    (tmp_path / "a.txt").write_text("Oil falls\nOil fell on Monday.\n", encoding="utf-8")

    done = run("verify", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (2, "newssearch: outdated: a.txt: changed since it was indexed\n")


def test_rebuild_without_sources_uses_those_recorded(tmp_path):
    (tmp_path / "a.txt").write_text("Oil falls\n2025-09-28 08:33\nOil fell on Sunday.\n", encoding="utf-8")
    run("index", "a.txt", "--timezone", "Asia/Seoul", cwd=tmp_path)

    done = run("rebuild", cwd=tmp_path, NEWSSEARCH_TIMEZONE="America/Lima")

    assert done.returncode == 0
    assert (
        json.loads(run("query", "oil", "--format", "json", cwd=tmp_path).stdout)["hits"][0]["published"]
        == "2025-09-28T08:33:00+09:00"
    )


def test_the_environment_names_place_and_zone(tmp_path):
    (tmp_path / "a.txt").write_text("Oil falls\n2025-09-28 08:33\nOil fell on Sunday.\n", encoding="utf-8")
    run("index", "a.txt", cwd=tmp_path, NEWSSEARCH_INDEX="elsewhere", NEWSSEARCH_TIMEZONE="Asia/Seoul")

    assert "+09:00" in run("query", "oil", "--format", "json", "--index", "elsewhere", cwd=tmp_path).stdout


def test_records_of_other_names_are_mapped(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"kop": "Oil falls", "tekst": "Oil fell."}\n', encoding="utf-8")

    done = run("index", "a.jsonl", "--map", "headline=kop", "--map", "body=tekst", cwd=tmp_path)

    assert "1 added" in done.stdout
    assert run("query", "headline:oil", cwd=tmp_path).returncode == 0


def test_a_pipe_named_as_a_source_is_refused_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")

    done = run("index", "pipe", cwd=tmp_path)

    assert (done.returncode, done.stderr) == (2, "newssearch: pipe: cannot be read: not a file that can be read\n")


HEEDING = "import signal; signal.signal(2, signal.default_int_handler); from newssearch.__main__ import main; main()"
"""The program, heeding interrupts: what a shell starts in the background ignores them, and so does what that starts."""


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's")
def test_an_interrupt_while_indexing_is_one_line_and_leaves_what_was_there(tmp_path):
    run("index", SEEDS, cwd=tmp_path)
    lines = "".join(
        json.dumps({"id": str(n), "headline": f"Oil {n}", "body": "Oil fell. " * 100}) + "\n" for n in range(20_000)
    )
    (tmp_path / "many.jsonl").write_text(lines, encoding="utf-8")
    process = subprocess.Popen([sys.executable, "-c", HEEDING, "index", "many.jsonl"], cwd=tmp_path, env={**ENVIRONMENT, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)  # fmt: skip
    deadline = time.monotonic() + 60
    while not (tmp_path / "index" / "write.lock").read_bytes() and time.monotonic() < deadline:
        time.sleep(0.05)  # until it writes; the lock then holds its name
    process.send_signal(signal.SIGINT)
    _, complaint = process.communicate(timeout=60)

    assert process.returncode == 130
    assert complaint.splitlines()[-1].startswith("newssearch: interrupted")
    assert "Traceback" not in complaint
    assert run("verify", cwd=tmp_path).returncode == 0
    assert run("query", "maduro", cwd=tmp_path).returncode == 0


def test_what_is_said_of_many_files_is_said_of_some_and_counted(tmp_path):
    (tmp_path / "a.txt").write_text("Oil falls\nOil fell on Sunday.\n", encoding="utf-8")
    for number in range(12):
        (tmp_path / f"picture{number:02}").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")

    done = run("index", ".", cwd=tmp_path)

    assert done.stderr.splitlines()[4:] == [
        "newssearch: picture04: PNG is not a format that is read: passed over",
        "newssearch: and 7 more: PNG is not a format that is read: passed over",
    ]
    assert (
        done.stdout
        == "13 files: 1 added, 0 changed, 0 there already, 12 passed over, 1 without a date; 1 article in index\n"
    )
    assert run("index", ".", cwd=tmp_path).stdout.startswith("13 files, 1 as before: 0 added")
