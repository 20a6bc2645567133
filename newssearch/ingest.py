"""One run of adding: the files of sources, those of them that are new or have changed, and what is in them."""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from itertools import islice
from pathlib import Path
from types import MappingProxyType

from newssearch.article import Article
from newssearch.engines.base import Session
from newssearch.errors import SourceError
from newssearch.intake import Intake
from newssearch.planning import Plan, Planned, Progress, Read
from newssearch.readers import Item, Remark, Revision, printable
from newssearch.revisions import Revisions
from newssearch.sources import Losses, SourceFile

_TOGETHER = 100
"""Articles that are looked up together."""


class Ingest:
    """A run. `known` are the files that were read before."""

    def __init__(self, session: Session, place: str, known: Mapping[str, SourceFile] = MappingProxyType({})) -> None:
        self.session = session
        self.place = place
        self.known = dict(known)
        self.intake = Intake(session, place)
        self.report = self.intake.report

    def take(self, read: Read, plan: Plan, progress: Progress | None = None) -> None:
        """Take in what is in the files of a plan."""
        done, total = 0, plan.size
        with closing(Revisions()) as revisions:
            for file, items in read:
                for taken in self._file(file, items, revisions):
                    if progress:
                        size = plan.sizes[file.name]
                        progress(done + min(taken, size), total, self.report.articles + revisions.count)
                done += plan.sizes[file.name]
            for id, articles in revisions.items():
                self.intake.item(id, articles)
        if progress:
            progress(total, total, self.report.articles)

    def _file(self, planned: Planned, items: Iterator[Item], revisions: Revisions) -> Iterator[int]:
        """Take in one file; after every hundred articles, about how many bytes of it are done."""
        self.report.files += 1
        name = planned.name
        if planned.error:
            self.intake.remark(Remark(str(planned.path), planned.error, lost=True))
            self.known[name] = planned.file
            return
        before = self.known.get(name)
        if planned.unchanged:
            if before is not None and planned.file.is_as(before):
                self._tell_again(str(planned.path), before.losses)
            else:  # it was, when the shard was read
                self.intake.remark(Remark(str(planned.path), "another run forgot it meanwhile: run again", lost=True))
            return
        told = len(self.report.remarks)
        ids: list[str] = []
        revised: set[str] = set()
        taken = 0
        waiting: Article | None = None  # the first article, until it is clear whether it is the only one
        for count, item in enumerate(self._expected(items)):
            if isinstance(item, Remark):
                self.intake.remark(item)
                continue
            article = item.article if isinstance(item, Revision) else item
            article = article.moved(path=name + article.path.removeprefix(printable(str(planned.path))))
            # A digest of what was printed tells articles apart, and not which revises which.
            is_revision = isinstance(item, Revision) and bool(article.id or article.url)
            taken += len(article.headline) + len(article.body)
            if is_revision:
                article = article.identified()
                revisions.add(article)
                revised.add(article.id)
            else:
                if waiting is not None:
                    ids.append(self.intake.article(waiting))
                waiting = article
            if count % 100 == 0:
                yield taken
        if waiting is not None:
            instead_of = before.only if before and not ids and not revised else ""
            ids.append(self.intake.article(waiting, instead_of=instead_of))
        every = [*ids, *revised]
        only = every[0] if len(every) == 1 else ""
        lost = [remark for remark in self.report.remarks[told:] if remark.lost]
        losses = Losses.of(lost, printable(str(planned.path)), all=not every)
        self.known[name] = replace(planned.file, lost=any(r.for_now for r in lost), only=only, losses=losses)

    def _expected(self, items: Iterator[Item]) -> Iterator[Item]:
        """The items, some at a time, after the session was told which articles they are."""
        while some := list(islice(items, _TOGETHER)):
            articles = [
                item.article if isinstance(item, Revision) else item for item in some if not isinstance(item, Remark)
            ]
            if len(articles) > 1:
                self.session.expect([article.identified().id for article in articles])
            yield from some

    def _tell_again(self, path: str, losses: Losses) -> None:
        """What was passed over in a file that is as it was: reading it again would say the same."""
        self.report.unchanged_files += not losses.all
        for remark in losses.remarks(printable(path)):
            self.intake.remark(remark)
        self.report.lost += max(losses.more - 1, 0)

    def files(self) -> list[SourceFile]:
        """All files whose articles the archive holds, by path."""
        left = self.intake.left
        return sorted((file for file in self.known.values() if file.path not in left), key=lambda file: file.path)


def check(sources: Iterable[Path]) -> None:
    """Raise `SourceError` for the first source that is missing."""
    for source in sources:
        if not os.path.lexists(source):
            raise SourceError(f"no such file or folder: {source}")
