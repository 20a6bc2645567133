"""The memory that the loops keep is one for all threads, and no answer shows it."""

import gc
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from random import Random

import numpy as np
from loops import both

from newssearch import Archive, Article, Author, Moment
from newssearch.engines.whoosh import kernels
from newssearch.engines.whoosh.held import Held


class Interrupted(Held):
    """Postings during whose reading another thread asks something."""

    def read(self):
        kernels.union([np.arange(50)], 60)
        kernels.leading([(Held(np.arange(40)), 0, None, np.ones(60), 1, 1, 9)], 60, 3, 0)
        return super().read()

    def among(self, wanted):
        self.read()
        return super().among(wanted)


@both
def test_what_another_thread_asks_between_two_fields_changes_nothing(loops):
    def fields(kind):
        return [(kind(np.arange(at, 20, 2)), 0, None, np.ones(60), 1, 1, 2.0) for at in (0, 1, 0)]

    for ask in (lambda own: loops.leading(own, 60, 60, 0)[:2], lambda own: loops.scored_among(own, np.arange(5, 15))):
        alone, interrupted = (ask(fields(kind)) for kind in (Held, Interrupted))
        assert [column.tolist() for column in interrupted] == [column.tolist() for column in alone]


class Litter:
    """What only the collector of garbage finds, and which runs Python when it does."""

    def __init__(self):
        self.own = self

    def __del__(self):
        time.sleep(0)  # another thread may come by


@both
def test_what_is_collected_while_an_answer_is_made_changes_nothing(loops):
    def ask(size):
        documents, scores = loops.counting(0, size), loops.doubles(loops.counting(0, size))
        for _ in range(300):
            Litter()
            found = loops.at_least(documents, scores, 1.0)
            pair = loops.summed([(documents, scores), (documents, scores)], size)
            if [row.tolist() for row in found] != [[*range(1, size)]] * 2 or pair[1].tolist()[-1] != 2 * size - 2:
                return False
        return True

    before = gc.get_threshold(), sys.getswitchinterval()
    gc.set_threshold(5)
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(3) as threads:
            assert all(threads.map(ask, [40, 300, 2_000]))
    finally:
        gc.set_threshold(*before[0])
        sys.setswitchinterval(before[1])


def test_many_threads_get_the_answers_of_one(tmp_path):
    random = Random(1)
    words = [f"w{number}" for number in range(60)]
    archive = Archive(tmp_path / "index")
    for commit in range(2):
        archive.add(
            Article(id=f"{commit}-{at}", headline=" ".join(random.choices(words, k=3)), authors=(Author(name="Ann Lee"),),
                    body=" ".join(random.choices(words, k=40)), published=Moment(date(2020, 1 + at % 12, 1)))
            for at in range(150)
        )  # fmt: skip
    queries = [
        query
        for one, other in zip(words[:25], words[25:], strict=False)
        for query in (one, f"{one} {other}", f"{one} OR {other}", f'"{one} {other}"', f"{one} date:2020-03", f"{one}*",
                      f"{one} by:lee", f"{one}~1", f"{one} NEAR/2 {other}", f"{one} -{other}")
    ]  # fmt: skip

    def ask(opened, query):
        found = opened.search(query, limit=5, snippets=0)
        return found.total, [(hit.id, hit.score) for hit in found.hits]

    alone = {query: ask(archive, query) for query in queries}
    opened = Archive(tmp_path / "index")
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        with ThreadPoolExecutor(8) as threads:
            asked = random.choices(queries, k=1_000)
            together = list(threads.map(lambda query: ask(opened, query), asked))
    finally:
        sys.setswitchinterval(before)

    assert [query for query, found in zip(asked, together, strict=True) if found != alone[query]] == []
