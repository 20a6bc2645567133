"""Full-text search over news archives: phrases, dates and bylines, on a Whoosh index.

>>> from newssearch import Archive, Article, parse
>>> str(parse('title:"drug cartels" -by:ko').query)
'headline:"drug cartels" -byline:"ko"'

`Archive` is what to begin with; `Article` is what it holds; `parse` turns query text
into a tree. Everything else is reached from these.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newssearch.archive import Archive
    from newssearch.article import Article, Author, Subhead
    from newssearch.errors import NewssearchError
    from newssearch.moment import Moment
    from newssearch.query import parse
    from newssearch.results import Fragment, Hit, Problem, Results

__all__ = [
    "Archive",
    "Article",
    "Author",
    "Fragment",
    "Hit",
    "Moment",
    "NewssearchError",
    "Problem",
    "Results",
    "Subhead",
    "__version__",
    "parse",
]
__version__ = "0.1.0"

_HOMES = {
    "Archive": "archive",
    "Problem": "results",
    "Article": "article",
    "Author": "article",
    "Subhead": "article",
    "NewssearchError": "errors",
    "Moment": "moment",
    "parse": "query",
    "Fragment": "results",
    "Hit": "results",
    "Results": "results",
}


def __getattr__(name: str) -> Any:
    """Load a name's module when it is first used, so that `import newssearch` costs nothing."""
    if name in _HOMES:
        return getattr(import_module(f"newssearch.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'newssearch' has no attribute {name!r}")
