"""The zone of times that a page prints without one."""

import pytest

from newssearch.article import Article
from newssearch.readers.contract import Options
from newssearch.readers.html import page

TEXT = "<p>Die Uhr am Rathaus ist am Freitag stehen geblieben, und niemand in der Stadt weiß, wie sie geht.</p>" * 3


def dates(head, printed):
    markup = f"<html><head>{head}</head><body><h1>Uhr steht still</h1>{printed}{TEXT}</body></html>"
    (found,) = [item for item in page.page(markup.encode(), "", Options()) if isinstance(item, Article)]
    return str(found.published), str(found.updated)


DATE, PUBLISHED = '<meta name="date" content="%s">', '<meta property="article:published_time" content="%s">'
SHOWN, CHANGED = "<p>6. Juni 2025, 16:20 Uhr</p>", "<p>Aktualisiert: 6. Juni 2025, 18:00 Uhr</p>"


@pytest.mark.parametrize(
    ("head", "printed", "published", "updated"),
    [
        (DATE % "2025-06-06T16:20:33+02:00", SHOWN, "2025-06-06T16:20:33+02:00", "None"),
        (DATE % "2025-06-06T17:20:00+02:00", SHOWN, "2025-06-06T16:20:00+00:00", "None"),
        (DATE % "2025-06-06", SHOWN, "2025-06-06T16:20:00+00:00", "None"),
        (PUBLISHED % "2025-06-06", SHOWN, "2025-06-06T16:20:00+00:00", "None"),
        (PUBLISHED % "2025-06-06T16:20:00+02:00", SHOWN + CHANGED, "2025-06-06T16:20:00+02:00", "2025-06-06T18:00:00+02:00"),
        (PUBLISHED % "2025-06-06T14:20:00Z", SHOWN + CHANGED, "2025-06-06T14:20:00+00:00", "2025-06-06T18:00:00+02:00"),
        (PUBLISHED % "2025-06-06T14:27:00Z", SHOWN + CHANGED, "2025-06-06T14:27:00+00:00", "2025-06-06T18:00:00+00:00"),
    ],
)  # fmt: skip
def test_a_time_said_twice_tells_the_zone_of_the_times_that_are_printed(head, printed, published, updated):
    assert dates(head, printed) == (published, updated)
