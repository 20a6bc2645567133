"""A text as it is written, to look for spellings in: compiled, or in Python (see `newssearch.loops`).

Both give the same answers (tests/test_analysis_seeking.py).
"""

from newssearch.loops import are_compiled

if are_compiled(__name__):
    from newssearch.analysis.surface.compiled import Surface
else:
    from newssearch.analysis.surface.plain import Surface

__all__ = ["Surface"]
