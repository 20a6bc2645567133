"""The same story twice: what is a copy, a cut or a revision of what, and what only looks like it."""

import sys
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newssearch.similar.alike import alike
from newssearch.similar.groups import groups
from newssearch.similar.pairs import PIVOTS, candidates, pairs
from newssearch.similar.sketches import (
    EMPTY,
    EMPTY_FEW,
    FEW,
    LEAD,
    NO_DAY,
    SHINGLE,
    SHINGLES,
    Sketches,
    joined,
    sketches,
    word_hash,
)

TODAY = 739_000


def invented(seed, size):
    """A story of so many words, none of them a number."""
    random = Random(seed)
    return ["".join(random.choices("aeiounrst", k=random.randint(2, 7))) for _ in range(size)]


def sketched(*texts):
    hashes = [word_hash(word) for text in texts for word in text]
    return sketches(np.array(hashes, np.uint64), np.array(list(map(len, texts)), np.int64))


def days_of(texts, days):
    return np.array([TODAY] * len(texts) if days is None else days, np.int32)


def stories(*texts, days=None):
    """The groups of texts, each as the set of its members' numbers, by number."""
    leaders = groups(sketched(*texts), days_of(texts, days)).leaders.tolist()
    return sorted(sorted(n for n, own in enumerate(leaders) if own == leader) for leader in {*leaders})


def led(*texts, days=None):
    return groups(sketched(*texts), days_of(texts, days)).leaders.tolist()


# --- what is one story ------------------------------------------------------------

STORY = invented("a strike in the harbour", 400)
OTHER = invented("an election", 350)
NOTICE = invented("all rights reserved", 40)


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

REPORT = """the dollar closed at {} against the yen in late trading after it had opened at {} the yield
of the benchmark bond was {} per cent and gold was fixed at {} an ounce dealers said that trading was quiet
before the weekend and that no data were due"""


def report(*figures):
    """A report, of which the sentences are always the same."""
    return REPORT.format(*figures).split()


MONDAY, TUESDAY = report("151.20", "150.85", "4.31", "2644"), report("149.95", "151.30", "4.28", "2671")


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


# --- groups -----------------------------------------------------------------------


def test_groups_do_not_chain():
    long = invented("a story that goes on for months", 2000)
    texts = [long[at : at + 400] for at in range(0, 1601, 40)]

    made, days = sketched(*texts), days_of(texts, None)
    leaders = groups(made, days).leaders

    numbers = np.arange(len(texts))
    assert all(alike(made, days, numbers[:-1], numbers[1:]) > 0), "each is like the next"
    members = numbers[leaders != numbers]
    assert all(alike(made, days, leaders[members], members) > 0), "and each like its leader"
    assert leaders[0] != leaders[-1]


EDITS = st.lists(
    st.tuples(
        st.integers(0, 5),
        st.integers(0, 150),
        st.integers(20, 200),
        st.sampled_from([TODAY, TODAY + 1, TODAY + 30, NO_DAY]),
    ),
    max_size=25,
)
"""Which of six stories, from where on, how many words of it, and the day."""
STORIES = [*[invented(number, 200) for number in range(4)], [*STORY[:100], *OTHER[:100]], MONDAY]


def edited(edits):
    texts = [STORIES[story][start : start + size] for story, start, size, _ in edits]
    return sketched(*texts), np.array([day for *_, day in edits], np.int32)


def by_content(made, days, leaders):
    """The groups as sets of what is in them, which has no order."""
    rows = [(*map(bytes, row), int(day)) for *row, day in zip(*made, days, strict=True)]
    members = {}
    for number, leader in enumerate(leaders.tolist()):
        members.setdefault(leader, []).append(rows[number])
    return sorted(map(sorted, members.values()))


@given(EDITS, st.randoms())
def test_the_order_of_the_articles_does_not_matter(edits, random):
    shuffled = random.sample(edits, len(edits))

    first, second = edited(edits), edited(shuffled)

    assert by_content(*first, groups(*first).leaders) == by_content(*second, groups(*second).leaders)


@given(EDITS, EDITS, EDITS)
def test_looking_at_what_changed_finds_the_same_groups(staying, gone, came):
    before = edited([*staying, *gone])
    made, days = edited([*staying, *came])
    paired, new = groups(*before).paired, np.arange(len(days)) >= len(staying)
    old = np.arange(len(paired)) >= len(staying)

    among = np.concatenate([before[0].shingles[paired | old].ravel(), made.shingles[new].ravel()])

    assert groups(made, days, among).leaders.tolist() == groups(made, days).leaders.tolist()
    assert groups(made, days, among).paired.tolist() == groups(made, days).paired.tolist()


