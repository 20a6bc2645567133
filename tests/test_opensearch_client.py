"""What is said when a server does not answer, or says no: one line, and what to do."""

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from newssearch.engines.opensearch import client as clients
from newssearch.engines.opensearch.bulk import Action, Bulk, read_actions
from newssearch.engines.opensearch.client import Client, Refused
from newssearch.engines.opensearch.engine import OpenSearchEngine
from newssearch.engines.opensearch.place import read_place
from newssearch.engines.opensearch.state import FORMAT
from newssearch.errors import DamagedIndex, IndexPlaceError, NewerIndex, NoIndex, ReadOnlyIndex

pytest.importorskip("opensearchpy")


@contextmanager
def server(*answers):
    """A server that gives these answers in turn, the last one again and again, and keeps what it was sent."""
    left, asked = list(answers), []

    class Handler(BaseHTTPRequestHandler):
        def answer(self):
            sent = self.rfile.read(int(self.headers.get("content-length", 0)))
            asked.append((self.command, self.path, sent))
            status, body = left.pop(0) if len(left) > 1 else left[0]
            data = body if isinstance(body, bytes) else json.dumps(body).encode()
            self.send_response(status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        do_GET = do_PUT = do_POST = do_DELETE = answer  # noqa: N815 - the library's names

        def log_message(self, *_):
            pass

    served = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=served.serve_forever, args=(0.01,))
    thread.start()
    client = Client(read_place(f"opensearch://127.0.0.1:{served.server_port}/news"))
    try:
        yield client, asked
    finally:
        client.close()
        served.shutdown()
        served.server_close()
        thread.join()


def error(kind, reason):
    return {"error": {"root_cause": [{"type": kind, "reason": reason}], "type": kind, "reason": reason}, "status": 0}


@pytest.mark.parametrize(
    ("status", "body", "kind", "told"),
    [
        (401, b"Unauthorized", IndexPlaceError, "does not accept these credentials"),
        (403, error("security_exception", "no permissions for [indices:data/read]"), IndexPlaceError, "forbids it"),
        (
            403,
            error("cluster_block_exception", "index [news] blocked by: [read-only]"),
            ReadOnlyIndex,
            "cannot be written: index .news. blocked",
        ),
        (429, error("circuit_breaking_exception", "[parent] data too large"), IndexPlaceError, "too busy"),
        (503, b"", IndexPlaceError, "too busy"),
        (400, error("mapper_parsing_exception", "no field [x]"), Refused, "mapper_parsing_exception: no field"),
        (500, b"<html>\nwrong\n</html>", Refused, "refused: 500"),
    ],
)
def test_what_a_server_says_is_one_line(status, body, kind, told):
    with server((status, body)) as (client, _), pytest.raises(kind, match=told) as raised:
        client.ask("GET", "/", patience=0)

    assert "\n" not in str(raised.value)
    assert "127.0.0.1" in str(raised.value)


def test_no_server_is_said_to_be_none():
    with server((200, {})) as (client, _):
        pass

    with pytest.raises(IndexPlaceError, match="no OpenSearch at opensearch://127"):
        client.ask("GET", "/", patience=0)


def test_a_server_without_tls_is_told_from_none():
    with server((200, {})) as (client, _):
        tls = Client(read_place(f"https://127.0.0.1:{client.place.nodes[0][1]}/news"))
        with pytest.raises(IndexPlaceError, match="no TLS with"):
            tls.ask("GET", "/", patience=0)


def test_a_server_that_says_nothing_is_not_waited_for_endlessly(monkeypatch):
    monkeypatch.setattr(clients, "_TIMEOUT", 0.2)
    released = threading.Event()

    class Slow(BaseHTTPRequestHandler):
        def do_GET(self):
            released.wait(10)

        def log_message(self, *_):
            pass

    served = HTTPServer(("127.0.0.1", 0), Slow)
    thread = threading.Thread(target=served.serve_forever, args=(0.01,))
    thread.start()
    try:
        client = Client(read_place(f"opensearch://127.0.0.1:{served.server_port}/news"))
        with pytest.raises(IndexPlaceError, match="did not answer in"):
            client.ask("GET", "/", patience=0)
    finally:
        released.set()
        served.shutdown()
        served.server_close()
        thread.join()


