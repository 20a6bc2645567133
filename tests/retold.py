"""Stories that are told more than once: made-up texts, their sketches and their groups."""

from datetime import date, timedelta
from random import Random

import numpy as np

from newssearch import Article, Moment
from newssearch.similar.groups import groups
from newssearch.similar.sketches import sketches, word_hash

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


STORY = invented("a strike in the harbour", 400)
OTHER = invented("an election", 350)
NOTICE = invented("all rights reserved", 40)

REPORT = """the dollar closed at {} against the yen in late trading after it had opened at {} the yield
of the benchmark bond was {} per cent and gold was fixed at {} an ounce dealers said that trading was quiet
before the weekend and that no data were due"""


def report(*figures):
    """A report, of which the sentences are always the same."""
    return REPORT.format(*figures).split()


MONDAY, TUESDAY = report("151.20", "150.85", "4.31", "2644"), report("149.95", "151.30", "4.28", "2671")


_LINE = ["our", "desk", "reports", "from", "the", "harbour", "with", "help", "of", "the", "other", "desks"]


def told(id, chance):
    """An article that tells one of a dozen stories: whole, cut, or with a line more."""
    story = Random(chance.randrange(12))
    words = ["".join(story.choices("abcdefghij", k=4)) for _ in range(60)]
    body = [*words[: chance.choice([45, 60, 60])], *chance.choice([[], _LINE]), *chance.choice([[], ["updated"]])]
    return Article(id=id, body=" ".join(body), published=Moment(date(2025, 9, 1) + timedelta(chance.randrange(3))))
