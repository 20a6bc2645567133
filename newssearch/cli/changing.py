"""The commands that make or change an index: index, rebuild, copy, remove."""

import click

from newssearch.archive import Archive
from newssearch.cli.making import (
    Making,
    codec_option,
    jobs_option,
    making_options,
    memory_option,
    progress,
    tell,
    wait_option,
)
from newssearch.cli.options import complain, place_option
from newssearch.cli.outputs import say
from newssearch.render import terminal

_FOR_SHARDS = 3600.0
"""Seconds to wait for those who write other shards."""


@click.command()
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True, type=click.Path())
@place_option
@making_options
@click.option("--shard", metavar="N/M", help="Take this part of the files alone: 3/16 is the third of sixteen.")
def index(sources: tuple[str, ...], place: str, how: Making, shard: str | None) -> None:
    """Add the articles of files and folders, or renew them.

    Files that have not changed are passed over. An article with new text becomes a new
    version; one whose file is gone stays (rebuild drops it). Of a folder, --include and
    --exclude choose the files. Several machines fill one archive at once, each with a
    --shard of its own: they read at the same time, and wait for each other to write, an
    hour where --wait says nothing.

    \b
    Example:
      newssearch index clippings/ feed.jsonl --timezone Asia/Seoul --map headline=title
      newssearch index clippings/ --include '*.txt' --include wire/ --exclude 'drafts*/'
      newssearch index /crawl --shard 3/16 --index opensearch://search.example:9200/news
    """
    archive = Archive(place)
    if shard and click.get_current_context().get_parameter_source("wait") is click.core.ParameterSource.DEFAULT:
        how["wait"] = _FOR_SHARDS
    with progress("indexing") as bar:
        report = archive.add(*sources, **how, progress=bar, shard=shard)
    tell(report, archive, place, is_part=shard is not None)


@click.command()
@click.argument("sources", metavar="[SOURCE...]", nargs=-1, type=click.Path())
@place_option
@making_options
@click.option(
    "--check", is_flag=True, help="Change nothing: say whether the index is, byte for byte, what its sources give."
)
def rebuild(sources: tuple[str, ...], place: str, how: Making, check: bool) -> None:
    """Make the index anew and put it in the old one's place.

    Without SOURCE, from the sources that it was made of, read as they were. What no
    source holds any more is dropped, and so are earlier versions. The same sources give
    the same bytes, on every machine with the same libraries: --check tells (exit code 1
    where they differ).

    \b
    Example:
      newssearch rebuild
      newssearch rebuild clippings/ --index archive/ --jobs 4
      newssearch rebuild --check
    """
    named = click.get_current_context().get_parameter_source("timezone")
    if not sources and named is click.core.ParameterSource.ENVIRONMENT:
        how["timezone"] = None  # the zone that the index records is not the environment's to change
    archive = Archive(place)
    if check:
        if sources or any(value for name, value in how.items() if name not in {"wait", "jobs", "memory"}):
            raise click.UsageError(
                "--check takes the index as it is recorded: leave out SOURCE and options for reading"
            )
        _check(archive, place, how["jobs"], how["memory"])
        return
    with progress("rebuilding") as bar:
        report = archive.rebuild(sources, **how, progress=bar)
    tell(report, archive, place)


def _check(archive: Archive, place: str, jobs: int, memory: int) -> None:
    differences = archive.check(jobs=jobs, memory=memory)
    say(differences)
    if differences:
        raise click.exceptions.Exit(1)
    click.echo(f"{place} is, byte for byte, what its sources give: {terminal.counted(len(archive), 'article')}")


@click.command()
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@place_option
@wait_option
def remove(ids: tuple[str, ...], place: str, wait: float) -> None:
    """Take articles out of the index.

    Their files stay: when one of these changes, or by rebuild, its article comes back.

    \b
    Example:
      newssearch remove 9f0c5e1d2b3a4f6e
    """
    removed = Archive(place).remove(ids, wait=wait)
    for id in ids:
        if id not in removed:
            complain(f"no article with the id {id!r} in {place}")
    click.echo(f"{len(removed):,} removed")
    if not removed:
        raise click.exceptions.Exit(1)


@click.command()
@click.argument("here", metavar="FROM")
@click.argument("there", metavar="TO")
@click.option("--replace", is_flag=True, help="Put it in the place of the archive that is there.")
@codec_option
@jobs_option
@memory_option
@wait_option
def copy(here: str, there: str, replace: bool, codec: str | None, jobs: int, memory: int, wait: float) -> None:
    """Copy a whole archive to another place, and prove that nothing was lost.

    FROM and TO are places as --index takes them: a folder, or an archive on OpenSearch, in
    either direction. Earlier versions and the list of sources go with the articles. All of
    TO is read again in the end and compared with what was sent.

    \b
    Example:
      newssearch copy index/ opensearch://localhost:9200/news
      newssearch copy https://desk@search.example/news backup/
    """
    with progress("copying") as bar:
        copied = Archive(here).copy(
            there, replace=replace, wait=wait, progress=bar, codec=codec, jobs=jobs, memory=memory << 20
        )
    versions = f" with {terminal.counted(copied.versions, 'earlier version')}" if copied.versions else ""
    click.echo(
        f"{terminal.counted(copied.articles, 'article')}{versions} copied; {there} holds what {here} does:"
        f" content {copied.content[:16]}"
    )
