"""A columnar index with other bytes in it: the right answer, or an error that names the file. Never anything else."""

import contextlib
import json
import pickle
import shutil
import struct
import subprocess
import sys
import zlib
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np
import pytest
import zstandard

from newssearch.article import Article, Author, Subhead
from newssearch.engines.base import Request
from newssearch.engines.whoosh import manifest as manifests
from newssearch.engines.whoosh.columnar.blocks import BlockFile, BlockWriter
from newssearch.engines.whoosh.columnar.layout import FILES
from newssearch.engines.whoosh.engine import WhooshEngine
from newssearch.engines.whoosh.manifest import FileInfo
from newssearch.engines.whoosh.storage import sha256
from newssearch.engines.whoosh.verify import verify
from newssearch.engines.whoosh.writer import Writer
from newssearch.errors import DamagedIndex, IndexPlaceError
from newssearch.highlight import highlight
from newssearch.moment import Moment, zone
from newssearch.query import parse, resolve

NOW = datetime(2025, 10, 2, 12, tzinfo=UTC)
QUERIES = [
    "oil",
    "oil OR gas",
    "falling prices",
    '"oil falls"',
    '"falls oil"~3',
    "oil NEAR/3 gas",
    "fal*",
    "oul~1",
    "author:ko",
    "source:reuters tag:energy",
    "NOT gas",
    "date:2025-09",
    "has:tags",
    "*",
]


def article(number):
    return Article(
        id=f"n{number}",
        headline=f"Oil falls in {['Paris', 'Seoul', 'Oslo'][number % 3]}",
        subheads=(Subhead("Gas too"),) * (number % 2),
        authors=(Author(name="Ko Yong-chul", role="Reporter", email="ko@example.org"),) * (number % 2),
        body="Prices of oil fell, and gas falls with it. " * (number % 4) + f"It was day {number}.",
        published=Moment(date(2025, 9, number + 1)) if number % 5 else None,
        language=["en", "fr"][number % 2],
        source="Reuters" if number % 2 else "AP",
        tags=("Energy",),
    )


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    """A small index of two segments, one article deleted."""
    folder = tmp_path_factory.mktemp("sound") / "index"
    for numbers in (range(9), range(9, 12)):
        with Writer(folder) as writer:
            for number in numbers:
                writer.add(article(number))
            if writer.snapshot:
                writer.delete(2)
            writer.commit({"zone": "UTC"}, [b"{}"])
    return folder


@pytest.fixture
def index(sound, tmp_path):
    folder = tmp_path / "index"
    folder.mkdir()
    for path in sound.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    return folder


def answers(folder):
    """All that an archive is asked: every kind of query, facets, orders, snippets, and its articles."""
    engine = WhooshEngine(folder)
    told = [engine.get("n3"), engine.get("nowhere"), engine.stats()["articles"], engine.settings]
    for text in QUERIES:
        query, _ = resolve(parse(text).query, NOW, zone("UTC"))
        found = engine.search(query, Request(now=NOW, limit=3, count=False))
        told.append([(match.id, match.score) for match in found.page])
        found = engine.search(query, Request(now=NOW, facets=("source", "tag", "month"), sort="newest"))
        told.append((found.total, found.facets, [match.id for match in found.page]))
        told.append([highlight(match.article(), query, engine.languages) for match in found.page[:2]])
    told.append(list(engine.articles()))
    return told


def check(folder, name, right):
    """The right answers, or an error that names the file. An index is opened anew, as by another process."""
    try:
        told = answers(folder)
    except DamagedIndex as error:
        assert name in str(error)  # noqa: PT017 - either is well
        assert "newssearch rebuild" in str(error)  # noqa: PT017
        return True
    assert told == right
    return False


def data_files(folder):
    """The files of the segments."""
    return sorted(name for name in manifests.read(folder).files if name.startswith("MAIN_"))


def sources_of(folder):
    """The file of the sources."""
    return next(name for name in manifests.read(folder).files if name.startswith("sources-"))


def swept(folder, step, offset=0):
    """Every so manieth byte of each file is another, one at a time; how many made an error."""
    right, noticed, tried = answers(folder), 0, 0
    for name in sorted(set(manifests.read(folder).files) - {sources_of(folder)}):
        whole = (folder / name).read_bytes()
        with (folder / name).open("r+b", buffering=0) as file:
            for at in range(offset % step, len(whole), step):
                file.seek(at)
                file.write(bytes([whole[at] ^ 0x41]))
                noticed += check(folder, name, right)
                tried += 1
                file.seek(at)
                file.write(whole[at : at + 1])
    assert answers(folder) == right
    return noticed, tried


