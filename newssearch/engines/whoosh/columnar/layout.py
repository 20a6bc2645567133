"""What a columnar segment is made of: its files, and the fields in each."""

from newssearch.engines.entry import NAMES, TEXTS
from newssearch.engines.whoosh.storage import SKETCHES_FILE
from newssearch.query.fields import WORDS

PLACED = (*TEXTS, *WORDS, NAMES)
"""Fields of words that have places."""

STEMMED = TEXTS
"""Fields of words that are ranked, by their stems: the first of `PLACED`, under the same numbers."""

WORDS_FILE, STEMS_FILE, KEYS_FILE = "words", "stems", "keys"
DOCUMENTS_FILE, ARTICLES_FILE = "documents", "articles"
FILES = (WORDS_FILE, STEMS_FILE, KEYS_FILE, DOCUMENTS_FILE, ARTICLES_FILE, SKETCHES_FILE)
"""The endings of a segment's files."""


def word_bytes(word: str) -> bytes:
    """A word as files hold it. Half a surrogate pair, which UTF-8 has no place for, is spelt out."""
    return word.encode("utf-8", "backslashreplace")
