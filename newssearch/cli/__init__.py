"""The command: each one parses its options, calls `Archive`, and renders.

Exit codes are grep's: 0 found or done, 1 nothing found, 2 an error.
"""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

import click

from newssearch import __version__
from newssearch.cli.options import complain
from newssearch.cli.outputs import prepare
from newssearch.errors import NewssearchError

_HOMES = {
    "index": "changing",
    "rebuild": "changing",
    "copy": "changing",
    "query": "asking",
    "show": "showing",
    "remove": "changing",
    "stats": "showing",
    "verify": "showing",
    "guide": "showing",
}
"""The modules that the commands are in."""


class _Commands(click.Group):
    """The commands, each loaded when it is called: a question needs none of the others."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name. For another name all are loaded, so that one like it can be proposed."""
        for name in (cmd_name,) if cmd_name in _HOMES else _HOMES:
            if name not in self.commands:
                self.add_command(getattr(import_module(f"newssearch.cli.{_HOMES[name]}"), name))
        return super().get_command(ctx, cmd_name)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's
        return sorted(_HOMES)


@click.group(
    cls=_Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
)
@click.version_option(__version__, prog_name="newssearch")
@click.pass_context
def newssearch(context: click.Context) -> None:
    """Full-text search over news archives: phrases, dates and bylines.

    \b
      newssearch index clippings/            make or renew index/ from a folder
      newssearch query "Tren de Aragua"      search it
      newssearch guide                       the query language, with examples

    Exit codes: 0 found or done, 1 nothing found, 2 an error.
    """
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command and exit; every failure is one line on standard error."""
    prepare()
    try:
        code = newssearch.main(arguments, prog_name="newssearch", standalone_mode=False)
    except click.exceptions.Exit as stop:
        code = stop.exit_code
    except click.ClickException as error:
        where = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "newssearch"
        complain(f"{error.format_message()} (see {where} --help)")
        code = 2
    except (KeyboardInterrupt, click.Abort):
        complain("interrupted; what was committed before is as it was")
        code = 130
    except NewssearchError as error:
        complain(str(error))
        code = 2
    except OSError as error:
        _give_up(f"{error.filename or 'the output'}: {error.strerror or error}")
    except Exception as error:
        if os.environ.get("NEWSSEARCH_DEBUG"):
            raise
        complain(f"unexpected {type(error).__name__}: {error} (NEWSSEARCH_DEBUG=1 shows where; please report it)")
        code = 2
    sys.exit(code or 0)


def _give_up(message: str) -> NoReturn:
    """Say why nothing can be written, and leave without trying to write the rest."""
    complain(message)
    os._exit(2)
