"""An archive: sources and one engine. The only object that a library user has to learn."""

import os
import time
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING, Any, Self

from newssearch import asking
from newssearch.article import Article
from newssearch.engines import open_engine
from newssearch.engines.base import MEMORY, Request, WriteOptions
from newssearch.moment import zone
from newssearch.paths import StrPath, resolved
from newssearch.query import Query
from newssearch.results import Hit, Problem, Results

if TYPE_CHECKING:
    from pathlib import Path

    from newssearch.copying import Contents
    from newssearch.intake import Report
    from newssearch.planning import Progress


class Archive:
    """News articles at a place, to add to and to search.

    A place is a folder (made by the first `add`), ``whoosh:///absolute/path``, or ``memory:`` for an archive
    that lasts as long as this object. Opening one reads nothing. Errors are those of `newssearch.errors`.

    >>> archive = Archive("memory:")
    >>> report = archive.add(Article(headline="Navy boards a boat", body="Off the coast of Venezuela."))
    >>> [hit.article.headline for hit in archive.search("boats venezuela").hits]
    ['Navy boards a boat']
    """

    def __init__(self, place: StrPath = "index", *, timezone: str | None = None) -> None:
        """`timezone` is the reader's, in which days begin; None takes the one that the archive was made with."""
        self.name = os.fsdecode(place)
        self.place, self._engine = open_engine(self.name)
        self._timezone = timezone
        if timezone is not None:
            zone(timezone)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of files; the archive opens them again when asked."""
        self._engine.close()

    def __bool__(self) -> bool:
        return True  # whatever it holds

    def __len__(self) -> int:
        """The number of articles that are held, those that are not to be shown among them."""
        return int(self._engine.stats()["articles"])

    @property
    def timezone(self) -> str:
        """The zone in which days begin, and that times printed without one are in."""
        return self._timezone or str(self._engine.settings.get("zone", "UTC"))

    # --- asking -------------------------------------------------------------------

    def search(
        self,
        query: str | Query,
        *,
        limit: int | None = 10,
        offset: int = 0,
        sort: str | None = None,
        facets: Iterable[str] = (),
        facet_size: int = 20,
        snippets: int = 3,
        strict: bool = False,
        now: datetime | None = None,
        half_life: float = 30.0,
        count: bool = True,
    ) -> Results:
        """The articles that a query finds, best first.

        `query` is text (see ``newssearch guide``) or a tree. `limit` None gives all, 0 the total alone. `sort`
        (relevance, newest, oldest, recent) wins over one in the text. `facets` are counted over all that match:
        source, author, place, section, language, tag (the `facet_size` most frequent), day, month, year. `snippets` is
        the most fragments of a body that a hit shows. `strict` makes an error of what was not understood. `now` is
        what "today" is reckoned from, `half_life` the days in which the order recent halves a score. Without `count`,
        nothing is counted but facets, `total` may be None, and questions of common words are answered sooner.
        """
        begun = time.perf_counter()
        question = asking.question(query, now, self._days, strict=strict)
        request = Request(
            now=question.now,
            limit=limit,
            offset=offset,
            sort=sort or question.parsed.sort or "relevance",
            facets=(facets,) if isinstance(facets, str) else tuple(facets),
            facet_size=facet_size,
            half_life=half_life,
            count=count,
            copies="dup" in question.parsed.shows,
            withheld=question.shows_withheld,
        )
        return asking.search(self._engine, question, request, snippets, self._shown, begun)

    def each(
        self,
        query: str | Query,
        *,
        offset: int = 0,
        sort: str | None = None,
        snippets: int = 3,
        strict: bool = False,
        now: datetime | None = None,
        half_life: float = 30.0,
    ) -> Iterator[Hit]:
        """Every article that a query finds, in its order, as they are at one moment; few of them are in memory at once.

        The arguments are those of `search`, which also says what of the text was not understood.

        >>> archive = Archive("memory:")
        >>> report = archive.add(Article(headline=f"Navy boards boat {number}") for number in range(12))
        >>> sum(1 for hit in archive.each("boats"))
        12
        """
        question = asking.question(query, now, self._days, strict=strict)
        request = Request(
            now=question.now,
            limit=None,
            sort=sort or question.parsed.sort or "relevance",
            half_life=half_life,
            copies="dup" in question.parsed.shows,
            withheld=question.shows_withheld,
        )
        return asking.each(self._engine, question, request, snippets, self._shown, offset)

    def explain(self, query: str | Query, *, now: datetime | None = None) -> list[str]:
        """What a query means: its parts, indented, each with the number of articles that it finds."""
        return list(asking.explain(self._engine, asking.question(query, now, self._days)))

    def _days(self) -> tzinfo:
        return zone(self.timezone)

    def get(self, id: str) -> Article | None:
        """The article with this id, or None."""
        stored = self._engine.get(id)
        return None if stored is None else self._shown(stored.article)

    def versions(self, id: str) -> tuple[Article, ...]:
        """The article with this id and its earlier versions, newest first; none for an unknown id."""
        stored = self._engine.get(id)
        return () if stored is None else tuple(map(self._shown, (stored.article, *stored.versions)))

    def stats(self) -> dict[str, Any]:
        """Numbers about the archive, as JSON values; `options` has those sources that are not read as usual."""
        settings = self._engine.settings
        from newssearch.sources import recorded

        sources = {resolved(source.path, self.place): source for source in recorded(settings)}
        held = str(settings.get("zone", "UTC"))
        options = {path: words for path, source in sources.items() if (words := source.options_given(held))}
        told = {"timezone": self.timezone, "sources": list(sources), **({"options": options} if options else {})}
        return {**self._engine.stats(), **told}

    def _shown(self, article: Article) -> Article:
        """The article with its path as it can be opened from here."""
        return article.moved(path=resolved(article.path, self.place)) if article.path else article

    # --- changing -----------------------------------------------------------------

    def add(
        self,
        *sources: "str | Path | Article | Iterable[Article]",
        timezone: str | None = None,
        mapping: Mapping[str, str] | None = None,
        date_order: str | None = None,
        include: str | Iterable[str] = (),
        exclude: str | Iterable[str] = (),
        wait: float = 10.0,
        progress: "Progress | None" = None,
        codec: str | None = None,
        jobs: int = 1,
        memory: int = MEMORY,
        shard: str | None = None,
    ) -> "Report":
        """Add articles, or files and folders of them; what is there already is replaced by what changed.

        Files that have not changed are passed over; articles whose file is gone stay. A source that was added before
        is read as it was then, but for what is said otherwise: `timezone` is for times
        printed without a zone, `mapping` gives an article field the name that records have for it, `date_order`
        (dmy, mdy, ymd) is that of their dates in figures, where those of a table's column do not say it. `include`
        and `exclude` are globs for paths below a source (see `newssearch.readers.choice.Choice`). `wait` is how many
        seconds to wait for another writer. All is added or, where an error is raised, nothing.

        `codec` is how a new index looks: ``columnar``, the default, or ``stock``, which Whoosh reads without
        newssearch. `jobs` processes read and analyse, in `memory` bytes together, about; what is written does not
        depend on either. `shard` is the part of the files to take, ``3/16`` the third of sixteen: each may be read
        by another machine at the same time; they write to the archive in turns.
        """
        from newssearch import upkeep
        from newssearch.readers.choice import Choice
        from newssearch.shards import WHOLE, Shard
        from newssearch.sources import Reading

        return upkeep.add(
            self._engine, self.place, sources, Reading(timezone, mapping, date_order, Choice.of(include, exclude)),
            reader_zone=self._timezone, wait=wait, progress=progress, options=WriteOptions(codec, jobs, memory),
            shard=Shard.of(shard) if shard else WHOLE,
        )  # fmt: skip

    def rebuild(
        self,
        sources: "str | Path | Iterable[str | Path]" = (),
        *,
        timezone: str | None = None,
        mapping: Mapping[str, str] | None = None,
        date_order: str | None = None,
        include: str | Iterable[str] = (),
        exclude: str | Iterable[str] = (),
        wait: float = 10.0,
        progress: "Progress | None" = None,
        codec: str | None = None,
        jobs: int = 1,
        memory: int = MEMORY,
    ) -> "Report":
        """Make the archive anew from its sources, beside the old one, and put it in its place.

        Without `sources`, from those that it was made of, read as they were. Articles whose file is gone, and
        earlier versions, are dropped. Where no source holds an article, nothing is changed and `UsageError` raised.
        The same sources give the same bytes. `codec` (None: as the index is) and the others are as in `add`.
        """
        from newssearch import upkeep
        from newssearch.readers.choice import Choice
        from newssearch.sources import Reading

        return upkeep.rebuild(
            self._engine, self.place, sources, Reading(timezone, mapping, date_order, Choice.of(include, exclude)),
            wait=wait, progress=progress, options=WriteOptions(codec, jobs, memory),
        )  # fmt: skip

    def check(self, *, jobs: int = 1, memory: int = MEMORY) -> list[str]:
        """Make the archive again from its recorded sources, elsewhere, and say in what the bytes differ.

        Empty where every byte is the same. Nothing is changed.
        """
        from newssearch import upkeep

        return upkeep.check_rebuilt(self._engine, self.place, jobs=jobs, memory=memory)

    def copy(
        self,
        to: "StrPath | Archive",
        *,
        replace: bool = False,
        wait: float = 10.0,
        progress: "Progress | None" = None,
        codec: str | None = None,
        jobs: int = 1,
        memory: int = MEMORY,
    ) -> "Contents":
        """Put everything that is held here, earlier versions and sources too, at another place.

        What arrived is read again and compared: `IndexPlaceError` is raised where it is not all of it, and
        `UsageError` where there is an archive already that it is not to `replace`. The others are those of `add`.

        >>> archive, other = Archive("memory:"), Archive("memory:")
        >>> report = archive.add(Article(headline="Navy boards a boat"))
        >>> archive.copy(other).articles, len(other)
        (1, 1)
        """
        from newssearch import copying

        other = to if isinstance(to, Archive) else Archive(to)
        return copying.copy(
            copying.Place(self._engine, self.place, self.name),
            copying.Place(other._engine, other.place, other.name),  # noqa: SLF001 - an archive too
            over=replace,
            wait=wait,
            progress=progress,
            options=WriteOptions(codec, jobs, memory),
        )

    def remove(self, ids: str | Iterable[str], *, wait: float = 10.0) -> list[str]:
        """Take articles out, with their versions; the ids that were there."""
        from newssearch import upkeep

        return upkeep.remove(self._engine, [ids] if isinstance(ids, str) else ids, wait=wait)

    def verify(self, sources: "str | Path | Iterable[str | Path]" = ()) -> list[Problem]:
        """Everything that is wrong: damaged files, and sources that have changed since they were indexed.

        Without `sources`, the archive's own. Empty where all is well.
        """
        from newssearch import upkeep

        return upkeep.verify(self._engine, self.place, sources)
