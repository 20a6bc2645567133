"""The names that files have in archives."""

import re

MOST_MEMBERS = 1_000_000
"""Files of an archive that are read."""

_DRIVE = re.compile(r"[A-Za-z]:(?=/)")
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def harmless(name: str) -> str:
    r"""A file's name in its archive as a plain path below it; nothing is ever written there.

    >>> harmless("../../etc/a.txt"), harmless("C:\\news\\a.txt"), harmless("./a//b.txt")
    ('etc/a.txt', 'news/a.txt', 'a/b.txt')
    """
    path = _DRIVE.sub("", _UNPRINTABLE.sub("\ufffd", name).replace("\\", "/"), count=1)
    return "/".join(part for part in path.split("/") if part not in {"", ".", ".."}) or "unnamed"


def is_hidden(name: str) -> bool:
    """Whether a file is one that its system keeps for itself.

    >>> is_hidden("a/.git/x"), is_hidden("__MACOSX/a/._b.txt"), is_hidden("a/b.txt")
    (True, True, False)
    """
    return any(part.startswith(".") or part == "__MACOSX" for part in name.split("/"))
