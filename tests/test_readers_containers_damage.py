"""Damaged archives: what is whole in them is read, and what is wrong with them is named."""

import bz2
import gzip
import io
import lzma
import struct
import tarfile
import zipfile

import pytest
import zstandard
from damaged import damaged
from hypothesis import given
from packed import COMPRESS, DATA, FEED, FILES, opened, streamed_zip, tarred, zipped

from newssearch.readers.archives import containers
from newssearch.readers.contract import Member, Remark


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


SOUND = [
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


@given(damaged(SOUND, [b"\x80\0\0\0"]))
def test_no_damage_raises(data):
    if containers.begins(data):
        for item in containers.members(io.BytesIO(data), "x"):
            assert isinstance(item, Member | Remark)
            if isinstance(item, Member):
                item.file.read()
                item.file.seek(0)
                item.file.readline()
