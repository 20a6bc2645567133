"""Who signed a page that was copied whole, where names stand among its items without "By"."""

from newssearch.readers.bylines import cjk
from newssearch.readers.bylines.lines import LONE_BY, signs
from newssearch.readers.bylines.people import people


def signed(byline: str, told: str) -> str:
    """A byline; of one without "By", only those of whom the article does not tell, as it tells of its topics.

    >>> signed("North Harbour, Ann Poe", "North Harbour is to close its port.")
    'Ann Poe'
    >>> signed("Ann Poe, Staff Writer", "The port is to close."), signed("By Ann Poe", "I, Ann Poe, was there.")
    ('Ann Poe, Staff Writer', 'By Ann Poe')
    """
    printed = people(byline)
    names = [author.name for author in printed.authors]
    by = signs(byline)
    with_role = {author.name for author in printed.authors if author.role and cjk.is_cjk(author.name)}
    sure = [
        name for name in names if _is_name(name) and (by or name in with_role or (" " in name and name not in told))
    ]
    if cjk.lists_names(byline):
        return byline
    is_whole = len(sure) == len(names) and (names or printed.agency)
    return byline if is_whole else ", ".join(sure)


def _is_name(name: str) -> bool:
    """Whether no "By" is left in a name, which is one then that was not understood."""
    return name.casefold().partition(" ")[0] not in LONE_BY
