"""Xapian, by way of its own Python bindings.

All fields are one to a plain word, a headline's words counting four times and so on, as
Xapian's manual does it; names of authors stand under a prefix too. Its release 1.4 has no
search by edits, so that questions of the class fuzzy are not put to it. Its snippet is
one text of the asked length.
"""

import json
from pathlib import Path

import xapian

from benchmarks.adapters import Found
from benchmarks.adapters.prepared import FRAGMENT, FRAGMENTS, WEIGHTS, day, days, lines, script, texts
from benchmarks.questions import Question

DAY = 0
"""The slot of the day."""

AUTHOR = "A"
"""The prefix of authors' names."""

LONGEST = 245
"""Bytes that a term may have."""

GAP = 100
"""Positions between two texts, so that no phrase spans both."""


class Xapian:
    """A Xapian database in a folder."""

    lacks = frozenset({"fuzzy"})

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stemmer = xapian.Stem("english")

    @property
    def versions(self) -> dict[str, str]:
        return {"Xapian": xapian.version_string()}

    def build(self, articles: Path) -> int:
        base = xapian.WritableDatabase(str(self._folder), xapian.DB_CREATE)
        generator = xapian.TermGenerator()
        generator.set_stemmer(self._stemmer)
        generator.set_stemming_strategy(xapian.TermGenerator.STEM_ALL)
        for record, line in lines(articles):
            document = xapian.Document()
            generator.set_document(document)
            for field, weight in WEIGHTS.items():
                for text in texts(record, field):
                    generator.index_text(text, int(weight))
                    generator.increase_termpos(GAP)
            for name in texts(record, "byline"):
                generator.index_text(name, 1, AUTHOR)
                generator.increase_termpos(GAP)
            document.add_boolean_term(f"Q{record['id']}".encode()[:LONGEST])
            document.add_value(DAY, xapian.sortable_serialise(day(record)))
            document.set_data(line)
            base.add_document(document)
        base.commit()
        count = int(base.get_doccount())
        base.close()
        return count

    def open(self) -> None:
        self._base = xapian.Database(str(self._folder))
        self._enquire = xapian.Enquire(self._base)

    def close(self) -> None:
        self._base.close()

    def find(self, question: Question, limit: int, *, total: bool) -> Found:
        self._enquire.set_query(self._query(question))
        found = self._enquire.get_mset(0, limit, self._base.get_doccount() if total else 0)
        return Found([hit.docid for hit in found], found.get_matches_estimated() if total else None)

    def page(self, question: Question, limit: int) -> Found:
        self._enquire.set_query(self._query(question))
        found = self._enquire.get_mset(0, limit)
        shown = []
        for hit in found:
            record = json.loads(hit.document.get_data())
            shown.append((record["headline"], found.snippet(record["body"], FRAGMENTS * FRAGMENT, self._stemmer)))
        return Found(shown)

    def ids(self, found: Found) -> list[str]:
        return [json.loads(self._base.get_document(hit).get_data())["id"] for hit in found.hits]

    def command(self, question: Question, index: str) -> list[str]:
        return script("search_xapian", index, f'"{" ".join(question.words)}"')

    def _query(self, question: Question) -> xapian.Query:
        query = self._words(question)
        if question.period:
            first, last = map(xapian.sortable_serialise, days(question.period))
            period = xapian.Query(xapian.Query.OP_VALUE_RANGE, DAY, first, last)
            query = xapian.Query(xapian.Query.OP_FILTER, query, period)
        if question.author:
            names = [f"{AUTHOR}{stem}" for stem in self._stems(question.author.split())]
            query = xapian.Query(xapian.Query.OP_FILTER, query, xapian.Query(xapian.Query.OP_PHRASE, names))
        return query

    def _words(self, question: Question) -> xapian.Query:
        if question.shape == "prefix":
            unlimited = 0, xapian.Query.WILDCARD_LIMIT_ERROR
            return xapian.Query(xapian.Query.OP_WILDCARD, question.words[0], *unlimited, xapian.Query.OP_OR)
        operators = {"all": xapian.Query.OP_AND, "any": xapian.Query.OP_OR, "phrase": xapian.Query.OP_PHRASE}
        return xapian.Query(operators[question.shape], self._stems(question.words))

    def _stems(self, words: list[str] | tuple[str, ...]) -> list[str]:
        return [self._stemmer(word.lower()).decode() for word in words]
