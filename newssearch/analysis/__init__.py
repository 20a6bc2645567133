"""Text to words, stems and their offsets: the only place that folds, splits or stems.

Articles and queries go through the same functions, so they cannot disagree. A text
becomes a list of `Token`: one for each position, with the words found there (`US` is
found as ``us`` and as ``u.s.``) and the code points that it covers. The unit of the
work is the chunk between white space, on which `tokens` and `words_at` both stand.

The rules, each a row of tests/test_analysis.py: NFKC; case and accents folded;
compounds of plain words are their parts, other compounds (`F-35`) one word, also found
joined; acronyms with and without dots; possessives dropped; numbers and prices whole;
Chinese, Japanese and Korean runs as overlapping pairs.
"""

from newssearch.analysis.characters import fold
from newssearch.analysis.queries import pattern_words, query_words
from newssearch.analysis.seeking import sought, spellings
from newssearch.analysis.stems import LANGUAGES, beginning, stem, stem_language
from newssearch.analysis.texts import GAP, chunks, laid_out, tokens, words_at
from newssearch.analysis.words import Token, is_cjk

__all__ = [
    "GAP",
    "LANGUAGES",
    "Token",
    "beginning",
    "chunks",
    "fold",
    "is_cjk",
    "laid_out",
    "pattern_words",
    "query_words",
    "sought",
    "spellings",
    "stem",
    "stem_language",
    "tokens",
    "words_at",
]
