"""By whom and when an article is, where its page says so just above the headline or just below the text."""

from collections.abc import Sequence

from newssearch.readers.bylines.lines import begins_with_by
from newssearch.readers.dates import date_lines, labels
from newssearch.readers.plain.pages.glued import parted_words
from newssearch.readers.plain.top import Top, set_dates, without_boilerplate

_ABOVE = 3
_BELOW = 9
"""Lines that are read; farther away are dates of other articles, or the day on which the page was seen."""

_MOST_BESIDE = 6
"""Words beside a date above a headline: a line with more is a teaser."""


def read(above: Sequence[str], below: Sequence[str], zone: str) -> Top:
    """What the last lines above a headline say, and the first ones below its article that have labels."""
    top = Top()
    for text in above[-_ABOVE:]:
        _take(text, top, zone)
    labelled = [text for text in below[:_BELOW] if labels.begins_with_label(text) or begins_with_by(text)]
    for text in labelled if top.published is None else ():
        _take(text, top, zone)
    return top


def _take(text: str, top: Top, zone: str) -> None:
    when = date_lines.read(parted_words(text), "", zone)
    rest, _ = without_boilerplate(when)
    if when.dates and len(rest.split()) > _MOST_BESIDE:
        return
    set_dates(top, when.dates)
    top.place = top.place or when.place
    if begins_with_by(rest):
        top.byline = top.byline or rest
