"""What a reader is told, and what it tells beside its articles."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import BinaryIO, NamedTuple, Protocol

from newssearch.article import Article
from newssearch.errors import UsageError
from newssearch.moment import zone

MAPPABLE = frozenset(
    """agency authors body byline dateline embargo headline id language place published section seen source status
    tags updated url
    """.split()  # noqa: SIM905 -- quotation marks would hide the words
)
"""The article's fields that a mapping may name."""

DATE_ORDERS = ("dmy", "mdy", "ymd")
"""The orders of day, month and year in a date of figures."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One line on what was seen in a file; `lost` says that the file or a record of it was passed over.

    `for_now` says that the file is not to blame, and may give more although it does not change: as where a
    library is missing.
    """

    path: str
    message: str
    lost: bool
    for_now: bool = field(default=False, compare=False)


class Revision(NamedTuple):
    """An article of a stream in which a later one of the same id takes the place of an earlier one.

    So it is with the items of feeds and agencies, and with the pages of crawls. Which is later
    is said by the article's version, then by its time, then by when the copy was found that was
    read (`seen`), then by the order in which they are read.
    """

    article: Article


Item = Article | Revision | Remark
"""What readers give."""


@dataclass(frozen=True, slots=True)
class Options:
    """How files are read. Raises `UsageError` for an unknown zone, article field or order.

    `zone` is that of times printed without one; `mapping` are pairs of an article's
    field and the name that records have for it; `source_name` is the source of articles
    that name none; `date_order` (dmy, mdy, ymd) is that of records' dates in figures, where
    these do not say it themselves.
    """

    zone: str = "UTC"
    mapping: tuple[tuple[str, str], ...] = ()
    source_name: str = ""
    date_order: str = ""

    def __post_init__(self) -> None:
        zone(self.zone)
        for name, _ in self.mapping:
            if name not in MAPPABLE:
                raise UsageError(f"unknown article field {name!r} to map: give one of {', '.join(sorted(MAPPABLE))}")
        if self.date_order not in ("", *DATE_ORDERS):
            raise UsageError(f"unknown order of dates {self.date_order!r}: give one of {', '.join(DATE_ORDERS)}")


class Format(Protocol):
    """A module that reads one format."""

    def begins(self, head: bytes) -> bool:
        """Whether a file that begins so is of this format.

        `head` is its first 64 KiB as UTF-8, without byte order mark and white space
        before. Cheap, and total: it is asked of every file.
        """

    def read(self, file: BinaryIO, name: str, options: Options) -> Iterator[Item]:
        """The articles of a file, from its start; bad content is a remark and raises nothing."""


class Member(NamedTuple):
    """A file in a file: its name in there, and its bytes, which are to be used before the next is asked for."""

    name: str
    file: BinaryIO


class Container(Protocol):
    """A module that opens files which hold files."""

    def begins(self, head: bytes) -> bool:
        """As a format's; of the bytes as they are."""

    def members(self, file: BinaryIO, name: str) -> Iterator[Member | Remark]:
        """What is in a file, from its start."""


class MissingLibraryError(Exception):
    """A library that reads a format is not installed; the message says what to install."""


@contextmanager
def extra(name: str) -> Iterator[None]:
    """Import here what is installed with an extra.

    >>> with extra("html"):
    ...     import no_such_library
    Traceback (most recent call last):
    newssearch.readers.contract.MissingLibraryError: no_such_library is missing: pip install 'newssearch[html]'
    """
    try:
        yield
    except ImportError as error:
        raise MissingLibraryError(f"{error.name} is missing: pip install 'newssearch[{name}]'") from None
