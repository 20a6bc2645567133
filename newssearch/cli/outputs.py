"""Standard output and standard error: any character can be printed, and whoever reads them may leave."""

import io
import os
import sys
from collections.abc import Iterable
from typing import Any, TextIO

import click


class Pipe(io.FileIO):
    """A stream whose reader may have seen enough (`| head -1`): what is written after that goes nowhere, quietly.

    So the exit code is what it would have been: when a pipe is closed is a matter of chance.
    """

    is_read = True

    def write(self, data: Any, /) -> int:
        try:
            return super().write(data)
        except BrokenPipeError:
            self.is_read = False
            return len(data)


def prepare() -> None:
    """Make both ready to be printed to; one that whoever started us has closed goes nowhere."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            stream = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - as long as we live
        elif isinstance(raw := _raw(stream), io.FileIO):
            buffer = io.BufferedWriter(Pipe(raw.fileno(), "w", closefd=False))
            stream = io.TextIOWrapper(buffer, stream.encoding, "backslashreplace", line_buffering=stream.line_buffering)
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
        setattr(sys, name, stream)


def say(lines: Iterable[str], *, err: bool = False, colour: bool | None = None) -> None:
    """Print lines, and make no more of them once nobody reads them."""
    for line in lines:
        click.echo(line, err=err, color=colour)
        raw = _raw(sys.stderr if err else sys.stdout)
        if isinstance(raw, Pipe) and not raw.is_read:
            return


def _raw(stream: TextIO) -> object:
    """What a stream writes its bytes to, where it says so: a console of Windows' does not."""
    buffer = getattr(stream, "buffer", None)
    return getattr(buffer, "raw", buffer)  # with python -u, the buffer is the file itself
