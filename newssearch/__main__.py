"""``newssearch``, and ``python -m newssearch``: the command, interruptible from its first moment."""

import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the command and exit."""
    try:
        from newssearch.cli import main as run
    except KeyboardInterrupt:
        sys.exit(130)  # before anything was begun there is nothing to say
    run()


if __name__ == "__main__":
    main()
