"""An article as a page of HTML."""

from html import escape

from newssearch.article import Article, Subhead
from newssearch.render.marks import clean
from newssearch.render.terminal import about


def article(shown: Article) -> str:
    """A page with the whole article, everything escaped."""
    body = [
        f"<h2>{_escaped(part.text)}</h2>" if isinstance(part, Subhead) else f"<p>{_escaped(part)}</p>"
        for part in shown.flow()
    ]
    if shown.boilerplate:
        body.append(f"<aside><pre>{_escaped(shown.boilerplate)}</pre></aside>")
    return "\n".join(
        [
            "<!doctype html>",
            f'<html lang="{_escaped(shown.language or "en")}">',
            f'<head><meta charset="utf-8"><title>{_escaped(shown.headline)}</title></head>',
            f"<body><article><h1>{_escaped(shown.headline)}</h1>",
            f"<p><small>{_escaped(about(shown))}</small></p>",
            *body,
            "</article></body></html>",
        ]
    )


def _escaped(text: str) -> str:
    return escape(clean(text))
