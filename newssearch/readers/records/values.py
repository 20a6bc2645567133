"""A record's values, by the names of an article's fields."""

from collections.abc import Mapping
from typing import Any

from newssearch.moment import Moment
from newssearch.readers.contract import Options
from newssearch.readers.dates import record_dates
from newssearch.readers.records import fields

LONGEST_KEY = 2_000
"""Characters of the longest id or URL that is kept."""

MOST_NAMES = 64
"""Names of a record up to which it is remembered what they are."""


class Values:
    """A record's values by an article's field names; what could not be read is noted in `problems`."""

    def __init__(self, plain: Mapping[str, Any], options: Options) -> None:
        names = tuple([name for name, value in plain.items() if value or isinstance(value, int | float)])
        chosen = fields.given(names) if len(names) <= MOST_NAMES else fields.given.__wrapped__(names)
        self._plain = {field: plain[name] for field, name in chosen.items()}
        self._mapped = {field: _at_path(plain, path) for field, path in options.mapping}
        if "byline" in self._mapped:
            self._mapped.setdefault("authors", self._mapped["byline"])
        self.problems: list[str] = []

    def get(self, field: str) -> Any:
        """The best value for a field, or None."""
        if self._mapped and (mapped := self._mapped.get(field)) not in (None, "", []):
            return mapped
        return self._plain.get(field)

    def has(self, field: str) -> bool:
        return self.get(field) is not None

    def line(self, field: str) -> str:
        value = self.get(field)
        if value is None:
            return ""
        found = fields.line(value)
        if not found:
            self.problems.append(f"{field} holds no text: left out")
        return found

    def key(self, field: str) -> str:
        """An id or a URL."""
        found = self.line(field)
        if len(found) > LONGEST_KEY:
            self.problems.append(f"{field} is longer than {LONGEST_KEY:,} characters: left out")
            return ""
        return found

    def moment(self, field: str, zone: str) -> Moment | None:
        printed = self.line(field)
        found = record_dates.moment(printed, zone) if printed else None
        if printed and found is None:
            self.problems.append(f"{field} {printed[:40]!r} is not a date that is read: left out")
        return found

    def body(self) -> str:
        """The body's text; a list's items are its paragraphs. What has none is told by its summary."""
        value = self.get("body")
        text = "\n\n".join(filter(None, map(fields.text, fields.listed(value))))
        if value is not None and not text:
            self.problems.append("body holds no text: left out")
        return text or fields.text(self.get("summary"))


def _at_path(plain: Mapping[str, Any], path: str) -> Any:
    """The value of a name, or of a path of names with dots between them."""
    if path in plain:
        return plain[path]
    value: Any = plain
    for part in path.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    return value
