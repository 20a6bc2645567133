"""Indexes of numbered articles: how one is written, which articles it holds, and which files."""

from newssearch.article import Article
from newssearch.engines.whoosh import storage
from newssearch.engines.whoosh.snapshot import Snapshot
from newssearch.engines.whoosh.writer import Writer


def article(number: int) -> Article:
    return Article(id=str(number), headline=f"Oil {number}", body="oil gas " * number, language="en")


def written(folder, *numbers, fresh=False, archive=None, codec=None):
    with Writer(folder, fresh=fresh, codec=codec) as writer:
        for number in numbers:
            writer.add(article(number))
        writer.commit(archive)


def held(folder) -> list[str]:
    with Snapshot.open(folder) as snapshot:
        return sorted(snapshot.words("id")) if all(snapshot.living) else sorted(living_ids(snapshot))


def living_ids(snapshot):
    return (snapshot.record(n)["article"]["id"] for n, lives in enumerate(snapshot.living) if lives)


def ours(folder) -> set[str]:
    return {name for name in storage.names(folder) if name not in {"manifest.json", "write.lock"}}
