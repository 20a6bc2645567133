"""What a search means: query text, the tree it becomes, and the reference that says what the tree matches."""

from newssearch.query.matcher import matches
from newssearch.query.notices import Notice
from newssearch.query.parser import Parsed, parse
from newssearch.query.plain import from_dict, to_dict
from newssearch.query.resolve import resolve
from newssearch.query.tree import Query

__all__ = ["Notice", "Parsed", "Query", "from_dict", "matches", "parse", "resolve", "to_dict"]
