"""What all commands share: options, and how they speak to a person."""

import os
import sys
from collections.abc import Callable
from typing import Any

import click

from newssearch.render.marks import one_line

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

place_option = click.option(
    "--index", "place", metavar="PLACE", default="index", envvar="NEWSSEARCH_INDEX", show_default=True,
    help="Where the index is: a folder, or opensearch://host:9200/name. [env: NEWSSEARCH_INDEX]",
)  # fmt: skip
zone_option = click.option(
    "--timezone", metavar="ZONE", envvar="NEWSSEARCH_TIMEZONE",
    help="The zone of times printed without one, and of days: Asia/Seoul, +09:00. [env: NEWSSEARCH_TIMEZONE]",
)  # fmt: skip


def format_option(*forms: str) -> Decorator:
    return click.option("--format", "form", type=click.Choice(forms), default=forms[0], show_default=True)


def complain(message: str) -> None:
    click.echo(f"newssearch: {one_line(message)}", err=True)


def colour() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width() -> int | None:
    """Columns to wrap at; None where the output is no terminal, so that lines can be searched."""
    if not sys.stdout.isatty():
        return None
    from shutil import get_terminal_size  # it loads compressors

    return min(get_terminal_size().columns, 120)


def in_unicode() -> bool:
    """Whether the output can hold any character."""
    return (sys.stdout.encoding or "").lower().replace("-", "").startswith("utf")
