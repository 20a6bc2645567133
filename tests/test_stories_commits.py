"""Whatever was added and removed before, the stories are those of the articles that are held."""

import random

import numpy as np
import pytest
from retold import told

from newssearch import Archive, Article
from newssearch.engines.base import CODECS
from newssearch.engines.whoosh.grouping import find
from newssearch.engines.whoosh.snapshot import Snapshot


def test_so_they_are_where_a_change_goes_on_from_version_to_version(tmp_path):
    chance = random.Random(7)
    words = ["".join(chance.choices("abcdefghij", k=6)) for _ in range(1300)]
    versions = [Article(id=f"{n:02}", body=" ".join(words[20 * n : 20 * n + 100])) for n in range(60)]
    archive = Archive(tmp_path / "index")
    archive.add(versions[1:])
    archive.add(versions[:1])

    with Snapshot.open(tmp_path / "index") as snapshot:
        whole = find([segment for _, segment in snapshot.segments], snapshot.living)
        assert len(snapshot.stories.documents) == 60
        assert all(map(np.array_equal, snapshot.stories, whole))


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("codec", CODECS)
def test_stories_are_those_of_what_is_held_after_every_commit(tmp_path, codec, seed):
    chance = random.Random(seed)
    archive = Archive(tmp_path / "index")
    archive.add([told(f"a{n}", chance) for n in range(40)], codec=codec)
    for commit in range(8):
        held = [stored.article.id for stored in archive._engine.articles()]
        if commit % 3 == 2:
            archive.remove(chance.sample(held, chance.choice([1, 2, len(held) // 2])))
        else:
            again = chance.sample(held, chance.choice([0, 1, 3]))
            new = [f"b{commit}-{n}" for n in range(chance.choice([1, 2, 9]))]
            archive.add([told(id, chance) for id in [*again, *new]])

        with Snapshot.open(tmp_path / "index") as snapshot:
            whole = find([segment for _, segment in snapshot.segments], snapshot.living)
            assert all(map(np.array_equal, snapshot.stories, whole))