@given(EDITS)
def test_every_member_is_like_its_leader(edits):
    made, days = edited(edits)
    leaders, paired = groups(made, days)

    numbers = np.arange(len(days))
    members = numbers[leaders != numbers]

    assert (leaders[leaders] == leaders).all()
    assert (alike(made, days, leaders[members], members) > 0).all()
    assert paired[members].all()


def test_comparisons_grow_with_the_articles_and_no_faster():
    def compared(count):
        boilerplate = invented("in every article", 60)
        texts = [[*invented(number, 20), *boilerplate] for number in range(count)]
        return sum(map(len, candidates(sketched(*texts).shingles, None)))

    assert compared(200) > 200
    assert compared(400) < 2.2 * compared(200)
    assert compared(400) <= 400 * SHINGLES * PIVOTS


def test_many_entries_are_sorted_in_parts_with_the_same_result(monkeypatch):
    texts = [text[at : at + 150] for text in (STORY, OTHER, NOTICE * 5) for at in range(0, 200, 25)]
    made, days = sketched(*texts), days_of(texts, None)
    whole = pairs(made, days)

    monkeypatch.setattr(sys.modules[pairs.__module__], "_ENTRIES", 50)
    monkeypatch.setattr(sys.modules[pairs.__module__], "_PAIRS", 3)

    assert len(whole.first) > 5
    assert all(map(np.array_equal, whole, pairs(made, days)))


# --- sketches ---------------------------------------------------------------------


def test_a_words_hash_is_the_same_on_every_machine():
    assert word_hash("strike") == 0xD8B994C8C1C51910
    assert word_hash("東京") == 0xF02B68D1CA5511EE
    assert word_hash("\ud800") % 2 == 0, "half a surrogate pair, as broken files have"


@pytest.mark.parametrize(
    ("word", "number"), [("oil", 0), ("61", 1), ("f-35", 1), ("1,5", 1), ("٣", 1), ("½", 0), ("", 0)]
)
def test_a_words_hash_says_whether_a_digit_is_in_it(word, number):
    assert word_hash(word) & 1 == number


def mixed(value):
    value = value * 0x9E37_79B9_7F4A_7C15 % 2**64
    return (value ^ value >> 29) * 0x9E37_79B9_7F4A_7C15 % 2**64


def slowly(text):
    """The sketch of a text by its definition."""
    hashes = [word_hash(word) for word in text]
    shingles = []
    for at in range(len(hashes) - SHINGLE + 1):
        value = hashes[at]
        for word in hashes[at + 1 : at + SHINGLE]:
            value = (mixed(value) + word) % 2**64
        shingles.append(mixed(value) >> 32)
    leads = {min(value % 2**16, EMPTY_FEW - 1) for value in shingles[:LEAD]}
    numbers = {min(mixed(value) >> 48, EMPTY_FEW - 1) for value in hashes if value & 1}
    return [
        len(text),
        [*sorted({min(value, EMPTY - 1) for value in shingles}), *[EMPTY] * SHINGLES][:SHINGLES],
        [*sorted(leads), *[EMPTY_FEW] * FEW][:FEW],
        [*sorted(numbers), *[EMPTY_FEW] * FEW][:FEW],
    ]


TEXTS = st.lists(
    st.one_of(
        st.lists(st.sampled_from(["oil", "fell", "to", "61", "35", "dollars", "東京"]), max_size=120),
        st.integers(0, 300).map(lambda size: invented(size, size)),
        st.integers(0, 300).map(lambda size: ["the"] * size),
        st.integers(0, 300).map(lambda size: [*["the"] * size, *invented(size, 30)]),
    ),
    max_size=8,
)


@given(TEXTS, st.sampled_from([1, 50, 1 << 17]))
@settings(max_examples=60)
def test_a_sketch_is_that_of_its_text_alone_whatever_stands_beside_it(texts, piece):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys.modules[word_hash.__module__], "_PIECE", piece)
        made = sketched(*texts)

    assert [[column[at].tolist() for column in made] for at in range(len(texts))] == [*map(slowly, texts)]


def test_sketches_joined_are_those_of_all():
    assert all(map(np.array_equal, joined([sketched(STORY), sketched(OTHER, [])]), sketched(STORY, OTHER, [])))


def test_a_sketch_takes_132_bytes():
    assert sum(column.nbytes for column in sketched(STORY)) == 132


def test_an_archive_without_articles_has_no_groups():
    assert stories() == []
    assert isinstance(sketched(), Sketches)


def test_articles_without_words_are_alone():
    assert stories([], [], ["oil"], ["oil"]) == [[0], [1], [2], [3]]
