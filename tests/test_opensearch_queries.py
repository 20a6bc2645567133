"""Query trees as OpenSearch's query DSL: one form for each node, and never a query string."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from strategies import queries

from newssearch.engines.opensearch.mapping import ALSO
from newssearch.engines.opensearch.matching import Matching
from newssearch.engines.opensearch.nearness import Nearness
from newssearch.engines.opensearch.scoring import Scoring, ranked
from newssearch.engines.opensearch.state import State
from newssearch.errors import UnsupportedQuery
from newssearch.moment import zone
from newssearch.query import parse, resolve, tree

NOW = datetime(2025, 10, 2, 12, tzinfo=UTC)
STATE = State(index="news-1", commit=1, articles=100, content=0, languages={"en": 100}, lengths={"body": 5_000})


def read(text):
    return resolve(parse(text).query, NOW, zone("UTC"))[0]


def form(text, settle=lambda *_: [], languages=("en",)):
    return Matching(languages, settle).of(read(text))


@pytest.mark.parametrize(
    ("text", "dsl"),
    [
        ("body:strikes", {"match": {"body_stem": {"query": "strike"}}}),
        ("place:juan", {"term": {"place": {"value": "juan"}}}),
        ('body:"oil"', {"term": {"body": {"value": "oil"}}}),
        ('body:"oil price"', {"match_phrase": {"body": {"query": "oil price"}}}),
        ("body:b?at*", {"wildcard": {"body": {"value": "b?at*", "rewrite": "constant_score"}}}),
        ("source:a?*", {"wildcard": {"key.source": {"value": "a\\?*", "rewrite": "constant_score"}}}),
        ("source:AP", {"term": {"key.source": "ap"}}),
        ("place:*", {"term": {"has": "place"}}),
        ("*", {"match_all": {}}),
        ("-source:ap", {"bool": {"must_not": [{"term": {"key.source": "ap"}}]}}),
        ("!!!", {"bool": {"must_not": [{"match_all": {}}]}}),
        (
            "body:drug~2",
            {
                "fuzzy": {
                    "body": {
                        "value": "drug",
                        "fuzziness": 2,
                        "prefix_length": 1,
                        "transpositions": True,
                        "rewrite": "constant_score",
                    }
                }
            },
        ),
        (
            "date:2025-09-28",
            {
                "bool": {
                    "filter": [
                        {"term": {"has": "date"}},
                        {"range": {"day": {"gte": 739522}}},
                        {"range": {"day": {"lte": 739522}}},
                    ]
                }
            },
        ),
    ],
)
def test_a_node_has_this_form(text, dsl):
    assert form(text) == dsl


def test_a_word_means_its_stem_in_every_language_of_the_archive_as_one_term():
    found = form("body:maisons", languages=("en", "fr"))

    assert found == {"match": {"body_stem": {"query": ALSO.join(["maison", "maison\x1ffr"])}}}


def test_the_groups_of_a_name_are_of_one_author():
    found = form('by:"Ko Chul"')["bool"]["should"][0]["intervals"]["names"]

    assert found["any_of"]["filter"].keys() == {"contained_by"}


def test_words_near_each_other_are_intervals_in_the_field_of_their_stems():
    rule = form("body:(oil NEAR/3 gas)")["intervals"]["body"]

    one, other = rule["any_of"]["intervals"]
    assert one["all_of"]["max_gaps"] == other["all_of"]["max_gaps"] == 3
    assert one["all_of"]["intervals"] == other["all_of"]["intervals"][::-1]
    assert one["all_of"]["intervals"][0]["match"] == {"query": "oil", "use_field": "body_stem"}


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("oil NEAR/9 gas", True),
        ("oil PRE/0 gas PRE/0 price", True),
        ("oil NEAR/0 gas NEAR/0 price", True),
        ('"oil price" NEAR/4 (gas OR "natural gas")', True),
        ("oil NEAR/9 gas NEAR/9 price", False),
        ('"oil price"~2', True),
        ('"oil price"~2 NEAR/3 gas', False),
        ("oil NEAR/3 oil", True),
        ('"oil price" NEAR/3 "oil price"', False),
    ],
)
def test_the_server_finds_every_span_of_parts_of_one_width(text, whole):
    assert Nearness("body", ["en"]).spans(read(text)).whole is whole


def test_what_the_server_cannot_tell_is_looked_at():
    asked = []

    def settle(query, field, doubtful):
        asked.append((str(query), field, list(doubtful["bool"])))
        return ["7"]

    found = form("body:oil NEAR/9 body:gas NEAR/9 body:price", settle)

    assert asked == [("body:oil NEAR/9 body:gas NEAR/9 body:price", "body", ["filter", "must_not"])]
    assert found["bool"]["should"][1]["constant_score"]["filter"] == {"ids": {"values": ["7"]}}


def test_a_name_of_too_many_parts_is_refused_and_not_cut():
    with pytest.raises(UnsupportedQuery, match="more than 20 parts"):
        form('by:"' + "a b " * 11 + '"')


def test_a_node_without_a_form_is_refused():
    with pytest.raises(UnsupportedQuery):
        Matching({"en"}, lambda *_: []).of("oil")


def test_a_period_that_is_not_resolved_is_refused():
    with pytest.raises(ValueError, match="not resolved"):
        Matching({"en"}, lambda *_: []).of(tree.Date("2025-09", after=True))


@given(queries())
def test_every_tree_has_a_form_and_none_is_a_query_string(query):
    query = resolve(query, NOW, zone("UTC"))[0]
    matching = Matching({"en", "fr"}, lambda *_: [])
    counts = dict.fromkeys(ranked(query), 3)

    found = json.dumps([matching.of(query), Scoring(matching, STATE, counts).of(query)])

    assert "query_string" not in found


def test_a_score_is_the_formulas():
    matching, query = Matching({"en"}, lambda *_: []), read("body:oil^3")

    script = Scoring(matching, STATE, {(read("body:oil"), "body"): 10}).of(query)["script_score"]["script"]

    assert script["lang"] == "expression"
    assert script["params"] == {
        "factor": pytest.approx(3 * 2.2 * 2.263, rel=1e-3),
        "fixed": pytest.approx(0.3),
        "growing": pytest.approx(1.2 * 0.75 / 50),
        "words": 1,
    }


def test_what_no_article_has_is_not_asked_for():
    matching, query = Matching({"en"}, lambda *_: []), read("body:oil")

    assert Scoring(matching, STATE, {(query, "body"): 0}).of(query) == {"match_none": {}}
