"""A text as it is written: where spellings are in it, and where its sentences end. Compiled, or in Python.

Both give the same answers (tests/test_analysis_seeking.py, tests/test_analysis_sentences.py); see `newssearch.loops`.
"""

from newssearch.analysis.surface.abbreviations import is_abbreviated
from newssearch.loops import are_compiled

if are_compiled(__name__):
    from newssearch.analysis.surface.compiled import Surface, sentences_around
else:
    from newssearch.analysis.surface.plain import Surface
    from newssearch.analysis.surface.sentences import sentences_around

__all__ = ["Surface", "is_abbreviated", "sentences_around"]
