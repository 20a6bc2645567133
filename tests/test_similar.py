"""The same story twice: what is a copy, a cut or a revision of what, and what only looks like it."""

from random import Random

import pytest
from retold import MONDAY, NOTICE, OTHER, STORY, TODAY, TUESDAY, days_of, invented, report, sketched, stories

from newssearch.similar.groups import groups
from newssearch.similar.sketches import NO_DAY, Sketches


def led(*texts, days=None):
    return groups(sketched(*texts), days_of(texts, days)).leaders.tolist()


@pytest.mark.parametrize(
    ("edited", "case"),
    [
        (STORY, "the same words"),
        (["by", "jane", "doe", *STORY], "a byline more"),
        ([*STORY, *NOTICE], "an agency's notice behind it"),
        ([*NOTICE, *STORY], "a notice before it"),
        ([*STORY[:200], *invented("a new paragraph", 60), *STORY[200:]], "a paragraph more"),
        ([*STORY[:150], *STORY[210:]], "a paragraph less"),
        ([*invented("a new lead", 50), *STORY[50:]], "a new lead"),
        ([*STORY[200:], *STORY[:200]], "its halves changed about"),
        ([*STORY[:77], "Smythe", *STORY[78:300], "61", *STORY[301:]], "a name and a number corrected"),
        (["other" if at % 30 == 17 else word for at, word in enumerate(STORY)], "a word in thirty changed"),
        (STORY[:300], "cut to three quarters"),
        (STORY[:200], "cut to a half"),
        (STORY[:100], "cut to a quarter"),
        (STORY[:60], "cut to its first paragraph"),
        (["by", "jane", "doe", *STORY[:70]], "cut, and with a byline"),
    ],
)
def test_a_copy_a_cut_or_a_revision_is_the_same_story(edited, case):
    assert stories(STORY, OTHER, edited) == [[0, 2], [1]], case


@pytest.mark.parametrize(
    ("text", "case"),
    [
        (invented("another", 400), "other words"),
        (Random(1).sample(STORY, 400), "the same words, in another order"),
        ([*STORY[:60], *invented("what came of it", 340)], "the same lead, and then another story"),
        ([*invented("another", 300), *STORY[300:]], "the same background at the end"),
        (STORY[:15], "too short to be a story"),
        ([], "nothing"),
    ],
)
def test_what_shares_less_is_another_story(text, case):
    assert stories(STORY, text) == [[0], [1]], case


def test_texts_too_short_to_tell_apart_are_never_grouped():
    brief = invented("a brief", 19)

    assert stories(brief, brief) == [[0], [1]]
    assert stories([*brief, "more"], [*brief, "more"]) == [[0, 1]]


def test_a_group_is_led_by_its_longest_article():
    assert led(STORY[:200], [*STORY, *NOTICE], STORY, STORY[:100]) == [1, 1, 1, 1]


def test_an_article_goes_to_the_leader_that_it_is_most_like():
    first, second = [*STORY[:300], *invented("one end", 250)], [*STORY[:300], *invented("another end", 260)]
    cut = first[:360]

    assert stories(second, cut) == [[0, 1]]
    assert led(second, first, cut) == [0, 1, 1]


def test_a_thousand_copies_are_one_group():
    texts = [[*STORY, *invented(number, 20)] for number in range(1000)]

    assert len(stories(*texts)) == 1


# --- templates --------------------------------------------------------------------


@pytest.mark.parametrize("days", [[TODAY, TODAY], [TODAY, TODAY + 1], [NO_DAY, NO_DAY]])
def test_two_days_of_a_template_are_two_stories(days):
    assert stories(MONDAY, TUESDAY, days=days) == [[0], [1]]


def test_a_report_with_one_number_corrected_is_the_same_story():
    assert stories(MONDAY, report("151.20", "150.85", "4.13", "2644")) == [[0, 1]]


def test_numbers_that_a_text_is_not_about_need_not_agree():
    assert stories([*STORY, "17"], [*STORY, "18"]) == [[0, 1]]


def test_what_is_alike_days_later_but_not_the_same_was_written_anew():
    timeline = [*invented("what happened today", 100), *STORY[:330]]

    assert stories(STORY, timeline, days=[TODAY, TODAY + 1]) == [[0, 1]]
    assert stories(STORY, timeline, days=[TODAY, NO_DAY]) == [[0, 1]]
    assert stories(STORY, timeline, days=[TODAY, TODAY + 7]) == [[0], [1]]


@pytest.mark.parametrize("edited", [STORY, [*STORY, *NOTICE], STORY[:100]])
def test_the_same_words_are_the_same_story_years_later(edited):
    assert stories(STORY, edited, days=[TODAY, TODAY + 3000]) == [[0, 1]]


def test_an_archive_without_articles_has_no_groups():
    assert stories() == []
    assert isinstance(sketched(), Sketches)


def test_articles_without_words_are_alone():
    assert stories([], [], ["oil"], ["oil"]) == [[0], [1], [2], [3]]
