"""What a record names by a number, and holds beside it under `_embedded`, as HAL has it."""

from collections.abc import Iterator, Mapping
from typing import Any

from newssearch.readers.records.fields import listed

_DEEPEST = 2
"""Lists that may lie in each other: a relation may hold a list for each kind of thing."""


def resolved(plain: Mapping[str, Any]) -> Mapping[str, Any]:
    """A record with the things themselves for their numbers, where it holds them.

    >>> resolved({"author": 7, "_embedded": {"author": [{"id": 7, "name": "Jane Doe"}]}})["author"]
    [{'id': 7, 'name': 'Jane Doe'}]
    """
    held = plain.get("_embedded")
    if not isinstance(held, dict):
        return plain
    others = [value for relation, value in held.items() if relation not in plain]
    found = dict(plain)
    for name, value in plain.items():
        numbers = listed(value)
        if name != "id" and numbers and all(type(number) is int for number in numbers):
            things = {thing["id"]: thing for thing in _things(held.get(name, others), 0)}
            if there := [things[number] for number in numbers if number in things]:
                found[name] = there
    return found


def _things(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    """What has a number and a name."""
    if isinstance(value, dict):
        if type(value.get("id")) is int and isinstance(value.get("name"), str):
            yield value
    elif isinstance(value, list) and depth <= _DEEPEST:
        for one in value:
            yield from _things(one, depth + 1)
