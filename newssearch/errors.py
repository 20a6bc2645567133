"""Every error that newssearch raises on purpose.

::

    NewssearchError
    ├── UsageError            an option or argument that cannot be: an unknown zone, a limit below 0
    ├── QueryError            query text past the limits, or not understood in strict mode
    │   └── UnsupportedQuery  an engine has no answer for this node (it never answers another question)
    ├── SourceError           a source or file that cannot be read
    └── IndexPlaceError       the index, and what is wrong with it:
        ├── NoIndex           there is none at this place
        ├── DamagedIndex      corrupt, half written or foreign files
        ├── NewerIndex        written by a newer newssearch than this one
        ├── LockedIndex       another writer has held it for longer than we wait
        └── ReadOnlyIndex     no permission, or no space, to write there

Each message is one line that says what, where and what to do.
"""


class NewssearchError(Exception):
    """The root: catch this to catch them all."""


class UsageError(NewssearchError, ValueError):
    """An argument that cannot be right."""


class QueryError(NewssearchError, ValueError):
    """Query text that is too large or, in strict mode, not understood."""


class UnsupportedQuery(QueryError):
    """A query that this engine cannot answer."""


class SourceError(NewssearchError):
    """A source, or one file of it, that cannot be read."""


class IndexPlaceError(NewssearchError):
    """Something is wrong with the index at a place."""


class NoIndex(IndexPlaceError):
    """There is no index here."""


class DamagedIndex(IndexPlaceError):
    """The files are not what the manifest says, or no manifest of ours."""


class NewerIndex(IndexPlaceError):
    """A later version of newssearch wrote this index."""


class LockedIndex(IndexPlaceError):
    """Another process is writing."""


class ReadOnlyIndex(IndexPlaceError):
    """The index cannot be written here."""
