"""The words before a name in a byline: `By`, `Von`, `Text and photos by`, `Propos recueillis par`.

A label says what was done. Whoever wrote is an author without a role; whoever took the
photographs, translated or edited has that for a role.
"""

import re
from typing import NamedTuple

from newssearch.patterns import lazily

_WRITING = (
    "words|written|reported|reporting|story|text|texts|report|article|opinion|analysis|review|reviewed|commentary"
    "|interview|interviews|essay|column|compiled|posted|published|created|submitted|authored|author|authors|bericht|analyse"
    "|kommentar|gastbeitrag|kolumne|reportage|protokoll|aufgezeichnet|veröffentlicht|geschrieben|erstellt|eingestellt|gepostet|publiziert|verfasst|beitrag"
    "|artikel|autor|autorin|autoren|texte|textes|recueilli|recueillis|écrit|rédigé|publié|auteur|auteurs|autrice"
    "|commentaire|texto|textos|escrito|publicado|autora|autores|análisis|opinión|entrevista|reportagem|opinião"
    "|análise|testo|testi|scritto|autore|autori|cura|analisi|opinione|commento|tekst|teksti|rozmawiał|rozmawiała"
    "|opracował|opracowała|opracowanie|oprac|yazan|szerző|írta|автор|авторы|текст|撰文|作者|采写"
)
_OTHER = (
    "photo|photos|photograph|photographs|photographed|photography|picture|pictures|image|images|video|videos"
    "|graphic|graphics|illustration|illustrations|illustrated|artwork|audio|translated|translation|edited|editing"
    "|produced|data|research|foto|fotos|bild|bilder|grafik|übersetzung|übersetzt|illustrationen|photographie"
    "|photographies|traduit|traduction|infographie|fotografía|fotografías|ilustración|traducción|fotografia"
    "|fotografie|ilustração|traduzione|foto's|zdjęcia|kuva|kuvat|фото|видео|перевод"
)
_WORK = f"(?:{_WRITING}|{_OTHER})"
_JOINED = rf"{_WORK}(?:\s?(?:,|\+|&|/|and|und|et|y|e|en|och|og)\s?{_WORK}){{0,3}}"
_ADDED = "additional|further|extra"

_SIGNED = (
    "by|words|interview|bericht|reportage|opracowanie|oprac|text|texte|texto|testo|tekst|teksti"
    "|autor|autorin|autoren|author|authors|writers?|auteur|auteurs|autrice|autora|autores|autore|autori|yazan|szerző|írta|автор|авторы|текст|撰文|作者|采写|von|par|por|di|da|door|av|af"
)
_COLON = r"(?:/(?:in|innen)|\(s\)|\.)?\s?[:：]\s*"

LABEL = (
    rf"(?:(?:(?:an?|eine?|une?|una?)\s+)?(?:(?:{_ADDED})\s+)?(?:post\s+)?{_JOINED}\s+)?by\b\s*:?\s*"
    rf"|(?:(?:an?|eine?|une?|una?)\s+)?(?:propos\s+)?{_JOINED}\s+(?:von|par|de|por|di|da|door|av|af)\s+"
    rf"|a\s+cura\s+di\s+|as\s+told\s+to\s+|(?:{_SIGNED})(?:\s(?:&|and|und|et|y|e|en)\s{_WORK})?{_COLON}"
)
"""A regular expression's source for a label of a line that is a byline; cases are not told apart."""

_LABEL = lazily(rf"[*\s]*(?i:{LABEL}|{_JOINED}{_COLON})")
_SMALL = lazily(
    r"[*\s]*(?:(?:[Vv]o[nm]|VON|[Pp]or|POR|[Pp]ar|PAR|[Dd]oor|DOOR|[Aa][vf]|[Dd][ei]|DI|DE)\s+"
    r"(?=(?:[^\W\d_a-zß-ÿ]\S*\s+){1,2}(?:(?:de|del|von|van|der|du|di|da|la|le)\s+){0,2}[^\W\d_a-zß-ÿ])"
    r"|(?:[Vv]on|[Dd]oor|[Pp]ar)\s+(?=(?:unsere[mnr]|onze|notre)\s)|(?:von|vom|par|por|door)\s+(?=[^\W\d_]\S*$)|By(?=[A-Z][a-zà-ÿ]))"
)
_BEFORE_NEWSROOM = lazily(
    r"[*\s]*(?:(?:mit|with|con|avec|com)\s+)?(?:(?:agentur)?materiale?|files|reports|informationen|información|informações)"
    r"\s+(?:von|der|from|de|di|da)\s+|(?:vo[nm]|por|par|door|d[eai]|a[vf])(?:\s+(?:la|el|der|die|het|de))?\s+",
    re.IGNORECASE,
)
_WORD = lazily(r"[^\W\d_]+(?:'s)?")
_WRITES = frozenset(_WRITING.split("|")) | {"propos"}
_DOES = frozenset(_OTHER.split("|"))
_MORE = frozenset(_ADDED.split("|"))
_LINKS = frozenset(["by", "von", "vom", "par", "de", "por", "di", "da", "door", "av", "af"])
_FIRSTS = _WRITES | _DOES | _MORE | _LINKS | {"a", "an", "as", "post", "ein", "eine", "un", "une", "una"}


class Label(NamedTuple):
    """Where a label ends, and the role that it gives."""

    end: int
    role: str = ""


NONE = Label(0)


def label(text: str) -> Label:
    """The label that a text begins with; it ends at 0 where there is none.

    >>> label("Text and photos by Jane Doe"), label("Photos by John Roe"), label("De Niro")
    (Label(end=19, role=''), Label(end=10, role='Photos'), Label(end=0, role=''))
    """
    first = _WORD.match(text.lstrip(" *"))
    if first is None or (first[0].casefold() not in _FIRSTS and not text.startswith("By")):
        return NONE
    match = _LABEL.match(text)
    if match is None:
        small = _SMALL.match(text)
        return Label(small.end() if small else 0)
    return Label(match.end(), _role(match[0]))


def before_newsroom(text: str) -> int:
    """Where `Por`, `Von`, `Par la` and the like end, which may stand before an agency's or a newsroom's name."""
    match = _BEFORE_NEWSROOM.match(text)
    return match.end() if match else 0


def _role(printed: str) -> str:
    words = [word.casefold() for word in _WORD.findall(printed)]
    if words[0] == "as":
        return "As told to"
    while words[-1] in _LINKS:
        words.pop()
        if not words:
            return ""
    if words[0] in _MORE:
        return " ".join(words).capitalize()
    if not _WRITES.isdisjoint(words):
        return ""
    return " and ".join(word for word in words if word in _DOES).capitalize()