def test_a_byte_that_is_another_is_an_error_that_names_the_file_or_does_no_harm(index):
    noticed, tried = swept(index, 101)

    assert noticed > tried * 0.8


@pytest.mark.slow
@pytest.mark.parametrize("part", range(4))
def test_every_single_byte_that_is_another_is_an_error_that_names_the_file_or_does_no_harm(index, part):
    noticed, tried = swept(index, 4, part)

    assert noticed > tried * 0.8


def test_a_manifest_with_another_byte_leads_to_no_other_error(index):
    whole = (index / "manifest.json").read_bytes()
    for at in range(0, len(whole), 23):
        (index / "manifest.json").write_bytes(whole[:at] + bytes([whole[at] ^ 0x41]) + whole[at + 1 :])
        with contextlib.suppress(IndexPlaceError):
            answers(index)


def test_other_settings_in_a_manifest_are_an_error(index):
    whole = (index / "manifest.json").read_bytes()
    (index / "manifest.json").write_bytes(whole.replace(b'"UTC"', b'"UTX"'))

    with pytest.raises(DamagedIndex, match=r"manifest\.json"):
        _ = WhooshEngine(index).settings


def test_other_sources_are_an_error_that_names_the_file(index):
    (index / sources_of(index)).write_bytes(b"[]\n")

    with pytest.raises(DamagedIndex, match="sources"):
        list(WhooshEngine(index).sources())


