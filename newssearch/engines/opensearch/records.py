"""Articles as an index gives them back."""

from collections.abc import Iterator, Sequence
from typing import Any

from newssearch.article import Article
from newssearch.engines.base import Stored
from newssearch.engines.opensearch.client import Client
from newssearch.engines.opensearch.documents import document_id
from newssearch.engines.opensearch.pages import AS_IT_COMES, stream
from newssearch.errors import DamagedIndex

_AT_ONCE = 200


def held(client: Client, index: str, id: str) -> Stored | None:
    """The article with this id, as the last commit has it, or None."""
    for _, stored in read(client, index, [document_id(id)]):
        return stored
    return None


def read(client: Client, index: str, keys: Sequence[str]) -> Iterator[tuple[str, Stored]]:
    """The articles of the server's ids, those that are there, some hundred at a time."""
    for start in range(0, len(keys), _AT_ONCE):
        wanted = {"ids": list(keys[start : start + _AT_ONCE])}
        found = client.ask("POST", f"/{index}/_mget", wanted, params={"realtime": "false"})
        for one in found["docs"]:
            if one.get("found"):
                yield one["_id"], stored(one["_source"])


def every(client: Client, index: str) -> Iterator[Stored]:
    """All articles."""
    body = {"sort": AS_IT_COMES, "_source": ["article", "versions"]}
    return (stored(hit["_source"]) for hit in stream(client, index, body, _AT_ONCE))


def stored(source: Any) -> Stored:
    """The article and its earlier versions. Raises `DamagedIndex` for a record that is neither."""
    return Stored(article(source), tuple(_article(version) for version in source.get("versions", ())))


def article(source: Any) -> Article:
    """The article of a document."""
    return _article(source.get("article"))


def _article(plain: Any) -> Article:
    try:
        return Article.from_dict(plain)
    except (TypeError, ValueError) as error:
        raise DamagedIndex(f"a record is malformed ({error}): `newssearch rebuild` makes the archive anew") from None
