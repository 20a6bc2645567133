"""What many queries need of a snapshot, made when the first does."""

from collections.abc import Iterable
from functools import cached_property

from newssearch.engines.whoosh.calendar import Calendar
from newssearch.engines.whoosh.kernels import between, counting, flagged, taken
from newssearch.engines.whoosh.rows import Numbers
from newssearch.engines.whoosh.scoring import Norms, norms
from newssearch.engines.whoosh.snapshot import Snapshot
from newssearch.engines.whoosh.withholding import Hidden

_FEW = 4
"""Questions that are answered before a calendar is made: those of one command are no more, and the first is as fast."""


class Derived:
    """See the module. `languages` are those that words are stemmed in; what is `hidden` scores nothing."""

    def __init__(self, snapshot: Snapshot, languages: Iterable[str], hidden: Hidden | None) -> None:
        self.snapshot = snapshot
        self.languages = sorted(languages)
        self._hidden = hidden
        self._norms: dict[str, Norms] = {}
        self.questions = 0
        """How many the engine was asked, those among them that it asks to say more of an answer."""

    @cached_property
    def everything(self) -> Numbers:
        return flagged(self.snapshot.living, counting(0, self.snapshot.count), True)

    @cached_property
    def undated(self) -> Numbers:
        """The articles without a date: what a period leaves out is asked for with every period."""
        return taken(self.everything, between(self.snapshot.column("day"), self.everything, 0, 0))

    @property
    def calendar_that_pays(self) -> Calendar | None:
        """The calendar; None while it was worth making for none of the questions."""
        return self.calendar if self.questions > _FEW else None

    @cached_property
    def calendar(self) -> Calendar:
        return Calendar(self.snapshot.column("day"), self.everything)

    def norms(self, field: str) -> Norms:
        """What lengths in a field mean to the ranking."""
        found = self._norms.get(field)
        if found is None:
            found = norms(self.snapshot, field)
            self._norms[field] = found = found if self._hidden is None else found.without(self._hidden.documents)
        return found
