"""A JSON document that breaks off or is broken in its middle, as of a download that stopped: what of it is whole."""

import json
import re
from collections.abc import Callable, Collection
from typing import Any, NamedTuple

_DEEPEST = 4
"""Arrays and objects in each other, of which each may break off."""

_FEWEST = 3
"""Names of a record that is the first whole one of a list: what stands inside of another, as a person, has fewer."""

_MOST_TRIES = 10_000
"""Places at which a list that is broken may go on, that are looked at."""

_SPACE = re.compile(r"[ \t\n\r]*+")
_BETWEEN = re.compile(r"\}[ \t\n\r]*+,?[ \t\n\r]*+(?=\{)")
_DECODER = json.JSONDecoder(strict=False)


class _Part(NamedTuple):
    """What is whole of a value, and where that ends; -1 where it breaks off. A value of which nothing is, is None."""

    value: Any
    end: int


class CutJson:
    """A text that breaks off, or is broken at some `gaps` that were passed over.

    `containers` are the names of members that hold records, which `is_record` knows.
    """

    def __init__(self, text: str, containers: Collection[str], is_record: Callable[[dict[str, Any]], bool]) -> None:
        self._text = text
        self._containers = containers
        self._is_record = is_record
        self._tries = _MOST_TRIES
        self.gaps = 0

    def whole(self, at: int) -> Any:
        """The array or object that begins there, with those of its records that are whole; None where none are.

        Behind one that is broken an array goes on with the next that is whole and has most of the same names.

        >>> CutJson('{"ok": 1, "items": [{"a": 1}, {"a": 2}, {"a"', ["items"], lambda _: False).whole(0)
        {'ok': 1, 'items': [{'a': 1}, {'a': 2}]}
        >>> CutJson('[{"a": 1}, {"a: 2}, {"a": 3}]', [], lambda value: True).whole(0)
        [{'a': 1}, {'a': 3}]
        >>> CutJson('{"a": 1, "items": [{"a": 1}, {"a"', ["items"], lambda value: "a" in value).whole(0) is None
        True
        """
        return self._part(at, 1).value

    def _part(self, at: int, depth: int) -> _Part:
        match self._text[at : at + 1]:
            case "[" if depth <= _DEEPEST:
                return self._array(at, depth)
            case "{" if depth <= _DEEPEST:
                return self._object(at, depth)
        return _Part(None, -1)

    def _array(self, at: int, depth: int) -> _Part:
        items: list[Any] = []
        at = self._past_space(at + 1)
        while not self._text.startswith("]", at):
            item = self._value(at) or self._part(at, depth + 1)
            if item.value is not None:
                items.append(item.value)
            begun, at = at, self._past_space(item.end)
            if item.end < 0 or not self._text.startswith((",", "]"), at):
                at = -1 if item.end < 0 and item.value is not None else self._next(max(begun, item.end - 1), items)
                if at < 0:
                    return _Part(items or None, -1)
                self.gaps += 1
            at = self._past_space(at + 1) if self._text.startswith(",", at) else at
        return _Part(items, at + 1)

    def _next(self, at: int, items: list[Any]) -> int:
        """Where the next record begins that is like those of a list, behind one that is broken; -1 for none."""
        known = next((item.keys() for item in items if isinstance(item, dict)), None)
        for found in _BETWEEN.finditer(self._text, at):
            self._tries -= 1
            if self._tries < 0:
                break
            item = self._value(found.end())
            if item is None or not self._is_record(item.value):
                continue
            names = item.value.keys() if known is None else item.value.keys() & known
            if len(names) >= _FEWEST if known is None else 2 * len(names) > max(len(known), len(item.value)):
                return found.end()
        return -1

    def _object(self, at: int, depth: int) -> _Part:
        members: dict[str, Any] = {}
        at = self._past_space(at + 1)
        end = at + 1 if self._text.startswith("}", at) else -1
        while (name := self._value(at)) and isinstance(name.value, str):
            at = self._past_space(name.end)
            if not self._text.startswith(":", at):
                break
            at = self._past_space(at + 1)
            # What may be long is taken apart at once, so that it is not read as a whole and then again.
            inner = name.value in self._containers and self._text.startswith(("[", "{"), at)
            member = self._part(at, depth + 1) if inner else self._value(at)
            if member is None:
                break
            if member.value is not None:
                members[name.value] = member.value
            at = self._past_space(member.end)
            if member.end < 0 or not self._text.startswith(",", at):
                end = at + 1 if member.end >= 0 and self._text.startswith("}", at) else -1
                break
            at = self._past_space(at + 1)
        if end < 0 and (members.keys().isdisjoint(self._containers) or self._is_record(members)):
            return _Part(None, -1)
        return _Part(members, end)

    def _value(self, at: int) -> _Part | None:
        """A value that is whole; a number at the end of the text may go on."""
        try:
            value, end = _DECODER.raw_decode(self._text, at)
        except (ValueError, RecursionError):
            return None
        return _Part(value, end) if end < len(self._text) or isinstance(value, str | list | dict) else None

    def _past_space(self, at: int) -> int:
        found = _SPACE.match(self._text, max(at, 0))
        return found.end() if found else at
