"""newssearch show: one article or many, named or read from standard input, as the real program prints them."""

import json

import pytest
from program import run, shell

from newssearch import Archive, Article


@pytest.fixture(scope="module")
def harbour(tmp_path_factory):
    """A place of three articles."""
    place = tmp_path_factory.mktemp("harbour") / "index"
    Archive(place).add(
        Article(id=f"quay-{number}", headline=f"Quay {number} closes", body="The harbour closed a quay.")
        for number in range(3)
    )
    return place


def headlines(output):
    return [json.loads(line)["headline"] for line in output.splitlines()]


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_several_articles_are_an_object_a_line_in_the_order_they_were_named(harbour, form):
    done = run("show", "quay-2", "quay-0", "--format", form, "--index", harbour)

    assert headlines(done.stdout) == ["Quay 2 closes", "Quay 0 closes"]


def test_one_article_is_an_object_over_many_lines_and_in_jsonl_one_line(harbour):
    as_json, as_line = (
        run("show", "quay-0", "--format", form, "--index", harbour).stdout for form in ("json", "jsonl")
    )

    assert json.loads(as_json) == json.loads(as_line)
    assert (len(as_line.splitlines()), as_json[:2]) == (1, "{\n")


def test_a_minus_reads_what_a_query_found(harbour):
    done = shell(
        f"newssearch query quay sort:oldest -n all --format ids --index {harbour}"
        f" | newssearch show - --format json --index {harbour}"
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert headlines(done.stdout) == ["Quay 0 closes", "Quay 1 closes", "Quay 2 closes"]


def test_a_minus_stands_among_ids_and_passes_over_empty_lines(harbour):
    done = shell(rf"printf 'quay-1\r\n\n' | newssearch show quay-2 - quay-0 --format jsonl --index {harbour}")

    assert headlines(done.stdout) == ["Quay 2 closes", "Quay 1 closes", "Quay 0 closes"]


def test_an_id_that_is_not_there_is_a_line_on_standard_error_and_the_rest_is_shown(harbour):
    done = run("show", "nope", "quay-1", "--format", "jsonl", "--index", harbour)

    assert (done.returncode, headlines(done.stdout)) == (0, ["Quay 1 closes"])
    assert done.stderr == f"newssearch: no article with the id 'nope' in {harbour}\n"


@pytest.mark.parametrize("ids", ["nope\nnone\n", "\n", ""])
def test_where_none_is_there_the_exit_code_says_so(harbour, ids):
    done = shell(f"printf '{ids}' | newssearch show - --index {harbour}")

    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", len(ids.split()))


def test_bytes_that_are_no_text_are_no_id(harbour):
    done = shell(
        rf"(printf 'a\377\n'; head -c 9000 /dev/zero) | newssearch show - quay-1 --format jsonl --index {harbour}"
    )

    assert (done.returncode, headlines(done.stdout), done.stderr.count("\n")) == (0, ["Quay 1 closes"], 4)


def test_several_articles_on_a_terminal_stand_apart(harbour):
    shown = run("show", "quay-0", "quay-1", "--index", harbour).stdout

    assert shown.index("Quay 0") < shown.index("\n==================== quay-1\n") < shown.index("Quay 1")


def test_with_versions_each_article_is_a_list_of_them(harbour):
    done = run("show", "quay-0", "quay-1", "--versions", "--format", "json", "--index", harbour)

    assert [[version["id"] for version in json.loads(line)] for line in done.stdout.splitlines()] == [
        ["quay-0"],
        ["quay-1"],
    ]


@pytest.mark.parametrize("ids", [["quay-0", "quay-1"], ["-"]])
def test_a_page_is_of_one_article(harbour, ids):
    done = run("show", *ids, "--format", "html", "--index", harbour)

    assert (done.returncode, done.stdout) == (2, "")
    assert "name one ID" in done.stderr
