"""What became of a query: everything widened, corrected, ignored or resolved comes back as a notice."""

from typing import NamedTuple

AS_TEXT = "; it was searched as text"
"""How the message of what was not understood ends, where that was text instead."""

NOT_UNDERSTOOD = {
    "unknown-field": "a name before a colon is no field; it was searched as text",
    "empty-field": "nothing stands after a field's colon; it was searched as text",
    "bad-date": "not a date or a period; it was searched as text",
    "bad-sort": "not an order; it was searched as text",
    "bad-show": "dup: and withheld: take show; it was searched as text",
    "bad-boost": "a boost is a number above 0, at most 1,000; it was searched as text",
    "bad-fuzzy": "a fuzzy word takes ~, ~1 or ~2; it was searched as text",
    "dangling-operator": "an operator with nothing to join, or without its distance, was searched as a word",
    "other-operator": "an operator of another program, as W/5, was searched as text",
    "unclosed-quote": "a quote without its other half was closed at the end",
    "unclosed-group": "a parenthesis or bracket without its other half was closed at the end",
    "stray-parenthesis": "a closing parenthesis without its other half was ignored",
    "near-as-and": "NEAR and PRE join only words, phrases, patterns and ORs of these in one field; it was AND",
    "too-far": "a distance is at most 1,000; it was taken as that",
}
"""Codes that strict mode makes errors of."""

UNDERSTOOD = {
    "ignored": "a part of the query holds no word and was ignored",
    "boost-dropped": "a boost where nothing is scored (exclusions, dates, inside NEAR) was ignored",
    "slop-ignored": "words of a name, or a whole value, have no order or distance; the ~ was ignored",
    "quoted-pattern": "a * next to a word in quotation marks is no pattern",
    "swapped": "the ends of a period were in the wrong order and were put right",
    "period": "what days or instants a period stands for",
    "withheld": "articles match that are killed, withheld or under embargo, and are not shown",
    "part-of-value": "no article has a value, which is compared whole, and some have it as a part of theirs",
    "undated": "articles without a date match all but the query's periods, which hold none of them",
}
"""Codes that only tell."""


class Notice(NamedTuple):
    """One remark: a code of this module, a line for a person, and the 0-based column it is about, if any."""

    code: str
    message: str
    column: int | None = None

    @property
    def understood(self) -> bool:
        return self.code not in NOT_UNDERSTOOD

    @property
    def printed(self) -> str:
        """The remark as a line for a person, who counts columns from 1."""
        return self.message if self.column is None else f"column {self.column + 1}: {self.message}"
