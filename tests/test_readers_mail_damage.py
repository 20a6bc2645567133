"""Broken mail: mailboxes of which one message is broken, and messages without end."""

import io

import pytest
from damaged import damaged
from hypothesis import given
from mailed import DATA, read

from newssearch.article import Article
from newssearch.readers.contract import Options, Remark
from newssearch.readers.mail import message as mail_message
from newssearch.readers.mail import messages as mail


def test_a_broken_message_of_a_mailbox_does_not_spoil_the_others():
    (first, third), remarks = read((DATA / "list.mbox").read_bytes())

    assert (first.headline, first.byline, first.source) == ("First", "Jane Doe", "Harbour List")
    assert str(first.published) == "1998-01-03T01:05:34-05:00"
    assert "From here on it is quoted." in first.body
    assert "From the middle of a paragraph" in first.body
    assert (third.headline, third.byline) == ("Third", "Bo Poe")
    assert remarks == [
        "message 2: a message without headers: passed over",
        "message 3: date 'yesterday' is not one that is read: left out",
    ]


def test_a_message_past_the_limit_is_named_and_the_next_is_read(monkeypatch):
    monkeypatch.setattr(mail, "LARGEST", 200)
    one = "From a@x Sat Jan  3 01:05:34 1998\nFrom: a@x\nSubject: {}\n\n{}\n\n"

    articles, remarks = read(one.format("A", "text " * 100 + "\n" * 100) + one.format("B", "text"))

    assert [article.headline for article in articles] == ["B"]
    assert remarks == ["larger than 0 MiB, the limit for a message: passed over"]


def test_a_mistake_of_ours_costs_one_message(monkeypatch):
    def article(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(mail_message, "_article", article)

    articles, remarks = read((DATA / "list.mbox").read_bytes())

    assert (articles, len(remarks)) == ([], 3)


def test_a_message_of_too_many_parts_is_passed_over():
    nested = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(3000))

    articles, remarks = read(f"From: a@x\nSubject: A\n{nested}")

    assert (articles, remarks) == ([], ["a message in too many parts (3,000): passed over"])


def test_messages_in_messages_end_somewhere():
    nested = "".join(f"From: a@x\nSubject: {n}\nContent-Type: message/rfc822\n\n" for n in range(100))

    articles, remarks = read(f"{nested}From: b@x\nSubject: Last\n\ntext")

    assert len(articles) + len(remarks) < 10


UNITS = ["(", "<", '"', ",", "=?x?q?", "=?utf-8?b?", "a@b ", "a, ", ";", "\\", "%", " via ", "\n x"]


@pytest.mark.parametrize("unit", UNITS)
def test_every_header_is_read_soon_and_without_a_mistake(unit):
    text = (unit * 200_000)[:200_000]
    headers = ["From", "Subject", "Date", "Message-ID", "List-Id", "Keywords", "Content-Type", "Content-Disposition"]
    data = "\n".join(f"{name}: x{text}" for name in headers)

    items = [*mail.read(io.BytesIO(f"{data}\n\ntext".encode()), "x", Options())]

    assert items
    assert not any("report it" in item.message for item in items if isinstance(item, Remark))


SOUND = [path.read_bytes() for path in sorted(DATA.iterdir())]
SCRAPS = [
    b"\n\n",
    b"=?utf-8?b?",
    b"=?x?q?=FF?=",
    b"boundary=",
    b"--b",
    b"\xff\xfe",
    b"From: ",
    b"(" * 50,
    b"<" * 50,
    b'"',
    b"%",
    b"*=''",
]


@given(damaged(SOUND, SCRAPS, most=6))
def test_no_damage_raises(data):
    for item in mail.read(io.BytesIO(data), "x", Options()):
        assert isinstance(item, Article | Remark)
        assert not isinstance(item, Remark) or "report it" not in item.message
