"""What records hold and no article takes is said, once a file."""

import json

import pytest
from damaged import json_values
from hypothesis import given
from hypothesis import strategies as st
from reading import articles, messages
from tabular import read as read_table

from newssearch.article import Article
from newssearch.readers import Options, read
from newssearch.readers.records import record, tables
from newssearch.readers.records.unread import Unread

LONG = "The harbour closed on Monday, the council said, and the ferry did not sail to the islands. " * 4


def of_lines(tmp_path, *records, mapping=()):
    """What is said of a file of records, and its articles."""
    path = tmp_path / "feed.jsonl"
    path.write_text("".join(json.dumps(plain) + "\n" for plain in records), encoding="utf-8")
    items = [*read(path, "feed.jsonl", Options(mapping=mapping))]
    return messages(items), articles(items)


def test_texts_and_dates_of_unknown_names_are_said_once(tmp_path):
    record = {"title": "Harbour to close", "kirjutis": LONG, "ilmus": "2025-06-03", "nr": "20250603", "kes": "Jane Doe"}

    said, found = of_lines(tmp_path, *[record] * 300)

    assert said == [
        "not read: the text in kirjutis, and the date in ilmus; --map body=NAME and --map published=NAME say which is"
    ]
    assert len(found) == 300


def test_they_are_found_in_objects_and_in_lists_too(tmp_path):
    said, _ = of_lines(tmp_path, {"title": "A", "data": {"sisu": [LONG, LONG]}, "date": "2025-06-03"})

    assert said == ["not read: the text in data.sisu; --map body=NAME says which is"]


@pytest.mark.parametrize("more", [
    {"text": "It fell.", "comment": LONG, "date": "2025-06-03", "expires": "2026-06-03"},
    {"description": LONG, "date": "2025-06-03"},
    {"text": "It fell.", "phone": "020 7946 0018", "year": "2025", "seen": "2025-06-03"},
    {"date": "2025-06-03", "logo": "iVBORw0KGgo" * 90, "author": {"bio": LONG}},
])  # fmt: skip
def test_what_is_not_missed_is_not_said(tmp_path, more):
    assert of_lines(tmp_path, {"title": "Harbour to close", **more})[0] == []


def test_records_of_which_no_name_is_known_are_said_too(tmp_path):
    said, found = of_lines(tmp_path, {"pealkiri": "Sadam", "sisu": LONG}, {"pealkiri": "Laev", "sisu": LONG})

    assert (said[-1], found) == ("not read: the text in sisu; --map body=NAME says which is", [])


def test_a_mapping_that_no_record_has_is_said_once(tmp_path):
    record = {"title": "Harbour to close", "text": "It closed.", "date": "2025-06-03"}

    said, _ = of_lines(tmp_path, record, record | {"id": 2}, mapping=(("published", "nosuch"), ("byline", "by.line")))

    assert said == ["nothing in the first 2 records is called nosuch, by.line, of title, text, date, id"]


def test_a_mapping_that_some_record_has_is_right(tmp_path):
    records = [{"title": "A"}] * 250 + [{"title": "B", "who": {"by": "Jane Doe"}, "when": None}]

    said, _ = of_lines(tmp_path, *records, mapping=(("byline", "who.by"), ("published", "when")))

    assert said == []


def test_a_table_says_which_columns_hold_dates_that_are_not_read():
    said = read_table(f"title,text,ilmus\nA,{LONG.replace(',', '')},2025-06-03\nB,b,2025-06-04\n")[1]

    assert said == ["not read: the date in ilmus; --map published=NAME says which is"]


NAMES = ["title", "article", "date", "time", "author", "tags", "language", "_embedded", "id", "x\x1b\n", "news"]
VALUES = json_values(st.text(max_size=5) | st.sampled_from(["name", "id", "eng", LONG, "2025-06-03"]))


@given(st.dictionaries(st.sampled_from(NAMES), VALUES))
def test_no_record_raises_and_what_is_said_can_be_printed(plain):
    unread = Unread(Options(mapping=(("byline", "who.by"),)))
    unread.see(plain)

    for item in (*record.read(plain, "feed.json", "", Options()), *unread.remarks("feed.json")):
        assert isinstance(item, Article) or item.message.isprintable()


UNKNOWN = [
    'nr,kirjutis\n1,"It fell, and rose."\n2,"It rose, and fell."\n',
    'nr,kirjutis,esile\n1,"It fell, and rose.",a\n2,"It rose, and fell.",b\n',
    "nr\tkirjutis\tesile\n1\tIt fell.\ta\n2\tIt rose.\tb\n3\tIt waits.\tc\n",
]


@pytest.mark.parametrize("data", UNKNOWN)
def test_a_table_of_which_no_column_is_known_is_no_text(data):
    names = data.partition("\n")[0].replace("\t", ",").replace(",", ", ")

    assert tables.begins(data.encode())
    assert read_table(data) == (
        [],
        [f"no column is a headline or a body, of {names}: passed over; --map headline=COLUMN says which is"],
    )
    found, said = read_table(data, mapping=(("body", "kirjutis"), ("id", "nr")))
    assert (found[0].id, found[0].body[:7], said) == ("1", "It fell", [])


def test_a_column_that_is_not_there_is_named_where_no_other_is_known():
    said = read_table(UNKNOWN[0], mapping=(("body", "kirjutus"),))[1]

    assert said[0] == "no column is called kirjutus, of nr, kirjutis"


def test_a_table_without_a_row_of_names_is_no_text():
    data = "7\t20250603\t\thttps://hp.example/dam\t\tPORTS;\t\t1,2\n8\t20250604\t\t\t\tFISH;\t\t3,4\n"

    assert tables.begins(data.encode())
    assert read_table(data) == ([], ["no table below a row of names: passed over"])


NO_TABLES = [
    "Gas,oil\n\nIt fell on Monday, the bank said.\n\nIt rose on Tuesday, the bank said.\n",
    "Ports\n\nHarbour\tClosed\tOpen\tDays\tShips\tFish\tBoats\tCrews\nLima\t1\t2\t3\t4\t5\t6\t7\n",
    "Team\tWon\tLost\nNorthport\t3\t4\n",
]


@pytest.mark.parametrize("text", NO_TABLES)
def test_a_text_is_no_table_of_unknown_columns(text):
    assert not tables.begins(text.encode())
