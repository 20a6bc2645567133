"""Runs: what becomes of the files of one that cannot be written."""

import builtins
import io

import pytest

from newssearch.article import Article
from newssearch.engines.whoosh.columnar import runs
from newssearch.engines.whoosh.columnar.batch import Batch
from newssearch.engines.whoosh.columnar.output import Output
from newssearch.engines.whoosh.columnar.vocabulary import Vocabulary


def batch():
    made = Batch(Vocabulary(1 << 20))
    made.add(Article(id="1", headline="Oil falls", body="Oil fell on Sunday."), "en")
    return made


@pytest.fixture
def opened(monkeypatch):
    """Every file that was opened."""
    files, real = [], io.open

    def noted(path, *arguments, **named):
        files.append(real(path, *arguments, **named))
        return files[-1]

    monkeypatch.setattr(io, "open", noted)  # as pathlib calls it
    monkeypatch.setattr(builtins, "open", noted)
    return files


@pytest.fixture
def full(monkeypatch):
    """A disk that is full when a segment is to be finished."""

    def refuse(*_):
        raise OSError("No space left on device")

    return lambda: monkeypatch.setattr(Output, "finish", refuse)


def test_a_run_that_cannot_be_written_leaves_no_file_open(tmp_path, opened, full):
    full()

    with pytest.raises(OSError, match="No space left"):
        runs.write(batch(), tmp_path, "g1")

    assert opened
    assert all(file.closed for file in opened)


def test_runs_that_cannot_be_merged_leave_no_file_open(tmp_path, monkeypatch, opened, full):
    monkeypatch.setattr(runs, "_MOST", 2)
    made = runs.Runs(tmp_path, "g1")
    written = []
    for _ in range(2):
        folder = made.folder()
        written.append((runs.write(batch(), folder, "g1"), folder))
    before = len(opened)
    full()

    made.append(*written[0])
    with pytest.raises(OSError, match="No space left"):
        made.append(*written[1])

    assert len(opened) > before
    assert all(file.closed for file in opened)
