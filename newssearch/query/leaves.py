"""One word, phrase or range of query text, in its field, to a leaf of the tree."""

import re

from newssearch import byline, dates
from newssearch.analysis import fold, is_cjk, pattern_words, query_words
from newssearch.patterns import lazily
from newssearch.query import build, tree
from newssearch.query.fields import DATE, EXACT, NAMES, key
from newssearch.query.lexer import QUOTES, Lexeme
from newssearch.query.notices import AS_TEXT, Notice

MAX_DISTANCE = 1000
"""The greatest distance of a sloppy phrase, NEAR and PRE."""

_BOOST = lazily(r"\d{1,9}(?:\.\d{1,9})?|\.\d{1,9}", re.ASCII)
_STAR = lazily(r"(?<=\w)\*|\*(?=\w)")
_SUFFIX = lazily(r"(?:~(?P<slop>\d{0,9}))?(?:\^(?P<boost>.*))?", re.ASCII | re.DOTALL)
_COMPARISON = lazily(r"(>=|<=|>|<)(.+)", re.DOTALL)
_AROUND = f" {QUOTES}"


def leaf(lexeme: Lexeme, name: str | None, notices: list[Notice]) -> tree.Query | None:
    """What a lexeme asks for in the field of that written name (None: the default fields).

    None where it holds no word at all. What was not understood is text, with a notice.
    """
    if name in DATE:
        return _date(lexeme, name, notices)
    field = NAMES[name] if name else None
    if lexeme.kind == "phrase":
        return _phrase(lexeme, field, notices)
    if field in EXACT:
        return _exact(lexeme, field, notices)
    return _word(lexeme, field, notices)


def plain_words(text: str) -> list[str] | None:
    """The words of a text of small ASCII letters and spaces, which ask for themselves; None for any other text.

    >>> plain_words("drug boats"), plain_words("Drug"), plain_words("f-35")
    (['drug', 'boats'], None, None)
    """
    if not (text.isascii() and text.islower()):
        return None
    words = text.split()
    return words if "".join(words).isalpha() else None


def boost(text: str, column: int, notices: list[Notice]) -> float:
    """The factor written behind a `^`; 1, with a notice, where it is none."""
    if is_boost(text):
        return float(text)
    notices.append(Notice("bad-boost", f"'^{text}' is not a boost: a number above 0, at most 1,000", column))
    return 1.0


def is_boost(text: str) -> bool:
    return _BOOST.fullmatch(text) is not None and 0 < float(text) <= build.BOOSTS[1]


# --- words ------------------------------------------------------------------------


def _word(lexeme: Lexeme, field: str | None, notices: list[Notice]) -> tree.Query | None:
    written, literal, factor = lexeme.text, lexeme.literal, 1.0
    if field != "byline" and plain_words(written) == [written]:
        return tree.Word(written, field)
    if (caret := _last_special(written, "^", literal)) > 0:
        factor = boost(written[caret + 1 :], lexeme.column + caret, notices)
        if is_boost(written[caret + 1 :]):
            written = written[:caret]
    fuzzy = None
    if (tilde := _last_special(written, "~", literal)) > 0 and (
        match := re.fullmatch(r"~(\d*)", written[tilde:], re.ASCII)
    ):
        fuzzy = int(match[1] or 1)
        if fuzzy not in {1, 2} or len(query_words(written[:tilde])) != 1 or "*" in written or "?" in written:
            message = f"'{written}' is not a fuzzy word: one word with ~, ~1 or ~2"
            notices.append(Notice("bad-fuzzy", message, lexeme.column))
            fuzzy = None
        written = written[:tilde] if fuzzy else written
    made = tree.Fuzzy(query_words(written)[0], fuzzy, field) if fuzzy else _plain(written, literal, field)
    if made is None:
        notices.append(Notice("ignored", f"'{lexeme.text}' holds no word and was ignored", lexeme.column))
        return None
    return build.boosted(made, factor)


def _last_special(text: str, char: str, literal: frozenset[int]) -> int:
    at = text.rfind(char)
    while at in literal:
        at = text.rfind(char, 0, at)
    return at


