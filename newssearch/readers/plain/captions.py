"""Lines that stand below pictures: they end, or begin, with whose picture it is."""

import re
from functools import lru_cache

from newssearch.patterns import lazily

LONGEST = 400
"""Characters of a caption; a longer line is a paragraph."""

_MARKS = (
    "photo", "foto", "image", "picture", "pic:", "pics:", "credit",
    "bild:", "bildquelle", "bildnachweis", "getty", "reuters/", "afp/",
    "epa/", "shutterstock", "istock", "alamy", "adobe stock", "depositphotos", "unsplash", "pexels", "pixabay", "imago",
    "fot.", "media caption", "hide caption", "toggle caption",
    "illustration", "courtesy", "handout", "/ap", "/afp", "/reuters", "/epa", "/dpa", "/pa",
    "/ ap", "/ afp", "/ reuters", "/ epa", "/ dpa",
)  # fmt: skip
_OTHER_MARKS = (
    "©", "crédit", "фото", "사진", "写真", "撮影", "提供", "摄", "攝", "图片", "圖片", "资料图", "图源", "촬영",
    "재판매", "图：", "图:",
)  # fmt: skip
"""Of what each caption that is known holds one, folded."""

_PICTURES = (
    r"(?i:photo(?:graph)?s?|pictures?|images?|fotos?|fotografías?|bilder|bild|illustrations?|screengrab|사진|写真|фото)"
)
_HOLDER = (
    r"(?:AP|AFP|ANP|APA|EPA|EFE|ANSA|DPA|dpa|PA(?: Media)?|Reuters|REUTERS|Bloomberg|Getty(?: Images)?|Shutterstock"
    r"|Alamy|TASS|Xinhua|Yonhap|연합뉴스)"
)
_LIBRARY = (
    r"(?:Getty Images|GettyImages|Shutterstock|iStock(?:photo)?|Alamy|Adobe Stock|Depositphotos|Unsplash|Pexels|Pixabay"
    r"|[Pp]icture [Aa]lliance|Imago(?: Images)?|AP Photo)(?: ?/ ?\w{2,30})?"
)
"""Whose pictures others print: no one of them writes."""

