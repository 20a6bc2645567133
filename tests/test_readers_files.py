"""Files: which are read, in which order and encoding, and what is said of those that are not."""

import json
import os
import socket
from pathlib import Path

import pytest

from newssearch.article import Article
from newssearch.errors import SourceError
from newssearch.readers import Options, Remark, files, read
from newssearch.readers.encoding import clean, decode
from newssearch.readers.plain import text


def test_files_come_in_the_order_of_their_paths_without_hidden_ones(tmp_path):
    for name in ["b.txt", "a/z.txt", "a-b/c.txt", ".hidden", ".git/x", "a/.b/c", "a.txt"]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")

    found = [path.relative_to(tmp_path).as_posix() for path in files(tmp_path)]

    assert found == ["a-b/c.txt", "a.txt", "a/z.txt", "b.txt"]


def test_a_file_is_its_own_source(tmp_path):
    (tmp_path / ".a.txt").write_text("x")

    assert list(files(tmp_path / ".a.txt")) == [tmp_path / ".a.txt"]


def test_no_loop_of_links_is_followed_and_a_dead_link_is_named(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a/loop").symlink_to(tmp_path)
    (tmp_path / "a/dead").symlink_to(tmp_path / "nowhere")

    remarks = [remark for path in files(tmp_path) for remark in read(path, path.name, Options())]

    assert remarks == [
        Remark("dead", "cannot be read: No such file or directory", lost=True),
        Remark("loop", "not a file that can be read: passed over", lost=True),
    ]


def test_links_that_lead_to_each_other_pipes_and_sockets_are_named(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # a socket's path is short
    Path("x").symlink_to("y")
    Path("y").symlink_to("x")
    os.mkfifo("pipe")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket")

    remarks = [remark for path in files(Path()) for remark in read(path, path.name, Options())]

    assert [(remark.path, remark.lost) for remark in remarks] == [
        ("pipe", True),
        ("socket", True),
        ("x", True),
        ("y", True),
    ]


def test_a_missing_source_is_an_error(tmp_path):
    with pytest.raises(SourceError, match="No such file"):
        list(files(tmp_path / "nowhere"))


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="permissions bind only ordinary users")
def test_a_folder_or_file_without_permission_is_named(tmp_path):
    (tmp_path / "closed").mkdir(mode=0o000)
    (tmp_path / "file.txt").write_text("x")
    (tmp_path / "file.txt").chmod(0o000)

    remarks = [remark for path in files(tmp_path) for remark in read(path, path.name, Options())]

    assert [(remark.path, remark.lost) for remark in remarks] == [("closed", True), ("file.txt", True)]


NOT_READ = [
    (b"", "empty: passed over"),
    (b" \n\t\n", "holds no text: passed over"),
    (b"\xef\xbb\xbf", "holds no text: passed over"),
    (b"Harbour\0 to close", "binary: it holds NUL characters: passed over"),
    (b"\x01\x02\x03\x04", "binary: it is full of control characters: passed over"),
    (b"Harbour \x81 to close", "neither UTF-8 nor Windows-1252: passed over"),
    (b"\xff\xfeH", "damaged UTF-16: passed over"),
    (b"%PDF-1.7", "PDF is not a format that is read: passed over"),
]


@pytest.mark.parametrize(("content", "message"), NOT_READ)
def test_what_is_not_read_is_named_and_passed_over(tmp_path, content, message):
    (tmp_path / "file").write_bytes(content)

    assert list(read(tmp_path / "file", "file", Options())) == [Remark("file", message, lost=True)]


def test_a_text_past_the_limit_is_passed_over(tmp_path, monkeypatch):
    monkeypatch.setattr(text, "LARGEST", 1 << 20)
    (tmp_path / "file").write_bytes(b"x" * (1 << 20) + b"x")

    (remark,) = read(tmp_path / "file", "file", Options())

    assert remark == Remark("file", "larger than 1 MiB, the limit for a text: passed over", lost=True)


def test_a_folder_is_no_file(tmp_path):
    assert [item.lost for item in read(tmp_path, "folder", Options())] == [True]


TEXTS = [
    "Café to close\nBy José Núñez\nIt fell.".encode(),
    "\ufeffCafé to close\r\nBy José Núñez\r\nIt fell.\r\n".encode(),
    "Café to close\rBy José Núñez\rIt fell.".encode(),
    "\ufeffCafé to close\nBy José Núñez\nIt fell.".encode("utf-16-le"),
    "\ufeffCafé to close\nBy José Núñez\nIt fell.".encode("utf-16-be"),
]


@pytest.mark.parametrize("content", TEXTS, ids=["UTF-8", "BOM and CRLF", "CR", "UTF-16 LE", "UTF-16 BE"])
def test_text_is_read_in_each_encoding(tmp_path, content):
    (tmp_path / "file").write_bytes(content)

    (article,) = read(tmp_path / "file", "file", Options())

    assert isinstance(article, Article)
    assert (article.headline, article.byline, article.body) == ("Café to close", "By José Núñez", "It fell.")


def test_windows_1252_is_a_guess_that_is_named(tmp_path):
    (tmp_path / "file").write_bytes("“Café” to close".encode("cp1252"))

    remark, article = read(tmp_path / "file", "file", Options())

    assert remark == Remark("file", "not UTF-8: read as Windows-1252", lost=False)
    assert isinstance(article, Article)
    assert article.headline == "“Café” to close"


@pytest.mark.parametrize(
    "data", ["Порт закрывают. Совет решил.".encode("cp1251"), "港口道路将关闭三个月。".encode("gbk")]
)
def test_a_text_in_letters_of_another_encoding_is_refused_and_not_read_as_western(data):
    with pytest.raises(ValueError, match="convert it to UTF-8"):
        decode(data)


def test_quotation_marks_of_windows_among_utf_8_are_what_was_meant():
    assert decode("\x93It\x92s 港\x94 ".encode()) == ("“It’s 港” ", "")


def test_a_few_control_characters_are_taken_out_of_text():
    text, notice = decode(b"Harbour \x1b[31mto close" + b" and open" * 50)

    assert text.startswith("Harbour to close")
    assert notice == "1 control characters taken out"


ESCAPES = [
    ("\x1b[31mRed\x1b[0m", "Red"),
    ("\x1b[1;38;5;208mRed\x1b[K", "Red"),
    ("\x9b31mRed", "Red"),
    ("\x1b]0;title\x07Red", "Red"),
    ("\x1b]8;;http://h.example\x1b\\Red\x1b]8;;\x1b\\", "Red"),
    ("\x1b]0;title never ends\nRed", "]0;title never ends\nRed"),
    ("\x1bRed", "Red"),
    ("[31mRed", "[31mRed"),
]


@pytest.mark.parametrize(("text", "cleaned"), ESCAPES)
def test_escape_sequences_are_taken_out_whole(text, cleaned):
    assert clean(text) == cleaned
    assert decode((text + " and open" * 50).encode())[0].startswith(cleaned)


@pytest.mark.parametrize(
    "start", ["[Exclusive] Harbour to close", "{sic} Harbour", "< 5 boats left", "[서울=연합뉴스] 항구"]
)
def test_a_text_that_begins_with_a_bracket_is_text(tmp_path, start):
    (tmp_path / "file").write_text(f"{start}\nIt fell.", encoding="utf-8")

    (article,) = read(tmp_path / "file", "file", Options())

    assert isinstance(article, Article)
    assert article.headline == start


UNITS = [
    " ", "\n", " \n", "\t", ".", "(", ")", "-", "— ", "A ", "A/", "A, ", "a-", "a.", "'", "@", "a@b.", "1.", "10:10 ", "May 1 ",
    "By ", "and ", "Jane Doe, ", "WASHINGTON/", "(Reporting by ", "Reporting by A in B, ", "Most read\n", "Most read\nIt fell.\n",
    "sign up for ", "all rights ", "ing by ", "é", "\u0301", "서", "[", "{", "<", '{"a":', "\x1b", "\x1b[", "\x1b[1", "\x1b]", "\x1b]a", "for ", "Photos by ", "X\n", "(12)\n", "[{}, ", "in A and ",
]  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_every_rule_ends_soon_on_any_text(tmp_path, unit):
    """Rules that took more than linear time would take hours here."""
    text = (unit * (200_000 // len(unit)))[:200_000]
    (tmp_path / "file.txt").write_text(f"Harbour\n{text}", encoding="utf-8")
    (tmp_path / "bare.txt").write_text(text, encoding="utf-8")
    fields = ["headline", "body", "author", "published", "dateline", "place", "tags", "section"]
    (tmp_path / "file.json").write_text(json.dumps(dict.fromkeys(fields, text)), encoding="utf-8")

    for name in ["file.txt", "bare.txt", "file.json"]:
        assert list(read(Path(tmp_path / name), name, Options()))
