"""The package that users install: complete, and working away from its sources."""

import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from newssearch.engines.whoosh.kernels import LOOPS

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    # From a copy: a build leaves its own files in the folder, and tests run beside this one.
    root, out = tmp_path_factory.mktemp("sources") / "newssearch", tmp_path_factory.mktemp("dist")
    left = shutil.ignore_patterns(".*", "build", "*.egg-info", "__pycache__", "*.so", "*.c", "tests", "index")
    shutil.copytree(ROOT, root, ignore=left)
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, root],
        check=True,
        capture_output=True,
    )
    (made,) = out.glob("*.whl")
    return made


def test_the_wheel_holds_the_package_and_nothing_else(wheel):
    names = zipfile.ZipFile(wheel).namelist()

    modules = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "newssearch").rglob("*")
        if path.suffix in {".py", ".md", ".pyi", ".typed"}
    }
    own = {name for name in names if ".dist-info/" not in name}
    compiled = {name for name in own if name.endswith((".so", ".pyd"))}
    assert own - compiled == modules
    # It was compiled if this installation was: both need a compiler and Python's headers.
    homes = ("analysis/surface", "engines/whoosh/columnar/kernels", "engines/whoosh/kernels")
    expected = [f"newssearch/{home}/compiled" for home in homes] if LOOPS == "compiled" else []
    assert sorted(name.partition(".")[0] for name in compiled) == expected
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_the_installed_command_indexes_and_finds(wheel, tmp_path):
    venv.create(tmp_path / "venv", with_pip=False, symlinks=True)
    (site,) = (tmp_path / "venv").glob("lib/python*/site-packages")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(site)
    # The dependencies are those of the environment that runs the tests; the package itself is the wheel's.
    here = [path for path in sys.path if path.endswith("site-packages")]
    (site / "here.pth").write_text("\n".join(here), encoding="utf-8")
    program = "import sys; from newssearch.cli import main; import newssearch; assert 'venv' in newssearch.__file__, newssearch.__file__; main(sys.argv[1:])"

    def run(*arguments):
        python = tmp_path / "venv" / "bin" / "python"
        return subprocess.run(
            [python, "-c", program, *arguments],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    assert run("index", str(ROOT / "seeds")).returncode == 0
    assert "[Tren de Aragua]" in run("query", "Tren de Aragua").stdout
    assert run("guide").stdout.startswith("# The query language")
