"""Which articles tell one story: found by a commit, kept with each article, read by searches.

An article's document has its sketch (see `newssearch.similar`) and, as its `story`, the
name of the article that leads its group. A commit reads all sketches and writes again
the documents whose leader has changed.
"""

import numpy as np

from newssearch.engines.opensearch.bulk import Action, Bulk
from newssearch.engines.opensearch.client import Client
from newssearch.engines.opensearch.documents import document
from newssearch.engines.opensearch.pages import AS_IT_COMES, stream
from newssearch.engines.opensearch.records import read
from newssearch.engines.opensearch.sketch import unpacked
from newssearch.similar import NO_DAY, Sketches, groups, joined


def tell(client: Client, index: str) -> int:
    """Find the stories of all that an index shows, and put them into its documents; how many articles have others."""
    names: list[str] = []
    stories: list[str] = []
    keys: list[str] = []
    days: list[int] = []
    parts: list[Sketches] = []
    texts: list[str] = []
    asked = {
        "sort": AS_IT_COMES,
        "stored_fields": "_none_",
        "docvalue_fields": ["name", "story", "day", "document", "sketch"],
    }
    for hit in stream(client, index, asked, 5_000):
        fields = hit["fields"]
        keys += fields["document"]
        names += fields["name"]
        stories += fields["story"]
        days.append(fields.get("day", [NO_DAY])[0])
        texts += fields["sketch"]
        if len(texts) >= 5_000:
            parts.append(unpacked(texts))
            texts = []
    if not names:
        return 0
    found = groups(joined([*parts, unpacked(texts)]), np.array(days))
    leaders = [names[leader] for leader in found.leaders.tolist()]
    changed = {key: leader for key, leader, story in zip(keys, leaders, stories, strict=True) if leader != story}
    _put_again(client, index, changed)
    return int(found.paired.sum())


def _put_again(client: Client, index: str, changed: dict[str, str]) -> None:
    """Write the documents of these ids again, each with its story."""
    bulk = Bulk(client, index)
    try:
        for key, stored in read(client, index, list(changed)):
            bulk.add(Action(key, document(stored.article, stored.versions, changed[key])))
        bulk.finish()
    finally:
        bulk.close()
