"""Tables, CSV and TSV: an article of each row; a text is never taken for a table."""

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tabular import read

from newssearch.article import Article
from newssearch.readers import read as read_file
from newssearch.readers.contract import Options, Remark
from newssearch.readers.records import tables

DATA = Path(__file__).parent / "data" / "tables"


def texts(data, **options):
    articles, remarks = read(data, **options)
    assert remarks == []
    return [(article.headline, article.body) for article in articles]


def test_a_row_is_an_article_by_the_names_of_its_columns():
    (found,), remarks = read("title,author,date,section,text\nOil falls,By Jane Doe,2025-05-02,Money,It fell.\n")

    assert (found.headline, found.byline, found.section, found.body) == (
        "Oil falls",
        "By Jane Doe",
        "Money",
        "It fell.",
    )
    assert (str(found.published), found.path) == ("2025-05-02", "a.csv")
    assert remarks == []


TABLES = [
    "title,text\nOil,It fell\nGas,It rose\n",
    "title,text\r\nOil,It fell\r\nGas,It rose\r\n",
    "title,text\rOil,It fell\rGas,It rose\r",
    "\ufefftitle,text\nOil,It fell\nGas,It rose",
    "title;text\nOil;It fell\nGas;It rose\n",
    "title\ttext\nOil\tIt fell\nGas\tIt rose\n",
    "title|text\nOil|It fell\nGas|It rose\n",
    "sep=;\r\ntitle;text\r\nOil;It fell\r\nGas;It rose\r\n",
    '"title","text"\n"Oil","It fell"\n"Gas","It rose"\n',
    "title, text\nOil, It fell\nGas, It rose\n",
    "\n\ntitle,text\n\nOil,It fell\n\n\nGas,It rose\n",
    "title,text,\nOil,It fell,\nGas,It rose,\n",
    "Title,TEXT,unknown column\nOil,It fell,1\nGas,It rose,2\n",
    "title,text,title\nOil,It fell,x\nGas,It rose,y\n".replace(",title\n", ",other\n"),
    "\ufefftitle,text\nOil,It fell\nGas,It rose\n".encode("utf-16-le"),
    "\ufefftitle,text\nOil,It fell\nGas,It rose\n".encode("utf-16-be"),
]


@pytest.mark.parametrize("data", TABLES)
def test_tables_are_read_however_they_are_written(data):
    assert texts(data) == [("Oil", "It fell"), ("Gas", "It rose")]
    if isinstance(data, str):
        assert tables.begins(data.lstrip("\ufeff \n").encode())


def test_cells_hold_what_parts_them_where_they_are_quoted():
    data = 'title,text\n"Oil, gas","It ""fell"".\n\nIt, too, rose."\n'

    assert texts(data) == [("Oil, gas", 'It "fell".\nIt, too, rose.')]


def test_quotation_marks_may_be_escaped():
    assert texts('title,text\nOil,"It \\"fell\\", he said"\nGas,"up"\n') == [
        ("Oil", 'It "fell", he said'),
        ("Gas", "up"),
    ]


def test_tables_that_quote_nothing_keep_their_quotation_marks():
    assert texts((DATA / "quotes.tsv").read_bytes()) == [
        ('The "Tide" is in', '"It is high'),
        ("It's out", 'It is 5" low'),
    ]


def test_a_table_of_a_spreadsheet_is_read_in_its_encoding():
    articles, remarks = read((DATA / "excel.csv").read_bytes())

    assert [(article.headline, article.body) for article in articles] == [
        ("Hafen schließt", "Der Hafen schließt;\nam Montag."),
        ("Fähre teurer", 'Eine Karte kostet "4" Euro.'),
    ]
    assert remarks == ["not UTF-8: read as Windows-1252"]


def test_lists_and_nothings_that_a_program_wrote_are_read_as_such():
    harbour, ferry = read((DATA / "pandas.csv").read_bytes())[0]

    assert [author.name for author in harbour.authors] == ["Jane Doe", "Al O'Roe"]
    assert (harbour.tags, ferry.tags, ferry.byline, ferry.published) == (("Ships", "Ferries"), (), "", None)


def test_a_row_of_names_that_are_all_known_begins_a_table_however_broken_its_rows_are():
    articles, remarks = read(
        'title,author,date,body\nA,B,2025-05-02,x, y\nC,D\nE,F,2025-05-02,"z\nG,H,2025-05-02,It fell\n'
    )

    assert [(article.headline, article.body) for article in articles] == [("G", "It fell")]
    assert len(remarks) == 3


def test_columns_can_be_mapped():
    data = "Otsikko,Sisältö,Tag\nHafen,Zu,2025-05-02\nKohle,Auf,2025-05-03\nGas,Ab,2025-05-04\n"

    assert read(data) == (
        [],
        [
            "no column is a headline or a body, of Otsikko, Sisältö, Tag: passed over; --map headline=COLUMN says which is"
        ],
    )
    assert texts(data, mapping=(("headline", "Otsikko"), ("body", "Sisältö")))[0] == ("Hafen", "Zu")


def test_a_row_of_another_length_is_named_and_the_rest_is_read():
    articles, remarks = read("title,text\nA,a\nB,b,b\nC\nD,d,,\nE,e\n")

    assert [article.headline for article in articles] == ["A", "D", "E"]
    assert remarks == ["row 3: 3 cells in 2 columns: passed over", "row 4: 1 cells in 2 columns: passed over"]


def test_a_quotation_mark_that_is_never_closed_costs_its_row():
    rows = "".join(f"Title {n},Text {n}\n" for n in range(10))

    articles, remarks = read(f'title,text\n{rows}Broken,"text\n{rows}')

    assert len(articles) == 20
    assert len(remarks) == 1


