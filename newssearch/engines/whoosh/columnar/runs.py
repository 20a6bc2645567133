"""Runs: small segments without their articles, one for as many articles as memory holds.

They are made here or by other processes, and merged when there are many of them: each
holds files open. What comes of them does not depend on where one ends and the next begins.
"""

import json
import shutil
from collections.abc import Sequence
from contextlib import closing
from functools import lru_cache
from pathlib import Path

import numpy as np

from newssearch.analysis import stem_language
from newssearch.article import Article
from newssearch.engines.whoosh.columnar.articles_writer import compressor
from newssearch.engines.whoosh.columnar.batch import Batch
from newssearch.engines.whoosh.columnar.documents_writer import Columns
from newssearch.engines.whoosh.columnar.inversion import Inversion
from newssearch.engines.whoosh.columnar.merge import Input, merge
from newssearch.engines.whoosh.columnar.output import Output
from newssearch.engines.whoosh.columnar.segment import ColumnarSegment
from newssearch.engines.whoosh.columnar.vocabulary import Vocabulary
from newssearch.engines.whoosh.segments import SegmentInfo
from newssearch.engines.whoosh.storage import open_file

_MOST = 48
"""Runs of one size that are open at a time: each holds four files, and some systems allow 256."""


_AT_REST = 150 << 20
"""What a process takes however little it holds: for its program, and for the slices in which it works."""


def shares(memory: int) -> tuple[int, int]:
    """How the memory of a process is shared out: bytes for words that it remembers, and for a batch."""
    free = max(memory - _AT_REST, memory // 2)
    return free // 3, free - free // 3


def write(batch: Batch, folder: Path, segment: str) -> SegmentInfo:
    """Write a batch as the files of a segment, all but its articles."""
    languages = sorted(set(batch.languages))
    inversion = Inversion(batch, languages)
    number = {language: at for at, language in enumerate(languages)}
    columns = Columns(
        np.frombuffer(batch.days, np.int32),
        np.frombuffer(batch.firsts, np.int64),
        np.frombuffer(batch.lasts, np.int64),
        [id.encode("utf-8", "surrogatepass") for id in batch.ids],
        np.array([number[language] for language in batch.languages], np.int64),
        languages,
        inversion.texts,
        inversion.sketches,
    )
    with closing(Output(folder, segment)) as output:
        for words in inversion.words():
            output.words(words)
        texts, roots = inversion.stems()
        for stems in inversion.stem_postings(texts):
            output.stems(stems, inversion.texts)
        output.keys(inversion.keys())
        return output.finish(columns, roots)


def write_records(
    records: Sequence[bytes], folder: Path, segment: str, dictionary: bytes, memory: int
) -> tuple[SegmentInfo, list[bytes]]:
    """Write a run of articles given by their records, and compress these: what another process is asked for."""
    batch = Batch(_vocabulary(shares(memory)[0]))
    for record in records:
        add_record(batch, record)
    compress = compressor(dictionary).compress
    return write(batch, folder, segment), list(map(compress, records))


def add_record(batch: Batch, record: bytes) -> None:
    """Add the article of a record to a batch."""
    article = Article.from_dict(json.loads(record)["article"])
    batch.add(article, stem_language(article.language))


@lru_cache(maxsize=1)
def _vocabulary(memory: int) -> Vocabulary:
    """What this process remembers from one run to the next."""
    return Vocabulary(memory)


class Runs:
    """The runs of a segment, in the order of their articles; each is written into a `folder` that is made for it."""

    def __init__(self, folder: Path, segment: str) -> None:
        self.segment = segment
        self._folder = folder
        self._folders = 0
        self._rows: list[list[Input]] = [[]]
        """Runs as they came, runs of `_MOST` of these, and so on."""

    def folder(self) -> Path:
        """A folder for the files of another run."""
        folder = self._folder / f"run-{self._folders}"
        folder.mkdir()
        self._folders += 1
        return folder

    def append(self, info: SegmentInfo, folder: Path) -> None:
        """Take the next run, whose files are in a folder that goes."""
        self._append(info, folder, 0)

    def _append(self, info: SegmentInfo, folder: Path, level: int) -> None:
        files = {path.name: open_file(path) for path in folder.iterdir()}
        shutil.rmtree(folder, ignore_errors=True)  # the mapped files stay until they are let go
        if level == len(self._rows):
            self._rows.append([])
        row = self._rows[level]
        row.append(Input(ColumnarSegment(info, files), None))
        if len(row) == _MOST:
            self._rows[level] = []
            folder = self.folder()
            with closing(Output(folder, self.segment)) as output:
                merged = merge(row, output)
            self._append(merged, folder, level + 1)

    def sources(self) -> list[Input]:
        """All runs, in the order of their articles."""
        return [source for row in reversed(self._rows) for source in row]

    def clear(self) -> None:
        """Let go of every run."""
        self._rows = [[]]
