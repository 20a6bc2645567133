"""Which items of a feed are one article: what is said of them tells it, where an id or an address does not."""

from collections.abc import Iterable, Iterator, Sequence

from newssearch.readers.contract import Item, Options, Remark
from newssearch.readers.feeds import documents
from newssearch.readers.feeds.items import Entry, read, url_of
from newssearch.readers.fragment import plain
from newssearch.readers.records.fields import line
from newssearch.urls import canonical_url

LONGEST_NAME = 200
"""Characters of a headline by which an item is known."""


def of_feed(entries: Iterable[Entry], name: str, options: Options) -> Iterator[Item]:
    """The articles of a feed's items.

    An id that two have which are not one article is no id: their addresses are. Nor is such an
    address: they are known by their headlines.
    """
    every = [*entries]
    ids = [line(entry.id) for entry in every]
    shared = _shared(ids, [(entry.url, entry.title) for entry in every])
    every = [entry._replace(id="") if id in shared else entry for id, entry in zip(ids, every, strict=True)]
    pages = ["" if line(entry.id) else canonical_url(url_of(entry)) for entry in every]
    texts = [entry.content or entry.summary for entry in every]
    of_many = _shared(pages, [(entry.title or text, text) for entry, text in zip(every, texts, strict=True)])
    for entry, page, text in zip(every, pages, texts, strict=True):
        head = plain(entry.title or text)[:LONGEST_NAME] if page in of_many else ""
        known = entry._replace(id=f"{page}#{head}") if head else entry
        inner = documents.document(entry.content)
        yield from documents.read(known, inner, name, options) if inner else read(known, name, options)
    for id, count in shared.items():
        yield Remark(name, f"{count:,} items have one id, {id[:80]!r}: known by their addresses", lost=False)
    for page, count in of_many.items():
        yield Remark(name, f"{count:,} items have one address, {page[:80]!r}: known by their headlines", lost=False)


def _shared(keys: Sequence[str], of: Sequence[tuple[str, str]]) -> dict[str, int]:
    """The keys of which two items have each value of another, so that they are not one article, and how many they are.

    >>> _shared(["1", "1", "2", "2"], [("/oil", "Oil"), ("/gas", "Gas"), ("/tin", "Tin"), ("/tin", "Tin rises")])
    {'1': 2}
    """
    known: dict[str, list[tuple[str, str]]] = {}
    for key, values in zip(keys, of, strict=True):
        if key:
            known.setdefault(key, []).append(values)
    return {key: len(each) for key, each in known.items() if min(len(set(one)) for one in zip(*each, strict=True)) > 1}
