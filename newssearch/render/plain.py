"""Results and articles for machines: JSON, JSON lines, CSV and ids."""

import io
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from newssearch.byline import shown
from newssearch.render.marks import CONTROL, one_line
from newssearch.results import Hit, Results

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
COLUMNS = (
    "id", "score", "published", "headline", "byline", "authors", "place", "source", "section", "language", "url",
    "path", "snippet",
)  # fmt: skip


def to_json(value: Any, *, indent: int | None = 1, ascii_only: bool = False) -> str:
    """JSON that is safe to print: control characters and turns of direction are escaped."""
    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    return CONTROL.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def results(found: Results, form: str, *, ascii_only: bool = False) -> Iterator[str]:
    """The lines of an answer as ``json``, or as one of the forms of `hits`."""
    if form == "json":
        yield to_json(found.to_dict(), ascii_only=ascii_only)
    else:
        yield from hits(found.hits, form, ascii_only=ascii_only)


def hits(found: Iterable[Hit], form: str, *, ascii_only: bool = False) -> Iterator[str]:
    """The lines of hits as ``jsonl`` (a hit a line), ``csv`` or ``ids``, each as it comes."""
    match form:
        case "jsonl":
            yield from (to_json(hit.to_dict(), indent=None, ascii_only=ascii_only) for hit in found)
        case "csv":
            yield from _csv(found)
        case _:
            yield from (one_line(hit.id) for hit in found)


def _csv(found: Iterable[Hit]) -> Iterator[str]:
    yield _row(COLUMNS)
    for hit in found:
        plain = hit.to_dict()
        authors = "; ".join(shown(author.name) for author in hit.article.authors)
        snippet = next((s.text for s in hit.snippets if s.field == "body"), "")
        yield _row(
            [
                "" if v is None else str(v)
                for v in ({**plain, "authors": authors, "snippet": snippet}[name] for name in COLUMNS)
            ]
        )


def _row(cells: Sequence[str]) -> str:
    import csv  # here: of all forms one needs it

    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow([cell(text) for text in cells])
    return out.getvalue()


def cell(text: str) -> str:
    """A cell that no spreadsheet takes for a formula.

    >>> cell("=1+1"), cell("Oil falls")
    ("'=1+1", 'Oil falls')
    """
    text = one_line(text)
    return f"'{text}" if text.startswith(_FORMULA) else text
