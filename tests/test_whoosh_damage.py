"""Files that are not what they should be: damaged by accident, or made to do harm."""

import json
import pickle
import struct
import zlib

import pytest
from damaged import flipped
from forged import Evil, forge, made, read_all, the_one
from hypothesis import given
from hypothesis import strategies as st
from whoosh.util.varints import varint

from newssearch.engines.base import CODECS
from newssearch.engines.entry import POSITIONAL
from newssearch.engines.whoosh import manifest as manifests
from newssearch.engines.whoosh.nearby import occurrences
from newssearch.engines.whoosh.snapshot import Snapshot
from newssearch.engines.whoosh.verify import verify
from newssearch.engines.whoosh.w3.pickles import load
from newssearch.errors import DamagedIndex


@pytest.fixture(params=CODECS)
def index(tmp_path, request):
    return made(tmp_path / "index", request.param)


@pytest.fixture
def stock(tmp_path):
    return made(tmp_path / "index", "stock")


# --- pickles that would run -----------------------------------------------------------


def over(data, at, other):
    return data[:at] + other + data[at + len(other) :]


def _toc_schema(data, evil):
    end = data.rindex(struct.pack("!ii", 1, 0))  # the generation, behind the schema
    return data[:14] + varint(len(evil)) + evil + data[end:]


def _toc_segments(data, evil):
    return data[: data.rindex(struct.pack("!ii", 1, 0)) + 8] + evil  # the generation, before the segments


def _term_header(data, evil):
    start = len(data) - 4 - struct.unpack("!i", data[-4:])[0]
    return data[:start] + evil + struct.pack("!i", len(evil))


def _inlined(data, evil):
    key, _ = struct.unpack_from("!ii", data, 13)
    value = 13 + 8 + key
    return over(over(data, value, b"\x01"), value + 23, evil)


def _values(data, evil):
    return over(data, data.index(b"\x80\x02]q\x00("), evil)


PLACES = {
    "the schema in the table of contents": (".toc", _toc_schema),
    "the segments in the table of contents": (".toc", _toc_segments),
    "the header of the term file": (".trm", _term_header),
    "postings inside the term file": (".trm", _inlined),
    "what is known of a block": (".pst", lambda data, evil: over(data, 8, evil)),
    "the data of a block": (".pst", lambda data, evil: over(data, 38, evil)),
    "the compressed data of a block": (".pst", lambda data, evil: over(over(data, 31, b"\x03"), 38, zlib.compress(evil))),
    "the positions of a posting": (".pst", _values),
    "what is stored for Whoosh": (
        "._stored.col",
        lambda _, evil: zlib.compress(evil) * 20 + struct.pack("!20H", *[len(zlib.compress(evil))] * 20) + b"H",
    ),
}  # fmt: skip


UNREAD = {
    "the schema in the table of contents",
    "the segments in the table of contents",
    "what is stored for Whoosh",
}
"""Pickles that no search reads at all, so that it still answers."""


@pytest.mark.parametrize("place", PLACES)
def test_no_pickle_of_a_forged_index_runs_anything(stock, tmp_path, place):
    index = stock
    marker = tmp_path / "ran"
    evil = pickle.dumps(Evil(marker), 2)
    ending, plant = PLACES[place]
    name = the_one(index, ending)
    forge(index, name, plant((index / name).read_bytes(), evil))

    problems = list(verify(index))
    if place in UNREAD:
        read_all(index)
    else:
        with pytest.raises(DamagedIndex, match="newssearch rebuild"):
            read_all(index)

    assert problems
    assert not marker.exists()
    pickle.loads(evil)
    assert marker.exists(), "the pickle would have run"


@pytest.mark.parametrize(
    "evil",
    [
        pickle.dumps(print),
        pickle.dumps(print, 2),
        pickle.dumps(Evil("x"), 4),
        b"cposix\nsystem\n.",
        b"(S'x'\nibuiltins\nprint\n.",
        b"\x80\x02\x82\x01.",
        b"\x80\x02Px\n.",
    ],
)
def test_a_pickle_that_names_anything_is_an_error(evil):
    with pytest.raises(ValueError, match="more than plain values"):
        load(evil)


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | st.binary(),
                    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner) | st.tuples(inner, inner)))  # fmt: skip
def test_plain_values_are_read_as_they_are(value):
    data = pickle.dumps(value)

    assert load(data + b"more") == (value, len(data))


# --- damage -----------------------------------------------------------------------


def names(folder):
    return sorted(manifests.read(folder).files)


@pytest.mark.parametrize("change", [lambda data: data[:-1], lambda _: b"", lambda data: data + b"x"])
def test_a_file_of_another_size_is_noticed_at_opening(index, change):
    for name in names(index):
        data = (index / name).read_bytes()
        (index / name).write_bytes(change(data))
        with pytest.raises(DamagedIndex, match=rf"{name} has .* bytes instead of"):
            Snapshot.open(index)
        assert any(line.startswith(f"{name} has") for line in verify(index))
        (index / name).write_bytes(data)
    read_all(index)


def test_a_file_that_is_gone_is_noticed_at_opening(index):
    for name in names(index):
        (index / name).rename(index / "elsewhere")
        with pytest.raises(DamagedIndex, match=rf"{name} is missing"):
            Snapshot.open(index)
        assert list(verify(index)) == [f"{name} is missing"]
        (index / "elsewhere").rename(index / name)


@pytest.mark.parametrize("forged", [False, True])
def test_other_bytes_are_found_by_verify_and_lead_to_no_other_error(index, forged):
    originals = {name: (index / name).read_bytes() for name in names(index)}
    manifest = (index / "manifest.json").read_bytes()
    for name, data in originals.items():
        changes = [bytes(len(data))]
        changes += [flipped(data, at) for at in range(0, len(data), max(1, len(data) // 5))]
        for changed in changes:
            if changed == data:
                continue
            if forged:
                forge(index, name, changed)
            else:
                (index / name).write_bytes(changed)
                assert any(name in line for line in verify(index))
            try:
                with Snapshot.open(index) as snapshot:
                    for field in (*POSITIONAL, "has"):
                        for word in list(snapshot.words(field)):
                            snapshot.postings(field, word)
                            if field in POSITIONAL:
                                occurrences(snapshot, field, word)
                        snapshot.lengths(field)
                    for document in range(snapshot.count):
                        snapshot.record(document)
                list(verify(index))
            except DamagedIndex:
                pass
        (index / name).write_bytes(data)
        (index / "manifest.json").write_bytes(manifest)


def test_verify_names_an_article_that_was_changed_under_a_forged_manifest(stock):
    index = stock
    with Snapshot.open(index) as snapshot:
        records = [snapshot.record(document) for document in range(snapshot.count)]
    records[3]["article"]["body"] = "ink"
    rows = [zlib.compress(json.dumps(record).encode()) for record in records]
    forge(index, the_one(index, ".article.col"), b"".join(rows) + struct.pack("!20H", *map(len, rows)) + b"H")

    assert list(verify(index)) == [
        "article '3' is not what was written: its digest differs",
        "the digest of the content is not the manifest's",
    ]
