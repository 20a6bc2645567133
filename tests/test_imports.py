"""The house's plan: imports point one way, each library has one home, a search loads no reader and no NumPy."""

import ast
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from loops import needs_compiled

PACKAGE = Path(__file__).parent.parent / "newssearch"
MODULES = sorted(PACKAGE.rglob("*.py"))

ROOMS = [
    {"digests", "errors", "patterns", "values"},
    {"canonical_json", "loops", "moment", "paths", "shards", "urls"},
    {"article"},
    {"analysis"},
    {"similar"},
    {"byline"},
    {"dates"},
    {"query"},
    {"results"},
    {"fragments"},
    {"readers", "engines", "highlight"},
    {"sources"},
    {"planning", "revisions"},
    {"intake"},
    {"ingest"},
    {"hints"},
    {"asking", "copying", "upkeep"},
    {"archive", "render"},
    {"cli"},
    {"__main__"},
]
"""Lowest first; rooms of one row do not know each other."""

LIBRARIES = {
    "whoosh": "engines/whoosh/stock.py",
    "click": "cli/",
    "filelock": "engines/whoosh/lock.py",
    "opensearchpy": "engines/opensearch/client.py",
    "Stemmer": "analysis/stems.py",
    "trafilatura": "readers/html/body.py",
    "lxml": "readers/html/",
    "feedparser": "readers/feeds/rss.py",
    "pyarrow": "readers/records/parquet.py",
    "brotli": "readers/crawl/http_response.py",
}
"""Each library's one home; numpy is at home all over engines and similar."""


def imported(path):
    """The modules that a file imports, those for annotations alone left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    typing_only = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and getattr(node.test, "id", "") == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if node in typing_only:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            if node.module == "newssearch":
                yield from (f"newssearch.{alias.name}" for alias in node.names)
            else:
                yield node.module


def room(path):
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_one_way(path):
    if room(path) == "__init__":
        return
    level = next(number for number, rooms in enumerate(ROOMS) if room(path) in rooms)

    for name in imported(path):
        package, _, rest = name.partition(".")
        other = rest.partition(".")[0]
        if package == "newssearch" and other not in {room(path), "__version__", ""}:
            assert any(other in rooms for rooms in ROOMS[:level]), f"{path.name} may not know {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_library_has_one_home(path):
    here = path.relative_to(PACKAGE).as_posix()

    for name in imported(path):
        library = name.partition(".")[0]
        assert here.startswith(LIBRARIES.get(library, here))
        assert library != "numpy" or here.startswith(("engines/", "similar/"))


def test_a_module_is_no_longer_than_three_hundred_lines():
    files = [*MODULES, *PACKAGE.rglob("*.pyx"), *PACKAGE.rglob("*.pxi")]
    assert [path.name for path in files if len(path.read_text(encoding="utf-8").splitlines()) > 300] == []


def loaded(code):
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print(*sys.modules)"], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_importing_the_package_loads_nothing_else():
    modules = loaded("import newssearch")

    assert not {name for name in modules if name.startswith("newssearch.")}
    assert not modules & {"whoosh", "numpy", "click"}


def test_a_search_loads_no_reader_and_no_writer(tmp_path):
    from newssearch import Archive, Article

    Archive(tmp_path / "index").add(Article(headline="Oil falls", body="Oil fell on Sunday."))

    modules = loaded(
        f"from newssearch import Archive\nassert Archive({str(tmp_path / 'index')!r}).search('oil').hits[0].snippets"
    )

    assert "newssearch.engines.whoosh.snapshot" in modules
    assert not modules & {
        "newssearch.readers",
        "newssearch.engines.whoosh.writer",
        "whoosh",
        "filelock",
        "click",
        "importlib.metadata",
        "zoneinfo",
        "calendar",
        "html",
    }


@needs_compiled
@pytest.mark.parametrize(
    "asked",
    [
        "'oil'",
        "'oil fell'",
        "'oil OR fell'",
        "'oil -gas'",
        "'\"oil fell\"'",
        "'oi*'",
        "'by:doe'",
        "'since:2025 source:ap'",
        "'oil', sort='newest'",
    ],
)
def test_a_plain_question_loads_no_numpy(tmp_path, asked):
    from newssearch import Archive, Article, Author, Moment

    article = Article(headline="Oil falls", body="Oil fell on Sunday.", authors=(Author(name="Jane Doe"),), source="AP")
    copies = [replace(article, id=id, published=Moment(date(2025, 9, 28))) for id in "ab"]
    Archive(tmp_path / "index").add([*copies, Article(id="c", headline="Boats", body="Drug boats sank.")])

    modules = loaded(
        f"from newssearch import Archive\nassert Archive({str(tmp_path / 'index')!r}).search({asked}).hits"
    )

    assert "newssearch.engines.whoosh.snapshot" in modules
    assert "numpy" not in modules


@needs_compiled
def test_a_question_loads_no_digests_no_pickles_and_no_paths(tmp_path):
    from newssearch import Archive, Article

    Archive(tmp_path / "index").add(Article(headline="Oil falls", body="Oil fell on Sunday.", path="oil.txt"))

    modules = loaded(
        f"from newssearch import Archive\nassert Archive({str(tmp_path / 'index')!r}).search('oil').hits[0].snippets"
    ) - loaded("")

    assert "newssearch.engines.whoosh.snapshot" in modules
    assert not modules & {"_hashlib", "hashlib", "pickle", "pathlib", "urllib.parse", "ipaddress"}


def test_a_question_loads_no_other_command_and_no_other_form(tmp_path):
    from newssearch import Archive, Article

    Archive(tmp_path / "index").add(Article(headline="Oil falls", body="Oil fell on Sunday."))

    modules = loaded(
        "from contextlib import suppress\nfrom newssearch.cli import main\n"
        f"with suppress(SystemExit): main(['query', 'oil', '--index', {str(tmp_path / 'index')!r}])"
    )

    assert "newssearch.cli.asking" in modules
    assert not modules & {
        "newssearch.cli.changing",
        "newssearch.cli.making",
        "newssearch.cli.showing",
        "html",
        "csv",
        "string",
    }
