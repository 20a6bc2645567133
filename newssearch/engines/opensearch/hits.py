"""What a search found: an article's id and score at once, the article itself when it is asked for."""

from collections.abc import Sequence
from typing import Any, overload

from newssearch.article import Article
from newssearch.engines.opensearch import records
from newssearch.engines.opensearch.client import Client
from newssearch.engines.opensearch.documents import is_cut
from newssearch.engines.ranking import DECIMALS
from newssearch.errors import IndexPlaceError
from newssearch.results import Match

WITH_ARTICLES = {"_source": ["article"], "docvalue_fields": ["name", "story", "document"]}
NAMED = {"stored_fields": "_none_", "docvalue_fields": ["name", "story", "document"]}
"""What a search is to bring of each hit: `NAMED` reads columns alone, a fraction of the time for many."""


class Hit:
    """An article of the page; read when it is asked for, where the answer did not bring it."""

    __slots__ = ("_held", "_name", "key", "page", "score", "similar", "story")

    def __init__(self, key: str, name: str, story: str, score: float, held: Any | None) -> None:
        self.key = key
        self.story = story
        self.score = score
        self.similar = 0
        self.page: Page | None = None
        self._name = name
        self._held = held

    @property
    def id(self) -> str:
        return self.article().id if is_cut(self._name) else self._name

    def article(self) -> Article:
        if self._held is not None:
            return records.article(self._held)
        assert self.page is not None, "a hit without an article is of a page"
        return self.page.article(self)


def hit(found: Any) -> Hit:
    """A hit as the server gives it."""
    fields = found["fields"]
    return Hit(
        key=fields["document"][0],
        name=fields["name"][0],
        story=fields["story"][0],
        score=round(found["_score"], DECIMALS),
        held=found.get("_source"),
    )


class Page(Sequence[Match]):
    """Many hits, whose articles are read some hundred at a time, as they are asked for."""

    _AT_ONCE = 200

    def __init__(self, client: Client, index: str, hits: list[Hit]) -> None:
        self._client = client
        self._index = index
        self._hits = hits
        self._numbers = {hit.key: number for number, hit in enumerate(hits)}
        self._records: dict[str, Article] = {}
        for hit in hits:
            hit.page = self

    def __len__(self) -> int:
        return len(self._hits)

    @overload
    def __getitem__(self, at: int) -> Match: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Match]: ...
    def __getitem__(self, at: int | slice) -> Match | Sequence[Match]:
        return self._hits[at]

    def article(self, hit: Hit) -> Article:
        if hit.key not in self._records:
            start = self._numbers[hit.key]
            wanted = [other.key for other in self._hits[start : start + self._AT_ONCE]]
            self._records = {key: stored.article for key, stored in records.read(self._client, self._index, wanted)}
        if hit.key not in self._records:
            raise IndexPlaceError(f"{hit.id} was taken out of {self._client.place} after it was found: ask again")
        return self._records[hit.key]
