"""A manifest that is not what it should be, or none at all: one clear line."""

import json

import pytest
from forged import made, read_all

from newssearch.engines.base import CODECS
from newssearch.engines.whoosh import manifest as manifests
from newssearch.engines.whoosh.snapshot import Snapshot
from newssearch.engines.whoosh.writer import Writer
from newssearch.errors import DamagedIndex, NewerIndex, NewssearchError, NoIndex


@pytest.fixture(params=CODECS)
def index(tmp_path, request):
    return made(tmp_path / "index", request.param)


def rewrite(folder, change):
    plain = json.loads((folder / "manifest.json").read_text())
    del plain["checksum"]
    change(plain)
    (folder / "manifest.json").write_text(json.dumps({**plain, "checksum": manifests._checksum(plain)}))


@pytest.mark.parametrize(
    "change",
    [
        lambda plain: plain.pop("files"),
        lambda plain: plain.pop("segments"),
        lambda plain: plain.update(segments={"id": "g000001"}),
        lambda plain: plain.update(segments=plain["segments"] * 2, articles=40),
        lambda plain: (plain["segments"][0].update(count=2**31 - 1), plain.update(articles=2**31 - 1)),
        lambda plain: plain["segments"].clear(),
        lambda plain: plain["segments"][0].update(deleted="0"),
        lambda plain: plain["segments"][0].update(count=21),
        lambda plain: plain["segments"][0].update(id="../g0001"),
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

    with pytest.raises(DamagedIndex, match=r"written by an older newssearch \(format 1, not 4\).*newssearch rebuild"):
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


@pytest.mark.parametrize("name", ["a\nb", "1" * 100_000])
def test_every_message_is_one_line_and_no_long_one(index, name):
    rewrite(index, lambda plain: plain["files"].update({name: {}}))

    with pytest.raises(NewssearchError) as caught:
        Snapshot.open(index)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 500
