"""What an answer says beside its articles."""

import pytest

from newssearch import Archive, Article

SOURCED = [
    Article(id=f"{number}", headline="Harbour to close", source=source, section="World news")
    for number, source in enumerate(["The Guardian (London)", "The Guardian (London)", "Star*"])
]


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("source:guardian", ['source:"guardian", compared whole: source:*guardian* finds 2 articles']),
        ('harbour (source:star OR source:"guardian")^2', [
            'source:"star", compared whole: source:*star* finds 1 article',
            'source:"guardian", compared whole: source:*guardian* finds 2 articles',
        ]),
        ("source:guardian section:world", [
            'source:"guardian", compared whole: source:*guardian* finds 2 articles',
            'section:"world", compared whole: section:*world* finds 3 articles',
        ]),
        ("source:guardian OR harbour", []),  # something is found
        ("-source:guardian -harbour", []),
        ("source:times", []),
        ('source:"the guardian (london)" nothing', []),
        ('source:"*r"', []),
    ],
)  # fmt: skip
def test_a_value_that_is_only_a_part_of_others_is_mentioned_where_nothing_is_found(text, messages):
    archive = Archive("memory:")
    archive.add(*SOURCED)

    notices = [notice.message for notice in archive.search(text).notices if notice.code == "part-of-value"]

    assert notices == [f"no article has {message}" for message in messages]
