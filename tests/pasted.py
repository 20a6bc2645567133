"""Texts as they are pasted from a page, and the article that is read of one."""

from collections.abc import Sequence

from newssearch.article import Article
from newssearch.readers import Options
from newssearch.readers.plain import text

VOTE = "The council voted on Monday to close the harbour for a year, a decision that surprised those who work there."
MONEY = "Ministers said that the money would come from the state, and that nobody would lose their home in the spring."

MENU = ["Menu", "Home", "News", "Sport", "Harbour life", "Opinion", "Weather", "Sign in", "Subscribe", "Search"]
MENU_ABROAD = ["Strona główna", "Polska", "Świat", "Gospodarka", "Kultura", "Nauka", "Zdrowie", "Moto", "Sport", "Pogoda", "Praca", "Poczta", "Wideo"]  # fmt: skip
FOOTER = ["About us", "Contact us", "Terms of use", "Privacy policy", "© 2025 The Daily Harbour"]


def page(*article: str, menu: Sequence[str] = MENU, footer: Sequence[str] = FOOTER) -> str:
    """A page that was copied whole: an article's lines between a menu and a footer."""
    return "\n".join([*menu, "", *article, "", *footer])


def article_of(lines: str, options: Options = Options()) -> Article:  # noqa: B008 -- a value
    (found,) = [item for item in text.page(lines, "page.txt", options) if isinstance(item, Article)]
    return found
