"""The segments of an index: told to Whoosh by its table of contents, and to newssearch by the manifest."""

import json

import pytest
from forged import forge, made
from whoosh.index import open_dir

from newssearch.engines.whoosh import manifest as manifests
from newssearch.engines.whoosh.segments import SegmentInfo
from newssearch.engines.whoosh.storage import toc_name
from newssearch.engines.whoosh.toc import toc
from newssearch.engines.whoosh.verify import verify
from newssearch.engines.whoosh.writer import Writer

SOUND = SegmentInfo("g000001", 7, frozenset({0, 6}), {"body": 12})


def test_a_segment_is_read_as_it_was_written():
    assert SegmentInfo.from_dict(json.loads(json.dumps(SOUND.to_dict()))) == SOUND


@pytest.mark.parametrize(
    "wrong",
    [
        {"id": "../g00001"}, {"id": None}, {"count": 0}, {"count": True}, {"count": 2**31}, {"count": "7"},
        {"id": "g000001/../x"}, {"deleted": "7"}, {"deleted": "-1"}, {"deleted": "x"}, {"deleted": [0, 6]},
        {"deleted": "0_1"}, {"deleted": "6 0"}, {"deleted": "1 1"}, {"deleted": " 1"}, {"deleted": "٣"},
        {"lengths": {"body": 1.5}}, {"lengths": {"body": -1}}, {"lengths": []},
    ],
)  # fmt: skip
def test_a_segment_that_cannot_be_is_refused(wrong):
    with pytest.raises((ValueError, TypeError, AttributeError)):
        SegmentInfo.from_dict(SOUND.to_dict() | wrong)


def test_whoosh_reads_the_segments_from_its_table_of_contents(tmp_path, codec):
    infos = [SOUND, SegmentInfo("g0123456789abcdef", 1)]
    (tmp_path / toc_name(3)).write_bytes(toc(3, infos, codec))

    read = open_dir(str(tmp_path))._segments()

    assert [segment.segment_id() for segment in read] == ["MAIN_g000001", "MAIN_g0123456789abcdef"]
    assert [segment.deleted_count() for segment in read] == [2, 0]


def test_the_manifest_and_the_table_of_contents_tell_of_the_same_documents(tmp_path, codec):
    folder = made(tmp_path / "index", codec)
    with Writer(folder) as writer:
        writer.delete(3)
        writer.commit()

    (info,) = manifests.read(folder).segments
    (listed,) = open_dir(str(folder))._segments()

    assert info.deleted == listed._deleted == {3}
    assert (info.id, info.count, info.lengths) == (listed.segid, listed._doccount, listed._fieldlengths)


def test_verify_says_where_the_table_of_contents_tells_of_other_segments(tmp_path, codec):
    folder = made(tmp_path / "index", codec)
    (info,) = manifests.read(folder).segments

    forge(folder, toc_name(1), toc(1, [info.without([5])], codec))

    assert list(verify(folder)) == [f"{toc_name(1)} does not tell Whoosh of the segments that are held"]
