"""The real program, run as a user or a shell would."""

import os
import pty
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
ID = "a79163a7fd218d59"
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith(("NEWSSEARCH", "NO_COLOR"))}


def run(*arguments, cwd=ROOT, **environment):
    return subprocess.run(
        [sys.executable, "-m", "newssearch", *map(str, arguments)],
        cwd=cwd, env={**ENVIRONMENT, "PYTHONPATH": str(ROOT), "COLUMNS": "100", **environment},
        capture_output=True, text=True, encoding="utf-8", timeout=60, check=False,
    )  # fmt: skip


def shell(line, **environment):
    return subprocess.run(line.replace("newssearch", f"{sys.executable} -m newssearch"), shell=True, cwd=ROOT, env={**ENVIRONMENT, "PYTHONPATH": str(ROOT), **environment}, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False)  # fmt: skip


def in_a_terminal(*arguments, **environment):
    """What the program prints to a terminal of its own."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen([sys.executable, "-m", "newssearch", *map(str, arguments)], cwd=ROOT, stdout=theirs, stderr=theirs, env={**ENVIRONMENT, "PYTHONPATH": str(ROOT), "TERM": "xterm", **environment})  # fmt: skip
    os.close(theirs)
    out = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:
            break
        if not piece:
            break
        out += piece
    process.wait(60)
    os.close(ours)
    return out.decode()
