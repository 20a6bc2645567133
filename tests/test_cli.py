"""The command, run as the real program: what it finds, errors and exit codes."""

import json
import re
import subprocess
import sys

import pytest
from program import ENVIRONMENT, ID, ROOT, run


def test_the_readme_query_shows_the_passage_as_one_mark(place):
    done = run("query", "Tren de Aragua", "--index", place)

    assert done.returncode == 0
    assert "'[Tren de Aragua]'" in done.stdout
    assert "Ko Yong-chul (Reporter) · 2025-09-28 08:33:37 UTC (assumed) · WASHINGTON" in done.stdout
    assert done.stdout.splitlines()[-1].startswith("1 article in ")


SEED_QUERIES = [
    ("maduro", 0), ('"Tren de Aragua"', 0), ("samsung", 1), ("pocheon", 1), ('"weekly hot"', 1), ("date:2025-09-28", 0), ("date:2025-09-27", 1),
    ('byline:"Ko Yong-chul" "drug cartels"', 0), ("by:yongchul", 0), ("role:reporter", 0), ("email:naver.com", 0), ("place:washington", 0),
    ('subhead:"Escalating Military Posture"', 0), ("headline:venezuela", 0), ("F-35", 0), ("-maduro", 1),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code"), SEED_QUERIES)
def test_the_exit_code_says_whether_anything_was_found(place, text, code):
    assert run("query", text, "--index", place, "-n", "0").returncode == code


@pytest.mark.parametrize(
    ("arguments", "total"),
    [(["-cartel", "maduro"], 0), (["maduro", "-cartel"], 0), (["-navy", "maduro"], 1), (["drug", "cartels"], 1), (["-n5", "maduro"], 1), (["--", "maduro", "--limit"], 1), (["maduro", "--sort=newest"], 1), (["-"], 0)],
)  # fmt: skip
def test_text_may_be_several_words_and_begin_with_a_minus(place, arguments, total):
    done = run("query", "--index", place, "--format", "json", *arguments)

    assert json.loads(done.stdout)["total"] == total


def test_json_has_the_documented_form(place):
    found = json.loads(
        run("query", "tren de aragua since:2025-09", "--index", place, "--format", "json", "--facet", "author").stdout
    )

    assert list(found) == ["query", "total", "offset", "seconds", "period", "notices", "facets", "hits"]
    assert found["period"] == {"from": "2025-09-01", "to": None}
    assert found["notices"] == [{"code": "period", "message": "since:2025-09 is 2025-09-01 to the end", "column": 21}]
    assert found["facets"] == {"author": [{"value": "Ko Yong-chul", "count": 1}]}
    (hit,) = found["hits"]
    assert list(hit) == [
        "id",
        "score",
        "headline",
        "byline",
        "authors",
        "published",
        "updated",
        "embargo",
        "status",
        "similar",
        "place",
        "source",
        "section",
        "language",
        "url",
        "path",
        "snippets",
    ]
    assert hit["authors"] == [{"name": "KO YONG-CHUL", "role": "Reporter", "email": "korocamia@naver.com"}]
    snippet = hit["snippets"][0]
    assert [snippet["text"][start:end] for start, end in snippet["marks"]] == ["Tren de Aragua"]


@pytest.mark.parametrize(
    ("form", "pattern"),
    [("ids", rf"{ID}\n"), ("jsonl", rf'\{{"id": "{ID}".*\}}\n'), ("csv", rf"id,score,published.*\n{ID},.*\n")],
)
def test_other_formats_are_lines(place, form, pattern):
    assert re.fullmatch(pattern, run("query", "maduro", "--index", place, "--format", form).stdout)


def test_notices_go_to_standard_error_with_their_column(place):
    done = run("query", "maduro bylin:x", "--index", place)

    assert done.stderr == "newssearch: column 8: unknown field 'bylin'; did you mean byline?\n"
    assert done.returncode == 1


def test_strict_refuses_what_is_not_understood(place):
    done = run("query", "maduro bylin:x", "--strict", "--index", place)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "newssearch: column 8: unknown field 'bylin'; did you mean byline?\n"


def test_today_is_the_last_moment_of_the_day_given(place):
    assert run("query", "date:today", "--today", "2025-09-28", "--index", place).returncode == 0
    assert run("query", "date:yesterday", "--today", "2025-09-29", "--index", place).returncode == 0
    assert run("query", "date:16h", "--today", "2025-09-28", "--index", place).returncode == 0
    assert run("query", "date:15h", "--today", "2025-09-28", "--index", place).returncode == 1


def test_explain_shows_the_parts(place):
    assert (
        "  word: maduro (1)\n  not: -cartel (" in run("query", "maduro -cartel", "--explain", "--index", place).stdout
    )


def test_show_prints_the_whole_article_as_json(place):
    shown = json.loads(run("show", ID, "--index", place, "--format", "json").stdout)

    assert shown["headline"] == "US Weighs Military Strikes on Venezuela Drug Hubs as Tensions Escalate"
    assert shown["authors"] == [{"name": "KO YONG-CHUL", "role": "Reporter", "email": "korocamia@naver.com"}]
    assert (shown["published"], shown["published_zone"], shown["published_zone_assumed"]) == (
        "2025-09-28T08:33:37+00:00",
        "UTC",
        True,
    )
    assert shown["place"] == "WASHINGTON"
    assert shown["subheads"] == [
        {"text": "Escalating Military Posture", "before": 2},
        {"text": "Diplomatic Backchannels and Maduro's Offer", "before": 4},
    ]
    assert shown["body"].startswith("The Trump administration is")
    assert shown["body"].endswith("declined to comment.")
    assert shown["boilerplate"].startswith("WEEKLY HOT\n")
    assert len(shown["boilerplate"].splitlines()) == 7


def test_show_prints_subheads_at_their_places(place):
    text = run("show", ID, "--index", place).stdout

    assert (
        text.index("Nicolás Maduro.")
        < text.index("## Escalating Military Posture")
        < text.index("The U.S. has already")
    )


def test_show_of_an_unknown_id_finds_nothing(place):
    assert run("show", "nope", "--index", place).returncode == 1


def test_stats_are_for_people_and_machines(place):
    assert re.search(r"^articles +1$", run("stats", "--index", place).stdout, re.MULTILINE)
    assert json.loads(run("stats", "--index", place, "--format", "json").stdout)["articles"] == 1


ERRORS = [
    (["query", "a"], "no index at index: make one with"),
    (["query", "a", "--index", "solr://x/y"], "and not solr"),
    (["query"], "Missing argument"),
    (["query", "a", "--sort", "best"], "Invalid value"),
    (["query", "a", "-n", "some"], "neither a number nor 'all'"),
    (["query", "a", "--nope"], "No such option"),
    (["query", "a", "--half-life", "7", "--index", "PLACE"], "--half-life is for the order recent"),
    (["query", "a sort:newest", "--half-life", "7", "--index", "PLACE"], "--half-life is for the order recent"),
    (["query", "a" * 10_001, "--index", "PLACE"], "the limit is 10,000"),
    (["query", "a", "--today", "soon", "--index", "PLACE"], "not a date"),
    (["query", "a", "--timezone", "Mars/Olympus", "--index", "PLACE"], "unknown time zone"),
    (["index", "missing"], "no such file or folder: missing"),
    (["index", "a.txt", "--map", "x"], "FIELD=NAME"),
    (["index", "a.txt", "--timezone", "Mars/Olympus"], "unknown time zone"),
    (["index", "empty.txt"], "empty.txt"),
    (["rebuild"], "no index at"),
    (["index", "folder"], "no file to read"),
    (["query", "a", "-n", "some", "--index", "PLACE"], "(see newssearch query --help)"),
    (["verify"], "no index at"),
    (["stats"], "no index at"),
    (["frobnicate"], "No such command"),
]


@pytest.mark.parametrize(("arguments", "message"), ERRORS, ids=[" ".join(row[0])[:40] for row in ERRORS])
def test_an_error_is_said_without_a_traceback_and_is_code_2(place, tmp_path, arguments, message):
    (tmp_path / "a.txt").write_text("Oil falls\nOil fell.\n", encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "folder").mkdir()

    done = run(*[str(place) if argument == "PLACE" else argument for argument in arguments], cwd=tmp_path)

    assert done.returncode == 2
    assert message in done.stderr
    assert all(line.startswith("newssearch: ") for line in done.stderr.splitlines())


def test_an_argument_of_invalid_bytes_is_searched_and_no_crash(place):
    done = subprocess.run(
        [sys.executable, "-m", "newssearch", "query", b"ma\xffduro", "--index", str(place)],
        cwd=ROOT,
        env={**ENVIRONMENT, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )

    assert done.returncode == 1
    assert b"Traceback" not in done.stderr


def test_asking_writes_nothing(place):
    before = {path: (path.stat().st_mtime_ns, path.stat().st_size) for path in [place, *place.iterdir()]}

    for arguments in (["query", "maduro"], ["show", ID], ["stats"], ["verify"]):
        assert run(*arguments, "--index", place).returncode == 0

    assert {path: (path.stat().st_mtime_ns, path.stat().st_size) for path in [place, *place.iterdir()]} == before


def test_the_half_life_decides_how_fast_relevance_fades(place):
    scores = [json.loads(run("query", "maduro", "--sort", "recent", "--half-life", days, "--today", "2025-10-28", "--format", "json", "--index", place).stdout)["hits"][0]["score"] for days in ("30", "60")]  # fmt: skip

    assert scores[0] < scores[1]
    assert run("query", "maduro sort:recent", "--half-life", "60", "--index", place).returncode == 0


def test_without_a_command_the_help_is_shown():
    assert run().stdout == run("--help").stdout


def test_facets_that_a_format_does_not_show_are_mentioned(place):
    assert "not in csv" in run("query", "maduro", "--facet", "author", "--format", "csv", "--index", place).stderr


COMMANDS = ["index", "rebuild", "copy", "query", "show", "remove", "stats", "verify", "guide"]


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_has_an_example(command):
    assert f"newssearch {command}" in run(command, "--help").stdout.split("Example", 1)[1]


def test_every_command_is_listed():
    assert set(re.findall(r"^  (\w+)  ", run("--help").stdout.split("Commands:")[1], re.MULTILINE)) == set(COMMANDS)
