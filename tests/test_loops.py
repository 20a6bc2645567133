"""Which loops run: those that are compiled, unless others are asked for."""

import ast
import inspect
import os
import subprocess
import sys
from pathlib import Path

from loops import building_in_numpy, compiled, compiled_building, needs_compiled

from newssearch.engines.whoosh.kernels import in_numpy


def loops_of(wanted):
    return subprocess.run(
        [sys.executable, "-c", "from newssearch.engines.whoosh import kernels; print(kernels.LOOPS)"],
        env={**os.environ, "NEWSSEARCH_LOOPS": wanted}, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_the_compiled_loops_run_where_they_are_there_and_numpys_where_these_are_asked_for():
    assert [loops_of(wanted).stdout.strip() for wanted in ("", "numpy")] == [
        "compiled" if compiled else "numpy",
        "numpy",
    ]


def test_loops_that_there_are_not_are_refused():
    done = loops_of("fast")

    assert done.returncode
    assert done.stderr.endswith("NEWSSEARCH_LOOPS is 'fast': choose compiled or numpy\n")


def test_the_command_says_in_a_line_that_there_are_no_such_loops():
    done = subprocess.run(
        [sys.executable, "-m", "newssearch", "--help"],
        env={**os.environ, "NEWSSEARCH_LOOPS": "fast"}, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "newssearch: NEWSSEARCH_LOOPS is 'fast': choose compiled or numpy\n"


@needs_compiled
def test_compiled_is_all_that_is_said_in_numpy():
    assert [name for name in in_numpy.__all__ if not hasattr(compiled, name)] == []
    assert [name for name in building_in_numpy.__all__ if not hasattr(compiled_building, name)] == []


def test_what_is_said_of_the_compiled_loops_is_what_numpys_are():
    stub = ast.parse(Path(in_numpy.__file__).with_name("compiled.pyi").read_text(encoding="utf-8"))
    said = {node.name: node for node in stub.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}

    assert sorted(said) == sorted(in_numpy.__all__)
    for name, node in said.items():
        if isinstance(node, ast.FunctionDef):
            assert [one.arg for one in node.args.args] == list(inspect.signature(getattr(in_numpy, name)).parameters)
