"""--include and --exclude: which files of a source are read, then and whenever the index is made again."""

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from newssearch import Archive
from newssearch.cli import newssearch
from newssearch.errors import UsageError
from newssearch.readers.choice import EVERYTHING, Choice
from newssearch.sources import walk

FILES = ("quay.txt", "quay.bak", "drafts/pier.txt", "2025/05/lock.txt", "2025/05/lock.json", "2025/drafts")

FITS = [
    ("*.txt", {"quay.txt", "drafts/pier.txt", "2025/05/lock.txt"}),
    ("/*.txt", {"quay.txt"}),
    ("lock.*", {"2025/05/lock.txt", "2025/05/lock.json"}),
    ("2025/*.txt", set()),
    ("2025/**/*.txt", {"2025/05/lock.txt"}),
    ("**/2025/**/*.txt", {"2025/05/lock.txt"}),
    ("2025/**", {"2025/05/lock.txt", "2025/05/lock.json", "2025/drafts"}),
    ("2025/*", {"2025/drafts"}),
    ("drafts/", {"drafts/pier.txt"}),
    ("drafts", {"2025/drafts"}),
    ("05/", {"2025/05/lock.txt", "2025/05/lock.json"}),
    ("/05/", set()),
    ("[pq]*.t?t", {"quay.txt", "drafts/pier.txt"}),
    ("*.TXT", set()),
    ("*", set(FILES)),
]


@pytest.mark.parametrize(("glob", "taken"), FITS)
def test_an_included_glob_takes_the_files_that_it_fits(glob, taken):
    assert set(filter(Choice.of(glob, ()).takes, FILES)) == taken


@pytest.mark.parametrize(
    ("glob", "left"),
    [
        ("*.txt", {"quay.bak", "2025/05/lock.json", "2025/drafts"}),
        ("drafts", {"quay.txt", "quay.bak", "2025/05/lock.txt", "2025/05/lock.json"}),
        ("drafts/", {*FILES} - {"drafts/pier.txt"}),
        ("2025/*", {"quay.txt", "quay.bak", "drafts/pier.txt"}),
        ("*", set()),
    ],
)
def test_an_excluded_folder_is_left_out_with_all_below_it(glob, left):
    assert set(filter(Choice.of((), glob).takes, FILES)) == left


@given(
    st.lists(st.sampled_from(["a", "b", "*", "**", "?"]), min_size=1, max_size=4),
    st.booleans(),
    st.lists(st.sampled_from("ab"), min_size=1, max_size=3),
)
def test_nothing_that_is_taken_is_below_a_folder_that_is_left_out(parts, is_folder, folder):
    choice, path = Choice.of((), "/".join(parts) + "/" * is_folder), "/".join(folder)

    if choice.leaves_out_folder(path):
        assert not [name for name in ("c", "a", "b/c", "a/b/c", "c/c/c/c/c") if choice.takes(f"{path}/{name}")]


def test_a_folder_that_is_left_out_is_not_opened(clippings, monkeypatch):
    opened = []
    scandir = os.scandir
    monkeypatch.setattr("newssearch.readers.folders.os.scandir", lambda path: opened.append(path) or scandir(path))

    found = list(walk(clippings, clippings / "index", Choice.of((), "drafts/")))

    assert found
    assert not [path for path in opened if Path(path).name == "drafts"]


def test_what_is_excluded_is_left_out_though_it_is_included():
    assert list(filter(Choice.of(["*.txt", "*.json"], ["2025/"]).takes, FILES)) == ["quay.txt", "drafts/pier.txt"]


@pytest.mark.parametrize("glob", ["", "/", "//", "a//b", "./a", "../a", "!a", "*.{txt,md}", "a" * 1001])
def test_a_glob_that_can_fit_nothing_is_refused(glob):
    with pytest.raises(UsageError, match=r"glob|--exclude"):
        Choice.of((), [glob])


names = st.text("ab.", min_size=1, max_size=4).filter(lambda name: name.strip("."))


@given(st.lists(names, min_size=1, max_size=5), st.data())
def test_a_path_fits_itself_and_what_stars_stand_for_parts_of_it(parts, data):
    path = "/".join(parts)
    glob = "/".join(data.draw(st.sampled_from([part, "*", f"{part[0]}*", "?" * len(part)])) for part in parts)

    assert EVERYTHING.takes(path)
    assert Choice.of(f"/{glob}", ()).takes(path)
    assert Choice.of(f"**/{parts[-1]}", ()).takes(path)
    assert not Choice.of((), f"/{parts[0]}").takes(path)


def test_a_hostile_glob_takes_no_time():
    assert not Choice.of("**/" * 100 + "*a" * 100 + "b", ()).takes("/".join(["a" * 250] * 16))


# --- with an archive --------------------------------------------------------------


@pytest.fixture
def clippings(folder):
    for number, name in enumerate(("quay.txt", "drafts/pier.txt", "2025/lock.txt", "2025/lock.csv")):
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"Harbour closes gate {number}\n\nThe harbour closed a gate on Sunday, it said.\n")
    return folder


def run(*arguments):
    return CliRunner().invoke(newssearch, arguments)


def held():
    return sorted(Path(hit.article.path).name for hit in Archive("index").search("harbour").hits)


