"""Pickles, read as plain values: nothing that they name is ever called.

Whoosh keeps its table of contents and the header of a term file as pickles, and to
unpickle is to run what a pickle names. This reader knows only the opcodes that build
numbers, texts and containers; what else a pickle may name, the caller lists, each name
with the harmless callable that stands for it.

It builds on the standard library's reader in Python: the one in C makes its memo as
large as a damaged number says.
"""

import io
import pickle
from collections.abc import Callable, Mapping
from typing import Any

_PLAIN = """
    PROTO FRAME STOP MARK POP POP_MARK MEMOIZE PUT BINPUT LONG_BINPUT GET BINGET LONG_BINGET
    NONE NEWTRUE NEWFALSE INT BININT BININT1 BININT2 LONG LONG1 BINFLOAT
    BINUNICODE SHORT_BINUNICODE BINUNICODE8 BINBYTES SHORT_BINBYTES BINBYTES8
    EMPTY_TUPLE TUPLE TUPLE1 TUPLE2 TUPLE3 EMPTY_LIST LIST APPEND APPENDS
    EMPTY_DICT DICT SETITEM SETITEMS EMPTY_SET ADDITEMS FROZENSET
"""
_OBJECTS = "STACK_GLOBAL NEWOBJ BUILD"
_KNOWN = frozenset(getattr(pickle, name)[0] for name in (_PLAIN + _OBJECTS).split())

Names = Mapping[tuple[str, str], Callable[..., Any]]
"""What may be named in a pickle, as (module, name), and what is called instead."""


class _Reader(pickle._Unpickler):  # noqa: SLF001 - see above; there is no public name for it
    dispatch = {  # noqa: RUF012 - as in the base class
        code: load
        for code, load in pickle._Unpickler.dispatch.items()  # noqa: SLF001
        if code in _KNOWN
    }

    def __init__(self, file: io.BytesIO, names: Names) -> None:
        super().__init__(file)
        self._names = names

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) not in self._names:
            raise pickle.UnpicklingError(f"a pickle names {module}.{name}")
        return self._names[module, name]


def load(data: bytes, names: Names | None = None) -> tuple[Any, int]:
    r"""The value that the pickle at the start of `data` makes, and how many bytes that took.

    Raises `pickle.UnpicklingError` for a pickle that names what is not in `names`, and
    whatever a broken one leads to.

    >>> load(b"\x80\x02]q\x00(K\x01K\x02e." + b"more")
    ([1, 2], 12)
    >>> load(pickle.dumps(print))
    Traceback (most recent call last):
    _pickle.UnpicklingError: a pickle names builtins.print
    """
    file = io.BytesIO(data)
    try:
        value = _Reader(file, names or {}).load()
    except KeyError as error:
        raise pickle.UnpicklingError(f"an opcode or a memo that is not there: {error}") from None
    return value, file.tell()
