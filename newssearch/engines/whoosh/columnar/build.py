"""Writing one columnar segment: articles and older segments go in, its files come out.

Articles are gathered in memory and turned over when there are enough of them, into a
*run*. At the end runs and segments are merged. With more than one job, articles are
gathered as their records, and other processes make runs of them. What comes out is the
same wherever one run ended and the next began, and whoever made it.
"""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from newssearch.analysis import stem_language
from newssearch.article import Article
from newssearch.engines.base import WriteOptions
from newssearch.engines.entry import record
from newssearch.engines.whoosh.columnar.articles_writer import ArticlesWriter
from newssearch.engines.whoosh.columnar.batch import Batch
from newssearch.engines.whoosh.columnar.elsewhere import Elsewhere
from newssearch.engines.whoosh.columnar.layout import ARTICLES_FILE
from newssearch.engines.whoosh.columnar.merge import Input, merge
from newssearch.engines.whoosh.columnar.output import Output
from newssearch.engines.whoosh.columnar.runs import Runs, add_record, shares, write
from newssearch.engines.whoosh.columnar.segment import ColumnarSegment
from newssearch.engines.whoosh.columnar.vocabulary import Vocabulary
from newssearch.engines.whoosh.segments import SegmentInfo


class ColumnarBuilder:
    """A segment in the making: `add` articles, `merge` segments behind them, `finish` it."""

    def __init__(self, folder: Path, segment: str, options: WriteOptions) -> None:
        self.count = 0
        self._folder = folder
        self._segment = segment
        words, self._most = shares(options.memory)
        self._vocabulary = Vocabulary(words)
        self._batch = Batch(self._vocabulary)
        self._runs = Runs(folder, segment)
        self._segments: list[Input] = []
        self._articles = ArticlesWriter(folder / SegmentInfo(segment, 0).file(ARTICLES_FILE))
        self._elsewhere = Elsewhere(self._runs, self._articles, options) if options.jobs > 1 else None

    def add(self, article: Article, versions: Sequence[Article] = ()) -> int:
        """Add an article, with its earlier versions; its `content_number`."""
        text, number = record(article, versions)
        self.count += 1
        if self._elsewhere:
            self._elsewhere.add(text)
            return number
        self._batch.add(article, stem_language(article.language))
        self._articles.add(text)
        if self._batch.bytes > self._most:
            self._end_run()
        return number

    def merge(self, segment: ColumnarSegment, living: NDArray[np.bool_]) -> None:
        """Add a segment's living documents, in their order, behind all that was added."""
        self._gather()
        self._articles.extend(segment.articles, np.flatnonzero(living).tolist())
        self._segments.append(Input(segment, living))
        self.count += int(living.sum())

    def _gather(self) -> None:
        """Wait for the other processes; what was too little for them is for this one."""
        if self._elsewhere:
            for text in self._elsewhere.finish():
                add_record(self._batch, text)
                self._articles.add(text)
            self._elsewhere = None

    def _end_run(self) -> None:
        """Write what is in memory as a run, and forget it."""
        folder = self._runs.folder()
        info = write(self._batch, folder, self._segment)
        self._batch = Batch(self._vocabulary)  # only now: it may forget the words of the one before
        self._runs.append(info, folder)

    def finish(self) -> SegmentInfo:
        """Write the segment's files, and say what it is."""
        self._gather()
        self._articles.finish()
        if not self._segments and not self._runs.sources():
            return write(self._batch, self._folder, self._segment)
        if self._batch.count:
            self._end_run()
        with closing(Output(self._folder, self._segment)) as output:
            return merge([*self._runs.sources(), *self._segments], output)

    def close(self) -> None:
        """Let go of every file and process; what is not finished is for the sweep."""
        if self._elsewhere:
            self._elsewhere.close()
        self._articles.close()
        self._runs.clear()
        self._segments = []
