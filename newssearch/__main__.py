"""``newssearch``, and ``python -m newssearch``: the command, interruptible from its first moment."""

import atexit
import gc
import os
import sys
from typing import NoReturn

from newssearch.errors import NewssearchError


def main() -> NoReturn:
    """Run the command and exit."""
    # A question is a short life: what is done at its beginning and at its end is most of it. NumPy's algebra, of which
    # nothing here makes use, starts a thread for each core when it is loaded: 45 of 210 ms of CPU on two cores.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # Of what is imported nothing becomes garbage: looking for it at every 700th object takes 10 ms.
    gc.set_threshold(50_000)
    # Nor does what is left at the end need to be searched for it: the interpreter would do so three times, for 18 ms.
    atexit.register(gc.freeze)
    try:
        from newssearch.cli import main as run
    except KeyboardInterrupt:
        sys.exit(130)  # before anything was begun there is nothing to say
    except NewssearchError as error:  # of loops that there are not
        sys.stderr.write(f"newssearch: {error}\n")
        sys.exit(2)
    run()


def program() -> NoReturn:
    """The same as a whole process, which ends at once where nothing was changed.

    To take apart what it holds would take it 4 of 70 ms. Whoever watches it (a profiler, ``python -i``) has it end
    as usual.
    """
    try:
        main()
    except SystemExit as stop:
        if "newssearch.cli.changing" in sys.modules or _is_watched():
            raise
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(int(stop.code or 0))


def _is_watched() -> bool:
    monitoring = getattr(sys, "monitoring", None)  # of Python 3.12
    tools = monitoring and any(map(monitoring.get_tool, range(6)))
    return bool(tools or sys.getprofile() or sys.gettrace() or sys.flags.inspect)


if __name__ == "__main__":
    program()
