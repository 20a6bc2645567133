"""Agencies' files that are cut, doubled, flipped or nested: reading them raises nothing, and says what is lost."""

import io
import json
from time import process_time

import pytest
from agency import DATA, FORMATS
from damaged import ENCODINGS, damaged, json_values
from hypothesis import given, settings
from hypothesis import strategies as st

from newssearch.article import Article
from newssearch.readers.agency import item as agency_item
from newssearch.readers.agency import ninjs
from newssearch.readers.contract import Options, Remark, Revision

SOUND = sorted(path.read_bytes() for path in DATA.iterdir() if path.suffix != ".json")
ITEMS = sorted(path.read_text(encoding="utf-8") for path in DATA.glob("*.json"))
SCRAPS = [b"<p>", b"<p>" + b"<b>" * 255, b"><p>", b"\x01", b"\x02", b"^", b"</NewsItem>"]


@settings(max_examples=400, deadline=None)
@given(data=damaged(SOUND, SCRAPS, ENCODINGS), form=st.sampled_from(FORMATS))
def test_damage_raises_nothing_and_leaves_articles_whole(data, form):
    form.begins(data[: 64 << 10])

    found = list(form.read(io.BytesIO(data), "file", Options()))

    assert all(is_sound(item) for item in found)


def is_sound(item):
    """An article that can be kept, or one line on what was wrong."""
    if isinstance(item, Remark):
        return item.path == "file" and item.message == " ".join(item.message.split()) and len(item.message) < 500
    assert isinstance(item, Revision)
    article = item.article
    return article.path == "file" and Article.from_json(article.to_json()) == article


VALUES = json_values(st.sampled_from(["name", "role", "value", "uri"]))
MEMBERS = sorted(
    {name for item in ITEMS for name in json.loads(item)} | {"associations", "eventDetails", "standard", "guid", "body"}
)


@settings(max_examples=300, deadline=None)
@given(item=st.sampled_from(ITEMS), changes=st.dictionaries(st.sampled_from(MEMBERS), VALUES, max_size=5))
def test_members_of_any_kind_raise_nothing(item, changes):
    value = {**json.loads(item), **changes}
    ninjs.is_ninjs(value)

    assert all(is_sound(item) for item in ninjs.articles(value, "file", Options()))


def test_items_that_hold_each_other_end():
    item = {"uri": "urn:1", "type": "text", "headline": "Oil", "body_text": "Oil fell."}
    for _ in range(50):
        item = {**item, "associations": {"a": item}}

    assert len(list(ninjs.articles(item, "file", Options()))) == ninjs.DEEPEST + 1


@pytest.mark.parametrize("many", [1, 1_000])
def test_a_text_may_be_long(many):
    paragraphs = "".join(f"<p>Paragraph number {n} of a text.</p>" for n in range(many))
    document = f"<nitf><body><body.head><hedline><hl1>Oil</hl1></hedline></body.head><body.content>{paragraphs}</body.content></body></nitf>"

    (form,) = [form for form in FORMATS if form.begins(document.encode())]
    (item,) = form.read(io.BytesIO(document.encode()), "file", Options())

    assert len(item.article.paragraphs) == many


def test_a_long_id_is_left_out():
    found = agency_item.items(agency_item.AgencyItem(id="x" * 5_000, headline="Oil"), "file", "", Options())

    assert [item.article.id for item in found] == [""]


ENDLESS = [
    "<nitf>" + "<![CDATA[" * 200_000,
    "<nitf>" + "&" * 1_000_000,
    "<nitf " + "a='' " * 200_000,
    "<nitf><body><body.content><p>" + "<br/>" * 200_000,
    "<NewsML>" + "<NewsItem></NewsItem>" * 20_000,
    "<nitf/>" * 10_000,
    "\x01eca0061 4 i 211  dpa 061\n" + "\x02" * 200_000,
    "\x01eca0061 4 i 211  dpa 061\n" * 5_000,
    "eca0003 3 i 380  dpa 0045\n\nNorland/\n" + "032322 May 2\n" * 50_000,
    "z6715-----\nr z BC-Oil 02-20 0500\n" + "^" * 200_000,
    "z6715-----\nr z BC-Oil 02-20 0500\n^BC-Oil, " + "kill " * 100_000,
]


@pytest.mark.parametrize("document", ENDLESS, ids=range(len(ENDLESS)))
def test_what_goes_on_and_on_takes_no_longer_than_it_is_long(document):
    start = process_time()

    for form in FORMATS:
        if form.begins(document[: 64 << 10].encode()):
            list(form.read(io.BytesIO(document.encode()), "file", Options()))

    assert process_time() - start < 10
