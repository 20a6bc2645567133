"""tantivy, by way of tantivy-py: query trees rather than its parser, each in the form that was fastest.

Stems and accents as near to newssearch's as its filters go. A union of words is one flat
list of words times fields; a prefix is a fuzzy query with no edit, ten times as fast as a
regular expression; a period is looked up in the inverted index, three times as fast as in
the column. One passage of a body is all that its snippet generator makes, so it has the
length of three.
"""

import json
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from tantivy import (
    Document,
    FieldType,
    Filter,
    Index,
    Occur,
    Query,
    Schema,
    SchemaBuilder,
    SnippetGenerator,
    TextAnalyzer,
    TextAnalyzerBuilder,
    Tokenizer,
)

from benchmarks.adapters import Found
from benchmarks.adapters.prepared import FRAGMENT, FRAGMENTS, WEIGHTS, Record, day, days, records, rest, script, texts
from benchmarks.questions import Question

MEMORY = 512_000_000
"""Bytes that its writer may fill before it writes a segment."""


class Tantivy:
    """A tantivy index in a folder."""

    lacks = frozenset[str]()

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._analyzer = _analyzer()

    @property
    def versions(self) -> dict[str, str]:
        return {"tantivy": version("tantivy")}

    def build(self, articles: Path) -> int:
        self._folder.mkdir(parents=True)
        index = Index(_schema(), str(self._folder))
        index.register_tokenizer("news", self._analyzer)
        writer = index.writer(MEMORY, num_threads=1)
        for record in records(articles):
            writer.add_document(_document(record))
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        return int(index.searcher().num_docs)

    def open(self) -> None:
        self._index = Index.open(str(self._folder))
        self._index.register_tokenizer("news", self._analyzer)
        self._schema = self._index.schema
        self._searcher = self._index.searcher()

    def close(self) -> None:
        del self._searcher, self._index

    def find(self, question: Question, limit: int, *, total: bool) -> Found:
        found = self._searcher.search(self._query(question), limit, count=total)
        return Found(found.hits, found.count if total else None)  # type: ignore[attr-defined, unused-ignore]

    def page(self, question: Question, limit: int) -> Found:
        query = self._query(question)
        generator = SnippetGenerator.create(self._searcher, query, self._schema, "body")
        generator.set_max_num_chars(FRAGMENTS * FRAGMENT)
        shown = []
        for _, address in self._searcher.search(query, limit, count=False).hits:
            document = self._searcher.doc(address)
            shown.append((document.get_first("headline"), generator.snippet_from_doc(document).to_html()))
        return Found(shown)

    def ids(self, found: Found) -> list[str]:
        documents = (self._searcher.doc(address) for _, address in found.hits)
        return [json.loads(document["rest"][0])["id"] for document in documents]

    def command(self, question: Question, index: str) -> list[str]:
        return script("search_tantivy", index, f'"{" ".join(question.words)}"')

    def _query(self, question: Question) -> Query:
        query = self._words(question)
        if question.period:
            first, last = days(question.period)
            period = Query.range_query(self._schema, "day", FieldType.Integer, first, last, use_inverted_index=True)
            query = _all(query, Query.const_score_query(period, 0.0))
        if question.author:
            query = _all(query, Query.term_query(self._schema, "author", question.author, "basic"))
        return query

    def _words(self, question: Question) -> Query:
        schema = self._schema
        match question.shape:
            case "prefix":
                word = question.words[0]
                return _weighted(lambda field: Query.fuzzy_term_query(schema, field, word, 0, prefix=True))
            case "fuzzy":
                (stem,) = self._stems(question.words)
                return _weighted(lambda field: Query.fuzzy_term_query(schema, field, stem, 1))
            case "phrase":
                stems: list[str | tuple[int, str]] = [*self._stems(question.words)]
                return _weighted(lambda field: Query.phrase_query(schema, field, stems))
            case "all" if len(question.words) > 1:
                return _all(*(self._any(stem) for stem in self._stems(question.words)))
            case _:
                return self._any(*self._stems(question.words))

    def _any(self, *stems: str) -> Query:
        terms = [
            (Occur.Should, Query.boost_query(Query.term_query(self._schema, field, stem, "freq"), weight))
            for stem in stems
            for field, weight in WEIGHTS.items()
        ]
        return Query.boolean_query(terms)

    def _stems(self, words: tuple[str, ...]) -> list[str]:
        return [stem for word in words for stem in self._analyzer.analyze(word)]


def _weighted(part: Callable[[str], Query]) -> Query:
    return Query.boolean_query(
        [(Occur.Should, Query.boost_query(part(field), weight)) for field, weight in WEIGHTS.items()]
    )


def _all(*parts: Query) -> Query:
    return Query.boolean_query([(Occur.Must, part) for part in parts])


def _analyzer() -> TextAnalyzer:
    builder = TextAnalyzerBuilder(Tokenizer.simple()).filter(Filter.remove_long(256)).filter(Filter.lowercase())
    return builder.filter(Filter.ascii_fold()).filter(Filter.stemmer("english")).build()


def _schema() -> Schema:
    builder = SchemaBuilder()
    for field in WEIGHTS:
        builder.add_text_field(field, stored=field in {"headline", "body"}, tokenizer_name="news")
    for field in ("id", "author"):
        builder.add_text_field(field, tokenizer_name="raw", index_option="basic")
    builder.add_integer_field("day", indexed=True, fast=True)
    builder.add_bytes_field("rest", stored=True)
    return builder.build()


def _document(record: Record) -> Document:
    document = Document()
    for field in WEIGHTS:
        for text in texts(record, field):
            document.add_text(field, text)
    for name in texts(record, "byline"):
        document.add_text("author", name)
    document.add_text("id", record["id"])
    document.add_integer("day", day(record))
    document.add_bytes("rest", rest(record).encode())
    return document
