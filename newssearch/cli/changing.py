"""The commands that change an index: index, rebuild, remove."""

import click

from newssearch.archive import Archive
from newssearch.cli.options import (
    complain,
    mapping_option,
    pairs,
    place_option,
    progress,
    tell,
    wait_option,
    zone_option,
)


@click.command("index")
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True, type=click.Path())
@place_option
@zone_option
@mapping_option
@wait_option
def index_command(
    sources: tuple[str, ...], place: str, timezone: str | None, mapping: tuple[str, ...], wait: float
) -> None:
    """Add the articles of files and folders, or renew them.

    Files that have not changed are passed over. An article with new text becomes a new
    version; one whose file is gone stays (rebuild drops it).

    \b
    Example:
      newssearch index clippings/ feed.jsonl --timezone Asia/Seoul --map headline=title
    """
    archive = Archive(place)
    with progress("indexing") as bar:
        report = archive.add(*sources, timezone=timezone, mapping=pairs(mapping), wait=wait, progress=bar)
    tell(report, archive)


@click.command()
@click.argument("sources", metavar="[SOURCE...]", nargs=-1, type=click.Path())
@place_option
@zone_option
@mapping_option
@wait_option
def rebuild(sources: tuple[str, ...], place: str, timezone: str | None, mapping: tuple[str, ...], wait: float) -> None:
    """Make the index anew and put it in the old one's place.

    Without SOURCE, from the sources that it was made of, with their zone and map. What no
    source holds any more is dropped, and so are earlier versions.

    \b
    Example:
      newssearch rebuild
      newssearch rebuild clippings/ --index archive/
    """
    named = click.get_current_context().get_parameter_source("timezone")
    if not sources and named is click.core.ParameterSource.ENVIRONMENT:
        timezone = None  # the zone that the index records is not the environment's to change
    archive = Archive(place)
    with progress("rebuilding") as bar:
        report = archive.rebuild(sources, timezone=timezone, mapping=pairs(mapping) or None, wait=wait, progress=bar)
    tell(report, archive)


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
