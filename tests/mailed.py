"""Reading mail: the files below tests/data/mail, and messages that are made in a test."""

import io
from pathlib import Path

from reading import articles, messages

from newssearch.readers.contract import Options
from newssearch.readers.mail import messages as mail

DATA = Path(__file__).parent / "data" / "mail"


def read(data, zone="UTC"):
    """(articles, messages of the remarks)"""
    data = data if isinstance(data, bytes) else data.encode()
    assert mail.begins(data.lstrip())
    items = [*mail.read(io.BytesIO(data), "a.eml", Options(zone=zone))]
    return articles(items), messages(items)


def message(text="The harbour closes.", **headers):
    """The one article of a message of plain text."""
    headers = {"From": "Jane Doe <jane@post.example>", "Subject": "Harbour", **headers}
    lines = "".join(f"{name.replace('_', '-')}: {value}\n" for name, value in headers.items() if value)
    (found,), _ = read(f"{lines}\n{text}")
    return found
