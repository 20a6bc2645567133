"""The README's lines run, and print what they say."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from program import ENVIRONMENT, ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
CONSOLE = re.search(r"```console\n(.*?)```", README, re.DOTALL)[1]
EXAMPLES = re.findall(r"^\$ (newssearch .*)\n((?:(?!\$ ).*\n)*)", CONSOLE, re.MULTILINE)
LIBRARY = re.search(r"```python\n(.*?)```", README, re.DOTALL)[1]


@pytest.fixture(scope="module")
def checkout(tmp_path_factory):
    folder = tmp_path_factory.mktemp("checkout")
    for name in ("seeds", "index"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


def without_times(text):
    return re.sub(r"\d+ ms", "0 ms", text)


def run(arguments, folder):
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**ENVIRONMENT, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    ).stdout


def test_the_readme_has_examples():
    assert len(EXAMPLES) == 4


@pytest.mark.parametrize(("line", "printed"), EXAMPLES, ids=[line for line, _ in EXAMPLES])
def test_a_command_prints_what_the_readme_shows(checkout, line, printed):
    _, *arguments = shlex.split(line)

    assert without_times(run(["-m", "newssearch", *arguments], checkout)).rstrip() == without_times(printed).rstrip()


def test_the_library_example_runs(checkout):
    assert run(["-c", LIBRARY], checkout).startswith(
        "US Weighs Military Strikes on Venezuela Drug Hubs as Tensions Escalate 2025-09-28T08:33:37+00:00 "
    )


def test_every_command_stands_in_the_readme():
    from click import Context

    from newssearch.cli import newssearch

    assert set(re.findall(r"^\| `newssearch (\w+)", README, re.MULTILINE)) == set(
        newssearch.list_commands(Context(newssearch))
    )


def test_every_key_of_an_article_stands_in_the_readme():
    from newssearch import Article

    table = README.split("newssearch show ID --format json` prints")[1]

    assert [key for key in Article().to_dict() if f"`{key}`" not in table] == []


def test_every_key_of_a_result_stands_in_the_readme():
    from newssearch import Results

    assert [key for key in Results("", 0).to_dict() if f"| `{key}` |" not in README] == []


def test_the_two_lines_at_the_top_are_those_that_ci_runs():
    ci = (
        (ROOT / ".ci" / "run").read_text(encoding="utf-8")
        if (ROOT / ".ci").exists()
        else pytest.skip("not in a checkout")
    )

    assert "pip install -e '.[test]' && .venv/bin/pytest -n auto\n" in README[:600]
    assert ci.rstrip().endswith(".venv/bin/pytest -n auto")


def test_every_dependency_is_explained():
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    architecture = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")

    names = [
        re.match(r"[\w-]+", requirement)[0]
        for group in (project["dependencies"], *project["optional-dependencies"].values())
        for requirement in group
    ]
    assert [name for name in names if name not in architecture] == []


def test_the_index_in_the_checkout_is_that_of_the_seeds(checkout):
    from newssearch import Archive

    kept, made = Archive(checkout / "index"), Archive(checkout / "made")
    made.rebuild(checkout / "seeds")

    assert kept.verify() == []
    assert kept.stats()["content"] == made.stats()["content"]


def test_the_seed_reads_exactly():
    from newssearch.readers import Options, read

    (article,) = read(next(Path(ROOT / "seeds").iterdir()), "seed", Options())

    assert [(a.name, a.role, a.email) for a in article.authors] == [("KO YONG-CHUL", "Reporter", "korocamia@naver.com")]
    assert [subhead.text for subhead in article.subheads] == [
        "Escalating Military Posture",
        "Diplomatic Backchannels and Maduro's Offer",
    ]
    assert article.paragraphs[0].startswith("The Trump administration is")
    assert article.paragraphs[-1].endswith("declined to comment.")
    assert len(article.paragraphs) == 7
