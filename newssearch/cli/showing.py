"""The commands that show what is there: show, stats, verify, guide."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

import click

from newssearch.archive import Archive
from newssearch.article import Article
from newssearch.cli.options import colour, complain, format_option, in_unicode, place_option, width
from newssearch.cli.outputs import say
from newssearch.render import page, plain, terminal
from newssearch.render.marks import one_line

_LONGEST_ID = 1 << 12
"""Bytes of a line of standard input that are read as one id."""


@click.command()
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@click.option("--versions", is_flag=True, help="Its earlier versions too, newest first.")
@format_option("terminal", "json", "jsonl", "html")
@place_option
def show(ids: tuple[str, ...], versions: bool, form: str, place: str) -> None:
    """Show whole articles.

    An ID that is a minus reads ids from standard input, one a line. In json, one ID gives an
    object over many lines; several give an object a line, as jsonl does.

    \b
    Example:
      newssearch show 9f0c5e1d2b3a4f6e --format json
      newssearch query "Tren de Aragua" -n all --format ids | newssearch show - --format jsonl
    """
    several = len(ids) > 1 or "-" in ids
    if several and form == "html":
        raise click.UsageError("--format html makes a page of one article: name one ID, and not '-'")
    found = _found(Archive(place), _named(ids), place)
    first = next(found, None)
    if first is None:
        raise click.exceptions.Exit(1)
    shown = chain([first], found)
    if form in {"json", "jsonl"}:
        indent = None if several or form == "jsonl" else 1
        say(_json(each if versions else each[0], indent) for each in shown)
    else:
        say(_pages(shown, form, all=versions), colour=colour())


def _named(ids: Iterable[str]) -> Iterator[str]:
    """The ids; in the place of a minus those on standard input."""
    for id in ids:
        if id != "-":
            yield id
            continue
        while line := sys.stdin.buffer.readline(_LONGEST_ID) if sys.stdin else b"":
            if read := line.decode("utf-8", "replace").strip("\r\n"):
                yield read


def _found(archive: Archive, ids: Iterable[str], place: str) -> Iterator[tuple[Article, ...]]:
    """The articles that are there, each with its earlier versions; the other ids are complained of."""
    for id in ids:
        if versions := archive.versions(id):
            yield versions
        else:
            complain(f"no article with the id {id!r} in {place}")


def _json(shown: Article | Sequence[Article], indent: int | None) -> str:
    plainly = shown.to_dict() if isinstance(shown, Article) else [article.to_dict() for article in shown]
    return plain.to_json(plainly, indent=indent, ascii_only=not in_unicode())


def _pages(found: Iterable[Sequence[Article]], form: str, *, all: bool) -> Iterator[str]:
    """Articles to be read, all their versions or the newest alone, with a line between any two."""
    for number, versions in enumerate(found):
        if number:
            yield f"\n{'=' * 20} {one_line(versions[0].id)}\n"
        for earlier, article in enumerate(versions if all else versions[:1]):
            if earlier:
                yield f"\n{'=' * 20} version {len(versions) - earlier} of {len(versions)}\n"
            if form == "html":
                yield page.article(article)
            else:
                yield from terminal.article(article, colour=colour(), width=width())


@click.command()
@format_option("terminal", "json")
@place_option
def stats(form: str, place: str) -> None:
    """Say what is in the index, and what made it.

    \b
    Example:
      newssearch stats --format json
    """
    numbers = Archive(place).stats()
    say([plain.to_json(numbers)] if form == "json" else terminal.numbers(numbers))


@click.command()
@click.argument("sources", metavar="[SOURCE...]", nargs=-1, type=click.Path())
@place_option
def verify(sources: tuple[str, ...], place: str) -> None:
    """Check every byte of the index, and whether its sources have changed.

    Without SOURCE, the sources that it was made of. Any problem is named, and is exit code 2:
    for "outdated" run index, or rebuild to drop what is gone; for "damaged", rebuild.

    \b
    Example:
      newssearch verify
    """
    archive = Archive(place)
    problems = archive.verify(sources)
    for problem in problems:
        complain(f"{problem.kind}: {problem.message}")
    if problems:
        raise click.exceptions.Exit(2)
    click.echo(f"sound: {terminal.counted(len(archive), 'article')} in {place}")


@click.command()
def guide() -> None:
    """Print the query language, with examples.

    \b
    Example:
      newssearch guide | less
    """
    from importlib.resources import files

    click.echo(files("newssearch").joinpath("guide.md").read_text(encoding="utf-8"))
