"""The embedded engine: an archive as a Whoosh index in one folder."""

import os
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from newssearch.article import Article
from newssearch.engines.base import AS_IT_IS, Engine, Found, Request, Stored, WriteOptions
from newssearch.engines.ranking import DECIMALS
from newssearch.engines.whoosh import manifest as manifests
from newssearch.engines.whoosh.evaluator import Evaluator
from newssearch.engines.whoosh.kernels import LOOPS, keep_memory
from newssearch.engines.whoosh.ordering import first
from newssearch.engines.whoosh.scoring import Matches
from newssearch.engines.whoosh.snapshot import Snapshot
from newssearch.engines.whoosh.storage import MANIFEST
from newssearch.errors import NoIndex
from newssearch.paths import StrPath
from newssearch.query import Query
from newssearch.query.fields import key
from newssearch.results import Count, Match

if TYPE_CHECKING:
    from newssearch.engines.whoosh.writer import Writer


class WhooshEngine:
    """A folder that holds, or will hold, an index.

    Questions are answered from the generation committed last: a snapshot stays open
    until a newer one is there. Any number of threads may ask.
    """

    def __init__(self, folder: StrPath) -> None:
        self.folder = os.fspath(folder)
        self._manifest = os.path.join(folder, MANIFEST)
        self._open: tuple[Hashable, Evaluator] | None = None

    @property
    def identity(self) -> str:
        return os.path.realpath(self.folder)

    def _evaluator(self) -> Evaluator:
        state = _state(self._manifest)
        opened = self._open
        if opened is None or opened[0] != state:
            keep_memory()
            snapshot = Snapshot.open(self.folder)
            # The one before is let go and not closed: another thread may be reading it.
            self._open = opened = state, Evaluator(snapshot, snapshot.manifest.languages)
        return opened[1]

    def _snapshot(self) -> Snapshot:
        return self._evaluator().snapshot

    @property
    def settings(self) -> Mapping[str, Any]:
        opened = self._open
        if opened is not None and opened[0] == _state(self._manifest):
            manifest = opened[1].snapshot.manifest
        else:
            try:
                manifest = manifests.read(self.folder)  # of an index with damaged files, too
            except NoIndex:
                return {}
        return dict(manifest.archive or {})

    @property
    def languages(self) -> frozenset[str]:
        return frozenset(self._snapshot().manifest.languages)

    def sources(self) -> Iterator[str]:
        return (line.decode("utf-8", "replace") for line in self._snapshot().sources())

    def get(self, id: str) -> Stored | None:
        snapshot = self._snapshot()
        document = _document(snapshot, id)
        return None if document is None else _stored(snapshot, document)

    def articles(self) -> Iterator[Stored]:
        snapshot = self._snapshot()
        return (_stored(snapshot, document) for document in snapshot.everything.tolist())

    def search(self, query: Query, request: Request) -> Found:
        evaluator = self._evaluator()
        if not request.withheld:
            evaluator = evaluator.showing(request.now)
        evaluator.derived.questions += 1
        snapshot = evaluator.snapshot
        asked = wanted = None if request.limit is None else request.limit and request.offset + request.limit
        ranked = request.sort == "relevance" and not request.facets
        matches, total, withheld = evaluator.best(query, asked if ranked else None, total=request.count)
        shown = _first(snapshot, matches, request, asked)
        while asked and wanted and len(shown) < wanted and asked <= len(matches.documents):
            asked *= 2  # copies were among them
            if ranked:
                matches = evaluator.best(query, asked, total=False).matches
            shown = _first(snapshot, matches, request, asked)
        collapsing = not request.copies and bool(snapshot.copies)
        similar = partial(_similar, evaluator, query) if collapsing else _none_similar
        return Found(
            total=total,
            page=[_Document(snapshot, document, score, similar) for document, score in shown[request.offset : wanted]],
            facets=_facets(snapshot, matches, request) if request.facets else {},
            withheld=withheld,
            languages=evaluator.languages,
        )

    def each(self, query: Query, request: Request) -> Iterator[Match]:
        return iter(self.search(query, replace(request, limit=None)).page)

    @contextmanager
    def session(
        self, *, wait: float = 10.0, fresh: bool = False, options: WriteOptions = AS_IT_IS
    ) -> Iterator["_Session"]:
        from pathlib import Path  # a search writes nothing

        from newssearch.engines.whoosh.writer import Writer

        with Writer(
            Path(self.folder),
            wait=wait,
            fresh=fresh,
            codec=options.codec,
            jobs=options.jobs,
            memory=options.memory,
        ) as writer:
            yield _Session(writer)

    def verify(self) -> Iterator[str]:
        from pathlib import Path

        from newssearch.engines.whoosh.verify import verify

        return verify(Path(self.folder))

    def stats(self) -> dict[str, Any]:
        snapshot = self._snapshot()
        manifest = snapshot.manifest
        return {
            "engine": "whoosh",
            "codec": manifest.codec,
            "loops": LOOPS,
            "articles": snapshot.articles,
            "bytes": sum(file.size for file in manifest.files.values()),
            "segments": len(snapshot.segments),
            "generation": manifest.generation,
            "content": f"{manifest.content:064x}",
            "stemmed_as": dict(manifest.languages),
            "written_by": manifest.newssearch,
            "made_with": dict(manifest.made_with),
        }

    def elsewhere(self, place: StrPath) -> "WhooshEngine":
        return WhooshEngine(place)

    def differences(self, other: Engine) -> list[str]:
        if not isinstance(other, WhooshEngine):
            return ["it is no Whoosh index"]
        return manifests.differences(manifests.read(self.folder), manifests.read(other.folder))

    def close(self) -> None:
        """Let go of the files."""
        self._open = None


