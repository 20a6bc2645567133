"""A small columnar index, what it answers, and its files with other bytes in them."""

import contextlib
import json
import struct
import zlib
from datetime import UTC, date, datetime

from newssearch.article import Article, Author, Subhead
from newssearch.engines.base import Request
from newssearch.engines.whoosh import manifest as manifests
from newssearch.engines.whoosh.columnar.blocks import BlockFile, BlockWriter
from newssearch.engines.whoosh.engine import WhooshEngine
from newssearch.engines.whoosh.sketch_file import SKETCHES_FILE
from newssearch.engines.whoosh.writer import Writer
from newssearch.errors import DamagedIndex
from newssearch.highlight import highlight
from newssearch.moment import Moment, zone
from newssearch.query import parse, resolve

NOW = datetime(2025, 10, 2, 12, tzinfo=UTC)


QUERIES = [
    "oil",
    "oil OR gas",
    "falling prices",
    '"oil falls"',
    '"falls oil"~3',
    "oil NEAR/3 gas",
    "fal*",
    "oul~1",
    "author:ko",
    "source:reuters tag:energy",
    "NOT gas",
    "date:2025-09",
    "has:tags",
    "*",
]


def article(number):
    return Article(
        id=f"n{number}",
        headline=f"Oil falls in {['Paris', 'Seoul', 'Oslo'][number % 3]}",
        subheads=(Subhead("Gas too"),) * (number % 2),
        authors=(Author(name="Ko Yong-chul", role="Reporter", email="ko@example.org"),) * (number % 2),
        body="Prices of oil fell, and gas falls with it. " * (number % 4) + f"It was day {number}.",
        published=Moment(date(2025, 9, number + 1)) if number % 5 else None,
        language=["en", "fr"][number % 2],
        source="Reuters" if number % 2 else "AP",
        tags=("Energy",),
    )


def two_segments(folder):
    """A small index of two segments, one article deleted."""
    for numbers in (range(9), range(9, 12)):
        with Writer(folder) as writer:
            for number in numbers:
                writer.add(article(number))
            if writer.snapshot:
                writer.delete(2)
            writer.commit({"zone": "UTC"}, [b"{}"])
    return folder


def answers(folder):
    """All that an archive is asked: every kind of query, facets, orders, snippets, and its articles."""
    engine = WhooshEngine(folder)
    told = [engine.get("n3"), engine.get("nowhere"), engine.stats()["articles"], engine.settings]
    for text in QUERIES:
        query, _ = resolve(parse(text).query, NOW, zone("UTC"))
        found = engine.search(query, Request(now=NOW, limit=3, count=False))
        told.append([(match.id, match.score) for match in found.page])
        found = engine.search(query, Request(now=NOW, facets=("source", "tag", "month"), sort="newest"))
        told.append((found.total, found.facets, [match.id for match in found.page]))
        told.append([highlight(match.article(), query, engine.languages) for match in found.page[:2]])
    told.append(list(engine.articles()))
    return told


def check(folder, name, right):
    """The right answers, or an error that names the file. An index is opened anew, as by another process."""
    try:
        told = answers(folder)
    except DamagedIndex as error:
        assert name in str(error)  # noqa: PT017 - either is well
        assert "newssearch rebuild" in str(error)  # noqa: PT017
        return True
    assert told == right
    return False


def asked(folder):
    """Ask, of bytes that may be an error."""
    with contextlib.suppress(DamagedIndex):
        answers(folder)


def searched_files(folder):
    """The same but for the sketches, which only a commit reads."""
    return [name for name in data_files(folder) if not name.endswith(f".{SKETCHES_FILE}")]


def data_files(folder):
    """The files of the segments."""
    return sorted(name for name in manifests.read(folder).files if name.startswith("MAIN_"))


def with_table(data, table):
    """The same file with another table, and the checksum that belongs to it."""
    size = struct.unpack_from("<I", data, len(data) - 16)[0]
    return data[: len(data) - 16 - size] + table + struct.pack("<II", len(table), zlib.crc32(table)) + data[-8:]


def table_of(data):
    size = struct.unpack_from("<I", data, len(data) - 16)[0]
    return json.loads(data[len(data) - 16 - size : len(data) - 16])


def with_sections(path, **others):
    """A file with other contents in some sections (bytes), every checksum as it should be."""
    file = BlockFile(path.read_bytes(), path.name)
    writer = BlockWriter(path.with_suffix(".new"), path.suffix[1:])
    for section, (dtype, _, _) in sorted(table_of(file.buffer)["sections"].items(), key=lambda item: item[1][1]):
        data = others.get(section)
        writer.write(file.array(section).tobytes() if data is None else data)
        writer.end_section(section, dtype)
    writer.finish(**file.meta)
    return path.with_suffix(".new").read_bytes()


def of(folder, ending):
    """The name of the first segment's file of a kind."""
    return next(name for name in data_files(folder) if name.endswith(f".{ending}"))
