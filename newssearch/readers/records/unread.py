"""What the records of a file hold and no article takes: said once a file, with how to map it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from newssearch.readers.contract import Options, Remark
from newssearch.readers.dates import record_dates
from newssearch.readers.records import names
from newssearch.readers.records.fields import line
from newssearch.readers.records.record import opened
from newssearch.readers.records.values import at_path

_MOST = 200
"""Records whose values are looked at."""

_MOST_VALUES = 100
"""Values of a record that are looked at."""

_DEEPEST = 2
_TEXT, _WORDS = 200, 30
"""Characters and spaces from which on a value is an article's text; many languages write no spaces."""

_SHORTEST_DATE, _LONGEST_DATE = 8, 40
_LONGEST_LIST = 200
"""Characters of names that are said."""


class Unread:
    """Looks at the records of a file, one after the other, for what should have been read of them.

    These are names of the mapping that no record has, and texts and dates under names that are not known, where a
    record has no body or day of publication.
    """

    def __init__(self, options: Options, *, of_table: bool = False) -> None:
        """The names in the head of a table tell by themselves whether there is a body, and what is not there."""
        self._mapping = options.mapping
        self._missing = [] if of_table else [path for _, path in options.mapping]
        self._records = 0
        self._names: dict[str, None] = {}
        self._found: dict[str, dict[str, None]] = {field: {} for field in _IS if not of_table or field != "body"}

    def see(self, plain: Any) -> None:
        """Look at one record."""
        if not isinstance(plain, dict) or (self._records >= _MOST and not self._missing):
            return
        self._records += 1
        plain = opened(plain)
        self._missing = [path for path in self._missing if path not in plain and at_path(plain, path) is None]
        if self._records > _MOST:
            return
        self._names.update(dict.fromkeys(islice(plain, _MOST_VALUES)))
        given = {*names.chosen(plain), *(field for field, path in self._mapping if at_path(plain, path))}
        for field, found in self._found.items():
            if field not in given:
                values = islice(_unknown(plain), _MOST_VALUES)
                found.update((path, None) for path, value in values if _IS[field](value))

    def remarks(self, name: str) -> Iterator[Remark]:
        """What is to be said of them."""
        if self._missing and self._records:
            first = "record" if self._records == 1 else f"{self._records:,} records"
            what = f"nothing in the first {first} is called {_said(self._missing)}"
            yield Remark(name, f"{what}, of {_said(self._names)}", lost=False)
        if not any(self._found.values()):
            return
        unread = {field: found for field, found in self._found.items() if found}
        what = ", and ".join(f"the {_CALLED[field]} in {_said(found)}" for field, found in unread.items())
        how = " and ".join(f"--map {field}=NAME" for field in unread)
        yield Remark(name, f"not read: {what}; {how} {'say' if len(unread) > 1 else 'says'} which is", lost=False)


def _unknown(plain: Mapping[str, Any], above: str = "", depth: int = 0) -> Iterator[tuple[str, Any]]:
    """The values whose names are not known, and those in objects, by their paths."""
    for name, value in plain.items():
        if depth == 0 and names.plain_name(name) in _TAKEN:
            continue
        if isinstance(value, dict) and depth < _DEEPEST:
            yield from _unknown(value, f"{above}{name}.", depth + 1)
        elif not isinstance(value, dict) and (depth or names.plain_name(name) not in names.KNOWN):
            yield f"{above}{name}", value


_TAKEN = names.KNOWN - {*names.NAMES["body"]}
"""What is read otherwise; an object under a body's name may hold a record."""


def _is_text(value: Any) -> bool:
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        value = " ".join(value)
    if not isinstance(value, str) or len(value) < _TEXT:
        return False
    return value.count(" ") >= _WORDS or not value.isascii()


def _is_date(value: Any) -> bool:
    if not isinstance(value, str) or not _SHORTEST_DATE <= len(value) <= _LONGEST_DATE or value.isdigit():
        return False
    return any(map(str.isdigit, value)) and record_dates.moment(value.strip(), "UTC") is not None


_CALLED = {"body": "text", "published": "date"}
_IS: Mapping[str, Callable[[Any], bool]] = {"body": _is_text, "published": _is_date}


def _said(found: Iterable[str]) -> str:
    listed = ", ".join(map(line, found))
    return listed if len(listed) <= _LONGEST_LIST else f"{listed[:_LONGEST_LIST]}..."
