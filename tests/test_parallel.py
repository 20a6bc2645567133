"""More processes change nothing but the time: the same bytes, the same remarks, the same errors."""

import json
import os
import signal
import subprocess
import sys
import time
from random import Random

import pytest
from invented import record, words
from program import ENVIRONMENT, ROOT

from newssearch import Archive, Article, planning
from newssearch.engines import workers
from newssearch.engines.whoosh.columnar import elsewhere, runs
from newssearch.engines.workers import Workers
from newssearch.errors import NewssearchError
from newssearch.readers import Options, Remark, ahead, read, windows
from newssearch.readers.records import json_records

SMALL = 1 << 20
"""Memory that makes several runs of what these tests index."""


@pytest.fixture
def eager(monkeypatch):
    """Other processes read even a small file, and even that in windows."""
    monkeypatch.setattr(planning, "_WORTH_JOBS", 0)
    monkeypatch.setattr(ahead, "_TOGETHER", 4_000)
    for module in (ahead, json_records):
        monkeypatch.setattr(module, "WINDOW", 20_000)


def feed(path, *, seed=7):
    """A thousand records on lines; among them damaged ones, blank ones, copies, and others of the same id."""
    random = Random(seed)
    often, seldom = words(random, 30), words(random, 400)
    lines = []
    for number in range(1_000):
        plain = record(random, number, often, seldom)
        lines.append(json.dumps(plain, ensure_ascii=number % 2 == 0))
        match number % 50:
            case 1:
                lines.append(lines[-1][:70])
            case 2:
                lines += ["", "[1]"]
            case 3:
                lines.append(random.choice(lines[::50]))
            case 4:
                lines.append(json.dumps({**plain, "body": f"It was otherwise. {plain['body']}"}))
            case 5:
                lines.append(
                    json.dumps({**plain, "id": f"new-{number}", "body": "東京 Élysée U.S. F-35 US", "language": "fr"})
                )
    path.write_text("\ufeff" + "\n".join(lines), encoding="utf-8")


@pytest.fixture(scope="module")
def sources(tmp_path_factory):
    folder = tmp_path_factory.mktemp("parallel") / "clippings"
    folder.mkdir()
    feed(folder / "feed.jsonl")
    for number in range(30):
        (folder / f"page-{number:02}.txt").write_text(
            f"Oil falls {number % 20}\nBy Jane Doe\n\nOil fell on Sunday.\n" * (number % 3 + 1)
        )
    (folder / "one.json").write_text(json.dumps({"headline": "Gas rises", "body": "Gas rose."}))
    (folder / "broken.json").write_text('[{"headline": "Whole", "body": "It is."}, {"headline": ')
    (folder / "empty.txt").write_text("")
    (folder / "paper.pdf").write_bytes(b"%PDF-1.4")
    (folder / "gone.txt").symlink_to("nowhere")
    return folder


def held(place):
    """Every byte of an index, by file."""
    return {path.name: path.read_bytes() for path in place.iterdir() if path.name != "write.lock"}


@pytest.fixture(scope="module")
def alone(sources):
    """The index that one process makes, and its report."""
    place = sources.parent / "alone"
    report = Archive(place).add(sources)
    return held(place), report


@pytest.mark.parametrize(("jobs", "memory"), [(1, SMALL), (2, 512 << 20), (3, SMALL)])
def test_the_bytes_and_the_report_depend_neither_on_jobs_nor_on_memory(sources, alone, eager, jobs, memory):
    place = sources.parent / f"with-{jobs}-{memory}"

    report = Archive(place).add(sources, jobs=jobs, memory=memory)

    assert report == alone[1]
    assert report.remarks
    assert held(place) == alone[0]


def test_many_runs_are_merged_on_the_way(sources, alone, monkeypatch):
    monkeypatch.setattr(runs, "_MOST", 2)
    place = sources.parent / "merged"

    Archive(place).add(sources, memory=SMALL)

    assert held(place) == alone[0]


def test_versions_do_not_depend_on_jobs(tmp_path, eager):
    places = {jobs: tmp_path / f"index-{jobs}" for jobs in (1, 2)}
    for seed in (7, 8):
        feed(tmp_path / "feed.jsonl", seed=seed)
        reports = [
            Archive(place).add(tmp_path / "feed.jsonl", jobs=jobs, memory=SMALL) for jobs, place in places.items()
        ]

    assert reports[0].changed
    assert reports[0] == reports[1]
    assert held(places[1]) == held(places[2])


def test_a_rebuild_and_its_check_take_jobs(sources, alone, eager):
    place = sources.parent / "rebuilt"
    archive = Archive(place)
    archive.add(sources, jobs=2)

    archive.rebuild(jobs=2, memory=SMALL)

    assert archive.check(jobs=2) == []
    assert held(place) == alone[0]


def test_progress_goes_up_to_the_end(sources, tmp_path, eager):
    seen = []

    Archive(tmp_path / "index").add(sources, jobs=2, progress=lambda *numbers: seen.append(numbers))

    assert seen == sorted(seen)
    assert seen[-1][0] == seen[-1][1]
    assert len(seen) > 10


