"""The codes of languages that are called by their names."""

from newssearch.analysis import fold

_NAMES = {
    "ar": "arabic arabisch arabe árabe ara",
    "cs": "czech tschechisch tchèque ces cze",
    "da": "danish dansk dänisch dan",
    "de": "german deutsch allemand alemán tedesco duits alemão deu ger",
    "el": "greek griechisch grec ell gre",
    "en": "english englisch anglais inglés inglese engels inglês eng",
    "es": "spanish spanisch espagnol español spagnolo spaans espanhol castellano spa",
    "fa": "persian farsi fas per",
    "fi": "finnish suomi fin",
    "fr": "french französisch français francés francese frans francês fra fre",
    "he": "hebrew hebräisch hébreu heb",
    "hi": "hindi hin",
    "hu": "hungarian ungarisch hongrois magyar hun",
    "id": "indonesian ind",
    "it": "italian italienisch italien italiano italiaans ita",
    "ja": "japanese japanisch japonais jpn",
    "ko": "korean koreanisch coréen kor",
    "nl": "dutch niederländisch néerlandais nederlands neerlandés olandese holandês nld dut",
    "no": "norwegian norsk nor",
    "pl": "polish polnisch polonais polski pol",
    "pt": "portuguese portugiesisch portugais portugués portoghese portugees português por",
    "ro": "romanian rumänisch roumain română ron rum",
    "ru": "russian russisch russe ruso russo rus",
    "sv": "swedish schwedisch suédois svenska swe",
    "tr": "turkish türkisch turc türkçe tur",
    "uk": "ukrainian ukrainisch ukr",
    "ur": "urdu urd",
    "vi": "vietnamese vie",
    "zh": "chinese chinesisch chinois mandarin zho chi",
}
"""Codes of two letters, and what else their languages are called: in some languages, and by ISO 639-2."""

_CODES = {fold(name): code for code, names in _NAMES.items() for name in names.split()}


def code(name: str) -> str:
    """The code of a language, or nothing for a name that is not known.

    >>> code("ENGLISH"), code("deu"), code("Français"), code("Klingon")
    ('en', 'de', 'fr', '')
    """
    return _CODES.get(fold(name), "") if len(name) > 2 else ""  # most are codes, and none of these is a name


def is_one(name: str) -> bool:
    """Whether this is a code of two or three letters, or a name, of a language that is known."""
    return fold(name) in _CODES or name in _NAMES
