"""The command that asks: query."""

import os
import re
from datetime import UTC, date, datetime, time
from itertools import islice
from typing import TypedDict

import click

from newssearch.archive import Archive
from newssearch.cli.options import colour, complain, format_option, in_unicode, place_option, width, zone_option
from newssearch.cli.outputs import say
from newssearch.engines.base import FACETS
from newssearch.moment import zone
from newssearch.query import parse
from newssearch.query.fields import SORTS
from newssearch.render import plain, terminal
from newssearch.render.marks import clean


class WordsCommand(click.Command):
    """A command whose words may begin with a minus: only its own options, written out, are options."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        flags: dict[str, bool] = {"--help": False, "-h": False}
        for param in self.params:
            if isinstance(param, click.Option):
                flags |= dict.fromkeys([*param.opts, *param.secondary_opts], not param.is_flag)
        options: list[str] = []
        words: list[str] = []
        rest = iter(args)
        for arg in rest:
            if arg == "--":
                words += rest
            elif arg in flags:
                options.append(arg)
                if flags[arg]:
                    options += islice(rest, 1)
            elif arg.startswith("--") or re.fullmatch(r"-n\d+", arg):
                options.append(arg)
            else:
                words.append(arg)
        return super().parse_args(ctx, [*options, "--", *words])


class _How(TypedDict):
    """How an archive is asked, for a page and for all alike."""

    sort: str | None
    snippets: int
    strict: bool
    half_life: float


@click.command(cls=WordsCommand)
@click.argument("words", metavar="TEXT...", nargs=-1, required=True, type=click.UNPROCESSED)
@click.option(
    "-n",
    "--limit",
    metavar="N",
    default="10",
    show_default=True,
    help="How many to show; 0 counts, all shows all, however many in the formats jsonl, csv and ids.",
)
@click.option("--offset", metavar="K", type=click.IntRange(min=0), default=0, help="Leave out the first K.")
@click.option("--sort", type=click.Choice(SORTS), help="The order; it wins over a sort: in TEXT.  [default: relevance]")
@click.option("--half-life", metavar="DAYS", type=float, default=30.0, show_default=True, help="For --sort recent.")
@click.option("--facet", "facets", type=click.Choice(FACETS), multiple=True, help="Count values. Repeat for more.")
@click.option("--facet-size", metavar="N", type=click.IntRange(min=0), default=20, show_default=True)
@format_option("terminal", "json", "jsonl", "csv", "ids")
@click.option("--strict", is_flag=True, help="Refuse what is not understood, instead of searching it as text.")
@click.option("--explain", is_flag=True, help="Show what the query means, and what each part finds.")
@click.option("--today", metavar="DATE", help="Reckon from the last moment of this day (YYYY-MM-DD).")
@zone_option
@place_option
def query(
    words: tuple[str, ...], limit: str, offset: int, sort: str | None, half_life: float, facets: tuple[str, ...],
    facet_size: int, form: str, strict: bool, explain: bool, today: str | None, timezone: str | None, place: str,
) -> None:  # fmt: skip
    """Search, and show the best articles with the passages that match.

    TEXT may begin with a minus, which excludes. `newssearch guide` tells the language.

    \b
    Examples:
      newssearch query "Tren de Aragua"
      newssearch query '"drug cartels" by:ko date:2025-09 -boat' --sort newest
      newssearch query -cartel maduro --facet author --facet month -n 0
    """
    archive = Archive(place, timezone=timezone)
    text = os.fsencode(" ".join(words)).decode("utf-8", "replace")
    given = click.get_current_context().get_parameter_source("half_life")
    if given is click.core.ParameterSource.COMMANDLINE and (sort or parse(text).sort) != "recent":
        raise click.UsageError("--half-life is for the order recent alone: add --sort recent")
    now = datetime.now(UTC) if today is None else _end_of(today, archive)
    how: _How = {"sort": sort, "snippets": 0 if form == "ids" else 3, "strict": strict, "half_life": half_life}
    most = _limit(limit)
    streams = most is None and form in {"jsonl", "csv", "ids"}
    found = archive.search(
        text, limit=0 if streams else most, offset=offset, facets=facets, facet_size=facet_size, now=now, **how
    )
    if explain:
        say(map(clean, [*archive.explain(text, now=now), ""]), err=form != "terminal")
    if facets and form not in {"terminal", "json"}:
        complain(f"facets are counted in the terminal and json formats, and not in {form}")
    for notice in found.notices:
        complain(notice.printed)
    in_colour = colour()
    if form == "terminal":
        lines = terminal.results(found, colour=in_colour, width=width())
    elif streams:
        hits = archive.each(text, offset=offset, now=now, **how)
        lines = plain.hits(hits, form, ascii_only=not in_unicode())
    else:
        lines = plain.results(found, form, ascii_only=not in_unicode())
    say(lines, colour=in_colour)
    if not found.total:
        raise click.exceptions.Exit(1)


def _limit(text: str) -> int | None:
    if text == "all":
        return None
    if text.isascii() and text.isdigit():
        return int(text)
    raise click.BadParameter(f"{text!r} is neither a number nor 'all'", param_hint="-n")


def _end_of(today: str, archive: Archive) -> datetime:
    try:
        day = date.fromisoformat(today)
    except ValueError:
        raise click.BadParameter(f"{today!r} is not a date, as in 2025-09-28", param_hint="--today") from None
    return datetime.combine(day, time.max, zone(archive.timezone))
