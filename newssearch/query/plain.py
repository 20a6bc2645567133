"""The tree as JSON values, versioned, for saved searches and other programs."""

from dataclasses import fields
from typing import Any

from newssearch.errors import QueryError
from newssearch.query import tree
from newssearch.query.parser import parse

VERSION = 1
_EXPECTED = "not a saved query: expected {'version': 1, 'query': {...}} as to_dict makes it"

_NODES: dict[str, type[Any]] = {
    node.__name__.lower(): node
    for node in (
        *(tree.Word, tree.Phrase, tree.Pattern, tree.Fuzzy, tree.Name, tree.Value, tree.Exists, tree.Everything),
        *(tree.Date, tree.Near, tree.Not, tree.And, tree.Or, tree.Boost),
    )
}


def to_dict(query: tree.Query) -> dict[str, Any]:
    """The tree as JSON values.

    >>> to_dict(tree.Word("oil"))
    {'version': 1, 'query': {'word': {'word': 'oil', 'field': None}}}
    """
    return {"version": VERSION, "query": _node_to_dict(query)}


def _node_to_dict(query: tree.Query) -> dict[str, Any]:
    plain: dict[str, Any] = {}
    for item in fields(query):
        if item.compare:
            value = getattr(query, item.name)
            if item.name == "parts":
                value = [_node_to_dict(part) for part in value]
            elif item.name == "part":
                value = _node_to_dict(value)
            plain[item.name] = list(value) if isinstance(value, tuple) else value
    return {type(query).__name__.lower(): plain}


def from_dict(plain: Any) -> tree.Query:
    """The canonical tree of a `to_dict`. Raises `QueryError` for anything else, and for a later version."""
    try:
        version = plain["version"]
        if version != VERSION:
            raise QueryError(f"a saved query of version {version!r}; this newssearch reads version {VERSION}")
        query = _node_from_dict(plain["query"])
        canonical = parse(str(query), most=None).query
    except (KeyError, TypeError, ValueError, AttributeError, ArithmeticError, RecursionError) as error:
        if isinstance(error, QueryError):
            raise
        raise QueryError(_EXPECTED) from error
    if canonical != query:  # a word that is no word, a period that is none, a boost of a boost
        raise QueryError(_EXPECTED)
    return canonical


def _node_from_dict(plain: Any) -> tree.Query:
    ((name, values),) = plain.items()
    values = dict(values)
    if "parts" in values:
        values["parts"] = tuple(_node_from_dict(part) for part in values["parts"])
    if "part" in values:
        values["part"] = _node_from_dict(values["part"])
    if "words" in values:
        values["words"] = tuple(values["words"])
    node: tree.Query = _NODES[name](**values)
    return node