def _plain(written: str, literal: frozenset[int], field: str | None) -> tree.Query | None:
    """A word, a compound, a pattern, or `*`; None for text without a word."""
    kept = "".join(" " if at in literal and char in "*?" else char for at, char in enumerate(written))
    # A `?` that ends a word is punctuation, with whatever punctuation stands around it.
    end = len(kept)
    while end and not (kept[end - 1].isalnum() or kept[end - 1] in "_*"):
        end -= 1
    kept = kept[:end] if "?" in kept[end:] else kept
    if "*" not in kept and "?" not in kept:
        return text(kept, field)
    if not kept.strip("*:"):
        return tree.Exists(field) if field else tree.Everything()
    words = pattern_words(kept)
    if len(words) == 1 and not _has_wildcard(words[0]):
        return text(kept, field)
    words = [word.rstrip("?") for word in words if word.strip("*?")]
    parts = [part for word in words for part in _pattern_parts(word, field)]
    if field == "byline" and parts:
        return build.all_of(parts)  # the parts of a name may stand in any order
    return _chain(parts)


def _pattern_parts(word: str, field: str | None) -> list[tree.Query]:
    """A pattern, or what stands beside one in a compound: words."""
    if _has_wildcard(word):
        return [tree.Pattern(word, field)]
    if field == "byline":
        return [tree.Name(name)] if (name := byline.canonical(word)) else []
    return [tree.Word(asked, field) for asked in query_words(word)]


def _has_wildcard(word: str) -> bool:
    return "*" in word or "?" in word


def text(written: str, field: str | None) -> tree.Query | None:
    """A name, or the text's words next to each other: as a phrase where a script has no stems."""
    if field == "byline":
        name = byline.canonical(written)
        return tree.Name(name) if name else None
    words = query_words(written)
    if len(words) > 1 and any(map(is_cjk, words)):
        return tree.Phrase(tuple(words), 0, field)
    return _chain([tree.Word(word, field) for word in words])


def _chain(parts: list[tree.Query]) -> tree.Query | None:
    if not parts:
        return None
    made, *others = parts
    for part in others:
        made = build.near(made, part, 0, ordered=True)
    return made


# --- phrases and whole values -----------------------------------------------------


def _phrase(lexeme: Lexeme, field: str | None, notices: list[Notice]) -> tree.Query | None:
    match = _SUFFIX.fullmatch(lexeme.suffix)
    behind: tree.Query | None = None
    if match is None:
        notices.append(Notice("bad-fuzzy", f"'{lexeme.suffix}' behind a phrase is no distance", lexeme.column))
        behind = text(lexeme.suffix, None)
    slop = int(match["slop"] or 0) if match else 0
    factor = 1.0
    if match and match["boost"] is not None:
        factor = boost(match["boost"], lexeme.column, notices)
        behind = None if is_boost(match["boost"]) else text(match["boost"], None)
    if slop and (field in EXACT or field == "byline"):
        notices.append(Notice("slop-ignored", f"'~{slop}' has no meaning in {field} and was ignored", lexeme.column))
    made: tree.Query | None
    if field in EXACT:
        made = tree.Value(value, field) if (value := key(lexeme.text)) else None
    elif field == "byline":
        made = tree.Name(name) if (name := byline.canonical(lexeme.text)) else None
    else:
        words = tuple(plain_words(lexeme.text) or query_words(lexeme.text))
        if slop and len(words) == 1:
            notices.append(Notice("slop-ignored", f"'~{slop}' behind one word was ignored", lexeme.column))
        slop = capped(slop, lexeme.column, notices) if len(words) > 1 else 0
        if (star := _STAR.search(lexeme.text)) and star.start() not in lexeme.literal:
            at = lexeme.column + 1 + star.start()
            notices.append(Notice("quoted-pattern", "a * in quotation marks is no pattern: join words with PRE/0", at))
        made = tree.Phrase(words, slop, field) if words else None
    if made is None:
        notices.append(Notice("ignored", f"'\"{lexeme.text}\"' holds no word and was ignored", lexeme.column))
        return behind
    made = build.boosted(made, factor)
    return made if behind is None else build.all_of([made, behind])


def capped(distance: int, column: int, notices: list[Notice]) -> int:
    """The distance, at most `MAX_DISTANCE`."""
    if distance > MAX_DISTANCE:
        notices.append(Notice("too-far", f"{distance} positions are too many; it was taken as {MAX_DISTANCE}", column))
    return min(distance, MAX_DISTANCE)


