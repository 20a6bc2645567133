"""Crawls: the files below tests/data/warc, and records that are made in a test."""

import io
from pathlib import Path

from newssearch.readers.contract import Options, Remark, Revision
from newssearch.readers.crawl import warc

DATA = Path(__file__).parent / "data" / "warc"
CRAWL = (DATA / "crawl.warc").read_bytes()
PAGE = b"<html><body><h1>Harbour to close</h1><p>It closes on Monday, the port said.</p></body></html>"
TEXT = b"Harbour to close\nBy Jane Doe\n\nThe harbour closes on Monday, the port said."


def read(data):
    """(articles, remarks)"""
    assert warc.begins(data)
    items = [*warc.read(io.BytesIO(data), "crawl.warc", Options())]
    return (
        [item.article for item in items if isinstance(item, Revision)],
        [item for item in items if isinstance(item, Remark)],
    )


def record(block, kind="response", content="application/http;msgtype=response", length=None, **header):
    fields = {
        "WARC-Type": kind,
        "WARC-Target-URI": "https://post.example/a",
        "WARC-Date": "2025-05-03T10:00:01Z",
        "Content-Type": content,
        "Content-Length": str(len(block) if length is None else length),
        **{name.replace("_", "-"): value for name, value in header.items()},
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in fields.items() if value)
    return f"WARC/1.0\r\n{lines}\r\n".encode() + block + b"\r\n\r\n"


def answer(body, status="200 OK", **header):
    lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in header.items())
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + body


def text_answer(body=TEXT, **header):
    return answer(body, **({"Content_Type": "text/plain"} | header))
