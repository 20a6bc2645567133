"""Pages and what is known of them, in the forms that `benchmarks.extraction` tells of."""

import gzip
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from newssearch.analysis import fold
from newssearch.readers.dates.record_dates import moment

_BETWEEN_AUTHORS = re.compile(r"\s*[,;&/]\s*|\s+(?:and|und|et|y)\s+")


@dataclass(frozen=True, slots=True)
class Reading:
    """What is known of a page, or what was found in it; None where nothing is known."""

    headline: str | None = None
    authors: frozenset[str] | None = None
    published: date | None = None
    body: str | None = None
    subheads: tuple[str, ...] | None = None
    wanted: tuple[str, ...] | None = None  # pieces that are the article's, and that are not
    unwanted: tuple[str, ...] | None = None


class Page(NamedTuple):
    """A page and its truth."""

    name: str
    url: str
    data: bytes
    truth: Reading


def pages(folder: Path) -> Iterator[Page]:
    """The pages of a folder with their truth. Raises `ValueError` where none of the forms is found."""
    if (truth := folder / "ground-truth.json").exists():
        for name, known in _json(truth).items():
            yield _page(name, folder / "html" / f"{name}.html.gz", known)
    elif tables := sorted(folder.rglob("evaldata.json")):
        for url, known in _json(tables[0]).items():
            yield _page(known["file"], _either(tables[0].parent, known["file"]), {**known, "url": url})
    else:
        found = [(p, _html_of(p)) for p in sorted(folder.rglob("*.json"))]
        if not any(page for _, page in found):
            raise ValueError(f"{folder}: neither X.html beside X.json nor ground-truth.json nor evaldata.json")
        for truth, page in found:
            if page:
                yield _page(truth.stem, page, _json(truth))


def _html_of(truth: Path) -> Path | None:
    places = (truth.with_suffix(".html"), truth.parent.parent / "html" / f"{truth.stem}.html")
    return next((place for place in places if place.exists()), None)


def _either(folder: Path, name: str) -> Path:
    return next((path for path in (folder / "cache" / name, folder / "eval" / name) if path.exists()), folder / name)


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _page(name: str, path: Path, known: Mapping[str, Any]) -> Page:
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    text = {key: next(filter(None, map(known.get, (key, *others))), None) for key, others in _NAMES.items()}
    truth = Reading(
        headline=text["headline"] or None,
        authors=names_of(text["authors"]) or None,
        published=day_of(text["published"]),
        body=text["body"] or None,
        subheads=tuple(known["subheads"]) if known.get("subheads") else None,
        wanted=tuple(filter(None, known.get("with") or ())) or None,
        unwanted=tuple(filter(None, known.get("without") or ())) or None,
    )
    return Page(name, known.get("url") or "", data, truth)


_NAMES: Mapping[str, tuple[str, ...]] = {
    "headline": ("title",),
    "authors": ("author",),
    "published": ("date", "publish_date"),
    "body": ("articleBody", "text_cleaned", "text"),
}
"""What the forms call the parts of a truth."""


def names_of(value: Any) -> frozenset[str]:
    """The names of authors, as they are compared."""
    names = value if isinstance(value, list) else _BETWEEN_AUTHORS.split(value or "")
    return frozenset(fold(" ".join(name.split())).strip(" .") for name in names if name.strip())


def day_of(value: str | None) -> date | None:
    found = moment(value.strip(), "UTC") if value else None
    return found.day if found else None