def test_files_that_have_not_changed_are_passed_over_by_all_jobs(sources, alone, eager):
    place = sources.parent / "alone"

    report = Archive(place).add(sources, jobs=2)

    assert (report.added, report.changed) == (0, 0)
    assert report.unchanged_files > 30


# --- windows ----------------------------------------------------------------------


@pytest.mark.parametrize("size", [1, 100, 5_000, 1 << 20])
def test_the_windows_of_a_file_are_the_file(tmp_path, monkeypatch, size):
    monkeypatch.setattr(json_records, "WINDOW", size)
    path = tmp_path / "feed.jsonl"
    feed(path)

    found = [item for window in windows(path) for item in read(path, "feed", Options(), window)]

    assert found == list(read(path, "feed", Options()))


@pytest.mark.parametrize("content", ["Oil falls\n\nOil fell.\n", '{"headline": "A"}', "", '[\n{"headline": "A"}\n]'])
def test_a_file_that_is_no_lines_of_records_has_no_windows(tmp_path, content):
    (tmp_path / "file").write_text(content)

    assert list(windows(tmp_path / "file")) == []


def test_a_file_that_is_gone_has_no_windows(tmp_path):
    assert list(windows(tmp_path / "nowhere")) == []


def test_a_mistake_of_ours_costs_one_line(tmp_path, monkeypatch):
    feed(tmp_path / "feed.jsonl")
    read_record, calls = json_records.record.read, iter(range(10_000))
    monkeypatch.setattr(json_records.record, "read", lambda *given: 1 // 0 if next(calls) == 5 else read_record(*given))

    found = list(read(tmp_path / "feed.jsonl", "feed", Options()))

    (mistake,) = [item for item in found if isinstance(item, Remark) and "ZeroDivisionError" in item.message]
    assert mistake.lost
    assert mistake.message.startswith("line ")
    assert len(found) > 1_000


# --- processes --------------------------------------------------------------------


def die(*_):
    os._exit(9)


@pytest.fixture
def started(monkeypatch):
    """The processes that are started in a test."""
    found = []
    start = workers._started
    monkeypatch.setattr(workers, "_started", lambda: found.append(start()) or found[-1])
    return found


def test_a_task_returns_what_the_function_does_and_raises_what_it_raises():
    pool = Workers(2)
    try:
        assert [pool.submit(int, text).result() for text in ("7", "8")] == [7, 8]
        with pytest.raises(ValueError, match="invalid literal"):
            pool.submit(int, "seven").result()
        assert pool.submit(print, "on standard error").result() is None
    finally:
        pool.close()


@pytest.mark.parametrize(("module", "name"), [(elsewhere, "write_records"), (ahead, "read_parts")])
def test_a_process_that_dies_is_one_error_and_leaves_what_was_there(
    sources, tmp_path, eager, started, monkeypatch, module, name
):
    place = tmp_path / "index"
    Archive(place).add(Article(headline="Oil falls"))
    before = held(place)
    monkeypatch.setattr(module, name, die)

    with pytest.raises(NewssearchError, match=r"has died \(exit code 9\): .* --jobs"):
        Archive(place).add(sources, jobs=2, memory=SMALL)

    assert held(place) == before
    assert started
    assert all(process.poll() is not None for process in started)


def test_an_interrupt_ends_the_processes_and_leaves_what_was_there(sources, tmp_path, eager, started):
    place = tmp_path / "index"
    Archive(place).add(Article(headline="Oil falls"))
    before = held(place)

    def interrupted(done, total, articles):
        if articles > 500:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Archive(place).add(sources, jobs=2, memory=SMALL, progress=interrupted)

    assert held(place) == before
    assert started
    assert all(process.poll() is not None for process in started)


def test_to_close_does_not_wait_for_what_is_being_done():
    pool = Workers(1)
    future = pool.submit(time.sleep, 60)
    time.sleep(0.1)
    began = time.monotonic()

    pool.close()

    assert time.monotonic() - began < 10
    with pytest.raises(NewssearchError):
        future.result()


def script(tmp_path, code):
    (tmp_path / "script.py").write_text(code)
    return subprocess.Popen([sys.executable, "script.py"], cwd=tmp_path, env={**ENVIRONMENT, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)  # fmt: skip


def test_a_script_needs_no_guard_around_its_main_part(sources, tmp_path):
    process = script(
        tmp_path,
        f"from newssearch import Archive\nprint('once', Archive('index').add({str(sources)!r}, jobs=2, memory={SMALL}).files)",
    )

    out, complaint = process.communicate(timeout=60)

    assert (out.split()[0], complaint) == ("once", "")


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's")
def test_processes_end_with_the_one_that_they_work_for(tmp_path):
    process = script(
        tmp_path,
        "import os, time\nfrom newssearch.engines.workers import Workers\n"
        "print(Workers(1).submit(os.getpid).result(), flush=True)\ntime.sleep(60)",
    )
    assert process.stdout.readline()

    process.send_signal(signal.SIGKILL)

    # The worker holds the same standard error: it ends when both have.
    assert process.communicate(timeout=10) == ("", "")
