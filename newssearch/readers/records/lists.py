"""Lists that a program wrote into a text."""

import ast
import json
import re
from typing import Any

from newssearch.patterns import lazily

_LONGEST = 4_000
_BEGIN = ("['", '["', "[{")
_ITEM = r'(?:"[^"\\]*"|[^\s{},"\\:;][^{},"\\:;]*)'
_BRACED = lazily(rf"\{{{_ITEM}(?:,{_ITEM})*\}}")


def bracketed(text: str) -> str | list[Any]:
    """The list of a text in brackets, as Python and JSON write it; any other text as it is.

    >>> bracketed("['Jane Doe', 'Al Roe']"), bracketed('[{"name": "Jane Doe"}]'), bracketed("[Exclusive]")
    (['Jane Doe', 'Al Roe'], [{'name': 'Jane Doe'}], '[Exclusive]')
    """
    if not text.startswith(_BEGIN) or not text.endswith("]") or len(text) > _LONGEST:
        return text
    for read in (json.loads, ast.literal_eval):
        try:
            found = read(text)
        except (ValueError, SyntaxError, RecursionError, MemoryError):
            if "\\" in text:  # of which Python may warn
                break
        else:
            return found if isinstance(found, list) and all(isinstance(one, str | dict) for one in found) else text
    return text


def parted(text: str) -> str | list[Any]:
    """The list of a text in brackets, or in braces, as PostgreSQL writes it; any other text as it is.

    >>> parted('{"Jane Doe",Al Roe}'), parted("Jane Doe")
    (['Jane Doe', 'Al Roe'], 'Jane Doe')
    """
    text = text.strip()
    if text.startswith("{") and len(text) <= _LONGEST and _BRACED.fullmatch(text):
        return [item.strip('"') for item in re.findall(_ITEM, text[1:-1])]
    return bracketed(text)
