"""What is not to be shown, or not yet, as agencies and records say it."""

import re

from newssearch.moment import Moment
from newssearch.patterns import lazily

_CANCELED = lazily(
    r"(?:\w*:)?(?:cancell?(?:ed)?|kill(?:ed)?|annulled|withdrawn|retracted|spiked|deleted)", re.IGNORECASE
)
_WITHHELD = lazily(r"(?:\w*:)?(?:withheld|on hold|(?:under )?embargo(?:ed)?)", re.IGNORECASE)


def status(said: str, embargo: Moment | None, *, held: bool = False) -> str:
    """The article's status, of what is `said` of it. `held` says that it has an embargo, be it one that cannot be read.

    What is held back without a time that can be read is withheld: nothing is let out by mistake.

    >>> status("Cancelled", None), status("stat:embargoed", None), status("usable", None), status("", None, held=True)
    ('canceled', 'withheld', '', 'withheld')
    """
    if _CANCELED.fullmatch(said):
        return "canceled"
    if embargo is None and (held or _WITHHELD.fullmatch(said)):
        return "withheld"
    return "withheld" if said.rpartition(":")[2].casefold() == "withheld" else ""
