"""An archive: sources and one engine. The only object that a library user has to learn."""

import time
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from newssearch.article import Article
from newssearch.engines import open_engine
from newssearch.engines.base import Request
from newssearch.highlight import highlight
from newssearch.moment import zone
from newssearch.paths import resolved
from newssearch.query import Query, parse, resolve
from newssearch.query.notices import Notice
from newssearch.query.parser import Parsed
from newssearch.query.resolve import searched_period, without_periods
from newssearch.results import Hit, Problem, Results

if TYPE_CHECKING:
    from newssearch.ingest import Progress, Report


class Archive:
    """News articles at a place, to add to and to search.

    A place is a folder (made by the first `add`), ``whoosh:///absolute/path``, or
    ``memory:`` for an archive that lasts as long as this object. Opening one reads
    nothing. Errors are those of `newssearch.errors`.

    >>> archive = Archive("memory:")
    >>> report = archive.add(Article(headline="Navy boards a boat", body="Off the coast of Venezuela."))
    >>> [hit.article.headline for hit in archive.search("boats venezuela").hits]
    ['Navy boards a boat']
    """

    def __init__(self, place: str | Path = "index", *, timezone: str | None = None) -> None:
        """`timezone` is the reader's, in which days begin; None takes the one that the archive was made with."""
        self.place, self._engine = open_engine(place)
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
        """The number of articles that a search can find."""
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
    ) -> Results:
        """The articles that a query finds, best first.

        `query` is text (see ``newssearch guide``) or a tree. `limit` None gives all, 0
        the total alone. `sort` (relevance, newest, oldest, recent) wins over one in the
        text. `facets` are counted over all that match: source, author, place, section,
        language, tag (the `facet_size` most frequent), day, month, year. `snippets` is
        the most fragments of a body that a hit shows. `strict` makes an error of what
        was not understood. `now` is what "today" is reckoned from, `half_life` the days
        in which the order recent halves a score.
        """
        begun = time.perf_counter()
        parsed = parse(query, strict=strict) if isinstance(query, str) else Parsed(query)
        now = self._aware(now)
        request = Request(
            now=now,
            limit=limit,
            offset=offset,
            sort=sort or parsed.sort or "relevance",
            facets=(facets,) if isinstance(facets, str) else tuple(facets),
            facet_size=facet_size,
            half_life=half_life,
        )
        tree, notices = resolve(parsed.query, now, zone(self.timezone))
        found = self._engine.search(tree, request)
        notices += self._left_out(tree, request)
        languages = self._engine.languages if found.page and snippets else ()
        hits = tuple(
            Hit(
                self._shown(article),
                score,
                tuple(highlight(article, tree, languages, most=snippets)) if snippets else (),
            )
            for article, score in found.page
        )
        return Results(
            query=query if isinstance(query, str) else str(query),
            total=found.total,
            hits=tuple(hits),
            offset=offset,
            facets=dict(found.facets),
            notices=tuple(sorted([*parsed.notices, *notices], key=_column)),
            period=searched_period(tree),
            seconds=time.perf_counter() - begun,
        )

    def _left_out(self, tree: Query, request: Request) -> list[Notice]:
        """A notice of the articles that only the want of a date keeps from matching."""
        if (undated := without_periods(tree)) is None:
            return []
        total = self._engine.search(undated, replace(request, limit=0, offset=0, facets=())).total
        if not total:
            return []
        some = "1 article without a date matches" if total == 1 else f"{total:,} articles without a date match"
        return [Notice("undated", f"{some} the rest of the query: see them with -date:* for the period")]

    def explain(self, query: str | Query, *, now: datetime | None = None) -> list[str]:
        """What a query means: its parts, indented, each with the number of articles that it finds."""
        parsed = parse(query) if isinstance(query, str) else Parsed(query)
        now = self._aware(now)
        tree, _ = resolve(parsed.query, now, zone(self.timezone))
        return list(self._explained(tree, Request(now=now, limit=0), 0))

    def _explained(self, part: Query, request: Request, level: int) -> Iterable[str]:
        total = self._engine.search(part, request).total
        yield f"{'  ' * level}{type(part).__name__.lower()}: {part} ({total:,})"
        for inner in getattr(part, "parts", None) or ([part.part] if hasattr(part, "part") else []):
            yield from self._explained(inner, request, level + 1)

    def _aware(self, now: datetime | None) -> datetime:
        if now is None:
            return datetime.now(UTC)
        return now if now.tzinfo else now.replace(tzinfo=zone(self.timezone))

    def get(self, id: str) -> Article | None:
        """The article with this id, or None."""
        stored = self._engine.get(id)
        return None if stored is None else self._shown(stored.article)

    def versions(self, id: str) -> tuple[Article, ...]:
        """The article with this id and its earlier versions, newest first; none for an unknown id."""
        stored = self._engine.get(id)
        return () if stored is None else tuple(map(self._shown, (stored.article, *stored.versions)))

    def stats(self) -> dict[str, Any]:
        """Numbers about the archive, as JSON values."""
        settings = self._engine.settings
        from newssearch.sources import recorded

        sources = [resolved(source.path, self.place) for source in recorded(settings)]
        return {**self._engine.stats(), "timezone": self.timezone, "sources": sources}

    def _shown(self, article: Article) -> Article:
        """The article with its path as it can be opened from here."""
        return replace(article, path=resolved(article.path, self.place)) if article.path else article

    # --- changing -----------------------------------------------------------------

    def add(
        self,
        *sources: str | Path | Article | Iterable[Article],
        timezone: str | None = None,
        mapping: Mapping[str, str] | None = None,
        wait: float = 10.0,
        progress: "Progress | None" = None,
    ) -> "Report":
        """Add articles, or files and folders of them; what is there already is replaced by what changed.

        Files that have not changed are passed over; articles whose file is gone stay.
        `timezone` is for times printed without a zone, `mapping` gives an article field
        the name that records have for it. `wait` is how many seconds to wait for another
        writer. All is added or, where an error is raised, nothing.
        """
        from newssearch import upkeep

        return upkeep.add(
            self._engine,
            self.place,
            sources,
            timezone=timezone,
            reader_zone=self._timezone,
            mapping=mapping or {},
            wait=wait,
            progress=progress,
        )

    def rebuild(
        self,
        sources: str | Path | Iterable[str | Path] = (),
        *,
        timezone: str | None = None,
        mapping: Mapping[str, str] | None = None,
        wait: float = 10.0,
        progress: "Progress | None" = None,
    ) -> "Report":
        """Make the archive anew from its sources, beside the old one, and put it in its place.

        Without `sources`, from those that it was made of, read as they were. Articles
        whose file is gone, and earlier versions, are dropped. Where no source holds an
        article, nothing is changed and `UsageError` raised.
        """
        from newssearch import upkeep

        return upkeep.rebuild(
            self._engine,
            self.place,
            sources,
            timezone=timezone,
            mapping=mapping,
            wait=wait,
            progress=progress,
        )

    def remove(self, ids: str | Iterable[str], *, wait: float = 10.0) -> list[str]:
        """Take articles out, with their versions; the ids that were there."""
        from newssearch import upkeep

        return upkeep.remove(self._engine, [ids] if isinstance(ids, str) else ids, wait=wait)

    def verify(self, sources: str | Path | Iterable[str | Path] = ()) -> list[Problem]:
        """Everything that is wrong: damaged files, and sources that have changed since they were indexed.

        Without `sources`, the archive's own. Empty where all is well.
        """
        from newssearch import upkeep

        return upkeep.verify(self._engine, self.place, sources)


def _column(notice: Notice) -> int:
    return -1 if notice.column is None else notice.column
