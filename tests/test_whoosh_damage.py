"""Files that are not what they should be: damaged by accident, or made to do harm."""

import json
import pickle
import struct
import zlib
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newssearch.article import Article, Author
from newssearch.engines.whoosh import manifest as manifests
from newssearch.engines.whoosh.entry import POSITIONAL
from newssearch.engines.whoosh.manifest import CODECS, FileInfo
from newssearch.engines.whoosh.pickles import load
from newssearch.engines.whoosh.snapshot import Snapshot
from newssearch.engines.whoosh.storage import sha256
from newssearch.engines.whoosh.verify import verify
from newssearch.engines.whoosh.writer import Writer
from newssearch.errors import DamagedIndex, NewerIndex, NewssearchError, NoIndex
from newssearch.moment import Moment


def made(folder, codec):
    """An index of one segment, long enough for a compressed block."""
    with Writer(folder, codec=codec) as writer:
        for number in range(20):
            authors = (Author(name="Ko Yong-chul", role="Reporter", email="ko@example.org"),)
            article = Article(
                id=str(number),
                headline=f"Oil {number}",
                body="oil gas",
                authors=authors,
                published=Moment(date(2025, 9, 28)),
            )
            writer.add(article)
        writer.commit({"zone": "UTC"}, [b"{}"])
    return folder


@pytest.fixture(params=CODECS)
def index(tmp_path, request):
    return made(tmp_path / "index", request.param)


@pytest.fixture
def stock(tmp_path):
    return made(tmp_path / "index", "stock")


def the_one(folder, ending):
    """The name of the file of an index that ends so."""
    (name,) = (name for name in manifests.read(folder).files if name.endswith(ending))
    return name


def forge(folder, name, data):
    """Put other bytes in a file's place, and have the manifest swear to them."""
    (folder / name).write_bytes(data)
    manifest = manifests.read(folder)
    files = {**manifest.files, name: FileInfo(len(data), sha256(folder / name))}
    manifests.write(folder, replace(manifest, files=files))


def read_all(folder):
    """All that a search may read, and then a commit that merges."""
    with Snapshot.open(folder) as snapshot:
        for field in POSITIONAL:
            snapshot.lengths(field)
            for word in list(snapshot.words(field)):
                snapshot.postings(field, word)
                snapshot.occurrences(field, word)
        snapshot.documents("has", "email")
        for name in ("day", "first", "last"):
            snapshot.column(name)
        for document in range(snapshot.count):
            snapshot.record(document)
        list(snapshot.sources())
    with Writer(folder) as writer:
        for number in range(20, 40):
            writer.add(Article(id=str(number), body="oil"))
        writer.delete(0)
        writer.commit()


# --- pickles that would run -----------------------------------------------------------


class Evil:
    def __init__(self, marker):
        self.marker = str(marker)

    def __reduce__(self):
        return (exec, (f"open({self.marker!r}, 'w').close()",))


def over(data, at, other):
    return data[:at] + other + data[at + len(other) :]


def _toc_schema(data, evil):
    end = data.rindex(struct.pack("!ii", 1, 0))  # the generation, behind the schema
    return data[:14] + bytes([len(evil)]) + evil + data[end:]


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
UNREAD = {"the schema in the table of contents", "what is stored for Whoosh"}
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

    assert problems or place == "the schema in the table of contents"
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
    with pytest.raises(pickle.UnpicklingError):
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
        changes += [over(data, at, bytes([data[at] ^ 0x41])) for at in range(0, len(data), max(1, len(data) // 5))]
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
                                snapshot.occurrences(field, word)
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


# --- manifests ----------------------------------------------------------------------


def rewrite(folder, change):
    plain = json.loads((folder / "manifest.json").read_text())
    del plain["checksum"]
    change(plain)
    (folder / "manifest.json").write_text(json.dumps({**plain, "checksum": manifests._checksum(plain)}))


@pytest.mark.parametrize(
    "change",
    [
        lambda plain: plain.pop("files"),
        lambda plain: plain.update(files=[]),
        lambda plain: plain.update(articles=-1),
        lambda plain: plain.update(articles=True),
        lambda plain: plain.update(articles=21),
        lambda plain: plain.update(generation="1"),
        lambda plain: plain.update(generation=2),
        lambda plain: plain.update(content="xyz"),
        lambda plain: plain.update(codec=dict(zip(CODECS, reversed(CODECS), strict=True))[plain["codec"]]),
        lambda plain: plain.update(codec="w3"),
        lambda plain: plain.update(format=0),
        lambda plain: plain.update(languages=None),
        lambda plain: plain["files"].update({"../../etc/passwd": {"size": 1, "sha256": "0" * 64}}),
        lambda plain: plain["files"].update({"/etc/passwd": {"size": 1, "sha256": "0" * 64}}),
        lambda plain: plain["files"].update({"notes.txt": {"size": 1, "sha256": "0" * 64}}),
        lambda plain: plain["files"].update({"_MAIN_1.toc": {"size": "1"}}),
        lambda plain: [plain["files"].pop(name) for name in [*plain["files"]] if name.startswith("MAIN_")],
        lambda plain: [plain["files"].pop(name) for name in [*plain["files"]] if name.startswith("sources-")],
    ],
)
def test_a_malformed_manifest_is_a_damaged_index(index, change):
    rewrite(index, change)

    with pytest.raises(DamagedIndex, match="rebuild"):
        read_all(index)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "\x00" * 100, "[" * 100_000, '{"a": 1}'])
def test_a_manifest_that_is_none_is_a_damaged_index(index, text):
    (index / "manifest.json").write_text(text)

    with pytest.raises(DamagedIndex):
        Snapshot.open(index)


def test_an_index_by_an_earlier_version_is_to_be_rebuilt(index):
    rewrite(index, lambda plain: plain.update(format=1))

    with pytest.raises(DamagedIndex, match=r"written by an older newssearch \(format 1, not 2\).*newssearch rebuild"):
        Snapshot.open(index)


@pytest.mark.parametrize("name", ["format", "analysis"])
def test_an_index_by_a_later_version_is_refused(index, name):
    rewrite(index, lambda plain: plain.update({name: 9, "newssearch": "9.0"}))

    for fresh in (False, True):
        with pytest.raises(NewerIndex, match=r"newssearch 9\.0"):
            Writer(index, fresh=fresh)


def test_another_programs_whoosh_index_is_named_as_such(tmp_path):
    from whoosh.fields import TEXT, Schema
    from whoosh.index import create_in

    create_in(str(tmp_path), Schema(text=TEXT))

    with pytest.raises(DamagedIndex, match="not newssearch's"):
        Snapshot.open(tmp_path)


@pytest.mark.parametrize("place", ["nowhere", "file", "file/below"])
def test_where_there_is_no_folder_there_is_no_index(tmp_path, place):
    (tmp_path / "file").write_text("")

    with pytest.raises(NoIndex, match=r"no index at .*: make one with `newssearch index SOURCE`"):
        Snapshot.open(tmp_path / place)


def test_every_message_is_one_line(index):
    rewrite(index, lambda plain: plain["files"].update({"a\nb": {}}))

    with pytest.raises(NewssearchError) as caught:
        Snapshot.open(index)
    assert "\n" not in str(caught.value)
