"""Archives and compressed files made of a few texts, and what is read of them."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from pathlib import Path

import zstandard

from newssearch.readers.archives import containers
from newssearch.readers.contract import Member

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
