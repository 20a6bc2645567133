"""What the signs of a headline are worth is fitted with pages whose headlines are known."""

import json

import numpy as np
import pytest
from pasted import MONEY, VOTE, page

from benchmarks import headlines
from newssearch.readers.plain.pages.headline import POINTS


@pytest.fixture
def pages(tmp_path):
    """Copied pages with the truth beside them: a page without its headline among them tells nothing."""
    for number, headline in enumerate(["Harbour to close for a year of repairs", "Nothing of it"]):
        text = page(
            "Harbour life", "", "Harbour to close for a year of repairs", "", "By Jane Doe", "", VOTE, "", MONEY
        )
        (tmp_path / f"{number}.txt").write_text(text)
        (tmp_path / f"{number}.json").write_text(json.dumps({"headline": headline}))
    return [*headlines.choices(tmp_path)]


def test_a_page_is_the_lines_that_may_be_its_headline_with_their_signs(pages):
    (choice,) = pages

    assert choice.signs.shape == (len(choice.right), len(POINTS))
    assert choice.right.sum() == 1


def test_fitted_weights_find_the_headlines_that_they_were_fitted_with(pages):
    assert headlines.found(pages, headlines.fit(pages)) == len(pages)
    assert headlines.found(pages, np.array([*POINTS.values()], float)) == len(pages)
