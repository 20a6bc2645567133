"""Archives and compressed files: what is in them is read, within limits, and what is wrong with them is named."""

import bz2
import gzip
import io
import lzma
import struct
import tarfile
import zipfile
from pathlib import Path

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from newssearch.readers.archives import compressed, containers, member_names, tars, unpacked, zips
from newssearch.readers.contract import Member, Remark

DATA = Path(__file__).parent / "data" / "containers"
FEED = b'{"headline": "Ferry fares rise", "body": "A ticket costs 4 euros."}\n' * 400
FILES = {"a.txt": b"Harbour to close\n", "b/feed.jsonl": FEED, "b/c.txt": b"Lighthouse lit\n"}


def opened(data, name="x"):
    """What is in a file: (names and their bytes, messages of the remarks by their paths)."""
    files, remarks = {}, []
    assert containers.begins(data[:65536])
    for item in containers.members(io.BytesIO(data), name):
        if isinstance(item, Member):
            head = item.file.read(20)
            item.file.seek(0)
            files[item.name] = item.file.read()
            assert files[item.name].startswith(head)
        else:
            assert item.lost
            remarks.append((item.path, item.message))
    return files, remarks


def zipped(files=FILES, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(files=FILES, kind=tarfile.PAX_FORMAT):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=kind) as archive:
        for name, data in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return out.getvalue()


def streamed_zip(files=FILES):
    """A zip archive whose sizes stand behind its files, as programs write it that cannot go back."""

    class Pipe(io.RawIOBase):
        def __init__(self):
            self.data = bytearray()

        def writable(self):
            return True

        def write(self, data):
            self.data += data
            return len(data)

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return bytes(pipe.data)


COMPRESS = {"gz": gzip.compress, "bz2": bz2.compress, "xz": lzma.compress, "zst": zstandard.compress}

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


# --- limits -----------------------------------------------------------------------


@pytest.mark.parametrize("pack", [*COMPRESS.values(), lambda data: zipped({"x": data})])
def test_a_bomb_is_read_up_to_the_limit(pack, monkeypatch):
    monkeypatch.setattr(unpacked, "ANY_RATIO", 1 << 20)

    files, remarks = opened(pack(bytes(8 << 20)))

    assert sum(map(len, files.values())) <= 2 << 20
    assert ["200 times" in message for _, message in remarks] == [True]


@pytest.mark.parametrize("pack", [gzip.compress, lambda data: zipped({"x": data}), lambda data: tarred({"x": data})])
def test_a_file_past_the_limit_is_read_up_to_it(pack, monkeypatch):
    monkeypatch.setattr(unpacked, "LARGEST", 10_000)

    files, remarks = opened(pack(FEED))

    assert max(map(len, files.values())) <= 10_000
    assert ["the limit" in message for _, message in remarks] == [True]


@pytest.mark.parametrize("pack", [tarred, zipped, lambda files: gzip.compress(tarred(files))])
def test_an_archive_of_too_many_files_is_read_up_to_the_limit(pack, monkeypatch):
    monkeypatch.setattr(tars, "MOST_MEMBERS", 2)
    monkeypatch.setattr(zips, "MOST_MEMBERS", 2)

    files, remarks = opened(pack(FILES))

    assert [*files] == ["a.txt", "b/feed.jsonl"]
    assert ["more than 2 files" in message for _, message in remarks] == [True]


def test_files_of_a_zip_archive_that_lie_over_each_other_are_passed_over():
    data = zipped({"a.txt": b"x" * 1000}, zipfile.ZIP_STORED)
    at, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    entries = data[at:end] * 3
    directory = data[end:][:8] + (3).to_bytes(2, "little") * 2 + len(entries).to_bytes(4, "little") + data[end:][16:]

    files, remarks = opened(data[:at] + entries + directory)

    assert [*files] == ["a.txt"]
    assert [message for _, message in remarks] == ["its files lie over each other: passed over from a.txt"]


def test_a_header_of_any_length_is_not_read():
    entry = tarfile.TarInfo("x")
    entry.type, entry.size = tarfile.GNUTYPE_LONGNAME, 1 << 40

    _, remarks = opened(entry.tobuf(tarfile.GNU_FORMAT) + bytes(1 << 16))

    assert ["larger than 4 MiB" in message for _, message in remarks] == [True]


def test_a_large_file_is_read_without_being_held(monkeypatch):
    monkeypatch.setattr(unpacked, "IN_MEMORY", 1)  # a copy is a file, from the first byte on

    assert opened(gzip.compress(tarred())) == (FILES, [])


def test_what_is_unpacked_can_be_read_again_from_any_place():
    file = compressed.unpacked(io.BytesIO(gzip.compress(FEED)))

    assert (file.seek(0, io.SEEK_END), file.read()) == (len(FEED), b"")
    for at in [0, 20_000, 5, len(FEED) - 3]:
        assert (file.seek(at), file.tell()) == (at, at)
        assert file.read(1000) == FEED[at : at + 1000]
    assert file.seek(-10, io.SEEK_END) == len(FEED) - 10
    with unpacked.at_hand(file) as copy:
        assert copy.read() == FEED