def test_the_choice_is_recorded_and_a_rebuild_reads_the_same_files(clippings):
    run("index", "clippings", "--include", "*.txt", "--exclude", "drafts/")

    assert held() == ["lock.txt", "quay.txt"]
    (source,) = json.loads(Path("index/manifest.json").read_text())["archive"]["sources"]
    assert (source["include"], source["exclude"], source["files"]) == (["*.txt"], ["drafts/"], 2)
    assert run("verify").exit_code == 0
    assert run("rebuild", "--check").exit_code == 0
    run("rebuild")
    assert held() == ["lock.txt", "quay.txt"]
    run("rebuild", "--exclude", "2025")
    assert held() == ["pier.txt", "quay.txt"]


def test_a_source_that_was_taken_whole_is_recorded_as_before(clippings):
    run("index", "clippings")

    (source,) = json.loads(Path("index/manifest.json").read_text())["archive"]["sources"]
    assert set(source) == {"path", "zone", "map", "files", "digest"}


def test_verify_names_what_is_left_out_and_still_held(clippings):
    run("index", "clippings")
    run("index", "clippings", "--exclude", "drafts/")

    assert "clippings/drafts/pier.txt: left out, and still in the index" in run("verify").output


def test_what_one_source_leaves_out_and_another_takes_is_not_left_out(clippings):
    run("index", "clippings", "--exclude", "drafts/")
    run("index", "clippings/drafts")

    assert run("verify").exit_code == 0


def test_verify_names_what_is_gone_last_and_in_order(clippings):
    run("index", "clippings/drafts", "clippings/2025")
    for name in ("drafts/pier.txt", "2025/lock.txt", "2025/lock.csv"):
        (clippings / name).unlink()
    (clippings / "2025" / "new.txt").write_text("New\n\nA new gate.\n")

    told = [problem.message for problem in Archive("index").verify()]

    assert [(Path(line.split(": ")[0]).name, line.split(": ")[1].split()[0]) for line in told] == [
        ("new.txt", "not"),
        ("lock.csv", "gone,"),
        ("lock.txt", "gone,"),
        ("pier.txt", "gone,"),
    ]


@pytest.mark.parametrize(
    ("how", "named"), [({"include": "*.txt"}, True), ({"exclude": "*.csv"}, True), ({"exclude": "linked/"}, False)]
)
def test_a_folder_that_is_not_opened_is_named_unless_it_is_excluded(clippings, tmp_path, how, named):
    (tmp_path / "elsewhere").mkdir()
    (clippings / "linked").symlink_to(tmp_path / "elsewhere")

    remarks = Archive("index").add("clippings", **how).remarks

    assert any(Path(remark.path).name == "linked" for remark in remarks) is named


def test_a_file_of_a_folder_that_was_not_taken_whole_is_a_source_of_its_own(clippings):
    run("index", "clippings", "--exclude", "drafts/")
    run("index", "clippings/drafts/pier.txt")

    assert run("rebuild").exit_code == 0
    assert "pier.txt" in held()


def test_a_file_that_is_named_is_chosen_by_its_name(clippings):
    run("index", "clippings/quay.txt", "clippings/2025/lock.txt", "--exclude", "quay*")

    assert held() == ["lock.txt"]


def test_each_shard_takes_its_part_of_the_chosen_files(clippings):
    for part in ("1/2", "2/2"):
        run("index", "clippings", "--include", "2025/*.txt", "--shard", part)

    assert held() == ["lock.txt"]


def test_what_chooses_no_file_is_an_error_and_makes_nothing(clippings, tmp_path):
    done = run("index", "clippings", "--include", "*.pdf")

    assert "no file to read" in str(done.exception)
    assert not (tmp_path / "index" / "manifest.json").exists()


def test_a_check_takes_the_choice_that_is_recorded(clippings):
    run("index", "clippings")

    assert "--check takes the index as it is recorded" in run("rebuild", "--check", "--include", "*.txt").output


def test_stats_tell_how_a_source_is_read_that_is_not_read_as_usual(clippings):
    run("index", "clippings", "--include", "*.txt", "--exclude", "my drafts/", "--date-order", "dmy")

    assert json.loads(run("stats", "--format", "json").stdout)["options"] == {
        "clippings": "--date-order dmy --include '*.txt' --exclude 'my drafts/'"
    }
    run("rebuild", "clippings")
    assert "options" not in json.loads(run("stats", "--format", "json").stdout)


def test_names_of_fields_are_kept_with_their_source(folder):
    (folder / "feed.jsonl").write_text('{"tt": "Oil falls", "body": "Oil fell."}\n', encoding="utf-8")
    run("index", "clippings", "--map", "headline=tt")
    (folder / "feed.jsonl").write_text('{"tt": "Oil rises", "body": "Oil rose."}\n', encoding="utf-8")
    run("index", "clippings")

    assert {hit.article.headline for hit in Archive("index").search("rose").hits} == {"Oil rises"}


def test_a_source_is_read_again_as_it_was_unless_something_else_is_asked_for(clippings):
    run("index", "clippings", "--exclude", "drafts/")
    run("index", "clippings")
    assert held() == ["lock.csv", "lock.txt", "quay.txt"]
    assert run("verify").exit_code == 0

    run("index", "clippings", "--include", "*")
    assert held() == ["lock.csv", "lock.txt", "pier.txt", "quay.txt"]
