"""What many queries need of a snapshot, made when the first does."""

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from newssearch.engines.whoosh.kernels import between, counting, flagged, taken
from newssearch.engines.whoosh.rows import Numbers
from newssearch.engines.whoosh.scoring import Norms, norms
from newssearch.engines.whoosh.snapshot import Snapshot
from newssearch.engines.whoosh.withholding import Hidden

if TYPE_CHECKING:
    from newssearch.engines.whoosh.calendar import Calendar


class Derived:
    """See the module. `languages` are those that words are stemmed in; what is `hidden` scores nothing."""

    def __init__(self, snapshot: Snapshot, languages: Iterable[str], hidden: Hidden | None) -> None:
        self.snapshot = snapshot
        self.languages = sorted(languages)
        self._hidden = hidden
        self._norms: dict[str, Norms] = {}
        self.was_asked = False
        """Whether there was a question before: what pays from the second one on is made then."""

    @cached_property
    def everything(self) -> Numbers:
        return flagged(self.snapshot.living, counting(0, self.snapshot.count), True)

    @cached_property
    def undated(self) -> Numbers:
        """The articles without a date: what a period leaves out is asked for with every period."""
        return taken(self.everything, between(self.snapshot.column("day"), self.everything, 0, 0))

    @cached_property
    def calendar(self) -> "Calendar":
        from newssearch.engines.whoosh.calendar import Calendar  # which the first question does not need

        return Calendar(self.snapshot.column("day"), self.everything)

    def norms(self, field: str) -> Norms:
        """What lengths in a field mean to the ranking."""
        found = self._norms.get(field)
        if found is None:
            found = norms(self.snapshot, field)
            self._norms[field] = found = found if self._hidden is None else found.without(self._hidden.documents)
        return found
