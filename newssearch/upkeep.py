"""Changing an archive, and checking it: what `Archive.add`, `rebuild`, `remove` and `verify` do.

Apart from asking, so that a process that only searches loads no reader and no writer.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from functools import lru_cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from newssearch.article import Article
from newssearch.engines.base import MEMORY, Engine, Session, Stored, WriteOptions
from newssearch.errors import DamagedIndex, NoIndex, UsageError
from newssearch.ingest import Ingest, check
from newssearch.intake import Report
from newssearch.paths import absolute, relative, resolved
from newssearch.planning import Progress, Spool, contents, plan, still_known
from newssearch.readers import Options
from newssearch.results import Problem
from newssearch.shards import WHOLE, Shard
from newssearch.sources import Known, Reading, Source, SourceFile, changes, recorded

Sources = str | Path | Iterable[str | Path]


def add(
    engine: Engine,
    place: str,
    given: Iterable[str | Path | Article | Iterable[Article]],
    reading: Reading,
    *,
    reader_zone: str | None,
    wait: float,
    progress: Progress | None,
    options: WriteOptions,
    shard: Shard = WHOLE,
) -> Report:
    """See `newssearch.archive.Archive.add`.

    A shard's files are all read before the archive is written to, so that whoever
    indexes another shard need not wait meanwhile.
    """
    paths, articles = _sorted_out(given)
    reading.of(Source("", Options()))  # refuses what cannot be, before anything is made

    def of(settings: Mapping[str, Any]) -> tuple[str, list[Source]]:
        held = str(settings.get("zone") or reading.timezone or reader_zone or "UTC")  # an archive keeps its zone
        before = {source.path: source for source in recorded(settings)}
        names = [relative(path, place) for path in paths]
        return held, [reading.of(before.get(name) or Source(name, Options(held))) for name in names]

    with ExitStack() as stack:
        spool: Spool | None = None
        if shard != WHOLE:
            settings, known = _recorded(engine)
            _, sources = of(settings)
            planned = plan(sources, place, shard)
            files = still_known(known, place, planned.files.keys(), partial(_got, engine))
            spool = stack.enter_context(closing(Spool(contents(planned, files, options.jobs), planned, progress)))
        session = stack.enter_context(engine.session(wait=wait, options=options))
        settings, known = _recorded(engine)
        held, added = of(settings)
        if spool is None:
            planned = plan(added, place)
        elif [source.options for source in added] != [source.options for source in sources]:
            raise UsageError(f"another run gave {place} the zone {held} while this one read in another: run it again")
        ingest = Ingest(session, place, still_known(known, place, planned.files.keys(), session.get))
        kept = lru_cache(maxsize=1 << 10)(partial(_kept, place))  # of many articles that lie in one file, once
        for article in articles:
            ingest.intake.article(article.moved(path=kept(article.path)), given=True)
        read = spool.contents() if spool else contents(planned, ingest.known, options.jobs)
        ingest.take(stack.enter_context(closing(read)), planned, None if spool else progress)
        report = ingest.report
        after, files_after = _settings(held, _joined(settings, added, place), ingest), ingest.files()
        seen = report.articles or report.unchanged_files
        is_other = bool(report.added or report.changed or report.moved)
        if is_other or session.unfinished or (seen and (after, files_after) != (settings, known)):
            session.commit(after, (file.to_line() for file in files_after))
    return report


def _kept(place: str, path: str) -> str:
    return relative(Path(path), place) if path else ""


def rebuild(
    engine: Engine,
    place: str,
    given: Sources,
    reading: Reading,
    *,
    wait: float,
    progress: Progress | None,
    options: WriteOptions,
) -> Report:
    """See `newssearch.archive.Archive.rebuild`."""
    sources = _sources(engine, place, given, reading)
    with engine.session(wait=wait, fresh=True, options=options) as session:
        return _rebuilt(session, engine, place, sources, progress, options.jobs)


def check_rebuilt(engine: Engine, place: str, *, jobs: int = 1, memory: int = MEMORY) -> list[str]:
    """See `newssearch.archive.Archive.check`."""
    sources = _sources(engine, place, (), Reading())
    with TemporaryDirectory(prefix="newssearch-") as folder:
        again = engine.elsewhere(Path(folder) / "index")
        codec = engine.stats().get("codec")
        with again.session(fresh=True, options=WriteOptions(codec, jobs, memory)) as session:
            _rebuilt(session, engine, place, sources, None, jobs)
        return engine.differences(again)


def _sources(engine: Engine, place: str, given: Sources, reading: Reading) -> list[Source]:
    """The sources to rebuild from: those given, or else those that are recorded."""
    if named := _each(given):
        sources = [reading.of(Source(relative(path, place), Options())) for path in named]
    else:
        settings = engine.settings
        if not settings:
            engine.stats()  # raises NoIndex where there is none
        sources = [reading.of(source) for source in recorded(settings)]
        if not sources:
            raise UsageError(f"the index at {place} has no sources: name them")
    check(Path(resolved(source.path, place)) for source in sources)
    return sources


def _rebuilt(
    session: Session, engine: Engine, place: str, sources: Sequence[Source], progress: Progress | None, jobs: int
) -> Report:
    """Put the articles of the sources into a fresh session and commit it; `engine` holds those that no source gives."""
    planned = plan(sources, place)
    ingest = Ingest(session, place)
    with closing(contents(planned, {}, jobs)) as read:
        ingest.take(read, planned, progress)
    report = ingest.report
    if not report.articles:
        raise UsageError("no article in the sources: the index was left as it was")
    for stored in _held(engine):
        if not stored.article.path and not ingest.intake.saw(stored.article):
            ingest.intake.keep(stored)  # it was added as it is, and no source can give it again
        elif stored.article.path and not ingest.intake.has(stored.article.id):
            report.dropped += 1
    session.commit(_settings(sources[0].options.zone, sources, ingest), (file.to_line() for file in ingest.files()))
    return report


def remove(engine: Engine, ids: Iterable[str], *, wait: float) -> list[str]:
    """See `newssearch.archive.Archive.remove`."""
    engine.stats()  # raises NoIndex, where a session would begin one
    with engine.session(wait=wait) as session:
        settings, known = _recorded(engine)
        removed = [id for id in dict.fromkeys(ids) if session.remove(id)]
        if removed or session.unfinished:
            session.commit(settings, (file.to_line() for file in known))
    return removed


def verify(engine: Engine, place: str, given: Sources) -> list[Problem]:
    """See `newssearch.archive.Archive.verify`."""
    problems = [Problem("damaged", line) for line in engine.verify()]
    if problems:
        return problems
    settings, known = _recorded(engine)
    own = {source.path: source for source in recorded(settings)}
    asked = [relative(path, place) for path in _each(given)] or list(own)
    checked = [own.get(path, Source(path, Options())) for path in asked]
    return [Problem("outdated", line) for line in changes(checked, known, place)]


def _recorded(engine: Engine) -> tuple[Mapping[str, Any], list[SourceFile]]:
    """What the last commit recorded; nothing where there was none."""
    try:
        return engine.settings, [SourceFile.from_line(line) for line in engine.sources()]
    except NoIndex:
        return {}, []


def _got(engine: Engine, id: str) -> Stored | None:
    """An article of the archive; None where there is no archive."""
    try:
        return engine.get(id)
    except NoIndex:
        return None


def _each(sources: Sources) -> list[Path]:
    return [Path(sources)] if isinstance(sources, str | Path) else list(map(Path, sources))


def _held(engine: Engine) -> Iterator[Stored]:
    """What the archive holds; nothing where there is none, or only its ruins."""
    try:
        yield from engine.articles()
    except (NoIndex, DamagedIndex):
        return


def _sorted_out(
    given: Iterable[str | Path | Article | Iterable[Article | str | Path]],
) -> tuple[list[Path], Iterator[Article]]:
    """Paths, which are checked to be there, and articles, which are taken one at a time."""
    paths: list[Path] = []
    articles: list[Iterable[Any]] = []
    for item in given:
        if isinstance(item, str | Path):
            paths.append(Path(item))
        elif isinstance(item, Article):
            articles.append([item])
        elif isinstance(item, list | tuple | set) and all(isinstance(path, str | Path) for path in item):
            paths += map(Path, item)
        elif isinstance(item, Iterable):
            articles.append(item)
        else:
            raise UsageError(f"neither a path nor an article: {item!r}")
    check(paths)
    return paths, (_article(item) for some in articles for item in some)


def _article(item: Any) -> Article:
    if not isinstance(item, Article):
        raise UsageError(f"not an article: {item!r}")
    return item


def _joined(settings: Mapping[str, Any], added: list[Source], place: str) -> list[Source]:
    """The recorded sources and the new ones, each once; a file of a recorded folder, if that is whole, is its."""
    new = {source.path for source in added}
    kept = [source for source in recorded(settings) if source.path not in new]
    folders = {absolute(source.path, place) for source in kept if not source.choice}
    return kept + [s for s in added if s not in kept and not _covered(Path(absolute(s.path, place)), folders)]


def _covered(path: Path, folders: set[str]) -> bool:
    return any(str(folder) in folders for folder in path.parents)


def _settings(zone: str, sources: Iterable[Source], ingest: Ingest) -> dict[str, Any]:
    known = Known(ingest.files(), ingest.place)
    return {"zone": zone, "sources": [source.to_dict(known.of(source.path)) for source in sources]}
