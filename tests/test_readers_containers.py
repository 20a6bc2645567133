"""Archives and compressed files: what is in them is read, and what is no text is named."""

import gzip
import io
import tarfile
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from packed import COMPRESS, DATA, FEED, FILES, opened, tarred, zipped

from newssearch.readers.archives import containers, member_names

# --- what is in them --------------------------------------------------------------


@pytest.mark.parametrize("name", ["gnu.tar", "news.tgz", "news.tar.xz", "news.tar.zst", "news.zip"])
def test_the_files_of_an_archive_come_in_its_order_without_hidden_ones_links_and_folders(name):
    files, remarks = opened((DATA / name).read_bytes(), name)

    assert [*files] == ["news/harbour.txt", "news/2025/feed.jsonl", "news/2025/Müller.txt"]
    assert files["news/2025/Müller.txt"].decode().startswith("Müller übernimmt")
    assert remarks == []


@pytest.mark.parametrize("kind", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
def test_tar_archives_of_every_kind_are_opened(kind):
    files = {**FILES, f"{'deep/' * 20}{'n' * 90}.txt": b"Far away\n"}

    assert opened(tarred(files, kind)) == (files, [])


def test_a_tar_archive_of_before_1988_is_known_by_its_sum():
    assert [*opened((DATA / "v7.tar").read_bytes())[0]] == ["news/harbour.txt"]


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_zip_archives_are_opened_however_they_are_packed(method):
    assert opened(zipped(method=method)) == (FILES, [])


@pytest.mark.parametrize("ending", COMPRESS)
def test_a_compressed_file_is_one_file_with_a_shorter_name(ending):
    assert opened(COMPRESS[ending](FEED), f"2025/feed.jsonl.{ending}") == ({"feed.jsonl": FEED}, [])


@pytest.mark.parametrize("ending", COMPRESS)
def test_parts_that_were_compressed_one_by_one_are_one_file(ending):
    data = b"".join(COMPRESS[ending](FEED[at : at + 1000]) for at in range(0, len(FEED), 1000))

    assert opened(data, f"feed.{ending}") == ({"feed": FEED}, [])


def test_what_programs_compress_is_read():
    line = b'{"headline": "Ferry fares rise", "body": "A ticket costs 4 euros."}\n'

    assert opened((DATA / "feed.jsonl.gz").read_bytes())[0]["x"].count(line) == 2
    assert opened((DATA / "feed.jsonl.bz2").read_bytes())[0]["x"].startswith(line)


@pytest.mark.parametrize("ending", COMPRESS)
def test_a_compressed_tar_archive_is_one_container(ending):
    assert opened(COMPRESS[ending](tarred()), f"dump.tar.{ending}") == (FILES, [])


@pytest.mark.parametrize(
    "outer", [zipped, tarred, lambda files: gzip.compress(tarred(files)), lambda files: gzip.compress(files["in.zip"])]
)
def test_an_archive_in_an_archive_is_opened_while_it_is_there(outer):
    for member in containers.members(io.BytesIO(outer({"in.zip": zipped()})), "in.zip.gz"):
        assert {m.name: m.file.read() for m in containers.members(member.file, member.name)} == FILES


def test_an_archive_without_files_is_named():
    for empty in [zipped({}), tarred({".hidden": b"x"}), b"PK\x05\x06" + bytes(18)]:
        assert opened(empty) == ({}, [("x", "holds no files: passed over")])


# --- their names ------------------------------------------------------------------

NAMES = [
    ("a/b.txt", "a/b.txt"),
    ("/etc/passwd", "etc/passwd"),
    ("../../a.txt", "a.txt"),
    ("a/../b.txt", "a/b.txt"),
    ("..\\..\\a.txt", "a.txt"),
    ("C:\\news\\a.txt", "news/a.txt"),
    ("c:/a.txt", "a.txt"),
    ("//host/share/a.txt", "host/share/a.txt"),
    ("./a.txt", "a.txt"),
    ("a\x00b\n.txt", "a\ufffdb\ufffd.txt"),
    ("\udcff.txt", "\ufffd.txt"),
    ("..", "unnamed"),
    ("", "unnamed"),
]


@pytest.mark.parametrize(("name", "harmless"), NAMES)
def test_a_name_leads_nowhere_outside(name, harmless):
    assert member_names.harmless(name) == harmless


@given(st.text())
def test_every_name_is_a_plain_path(name):
    parts = member_names.harmless(name).split("/")

    assert not {"", ".", ".."} & {*parts}


def test_files_with_harmful_names_are_read_under_harmless_ones():
    files = {"../../a.txt": b"A", "/etc/b.txt": b"B"}

    for archive in (zipped(files), tarred(files)):
        assert opened(archive) == ({"a.txt": b"A", "etc/b.txt": b"B"}, [])


def test_names_in_utf8_are_read_where_the_archive_does_not_say_so():
    data = bytearray(zipped({"Müller.txt": b"x"}))
    for at in [6, data.index(b"PK\x01\x02") + 8]:
        data[at + 1] &= ~0x08  # the mark of UTF-8

    assert [*opened(bytes(data))[0]] == ["Müller.txt"]


# --- what is passed over ----------------------------------------------------------


def test_encrypted_files_are_named():
    assert opened((DATA / "encrypted.zip").read_bytes()) == ({}, [("x/harbour.txt", "encrypted: passed over")])


def test_files_with_holes_are_named():
    assert opened((DATA / "sparse.tar").read_bytes()) == ({}, [("x/sparse.txt", "a file with holes: passed over")])


DOCUMENTS = [
    ({"[Content_Types].xml": b"", "word/document.xml": b""}, "Microsoft Word document"),
    ({"[Content_Types].xml": b"", "xl/workbook.xml": b""}, "Microsoft Excel workbook"),
    ({"[Content_Types].xml": b"", "ppt/presentation.xml": b""}, "Microsoft PowerPoint presentation"),
    ({"mimetype": b"application/epub+zip", "META-INF/container.xml": b""}, "EPUB book"),
    ({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b""}, "OpenDocument file"),
    ({"META-INF/MANIFEST.MF": b"", "A.class": b""}, "program"),
]


@pytest.mark.parametrize(("files", "kind"), DOCUMENTS)
def test_documents_of_other_programs_are_one_remark(files, kind):
    assert opened(zipped(files)) == ({}, [("x", f"{kind} is not a format that is read: passed over")])


def test_a_letter_as_a_program_writes_it_is_one_remark():
    assert len(opened((DATA / "letter.docx").read_bytes())[1]) == 1


def test_no_text_is_taken_for_an_archive():
    for text in [b"BZhe president said", b"PK goes home", b"x" * 600, b"\0" * 600, b"", b"\x1f\x8b", b"0" * 1000]:
        assert not containers.begins(text)
