"""The names of months as articles print them: those of queries, and those of more languages."""

from newssearch.analysis import fold
from newssearch.dates import months

_MORE = (
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
MONTHS = {fold(name): number for number, names in enumerate(_MORE, 1) for name in names.split()} | months.MONTHS
"""Month names, folded, also in Czech, Turkish, Romanian, Finnish, Ukrainian, Greek, Hebrew, Arabic, Norwegian,
Indonesian and Hungarian."""
