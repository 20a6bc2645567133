"""What is printed around the people of a byline and says nothing of them: dates, links, handles, reading times."""

import html
import re

from newssearch.patterns import lazily
from newssearch.readers.dates import printed_dates

_TAG = lazily(r"</?(?:a|abbr|b|br|div|em|i|li|p|small|span|strong|u)\b[^<>]{0,500}>", re.IGNORECASE)
_LINK = lazily(r"(?:https?://|www\.|(?:facebook|instagram|linkedin|twitter|x)\.com/)\S*", re.IGNORECASE)
_HANDLE = lazily(
    r"(?:\b(?:follow|twitter|instagram|mastodon|bluesky|threads):?\s{0,2})?(?:(?<![\w.])@[\w.]{1,40}|@\w{1,30}(?![\w.-]))",
    re.IGNORECASE,
)
_LENGTH = lazily(
    r"(?:\b(?:reading time|lesezeit|temps de lecture|tiempo de lectura|tempo di lettura|leestijd):?\s)?"
    r"\b\d{1,3}[\s-]?min(?:ute[ns]?|utos?|uti|\.)?(?![^\W\d_])"
    r"(?:\s(?:read|de lecture|de lectura|di lettura|leestijd|ago))?",
    re.IGNORECASE,
)
_MONTH = r"(?:jan|feb|mar|mär|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])[a-z]{0,6}\.?"
_DAY = lazily(
    rf"\b(?:{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th|\.)?\s{_MONTH})(?![^\W_])(?:,?\s(?:19|20)\d\d\b)?",
    re.IGNORECASE,
)
_CLOCK = lazily(
    r"(?:\bat\s)?\b\d{1,2}(?:[:.h]\d{2}){1,2}(?:\s?[ap]\.?m\b\.?)?(?:\s(?:uhr|hrs|gmt|utc|[ecmp][ds]?t)\b)?",
    re.IGNORECASE,
)
_DIGIT = lazily(r"\d")
_BEFORE_A_DATE = lazily(
    r"(?:\b(?:last|first|zuletzt)\s)?"
    r"(?:\b(?:updated|published|posted|modified|filed|stand|aktualisiert|veröffentlicht|publié|mis à jour|actualizado"
    r"|publicado|atualizado|pubblicato|aggiornato|bijgewerkt|gepubliceerd)[\s:]{0,2})?"
    r"(?-i:\b(?:on|at|am|le|el|em|il|op|den|vom|um)\b\s?)?"
    r"(?:\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)(?=[.,]))\b)?[\s:.|,·•(–—-]{0,6}$",
    re.IGNORECASE,
)


_STAFF = lazily(r"(?<=[^\W\d_]) (?=[^\W\d_a-z][\w’']{2,20} Staff(?:$|[,;.|]))")
"""Before the paper whose staff somebody is of: `By Jane Doe Harbour Staff`."""

_BIOGRAPHY = lazily(
    r"(?P<by>\W{0,2}(?i:by|von|por|par) (?P<name>[^\W\d_]\S{0,20}(?: [^\W\d_]\S{0,20}){1,3}?)(?:, [^.]{1,60})?)\."
    r" (?P=name) .*",
    re.DOTALL,
)
"""Somebody's byline, and then a sentence that tells of them."""

_STAFF_OF = 4
"""Words of a paper's staff with "By": in a line of more there is a name as well."""

_CONTRIBUTED = lazily(r"(?<=\w) contributed (?:reporting|to this (?:report|story|article))\b.*", re.DOTALL)


def without_sentences(text: str) -> str:
    """A byline without what it tells of its people.

    >>> without_sentences("By Jane Doe, Harbour Staff. Jane Doe covers ports.")
    'By Jane Doe, Harbour Staff'
    >>> without_sentences("By Jane Doe; John Roe contributed reporting from Rome.")
    'By Jane Doe; John Roe'
    """
    told = _BIOGRAPHY.fullmatch(text) if ". " in text else None
    text = told["by"] if told else text
    return _CONTRIBUTED.sub("", text) if " contributed " in text and text[:3].casefold() == "by " else text


def trimmed(printed: str) -> str:
    """A byline without what is not of people; a bar stands where something was.

    >>> trimmed("By Jane Doe (@janedoe) | Updated Sept. 3, 2025, 9:12 a.m. | 4 min read")
    'By Jane Doe (|) | | | |'
    """
    text = printed
    if "&" in text and ";" in text:
        text = html.unescape(html.unescape(text))
    if "<" in text:
        text = _TAG.sub(" ", text)
    text = " ".join(text.split())
    text = without_sentences(text)
    if " Staff" in text and len(text.split()) > _STAFF_OF:
        text = _STAFF.sub(" | ", text)
    if "/" in text or "www." in text:
        text = _LINK.sub("|", text)
    if "@" in text:
        text = _HANDLE.sub("|", text)
    if _DIGIT.search(text):
        text = _without(text, [(found.start, found.end) for found in printed_dates.find(text, "UTC")])
        text = _LENGTH.sub("|", _without(text, [found.span() for found in _DAY.finditer(text)]))
        text = _without(text, [found.span() for found in _CLOCK.finditer(text)])
    return text


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    """A text with bars for these spans, and for `Updated on` and the like before them."""
    starts, ends = [0, *(end for _, end in spans)], [*(start for start, _ in spans), len(text)]
    pieces = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    return "|".join([*(_BEFORE_A_DATE.sub("", piece) for piece in pieces[:-1]), pieces[-1]])