def test_a_stray_quotation_mark_in_a_row_stands_as_it_is():
    articles, remarks = read('title,text\nA,"He said "hi" there"\nB,b\nC,c\n')

    assert [article.headline for article in articles] == ["A", "B", "C"]
    assert (articles[0].body, remarks) == ('He said hi" there"', [])


def test_a_cell_past_the_limit_is_named_and_the_rest_is_read(monkeypatch):
    monkeypatch.setattr(tables, "LONGEST_CELL", 200_000)
    monkeypatch.setattr(tables.csv, "field_size_limit", lambda *_, limit=tables.csv.field_size_limit: limit(200_000))
    try:
        articles, remarks = read(f"title,text\nA,a\nB,{'x' * 300_000}\nC,c\n")
    finally:
        monkeypatch.undo()

    assert [article.headline for article in articles] == ["A", "C"]
    assert len(remarks) == 1


def test_a_table_is_read_row_by_row():
    class Endless(io.RawIOBase):
        """A table that never ends."""

        def __init__(self):
            self.at = 0

        def readable(self):
            return True

        def seekable(self):
            return True

        def seek(self, at, _=0):
            self.at = at
            return at

        def readinto(self, buffer):
            rows = b"title,text\n" + b"Oil,It fell\n" * (len(buffer) // 12 + 2)
            data = (
                rows[self.at : self.at + len(buffer)]
                if self.at < 11
                else rows[11 + (self.at - 11) % 12 :][: len(buffer)]
            )
            buffer[: len(data)] = data
            self.at += len(data)
            return len(data)

    found = tables.read(io.BufferedReader(Endless()), "x", Options())

    assert [next(found).headline for _ in range(10_000)] == ["Oil"] * 10_000


NO_TABLES = [
    "Oil, gas and coal\nBy Jane Doe\n\nThey fell, and rose, the bank said.\n",
    "Text, lies and videotape\nIt was shown, and seen.\n",
    "Title, Text\n",
    "Harbour; ferry; fares\nThe harbour closes; the ferry sails; fares rise.\nSo it goes.\n",
    "title\ntext\nOil\n",
    "name,age\nJane,7\n",
    "a,b\n1,2\n3,4\n5,6\n",
    "Wins, losses, draws\nNorthport 3, 4, 5\nSouthport 4, 5, 6\nEastport 1, 2, 3\n",
    "| title | text |\n|---|---|\n| Oil | It fell |\n",
    '{"title": "Oil", "text": "It fell"}\n{"title": "Gas", "text": "It rose"}\n',
    "<p>title,text</p>\n<p>a,b</p>",
    "",
    "\0,\0\n",
]


@pytest.mark.parametrize("text", NO_TABLES)
def test_no_text_is_taken_for_a_table(text):
    assert not tables.begins(text.encode())


def test_a_table_without_rows_is_named():
    assert tables.begins(b"title,text\r\n")
    assert read("title,text\r\n") == ([], ["no rows below the names of the columns: passed over"])


def test_a_table_whose_first_row_is_longer_than_what_is_seen_of_it_is_one():
    data = f'title,text,date\nOil,"{"It fell. " * 10_000}",2025-05-02\n'

    assert tables.begins(data.encode()[: 64 << 10])
    assert [headline for headline, _ in texts(data)] == ["Oil"]


@pytest.mark.parametrize(
    "unit", [",", '"', '""', ";", "\n", "\r", "\n,", '\n"', "['a'", "['a', ", "\\", "a,b\n", 'a,"b\n', "title,text\n"]
)
def test_every_table_is_read_soon(unit):
    text = (unit * 60_000)[:60_000]

    for data in (f"title,text\nOil,It fell\n{text}", f"title,text\nOil,It fell\nGas,{text}", text):
        tables.begins(data.encode()[: 64 << 10])
        assert [*tables.read(io.BytesIO(data.encode()), "x", Options())]


PIECES = ["title", "text", ",", ";", "\t", '"', '""', "\\", "\n", "\r", "\0", "Oil", " ", "[", "']", "\u2028", "é"]


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join), st.booleans())
def test_nothing_in_a_table_raises(rest, is_utf16):
    data = f"title,text\nOil,It fell\nGas,up\n{rest}\nCoal,down\n"

    for content in (data, rest):
        tables.begins(content.encode())
        encoded = content.encode("utf-16" if is_utf16 else "utf-8")
        for item in tables.read(io.BytesIO(encoded), "x", Options()):
            assert isinstance(item, Article | Remark)


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_mapping_tells_of_columns_that_nothing_else_knows(tmp_path, mark):
    rows = [["kop", "wie", "tekst"], ["Haven dicht", "Jan Jansen", "De haven gaat dicht."]]
    (tmp_path / "nl.csv").write_text("".join(mark.join(row) + "\n" for row in rows))
    options = Options(mapping=(("headline", "kop"), ("byline", "wie"), ("body", "tekst")))

    (article,) = read_file(tmp_path / "nl.csv", "nl.csv", options)

    assert (article.headline, article.body) == ("Haven dicht", "De haven gaat dicht.")
    assert [author.name for author in article.authors] == ["Jan Jansen"]


def test_a_column_that_is_not_there_is_named(tmp_path):
    (tmp_path / "a.csv").write_text("Title,Story\nHarbour to close,It closes.\n")

    remark, other, _ = read_file(tmp_path / "a.csv", "a.csv", Options(mapping=(("body", "Storyy"),)))

    assert remark.message == "no column is called Storyy, of Title, Story"
    assert other.message == "no column is a body, of Title, Story; --map body=COLUMN says which is"
