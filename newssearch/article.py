"""An article: what readers make, engines keep and searches find."""

import json
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from functools import lru_cache
from operator import attrgetter
from typing import Any, Self

from newssearch.canonical_json import digest, quoted
from newssearch.digests import sha256
from newssearch.errors import UsageError
from newssearch.moment import Moment
from newssearch.urls import page_url
from newssearch.values import frozen


@frozen(kw_only=True)
class Author:
    """A person of a byline: the name as printed, and the role and e-mail printed with it."""

    name: str
    role: str = ""
    email: str = ""


STATUSES = ("", "canceled", "withheld")
"""What an agency may say of an item: nothing, that it is killed, or that it is not to be shown."""


@frozen()
class Subhead:
    """A heading inside the body; it stands before paragraph number `before` (from 0)."""

    text: str
    before: int = 0


@frozen(kw_only=True)
class Article:
    """One news article, as it was published.

    `body` is its paragraphs, a line each. `byline` and `dateline` are as printed;
    `authors`, `agency` and `place` are what was read from them. `boilerplate` (menus,
    related headlines, newsletter boxes) is kept with the article and never searched.
    `id` is stable: an article with the same id replaces the one before.

    `seen` is when a copy was found, as by a crawl. `status` is empty for what may be
    shown, else one of `STATUSES`; what is withheld, or not to be shown before its
    `embargo`, is kept and not found. `version` counts an agency's versions of an item.

    >>> Article(headline="Oil falls", authors=(Author(name="Jane Doe"),)).authors[0].name
    'Jane Doe'
    """

    id: str = ""
    headline: str = ""
    subheads: tuple[Subhead, ...] = ()
    byline: str = ""
    authors: tuple[Author, ...] = ()
    agency: str = ""
    dateline: str = ""
    place: str = ""
    published: Moment | None = None
    updated: Moment | None = None
    body: str = ""
    language: str = ""
    section: str = ""
    tags: tuple[str, ...] = ()
    source: str = ""
    url: str = ""
    path: str = ""
    boilerplate: str = ""
    seen: Moment | None = None
    embargo: Moment | None = None
    status: str = ""
    version: int = 0

    def __post_init__(self) -> None:
        for name in _MOMENTS:
            moment = getattr(self, name)
            if moment is not None and not isinstance(moment, Moment):
                raise UsageError(f"{name} is a Moment, as in Moment(date(2025, 9, 28), time(8, 33), 'Asia/Seoul')")
        if self.authors and not all(isinstance(author, Author) for author in self.authors):
            raise UsageError("authors are Authors, as in (Author(name='Jane Doe'),)")
        if self.subheads and not all(isinstance(subhead, Subhead) for subhead in self.subheads):
            raise UsageError("subheads are Subheads, as in (Subhead('What is next', before=2),)")
        if type(self.version) is not int or self.version < 0:
            raise UsageError(f"no version {self.version!r}: give a number above 0, or 0 for none")
        if self.status not in STATUSES:
            raise UsageError(f"no status {self.status!r}: give one of {', '.join(STATUSES[1:])}, or none")

    @property
    def paragraphs(self) -> list[str]:
        """The body's paragraphs, in order."""
        return self.body.split("\n") if self.body else []

    def flow(self) -> Iterator[Subhead | str]:
        """The body as it is read: its paragraphs, and its subheads at their places among them."""
        heads = deque(sorted(self.subheads, key=lambda subhead: subhead.before))
        for number, paragraph in enumerate(self.paragraphs):
            while heads and heads[0].before <= number:
                yield heads.popleft()
            yield paragraph
        yield from heads

    def identified(self) -> Self:
        """The same article with an id: its own, else its URL, else a digest of what was printed.

        The digest is of source, headline, byline and printed time, so that the same
        article has the same id on every machine and in every folder.
        """
        if self.id:
            return self
        return self.moved(id=page_url(self.url) or self._printed_digest())

    def moved(self, *, id: str | None = None, path: str | None = None) -> Self:
        """The same article under another id, at another path, or both."""
        old_id, old_path, *rest = _values_of(self)
        return self._of(old_id if id is None else id, old_path if path is None else path, *rest)

    def _printed_digest(self) -> str:
        moment = self.published
        clock = "" if moment is None or moment.clock is None else moment.clock.isoformat()
        printed = [self.source, self.headline, self.byline, "" if moment is None else f"{moment.day}T{clock}"]
        if not self.headline:
            printed.append(self.body)  # nothing else would tell two such articles apart
        return digest(printed)[:16]

    def content_digest(self) -> str:
        """A digest of everything but the id and the path: equal for equal articles anywhere."""
        return content_digest(self.to_json())

    def to_dict(self) -> dict[str, Any]:
        """As plain JSON values, every field named; `from_dict` is the way back."""
        plain: dict[str, Any] = {}
        for name in _FIELDS:
            value = getattr(self, name)
            match name:
                case "authors":
                    value = [{"name": a.name, "role": a.role, "email": a.email} for a in value]
                case "subheads":
                    value = [{"text": s.text, "before": s.before} for s in value]
                case "tags":
                    value = list(value)
                case "published" | "updated" | "seen" | "embargo":
                    plain[name] = None if value is None else str(value)
                    plain[f"{name}_zone"] = None if value is None else value.zone
                    plain[f"{name}_zone_assumed"] = None if value is None else value.assumed
                    continue
            plain[name] = value
        return plain

    def to_json(self) -> bytes:
        r"""`to_dict` as JSON in its one canonical form: the same bytes for equal articles on every machine.

        It begins with id and path; `content_digest` is the digest of what follows them.

        >>> Article(id="x", path="a.txt", headline="Oil").to_json()[:42]
        b'{"id":"x","path":"a.txt","headline":"Oil",'
        """
        global _made  # noqa: PLW0603 - what is written is asked for twice in a row: for its digest, and to be kept
        article, text = _made
        if article is not self:
            _made = self, (text := self._json())
        return text

    def _json(self) -> bytes:
        members = _JSON % (
            *map(quoted, _texts_of(self)),
            *_moment_json(self.published),
            *_moment_json(self.updated),
            ",".join([_SUBHEAD % (quoted(subhead.text), subhead.before) for subhead in self.subheads]),
            ",".join([_AUTHOR % (quoted(a.name), quoted(a.role), quoted(a.email)) for a in self.authors]),
            ",".join(map(quoted, self.tags)),
        )
        rare = self._rare()
        return f"{{{members}{rare}}}".encode("utf-8", "backslashreplace")  # a lone surrogate becomes its JSON escape

    def _rare(self) -> str:
        """The members of what few articles have; they are left out where they are empty."""
        found = ""
        for name in ("seen", "embargo"):
            if moment := getattr(self, name):
                found += _MOMENT % {"name": name} % _moment_json(moment)
        if self.status:
            found += f',"status":{quoted(self.status)}'
        return found + f',"version":{self.version}' if self.version else found

    @classmethod
    def from_dict(cls, plain: Mapping[str, Any]) -> Self:
        """The article of a `to_dict`; fields that are missing are empty.

        Raises `TypeError` or `ValueError` on other shapes, however deep: no value has another type than its field's.
        """
        if not isinstance(plain, (dict, Mapping)):
            raise TypeError(f"not an object: {plain!r:.40}")
        texts = [*map(plain.get, _TEXTS)]
        status, version = plain.get("status") or "", plain.get("version") or 0
        if status not in STATUSES or type(version) is not int:
            raise ValueError(f"no status or version: {status!r:.40}, {version!r:.40}")
        if {*map(type, texts)} != {str}:
            texts = ["" if value is None else _text(value) for value in texts]
        return cls._of(
            *texts,
            *[_moment(plain, name) for name in _MOMENTS],
            status,
            version,
            tuple([_subhead(**item) for item in _items(plain, "subheads")]),
            tuple([_author(**item) for item in _items(plain, "authors")]),
            tuple(map(_text, _items(plain, "tags"))),
        )

    @classmethod
    def from_json(cls, data: bytes) -> Self:
        """The article of a `to_json`. Raises as `from_dict` does."""
        try:
            return cls.from_dict(json.loads(data))
        except RecursionError:
            raise ValueError("nested too deeply") from None

    @classmethod
    def _of(cls, *values: Any) -> Self:
        """An article of values that are known to be sound, in the order of `_ORDER`."""
        article = object.__new__(cls)
        for put, value in zip(_PUT, values, strict=True):  # two thirds of the time of __init__
            put(article, value)
        return article


