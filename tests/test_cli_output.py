"""What the real program prints: nothing that does harm, and what each kind of output can take."""

import json
import os
import re
import subprocess
import sys

import pytest
from program import ENVIRONMENT, ID, ROOT, SEEDS, in_a_terminal, run, shell


@pytest.fixture
def hostile(tmp_path):
    article = {
        "headline": "Red \x1b[31malert\x9b2J",
        "body": "=HYPERLINK(\u202e) \x1b]0;owned\x07 words here",
        "id": "=1+1",
        "source": "@x<script>alert(1)</script>",
    }
    (tmp_path / "a.json").write_text(json.dumps(article), encoding="utf-8")
    assert run("index", "a.json", cwd=tmp_path).returncode == 0
    return tmp_path


@pytest.mark.parametrize("form", ["terminal", "json", "jsonl", "csv", "ids"])
def test_control_characters_of_articles_are_never_printed(hostile, form):
    printed = run("query", "words", "--format", form, cwd=hostile).stdout

    assert printed
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", printed)


@pytest.mark.parametrize("form", ["terminal", "json", "html"])
def test_nor_when_an_article_is_shown(hostile, form):
    printed = run("show", "=1+1", "--format", form, cwd=hostile).stdout

    assert printed
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", printed)


def test_a_page_of_an_article_holds_no_markup_of_its_own(hostile):
    page = run("show", "=1+1", "--format", "html", cwd=hostile).stdout

    assert "@x&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>" not in page


def test_a_csv_cell_is_never_a_formula(hostile):
    assert run("query", "words", "--format", "csv", cwd=hostile).stdout.splitlines()[1].startswith("'=1+1,")


def test_a_page_behind_the_last_article_says_so(hostile):
    found = run("query", "words", "--offset", "7", cwd=hostile)

    assert found.returncode == 0
    assert found.stdout.startswith("none of 1 article behind the first 7 in ")


def test_colour_is_for_terminals_that_want_it(place):
    assert "\x1b[1;33mTren de Aragua\x1b[0m" in re.sub(
        r"\s+", " ", in_a_terminal("query", '"Tren de Aragua"', "--index", place)
    )
    assert "\x1b" not in in_a_terminal("query", "maduro", "--index", place, NO_COLOR="1")
    assert "\x1b" not in run("query", "maduro", "--index", place).stdout


def test_long_work_shows_a_bar_on_a_terminal_and_none_elsewhere(tmp_path):
    assert "indexing" in in_a_terminal("index", SEEDS, "--index", tmp_path / "index")
    assert run("index", SEEDS, "--index", tmp_path / "other").stderr == ""


def test_output_that_cannot_be_written_is_one_line(place):
    closed, full = shell(f"newssearch query maduro --index '{place}' >&-"), shell("newssearch guide > /dev/full")

    assert (closed.returncode, closed.stderr) == (0, "")
    assert full.returncode == 2
    assert full.stderr == "newssearch: the output: No space left on device\n"


def test_json_is_ascii_where_the_output_holds_no_more(tmp_path):
    (tmp_path / "a.txt").write_text("Oil — 石油 😀 falls\nOil fell on Sunday.\n", encoding="utf-8")
    run("index", "a.txt", cwd=tmp_path)

    done = shell(f"newssearch query oil --format json --index '{tmp_path / 'index'}'", PYTHONIOENCODING="cp1252")

    assert json.loads(done.stdout)["hits"][0]["headline"] == "Oil — 石油 😀 falls"


def test_an_explanation_leaves_json_alone(place):
    done = run("query", "maduro", "--explain", "--format", "json", "--index", place)

    assert json.loads(done.stdout)["total"] == 1
    assert done.stderr == "word: maduro (1)\n\n"


def test_wide_characters_and_marks_are_wrapped_whole(tmp_path):
    (tmp_path / "a.txt").write_text("核电\n" + "核电站在海边，" * 40 + "。\n", encoding="utf-8")
    run("index", "a.txt", cwd=tmp_path)

    lines = in_a_terminal("query", "核电", "--index", tmp_path / "index", COLUMNS="40").splitlines()

    assert len(lines) > 5
    assert all(
        line.count("\x1b[1;33m") + line.count("\x1b[1m") + line.count("\x1b[2m") >= line.count("\x1b[0m") - 1
        for line in lines
    )
    assert not any(re.search(r"(?<!\x1b)\[\d+(;\d+)?m", line) for line in lines)