# --- damage -----------------------------------------------------------------------


@pytest.mark.parametrize("ending", COMPRESS)
def test_a_compressed_file_that_breaks_off_is_read_as_far_as_it_goes(ending):
    lines = b"".join(b'{"headline": "Ferry %d"}\n' % (number**5) for number in range(12_000))
    data = COMPRESS[ending](lines)

    files, remarks = opened(data[: len(data) * 2 // 3], f"feed.{ending}")

    assert len(files["feed"]) > 50_000 or ending == "bz2"
    assert lines.startswith(files["feed"])
    assert remarks == [(f"feed.{ending}", "breaks off in the middle: read as far as it goes")]


@pytest.mark.parametrize("pack", [tarred, zipped, streamed_zip, lambda files: gzip.compress(tarred(files), 1)])
def test_the_files_before_the_end_of_an_archive_that_breaks_off_are_read(pack):
    whole = pack({"a.txt": FEED, "b.txt": bytes(range(256)) * 2000})

    files, remarks = opened(whole[: len(whole) * 4 // 5])

    assert files["a.txt"] == FEED
    assert remarks


def test_a_streamed_zip_archive_is_read_without_its_directory():
    data = streamed_zip()

    files, remarks = opened(data[: data.index(b"PK\x01\x02")])

    assert files == FILES
    assert remarks == [("x", "zip archive without its directory: 3 files found in it, the rest is lost")]


def test_a_torn_zip_with_a_size_past_every_file_ends_there():
    sizes = struct.pack("<HHQQ", 1, 16, 7, 2**64 - 9)
    torn = (
        struct.pack("<4s5H3L2H", b"PK\3\4", 20, 0, 0, 0, 0, 0, 2**32 - 1, 2**32 - 1, 5, len(sizes)) + b"a.txt" + sizes
    )

    remarks = [found for found in containers.members(io.BytesIO(torn + b"Oil fell."), "x") if isinstance(found, Remark)]

    assert remarks[-1].message == "zip archive without its directory: 1 files found in it, the rest is lost"


def test_parts_of_gzip_behind_a_damaged_one_are_read():
    parts = [gzip.compress(b"%d " % number * 2000) for number in range(5)]
    parts[2] = parts[2][:20] + b"\xff\xff\xff\xff" + parts[2][24:]

    files, remarks = opened(b"".join(parts), "feed.gz")

    assert files["feed"].startswith(b"0 " * 2000 + b"1 " * 2000)
    assert files["feed"].endswith(b"3 " * 2000 + b"4 " * 2000)
    assert ["damaged behind 2 whole parts" in message for _, message in remarks] == [True]


def test_zeros_behind_a_compressed_file_are_no_damage_and_anything_else_is():
    data = gzip.compress(FEED)

    assert opened(data + bytes(9000), "feed.gz") == ({"feed": FEED}, [])
    files, remarks = opened(data + b"garbage", "feed.gz")
    assert (files["feed"], len(remarks)) == (FEED, 1)


def test_a_damaged_file_of_a_zip_archive_does_not_spoil_the_others():
    data = bytearray(zipped(method=zipfile.ZIP_STORED))
    data[data.index(b"Harbour")] ^= 1

    files, remarks = opened(bytes(data))

    assert (files["b/feed.jsonl"], files["b/c.txt"]) == (FILES["b/feed.jsonl"], FILES["b/c.txt"])
    assert [path for path, _ in remarks] == ["x/a.txt"]


WHOLE = [
    zipped(),
    zipped(method=zipfile.ZIP_BZIP2),
    streamed_zip(),
    tarred(),
    tarred(kind=tarfile.GNU_FORMAT),
    gzip.compress(tarred()),
    gzip.compress(FEED) * 3,
    bz2.compress(FEED),
    lzma.compress(tarred()),
    zstandard.compress(FEED) * 2,
    gzip.compress(zipped()),
    *((DATA / name).read_bytes() for name in ["gnu.tar", "sparse.tar", "news.zip", "encrypted.zip", "streamed.zip"]),
]


@st.composite
def damaged(draw):
    """An archive with some bytes changed, cut out or doubled."""
    data = bytearray(draw(st.sampled_from(WHOLE)))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, max(len(data) - 1, 0)) | st.integers(0, min(600, max(len(data) - 1, 0))))
        length = draw(st.integers(1, 600))
        match draw(st.sampled_from(["change", "fill", "cut", "double", "end"])):
            case "change":
                data[at : at + 1] = bytes([draw(st.integers(0, 255))])
            case "fill":
                data[at : at + 4] = draw(st.sampled_from([b"\xff" * 4, bytes(4), b"\x80\0\0\0"]))
            case "cut":
                del data[at : at + length]
            case "double":
                data[at:at] = data[at : at + length]
            case "end":
                del data[len(data) - min(length, len(data)) :]
    return bytes(data)


@given(damaged())
def test_no_damage_raises(data):
    if containers.begins(data):
        for item in containers.members(io.BytesIO(data), "x"):
            assert isinstance(item, Member | Remark)
            if isinstance(item, Member):
                item.file.read()
                item.file.seek(0)
                item.file.readline()
