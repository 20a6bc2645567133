"""The names of months, and of the days of the week."""

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
_WHOLE = (
    "ledna ocak ianuarie tammikuuta січня ιανουαρίου ינואר בינואר يناير",
    "února şubat februarie helmikuuta лютого φεβρουαρίου פברואר בפברואר فبراير شباط",
    "března mart maret martie maaliskuuta березня μαρτίου מרץ במרץ مارس آذار",
    "dubna nisan aprilie huhtikuuta квітня απριλίου אפריל באפריל أبريل ابريل نيسان",
    "května mayıs toukokuuta травня μαΐου מאי במאי مايو أيار",
    "června haziran iunie kesäkuuta червня ιουνίου יוני ביוני يونيو حزيران",
    "července temmuz iulie heinäkuuta липня ιουλίου יולי ביולי يوليو تموز",
    "srpna ağustos agustus elokuuta серпня αυγούστου אוגוסט באוגוסט أغسطس اغسطس",
    "září eylül septembrie syyskuuta вересня σεπτεμβρίου ספטמבר בספטמבר سبتمبر أيلول",
    "října ekim október octombrie lokakuuta жовтня οκτωβρίου אוקטובר באוקטובר أكتوبر اكتوبر",
    "listopadu kasım noiembrie marraskuuta листопада νοεμβρίου נובמבר בנובמבר نوفمبر",
    "prosince aralık desember decembrie joulukuuta грудня δεκεμβρίου דצמבר בדצמבר ديسمبر",
)
MONTHS = {
    fold(name): number for table in (_WHOLE, _NAMES) for number, names in enumerate(table, 1) for name in names.split()
}
"""Month names and their abbreviations, folded: English, German, French, Spanish, Portuguese, Italian, Dutch, Swedish,
Polish and Russian; and, without abbreviations, Czech, Turkish, Romanian, Finnish, Ukrainian, Greek, Hebrew, Arabic and
Indonesian."""

_DAYS = (
    "monday mon montag lundi lunes lun segunda lunedì maandag måndag poniedziałek понедельник",
    "tuesday tue tues dienstag mardi martes terça martedì dinsdag tisdag wtorek вторник",
    "wednesday wed mittwoch mercredi miércoles mié quarta mercoledì woensdag onsdag środa среда",
    "thursday thu thur thurs donnerstag jeudi jueves jue quinta giovedì donderdag torsdag czwartek четверг",
    "friday fri freitag vendredi viernes vie sexta venerdì vrijdag fredag piątek пятница",
    "saturday sat samstag sonnabend samedi sábado sáb sabato zaterdag lördag sobota суббота",
    "sunday sun sonntag dimanche domingo dom domenica zondag söndag niedziela воскресенье",
)
WEEKDAYS = {fold(name): number for number, names in enumerate(_DAYS) for name in names.split()}
"""The days of the week from Monday on, and those of their abbreviations that are of one day, in the same languages."""
