"""A record's values, by the names of an article's fields."""

from collections.abc import Mapping
from typing import Any

from newssearch.moment import Moment
from newssearch.patterns import lazily
from newssearch.readers import site_clock, withholding
from newssearch.readers.contract import Options
from newssearch.readers.dates import record_dates
from newssearch.readers.records import date_order, fields, names

LONGEST_KEY = 2_000
"""Characters of the longest id or URL that is kept."""

_IN_UTC = ("_gmt", "_utc")
"""How the names of times end that are in UTC."""

_CLOCK = lazily(r"\d{1,2}:\d\d(?::\d\d)?(?: ?[AaPp][Mm])?")

_NO_EMBARGO = frozenset(
    """0 0.0 false f no n none null nil nan na n/a off - -- — nein non undefined lifted expired unembargoed released
    immediate 0000-00-00
    """.split()  # noqa: SIM905 -- quotation marks would hide the words
) | {"", "not embargoed", "no embargo", "immediate release", "for immediate release", "0000-00-00 00:00:00"}
"""What stands where there is no embargo, or no more."""


class Values:
    """A record's values by an article's field names; what could not be read is noted in `problems`."""

    def __init__(self, plain: Mapping[str, Any], options: Options) -> None:
        chosen = names.chosen(plain)
        self._all = plain
        self._plain = {field: plain[name] for field, name in chosen.items()}
        self._mapped = {field: at_path(plain, path) for field, path in options.mapping}
        self._names = {**chosen, **dict(options.mapping)} if options.mapping else chosen
        self._date_order = options.date_order
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

    def withheld(self, zone: str) -> tuple[Moment | None, str]:
        """Before when an article is not to be shown, and its status: what is held back without a time is withheld."""
        said = fields.line(self.get("status"))
        value = self.get("embargo")
        printed = fields.line(value)
        if value is True or (value and not printed and not isinstance(value, float)):  # an object, say
            return None, withholding.status(said, None, held=True)
        if printed.casefold() in _NO_EMBARGO:
            return None, withholding.status(said, None)
        embargo = self.moment("embargo", zone, otherwise="withheld")
        return embargo, withholding.status(said, embargo, held=True)

    def moment(self, field: str, zone: str, otherwise: str = "left out") -> Moment | None:
        printed = self.line(field)
        at = date_order.as_iso(self._on_site(field, printed), self._date_order)
        found = record_dates.moment(at, zone) if at else None
        if found and found.clock is None and (clock := self._clock(field)):
            found = record_dates.moment(f"{at} {clock}", zone) or found
        if printed and found is None:
            what = f"is not a date that is read: {otherwise}"
            if date_order.may_be_two(at):
                what = f"may be two dates: {otherwise}; --date-order says which"
            self.problems.append(f"{field} {printed[:40]!r} {what}")
        return found

    def _on_site(self, field: str, printed: str) -> str:
        """A time with its offset, where it stands twice in the record, the second time in UTC."""
        name = self._names.get(field, "")
        if name.endswith(_IN_UTC):
            return site_clock.printed("", printed) or printed
        utc = next((fields.line(self._all[other]) for mark in _IN_UTC if (other := name + mark) in self._all), "")
        return (site_clock.printed(printed, utc) or printed) if utc else printed

    def _clock(self, field: str) -> str:
        """The time of day that stands beside a `date`, under a name of its own."""
        if names.plain_name(self._names.get(field, "")) not in names.DAYS:
            return ""
        clock = fields.line(self.get("clock"))
        return clock if _CLOCK.fullmatch(clock) else ""

    def body(self) -> str:
        """The body's text; a list's items are its paragraphs. What has none is told by its summary."""
        value = self.get("body")
        text = "\n\n".join(filter(None, map(fields.text, fields.listed(value))))
        if value is not None and not text:
            self.problems.append("body holds no text: left out")
        return text or fields.text(self.get("summary"))


def at_path(plain: Mapping[str, Any], path: str) -> Any:
    """The value of a name, or of a path of names with dots between them."""
    if path in plain:
        return plain[path]
    value: Any = plain
    for part in path.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    return value
