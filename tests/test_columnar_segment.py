"""A columnar segment says of every word, key and document what its articles say, however it came to be."""

import os
import subprocess
import sys
from datetime import date
from itertools import count as counting

import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from newssearch.article import Article, Author, Subhead
from newssearch.engines.base import WriteOptions
from newssearch.engines.entry import COLUMNS, KEYS, POSITIONAL, entry, record
from newssearch.engines.whoosh.columnar.build import ColumnarBuilder
from newssearch.engines.whoosh.columnar.check import check_article, check_files
from newssearch.engines.whoosh.columnar.segment import ColumnarSegment
from newssearch.moment import Moment

MUCH = 1 << 30
TEXTS = st.lists(
    st.sampled_from(["boats", "boat", "Boot", "maisons", "maison", "U.S.", "F-35", "us", "石油", "東京都", "\n", "öl", "\ud800", "a\udfffb", "--"])
    | st.text(max_size=6),
    max_size=12,
).map(" ".join)  # fmt: skip
ARTICLES = st.builds(
    Article,
    id=st.uuids().map(str) | st.text(max_size=3),
    headline=TEXTS,
    subheads=st.lists(TEXTS.map(Subhead), max_size=3).map(tuple),
    authors=st.lists(
        st.builds(Author, name=st.sampled_from(["Jane Doe", "KO YONG-CHUL", "", "\ud800"]), role=TEXTS, email=st.sampled_from(["", "ko@example.org"])),
        max_size=3,
    ).map(tuple),
    body=TEXTS,
    place=st.sampled_from(["", "Paris", "SAN JUAN, Puerto Rico"]),
    published=st.none() | st.dates(date(1, 1, 2), date(9999, 12, 30)).map(Moment),
    language=st.sampled_from(["", "en", "fr", "de", "ko", "xx"]),
    tags=st.lists(st.sampled_from(["oil", "Oil", "\udfff", "a b"]), max_size=3).map(tuple),
    source=st.sampled_from(["", "Reuters"]),
)  # fmt: skip
ARCHIVES = st.lists(ARTICLES, min_size=1, max_size=6)


def opened(folder, info):
    return ColumnarSegment(info, {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()})


def built(folder, articles, memory=MUCH, merged=()):
    """A segment of articles, and of (segment, which of its documents live)."""
    folder.mkdir()
    builder = ColumnarBuilder(folder, "g000001", WriteOptions(memory=memory))
    for article in articles:
        builder.add(article)
    for segment, living in merged:
        builder.merge(segment, np.array(living, np.bool_))
    assert builder.count == len(articles) + sum(map(sum, (living for _, living in merged)))
    return opened(folder, builder.finish())


