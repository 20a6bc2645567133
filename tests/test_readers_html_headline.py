"""The headline of a page that has none but in its title and its headings."""

import pytest

from newssearch.article import Article
from newssearch.readers import Options
from newssearch.readers.html import page

TEXT = "<p>The clock of the town hall stopped on Monday, and nobody in the town knows how to mend it.</p>" * 3


@pytest.mark.parametrize(
    ("head", "headings", "headline"),
    [
        ("<title>Old page - Courier</title>", "<h1>Town hall clock stops</h1>", "Town hall clock stops"),
        ("<title>Town hall clock stops - Courier</title>", "<h1>Town hall clock stops</h1>", "Town hall clock stops"),
        ("<title>The clock of the old hall stops again on Monday - Harbour Courier Online</title>", "<h1>Harbour Courier Online</h1>", "The clock of the old hall stops again on Monday - Harbour Courier Online"),
        ("<title>Clock stops</title>", "<h1>Courier</h1>", "Clock stops"),
        ("<title>Clock stops</title>", "<h1>The old page</h1><h1>Another of them</h1>", "Clock stops"),
        ('<meta property="og:title" content="Clock stops">', "<h1>News of the day</h1>", "Clock stops"),
        ("<title>Clock of the town hall stops - Courier</title>", '<h1 class="logo">Courier</h1><h2>Clock of the town hall stops</h2>', "Clock of the town hall stops"),
        ("<title>Time stands still - The clock of the town hall stops</title>", "<h1>Courier</h1><h2>Time stands still</h2><h3>The clock of the town hall stops</h3>", "Time stands still - The clock of the town hall stops"),
        ("<title>Courier | The clock stops again</title>", "<h1>Welcome</h1><h2>The clock stops again</h2>", "The clock stops again"),
        ("<title>市政厅的钟停了_江湾日报</title>", "<h1>市政厅的钟停了 全城没人会修</h1>", "市政厅的钟停了 全城没人会修"),
    ],
)  # fmt: skip
def test_the_one_heading_is_the_headline_where_only_a_title_says_another_thing(head, headings, headline):
    data = f"<html><head>{head}</head><body>{headings}{TEXT}</body></html>".encode()
    (found,) = [item for item in page.page(data, "", Options(), url="") if isinstance(item, Article)]

    assert found.headline == headline
