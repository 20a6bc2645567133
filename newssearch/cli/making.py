"""What the commands that make or change an index share: their options, and how they tell what was done."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import TYPE_CHECKING, Any, TypedDict

import click

from newssearch.archive import Archive
from newssearch.cli.options import complain, zone_option
from newssearch.engines.base import CODECS
from newssearch.errors import SourceError
from newssearch.render import terminal

if TYPE_CHECKING:
    from newssearch.intake import Report
    from newssearch.planning import Progress

mapping_option = click.option(
    "--map", "mapping", metavar="FIELD=NAME", multiple=True,
    help="The name that records have for an article's field, as in --map headline=title. Repeat for more.",
)  # fmt: skip
date_order_option = click.option(
    "--date-order", type=click.Choice(["dmy", "mdy", "ymd"]),
    help="How to read 03/04/2025 in records, where no date of a table's column says it, as 13/04/2025 would.",
)  # fmt: skip
include_option = click.option(
    "--include", metavar="GLOB", multiple=True,
    help="Read these files of a source alone, by name or by path below it: '*.txt', '2025/**/*.xml'. Repeat for more.",
)  # fmt: skip
exclude_option = click.option(
    "--exclude", metavar="GLOB", multiple=True,
    help="Leave out these files, or folders with all below them: 'drafts/', '*.bak'; it wins. Repeat for more.",
)  # fmt: skip
wait_option = click.option(
    "--wait", metavar="SECONDS", type=click.FloatRange(min=0), default=10.0, show_default=True,
    help="How long to wait for another writer.",
)  # fmt: skip
codec_option = click.option(
    "--codec", type=click.Choice(CODECS),
    help="How the index looks: columnar (newssearch's own, the default) or stock (Whoosh reads it without newssearch).",
)  # fmt: skip
jobs_option = click.option(
    "--jobs", metavar="N", type=click.IntRange(1, 64), default=1, show_default=True, envvar="NEWSSEARCH_JOBS",
    help="Processes that read and analyse; the index does not depend on it. [env: NEWSSEARCH_JOBS]",
)  # fmt: skip
memory_option = click.option(
    "--memory", metavar="MB", type=click.IntRange(16), default=512, show_default=True,
    help="Memory that these may take together, about.",
)  # fmt: skip


class Making(TypedDict):
    """How sources are read and an index is written: what `Archive.add` and `Archive.rebuild` are told alike."""

    timezone: str | None
    mapping: dict[str, str] | None
    date_order: str | None
    include: tuple[str, ...]
    exclude: tuple[str, ...]
    wait: float
    codec: str | None
    jobs: int
    memory: int


def making_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of a command that makes an index, handed to it together, as `how`."""

    @wraps(command)
    def gathered(
        *,
        timezone: str | None,
        mapping: tuple[str, ...],
        date_order: str | None,
        include: tuple[str, ...],
        exclude: tuple[str, ...],
        wait: float,
        codec: str | None,
        jobs: int,
        memory: int,
        **others: Any,
    ) -> None:
        how = Making(
            timezone=timezone,
            mapping=pairs(mapping) or None,
            date_order=date_order,
            include=include,
            exclude=exclude,
            wait=wait,
            codec=codec,
            jobs=jobs,
            memory=memory << 20,
        )
        command(how=how, **others)

    made: Callable[..., Any] = gathered
    reading = (exclude_option, include_option, date_order_option, mapping_option, zone_option)
    for option in (memory_option, jobs_option, codec_option, wait_option, *reading):
        made = option(made)
    return made


def pairs(mapping: Iterable[str]) -> dict[str, str]:
    """What ``--map`` says, as a mapping."""
    found: dict[str, str] = {}
    for pair in mapping:
        field, equals, name = pair.partition("=")
        if not (field and equals and name):
            raise click.BadParameter(f"{pair!r} is not FIELD=NAME, as in headline=title", param_hint="--map")
        found[field] = name
    return found


@contextmanager
def progress(label: str) -> Iterator["Progress | None"]:
    """A bar on standard error where that is a terminal; nothing elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=1, label=label, file=sys.stderr, show_pos=False) as bar:

        def update(done: int, total: int, articles: int) -> None:
            bar.length, bar.pos = max(total, 1), done
            bar.label = f"{label} {articles:,} articles"
            bar.render_progress()

        yield update


_ALIKE = 5
"""Files of which the same is said one by one; further ones are only counted."""


def tell(report: "Report", archive: Archive, place: str, *, is_part: bool = False) -> None:
    """Say what a run did, and what it passed over. A part of the sources may have nothing in it."""
    said = Counter[str]()
    for remark in report.remarks:
        said[remark.message] += 1
        if said[remark.message] <= _ALIKE:
            complain(f"{remark.path}: {remark.message}")
    for message, count in said.items():
        if count > _ALIKE:
            complain(f"and {count - _ALIKE:,} more: {message}")
    if not report.files and is_part:
        click.echo("0 files: none of the sources' files is of this shard")
        return
    if not report.files:
        raise SourceError("no file to read in the sources")
    parts = [f"{report.added:,} added", f"{report.changed:,} changed", f"{report.unchanged:,} there already"]
    if report.moved:
        parts.append(f"{report.moved:,} moved")
    if report.dropped:
        parts.append(f"{report.dropped:,} dropped")
    if report.lost:
        parts.append(f"{report.lost:,} passed over")
    if report.undated:
        parts.append(f"{report.undated:,} without a date")
    files = terminal.counted(report.files, "file")
    if report.unchanged_files:
        files += f", {report.unchanged_files:,} as before"
    summary = f"{files}: {', '.join(parts)}"
    if not report.articles and not report.unchanged_files:
        click.echo(f"{summary}; nothing was indexed")
        raise click.exceptions.Exit(2)
    click.echo(f"{summary}; {terminal.counted(len(archive), 'article')} in {place}")
