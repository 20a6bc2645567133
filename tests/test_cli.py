"""The command, run as the real program: what it finds and does, errors and exit codes."""

import json
import os
import re
import signal
import subprocess
import sys
import time

import pytest
from program import ENVIRONMENT, ID, ROOT, SEEDS, run


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
        "place",
        "source",
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

    assert done.stderr == "newssearch: column 7: unknown field 'bylin'; did you mean byline?\n"
    assert done.returncode == 1


def test_strict_refuses_what_is_not_understood(place):
    done = run("query", "maduro bylin:x", "--strict", "--index", place)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "newssearch: column 7: unknown field 'bylin'; did you mean byline?\n"


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


def test_versions_come_newest_first(tmp_path):
    clipping = tmp_path / "a.txt"
    for body in ("First words here.", "Second words here."):
        clipping.write_text(f"Oil falls\nBy Jane Doe\n{body}\n", encoding="utf-8")
        run("index", "a.txt", cwd=tmp_path)
    id = run("query", "second", "--format", "ids", cwd=tmp_path).stdout.strip()

    bodies = [
        version["body"]
        for version in json.loads(run("show", id, "--versions", "--format", "json", cwd=tmp_path).stdout)
    ]

    assert bodies == ["Second words here.", "First words here."]


def test_remove_names_what_is_unknown_and_takes_out_the_rest(tmp_path):
    run("index", SEEDS, cwd=tmp_path)

    done = run("remove", ID, "nope", cwd=tmp_path)

    assert (done.returncode, done.stdout) == (0, "1 removed\n")
    assert "'nope'" in done.stderr
    assert run("remove", ID, cwd=tmp_path).returncode == 1


def test_stats_are_for_people_and_machines(place):
    assert re.search(r"^articles +1$", run("stats", "--index", place).stdout, re.MULTILINE)
    assert json.loads(run("stats", "--index", place, "--format", "json").stdout)["articles"] == 1


def test_verify_tells_a_sound_index_from_an_outdated_one(tmp_path):
    (tmp_path / "a.txt").write_text("Oil falls\nOil fell on Sunday.\n", encoding="utf-8")
    run("index", "a.txt", cwd=tmp_path)
    assert run("verify", cwd=tmp_path).returncode == 0

    (tmp_path / "a.txt").write_text("Oil falls\nOil fell on Monday.\n", encoding="utf-8")

    done = run("verify", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (2, "newssearch: outdated: a.txt: changed since it was indexed\n")


def test_rebuild_without_sources_uses_those_recorded(tmp_path):
    (tmp_path / "a.txt").write_text("Oil falls\n2025-09-28 08:33\nOil fell on Sunday.\n", encoding="utf-8")
    run("index", "a.txt", "--timezone", "Asia/Seoul", cwd=tmp_path)

    done = run("rebuild", cwd=tmp_path, NEWSSEARCH_TIMEZONE="America/Lima")

    assert done.returncode == 0
    assert (
        json.loads(run("query", "oil", "--format", "json", cwd=tmp_path).stdout)["hits"][0]["published"]
        == "2025-09-28T08:33:00+09:00"
    )


def test_the_environment_names_place_and_zone(tmp_path):
    (tmp_path / "a.txt").write_text("Oil falls\n2025-09-28 08:33\nOil fell on Sunday.\n", encoding="utf-8")
    run("index", "a.txt", cwd=tmp_path, NEWSSEARCH_INDEX="elsewhere", NEWSSEARCH_TIMEZONE="Asia/Seoul")

    assert "+09:00" in run("query", "oil", "--format", "json", "--index", "elsewhere", cwd=tmp_path).stdout


def test_records_of_other_names_are_mapped(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"kop": "Oil falls", "tekst": "Oil fell."}\n', encoding="utf-8")

    done = run("index", "a.jsonl", "--map", "headline=kop", "--map", "body=tekst", cwd=tmp_path)

    assert "1 added" in done.stdout
    assert run("query", "headline:oil", cwd=tmp_path).returncode == 0


ERRORS = [
    (["query", "a"], "no index at index: make one with"),
    (["query", "a", "--index", "opensearch://x/y"], "and not opensearch"),
    (["query"], "Missing argument"),
    (["query", "a", "--sort", "best"], "Invalid value"),
    (["query", "a", "-n", "some"], "neither a number nor 'all'"),
    (["query", "a", "--nope"], "No such option"),
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


def test_a_pipe_named_as_a_source_is_refused_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")

    done = run("index", "pipe", cwd=tmp_path)

    assert (done.returncode, done.stderr) == (2, "newssearch: pipe: cannot be read: not a file that can be read\n")


def test_the_half_life_decides_how_fast_relevance_fades(place):
    scores = [json.loads(run("query", "maduro", "--sort", "recent", "--half-life", days, "--today", "2025-10-28", "--format", "json", "--index", place).stdout)["hits"][0]["score"] for days in ("30", "60")]  # fmt: skip

    assert scores[0] < scores[1]


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's")
def test_an_interrupt_while_indexing_is_one_line_and_leaves_what_was_there(tmp_path):
    run("index", SEEDS, cwd=tmp_path)
    lines = "".join(
        json.dumps({"id": str(n), "headline": f"Oil {n}", "body": "Oil fell. " * 100}) + "\n" for n in range(20_000)
    )
    (tmp_path / "many.jsonl").write_text(lines, encoding="utf-8")
    process = subprocess.Popen([sys.executable, "-m", "newssearch", "index", "many.jsonl"], cwd=tmp_path, env={**ENVIRONMENT, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)  # fmt: skip
    deadline = time.monotonic() + 60
    while not (tmp_path / "index" / "write.lock").read_bytes() and time.monotonic() < deadline:
        time.sleep(0.05)  # until it writes; the lock then holds its name
    process.send_signal(signal.SIGINT)
    _, complaint = process.communicate(timeout=60)

    assert process.returncode == 130
    assert complaint.splitlines()[-1].startswith("newssearch: interrupted")
    assert "Traceback" not in complaint
    assert run("verify", cwd=tmp_path).returncode == 0
    assert run("query", "maduro", cwd=tmp_path).returncode == 0


def test_without_a_command_the_help_is_shown():
    assert run().stdout == run("--help").stdout


def test_facets_that_a_format_does_not_show_are_mentioned(place):
    assert "not in csv" in run("query", "maduro", "--facet", "author", "--format", "csv", "--index", place).stderr


COMMANDS = ["index", "rebuild", "query", "show", "remove", "stats", "verify", "guide"]


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_has_an_example(command):
    assert f"newssearch {command}" in run(command, "--help").stdout.split("Example", 1)[1]


def test_every_command_is_listed():
    assert set(re.findall(r"^  (\w+)  ", run("--help").stdout.split("Commands:")[1], re.MULTILINE)) == set(COMMANDS)
