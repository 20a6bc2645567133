"""What a reader is told, and what it tells beside its articles."""

from dataclasses import dataclass

from newssearch.errors import UsageError
from newssearch.moment import zone

MAPPABLE = frozenset(
    """agency authors body byline dateline headline id language place published section source tags updated url
    """.split()  # noqa: SIM905 -- quotation marks would hide the words
)
"""The article's fields that a mapping may name."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One line on what was seen in a file; `lost` says that the file or a record of it was passed over."""

    path: str
    message: str
    lost: bool


@dataclass(frozen=True, slots=True)
class Options:
    """How files are read. Raises `UsageError` for an unknown zone or article field.

    `zone` is that of times printed without one; `mapping` are pairs of an article's
    field and the name that records have for it; `source_name` is the source of articles
    that name none.
    """

    zone: str = "UTC"
    mapping: tuple[tuple[str, str], ...] = ()
    source_name: str = ""

    def __post_init__(self) -> None:
        zone(self.zone)
        for name, _ in self.mapping:
            if name not in MAPPABLE:
                raise UsageError(f"unknown article field {name!r} to map: give one of {', '.join(sorted(MAPPABLE))}")