class _Document:
    """A document that was found: what is read of it, is read when it is asked for, and its score is rounded then."""

    __slots__ = ("_document", "_score", "_similar", "_snapshot")

    def __init__(self, snapshot: Snapshot, document: int, score: float, similar: Callable[[int], int]) -> None:
        self._snapshot = snapshot
        self._document = document
        self._score = score
        self._similar = similar

    @property
    def score(self) -> float:
        return round(self._score, DECIMALS)

    @property
    def id(self) -> str:
        return self._snapshot.id(self._document)

    @property
    def similar(self) -> int:
        return self._similar(self._document)

    def article(self) -> Article:
        return self._snapshot.article(self._document)


class _Session:
    """A writer's changes."""

    unfinished = False

    def __init__(self, writer: "Writer") -> None:
        self.writer = writer
        self._removed: set[str] = set()

    def expect(self, ids: Sequence[str]) -> None: ...

    def get(self, id: str) -> Stored | None:
        snapshot, document = self.writer.snapshot, self._document(id)
        return None if snapshot is None or document is None else _stored(snapshot, document)

    def put(self, stored: Stored) -> None:
        self.remove(stored.article.id)
        self._removed.discard(stored.article.id)
        self.writer.add(stored.article, stored.versions)

    def remove(self, id: str) -> bool:
        document = self._document(id)
        if document is None:
            return False
        self.writer.delete(document)
        self._removed.add(id)
        return True

    def _document(self, id: str) -> int | None:
        snapshot = self.writer.snapshot
        return None if snapshot is None or id in self._removed else _document(snapshot, id)

    def commit(self, settings: Mapping[str, Any], sources: Iterable[str]) -> None:
        self.writer.commit(dict(settings), (line.encode() for line in sources))


def _state(manifest: str) -> Hashable:
    """What changes with every commit."""
    try:
        status = os.stat(manifest)
    except OSError:
        return None  # opening it says what is wrong
    return status.st_ino, status.st_mtime_ns, status.st_size


def _document(snapshot: Snapshot, id: str) -> int | None:
    """The document of an id; its key is folded, the id itself is not."""
    for document in snapshot.documents("id", key(id)).tolist():
        if snapshot.id(document) == id:
            return document
    return None


def _first(snapshot: Snapshot, matches: Matches, request: Request, count: int | None) -> list[tuple[int, float]]:
    """The first of the matches, in order, with their scores; fewer where copies are left out."""
    order = first(matches, snapshot.column("first"), request, count, snapshot.id)
    return order if request.copies else snapshot.copies.left_out(order)


def _facets(snapshot: Snapshot, matches: Matches, request: Request) -> dict[str, tuple[Count, ...]]:
    from newssearch.engines.whoosh.facets import counts  # which takes NumPy

    return {name: counts(snapshot, matches.documents, name, request.facet_size) for name in request.facets}


def _similar(evaluator: Evaluator, query: Query, document: int) -> int:
    """How many others of a document's story match too."""
    others = evaluator.snapshot.copies.of(document)
    return len(evaluator.among(query, others)) if len(others) else 0


def _none_similar(_: int) -> int:
    return 0


def _stored(snapshot: Snapshot, document: int) -> Stored:
    with snapshot.reading:
        record = snapshot.record(document)
        return Stored(Article.from_dict(record["article"]), tuple(map(Article.from_dict, record["versions"])))
