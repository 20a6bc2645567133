"""A columnar index that was made to do harm, every checksum as it should be: an error that names the file."""

import json
import pickle
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import zstandard
from columnar_index import asked, check, of, table_of, with_sections, with_table
from forged import Evil, forge

from newssearch.engines.whoosh.columnar.blocks import BlockFile
from newssearch.engines.whoosh.columnar.layout import FILES
from newssearch.engines.whoosh.sketch_file import SKETCHES_FILE
from newssearch.engines.whoosh.verify import verify


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
        "import pathlib, resource, sys; sys.path[:0] = sys.argv[3:]; from columnar_index import check\n"
        "resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "noticed = check(pathlib.Path(sys.argv[1]), sys.argv[2], None)\n"
        "print(noticed, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)"
    )
    command = [sys.executable, "-c", script, str(index), file, str(Path(__file__).parent)]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)

    noticed, kilobytes = ran.stdout.split()
    assert (noticed, int(kilobytes) < 150_000) == ("True", True)


@pytest.mark.parametrize("ending", [ending for ending in FILES if ending != SKETCHES_FILE])
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
