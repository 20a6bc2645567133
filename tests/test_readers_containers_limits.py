"""Archives without bounds: what is in them is read up to a limit, which is named."""

import gzip
import io
import tarfile
import zipfile

import pytest
from packed import COMPRESS, FEED, FILES, opened, tarred, zipped

from newssearch.readers.archives import compressed, tars, unpacked, zips


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
