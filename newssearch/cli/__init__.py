"""The command: each one parses its options, calls `Archive`, and renders.

Exit codes are grep's: 0 found or done, 1 nothing found, 2 an error.
"""

import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from newssearch import __version__
from newssearch.cli.asking import guide, query, show, stats, verify
from newssearch.cli.changing import copy, index_command, rebuild, remove
from newssearch.cli.options import complain
from newssearch.cli.outputs import prepare
from newssearch.errors import NewssearchError


@click.group(
    invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110}
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


for _command in (index_command, rebuild, copy, query, show, remove, stats, verify, guide):
    newssearch.add_command(_command)


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
