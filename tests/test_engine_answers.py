"""What every engine promises: which articles a query finds."""

import pytest
from conftest import ARTICLES
from every_engine import NOW, ask, ids, store

from newssearch import Article
from newssearch.engines.reference import ReferenceEngine
from newssearch.moment import zone
from newssearch.query import matches, parse, resolve

MEANINGS = [
    # words
    ("trump maduro", "drug-hubs"),
    ("strike", "boat drug-hubs opinion"),
    ("STRIKES", "boat drug-hubs opinion"),
    ("striking", "boat drug-hubs opinion"),
    ("nicolas", "drug-hubs"),
    ("Nicolás", "drug-hubs"),
    ("ko venezuela", "drug-hubs"),
    ("doe boat", "boat"),
    ("samsung", ""),
    ('"weekly hot"', ""),
    ("maison", "paris"),
    ("maisons", "paris"),
    # phrases
    ('"Tren de Aragua"', "drug-hubs"),
    ('"in the Caribbean"', "drug-hubs"),
    ('"strike"', ""),
    ('"strikes"', "boat drug-hubs opinion"),
    ('"fighter caribbean"', ""),
    ('"fighter the"~3', "drug-hubs"),
    ('"fighter the"~2', ""),
    ('"the fighter"~9', ""),
    ('"trafficking centers f-35"', "drug-hubs"),
    ('"posture diplomatic"', ""),
    ('"ko yong chul"', "drug-hubs"),
    # near
    ("venezuela NEAR/1 navy", ""),
    ("venezuela NEAR/3 navy", "boat"),
    ("navy PRE/3 venezuela", "boat"),
    ("venezuela PRE/3 navy", ""),
    ("maduro NEAR/0 maduro", ""),
    ("(drug OR drugs) NEAR/2 policy", "opinion"),
    ('"drug policy" PRE/3 strikes', "opinion"),
    ("drug* PRE/0 polic*", "opinion"),
    ("headline:navy NEAR/9 venezuela", "boat"),
    # exclusions and choices
    ("venezuela -navy", "drug-hubs"),
    ("NOT venezuela", "opinion paris undated"),
    ("-venezuela -maduro", "paris undated"),
    ("boat OR exiles", "boat opinion"),
    ("boat|exiles", "boat opinion"),
    ("strikes (exiles OR navy)", "boat opinion"),
    # patterns and fuzzy words
    ("venez*", "boat drug-hubs opinion"),
    ("organi?ation", "boat opinion"),
    ("*ssel", "boat"),
    ("madura~", "drug-hubs opinion"),
    ("nvay~", "boat"),
    ("anvy~", ""),
    ("vessol~", "boat"),
    ("vesol~", ""),
    ("vesol~2", "boat"),
    # text fields
    ("headline:strikes", "boat drug-hubs"),
    ("title:maduro", ""),
    ("subhead:military", "drug-hubs"),
    ("body:(trump maduro)", "drug-hubs"),
    # bylines
    ('byline:"Ko Yong-chul"', "drug-hubs"),
    ('by:"yong chul ko"', "drug-hubs"),
    ("by:yongchul", "drug-hubs opinion"),
    ('by:"Y. Ko"', "drug-hubs opinion"),
    ('by:"Jane Smith"', ""),
    ('by:"jane doe"', "boat"),
    ("by:obrien", "opinion"),
    ('by:"sean o\'brien"', "opinion"),
    ("by:smi*", "boat"),
    ("role:reporter", "drug-hubs"),
    ('role:"staff writer"', "boat"),
    ("agency:ap", "boat"),
    ("email:korocamia@naver.com", "drug-hubs"),
    ("email:naver.com", "drug-hubs"),
    ("email:naver", ""),
    ("place:juan", "boat"),
    ('dateline:"puerto rico"', "boat"),
    # exact fields
    ("source:ap,reuters", "boat opinion"),
    ("source:AP", "boat"),
    ('source:"korea times"', "drug-hubs"),
    ("source:korea", ""),
    ("source:korea*", "drug-hubs"),
    ("section:world", "drug-hubs"),
    ("lang:en", "boat drug-hubs"),
    ("lang:en-us", "boat"),
    ('tag:"drugs, boats"', "drug-hubs"),
    ("tag:drugs", ""),
    ("id:boat", "boat"),
    ("url:https://ap.example/*", "boat"),
    ("place:*", "boat drug-hubs"),
    ("-date:*", "paris undated"),
    ("*", "boat drug-hubs opinion paris undated"),
    ("", "boat drug-hubs opinion paris undated"),
    ("!!!", ""),
    # dates
    ("date:2025-09-28", "drug-hubs"),
    ("date:2025-09", "boat drug-hubs"),
    ("date:2025-W39", "drug-hubs"),
    ("date:2025-Q3", "boat drug-hubs"),
    ("date:2025-09-04", ""),
    ("date:2025-09-03", "boat"),
    ("date:2025-09..2025-10", "boat drug-hubs opinion"),
    ("since:2025-09-28", "drug-hubs opinion"),
    ("after:2025-09", "opinion"),
    ("until:2025-09", "boat drug-hubs"),
    ("before:2025-09-28", "boat"),
    ("date:yesterday", ""),
    ("date:today..2025-09-28", "drug-hubs opinion"),
    ("after:9999", ""),
    ("date:today", "opinion"),
    ("date:last-week", "drug-hubs"),
    ("date:this-month", "opinion"),
    ("date:7d", "drug-hubs opinion"),
    ("date:1d", "opinion"),
    ("date:3h", "opinion"),
    ("date:2025-09-04T03:30Z", "boat"),
    ("date:2025-09-03T23:30", ""),
    ("since:2025-09-04T03:31Z until:2025-09-28T08:34", "drug-hubs"),
    ("-date:2025", "paris undated"),
    # written words
    ("US", "drug-hubs"),
    ("U.S.", "drug-hubs"),
    ("us", "boat drug-hubs"),
    ("F-35", "drug-hubs"),
    ("f35", "drug-hubs"),
    ("state-owned", "drug-hubs"),
    ("50", "drug-hubs"),
    ("$50", "drug-hubs"),
    ("e-mail", "opinion"),
    ("東京", "paris"),
    ("東京都", "paris"),
    ("京東", ""),
    ("京*", "paris"),
    ("élysée", "paris"),
    ("l'élysée", "paris"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), MEANINGS, ids=[row[0] or "(empty)" for row in MEANINGS])
