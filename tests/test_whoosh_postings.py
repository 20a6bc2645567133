"""Posting lists: Whoosh unpickles them, newssearch reads the same bytes as arrays."""

import contextlib
import pickle
import struct
import zlib
from array import array

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newssearch.engines.whoosh.stock import fields
from newssearch.engines.whoosh.w3.pool import Pool
from newssearch.engines.whoosh.w3.postings import BLOCK, decode, encode, occurrences, value
from newssearch.engines.whoosh.w3.segment import LENGTHS

POSITIONS = st.lists(st.integers(0, 2**31 - 1), min_size=1, max_size=5, unique=True).map(sorted)
LISTS = st.dictionaries(st.integers(0, 2**31 - 1), POSITIONS, min_size=1, max_size=40)


def encoded(listed, *, positions=True):
    ids = sorted(listed)
    rows = b"".join(value(listed[id]) for id in ids) if positions else b""
    counts = [len(listed[id]) if positions else 1 for id in ids]
    return encode(array("i", ids), array("i", counts), rows, bytes(len(ids)))


@given(LISTS)
def test_what_is_written_is_read(listed):
    data = encoded(listed)

    postings = decode(data, 0, len(data), positions=True)

    assert postings.ids.tolist() == sorted(listed)
    assert postings.frequencies.tolist() == [len(listed[id]) for id in sorted(listed)]
    assert occurrences(postings).tolist() == [id << 32 | at for id in sorted(listed) for at in listed[id]]


@pytest.mark.parametrize("count", [1, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK])
@pytest.mark.parametrize("positions", [True, False])
def test_lists_longer_than_a_block_are_whole(count, positions):
    listed = {3 * id: [id, id + 7] for id in range(count)}
    data = encoded(listed, positions=positions)

    postings = decode(b"before" + data, 6, len(data), positions=positions)

    assert postings.ids.tolist() == list(listed)
    assert postings.frequencies.tolist() == [2 if positions else 1] * count


@given(LISTS)
def test_whoosh_unpickles_what_is_written(listed):
    data = encoded(listed)
    info = pickle.loads(data[8:])

    block = data[38:]
    ids, weights, values = pickle.loads(zlib.decompress(block) if info[3] else block)

    assert info[:2] == (len(listed), max(listed))
    assert np.cumsum(ids).tolist() == sorted(listed)
    assert (weights or (1,) * len(listed)) == tuple(len(listed[id]) for id in sorted(listed))
    decoder = fields.TEXT().format
    assert [decoder.decode_positions(one) for one in values] == [listed[id] for id in sorted(listed)]
    assert [decoder.decode_frequency(one) for one in values] == [len(listed[id]) for id in sorted(listed)]


@given(LISTS, st.data())
def test_damage_is_an_error_or_other_numbers_and_never_a_crash(listed, data):
    whole = bytearray(encoded(listed))
    at = data.draw(st.integers(0, len(whole) - 1))
    whole[at] ^= data.draw(st.integers(1, 255))

    with contextlib.suppress(ValueError, struct.error, zlib.error):
        occurrences(decode(bytes(whole), 0, len(whole), positions=True))


def test_lengths_are_rounded_as_whoosh_rounds_them():
    from whoosh.util.numeric import byte_to_length

    assert LENGTHS.tolist() == [byte_to_length(number) for number in range(256)]


@given(st.lists(st.dictionaries(st.text(min_size=1, max_size=3), POSITIONS, max_size=5), max_size=30))
def test_a_pool_on_the_disk_gives_what_a_pool_in_memory_gives(tmp_path_factory, documents):
    folder = tmp_path_factory.mktemp("pool")
    small, large = Pool(folder, limit=2000), Pool(folder)
    for document, words in enumerate(documents):
        for pool in (small, large):
            pool.add("body", document, words)
            pool.flush_if_full()

    assert [(term, *map(bytes, found)) for term, found in small] == [
        (term, *map(bytes, found)) for term, found in large
    ]
    small.close()
    assert list(folder.iterdir()) == []