def test_verify_finds_every_byte_that_is_another_even_where_the_manifest_swears_to_it(index):
    for name in data_files(index):
        whole = (index / name).read_bytes()
        manifest = (index / "manifest.json").read_bytes()
        for at in range(0, len(whole), max(1, len(whole) // 15)):
            changed = whole[:at] + bytes([whole[at] ^ 0x41]) + whole[at + 1 :]
            forge(index, name, changed)
            assert any(line.startswith(name) or f" {name}: " in line for line in verify(index)), (name, at)
        (index / name).write_bytes(whole)
        (index / "manifest.json").write_bytes(manifest)
    assert list(verify(index)) == []


def merged(folder):
    """Add enough that every segment is rewritten; the ids that are then there."""
    with Writer(folder) as writer:
        for number in range(12, 30):
            writer.add(article(number))
        writer.commit({"zone": "UTC"}, [b"{}"])
    return sorted(stored.article.id for stored in WhooshEngine(folder).articles())


def test_a_merge_of_bytes_that_are_others_is_an_error_that_names_the_file_and_commits_nothing(sound, tmp_path):
    folder = tmp_path / "index"
    shutil.copytree(sound, folder)
    names = data_files(folder)
    right = merged(folder)
    assert len(manifests.read(folder).files) == 2 + len(FILES)
    for name in names:
        size = (sound / name).stat().st_size
        for at in range(0, size, max(1, size // 10)):
            shutil.rmtree(folder)
            shutil.copytree(sound, folder)
            whole = (folder / name).read_bytes()
            (folder / name).write_bytes(whole[:at] + bytes([whole[at] ^ 0x41]) + whole[at + 1 :])
            before = manifests.read(folder)
            try:
                assert merged(folder) == right
                assert list(verify(folder)) == []
            except DamagedIndex as error:
                assert name in str(error)  # noqa: PT017 - either is well
                assert manifests.read(folder) == before


def test_a_file_that_is_cut_off_or_longer_is_an_error_that_names_it(index):
    right = answers(index)
    for name in sorted(manifests.read(index).files):
        whole = (index / name).read_bytes()
        for size in {*range(0, len(whole), max(1, len(whole) // 12)), len(whole) - 1}:
            (index / name).write_bytes(whole[:size])
            assert check(index, name, right)
        (index / name).write_bytes(whole + b"x")
        assert check(index, name, right)
        (index / name).write_bytes(whole)


def test_a_file_that_is_cut_off_is_an_error_that_names_it_even_where_the_manifest_swears_to_it(index):
    right, manifest = answers(index), (index / "manifest.json").read_bytes()
    for name in data_files(index):
        whole = (index / name).read_bytes()
        for size in {*range(0, len(whole), max(1, len(whole) // 12)), len(whole) - 1}:
            forge(index, name, whole[:size])
            assert check(index, name, right)
        (index / name).write_bytes(whole)
        (index / "manifest.json").write_bytes(manifest)


@pytest.mark.parametrize("size", [64, 512, 4096])
def test_zeroed_blocks_are_errors_that_name_the_file(index, size):
    right = answers(index)
    for name in data_files(index):
        whole = (index / name).read_bytes()
        for at in range(0, len(whole), max(size, len(whole) // 8)):
            changed = whole[:at] + bytes(len(whole[at : at + size])) + whole[at + size :]
            (index / name).write_bytes(changed)
            check(index, name, right)
        (index / name).write_bytes(whole)


def test_a_file_in_the_place_of_another_kind_is_an_error_that_names_it(index):
    right, (first, *_) = answers(index), data_files(index)
    stem = first.rpartition(".")[0]
    for ending in FILES:
        whole = (index / f"{stem}.{ending}").read_bytes()
        for other in set(FILES) - {ending}:
            forge(index, f"{stem}.{ending}", (index / f"{stem}.{other}").read_bytes())
            assert check(index, f"{stem}.{ending}", right)
        forge(index, f"{stem}.{ending}", whole)


# --- forged: every checksum is right ------------------------------------------------------


def forge(folder, name, data):
    """Put other bytes in a file's place, and have the manifest swear to them."""
    (folder / name).write_bytes(data)
    manifest = manifests.read(folder)
    files = {**manifest.files, name: FileInfo(len(data), sha256(folder / name))}
    manifests.write(folder, replace(manifest, files=files))


def with_table(data, table):
    """The same file with another table, and the checksum that belongs to it."""
    size = struct.unpack_from("<I", data, len(data) - 16)[0]
    return data[: len(data) - 16 - size] + table + struct.pack("<II", len(table), zlib.crc32(table)) + data[-8:]


def table_of(data):
    size = struct.unpack_from("<I", data, len(data) - 16)[0]
    return json.loads(data[len(data) - 16 - size : len(data) - 16])


def with_sections(path, **others):
    """A file with other contents in some sections (bytes), every checksum as it should be."""
    file = BlockFile(path.read_bytes(), path.name)
    writer = BlockWriter(path.with_suffix(".new"), path.suffix[1:])
    for section, (dtype, _, _) in sorted(table_of(file.buffer)["sections"].items(), key=lambda item: item[1][1]):
        data = others.get(section)
        writer.write(file.array(section).tobytes() if data is None else data)
        writer.end_section(section, dtype)
    writer.finish(**file.meta)
    return path.with_suffix(".new").read_bytes()


def of(folder, ending):
    """The name of the first segment's file of a kind."""
    return next(name for name in data_files(folder) if name.endswith(f".{ending}"))


def _changed(path, value):
    def change(table):
        *where, last = path
        inner = table
        for step in where:
            inner = inner[step]
        inner[last] = value

    return change


HUGE = 1 << 60
TABLES = {
    "a section of endless size": ("words", _changed(["sections", "data"], ["|u1", 0, HUGE])),
    "a section that begins before the file": ("words", _changed(["sections", "data"], ["|u1", -8, 16])),
    "a section that is a fraction": ("words", _changed(["sections", "data"], ["|u1", 0.5, 1.5])),
    "a section of objects": ("words", _changed(["sections", "data"], ["|O8", 0, 8])),
    "a section that is none": ("words", _changed(["sections", "data"], None)),
    "no sections": ("keys", _changed(["sections"], {})),
    "a size of its own": ("stems", _changed(["size"], HUGE)),
    "terms without end": ("words", _changed(["meta", "terms"], HUGE)),
    "lists without end": ("stems", _changed(["meta", "lists"], HUGE)),
    "terms below none": ("words", _changed(["meta", "terms"], -1)),
    "terms that are a text": ("words", _changed(["meta", "terms"], "1")),
    "no fields": ("words", _changed(["meta", "fields"], [])),
    "fields that are numbers": ("words", _changed(["meta", "fields"], 7)),
    "mean lengths of nothing": ("stems", _changed(["meta", "averages"], [0] * 3)),
    "documents without end": ("documents", _changed(["meta", "count"], HUGE)),
    "no languages": ("documents", _changed(["meta", "languages"], None)),
    "another kind": ("documents", _changed(["kind"], "articles")),
    "nothing beside": ("articles", _changed(["sections", "ends"], ["<u4", 0, 4])),
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_that_claims_what_cannot_be_is_an_error_that_names_the_file(index, name):
    ending, change = TABLES[name]
    file = of(index, ending)
    data = (index / file).read_bytes()
    table = table_of(data)
    change(table)
    forge(index, file, with_table(data, json.dumps(table).encode()))

    assert check(index, file, None)
    assert any(file in line for line in verify(index))


@pytest.mark.parametrize(
    "table",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b'{"kind":"words"}',
        b"\xff" * 10,
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'{"kind":"words","size":' + b"9" * 5000 + b"}",
        b'{"kind":"words","size":NaN,"meta":{},"sections":{}}',
        pickle.dumps(print),
    ],
)
def test_a_table_that_is_none_is_an_error_that_names_the_file(index, table):
    file = of(index, "words")
    forge(index, file, with_table((index / file).read_bytes(), table))

    assert check(index, file, None)


@pytest.mark.parametrize("octet", [0, 1, 0x7F, 0xFE, 0xFF])
@pytest.mark.parametrize("ending", ["words", "stems", "keys"])
def test_lists_that_name_what_is_not_there_lead_to_no_other_error(index, ending, octet):
    for section, (_, _, size) in table_of((index / of(index, ending)).read_bytes())["sections"].items():
        whole = (index / of(index, ending)).read_bytes()
        forge(index, of(index, ending), with_sections(index / of(index, ending), **{section: bytes([octet]) * size}))
        asked(index)
        list(verify(index))
        forge(index, of(index, ending), whole)


ENDLESS = b"\x28\xb5\x2f\xfd\xe0" + (1 << 60).to_bytes(8, "little") + b"\x01\x00\x00"
"""A frame that says that it is of 2^60 bytes."""


def _large_table(index):
    name = of(index, "words")
    forge(index, name, with_table((index / name).read_bytes(), b"[" + b"{}," * 33_000_000 + b"{}]"))
    return name


def _article(index, frame):
    name = of(index, "articles")
    count = BlockFile((index / name).read_bytes(), name).length("ends")
    ends = np.array([0] + [len(frame)] * (count - 1), "<u4").tobytes()
    forge(index, name, with_sections(index / name, data=frame, ends=ends))
    return name


def _dictionary(index, frame):
    name = of(index, "articles")
    groups, ends = np.array([0, 1], "<u4").tobytes(), np.array([0, len(frame)], "<u4").tobytes()
    forge(index, name, with_sections(index / name, dictionaries=frame, dictionary_ends=ends, groups=groups))
    return name


def _overlapping(index):
    name = of(index, "words")
    count = BlockFile((index / name).read_bytes(), name).length("text_ends")
    ends = np.array([0, 4_000_000] * count, "<u4")[:count].tobytes()
    forge(index, name, with_sections(index / name, texts=b"x" * 4_000_000, text_ends=ends))
    return name


def _gigabyte(*, told=True):
    packer = zstandard.ZstdCompressor().compressobj(size=1 << 30 if told else -1)
    return packer.compress(bytes(1 << 30)) + packer.flush()


BOMBS = {
    "a table of a hundred megabytes": _large_table,
    "an article that says that it is endless": lambda index: _article(index, ENDLESS),
    "an article that unpacks to a gigabyte": lambda index: _article(index, _gigabyte()),
    "an article that does not say how large it is": lambda index: _article(index, _gigabyte(told=False)),
    "a dictionary that says that it is endless": lambda index: _dictionary(index, ENDLESS),
    "a dictionary that unpacks to a gigabyte": lambda index: _dictionary(index, _gigabyte()),
    "texts of terms that overlap": _overlapping,
}


@pytest.mark.skipif(sys.platform != "linux", reason="the limit is Linux's")
@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_an_error_that_names_the_file_and_takes_no_memory(index, name):
    file = BOMBS[name](index)
    script = (
        "import pathlib, resource, sys; sys.path[:0] = sys.argv[3:]; from test_columnar_damage import check\n"
        "resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "noticed = check(pathlib.Path(sys.argv[1]), sys.argv[2], None)\n"
        "print(noticed, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)"
    )
    command = [sys.executable, "-c", script, str(index), file, str(Path(__file__).parent)]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)

    noticed, kilobytes = ran.stdout.split()
    assert (noticed, int(kilobytes) < 150_000) == ("True", True)


# --- no pickle ----------------------------------------------------------------------------


class Evil:
    def __init__(self, marker):
        self.marker = str(marker)

    def __reduce__(self):
        return (exec, (f"open({self.marker!r}, 'w').close()",))


@pytest.mark.parametrize("ending", FILES)
def test_no_pickle_in_a_columnar_file_runs_anything(index, tmp_path, ending):
    marker = tmp_path / "ran"
    evil = pickle.dumps(Evil(marker), 2)
    name = of(index, ending)
    whole = (index / name).read_bytes()
    sections = table_of(whole)["sections"]
    forgeries = [evil, evil + whole, whole + evil, with_table(whole, evil)]
    forgeries += [with_sections(index / name, **{section: (evil * 8)[: 8 * len(evil)]}) for section in sections]

    for data in forgeries:
        forge(index, name, data)
        check(index, name, None) if data in forgeries[:4] else asked(index)
        list(verify(index))

    assert not marker.exists()
    pickle.loads(evil)
    assert marker.exists(), "the pickle would have run"


def asked(folder):
    with contextlib.suppress(DamagedIndex):
        answers(folder)
