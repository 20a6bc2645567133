"""The index's fields, for anyone who opens it with Whoosh itself.

Only Whoosh's own classes appear among them: they are pickled into the table of contents,
and Whoosh reads an index of the stock codec without newssearch. The analyzers are near
enough to newssearch's for a plain word typed into Whoosh's query parser; newssearch itself
never uses them.
"""

from typing import Any

from newssearch.engines.entry import KEYS, NO_TIME, POSITIONAL
from newssearch.engines.whoosh.stock import LowercaseFilter, RegexTokenizer, columns, fields

STORED = ("id", "headline")
"""What Whoosh's own hits carry."""


def schema() -> Any:
    """A new `whoosh.fields.Schema`: texts with positions, whole values, and columns.

    >>> sorted(schema().stored_names())
    ['headline', 'id']
    """
    words = RegexTokenizer(r"\w+(?:[.'-]\w+)*") | LowercaseFilter()
    whole = RegexTokenizer(r"(?s).+") | LowercaseFilter()
    return fields.Schema(
        **{name: fields.TEXT(analyzer=words, stored=name in STORED) for name in POSITIONAL},
        **{name: fields.ID(analyzer=whole, stored=name in STORED) for name in KEYS},
        day=fields.COLUMN(columns.NumericColumn("i", default=0)),
        first=fields.COLUMN(columns.NumericColumn("q", default=NO_TIME)),
        last=fields.COLUMN(columns.NumericColumn("q", default=NO_TIME)),
        article=fields.COLUMN(columns.VarBytesColumn()),
    )
