"""What an index on OpenSearch looks like: its fields, all named, and how they are kept.

Words and stems are newssearch's own. A field's values are sent as their words in order,
a space between two positions, `ALSO` between the words of one position; what the server
does with them is split them, and so positions are ours, to the last one. A value without
a word is a `HOLE`. Scores are made of frequencies by `ranking`'s formula: what the server
calls a similarity gives the frequency itself.
"""

from typing import Any

from newssearch.analysis import GAP
from newssearch.engines.entry import POSITIONAL
from newssearch.engines.opensearch.place import Place
from newssearch.query.fields import DEFAULTS, EXACT, VALUES

FORMAT = 3
"""The layout of an index; a reader refuses a greater one."""

ALSO, HOLE = "\x1d", "\x1e"
"""Between the words of one position, and in the place of a value without words."""

PARTS = 16
"""The `content_number` of an article is kept as so many numbers of 16 bits, whose sums the server reckons exactly."""

LONGEST = 32_000
"""Bytes of the longest word or value; Lucene takes 32,766."""

_LONGEST_POSITION = 200_000

_TEXT = {
    "type": "text",
    "analyzer": "as_sent",
    "similarity": "frequency",
    "norms": False,
    "position_increment_gap": GAP - 1,
}
_VALUE = {"type": "keyword"}
_NUMBER = {"type": "long"}
_COLUMN = {"type": "integer", "index": False}
_KEPT = {"type": "object", "enabled": False}


def mapping(version: str) -> dict[str, Any]:
    """The fields. `version` is that of newssearch, for people."""
    return {
        "dynamic": "strict",
        "_meta": {"newssearch": version, "format": FORMAT},
        "_source": {"includes": ["article", "versions", "digest"]},
        "properties": {
            "article": _KEPT,
            "versions": _KEPT,
            "digest": {"type": "keyword", "index": False, "doc_values": False},
            **dict.fromkeys(POSITIONAL, _TEXT),
            "has": _VALUE,
            "key": {"properties": dict.fromkeys(EXACT, _VALUE)},
            "facet": {"properties": dict.fromkeys(VALUES, _VALUE)},
            "length": {"properties": dict.fromkeys(DEFAULTS, _COLUMN)},
            "content": {"properties": {str(part): _COLUMN for part in range(PARTS)}},
            "name": _VALUE,
            "document": {"type": "keyword", "index": False},
            "story": _VALUE,
            "sketch": {"type": "binary", "doc_values": True},
            "shingle": {"type": "integer", "doc_values": False},
            "stems_of": _VALUE,
            "dated": {"type": "byte"},
            "day": {"type": "integer"},
            "first": _NUMBER,
            "last": _NUMBER,
        },
    }


def index_body(place: Place, version: str) -> dict[str, Any]:
    """What makes an index, tuned for its first load."""
    return {
        "settings": _SETTINGS | {"number_of_shards": place.shards} | loading(place),
        "mappings": mapping(version),
    }


def loading(place: Place) -> dict[str, Any]:
    """The settings of an index that nobody searches yet.

    Where copies are asked for there is one, and a node may go away; else there is none,
    and what is lost with a node is to be loaded again.
    """
    replicas = min(place.replicas or 0, 1)
    return {"number_of_replicas": replicas, "auto_expand_replicas": False, "translog.durability": "async"}


def serving(place: Place) -> dict[str, Any]:
    """The settings after the load."""
    replicas = {"auto_expand_replicas": "0-1"} if place.replicas is None else {"number_of_replicas": place.replicas}
    return {"translog.durability": "request", **replicas}


_SETTINGS: dict[str, Any] = {
    "refresh_interval": "-1",  # a commit is what makes changes seen
    "codec": "best_compression",
    "similarity": {"frequency": {"type": "scripted", "script": {"source": "return query.boost * doc.freq;"}}},
    "analysis": {
        "tokenizer": {
            "spaces": {"type": "char_group", "tokenize_on_chars": [" "], "max_token_length": _LONGEST_POSITION}
        },
        "filter": {
            "holes": {"type": "stop", "stopwords": [HOLE]},
            "apart": {"type": "pattern_capture", "preserve_original": False, "patterns": [f"([^{ALSO}]+)"]},
        },
        "analyzer": {"as_sent": {"type": "custom", "tokenizer": "spaces", "filter": ["holes", "apart"]}},
    },
}

ABOUT = {
    "settings": {"number_of_shards": 1, "auto_expand_replicas": "0-1"},
    "mappings": {"dynamic": "strict", "properties": {"about": _KEPT, "lines": _KEPT}},
}
"""The index beside it, of what the last commit says of the archive: see `state`."""