_FIELDS = tuple(field.name for field in fields(Article))
_MOMENTS, _STATE = ("published", "updated", "seen", "embargo"), ("status", "version")
_LISTS = ("subheads", "authors", "tags")
_TEXTS = ("id", "path", *(name for name in _FIELDS if name not in {"id", "path", *_MOMENTS, *_STATE, *_LISTS}))
_ORDER = (*_TEXTS, *_MOMENTS, *_STATE, *_LISTS)
_PUT = [getattr(Article, name).__set__ for name in _ORDER]
_texts_of, _values_of = attrgetter(*_TEXTS), attrgetter(*_ORDER)

# --- as JSON ----------------------------------------------------------------------

_MOMENT = ',"%(name)s":%%s,"%(name)s_zone":%%s,"%(name)s_zone_assumed":%%s'
_JSON = ",".join(
    [f'"{name}":%s' for name in _TEXTS]
    + [(_MOMENT % {"name": name})[1:] for name in ("published", "updated")]
    + [f'"{name}":[%s]' for name in _LISTS]
)
_SUBHEAD, _AUTHOR = '{"text":%s,"before":%d}', '{"name":%s,"role":%s,"email":%s}'
_made: tuple[Article | None, bytes] = None, b""
"""The article that JSON was made of last, and what was made."""

_CONTENT = f',"{_TEXTS[2]}":'.encode()  # not in any text: a quotation mark there has a backslash before it


@lru_cache(maxsize=1)
def content_digest(article: bytes) -> str:
    """`Article.content_digest` of a `to_json`."""
    return sha256(article[article.index(_CONTENT) :]).hex()


def _moment_json(moment: Moment | None) -> tuple[str, str, str]:
    if moment is None:
        return "null", "null", "null"
    return f'"{moment}"', quoted(moment.zone), "true" if moment.assumed else "false"


# --- from plain values ------------------------------------------------------------


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"not a text: {value!r:.40}")
    return value


def _items(plain: Mapping[str, Any], name: str) -> Sequence[Any]:
    items: list[Any] | tuple[Any, ...] | None = plain.get(name)
    if items is None:
        return ()
    if type(items) not in {list, tuple}:
        raise TypeError(f"{name} is not a list")
    return items


def _subhead(text: Any, before: Any = 0) -> Subhead:
    if type(before) is not int:
        raise TypeError(f"not a paragraph's number: {before!r:.40}")
    return Subhead(_text(text), before)


def _author(name: Any, role: Any = "", email: Any = "") -> Author:
    return Author(name=_text(name), role=_text(role), email=_text(email))


def _moment(plain: Mapping[str, Any], name: str) -> Moment | None:
    text = plain.get(name)
    if text is None:
        return None
    zone, assumed = plain.get(f"{name}_zone") or "", plain.get(f"{name}_zone_assumed")
    return Moment.from_iso(_text(text), named=_text(zone), assumed=bool(assumed))
