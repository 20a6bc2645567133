"""``python benchmarks/extraction.py FOLDER``: score the reading of pages against what is known of them.

The folder holds pages and their truth, in one of these forms, known by what is in it:

- ``X.html`` beside ``X.json``, an object with any of ``headline``, ``authors`` (a list),
  ``published`` (an ISO date), ``body``, ``subheads`` (a list) and ``url``;
- ``ground-truth.json`` beside ``html/``, as in zyte's article-extraction-benchmark;
- ``evaldata.json`` beside ``cache/`` and ``eval/``, as in trafilatura's evaluation;
- ``metadata/X.json`` beside ``html/X.html``, as in newspaper4k's tests.

A body's score is the F1 of the mean precision and the mean recall of its four-grams, as
in zyte's; that of subheads is the same with whole subheads. Headlines and sets of authors
are right or wrong; a date is right within a day. Where a truth has pieces of text that are the article's, and some that
are not (trafilatura's), it is told how many of each are in the body. What a page's truth
leaves empty is not scored. Pages a second are those of one process, in its CPU time.

With ``--visible``, newssearch is given the text of each page as a browser's "select all"
copies it, beside that text as a whole, and trafilatura, which is given the page.
``--half`` takes half of the pages, by a digest of their names: rules are made with one and
proved on the other.
"""

import argparse
import hashlib
import re
import sys
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from importlib.metadata import version
from pathlib import Path
from typing import Any

if not __package__:  # python benchmarks/extraction.py FOLDER
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import visible
from benchmarks.truth import Page, Reading, day_of, names_of, pages
from newssearch.article import Article, Subhead
from newssearch.readers.contract import Item, Options
from newssearch.readers.html import page as html
from newssearch.readers.plain import text as plain_text

GRAM = 4
_WORD = re.compile(r"\w+")


Extractor = Callable[[bytes, str], Reading]


def by_newssearch(data: bytes, url: str) -> Reading:
    return _reading(html.page(data, "", Options(), url=url))


def by_plain(data: bytes, _url: str) -> Reading:
    """By newssearch, of the text that a browser copies."""
    return _reading(plain_text.page(visible.text(data), "", Options()))


def by_nothing(data: bytes, _url: str) -> Reading:
    """The text that a browser copies, as it is."""
    return Reading("", frozenset(), None, visible.text(data), ())


def _reading(items: Iterable[Item]) -> Reading:
    article = next((item for item in items if isinstance(item, Article)), Article())
    flow = [part.text if isinstance(part, Subhead) else part for part in article.flow()]
    names = [author.name for author in article.authors]
    day = article.published.day if article.published else None
    return Reading(article.headline, names_of(names), day, "\n".join(flow), tuple(s.text for s in article.subheads))


def by_trafilatura(data: bytes, url: str) -> Reading:
    import trafilatura

    found: Any = trafilatura.bare_extraction(data, url=url or None, include_comments=False, with_metadata=True)
    if found is None:
        return Reading("", frozenset(), None, "", ())
    heads = [" ".join("".join(head.itertext()).split()) for head in found.body.iter("head")]
    return Reading(found.title or "", names_of(found.author), day_of(found.date), found.text or "", tuple(heads))


def by_newspaper4k(data: bytes, url: str) -> Reading:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of what is not installed
        import newspaper

    article = newspaper.Article(url or "https://news.example/", fetch_images=False)
    article.download(input_html=data.decode("utf-8", "replace"))
    try:
        article.parse()
    except Exception:  # noqa: BLE001 - what it cannot read is scored as nothing found
        return Reading("", frozenset(), None, "", ())
    day = article.publish_date.date() if article.publish_date else None
    return Reading(article.title, names_of(article.authors), day, article.text, ())


EXTRACTORS: Mapping[str, tuple[str, Extractor]] = {
    "newssearch": ("newssearch", by_newssearch),
    "trafilatura": ("trafilatura", by_trafilatura),
    "newspaper4k": ("newspaper4k", by_newspaper4k),
}
"""Each with the package that it is in."""

VISIBLE: Mapping[str, tuple[str, Extractor]] = {
    "newssearch": ("newssearch", by_plain),
    "text as a whole": ("newssearch", by_nothing),
    "trafilatura": ("trafilatura", by_trafilatura),
}
"""The same, where newssearch is given the text of a page and not the page."""

# --- scores -----------------------------------------------------------------------


