"""The people of a record: names, objects, and lists of either, as programs write them."""

from collections.abc import Iterator, Mapping
from typing import Any

from newssearch.analysis import fold
from newssearch.article import Author
from newssearch.readers.bylines.newsroom import is_no_person
from newssearch.readers.bylines.people import LONGEST, Byline, people
from newssearch.readers.records import fields, lists
from newssearch.readers.records.names import NOTHING, plain_name

_PARTS = (
    ("firstname", "givenname", "forename", "first"),
    ("middlename", "middle"),
    ("lastname", "familyname", "surname", "last"),
)


def read(authors: Any, byline: Any, source: str) -> tuple[str, Byline]:
    """The byline as printed and its people, of what a record gives as either; objects are people as they are given."""
    found: list[Author] = []
    agency = ""
    for value in _each(authors, source):
        if isinstance(value, dict) and (name := _name(value)[:LONGEST]):
            if value.get("@type") == "Organization" or is_no_person(name) or fold(name) == fold(source):
                agency = agency or name
            else:
                found += _named(name, value)
        elif value is not None:
            printed = people(fields.line(value))
            found += _capitalized(printed.authors)
            agency = agency or printed.agency
    line = "" if _is_nobody(byline) or _is_list(byline) else fields.line(byline)
    if not line or not (isinstance(byline, str) or (isinstance(byline, dict) and not found)):
        line = ", ".join(filter(None, [*(author.name for author in found), agency]))
    if not found and line:
        printed = people(line)
        return line, Byline(printed.authors, agency or printed.agency)
    return line, Byline(tuple(found), agency)


def _each(value: Any, source: str) -> Iterator[Any]:
    """What a record gives, one at a time."""
    for one in fields.listed(value):
        if not isinstance(one, str):
            yield one
        elif not _is_nobody(one):
            parts = lists.parted(one)
            yield from parts if isinstance(parts, list) else _parted(parts, source)


def _is_nobody(value: Any) -> bool:
    return isinstance(value, str) and value.strip() in NOTHING


def _is_list(value: Any) -> bool:
    return isinstance(value, str) and not isinstance(lists.parted(value), str)


def _parted(text: str, source: str) -> list[str]:
    """The people of a text that stand in lines, between bars, or with their family names first.

    >>> _parted("Jane Doe|Al Roe", ""), _parted("Doe, Jane; Roe, Al", ""), _parted("Jane Doe|Editor", "")
    (['Jane Doe', 'Al Roe'], ['Jane Doe', 'Al Roe'], ['Jane Doe|Editor'])
    """
    for mark in ("\n", "|"):
        parts = [part for part in text.split(mark) if part.strip()] if mark in text else []
        # Bars with spaces part a person from a paper, too.
        if len(parts) > 1 and " |" not in text and all(map(_is_person, parts)) and source not in parts:
            return parts
    turned = [_turned(part) for part in text.split(";")] if ";" in text else []
    return turned if turned and all(turned) else [text]


def _turned(text: str) -> str:
    """A name in its order of one with the family name first; nothing for another text."""
    family, comma, first = (part.strip() for part in text.partition(","))
    name = f"{first} {family}"
    return name if comma and first and " " not in family and _is_person(name) else ""


def _is_person(text: str) -> bool:
    name = " ".join(text.split())
    return " " in name and people(name) == Byline((Author(name=name),))


def _capitalized(authors: tuple[Author, ...]) -> tuple[Author, ...]:
    """Without those in small letters beside others with capitals: `Writer and chess player`."""
    great = tuple(author for author in authors if not author.name.islower())
    return great or authors


def _name(person: Mapping[str, Any]) -> str:
    """The name of an object, whole or in parts."""
    if name := fields.line(person.get("name")):
        return name
    given = {plain_name(key): fields.line(value) for key, value in person.items()}
    first, middle, last = (next((given[key] for key in keys if given.get(key)), "") for keys in _PARTS)
    return " ".join(filter(None, [first, middle, last])) if first and last else ""


def _named(name: str, person: Mapping[str, Any]) -> tuple[Author, ...]:
    """The person of an object, or the people of one that has a whole byline for a name."""
    found = people(name).authors
    if len(found) > 1 or (found and found[0].name != name):
        return found
    role = fields.line(person.get("role") or person.get("jobTitle"))
    return (Author(name=name, role=role, email=fields.line(person.get("email"))),)
