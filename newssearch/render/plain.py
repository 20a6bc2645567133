"""Results and articles for machines: JSON, JSON lines, CSV, ids, and an HTML page of one article."""

import csv
import html
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from newssearch.article import Article, Subhead
from newssearch.byline import shown
from newssearch.render.marks import CONTROL, clean, one_line
from newssearch.render.terminal import about
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


def article_html(article: Article) -> str:
    """A page with the whole article, everything escaped."""
    body = [
        f"<h2>{_escaped(part.text)}</h2>" if isinstance(part, Subhead) else f"<p>{_escaped(part)}</p>"
        for part in article.flow()
    ]
    if article.boilerplate:
        body.append(f"<aside><pre>{_escaped(article.boilerplate)}</pre></aside>")
    return "\n".join(
        [
            "<!doctype html>",
            f'<html lang="{_escaped(article.language or "en")}">',
            f'<head><meta charset="utf-8"><title>{_escaped(article.headline)}</title></head>',
            f"<body><article><h1>{_escaped(article.headline)}</h1>",
            f"<p><small>{_escaped(about(article))}</small></p>",
            *body,
            "</article></body></html>",
        ]
    )


def _escaped(text: str) -> str:
    return html.escape(clean(text))
