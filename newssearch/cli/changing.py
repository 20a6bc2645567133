"""The commands that change an index: index, rebuild, remove."""

import click

from newssearch.archive import Archive
from newssearch.cli.options import Making, complain, making_options, place_option, progress, tell, wait_option
from newssearch.cli.outputs import say
from newssearch.render import terminal


@click.command("index")
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True, type=click.Path())
@place_option
@making_options
def index_command(sources: tuple[str, ...], place: str, how: Making) -> None:
    """Add the articles of files and folders, or renew them.

    Files that have not changed are passed over. An article with new text becomes a new
    version; one whose file is gone stays (rebuild drops it).

    \b
    Example:
      newssearch index clippings/ feed.jsonl --timezone Asia/Seoul --map headline=title
    """
    archive = Archive(place)
    with progress("indexing") as bar:
        report = archive.add(*sources, **how, progress=bar)
    tell(report, archive, place)


@click.command()
@click.argument("sources", metavar="[SOURCE...]", nargs=-1, type=click.Path())
@place_option
@making_options
@click.option(
    "--check", is_flag=True, help="Change nothing: say whether the index is, byte for byte, what its sources give."
)
def rebuild(sources: tuple[str, ...], place: str, how: Making, check: bool) -> None:
    """Make the index anew and put it in the old one's place.

    Without SOURCE, from the sources that it was made of, with their zone and map. What no
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
        if sources or how["mapping"] or how["timezone"] or how["codec"]:
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
