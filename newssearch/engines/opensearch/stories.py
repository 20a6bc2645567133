"""Which articles tell one story: found by a commit, kept with each article, read by searches.

An article's document has its sketch (see `newssearch.similar`), and as its `story` the
name of the article that leads its group. A commit finds the groups of what it changed, or
of all where that is most of them, and writes again the documents whose leader is another
than before.
"""

from collections.abc import Sequence

import numpy as np

from newssearch.engines.opensearch.bulk import Action, Bulk
from newssearch.engines.opensearch.client import Client
from newssearch.engines.opensearch.documents import document
from newssearch.engines.opensearch.pages import View
from newssearch.engines.opensearch.records import read
from newssearch.engines.opensearch.shelf import Shelf
from newssearch.engines.opensearch.state import State
from newssearch.errors import IndexPlaceError
from newssearch.similar import groups
from newssearch.similar.alike import Numbers
from newssearch.similar.changes import Change, regrouped


def tell(client: Client, index: str) -> int:
    """Find the stories of all that is shown, and put them into the documents; how many articles follow another."""
    with View(client, index) as view:
        shelf = Shelf(view)
        numbers, sketches, days = shelf.whole()
        leaders = numbers[groups(sketches, days).leaders]
        follow = numbers != leaders
        named = shelf.named(np.concatenate([numbers[follow], leaders[follow]]))
    return _put_again(client, index, shelf, named, leaders[np.searchsorted(numbers, named)])


def retell(client: Client, before: State, then: View, touched: Sequence[str]) -> int:
    """The same after a commit that put or removed the `touched` documents; `then` is what was shown `before` it."""
    if 2 * len(touched) > before.articles:
        return tell(client, before.index)
    try:
        with View(client, before.index) as view:
            was, now = Shelf(then), Shelf(view)
            gone, came = was.of(touched), now.of(touched)
            found = regrouped(was, now, Change(came, gone, renumbered=lambda numbers: numbers))
    except IndexPlaceError:  # a node took with it what was shown
        found = None
    if found is None:
        return tell(client, before.index)
    stayed = np.setdiff1d(found.articles, came)
    followed = was.following(gone) + now.following(stayed)
    return before.told - followed + _put_again(client, before.index, now, found.articles, found.leaders)


def _put_again(client: Client, index: str, shelf: Shelf, numbers: Numbers, leaders: Numbers) -> int:
    """Write the documents again whose leader is another than they say; how many articles follow another."""
    changed = shelf.changed(numbers, leaders)
    with Bulk(client, index) as bulk:
        for key, stored in read(client, index, list(changed)):
            bulk.add(Action(key, document(stored.article, stored.versions, changed[key])))
    return int(np.count_nonzero(numbers != leaders))
