"""A JSON document that breaks off or is broken in its middle, as of a download that stopped: what of it is whole."""

import json
import re
from collections.abc import Callable, Collection
from typing import Any, NamedTuple

_DEEPEST = 4
"""Arrays and objects in each other, of which each may break off."""

_FEWEST = 3
"""Names of a record that is the first whole one of a list: what stands inside of another, as a person, has fewer."""

_LOOKS = 16
"""How often a text is looked through, about, for where its lists go on."""

_WINDOWS = (1 << 16, 1 << 22)
"""Characters of a value at first: a mistake in it costs as many, and in a whole text as many as that has."""

_CLOSES = {"]": "[", "}": "{"}
_SPACE = re.compile(r"[ \t\n\r]*+")
_JUNK = re.compile(r"[ \t\n\r,;]*+")
_TOKEN = re.compile(r'"(?:[^"\\\n]|\\.)*+"|["\[\]{}]')
_FIRST_NAME = re.compile(r'\{[ \t\n\r]*+("[^"\\]{1,100}")[ \t\n\r]*+:')
_DECODER = json.JSONDecoder(strict=False)


class _Part(NamedTuple):
    """What is whole of a value, and where that ends; -1 where it breaks off. A value of which nothing is, is None."""

    value: Any
    end: int


class BrokenJson:
    """A text that breaks off, or is broken at some `gaps` that were passed over.

    `containers` are the names of members that hold records, which `is_record` knows; `end` is where what was read
    last ends, -1 where it breaks off.
    """

    def __init__(self, text: str, containers: Collection[str], is_record: Callable[[dict[str, Any]], bool]) -> None:
        self._text = text
        self._containers = containers
        self._is_record = is_record
        self._left = _LOOKS * len(text) + (1 << 20)
        self.gaps = 0
        self.end = -1

    def whole(self, at: int) -> Any:
        """The array or object that begins there, with those of its records that are whole; None where none are.

        Behind one that is broken an array goes on with the next that is whole and has most of the same names.

        >>> BrokenJson('{"ok": 1, "items": [{"a": 1}, {"a": 2}, {"a"', ["items"], lambda _: False).whole(0)
        {'ok': 1, 'items': [{'a': 1}, {'a': 2}]}
        >>> BrokenJson('[{"a": 1}, {"a: 2}, {"a": 3}]', [], lambda value: True).whole(0)
        [{'a': 1}, {'a': 3}]
        >>> BrokenJson('{"a": 1, "items": [{"a": 1}, {"a"', ["items"], lambda value: "a" in value).whole(0) is None
        True
        """
        value, self.end = self._part(at, 1)
        return value

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
            if self._text.startswith("]", at) and item.end >= 0:
                break
            if item.end >= 0 and self._text.startswith(",", at):
                at = self._past_space(at + 1)
                continue
            is_part = item.end < 0 and item.value is not None
            at = -1 if is_part else self._next(begun if item.end < 0 else item.end, items)
            if at < 0:
                return _Part(items or None, -1)
            self.gaps += 1
        return _Part(items, at + 1)

    def _next(self, at: int, items: list[Any]) -> int:
        """Where a list that is broken there goes on or ends: by its record's brackets, else by the next one like it."""
        behind = self._past_junk(at)
        if behind == at and self._text.startswith("{", at):
            behind = self._past_junk(self._closed(at))
        if behind > at and self._text.startswith(("{", "]"), behind):
            return behind
        return self._like(at, items)

    def _closed(self, at: int) -> int:
        """Where the object ends that begins there, if its brackets and quotation marks are right; or -1."""
        opened: list[str] = []
        for token in _TOKEN.finditer(self._text, at, at + self._left):
            mark = token[0]
            if mark in "[{":
                opened.append(mark)
            elif mark == '"' or (mark in _CLOSES and opened.pop() != _CLOSES[mark]):
                self._left -= token.end() - at
                return -1
            if not opened:
                self._left -= token.end() - at
                return token.end()
        self._left -= len(self._text) - at
        return -1

    def _like(self, at: int, items: list[Any]) -> int:
        """Where the next record begins that is whole, begins with the same name and has most of the list's; or -1."""
        if self._left < 0:
            return -1
        known = next((item.keys() for item in items if isinstance(item, dict)), None)
        begun = _FIRST_NAME.match(self._text, at)
        first = begun[1] if begun else json.dumps(next(iter(known), "")) if known else ""
        if not first:
            return -1
        begins = re.compile(rf"\}}[ \t\n\r]*+,?[ \t\n\r]*+(?=\{{[ \t\n\r]*+{re.escape(first)})")
        for found in begins.finditer(self._text, at):
            if self._left < 0:
                return -1
            item = self._value(found.end())
            if item is None or not self._is_record(item.value):
                continue
            names = item.value.keys() if known is None else item.value.keys() & known
            if len(names) >= _FEWEST if known is None else 2 * len(names) > max(len(known), len(item.value)):
                self._left -= found.end() - at
                return found.end()
        self._left -= len(self._text) - at
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
        for size in (*_WINDOWS, len(self._text)):
            part = self._text[at : at + size]
            try:
                value, end = _DECODER.raw_decode(part)
            except json.JSONDecodeError as error:
                if error.pos + 10 < len(part) and not error.msg.startswith("Unterminated"):
                    self._left -= error.pos
                    return None
                self._left -= len(part)
            except (ValueError, RecursionError):
                return None
            else:
                if end < len(part) or isinstance(value, str | list | dict):
                    return _Part(value, at + end)
            if at + size >= len(self._text):
                break
        return None

    def _past_space(self, at: int) -> int:
        found = _SPACE.match(self._text, max(at, 0))
        return found.end() if found else at

    def _past_junk(self, at: int) -> int:
        found = _JUNK.match(self._text, at) if at >= 0 else None
        return found.end() if found else at