def files(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def postings(found):
    if found is None:
        return []
    documents, frequencies = found.read()
    return [
        *zip(documents.tolist(), [1] * len(documents) if frequencies is None else frequencies.tolist(), strict=True)
    ]


def told(segment):
    """All that a segment says."""
    return {
        "words": {field: list(segment.words(field)) for field in (*POSITIONAL, *KEYS)},
        "postings": {
            (field, word): postings(segment.postings(field, word))
            for field in (*POSITIONAL, *KEYS)
            for word in segment.words(field)
        },
        "places": {(field, word): segment.places(field, word).tolist() for field in POSITIONAL for word in segment.words(field)},
        "lengths": {field: segment.lengths(field).tolist() for field in POSITIONAL},
        "totals": {field: segment.total_length(field) for field in POSITIONAL},
        "columns": {name: segment.column(name).tolist() for name in COLUMNS},
        "ids": [segment.id(document) for document in range(segment.count)],
        "records": [segment.articles.record(document) for document in range(segment.count)],
    }  # fmt: skip


def expected(articles):
    """What it has to say, by the plain lists of `entry`."""
    entries = list(map(entry, articles))
    held: dict = {}
    for document, made in enumerate(entries):
        for field in POSITIONAL:
            for word, positions in made.words[field].items():
                held.setdefault((field, spelt(word)), []).append((document, positions))
        for field in KEYS:
            for key in made.keys[field]:
                held.setdefault((field, spelt(key)), []).append((document, None))
    fields = (*POSITIONAL, *KEYS)
    lengths = {field: [made.lengths[field] for made in entries] for field in POSITIONAL}
    return {
        "words": {field: sorted(word for own, word in held if own == field) for field in fields},
        "postings": {key: [(at, len(places) if places else 1) for at, places in found] for key, found in held.items()},
        "places": {key: [at << 32 | place for at, places in found for place in places]
                   for key, found in held.items() if key[0] in POSITIONAL},
        "lengths": lengths,
        "totals": {field: sum(own) for field, own in lengths.items()},
        "columns": {name: [getattr(made, name) for made in entries] for name in COLUMNS},
        "ids": [article.id for article in articles],
        "records": [record(article)[0] for article in articles],
    }  # fmt: skip


def spelt(word):
    return word.encode("utf-8", "backslashreplace").decode()


def problems(segment, articles):
    """What a check of all of it says."""
    return [
        *check_files(segment),
        *(line for document, article in enumerate(articles) for line in check_article(segment, document, article)),
    ]


@pytest.fixture
def folders(tmp_path_factory):
    """New folders, one for each example."""
    numbers, base = counting(), tmp_path_factory.mktemp("segments")
    return lambda: base / str(next(numbers))


quick = settings(
    max_examples=20,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    phases=set(Phase) - {Phase.explain},
)


@quick
@given(articles=ARCHIVES)
def test_a_segment_says_what_its_articles_say(folders, articles):
    segment = built(folders(), articles)

    assert told(segment) == expected(articles)
    assert problems(segment, articles) == []


@quick
@given(articles=ARCHIVES, memory=st.sampled_from([0, 200, 2000]))
def test_a_segment_is_the_same_bytes_however_little_memory_it_is_built_in(folders, articles, memory):
    small, large = folders(), folders()

    built(small, articles, memory)
    built(large, articles)

    assert files(small) == files(large)


@quick
@given(
    archives=st.lists(ARCHIVES, min_size=1, max_size=3),
    added=st.lists(ARTICLES, max_size=3),
    memory=st.sampled_from([0, MUCH]),
    data=st.data(),
)
def test_a_merge_is_as_if_the_living_had_been_built_anew(folders, archives, added, memory, data):
    parts, living = [], list(added)
    for articles in archives:
        alive = data.draw(st.lists(st.booleans(), min_size=len(articles), max_size=len(articles)))
        parts.append((built(folders(), articles), alive))
        living += [article for article, lives in zip(articles, alive, strict=True) if lives]
    assume(living)
    merged, fresh = folders(), folders()

    segment = built(merged, added, memory, parts)
    built(fresh, living)

    assert told(segment) == expected(living)
    assert problems(segment, living) == []
    for name, content in files(fresh).items():
        if not name.endswith((".articles", ".stems")):  # compressed in other groups; roots of words that nobody has
            assert files(merged)[name] == content


def test_a_merge_of_merges_keeps_every_article_readable(folders):
    """Each with its own dictionary: there is one from 400 articles on."""
    numbered = [[Article(id=f"{part}-{at}", body=f"oil {part} gas {at}" * 5) for at in range(450)] for part in range(3)]
    first = built(folders(), numbered[0])
    second = built(folders(), numbered[1], merged=[(first, [True] * 450)])
    alive = [at % 3 > 0 for at in range(900)]
    third = built(folders(), numbered[2], merged=[(second, alive)])

    living = [*numbered[2], *(a for a, lives in zip([*numbered[1], *numbered[0]], alive, strict=True) if lives)]
    assert [third.articles.record(at) for at in range(third.count)] == [record(article)[0] for article in living]
    assert [third.id(at) for at in range(third.count)] == [article.id for article in living]
    assert problems(third, living) == []


ODD = {
    "no text at all": [Article(id="1"), Article(id="2", body="oil"), Article(id="3")],
    "only an article without text": [Article(id="")],
    "values without words": [Article(id="1", subheads=(Subhead("--"), Subhead(""), Subhead("oil")), tags=("--",))],
    "half surrogates": [Article(id="\ud800", headline="oil \udfff", body="\ud800x \ud800", tags=("\udfff",), authors=(Author(name="\ud83d"),))],
    "a zero character": [Article(id="a\0b", body="a\0b", tags=("\0",))],
    "several values": [Article(id="1", subheads=(Subhead("oil gas"), Subhead("gas oil"), Subhead("oil"))), Article(id="2", subheads=(Subhead("gas"),))],
    "one language after another": [Article(id=str(n), body="boats maisons", language=lang) for n, lang in enumerate(["en", "fr", "de", "ko", "en"])],
    "words of ten thousand letters": [Article(id="1", headline="x" * 10_000, body="y" * 10_000 + " " + "é" * 10_000)],
    "an id of ten thousand letters": [Article(id="x" * 10_000, body="oil")],
    "two words at one position": [Article(id="1", body="The U.S. and US F-35 F35")],
}  # fmt: skip


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("memory", [0, MUCH])
def test_odd_articles_are_told_as_they_are(folders, name, memory):
    segment = built(folders(), ODD[name], memory)

    assert told(segment) == expected(ODD[name])
    assert problems(segment, ODD[name]) == []


def test_a_text_of_300_000_positions_is_told_as_it_is(folders):
    words = ["oil", "gas", *(f"word{number}" for number in range(40))]
    body = " ".join(words[at * at % 42] for at in range(300_000))
    articles = [Article(id="1", body="oil"), Article(id="2", body=body), Article(id="3", body="gas")]

    segment = built(folders(), articles)
    merged = built(folders(), [], merged=[(segment, [False, True, True])])

    assert told(segment) == expected(articles)
    assert told(merged) == expected(articles[1:])
    assert problems(segment, articles) == problems(merged, articles[1:]) == []


def test_a_word_in_more_documents_than_a_stride_ranks_by_its_impacts(folders):
    articles = [Article(id=str(at), headline="oil", body="oil " * (at % 7) + "gas " * (at % 50)) for at in range(1000)]
    segment = built(folders(), articles)

    body = segment.ranked("oil")["body"]

    assert body.strides == 4
    assert body.average == segment.total_length("body") // 1000
    assert problems(segment, articles) == []
    for stride in range(body.strides):
        documents, weights = map(np.asarray, body.read_strides(np.array([stride])))
        lengths = np.asarray(segment.lengths("body"))[documents]
        shares = weights / (weights + 1.2 * (0.25 + 0.75 * lengths / body.average))
        assert 65_535 * shares.max() <= body.impacts()[stride] <= 65_535 * shares.max() + 2


_BUILD = """
import pathlib, sys
from newssearch.article import Article, Author
from newssearch.engines.base import WriteOptions
from newssearch.engines.whoosh.writer import Writer
folder = pathlib.Path(sys.argv[1])
for start in (0, 30):
    with Writer(folder, memory=3000) as writer:
        for at in range(start, start + 30):
            tags = tuple(f"tag {n}" for n in range(at % 5))
            body = f"The U.S. oil gas {at} maisons boats " * (at % 4)
            language = ["en", "fr", "de"][at % 3]
            writer.add(Article(id=str(at), body=body, tags=tags, language=language, authors=(Author(name="Ko Yong-chul"),)))
        if start:
            writer.delete(3)
        manifest = writer.commit()
print(*sorted((name, info.sha256) for name, info in manifest.files.items()), sep="\\n")
"""


def test_another_process_and_another_order_of_hashes_give_the_same_bytes(tmp_path):
    told = []
    for seed in ("0", "4711"):
        command = [sys.executable, "-c", _BUILD, str(tmp_path / seed)]
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        told.append(subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout)

    assert told[0].count("\n") > 5
    assert told[0] == told[1]
