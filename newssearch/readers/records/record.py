"""One record to one article: our own form, the common ones and schema.org's, and mapped names."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields as dataclass_fields
from operator import attrgetter, itemgetter
from typing import Any

from newssearch.article import Article, Subhead
from newssearch.patterns import lazily
from newssearch.readers import language_names
from newssearch.readers.bylines.people import Byline, people
from newssearch.readers.contract import Options, Remark
from newssearch.readers.dates import dateline
from newssearch.readers.encoding import is_clean
from newssearch.readers.fragment import Flow, flow, is_markup, placed, plain
from newssearch.readers.plain import body
from newssearch.readers.records import fields, linked, writers
from newssearch.readers.records.values import LONGEST_KEY, Values

_OWN = frozenset(json.loads(Article().to_json()))
"""The members that every article of our own form has."""

_texts_of = itemgetter(*(field.name for field in dataclass_fields(Article) if field.name in _OWN and field.type is str))


_HTML = lazily(r"</(?:p|div|h[1-6]|li|blockquote)>|<br ?/?>", re.IGNORECASE)

_ENVELOPES = ("_source", "fields", "attributes")
"""Under what search engines and other programs keep what a record says; its id and kind stand beside it."""


def opened(plain: Mapping[str, Any]) -> Mapping[str, Any]:
    """A record out of its envelope, with what stands beside it of what it names by a number."""
    for name in _ENVELOPES:
        if isinstance(inner := plain.get(name), dict):
            plain = {**{key: value for key, value in plain.items() if key != name}, **inner}
    return linked.resolved(plain)


def is_record(plain: Mapping[str, Any], options: Options) -> bool:
    """Whether an object is an article's record: it has a headline or a body."""
    if plain.keys() >= _OWN and not options.mapping:
        return bool(plain["headline"] or plain["body"] or plain["status"])
    values = Values(opened(plain), options)
    kept = {"items", "articles", "@graph"}.isdisjoint(plain)
    return bool((values.get("headline") and kept) or values.get("body") or "_source" in plain)


def is_article_node(node: Mapping[str, Any]) -> bool:
    """Whether a node of a schema.org graph is an article."""
    kinds = node.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and kind.endswith(("Article", "Posting", "Report")) for kind in names)


def read(plain: Any, name: str, where: str, options: Options) -> Iterator[Article | Remark]:
    """The article of a record, and remarks on what of it could not be read."""
    at = f"{where}: " if where else ""
    if not isinstance(plain, dict):
        yield Remark(name, f"{at}not an object: passed over", lost=True)
        return
    plain = opened(plain)
    if not options.mapping and (own := _own(plain, name)):
        yield own
        return
    values = Values(plain, options)
    article = _article(values, name, options)
    if not article.headline and not article.body:
        yield Remark(name, f"{at}neither headline nor body: passed over", lost=True)
        return
    for problem in values.problems:
        yield Remark(name, f"{at}{problem}", lost=False)
    yield article


def _article(values: Values, name: str, options: Options) -> Article:
    """The article of a record's values: what they give wins over what its body says."""
    byline, printed = writers.read(values.get("authors"), values.get("byline"), fields.line(values.get("source")))
    text = values.body()
    marked = flow(text) if "<" in text and _HTML.search(text) else Flow([], [], [])
    found = body.read(("\n\n".join(marked.paragraphs) or text).split("\n"), separate_subheads=True)
    heads = sorted([*placed(marked, found.paragraphs), *found.subheads], key=attrgetter("before"))
    aside = [fields.text(values.get("boilerplate")), *marked.aside, *found.boilerplate]
    if byline and found.byline:
        aside.append(found.byline)
    if not printed.authors:
        inner = people(found.byline)
        printed = Byline(inner.authors or found.credits.authors, printed.agency or inner.agency)
    line = found.dateline
    if values.has("dateline"):
        aside.append(line.printed)
        line = dateline.place_of(values.line("dateline"))
    updated = values.moment("updated", options.zone)
    embargo, status = values.withheld(options.zone)
    section, *sections = [*fields.texts(fields.listed(values.get("section")))] or [""]
    return Article(
        id=values.key("id"),
        headline=plain(headline) if is_markup(headline := values.line("headline")) else headline,
        subheads=_subheads(values, heads),
        byline=byline or found.byline,
        authors=printed.authors,
        agency=values.line("agency") or body.agency_of(line, printed),
        dateline=line.printed,
        place=values.line("place") or line.place,
        published=values.moment("published", options.zone) or found.published(options.zone) or updated,
        updated=updated,
        seen=values.moment("seen", options.zone),
        body="\n".join(found.paragraphs),
        language=language_names.code(language := values.line("language")) or language,
        section=section,
        tags=(*sections, *fields.texts(values.get("tags"))),
        source=values.line("source") or options.source_name,
        url=values.key("url"),
        path=name,
        boilerplate="\n".join(filter(None, aside)),
        embargo=embargo,
        status=status,
    )


def _subheads(values: Values, found: list[Subhead]) -> tuple[Subhead, ...]:
    """Those found in the body, and those given that are not among them, at its top."""
    known = {subhead.text for subhead in found}
    given = fields.texts(fields.listed(values.get("subheads")))
    return (*(Subhead(text) for text in given if text not in known), *found)


def _own(plain: Mapping[str, Any], name: str) -> Article | None:
    """The article of our own form, `Article.to_dict`, or None where this is another."""
    if not plain.keys() >= _OWN:
        return None
    texts = _texts_of(plain)
    try:
        own = Article.from_dict({**plain, "path": name})
        people = [text for author in own.authors for text in (author.name, author.role, author.email)]
        sound = is_clean("".join((*texts, *own.tags, *people, *(subhead.text for subhead in own.subheads))))
    except (TypeError, ValueError):
        return None
    return own if sound and max(len(own.id), len(own.url)) <= LONGEST_KEY else None