def _exact(lexeme: Lexeme, field: str, notices: list[Notice]) -> tree.Query | None:
    """Whole values; an unescaped comma means or, an unescaped `*` is any run."""
    values: list[tree.Query] = []
    raw, star = "", False
    for at, char in enumerate(f"{lexeme.text},"):
        special = at not in lexeme.literal
        if char == "," and special:
            values += _exact_value(raw, field, star=star)
            raw, star = "", False
        elif char == "*" and special:
            raw, star = raw + char, True
        else:
            raw += f"\\{char}" if char in "*\\" else char
    if not values:
        notices.append(Notice("ignored", f"'{lexeme.text}' holds no value and was ignored", lexeme.column))
    return build.any_of(values) if values else None


def _exact_value(raw: str, field: str, *, star: bool) -> list[tree.Query]:
    if raw and not raw.strip("*"):
        return [tree.Exists(field)]
    if star:
        return [tree.Pattern(fold(raw), field)]
    value = key(re.sub(r"\\(.)", r"\1", raw, flags=re.DOTALL)).removeprefix("@" if field == "email" else "")
    return [tree.Value(value, field)] if value else []


# --- dates ------------------------------------------------------------------------


GOES_ON = lazily(r"(?:to|TO|[-–]|\d{1,2}[월月일日]\S{0,20}|[Qq][1-4]|\d{4})(?!\S)")
"""Words with which a date goes on that could end before them, if it is one with them too: `2025 Q3`, `3Q 2025`."""


def is_date(text: str, name: str) -> bool:
    """Whether a text is understood as the value of a field of dates with that written name."""
    return _period(text, DATE[name], 0, []) is not None


def _date(lexeme: Lexeme, name: str, notices: list[Notice]) -> tree.Query | None:
    written = lexeme.text.strip()
    made = _period(written, DATE[name], lexeme.column, notices)
    if made is None and (caret := written.rfind("^")) > 0:
        made = _period(written[:caret], DATE[name], lexeme.column, notices)
        if isinstance(made, tree.Exists):
            return build.boosted(made, boost(written[caret + 1 :], lexeme.column + caret, notices))
        if made is not None:
            notices.append(Notice("boost-dropped", f"'{written[caret:]}': dates score nothing", lexeme.column))
    if made is not None:
        return made
    odd = _odd(written)
    notices.append(Notice("bad-date", f"'{odd}' {dates.objection(odd)}{AS_TEXT}", lexeme.column))
    return text(f"{name} {written}", None)


def _period(text: str, relation: str, column: int, notices: list[Notice]) -> tree.Query | None:
    if text == "*":
        return tree.Exists("date")
    if match := _COMPARISON.fullmatch(text):
        relation = {">=": "since", ">": "after", "<=": "until", "<": "before"}[match[1]]
        text = match[2].strip()
    elif relation == "in" and (ends := _ends(text)):
        return _between(*ends, column, notices)
    if not dates.is_period(text):
        return None
    bound = dates.canonical(text)
    match relation:
        case "since" | "after":
            return tree.Date(start=bound, after=relation == "after", column=column)
        case "until" | "before":
            return tree.Date(end=bound, before=relation == "before", column=column)
        case _:
            return tree.Date(start=bound, end=bound, column=column)


def _ends(text: str) -> tuple[str, str] | tuple[()]:
    """What a range says that it begins and ends with, an open end empty; nothing of a text that is no range."""
    for sign in ("..", " TO ", " to ", " - ", "–"):
        start, found, end = " ".join(text.split()).partition(sign)
        if found and ((start and end) or sign == ".."):
            first, last = ("" if bound == "*" else bound for bound in (start.strip(_AROUND), end.strip(_AROUND)))
            return first, last
    return ()


def _odd(text: str) -> str:
    """What it is in a text that is no date, of a range the end that is none."""
    if match := _COMPARISON.fullmatch(text):
        return match[2].strip()
    return next((bound for bound in _ends(text) if bound and not dates.is_period(bound)), text)


def _between(start: str, end: str, column: int, notices: list[Notice]) -> tree.Query | None:
    if any(bound and not dates.is_period(bound) for bound in (start, end)):
        return None
    first, last = (dates.canonical(bound) if bound else None for bound in (start, end))
    if first is None and last is None:
        return tree.Exists("date")
    if first and last and dates.is_absolute(first) and dates.is_absolute(last) and dates.in_wrong_order(first, last):
        notices.append(Notice("swapped", f"'{first}..{last}' was put in order: {last}..{first}", column))
        first, last = last, first
    return tree.Date(start=first, end=last, column=column)
