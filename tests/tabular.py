"""Reading tables: what is in one, and what is remarked of it."""

import io

from reading import articles, messages

from newssearch.readers.contract import Options
from newssearch.readers.records import tables


def read(data, reader=tables, **options):
    """(articles, messages of the remarks)"""
    data = data.encode() if isinstance(data, str) else data
    items = [*reader.read(io.BytesIO(data), "a.csv", Options(**options))]
    return articles(items), messages(items)
