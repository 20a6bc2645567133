"""Time zones as newspapers print them.

Where letters have two meanings, the one that is common in English-language news is
taken: CST and AST are American, BST is British Summer Time, IST is Indian. A zone
that names its season (EST, CEST) is its offset, as printed; one that does not (ET)
is its place, and so knows its season.
"""

import re

from newssearch.patterns import lazily

_OFFSETS = {
    "-10:00": "HST",
    "-09:00": "AKST",
    "-08:00": "PST AKDT",
    "-07:00": "MST PDT",
    "-06:00": "CST MDT",
    "-05:00": "EST CDT COT PET",
    "-04:00": "EDT AST",
    "-03:00": "BRT ART ADT",
    "-02:30": "NDT",
    "+01:00": "BST CET MEZ WAT WEST",
    "+02:00": "CEST MESZ EET SAST CAT",
    "+03:00": "EEST MSK EAT TRT",
    "+03:30": "IRST",
    "+04:00": "GST",
    "+05:00": "PKT",
    "+05:30": "IST",
    "+07:00": "WIB ICT",
    "+08:00": "HKT SGT AWST PHT MYT BJT",
    "+09:30": "ACST",
    "+10:00": "AEST",
    "+10:30": "ACDT",
    "+11:00": "AEDT",
    "+12:00": "NZST",
    "+13:00": "NZDT",
}
_PLACES = {
    "ET": "America/New_York",
    "CT": "America/Chicago",
    "MT": "America/Denver",
    "PT": "America/Los_Angeles",
    "AKT": "America/Anchorage",
    "EASTERN TIME": "America/New_York",
    "CENTRAL TIME": "America/Chicago",
    "MOUNTAIN TIME": "America/Denver",
    "PACIFIC TIME": "America/Los_Angeles",
    "UK TIME": "Europe/London",
    "KST": "Asia/Seoul",
    "JST": "Asia/Tokyo",
    "AET": "Australia/Sydney",
    "UTC": "UTC",
    "GMT": "UTC",
    "WET": "UTC",
    "Z": "UTC",
}
_ZONES = _PLACES | {name: offset for offset, names in _OFFSETS.items() for name in names.split()}

PATTERN = r"(?:UTC|GMT)?[+-](?:0?\d|1[0-4])(?::?[0-5]\d)?(?!\d)|" + "|".join(
    rf"{name}\b" for name in sorted(_ZONES, key=len, reverse=True)
)
"""A regular expression's source for a printed zone."""

_OFFSET = lazily(r"(?:UTC|GMT)?([+-])(\d{1,2}):?(\d\d)?", re.IGNORECASE)


def zone_name(printed: str) -> str:
    """The zone of a printed one: an IANA name, or an offset.

    >>> zone_name("ET"), zone_name("CEST"), zone_name("UTC+9"), zone_name("-0430")
    ('America/New_York', '+02:00', '+09:00', '-04:30')
    """
    if match := _OFFSET.fullmatch(printed):
        name = f"{match[1]}{int(match[2]):02}:{match[3] or '00'}"
        return "UTC" if name[1:] == "00:00" else name
    return _ZONES[printed.upper()]
