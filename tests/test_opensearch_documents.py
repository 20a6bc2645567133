"""An article as a document for OpenSearch: its words at their positions, and no field that is not in the mapping."""

import json
import re
from base64 import b64decode

import numpy as np
import pytest
from conftest import ARTICLES, BOAT, SEED
from hypothesis import given
from strategies import articles

from newssearch import Article, Author, Subhead
from newssearch.analysis import GAP, laid_out
from newssearch.engines.entry import content_number, entry
from newssearch.engines.opensearch.documents import document, document_id, fit, is_cut
from newssearch.engines.opensearch.mapping import ALSO, HOLE, LONGEST, PARTS, mapping
from newssearch.engines.opensearch.sketch import unpacked
from newssearch.query.fields import texts
from newssearch.similar import of_text
from newssearch.similar.sketches import EMPTY


def sent(article, **how):
    return json.loads(document(article, **how))


def read_positions(values):
    """The positions of words as the server's analysis has them."""
    found, position = {}, -1
    for value in values:
        for words in value.split(" "):
            position += 1
            for word in words.split(ALSO):
                if word != HOLE:
                    found.setdefault(word, []).append(position)
        position += GAP - 1
    return found


@given(articles())
def test_words_and_stems_stand_where_the_other_engines_have_them(article):
    right, found = entry(article), sent(article)

    for field in (*right.lengths.keys() - {"names"},):
        assert read_positions(found[field]) == right.words[field], field
    assert found["length"] == {field: right.lengths[field] for field in found["length"]}


def test_a_language_written_in_any_way_is_one_word_with_the_stem():
    found = sent(Article(headline="ferries sail", language=f"all{ALSO}of these"))["headline_stem"]

    assert [word.count(" ") for word in found] == [1]
    assert ALSO not in found[0]


def test_values_without_words_keep_their_place():
    heads = tuple(map(Subhead, ("What next", "...", "And then")))

    assert sent(Article(subheads=heads))["subheads"] == ["what next", HOLE, "and then"]
    assert [base for base, _ in laid_out(texts(Article(subheads=heads), "subheads"))] == [0, 101, 201]


def test_words_of_one_position_are_joined():
    assert sent(Article(headline="The US F-35"))["headline"] == [f"the us{ALSO}u.s. f-35{ALSO}f35"]


def test_each_authors_keys_are_one_position():
    found = sent(Article(authors=(Author(name="J. Ko"), Author(name="…"), Author(name="Jane Doe"))))["names"]

    assert found[0].split(ALSO) == ["=j", "j", "j.", "jko", "k.", "ko"]
    assert found[1] == HOLE
    assert " " not in found[2]


@pytest.mark.parametrize("article", [*ARTICLES, Article()])
def test_every_field_is_in_the_mapping(article):
    def names(plain, fields, path=""):
        for name, value in plain.items():
            assert name in fields, f"{path}{name}"
            if "properties" in fields[name]:
                yield from names(value, fields[name]["properties"], f"{name}.")
            yield f"{path}{name}"

    declared = mapping("1")
    assert declared["dynamic"] == "strict"
    assert set(names(sent(article), declared["properties"])) >= {"article", "body", "body_stem", "name", "key.id"}


def test_an_undated_article_has_no_numbers_for_its_time():
    assert sent(Article(id="x"))["dated"] == 0
    assert not {"day", "first", "last"} & sent(Article(id="x")).keys()
    assert sent(SEED)["day"] == SEED.published.day.toordinal()


def test_the_record_is_the_article_and_its_versions():
    found = sent(SEED, versions=(BOAT,))

    assert Article.from_dict(found["article"]) == SEED
    assert [Article.from_dict(version) for version in found["versions"]] == [BOAT]


def test_a_content_number_is_kept_in_parts():
    parts = sent(SEED)["content"]

    assert sum(parts[str(part)] << 16 * part for part in range(PARTS)) == content_number(SEED)


def test_a_sketch_comes_back_as_it_was():
    texts = [SEED.body, BOAT.body, ""]

    found = unpacked([b64decode(sent(Article(body=text))["sketch"]) for text in texts])

    for number, text in enumerate(texts):
        for column, right in zip(found, of_text(text), strict=True):
            assert np.array_equal(column[number], right[0])
        shingles = np.array(sent(Article(body=text))["shingle"], np.int32).view(np.uint32)
        assert shingles.tolist() == [each for each in found.shingles[number].tolist() if each != EMPTY]


def test_very_long_words_are_cut_and_stay_different():
    one, other = "x" * 40_000 + "a", "x" * 40_000 + "b"

    assert len({fit(one), fit(other)}) == 2
    assert is_cut(fit(one))
    assert not is_cut(fit("oil"))
    assert len(fit("東" * 40_000).encode()) <= LONGEST


@pytest.mark.parametrize("id", ["x" * 513, "東" * 200, "two\nlines", "\ud800", ""])
def test_an_id_that_the_server_would_not_take_is_a_digest(id):
    assert re.fullmatch("sha256:[0-9a-f]{64}", document_id(id))


def test_a_lone_surrogate_does_no_harm():
    assert (
        Article.from_dict(sent(Article(id="\ud800", headline="\udcff x", tags=("\ud800",)))["article"]).id == "\ud800"
    )
