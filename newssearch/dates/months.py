"""The names of months."""

from newssearch.analysis import fold

_NAMES = (
    "january jan januar janner janvier janv enero ene janeiro gennaio gen januari stycznia января январь янв",
    "february feb februar fevrier fevr fev febrero fevereiro febbraio febr februari lutego февраля февраль фев",
    "march mar marz mrz mars marzo marco maart marca марта март мар",
    "april apr avril avr abril abr aprile kwietnia апреля апрель апр",
    "may mai mayo maio maggio mag mei maj maja мая май",
    "june jun juni juin junio junho giugno giu czerwca июня июнь июн",
    "july jul juli juillet juil julio julho luglio lug lipca июля июль июл",
    "august aug aout agosto ago augustus augusti sierpnia августа август авг",
    "september sept sep septembre septiembre setiembre setembro set settembre sett wrzesnia сентября сентябрь сент сен",
    "october oct oktober okt octobre octubre outubro out ottobre ott pazdziernika октября октябрь окт",
    "november nov novembre noviembre novembro listopada ноября ноябрь ноя",
    "december dec dezember dez decembre diciembre dic dezembro dicembre grudnia декабря декабрь дек",
)
MONTHS = {fold(name): number for number, names in enumerate(_NAMES, 1) for name in names.split()}
"""Month names and their abbreviations, folded: English, German, French, Spanish, Portuguese, Italian, Dutch, Swedish,
Polish and Russian."""
