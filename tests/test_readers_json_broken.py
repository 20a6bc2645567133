"""JSON that breaks off, or that holds no articles at all: what is whole is given, and what is not is named."""

import io
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newssearch.article import Article
from newssearch.readers import formats
from newssearch.readers.contract import Options, Remark, Revision
from newssearch.readers.records import broken_json, json_records


def read(text):
    """(headlines, messages of what was lost)"""
    items = [*formats.read(io.BytesIO(text.encode()), "file", Options())]
    found = [item.article if isinstance(item, Revision) else item for item in items]
    return (
        [item.headline for item in found if isinstance(item, Article)],
        [item.message for item in items if isinstance(item, Remark) and item.lost],
    )


A, B, C = ({"headline": name, "body": "Oil fell."} for name in "ABC")

CONTAINED = [
    [A, B, C],
    {"articles": [A, B, C]},
    {"status": "ok", "totalResults": 3, "articles": [A, B, C]},
    {"response": {"numFound": 3, "docs": [A, B, C]}},
    {"hits": {"total": {"value": 3}, "hits": [{"_id": name["headline"], "_source": name} for name in (A, B, C)]}},
    [{"page": 1, "articles": [A, B, C]}],
    [{"articles": [A]}, {"articles": [B, C]}],
    {"version": "https://jsonfeed.org/version/1.1", "title": "Post", "items": [
        {"id": f"x:{name['headline']}", "title": name["headline"], "content_text": "Oil fell."} for name in (A, B, C)
    ]},
]  # fmt: skip


@pytest.mark.parametrize("indent", [None, 1])
@pytest.mark.parametrize("content", CONTAINED)
def test_of_a_document_that_breaks_off_each_record_is_given_that_is_whole(content, indent):
    text = json.dumps(content, indent=indent)
    last = r'"Oil fell\."\s*\}' + (r"\s*\}" if '"_source"' in text else "")
    ends = [found.end() for found in re.finditer(last, text)]

    for cut in range(ends[0], len(text) - 1):
        headlines, (lost,) = read(text[:cut])

        whole = sum(cut >= end for end in ends)
        assert headlines == ["A", "B", "C"][:whole], text[:cut]
        assert lost.startswith("not JSON (")
        assert lost.endswith(f": passed over from there, behind {whole} that are whole")


BREAKS = {
    "a quotation mark": ('"B"', '"B "said" so"'),
    "a quotation mark too few": ('"B"', '"B'),
    "a backslash": ('"B"', r'"\B"'),
    "no colon": (': "B"', ' "B"'),
    "no comma in it": ('"B",', '"B"'),
    "a comma too many": ('"B",', '"B",,'),
    "a bracket too few": ('"B"', '["B"'),
    "a brace too many": ('"B"', '{"B"'),
}


@pytest.mark.parametrize("broken", BREAKS)
@pytest.mark.parametrize("content", [one for one in CONTAINED if one != [{"articles": [A]}, {"articles": [B, C]}]])
def test_behind_a_record_that_is_broken_the_others_are_read(content, broken):
    text = json.dumps(content, indent=1)
    sound, damaged = BREAKS[broken]
    assert sound in text

    headlines, (lost,) = read(damaged.join(text.rsplit(sound, 1)))

    assert headlines == ["A", "C"]
    assert lost.startswith("not JSON (")
    assert lost.endswith("passed over what is broken there; 2 records are whole")


def test_no_comma_between_two_records_loses_neither():
    assert read('[{"headline": "A", "body": "a"} {"headline": "B", "body": "b"}]')[0] == ["A", "B"]


def test_the_first_record_may_be_the_broken_one():
    text = '[{"headline": "A "x"", "authors": [{"name": "J"}, {"name": "K"}]}, {"id": 2, "headline": "B", "body": "b"}]'

    assert read(text)[0] == ["B"]


def test_persons_inside_of_a_broken_record_are_no_records():
    text = (
        '[{"headline": "A", "body": "a"}, {"headline": "B "x"", "authors": [{"name": "J"}, {"name": "K"}]},'
        ' {"headline": "C", "body": "c"}]'
    )

    headlines, (lost,) = read(text)

    assert headlines == ["A", "C"]
    assert lost == (
        "not JSON (Expecting ',' delimiter at line 1, column 51): passed over what is broken there; 2 records are whole"
    )


RELATED = '{"headline": "B", "body": "b", "related": [{"headline": "X", "body": "x"}, {"headline": "Y", "body": "y"}]'


