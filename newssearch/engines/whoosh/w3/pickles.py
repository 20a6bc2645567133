"""Pickles, read as plain values: nothing that they name is ever called.

Whoosh keeps the header of a term file, and what it stores of a document, as pickles, and to
unpickle is to run what a pickle names. This reader knows only the opcodes that build
numbers, texts and containers.

It builds on the standard library's reader in Python: the one in C makes its memo as
large as a damaged number says.
"""

import io
import pickle
from typing import Any

_PLAIN = """
    PROTO FRAME STOP MARK POP POP_MARK MEMOIZE PUT BINPUT LONG_BINPUT GET BINGET LONG_BINGET
    NONE NEWTRUE NEWFALSE INT BININT BININT1 BININT2 LONG LONG1 BINFLOAT
    BINUNICODE SHORT_BINUNICODE BINUNICODE8 BINBYTES SHORT_BINBYTES BINBYTES8
    EMPTY_TUPLE TUPLE TUPLE1 TUPLE2 TUPLE3 EMPTY_LIST LIST APPEND APPENDS
    EMPTY_DICT DICT SETITEM SETITEMS EMPTY_SET ADDITEMS FROZENSET
"""
_KNOWN = frozenset(getattr(pickle, name)[0] for name in _PLAIN.split())


class _Reader(pickle._Unpickler):  # noqa: SLF001 - see above; there is no public name for it
    dispatch = {  # noqa: RUF012 - as in the base class
        code: load
        for code, load in pickle._Unpickler.dispatch.items()  # noqa: SLF001
        if code in _KNOWN
    }


def load(data: bytes) -> tuple[Any, int]:
    r"""The value that the pickle at the start of `data` makes, and how many bytes that took.

    Raises `ValueError` for a pickle that names or does anything, and whatever a broken one leads to.

    >>> load(b"\x80\x02]q\x00(K\x01K\x02e." + b"more")
    ([1, 2], 12)
    >>> load(pickle.dumps(print))
    Traceback (most recent call last):
    ValueError: a pickle that is broken, or holds more than plain values
    """
    file = io.BytesIO(data)
    try:
        value = _Reader(file).load()
    except (KeyError, pickle.UnpicklingError):  # an opcode or a memo that is not there
        raise ValueError("a pickle that is broken, or holds more than plain values") from None
    return value, file.tell()