def test_a_query_finds_these_articles(stocked, text, found):
    assert sorted(ids(ask(stocked, text, limit=None))) == found.split()


@pytest.mark.parametrize(("text", "found"), MEANINGS, ids=[row[0] or "(empty)" for row in MEANINGS])
def test_the_reference_matches_the_same_articles_one_by_one(text, found):
    query, _ = resolve(parse(text).query, NOW, zone("UTC"))

    assert sorted(a.id for a in ARTICLES if matches(query, a, {"en", "fr"})) == found.split()


@pytest.mark.parametrize("query", ['"oil oil" NEAR/3 "oil oil"', '"oil oil"~3 NEAR/3 "oil oil"~3'])
def test_a_part_near_its_like_is_at_two_places_apart(engine, query):
    texts = {"thrice": "oil oil oil", "apart": "oil oil gas oil oil", "far": "oil oil a b c d e f g oil oil"}
    store(engine, [Article(id=id, headline=text) for id, text in texts.items()])

    assert ids(ask(engine, query)) == ["apart"]


def test_words_near_each_other_in_one_long_article_take_no_more_than_their_places(engine):
    times = 300 if isinstance(engine, ReferenceEngine) else 3_000  # the reference asks each place about each
    store(engine, [Article(id="long", headline="Long", body="oil gas " * times)])

    assert ask(engine, "oil NEAR/1000 gas").total == 1


def test_a_word_of_another_language_is_no_word_of_this_one(engine):
    """The French stem of "news" is "new", the Dutch one of "herring" is "her"."""
    new = Article(id="new", headline="Mayor has a new job, says her brother", language="en")
    ferry = Article(id="ferry", headline="Le ferry coule", body="Il a coulé.", language="fr")
    dutch = Article(id="dutch", headline="De haringen", body="Er is haring.", language="nl")
    store(engine, [new, ferry, dutch])

    assert ids(ask(engine, "news")) == ids(ask(engine, "herring")) == ids(ask(engine, "job NEAR/5 news")) == []
    assert ids(ask(engine, "jobs")) == ["new"]
    assert ids(ask(engine, "haring")) == ["dutch"]
    assert ids(ask(engine, "ferries")) == []
    assert ids(ask(engine, "ferry OR haring OR job", sort="newest")) == ["dutch", "ferry", "new"]