@dataclass(slots=True)
class Score:
    """The sums over pages: for each measure, the pages scored, and what they scored."""

    package: str
    seconds: float = 0.0
    pages: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    sums: Counter[str] = field(default_factory=Counter)
    bodies: list[tuple[float, str]] = field(default_factory=list)

    def add(self, page: Page, found: Reading, seconds: float) -> None:
        truth = page.truth
        self.pages += 1
        self.seconds += seconds
        if truth.body is not None:
            precision, recall = overlap(grams(truth.body), grams(found.body or ""))
            self._add("precision", precision)
            self._add("recall", recall)
            self.bodies.append((f1(precision, recall), page.name))
        if truth.headline is not None:
            self._add("headline", plain(truth.headline) == plain(found.headline or ""))
        if truth.authors is not None:
            self._add("authors", truth.authors == found.authors)
        if truth.published is not None:
            days = abs(truth.published - found.published) if found.published else timedelta.max
            self._add("date", days <= timedelta(days=1))
        if truth.subheads is not None:
            heads = [Counter(map(plain, reading.subheads or ())) for reading in (truth, found)]
            precision, recall = overlap(*heads)
            self._add("subheads", f1(precision, recall))
        for name, pieces in (("wanted", truth.wanted), ("unwanted", truth.unwanted)):
            if pieces:
                self._add(name, sum(piece in (found.body or "") for piece in pieces) / len(pieces))

    def _add(self, name: str, value: float) -> None:
        self.counts[name] += 1
        self.sums[name] += value  # type: ignore[assignment]

    def mean(self, name: str) -> float | None:
        """The mean of a measure, or None where no page has its truth."""
        return self.sums[name] / self.counts[name] if self.counts[name] else None

    @property
    def body(self) -> float | None:
        precision, recall = self.mean("precision"), self.mean("recall")
        return None if precision is None or recall is None else f1(precision, recall)


def grams(text: str) -> Counter[Any]:
    """The four-grams of a text's words, and how often each is there; a shorter text is one."""
    words = _WORD.findall(text)
    return Counter(tuple(words[at : at + GRAM]) for at in range(max(1, len(words) - GRAM + 1)) if words)


def overlap(truth: Counter[Any], found: Counter[Any]) -> tuple[float, float]:
    """Precision and recall of what was found.

    >>> overlap(Counter("aab"), Counter("abbc"))
    (0.5, 0.6666666666666666)
    """
    if truth == found:
        return 1.0, 1.0
    both = (truth & found).total()
    return both / found.total() if found else 0.0, both / truth.total() if truth else 0.0


def f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


_PLAIN = str.maketrans("‘’‚‛“”„‟–—…\u00a0", "''''\"\"\"\"--. ")


def plain(text: str) -> str:
    """A headline as it is compared: its white space, quotation marks and dashes are all alike."""
    return " ".join(text.translate(_PLAIN).replace("...", ".").split())


def score(
    all_pages: Sequence[Page], names: Sequence[str], extractors: Mapping[str, tuple[str, Extractor]] | None = None
) -> tuple[dict[str, Score], list[str]]:
    """The scores of the extractors that are installed, and the names of those that are not."""
    scores: dict[str, Score] = {}
    missing: list[str] = []
    for name in names:
        package, extract = (extractors or EXTRACTORS)[name]
        try:
            extract(b"<p>Oil fell.</p>", "")  # loads what it needs
        except ImportError:
            missing.append(name)
            continue
        scores[name] = total = Score(package)
        for page in all_pages:
            start = time.process_time()
            found = extract(page.data, page.url)
            total.add(page, found, time.process_time() - start)
    return scores, missing


def half(name: str) -> str:
    """The half that a page is in, by its name alone."""
    return "second" if hashlib.sha256(name.encode()).digest()[0] & 1 else "first"


# --- the command ------------------------------------------------------------------


_COLUMNS = {
    "body F1": "precision",
    "precision": "",
    "recall": "",
    "headline": "",
    "authors": "",
    "date": "",
    "subheads": "",
    "wanted": "",
    "unwanted": "",
}
"""The table's columns, and the measure whose pages are counted below it where it is another."""


def table(scores: Mapping[str, Score]) -> Iterator[str]:
    """The lines of a table of scores."""
    yield _row("", "pages/s", _COLUMNS)
    for name, done in scores.items():
        rate = f"{done.pages / done.seconds:.1f}" if done.seconds else "-"
        values = [done.body if column == "body F1" else done.mean(column) for column in _COLUMNS]
        yield _row(_called(name, done.package), rate, ["-" if value is None else f"{value:.4f}" for value in values])
    first = next(iter(scores.values()), Score(""))
    yield _row("n", str(first.pages), [str(first.counts[other or column]) for column, other in _COLUMNS.items()])


def _row(name: str, rate: str, cells: Iterable[str]) -> str:
    return f"{name:20}{rate:>9}" + "".join(f"{cell:>11}" for cell in cells)


def _called(name: str, package: str) -> str:
    return name if package == "newssearch" else f"{name} {version(package)}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; its exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.extraction", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", metavar="FOLDER", type=Path, help="pages and what is known of them")
    parser.add_argument("--worst", action="store_true", help="name the ten pages with the lowest body F1")
    parser.add_argument("--only", metavar="NAME", choices={**EXTRACTORS, **VISIBLE}, help="score this one alone")
    parser.add_argument("--visible", action="store_true", help="give newssearch the text that a browser copies")
    parser.add_argument("--half", choices=["first", "second"], help="score half of the pages")
    options = parser.parse_args(arguments)
    extractors = VISIBLE if options.visible else EXTRACTORS
    try:
        found = [page for page in pages(options.folder) if options.half in (None, half(page.name))]
    except (OSError, ValueError, KeyError) as error:
        print(f"extraction: {error}", file=sys.stderr)
        return 2
    scores, missing = score(found, [options.only] if options.only else [*extractors], extractors)
    print("\n".join(table(scores)))
    for name in missing:
        print(f"{name}: not installed, left out")
    if options.worst:
        for name, done in scores.items():
            for value, page in sorted(done.bodies)[:10]:
                print(f"{name}: {value:.4f} {page}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
