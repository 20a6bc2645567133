"""Texts as they are pasted from a page, and the article that is read of one."""

from newssearch.article import Article
from newssearch.readers import Options
from newssearch.readers.plain import text

VOTE = "The council voted on Monday to close the harbour for a year, a decision that surprised those who work there."
MONEY = "Ministers said that the money would come from the state, and that nobody would lose their home in the spring."


def article_of(lines: str, options: Options = Options()) -> Article:  # noqa: B008 -- a value
    (found,) = [item for item in text.page(lines, "page.txt", options) if isinstance(item, Article)]
    return found
