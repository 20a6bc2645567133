"""Languages: told by letters, and among Latin letters by the commonest words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newssearch.readers.language_words import LANGUAGES, POINTS
from newssearch.readers.languages import language

SENTENCES = {
    "af": "Die raad het Maandag gesê dat die hawe vir 'n jaar gesluit word, en dat die geld van die staat sal kom.",
    "am": "ምክር ቤቱ ወደቡ ለአንድ ዓመት እንደሚዘጋ ሰኞ ዕለት አስታወቀ።",
    "ar": "قال المجلس يوم الاثنين إن الميناء سيغلق لمدة عام وإن الأموال ستأتي من الدولة",
    "be": "Савет паведаміў у панядзелак, што порт будзе зачынены на год, а грошы дасць дзяржава, як ужо было раней.",
    "bg": "Съветът съобщи в понеделник, че пристанището ще бъде затворено за една година, а парите ще дойдат от държавата, "
    "както вече беше обещано.",
    "bn": "পরিষদ সোমবার জানিয়েছে যে বন্দরটি এক বছরের জন্য বন্ধ থাকবে।",
    "ca": "El consell va dir dilluns que el port estarà tancat durant un any i que els diners són de l'estat, però també de la ciutat.",
    "cs": "Rada v pondělí uvedla, že přístav bude na rok uzavřen a že peníze podle ní dá stát, který už také zaplatil.",
    "cy": "Dywedodd y cyngor ddydd Llun y bydd yr harbwr ar gau am flwyddyn ac y bydd yr arian yn dod gan y wlad.",
    "da": "Rådet sagde mandag, at havnen bliver lukket i et år, og at pengene kommer fra staten, som også har betalt noget efter stormen.",
    "de": "Der Rat sagte am Montag, dass der Hafen für ein Jahr geschlossen wird und das Geld vom Staat kommen soll.",
    "el": "Το συμβούλιο ανακοίνωσε τη Δευτέρα ότι το λιμάνι θα κλείσει για έναν χρόνο.",
    "en": "The council said on Monday that the harbour will be closed for a year, and that the money will come from the state.",
    "es": "El consejo dijo el lunes que el puerto estará cerrado durante un año y que el dinero será del Estado, pero no todo.",
    "et": "Nõukogu ütles esmaspäeval, et sadam on aasta suletud ja raha tuleb riigilt, kes on selle eest ka varem maksnud.",
    "eu": "Kontseiluak astelehenean esan zuen portua urte batez itxita izango dela eta dirua ez dela hiriarena izango.",
    "fa": "شورا روز دوشنبه گفت که بندر به مدت یک سال بسته خواهد شد و پول آن را دولت می‌پردازد",
    "fi": "Neuvosto kertoi maanantaina, että satama on suljettu vuoden ja että rahat tulevat valtiolta, joka on myös maksanut.",
    "fr": "Le conseil a dit lundi que le port sera fermé pendant un an et que les fonds sont ceux de l'État, mais aussi de la ville.",
    "ga": "Dúirt an chomhairle ar an Luan go mbeidh an cuan dúnta agus go bhfuil an t-airgead ag teacht ó na daoine sa tír.",
    "gl": "O consello dixo o luns que o porto estará pechado durante un ano e que os cartos son do Estado, pero non todos, e unha parte"
    " da vila.",
    "gu": "પરિષદે સોમવારે કહ્યું કે બંદર એક વર્ષ માટે બંધ રહેશે.",
    "he": "המועצה הודיעה ביום שני כי הנמל ייסגר לשנה וכי הכסף יגיע מהמדינה",
    "hi": "परिषद ने सोमवार को कहा कि बंदरगाह एक साल के लिए बंद रहेगा और पैसा राज्य से आता है।",
    "hr": "Vijeće je u ponedjeljak reklo da će luka biti zatvorena godinu dana i da novac daje država, koja je to već obećala.",
    "hu": "A tanács hétfőn azt mondta, hogy a kikötő egy évre bezár, és hogy a pénz az államtól jön, amely ezt már meg is ígérte.",
    "hy": "Խորհուրդը երկուշաբթի հայտնեց, որ նավահանգիստը մեկ տարով կփակվի։",
    "id": "Dewan mengatakan pada hari Senin bahwa pelabuhan akan ditutup untuk satu tahun dan uang itu datang dari negara.",
    "is": "Ráðið sagði á mánudag að höfnin verður lokuð í eitt ár og að féð komi frá ríkinu, sem hefur greitt það áður.",
    "it": "Il consiglio ha detto lunedì che il porto sarà chiuso per un anno e che i soldi sono dello Stato, ma anche della città.",
    "ja": "評議会は月曜日、港を一年間閉鎖すると発表した。",
    "ka": "საბჭომ ორშაბათს განაცხადა, რომ პორტი ერთი წლით დაიხურება.",
    "km": "ក្រុមប្រឹក្សាបាននិយាយកាលពីថ្ងៃចន្ទថាកំពង់ផែនឹងត្រូវបិទ។",
    "ko": "의회는 월요일에 항구를 일 년 동안 닫는다고 밝혔다.",
    "lt": "Taryba pirmadienį pranešė, kad uostas bus uždarytas metus ir kad pinigai yra iš valstybės, bet ne tik jos.",
    "lv": "Padome pirmdien teica, ka osta būs slēgta gadu un ka nauda nāk no valsts, bet ne tikai no tās, un arī par to.",
    "mk": "Советот во понеделникот соопшти дека пристаништето ќе биде затворено една година, а парите ќе ги даде државата.",
    "ne": "परिषदले सोमबार बन्दरगाह एक वर्षका लागि बन्द हुने छ भनेको छ।",
    "nl": "De raad zei maandag dat de haven een jaar gesloten wordt en dat het geld van de staat komt, maar niet alles.",
    "no": "Rådet sa mandag at havnen blir stengt i et år, og at pengene kommer fra staten, som også har betalt noe etter det.",
    "pl": "Rada powiedziała w poniedziałek, że port będzie zamknięty przez rok i że pieniądze są od państwa, ale nie tylko.",
    "pt": "O conselho disse na segunda-feira que o porto será fechado por um ano e que o dinheiro vem do Estado, mas não todo.",
    "ro": "Consiliul a spus luni că portul va fi închis pentru un an și că banii sunt de la stat, care a plătit și mai mult.",
    "ru": "Совет сообщил в понедельник, что порт будет закрыт на год, а деньги выделит государство, как и было обещано.",
    "sk": "Rada v pondelok povedala, že prístav bude na rok zatvorený a že peniaze dá štát, ktorý už aj predtým platil viac ako mesto.",
    "sl": "Svet je v ponedeljek sporočil, da bo pristanišče za eno leto zaprto in da naj bi denar dala država, ki je to že obljubila.",
    "sq": "Këshilli tha të hënën se porti do të jetë i mbyllur për një vit dhe se paratë janë nga shteti, por edhe nga qyteti.",
    "sr": "Савет је у понедељак саопштио да ће лука бити затворена годину дана, а новац ће дати држава, која је то већ обећала.",
    "sv": "Rådet sade på måndagen att hamnen ska vara stängd under ett år och att pengarna kommer från staten, inte från kommunen.",
    "sw": "Baraza limesema Jumatatu kwamba bandari itafungwa kwa mwaka na kwamba fedha hizo ni za serikali ya nchi.",
    "ta": "துறைமுகம் ஒரு ஆண்டுக்கு மூடப்படும் என்று மன்றம் தெரிவித்தது.",
    "th": "สภากล่าวเมื่อวันจันทร์ว่าท่าเรือจะปิดเป็นเวลาหนึ่งปี",
    "tl": "Sinabi ng konseho noong Lunes na isasara ang daungan sa loob ng isang taon at ang pera ay galing sa mga tao.",
    "tr": "Konsey pazartesi günü limanın bir yıl için kapalı olacağını ve paranın devletten geleceğini, ancak daha çok olmadığını söyledi.",
    "uk": "Рада повідомила в понеділок, що порт буде закрито на рік, а гроші виділить держава, як це вже було обіцяно.",
    "ur": "کونسل نے پیر کو کہا کہ بندرگاہ ایک سال کے لیے بند رہے گی اور رقم ریاست دے گی",
    "vi": "Hội đồng cho biết hôm thứ Hai rằng cảng sẽ đóng cửa trong một năm và tiền là của nhà nước, không phải của thành phố.",
    "zh": "议会星期一表示港口将关闭一年资金由国家提供",
}


@pytest.mark.parametrize(("code", "sentence"), SENTENCES.items())
def test_a_sentence_tells_its_language(code, sentence):
    assert language(sentence) == code
    assert language(sentence.upper()) in {code, ""}


UNSAID = [
    "", "Oil", "70.3 71.2 69.9", "Shr 25 cts vs 22 cts\nNet 1.2 mln vs 1.0 mln", "Jane Doe, John Roe, Ann Poe", "北京",
    "a a a a a a a a", "Москва", "lorem ipsum dolor sit amet consectetur",
]  # fmt: skip


@pytest.mark.parametrize("text", UNSAID)
def test_what_says_too_little_has_no_language(text):
    assert language(text) == ""


MIXED = [
    ("김철수는 Harbour Energy 및 Council 관계자를 만나 부두를 닫는 문제를 논의했다고 밝혔다.", "ko"),
    ("The council of 首尔 said on Monday that it will close the harbour for a year, as planned.", "en"),
    ("The minister quoted the song „Über den Dächern der Stadt“, which was heard in all of the country.", "en"),
    ("De Gaulle and Van Gogh are the names of the ships that will be in the harbour on Monday.", "en"),
    ("東京で会議が開かれ、中国語の資料「经济发展报告」が配られた。", "ja"),
]


@pytest.mark.parametrize(("text", "code"), MIXED)
def test_foreign_words_do_not_change_the_language(text, code):
    assert language(text) == code


def test_only_the_beginning_is_read():
    english, german = SENTENCES["en"], SENTENCES["de"]

    assert language(f"{english} " * 20 + f"{german} " * 400) == "en"
    assert language(german + english * 20, limit=len(german)) == "de"


def test_no_language_has_more_words_than_its_byte_can_count():
    for place in range(len(LANGUAGES)):
        assert sum(points >> 8 * place & 255 for points in POINTS.values()) < 256


OF_LETTERS_ONLY = {"kk", "kn", "lo", "ml", "mr", "my", "or", "pa", "ps", "si", "te"}


@given(st.text(max_size=3_000), st.integers(0, 3_000))
def test_any_text_has_a_known_language_or_none(text, limit):
    assert language(text, limit=limit) in {"", *SENTENCES, *LANGUAGES} | OF_LETTERS_ONLY


@given(st.sampled_from(["de", "en", "es", "fr", "it", "nl", "pl", "pt", "sv"]), st.randoms(use_true_random=False))
def test_the_order_of_words_does_not_matter(code, random):
    words = SENTENCES[code].split()
    random.shuffle(words)

    assert language(" ".join(words)) == code
