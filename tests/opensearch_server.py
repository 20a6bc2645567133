"""How a test finds an OpenSearch server, and a place on it that is gone afterwards.

NEWSSEARCH_OPENSEARCH=http://localhost:9200 names the server (tests/opensearch/serve.py runs
one). Without it these tests are skipped; with NEWSSEARCH_REQUIRE_OPENSEARCH=1 they fail.
"""

import os
from urllib.parse import urlsplit
from uuid import uuid4

import pytest

from newssearch.engines.opensearch.engine import OpenSearchEngine
from newssearch.engines.opensearch.place import read_place

ADDRESS = os.environ.get("NEWSSEARCH_OPENSEARCH", "")
if not ADDRESS and os.environ.get("NEWSSEARCH_REQUIRE_OPENSEARCH"):
    pytest.fail("NEWSSEARCH_OPENSEARCH names no server, and NEWSSEARCH_REQUIRE_OPENSEARCH asks for one", pytrace=False)

needs_server = pytest.mark.skipif(not ADDRESS, reason="no OpenSearch: NEWSSEARCH_OPENSEARCH=http://host:port names one")


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
