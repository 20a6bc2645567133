"""An article: what readers make, engines keep and searches find."""

import hashlib
import json
import re
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Self
from urllib.parse import urlsplit, urlunsplit

from newssearch.errors import UsageError
from newssearch.moment import Moment


@dataclass(frozen=True, kw_only=True, slots=True)
class Author:
    """A person of a byline: the name as printed, and the role and e-mail printed with it."""

    name: str
    role: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Subhead:
    """A heading inside the body; it stands before paragraph number `before` (from 0)."""

    text: str
    before: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Article:
    """One news article, as it was published.

    `body` is its paragraphs, a line each. `byline` and `dateline` are as printed;
    `authors`, `agency` and `place` are what was read from them. `boilerplate` (menus,
    related headlines, newsletter boxes) is kept with the article and never searched.
    `id` is stable: an article with the same id replaces the one before.

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

    def __post_init__(self) -> None:
        for name in ("published", "updated"):
            if not isinstance(getattr(self, name), Moment | None):
                raise UsageError(f"{name} is a Moment, as in Moment(date(2025, 9, 28), time(8, 33), 'Asia/Seoul')")
        if not all(isinstance(author, Author) for author in self.authors):
            raise UsageError("authors are Authors, as in (Author(name='Jane Doe'),)")
        if not all(isinstance(subhead, Subhead) for subhead in self.subheads):
            raise UsageError("subheads are Subheads, as in (Subhead('What is next', before=2),)")

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
        return replace(self, id=canonical_url(self.url) or self._printed_digest())

    def _printed_digest(self) -> str:
        moment = self.published
        clock = "" if moment is None or moment.clock is None else moment.clock.isoformat()
        printed = [self.source, self.headline, self.byline, "" if moment is None else f"{moment.day}T{clock}"]
        if not self.headline:
            printed.append(self.body)  # nothing else would tell two such articles apart
        return digest(printed)[:16]

    def content_digest(self) -> str:
        """A digest of everything but the id and the path: equal for equal articles anywhere."""
        return digest(replace(self, id="", path="").to_dict())

    def to_dict(self) -> dict[str, Any]:
        """As plain JSON values, every field named; `from_dict` is the way back."""
        plain: dict[str, Any] = {}
        for field in fields(self):
            value = getattr(self, field.name)
            match field.name:
                case "authors":
                    value = [{"name": a.name, "role": a.role, "email": a.email} for a in value]
                case "subheads":
                    value = [{"text": s.text, "before": s.before} for s in value]
                case "tags":
                    value = list(value)
                case "published" | "updated":
                    plain[field.name] = None if value is None else str(value)
                    plain[f"{field.name}_zone"] = None if value is None else value.zone
                    plain[f"{field.name}_zone_assumed"] = None if value is None else value.assumed
                    continue
            plain[field.name] = value
        return plain

    @classmethod
    def from_dict(cls, plain: Mapping[str, Any]) -> Self:
        """The article of a `to_dict`; fields that are missing are empty. Raises on other shapes."""
        values: dict[str, Any] = {f.name: plain[f.name] for f in fields(cls) if plain.get(f.name) is not None}
        values["authors"] = tuple(Author(**a) for a in values.get("authors", ()))
        values["subheads"] = tuple(Subhead(**s) for s in values.get("subheads", ()))
        values["tags"] = tuple(values.get("tags", ()))
        for name in ("published", "updated"):
            if name in values:
                values[name] = Moment.from_iso(
                    values[name],
                    named=plain.get(f"{name}_zone") or "",
                    assumed=bool(plain.get(f"{name}_zone_assumed")),
                )
        return cls(**values)


def digest(value: Any) -> str:
    """SHA-256, in hexadecimal, of a JSON value in its canonical form."""
    canonical = json.dumps(value, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|ocid|cmpid|ref_src", re.IGNORECASE)


def canonical_url(url: str) -> str:
    """A URL without its fragment and tracking parameters, scheme and host in lower case.

    >>> canonical_url("HTTPS://News.example/a?id=7&utm_source=x#top")
    'https://news.example/a?id=7'
    """
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url.strip()
    kept = [pair for pair in parts.query.split("&") if not _TRACKING.fullmatch(pair.partition("=")[0])]
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path, "&".join(kept), ""))
