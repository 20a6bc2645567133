"""Query text to trees. A tree is written as its text in the canonical form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import queries

from newssearch.errors import QueryError
from newssearch.query import build, from_dict, parse, to_dict
from newssearch.query.notices import NOT_UNDERSTOOD, UNDERSTOOD, Notice
from newssearch.query.tree import (
    And,
    Boost,
    Date,
    Everything,
    Exists,
    Fuzzy,
    Name,
    Near,
    Not,
    Or,
    Pattern,
    Phrase,
    Value,
    Word,
)

TREES = [
    ("trump maduro", And((Word("trump"), Word("maduro")))),
    ("trump AND maduro", And((Word("trump"), Word("maduro")))),
    ("Strikes", Word("strikes")),
    ('"Tren de Aragua"', Phrase(("tren", "de", "aragua"))),
    ("“Tren de Aragua”", Phrase(("tren", "de", "aragua"))),
    ('"drug strikes"~3', Phrase(("drug", "strikes"), 3)),
    ("drug NEAR/5 venezuela", Near((Word("drug"), Word("venezuela")), 5)),
    ("a PRE/2 b PRE/2 c", Near((Word("a"), Word("b"), Word("c")), 2, ordered=True)),
    ("a NEAR/1 b NEAR/2 c", Near((Near((Word("a"), Word("b")), 1), Word("c")), 2)),
    ("a NEAR/1 (b NEAR/1 c)", Near((Word("a"), Near((Word("b"), Word("c")), 1)), 1)),
    ("-cartel", Not(Word("cartel"))),
    ("NOT cartel", Not(Word("cartel"))),
    ("--cartel", Not(Word("cartel"))),
    ("-NOT cartel", Word("cartel")),
    ("NOT -cartel", Word("cartel")),
    ("boat OR vessel", Or((Word("boat"), Word("vessel")))),
    ("boat | vessel", Or((Word("boat"), Word("vessel")))),
    ("boat|vessel", Or((Word("boat"), Word("vessel")))),
    ("a b OR c", Or((And((Word("a"), Word("b"))), Word("c")))),
    ("a (b OR c)", And((Word("a"), Or((Word("b"), Word("c")))))),
    ("a NOT b NEAR/2 c", And((Word("a"), Not(Word("b")), Word("c")))),
    ("and or not", And((Word("and"), Word("or"), Word("not")))),
    ("venez*", Pattern("venez*")),
    ("organi?ation", Pattern("organi?ation")),
    ("*cartel", Pattern("*cartel")),
    ("what?", Word("what")),
    ("really?!", Word("really")),
    ("madura~", Fuzzy("madura", 1)),
    ("madura~1", Fuzzy("madura", 1)),
    ("madura~2", Fuzzy("madura", 2)),
    ("venezuela^3", Boost(Word("venezuela"), 3.0)),
    ("(a b)^2.5", Boost(And((Word("a"), Word("b"))), 2.5)),
    ('"a b"~2^3', Boost(Phrase(("a", "b"), 2), 3.0)),
    ("((a^2)^3)", Boost(Word("a"), 6.0)),
    ("a^1", Word("a")),
    ("headline:strikes", Word("strikes", "headline")),
    ("TITLE:strikes", Word("strikes", "headline")),
    ("subhead:x", Word("x", "subheads")),
    ("body:(a OR b)", Or((Word("a", "body"), Word("b", "body")))),
    ("body:(a title:b)", And((Word("a", "body"), Word("b", "headline")))),
    ('by:"Ko Yong-chul"', Name("ko yong chul")),
    ("author:O’Brien", Name("obrien")),
    ("by:rosen*", Pattern("rosen*", "byline")),
    ("dateline:washington", Word("washington", "place")),
    ("source:ap,reuters", Or((Value("ap", "source"), Value("reuters", "source")))),
    ('source:"New  York Times, The"', Value("new york times, the", "source")),
    ("email:@naver.com", Value("naver.com", "email")),
    ("url:https://x.example/*", Pattern("https://x.example/*", "url")),
    ("id:what?", Value("what?", "id")),
    (r"id:a\*b", Value("a*b", "id")),
    (r"tag:drugs\,\ boats", Value("drugs, boats", "tag")),
    ("place:*", Exists("place")),
    ("date:*", Exists("date")),
    ("*", Everything()),
    ("*:*", Everything()),
    ("", Everything()),
    ("date:2025-09-28", Date("2025-09-28", "2025-09-28")),
    ("on:2025-09", Date("2025-09", "2025-09")),
    ("date:2025-09..2025-10", Date("2025-09", "2025-10")),
    ("date:2025-09..", Date("2025-09", None)),
    ("date:..2025-09", Date(None, "2025-09")),
    ("date:[2025-09 TO *]", Date("2025-09", None)),
    ("since:2025-09", Date("2025-09", None)),
    ("until:2025-09", Date(None, "2025-09")),
    ("after:2025-09", Date("2025-09", None, after=True)),
    ("date:>2025-09", Date("2025-09", None, after=True)),
    ("before:2025-09", Date(None, "2025-09", before=True)),
    ("date:<=2025-09", Date(None, "2025-09")),
    ('date:"This Month"', Date("this-month", "this-month")),
    ("date:(2025-09 OR today)", Or((Date("2025-09", "2025-09"), Date("today", "today")))),
    ("date:2025-09-28T08:00+09:00..", Date("2025-09-28T08:00+09:00", None)),
    ("F-35", Word("f35")),
    ("state-owned", Near((Word("state"), Word("owned")), 0, ordered=True)),
    ("state-own*", Near((Word("state"), Pattern("own*")), 0, ordered=True)),
    ("東京都", Phrase(("東京", "京都"))),
    ("US: strikes", And((Word("u.s."), Word("strikes")))),
    ("Reuters - Oil", And((Word("reuters"), Word("oil")))),
    ("Reuters —Oil", And((Word("reuters"), Word("oil")))),
    (r"\-cartel", Word("cartel")),
    (r"\OR", Word("or")),
    (r"date\:2025", Near((Word("date"), Word("2025")), 0, ordered=True)),
    ("a > b..c", And((Word("a"), Near((Word("b"), Word("c")), 0, ordered=True)))),
    ("headline:-x", Word("x", "headline")),
    ("!!!", Not(Everything())),
    ("(sort:newest)", Everything()),
    ("x^0", Near((Word("x"), Word("0")), 0, ordered=True)),
    ("核*", Pattern("核*")),
    ('"a b"^x', And((Phrase(("a", "b")), Word("x")))),
    ("(a b)^x", And((Word("a"), Word("b"), Word("x")))),
    ("headline:(sort:(oil))", Word("oil", "headline")),
]


@pytest.mark.parametrize(("text", "query"), TREES, ids=[row[0] for row in TREES])
def test_a_text_becomes_this_tree(text, query):
    assert parse(text).query == query


NOTICES = [
    ("bylin:x", [("unknown-field", 0)]),
    ("a bylin:x", [("unknown-field", 2)]),
    ("https://x.example", []),
    ("date: 2025", [("empty-field", 0)]),
    ("date:soon", [("bad-date", 0 + 5)]),
    ("since:2025-13", [("bad-date", 6)]),
    ("sort:best", [("bad-sort", 0)]),
    ("dup:hide", [("bad-show", 0)]),
    ("a^0", [("bad-boost", 1)]),
    ("a^x", [("bad-boost", 1)]),
    ("a^1001", [("bad-boost", 1)]),
    ("a~3", [("bad-fuzzy", 0)]),
    ("maduro AND", [("dangling-operator", 7)]),
    ("OR maduro", [("dangling-operator", 0)]),
    ("a | ", [("dangling-operator", 2)]),
    ("NOT", [("dangling-operator", 0)]),
    ("drug NEAR venezuela", [("dangling-operator", 5)]),
    ("drug PRE/ venezuela", [("dangling-operator", 5)]),
    ("a NEAR/9999999999 b", [("dangling-operator", 2)]),
    ("NEAR", [("dangling-operator", 0)]),
    ("drug W/12 venezuela", [("other-operator", 5)]),
    ("drug /s venezuela", [("other-operator", 5)]),
    ('"drug hubs" near/5 venezuela', [("other-operator", 12)]),
    ("drug NEAR12 venezuela", [("other-operator", 5)]),
    ("drug pre/3 venezuela", [("other-operator", 5)]),
    ("W/12", []),
    ("drug w/12", []),
    ("year:2025", [("unknown-field", 0)]),
    (r'a \NEAR b near headline:NEAR "NEAR" pre-war', []),
    ('"unclosed', [("unclosed-quote", 0)]),
    ("(a b", [("unclosed-group", 0)]),
    ("date:[2025 TO 2026", [("unclosed-group", 5)]),
    ("a) b", [("stray-parenthesis", 1)]),
    ("a NEAR/3 -b", [("near-as-and", 2)]),
    ("headline:a NEAR/3 body:b", [("near-as-and", 11)]),
    ("a NEAR/9999 b", [("too-far", 2)]),
    ('"a b"~9999', [("too-far", 0)]),
    ("a !!!", [("ignored", 2)]),
    ("Reuters - Oil", [("ignored", 8)]),
    ("-a^3", [("boost-dropped", 0)]),
    ("date:2025^3", [("boost-dropped", 5)]),
    ("(a^2 OR b) NEAR/2 c", [("boost-dropped", 11)]),
    ('by:"a b"~2', [("slop-ignored", 3)]),
    ("date:2025-10..2025-09", [("swapped", 5)]),
    ("sort:newest maduro", []),
    ("a ()", [("ignored", 2)]),
    ("tag:,", [("ignored", 4)]),
    ("-sort:newest", [("ignored", 0)]),
    ('"a"~2', [("slop-ignored", 0)]),
    ('oil "crude pri* *s"', [("quoted-pattern", 14)]),
    ('"2 * 3" "why?" "pri\\*" source:"a*"', []),
    ("venez*~1", [("bad-fuzzy", 0)]),
    ('"a b"^x', [("bad-boost", 0)]),
]


@pytest.mark.parametrize(("text", "codes"), NOTICES, ids=[row[0] for row in NOTICES])
def test_what_was_changed_or_ignored_is_a_notice_with_its_column(text, codes):
    assert [(notice.code, notice.column) for notice in parse(text).notices] == codes


def test_every_code_of_a_notice_is_listed():
    of_searches = {"period", "undated", "withheld", "part-of-value"}

    assert {code for _, codes in NOTICES for code, _ in codes} | of_searches == {*NOT_UNDERSTOOD, *UNDERSTOOD}


def test_an_unknown_field_is_told_with_the_one_that_was_meant():
    assert parse("bylin:x").notices[0].message == "unknown field 'bylin'; did you mean byline?"


@pytest.mark.parametrize("text", [text for text, codes in NOTICES if codes and codes[0][0] in NOT_UNDERSTOOD])
def test_strict_mode_refuses_what_was_not_understood(text):
    with pytest.raises(QueryError, match=r"^column [1-9]"):
        parse(text, strict=True)


def test_people_count_columns_from_1():
    assert [notice.printed for notice in parse("AND maduro").notices] == ["column 1: 'AND' has nothing to join"]
    assert Notice("undated", "1 article without a date matches").printed == "1 article without a date matches"


@pytest.mark.parametrize("text", [text for text, codes in NOTICES if not codes or codes[0][0] in UNDERSTOOD])
def test_strict_mode_takes_what_was_understood(text):
    parse(text, strict=True)


@pytest.mark.parametrize(
    ("text", "sort", "query"),
    [
        ("sort:newest", "newest", Everything()),
        ("a sort:oldest b sort:Recent", "recent", And((Word("a"), Word("b")))),
        ("(a sort:newest) b", "newest", And((Word("a"), Word("b")))),
    ],
)
def test_an_order_may_stand_anywhere_and_the_last_one_wins(text, sort, query):
    parsed = parse(text)

    assert (parsed.sort, parsed.query) == (sort, query)


LIMITS = [
    ("a" * 10_001, "characters"),
    ("a " * 1_001, "clauses"),
    ("ab-" * 1_001, "clauses"),
    ("(" * 101 + "a", "levels"),
    ("NOT " * 101 + "a", "levels"),
    (" ".join(f"a NEAR/{n}" for n in range(103)) + " a", "levels"),
    ("sort:(" * 1_600, "levels"),
]


@pytest.mark.parametrize(("text", "limit"), LIMITS, ids=[row[1] for row in LIMITS])
def test_a_text_past_a_limit_is_one_clear_error(text, limit):
    with pytest.raises(QueryError, match=limit):
        parse(text)


def test_texts_at_the_limits_are_read():
    assert build.size(parse("a " * 1_000).query) == 1_000
    parse("(" * 100 + "a" + ")" * 100)
    parse("a" * 10_000)
    parse(" NEAR/1 ".join(["a"] * 1_000))


PIECES = st.sampled_from(
    ["a", "drug", "US", "F-35", " ", " ", "-", "NOT ", " OR ", " AND ", "|", "(", ")", '"', "“", "~2", "^3", "^", "*", "?", "\\", "NEAR/3", " PRE/2 ", "by:", "headline:", "date:", "since:", "source:", "id:", "sort:", "bylin:", "2025-09", "september", "28/9/2025", "..", "[", " TO ", "]", ">=", "7d", "newest", ",", ":", "東京都", "é", "\n"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map("".join) | st.text(max_size=60))
def test_the_parser_is_total_and_its_trees_are_texts(text):
    parsed = parse(text)

    assert parse(str(parsed.query)).query == parsed.query
    assert from_dict(to_dict(parsed.query)) == parsed.query
    assert all(notice.code in {*NOT_UNDERSTOOD, *UNDERSTOOD} for notice in parsed.notices)
    assert all(notice.column is not None and 0 <= notice.column < max(len(text), 1) for notice in parsed.notices)


@given(queries())
def test_every_canonical_tree_is_the_parse_of_its_text(query):
    assert parse(str(query), strict=True).query == query


def test_a_saved_query_of_a_later_version_is_refused():
    with pytest.raises(QueryError, match="version 2"):
        from_dict({"version": 2, "query": {}})


@pytest.mark.parametrize(
    "plain",
    [
        None,
        {},
        {"version": 1},
        {"version": 1, "query": {"spell": {}}},
        {"version": 1, "query": {"word": {"x": 1}}},
        {"version": 1, "query": {"word": {"word": 5}}},
        {"version": 1, "query": {"date": {"start": "soon", "end": "soon"}}},
        {"version": 1, "query": {"boost": {"part": {"word": {"word": "a"}}, "factor": "x"}}},
    ],
)
def test_what_is_no_saved_query_is_refused(plain):
    with pytest.raises(QueryError, match="not a saved query"):
        from_dict(plain)