def test_a_bar_moves_while_one_file_is_read(tmp_path):
    lines = "".join(
        json.dumps({"id": str(n), "headline": f"Oil {n}", "body": "Oil fell. " * 50}) + "\n" for n in range(1_500)
    )
    (tmp_path / "many.jsonl").write_text(lines, encoding="utf-8")

    shown = in_a_terminal("index", tmp_path / "many.jsonl", "--index", tmp_path / "index")

    assert len(set(re.findall(r"(\d+)%", shown))) > 2


@pytest.mark.parametrize("closed", [["stdout"], ["stderr"], ["stdout", "stderr"]], ids="+".join)
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["query", "*", "--facet", "author"], 0),
        (["query", "nowhere"], 1),
        (["query", "maduro bylin:x", "--explain", "--format", "json"], 1),
        (["query", "bylin:x", "--strict"], 2),
        (["query", "--help"], 0),
        (["show", ID], 0),
        (["show", "nowhere"], 1),
        (["stats"], 0),
        (["verify"], 0),
        (["verify", "pyproject.toml"], 2),
        (["guide"], 0),
        ([], 0),
    ],
)
def test_a_closed_pipe_is_quiet_and_leaves_the_exit_code_as_it_is(place, arguments, code, closed):
    reader, nobody = os.pipe()
    os.close(reader)
    outputs = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **dict.fromkeys(closed, nobody)}
    command = [sys.executable, "-m", "newssearch", *arguments]

    done = subprocess.run(command, cwd=ROOT, env={**ENVIRONMENT, "PYTHONPATH": str(ROOT), "NEWSSEARCH_INDEX": str(place)}, text=True, check=False, **outputs)  # fmt: skip

    os.close(nobody)
    assert done.returncode == code
    assert not re.search("Traceback|Exception|Broken", done.stderr or "")


def test_a_closed_pipe_is_quiet(place):
    done = subprocess.run(f"{sys.executable} -m newssearch guide | head -1; {sys.executable} -m newssearch query '*' --index '{place}' | true", shell=True, cwd=ROOT, env={**ENVIRONMENT, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False)  # fmt: skip

    assert done.stderr == ""
    assert done.stdout == "# The query language\n"


def test_no_more_lines_are_made_once_nobody_reads():
    reader, nobody = os.pipe()
    os.close(reader)
    script = (
        "import itertools, sys; from newssearch.cli.outputs import prepare, say\n"
        "prepare(); numbers = itertools.count(1)\n"
        "say(map(str, numbers)); print(next(numbers), file=sys.stderr)"
    )

    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, stdout=nobody, stderr=subprocess.PIPE, env={**ENVIRONMENT, "PYTHONPATH": str(ROOT)}, text=True, timeout=60, check=False)  # fmt: skip

    os.close(nobody)
    assert (done.returncode, done.stderr) == (0, "2\n")


def ends(*arguments, before="pass"):
    """Whether a program's process ends as every other does, and does what it was asked to do at its end."""
    code = f"import atexit, sys; atexit.register(print, 'at the end'); {before}; from newssearch.__main__ import program; program()"
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, env=ENVIRONMENT, check=True
    )
    assert done.stdout, "it has printed what it was asked for"
    return done.stdout.endswith("at the end\n")


def test_a_process_that_changed_nothing_ends_at_once(place, tmp_path):
    assert not ends("query", "maduro", "--index", place)
    assert ends("index", str(SEEDS), "--index", str(tmp_path / "index"))


@pytest.mark.parametrize("watched", ["sys.setprofile(lambda *_: None)", "sys.settrace(lambda *_: None)"])
def test_a_process_that_somebody_watches_does_not(place, watched):
    assert ends("query", "maduro", "--index", place, before=watched)
