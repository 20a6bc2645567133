"""Clauses side by side, as most query texts are: read without the grammar.

Words, phrases and values of fields that follow each other, with nothing between them but
an ``OR`` and nothing that groups, excludes or escapes. What this module reads, it reads as
`newssearch.query.parser` would, for a fifth of the work; a property test compares the two.
"""

from newssearch.patterns import lazily
from newssearch.query import build, tree
from newssearch.query.fields import DATE, MODIFIERS, NAMES
from newssearch.query.leaves import GOES_ON, leaf, plain_words
from newssearch.query.lexer import OTHERS, QUOTES, Lexeme
from newssearch.query.notices import Notice

_OPERATORS = rf"(?:AND|OR|NOT|(?:NEAR|PRE)(?:/\d*)?|{OTHERS})(?!\S)"
_CLAUSE = lazily(
    rf"(?:(?P<name>[A-Za-z_]+):)?(?:\"(?P<phrase>[^\\{QUOTES}]*)\"|(?!-|{_OPERATORS})(?P<word>[^\s{QUOTES}()|\\:\[]+))"
    r"(?:\s+|\Z)"
)
_OR = lazily(r"OR\s+")


def side_by_side(text: str) -> tree.Query | None:
    """What a text asks for that is clauses and nothing else; None where the grammar, or a notice, is needed.

    >>> str(side_by_side('boats OR vessels "drug cartels"'))
    'boats OR vessels "drug cartels"'
    >>> side_by_side("boats OR -vessels")
    """
    if words := plain_words(text):
        return build.all_of([tree.Word(word) for word in words])
    if text[:1] == text[-1:] == '"' and (words := plain_words(text[1:-1])):
        return tree.Phrase(tuple(words))
    alternatives: list[list[tree.Query]] = [[]]
    notices: list[Notice] = []
    at = 0
    while at < len(text):
        if alternatives[-1] and (join := _OR.match(text, at)):
            alternatives.append([])
            at = join.end()
        clause = _CLAUSE.match(text, at)
        if clause is None:
            return None
        name, phrase, word = clause.groups()
        if name is not None:
            name = name.lower()
            if name in MODIFIERS or (name not in NAMES and name not in DATE):
                return None
        column = clause.start() if name is None else clause.end("name") + 1
        lexeme = Lexeme("word", word, column) if phrase is None else Lexeme("phrase", phrase, column)
        part = leaf(lexeme, name, notices)
        if part is None or notices:
            return None
        at = clause.end()
        if name in DATE and GOES_ON.match(text, at):
            return None  # the other end of a range may follow, or the month of the year
        alternatives[-1].append(part)
    return build.any_of(map(build.all_of, alternatives)) if alternatives[0] else None