@pytest.mark.parametrize("wrong", ['"v": None', '"v": 01', '"v" 1', '"v": "\\x"', '"v": "so "so" so"', '"v": 1,,'])
def test_records_inside_of_a_broken_record_are_none_of_the_list(wrong):
    first, last = ({"headline": name, "body": "b"} for name in "AC")

    headlines, (lost,) = read(f"[{json.dumps(first)}, {RELATED}, {wrong}}}, {json.dumps(last)}]")

    assert headlines == ["A", "C"]
    assert lost.endswith("passed over what is broken there; 2 records are whole")


@pytest.mark.parametrize("between", [",,", ";", " ", ", ;"])
def test_what_stands_between_two_records_loses_neither(between):
    assert read(f"[{json.dumps(A)}{between}{json.dumps(B)}]")[0] == ["A", "B"]


def test_a_comma_behind_the_last_record_loses_nothing():
    (first, remark) = formats.read(io.BytesIO(f"[{json.dumps(A)},]".encode()), "file", Options())

    assert first.headline == "A"
    assert not remark.lost
    assert remark.message.endswith("1 record is whole")


def test_behind_a_broken_document_the_next_one_is_read():
    assert read(f'[{json.dumps(A)}, {{"headline": x}}, {json.dumps(B)}]\n[{json.dumps(C)}]')[0] == ["A", "B", "C"]


HOSTILE = [
    lambda size: '[{"title":"x","body":"b","d":1},' + '{"a":[{},' * 200 + "0," * 50 * size + "x",
    lambda size: "[" + ",".join(['{"title":"x","body":"zzz","c":[1,1,1,x'] * size),
    lambda size: '[{"a":"},{' * 10 * size,
    lambda size: "[" + ",".join([f'{{"title": "{"T" * 200}", "s": None}}', json.dumps(A)] * size) + "]",
    lambda size: '[{"a":"' + '},{"a":' * 10 * size,
]


@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
def test_what_is_broken_takes_time_in_proportion_to_its_length(hostile, monkeypatch):
    looked_at = []

    class Counting(json.JSONDecoder):
        def raw_decode(self, part):
            looked_at.append(len(part))
            return super().raw_decode(part)

    def cost(size):
        looked_at.clear()
        read(hostile(size))
        return sum(looked_at)

    monkeypatch.setattr(broken_json, "_DECODER", Counting(strict=False))

    assert cost(2_000) < 3 * cost(1_000)


def test_every_place_at_which_a_list_is_broken_is_counted():
    records = [json.dumps({"headline": str(number), "body": "x"}) for number in range(9)]
    records[2] = records[5] = records[5].replace("{", "{,")

    headlines, (lost,) = read(f"[{', '.join(records)}]")

    assert headlines == list("0134678")
    assert lost.endswith("passed over what is broken there and at 1 more place; 7 records are whole")


def test_a_record_that_is_cut_is_not_given_in_part():
    whole = '{"headline": "A", "body": "Oil fell.", "data": {"items": [{"a": 1}, {"a'

    assert read(whole)[0] == []
    assert read(f'{{"articles": [{whole}')[0] == []


def test_a_feed_that_breaks_off_still_says_what_it_is():
    feed = (
        '{"version": "https://jsonfeed.org/version/1.1", "title": "The Post", "items": [{"id": "x:1", "title": "A"}, {'
    )

    (revision, remark) = formats.read(io.BytesIO(feed.encode()), "feed", Options())

    assert (revision.article.id, revision.article.source) == ("x:1", "The Post")
    assert remark.lost


@given(st.recursive(st.none() | st.integers() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(
    st.sampled_from(["articles", "items", "headline", "data"]) | st.text(), inner)), st.integers(0, 400))  # fmt: skip
def test_nothing_that_breaks_off_raises(value, cut):
    text = json.dumps([value])[:cut]
    assert all("report it" not in message for message in read(text)[1])


def test_what_breaks_off_is_read_in_linear_time():
    text = '{"articles": [' * 20_000 + '{"headline": "A"}, '

    assert read(text)[1] == ["nested too deeply: passed over"]


NO_RECORDS = [
    ("[1,2]", 2),
    ('["https://post.example/1", "https://post.example/2"]', 2),
    ("[\n  1.5e3,\n  -2,\n  null,\n  true\n]\n", 4),
    (json.dumps(["https://post.example/" + "x" * 50] * 5_000), 5_000),
]


@pytest.mark.parametrize(("text", "count"), NO_RECORDS)
def test_a_list_of_values_is_json_without_articles_and_one_remark(text, count):
    assert read(text) == ([], [f"a list of {count:,} values that are no records: passed over"])


@pytest.mark.parametrize("text", ["[Exclusive] Oil falls", "[1] Oil falls", '["Oil fell," he said.]', "[1, 2, 3, go!]"])
def test_a_text_that_begins_in_brackets_is_a_text(text):
    assert not json_records.begins(text.encode())
    assert read(f"{text}\n\nIt fell on Monday.\n")[1] == []
