"""A text as it is written: where spellings are in it, where its sentences end, and its pieces. Compiled, or in Python.

Both give the same answers (tests/test_analysis_seeking.py, _sentences.py and _cutting.py); see `newssearch.loops`.
"""

from newssearch.analysis.surface.abbreviations import is_abbreviated
from newssearch.analysis.surface.cutting import Place, Window, word_end
from newssearch.loops import are_compiled

if are_compiled(__name__):
    from newssearch.analysis.surface.compiled import Surface, sentences_around, windows
else:
    from newssearch.analysis.surface.cutting import windows
    from newssearch.analysis.surface.plain import Surface
    from newssearch.analysis.surface.sentences import sentences_around

__all__ = ["Place", "Surface", "Window", "is_abbreviated", "sentences_around", "windows", "word_end"]
