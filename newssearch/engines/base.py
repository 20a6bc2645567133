"""What an engine is: a place that stores articles and answers resolved queries.

An engine knows no files, no query text and no terminal. Every engine gives the same
answers: which articles match is defined by `newssearch.query.matcher`, how they are
ranked by the formula in `newssearch.engines.ranking`, and the tests of the contract
(tests/test_engine_answers.py, _pages, _changes and _agreement) run over all of them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from types import MappingProxyType
from typing import Any, NamedTuple, Protocol

from newssearch.article import Article
from newssearch.errors import UsageError
from newssearch.paths import StrPath
from newssearch.query import Query
from newssearch.query.fields import PERIODS, SORTS, VALUES
from newssearch.results import Count, Match
from newssearch.values import value

FACETS = (*VALUES, *PERIODS)
"""What can be counted. Values come most frequent first, then by value; days, months and years in order."""


@value
class Request:
    """Which part of an answer is wanted, and in which order.

    `limit` None means all. `now` is what the order ``recent`` measures ages from, in
    half-lives of so many days. `facets` are names of `FACETS`, each with at most
    `facet_size` values (days, months and years all). Without `count`, an engine need
    not say how many match. Of articles that tell one story only the first is given,
    with the number of the others that match, but for `copies`. Unless `withheld`, what is
    killed, withheld or under embargo at `now` is left out and counted.
    """

    now: datetime
    limit: int | None = 10
    offset: int = 0
    sort: str = "relevance"
    facets: tuple[str, ...] = ()
    facet_size: int = 20
    half_life: float = 30.0
    count: bool = True
    copies: bool = False
    withheld: bool = True

    def __post_init__(self) -> None:
        if (self.limit is not None and self.limit < 0) or self.offset < 0 or self.facet_size < 0:
            raise UsageError("limit, offset and facet size cannot be below 0")
        if not self.half_life > 0:
            raise UsageError("a half-life is a number of days above 0")
        if self.sort not in SORTS:
            raise UsageError(f"no order {self.sort!r}: choose {', '.join(SORTS)}")
        for name in self.facets:
            if name not in FACETS:
                raise UsageError(f"no facet {name!r}: choose {', '.join(FACETS)}")


class Stored(NamedTuple):
    """An article as an archive holds it, with its earlier versions, newest first."""

    article: Article
    versions: tuple[Article, ...] = ()


class Found(NamedTuple):
    """An engine's answer: the exact total (None where that was not asked for, and is not known), and the page.

    `withheld` is how many more match and are left out as such; it is known where the total is.
    `languages` are the stem languages of the articles that were asked. It is made for every question, so it is a
    tuple: that takes half the time.
    """

    total: int | None
    page: Sequence[Match] = ()
    facets: Mapping[str, tuple[Count, ...]] = MappingProxyType({})
    withheld: int | None = 0
    languages: frozenset[str] = frozenset()


CODECS = ("columnar", "stock")
"""How an engine's files may look: newssearch's own way, which is the default, and Whoosh's."""

MEMORY = 512 << 20
"""Bytes that writing may take, about, where nothing else is said."""


class WriteOptions(NamedTuple):
    """How an engine writes: none of it changes what a search finds.

    `codec` is how files look (None: as they do, or the engine's best), `jobs` the
    processes that read and analyse, `memory` the bytes that they may take together, about.
    """

    codec: str | None = None
    jobs: int = 1
    memory: int = MEMORY


AS_IT_IS = WriteOptions()


class Session(Protocol):
    """One writer's changes: seen by nobody before `commit`, and by everybody after."""

    def expect(self, ids: Sequence[str]) -> None:
        """Say which articles will be asked for next: an engine far away looks them up together."""

    def get(self, id: str) -> Stored | None:
        """What is held under an id; None once it was removed in this session."""

    def put(self, stored: Stored) -> None:
        """Add an article, or put it in the place of the one with its id; each id once in a session."""

    def remove(self, id: str) -> bool:
        """Take an article out; whether there was one. Another may be put under its id then."""

    @property
    def unfinished(self) -> bool:
        """Whether an earlier writer was killed in its commit: what it left needs a commit, though nothing changes."""

    def commit(self, settings: Mapping[str, Any], sources: Iterable[str]) -> None:
        """Make the changes last, with the archive's settings (JSON) and its list of source files (lines)."""


class Engine(Protocol):
    """Where an archive is kept."""

    @property
    def identity(self) -> str:
        """The same for all engines of one archive, as far as their places tell."""

    @property
    def settings(self) -> Mapping[str, Any]:
        """What the last commit recorded; empty where there is no archive yet."""

    @property
    def languages(self) -> frozenset[str]:
        """The stem languages of the articles held."""

    def sources(self) -> Iterator[str]:
        """The lines of source files that the last commit recorded."""

    def search(self, query: Query, request: Request) -> Found:
        """Answer a resolved query. Raises `UnsupportedQuery` for a node it does not know."""

    def each(self, query: Query, request: Request) -> Iterator[Match]:
        """All that `search` would find, in order, as they are now: no more of them in memory than need be."""

    def get(self, id: str) -> Stored | None: ...

    def articles(self) -> Iterator[Stored]:
        """Every article that is held, in no order that means anything."""

    def session(
        self, *, wait: float = 10.0, fresh: bool = False, options: WriteOptions = AS_IT_IS
    ) -> AbstractContextManager[Session]:
        """Write: one at a time, waiting so many seconds for another (`LockedIndex`). `fresh` starts from nothing."""

    def verify(self) -> Iterator[str]:
        """One line for each thing that is damaged."""

    def stats(self) -> dict[str, Any]:
        """Numbers for a person: articles, size in bytes, and what the engine wants to say of itself."""

    def elsewhere(self, place: StrPath) -> "Engine":
        """An engine of the same kind, at another place."""

    def differences(self, other: "Engine") -> list[str]:
        """One line for each thing in which the bytes held by two engines of a kind differ, and why."""

    def close(self) -> None: ...