def test_a_busy_server_is_asked_again():
    with server((503, b""), (429, b""), (200, {"took": 1})) as (client, asked):
        assert client.ask("GET", "/news") == {"took": 1}

    assert len(asked) == 3


def test_what_is_not_there_is_none():
    with server((404, error("index_not_found_exception", "no such index"))) as (client, _):
        assert client.ask_if_there("GET", "/news") is None


@pytest.mark.parametrize(
    ("about", "kind"),
    [
        ({"newssearch": "9.0", "format": FORMAT + 1, "analysis": 1}, NewerIndex),
        ({"newssearch": "9.0", "format": FORMAT, "analysis": 99}, NewerIndex),
        ({"newssearch": "0.0", "format": 0, "analysis": 1}, DamagedIndex),
        ({"newssearch": "0.1", "format": FORMAT, "analysis": 1}, DamagedIndex),
        ({"newssearch": "0.1", "format": FORMAT, "analysis": 1, "content": "?"}, DamagedIndex),
        ({"other": "program"}, DamagedIndex),
        (None, DamagedIndex),
    ],
)
def test_a_state_that_cannot_be_read_is_no_archive(about, kind):
    with server((200, {"_source": {"about": about}})) as (client, _), pytest.raises(kind):
        OpenSearchEngine(client.place).settings  # noqa: B018


def test_where_there_is_no_archive_settings_are_empty_and_a_search_says_so():
    with server((404, error("index_not_found_exception", "no such index"))) as (client, _):
        engine = OpenSearchEngine(client.place)
        assert engine.settings == {}
        with pytest.raises(NoIndex, match="newssearch index SOURCE"):
            engine.get("boat")
        engine.close()


# --- many documents -----------------------------------------------------------------


def taken(*statuses):
    items = [
        {"index": {"status": status, **({"error": {"reason": "too large"}} if status >= 400 else {})}}
        for status in statuses
    ]
    return 200, {"errors": max(statuses) >= 400, "items": items}


def sent_ids(asked):
    return [[json.loads(line)["index"]["_id"] for line in body.splitlines()[::2]] for _, _, body in asked]


def put(client, *ids):
    bulk = Bulk(client, "news-1")
    try:
        for id in ids:
            bulk.add(Action(id, b"{}"))
        bulk.finish()
    finally:
        bulk.close()


def test_documents_that_the_server_was_too_busy_for_are_sent_again_and_only_they():
    with server(taken(201, 429, 201, 503), taken(201, 201)) as (client, asked):
        put(client, "a", "b", "c", "d")

    assert sent_ids(asked) == [["a", "b", "c", "d"], ["b", "d"]]


def test_documents_that_are_refused_are_named():
    with (
        server(taken(201, 400, 201)) as (client, asked),
        pytest.raises(IndexPlaceError, match="did not take 1 articles: b: too large"),
    ):
        put(client, "a", "b", "c")

    assert len(asked) == 1


def test_many_that_are_refused_are_counted():
    with server(taken(*[400] * 5)) as (client, _), pytest.raises(IndexPlaceError, match=r"5 articles.*and 2 more"):
        put(client, *"abcde")


def test_a_request_is_no_larger_than_it_may_be(monkeypatch):
    monkeypatch.setattr("newssearch.engines.opensearch.bulk._BYTES", 100)
    with server((200, {"errors": False})) as (client, asked):
        put(client, *[f"{number:02}" for number in range(60)])

    assert max(len(body) for _, _, body in asked) < 2_000
    assert sorted(id for ids in sent_ids(asked) for id in ids) == [f"{number:02}" for number in range(60)]


def test_a_server_that_goes_away_ends_the_load(monkeypatch):
    monkeypatch.setattr("newssearch.engines.opensearch.bulk.PATIENCE", 0.0)
    with server((200, {})) as (client, _):
        pass
    with pytest.raises(IndexPlaceError, match="no OpenSearch"):
        put(client, "a")


def test_actions_come_back_from_their_lines(tmp_path):
    actions = [Action("a", b'{"body":["x"]}'), Action("b", None), Action('"\n', b"{}")]
    path = tmp_path / "spool"
    path.write_bytes(b"".join(action.lines() for action in actions))

    with path.open("rb") as file:
        assert list(read_actions(file)) == actions
