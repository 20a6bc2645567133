"""Regular expressions that are compiled when they are first used.

Compiling all of the readers' takes longer than reading a thousand records of our own form,
which need none of them; compiling those of the query language, longer than parsing a query.
"""

import re
from typing import Any, cast


def lazily(source: str, flags: int = 0) -> re.Pattern[str]:
    """`re.compile`, later: a wrong source is an error only when the pattern is used, by its methods alone.

    >>> lazily("[a-z]+").match("oil 70")[0]
    'oil'
    """
    return cast(re.Pattern[str], _Lazy(source, flags))


class _Lazy:
    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """What the pattern has; kept, so that the next look finds it at once."""
        value = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, value)
        return value