_WORD = r"[^\W\d_a-zß-ÿ][\w.'’-]{0,30}"
_TAIL = r"(?: ?(?:[/,|]| - | via | for ) ?[\w.'’]{1,30}(?: [\w.'’]{1,30}){0,3}){0,3}\.?"
_NAME = rf"(?:{_WORD}(?: {_WORD}){{1,3}}|{_HOLDER})"
_CREDIT = (
    r"(?:(?:Photo|PHOTO|Image|IMAGE|Picture|Foto|FOTO|Bild|Video)(?:graph)?s?|Credits?"
    r"|(?:Photo|Image|Picture) [Cc]redits?|CREDIT|Crédits?(?: [Pp]hotos?)?|Bildquelle|Bildnachweis|Illustration"
    r"|Pics?|Photographer|Photographie|Fotograf(?:in|ía|ia)?|사진|写真|Фото|ФОТО)"
)
_CAPTION = lazily(
    r"(?i:(?:image|media|photo) (?:source|caption)[,:] ).{1,300}"
    r"|(?:Image (?:caption|copyright)|Media caption) ?[^\W\d_a-z].{1,300}"
    r"|(?:.{1,350}[.”\"'’] ?)?Credit\.\.\. ?[^\W\d_a-z].{1,80}|(?:.{1,350} )?\(Credit: [^()]{2,80}\)"
    r"|(?:Fotos?|Bild|Bildquelle|Photos?|Crédits?): ?(?:©|[^.!?]{2,60}[/(©])[^.!?]{1,60}"
    r"|(?:Crédits?(?: [Pp]hotos?)?|(?:Photo|Image|Picture) [Cc]redits?|Bildquelle|Bildnachweis) ?: ?[^.!?]{2,60}\.?"
    r"|(?:Fot(?:os?|\.)|FOTOS?|사진|写真|图片?|圖) ?[:：=＝/] ?(?:© ?)?[^\W\d_a-zß-ÿ][\w.'’-]{1,30}"
    r"|(?:.{1,350} ?[/,(.] ?)?[Ff]ot\. .{2,60}|.{1,350}[.!?”\"»] ?© ?[^.!?]{2,60}"
    r"|写真|写真[:：=＝/].{1,60}|.{2,100}[＝=].{0,60}(?:撮影|提供)"
    r"|.{0,100}(?:[记記]者)? ?\w{2,4} ?[摄攝]"
    r"|(?:图片来源|图源|圖片來源|资料图片|摄影|攝影)[:：]?.{0,40}|.{1,80}(?:资料图片?|資料圖片?|資料写真)"
    rf"|{_HOLDER} ?/ ?(?:Fotos?|Photos?|[Aa]rchives?|[Ff]ile)[ :–-]{{1,3}}{_NAME}"
    rf"|(?:(?:Featured |Header |Cover )?(?:[Pp]hoto|[Ii]mage|[Pp]icture|Illustration|Foto)(?:graph)?s? (?:by|:|©|via"
    rf"|courtesy(?: of)?) ?)(?:{_NAME}{_TAIL}|{_LIBRARY}\.?)|{_LIBRARY}"
    rf"|(?:.{{1,350}}[\s.“”\"'’])?{_CREDIT}(?: by)? ?[:=] ?{_NAME}{_TAIL}"
    rf"|.{{1,350}}(?:Image|Photo|Foto|Bild): ?{_NAME}(?:/\w[\w ]{{1,30}}){{1,3}}"
    rf"|.{{1,350}} {_NAME} for {_NAME} (?:hide|toggle) caption"
    rf"|.{{1,350}}[.!?”\"][Rr]ead more ?{_NAME} ?/ ?{_NAME}"
    rf"|(?:.{{1,350}}[ \w.!?”])?[(\[](?:(?:{_HOLDER}|(?i:file|handout"
    rf"|courtesy)) )?{_PICTURES}\b[^()\[\]]{{0,120}}[)\]]\.?"
    rf"|(?:.{{1,350}}[\s.])?{_HOLDER} (?:Photo|Images?)/{_NAME}{_TAIL}"
    rf"|(?:.{{1,350}}[\s.(])?{_HOLDER}/{_WORD}(?: {_WORD}){{1,3}}{_TAIL}\)?\.?(?: Purchase Licensing Rights.{{0,30}})?"
    rf"|(?:.{{1,350}}[.”\"] \(?|[©(] ?){_WORD}(?: {_WORD}){{0,3}} ?/ ?(?:{_HOLDER}/)?{_HOLDER}(?: via {_HOLDER})?\)?\.?"
    rf"|(?:.{{1,350}}[.”\"] \(?)?{_WORD}(?: {_WORD}){{1,3}} via Getty Images\)?\.?"
    rf"|(?:Image|IMAGE|Photo|PHOTO|Foto|FOTO|Bild|Illustration|Grafik|Graphic): {_WORD}(?: {_WORD}){{0,4}}"
    rf"|(?:\w{{2,12}} )?(?:PHOTO|FOTO|ФОТО)S?: ?[^\Wa-zß-ÿа-я][^a-zß-ÿа-я]{{2,60}}"
    rf"|(?:.{{1,350}}[.”\"'’»] )?(?:{_WORD} )?[Pp]hoto by {_NAME}{_TAIL}|Illustration by {_NAME}(?:CREDIT:)?"
    r"|.{1,350} \((?:Courtesy|Handout|AP Photo)[ /][^()]{2,80}\)\.?"
    r"|(?:.{1,350}[。”」）\s])?图[:：] ?[^。]{2,30}|\[[^\[\]]{0,60}(?:촬영|재판매)[^\[\]]{0,40}\]",
    re.DOTALL,
)


def may_be_in(folded: str) -> bool:
    """Whether a caption may be among lines, given in lower case; most texts have none."""
    return any(mark in folded for mark in _MARKS) or (
        not folded.isascii() and any(mark in folded for mark in _OTHER_MARKS)
    )


@lru_cache(maxsize=8192)
def is_caption(line: str) -> bool:
    """Whether a whole line is a picture's caption or the credit below it.

    >>> is_caption("The harbour road on Monday. Photograph: Ann Poe/AP"), is_caption("Image source, Harbour Pictures")
    (True, True)
    >>> is_caption("The photograph shows a road, he said."), is_caption("She works for Reuters.")
    (False, False)
    """
    return len(line) <= LONGEST and may_be_in(line.casefold()) and _CAPTION.fullmatch(line) is not None
