"""How a test finds an OpenSearch server, and a place on it that is gone afterwards.

NEWSSEARCH_OPENSEARCH=http://localhost:9200 names the server (`python tests/opensearch/serve.py
pytest` runs one). Without it these tests are skipped; with NEWSSEARCH_REQUIRE_OPENSEARCH=1 they fail.
"""

import os
from datetime import UTC, datetime
from urllib.parse import urlsplit
from uuid import uuid4

import pytest

from newssearch.engines.base import Request, Stored
from newssearch.engines.opensearch.engine import OpenSearchEngine
from newssearch.engines.opensearch.place import read_place
from newssearch.moment import zone
from newssearch.query import parse, resolve

NOW = datetime(2025, 10, 2, 12, tzinfo=UTC)

ADDRESS = os.environ.get("NEWSSEARCH_OPENSEARCH", "")
WHY_NOT = os.environ.get("NEWSSEARCH_NO_OPENSEARCH") or "run `python tests/opensearch/serve.py pytest`"
if not ADDRESS and os.environ.get("NEWSSEARCH_REQUIRE_OPENSEARCH"):
    pytest.fail(f"NEWSSEARCH_REQUIRE_OPENSEARCH asks for an OpenSearch: {WHY_NOT}", pytrace=False)

needs_server = pytest.mark.skipif(not ADDRESS, reason=f"no OpenSearch: {WHY_NOT}")


class PassingEngine(OpenSearchEngine):
    """An archive that is gone when its engine is closed."""

    def close(self):
        for index in self._client.ask("GET", f"/{self.place.name}*/_alias"):
            self._client.ask("DELETE", f"/{index}")
        super().close()


def new_engine(shards=1):
    """An engine at a place of its own."""
    name = f"test-{uuid4().hex[:12]}"
    return PassingEngine(read_place(f"opensearch://{urlsplit(ADDRESS).netloc}/{name}?shards={shards}"))


def store(engine, articles, *, fresh=False):
    with engine.session(fresh=fresh) as session:
        for article in articles:
            session.put(Stored(article))
        session.commit({}, [])


def ask(engine, text, **request):
    query, _ = resolve(parse(text).query, NOW, zone("UTC"))
    return engine.search(query, Request(now=NOW, **request))


def ids(found):
    return [match.id for match in found.page]


def indices(engine):
    return sorted(engine._client.ask("GET", f"/{engine.place.name}*/_alias"))
