"""Encodings: what bytes are said to be in, what they are in, and what is refused."""

import io
import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newssearch.article import Article
from newssearch.readers import charsets, formats, recoded
from newssearch.readers.agency import xml_tree
from newssearch.readers.contract import Options, Remark, Revision
from newssearch.readers.encoding import decode, whatever
from newssearch.readers.feeds import rss
from newssearch.readers.html import tree
from newssearch.readers.mail.headers import text_of

WIDE = ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]


def read(data):
    """(articles, messages of the remarks)"""
    items = [*formats.read(io.BytesIO(data), "file", Options())]
    found = [item.article if isinstance(item, Revision) else item for item in items]
    return (
        [item for item in found if isinstance(item, Article)],
        [item.message for item in items if isinstance(item, Remark)],
    )


# --- names ------------------------------------------------------------------------

MEANT = [
    ("UTF-8", ("utf-8",)),
    (" utf8\n", ("utf-8",)),
    ("us-ascii", ("cp1252", "ascii")),
    ("ISO_8859-1", ("cp1252", "iso8859-1")),
    ("windows-1252", ("cp1252",)),
    ("iso-8859-9", ("cp1254", "iso8859-9")),
    ("ks_c_5601-1987", ("cp949", "euc_kr")),
    ("iso-2022-jp", ("iso2022_jp_ext", "iso2022_jp")),
    ("big5", ("big5hkscs", "big5")),
    ("x-gbk", ("gb18030", "gbk")),
    ("x-mac-cyrillic", ("mac-cyrillic",)),
    ("windows-874", ("cp874",)),
    ("iso-8859-8-i", ("iso8859-8",)),
    ("utf-16", ("utf-16-le",)),
    ("koi8-r", ("koi8-r",)),
]


@pytest.mark.parametrize(("name", "encodings"), MEANT)
def test_a_name_means_what_browsers_take_it_for_and_then_what_it_says(name, encodings):
    assert charsets.meant(name) == encodings


NO_TEXTS = ["", "no-such", "utf-7", "rot13", "zlib", "idna", "punycode", "unicode_escape", "cp037", "hex", "a\0b", "é"]


@pytest.mark.parametrize("name", NO_TEXTS)
def test_a_name_of_what_texts_are_not_in_means_nothing(name):
    assert charsets.meant(name) == ()


@given(st.text(max_size=20), st.binary(max_size=60))
def test_no_name_and_no_bytes_raise_more_than_they_may(name, data):
    charsets.of_xml(data), charsets.of_html(data), whatever(data)
    try:
        text, _ = decode(data, name)
    except ValueError:
        return
    assert "\0" not in text


# --- declared ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "real", "text"),
    [
        ("iso-8859-1", "cp1252", "“Café” – 4 €"),
        ("us-ascii", "cp1252", "“Café” – 4 €"),
        ("windows-1251", "cp1251", "Порт закрывают"),
        ("gb2312", "gb18030", "港口道路將關閉"),
        ("shift_jis", "cp932", "港は①月曜日に閉まる"),
        ("euc-kr", "cp949", "항구가 월요일에 닫힌다 똠"),
        ("tis-620", "cp874", "ท่าเรือ…"),
    ],
)
def test_each_reader_takes_a_declared_encoding_alike(name, real, text):
    data = text.encode(real)
    xml = f'<?xml version="1.0" encoding="{name}"?>'.encode()

    assert decode(data, name) == (text, "")
    assert text_of(data, name) == text
    assert tree.text_of(data, name) == (text, "")
    assert text in tree.text_of(f"<meta charset={name}><p>".encode() + data)[0]
    assert xml_tree.parse(xml + b"<p>" + data + b"</p>").root.text == text
    feed = b"<rss><channel><title>Post</title><item><title>" + data + b"</title></item></channel></rss>"
    (article,) = [item for item in rss.read(io.BytesIO(xml + feed), "feed", Options()) if isinstance(item, Article)]
    assert article.headline == text


def test_a_byte_that_windows_does_not_have_is_that_of_latin_1():
    assert decode(b"caf\xe9\x81", "iso-8859-1") == ("café", "")
    assert "café" in tree.text_of(b"<meta charset=iso-8859-1>caf\xe9\x81")[0]


def test_the_first_encoding_is_taken_that_the_bytes_can_be_in():
    assert decode("Łódź".encode(), "no-such", "shift_jis", "utf-8", "iso-8859-1") == ("Łódź", "")


@pytest.mark.parametrize("name", ["iso-8859-1", "shift_jis", "utf-16"])
def test_a_byte_order_mark_wins_over_what_is_said(name):
    assert decode("\ufeffŁódź".encode(), name) == ("Łódź", "")
    assert decode("\ufeffŁódź".encode("utf-16-be"), name) == ("Łódź", "")


def test_what_can_be_read_as_ascii_is_not_in_utf_16_whatever_it_says():
    page = '<meta charset="utf-16"><p>Über Oil</p>'.encode()

    assert tree.text_of(page) == (page.decode(), "")
    assert tree.text_of(page + b" ") == (page.decode() + " ", "")


def test_utf_16_that_is_said_is_read_where_its_zeros_are_there():
    text = "港口道路\n将关闭三个月。"

    assert decode(text.encode("utf-16-le"), "utf-16") == (text, "")
    assert decode(text.encode("utf-16-be"), "utf-16-be") == (text, "")


# --- without a name ---------------------------------------------------------------


