"""Whoosh's table of contents: read as it was written, and refused where it cannot be."""

import pytest
from whoosh.index import open_dir

from newssearch.engines.whoosh.toc import SegmentInfo, read_toc, write_toc


def test_a_table_of_contents_is_read_as_it_was_written(tmp_path, codec):
    infos = [
        SegmentInfo("g000001", 7, frozenset({0, 6}), {"body": 12}),
        SegmentInfo("g0123456789abcdef", 1),
    ]  # fmt: skip
    name = write_toc(tmp_path, 3, infos, codec)
    data = (tmp_path / name).read_bytes()

    assert read_toc(data, 3) == infos
    with pytest.raises(ValueError, match="generation 3 instead of 4"):
        read_toc(data, 4)
    assert [segment.segment_id() for segment in open_dir(str(tmp_path))._segments()] == [
        f"MAIN_{info.id}" for info in infos
    ]


@pytest.mark.parametrize(
    "info",
    [SegmentInfo("../g00001", 1), SegmentInfo("g000001", 0), SegmentInfo("g000001", 1, frozenset({1}))],
    ids=["another name", "no documents", "one deleted that is not there"],
)
def test_a_table_of_contents_with_a_segment_that_cannot_be_is_refused(tmp_path, codec, info):
    data = (tmp_path / write_toc(tmp_path, 1, [info], codec)).read_bytes()

    with pytest.raises(ValueError, match="cannot be"):
        read_toc(data, 1)
