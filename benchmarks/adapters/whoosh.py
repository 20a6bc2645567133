"""Stock Whoosh: its own writer, codec and searcher, with an analysis as near to newssearch's as its filters go."""

from collections.abc import Callable
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any

from whoosh import analysis, fields, index, query
from whoosh.support.charset import accent_map

from benchmarks.adapters import Found
from benchmarks.adapters.prepared import FRAGMENTS, WEIGHTS, day, days, records, rest, script, texts
from benchmarks.questions import Question

MEMORY = 512
"""MB that its writer may fill before it writes a run."""


class Whoosh:
    """A Whoosh index in a folder."""

    lacks = frozenset[str]()

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def versions(self) -> dict[str, str]:
        return {"Whoosh": version("Whoosh")}

    def build(self, articles: Path) -> int:
        self._folder.mkdir(parents=True)
        made = index.create_in(self._folder, _schema())
        writer = made.writer(limitmb=MEMORY)
        for record in records(articles):
            words = {field: "\n".join(texts(record, field)) for field in WEIGHTS}
            names = "\t".join(texts(record, "byline"))
            writer.add_document(**words, author=names, id=record["id"], day=day(record), rest=rest(record))
        writer.commit()
        return int(made.doc_count())

    def open(self) -> None:
        self._index = index.open_dir(self._folder)
        self._searcher = self._index.searcher()

    def close(self) -> None:
        self._searcher.close()
        self._index.close()

    def find(self, question: Question, limit: int, *, total: bool) -> Found:
        query = self._query(question)
        results = self._searcher.search(query, limit=limit)
        # len(results) is too small for a word and a range: it believes that the search for the best saw all.
        return Found(results.top_n, sum(1 for _ in query.docs(self._searcher)) if total else None)

    def page(self, question: Question, limit: int) -> Found:
        results = self._searcher.search(self._query(question), limit=limit, terms=True)
        return Found([(hit["headline"], hit.highlights("body", top=FRAGMENTS)) for hit in results])

    def ids(self, found: Found) -> list[str]:
        return [self._searcher.stored_fields(number)["id"] for _, number in found.hits]

    def command(self, question: Question, index: str) -> list[str]:
        return script("search_whoosh", index, f'"{" ".join(question.words)}"')

    @cached_property
    def _analyzer(self) -> Callable[[str], Any]:
        return _words()  # type: ignore[no-any-return]

    def _query(self, question: Question) -> Any:
        parts = [self._part(question)]
        if question.period:
            first, last = days(question.period)
            parts.append(query.NumericRange("day", first, last))
        if question.author:
            parts.append(query.Term("author", question.author))
        return query.And(parts) if len(parts) > 1 else parts[0]

    def _part(self, question: Question) -> Any:
        match question.shape:
            case "prefix":
                return _weighted(lambda field, weight: query.Prefix(field, question.words[0], boost=weight))
            case "fuzzy":
                (stem,) = self._stems(question)
                return _weighted(
                    lambda field, weight: query.FuzzyTerm(field, stem, boost=weight, maxdist=1, prefixlength=1)
                )
            case "phrase":
                stems = self._stems(question)
                return _weighted(lambda field, weight: query.Phrase(field, stems, boost=weight))
            case "any":
                return query.Or([_term(field, stem) for stem in self._stems(question) for field in WEIGHTS])
            case _:
                words = [query.Or([_term(field, stem) for field in WEIGHTS]) for stem in self._stems(question)]
                return query.And(words) if len(words) > 1 else words[0]

    def _stems(self, question: Question) -> list[str]:
        return [token.text for word in question.words for token in self._analyzer(word)]


def _term(field: str, stem: str) -> Any:
    return query.Term(field, stem, boost=WEIGHTS[field])


def _weighted(part: Callable[[str, float], Any]) -> Any:
    return query.Or([part(field, weight) for field, weight in WEIGHTS.items()])


def _words() -> Any:
    return (
        analysis.RegexTokenizer()
        | analysis.LowercaseFilter()
        | analysis.CharsetFilter(accent_map)
        | analysis.StemFilter(lang="en", cachesize=-1)
    )


def _schema() -> Any:
    return fields.Schema(
        **{name: fields.TEXT(analyzer=_words(), stored=name in {"headline", "body"}) for name in WEIGHTS},
        author=fields.KEYWORD(analyzer=analysis.RegexTokenizer(r"[^\t]+")),
        id=fields.ID(stored=True),
        day=fields.NUMERIC(int),
        rest=fields.STORED,
    )