@pytest.mark.parametrize("encoding", WIDE)
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("text", ["Oil falls – “again”.\nIt fell.", "<?xml version='1.0'?><p>Порт 一</p>"])
def test_utf_16_and_utf_32_are_known_with_and_without_a_mark(text, mark, encoding):
    assert decode((mark + text).encode(encoding)) == (text, "")


NO_TEXT = [
    b"O\0i\0",
    b"\0\0\0\0\0\0\0\0",
    b"O\0i\0l\0 \0\0\0\0\0f\0e\0l\0l\0",
    b"O\0i\0l\0 \0\x00\xd8\x00\xd8",
    b"\x01\0\x02\0\x03\0\x04\0",
    b"RIFF\0\0\0\0WAVE",
]


@pytest.mark.parametrize("data", NO_TEXT)
def test_zeros_that_are_not_those_of_letters_make_no_text(data):
    assert charsets.wide(data) == ""
    with pytest.raises(ValueError, match="binary"):
        decode(data)


@pytest.mark.parametrize("encoding", WIDE)
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_any_format_may_be_in_utf_16_and_utf_32(mark, encoding):
    headline, body = "Harbour of Łódź closes", "It closes on Monday – “for good”."
    record = json.dumps({"headline": headline, "body": body}, ensure_ascii=False)
    hedline = f"<body.head><hedline><hl1>{headline}</hl1></hedline></body.head>"
    content = f"<body.content><p>{body}</p></body.content>"
    item = f"<item><title>{headline}</title><description>{body}</description></item>"

    for text in [
        record,
        f"{record}\n{record}\n",
        f"title,text\n{headline},{body}\n",
        f"<?xml version='1.0' encoding='iso-8859-1'?><rss><channel><title>Post</title>{item}</channel></rss>",
        f"<?xml version='1.0' encoding='{encoding[:6]}'?><nitf><body>{hedline}{content}</body></nitf>",
        f"From: Jane Doe <j@x.example>\nSubject: {headline}\nDate: Mon, 6 May 2024 10:00:00 +0000\n\n{body}\n",
        f"{headline}\n\n{body}\n",
    ]:
        articles, remarks = read((mark + text).encode(encoding))
        assert {(found.headline, found.body) for found in articles} == {(headline, body)}, text
        assert remarks == []


def test_utf_16_with_much_damage_in_its_first_part_is_refused_and_later_read_up_to_there():
    lines = '{"headline": "A", "body": "Oil fell."}\n'.encode("utf-16-le")
    many = lines * (7 * formats.HEAD // 2 // len(lines))

    assert read("\ufeff".encode("utf-16-le") + lines + b"\x00\xd8\x00\xd8") == ([], ["damaged UTF-16: passed over"])
    articles, remarks = read(many + b"\x00\xd8" * 2000 + lines)
    assert len(articles) == len(many) // len(lines)
    assert remarks == ["damaged UTF-16: passed over from there"]


@pytest.mark.parametrize("encoding", WIDE)
@pytest.mark.parametrize("half", [chr(0xD83D), chr(0xDEA2)], ids=["first", "second"])
def test_half_a_pair_in_a_text_of_utf_16_or_utf_32_costs_only_itself(encoding, half):
    text = "Oil fell on Monday. " * 10
    data = f"\ufeff{text}{half}{text}".encode(encoding, "surrogatepass")
    notice = f"not all of it is {encoding[:6].upper()}: what is not was replaced"

    assert decode(data) == (f"{text}\ufffd{text}", notice)
    utf8 = recoded.as_utf8(io.BytesIO(data), encoding)
    assert utf8.read().decode() == f"\ufeff{text}\ufffd{text}"
    assert (utf8.notice, utf8.problem) == (notice, "")


@pytest.mark.parametrize("at", [0, 1, 2, 3, -1, -2, -3])
def test_half_a_pair_is_replaced_wherever_a_piece_of_the_file_ends(at):
    text = "a" * (recoded.PIECE // 2 + at) + "\ud83d" + "b" * recoded.PIECE

    utf8 = recoded.as_utf8(io.BytesIO(text.encode("utf-16-le", "surrogatepass") + b"c"), "utf-16-le")

    assert utf8.read().decode() == "\ufeff" + text.replace("\ud83d", "\ufffd") + "\ufffd"
    assert utf8.problem == ""


def test_a_file_with_a_mark_and_noise_behind_it_is_no_utf_16():
    data = b"\xff\xfe" + random.Random(1).randbytes(4000)

    with pytest.raises(ValueError, match="damaged UTF-16"):
        decode(data)
    utf8 = recoded.as_utf8(io.BytesIO(data), "utf-16-le")
    assert utf8.read()
    assert utf8.problem == "damaged UTF-16"


def test_the_mark_of_a_damaged_file_comes_out_once():
    utf8 = recoded.as_utf8(io.BytesIO("\ufefftitle\ud83d".encode("utf-16-le", "surrogatepass")), "utf-16-le")

    assert utf8.read() == b"\xef\xbb\xbftitle"
    assert utf8.problem == "damaged UTF-16"


def test_a_few_wrong_bytes_do_not_make_windows_1252_of_utf_8():
    text = "Łódź und Zürich: „Übermorgen“ wird’s – vielleicht – teurer. " * 3

    assert decode(text.encode() + b"\xe2\x80") == (text + "\ufffd", "not all of it is UTF-8: what is not was replaced")
    assert decode("Café Zürich".encode("cp1252"))[1] == "not UTF-8: read as Windows-1252"
