"""The values of records as text."""

import math
from collections.abc import Iterator
from typing import Any

from newssearch.readers import language_names
from newssearch.readers.encoding import clean
from newssearch.readers.records import lists

_INNER = (
    "name", "text", "value", "#text", "@value", "rendered", "main", "original", "title", "content", "body", "@id",
    "href", "$date", "$oid", "$numberLong", "label", "term", "tag", "topic", "keyword",
)  # fmt: skip


def text(value: Any) -> str:
    """A value as text: an object by its name or text, a list by its first; "" where it holds none."""
    if isinstance(value, str):
        return clean(value)
    for _ in range(4):
        if isinstance(value, list):
            value = value[0] if value else None
        elif isinstance(value, dict):
            value = next((value[key] for key in _INNER if value.get(key)), None) or _in_languages(value)
        else:
            break
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, float):
        return "" if not math.isfinite(value) else str(int(value)) if value.is_integer() else str(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return ""


def _in_languages(value: dict[str, Any]) -> Any:
    """The first text of an object that holds one in each language: `{"eng": "Lima"}`."""
    if not value or "id" in value or not all(map(language_names.is_one, value)):
        return None
    return next(iter(value.values()))


def line(value: Any) -> str:
    """A value as one line of text."""
    if isinstance(value, str) and value.isprintable():  # then it is clean
        return " ".join(value.split())
    return " ".join(text(value).split())


def texts(value: Any) -> Iterator[str]:
    """A list's values, or the parts of a text between commas, each once; a number stands for something elsewhere."""
    value = lists.parted(value) if isinstance(value, str) else value
    parts = value if isinstance(value, list) else text(value).split(",")
    seen: set[str] = set()
    for part in parts:
        found = "" if isinstance(part, int | float) else line(_term(part))
        if found and found not in seen:
            seen.add(found)
            yield found


def _term(part: Any) -> Any:
    """What a tag says; one may tell of what kind it is, too: `{"name": "persons", "value": "Doe, Jane"}`."""
    if isinstance(part, dict) and isinstance(value := part.get("value"), str) and isinstance(part.get("name"), str):
        return value or part
    return part


def listed(value: Any) -> list[Any]:
    """A list as it is, any other value as the only one of a list."""
    return value if isinstance(value, list) else [value]
