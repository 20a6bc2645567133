"""What boxes on pages say, as phrases: tables, and nothing else. The module of each box says what they mean."""

import re

from newssearch.patterns import lazily


def _table(*patterns: str) -> re.Pattern[str]:
    return lazily("|".join(patterns), re.IGNORECASE)


def _whole(*patterns: str) -> re.Pattern[str]:
    """One pattern for a whole line that is any of these, with marks around it."""
    return lazily(rf"\W{{0,4}}(?:{'|'.join(patterns)})\W{{0,4}}", re.IGNORECASE)


NOTE = _table(
    r"\W{0,4}(?:(?:log|sign) in\b.{0,60}\bto (?:save|listen|comment|read|access)\b|add articles to your\b"
    r"|posts from this (?:author|topic)\b|thanks for reading .{2,60}! subscribe\b|(?:new )?you can now listen to\b"
    r"|follow (?:topics|authors|your favou?rite)\b|.{0,150}\bwe(?:[’']d| would) (?:like"
    r"|love) to hear from you\b|l[’']espace des contributions\b|únete a .{2,40} para (?:seguir|leer)\b)"
)
"""How a line begins that tells readers what the page can do for them."""

BUTTON = _whole(
    r"(?:sign(?: me)? up|subscribe|join|register|get it|try)(?: (?:it|now|here|today|free|for free)){0,2}|got it"
    r"|create (?:a )?(?:free )?account|get (?:your )?tickets(?: now)?|donate(?: now)?|give now|support us",
    r"(?:jetzt )?(?:kostenlos )?(?:anmelden|abonnieren|bestellen|registrieren)|newsletter bestellen",
    r"s['’]inscrire|je m['’]inscris|inscrivez-vous|s['’]abonner|je m['’]abonne|suscrib(?:irme|irse|ite)|suscríbete",
    r"apúntate|apuntarme|subscrever|subscreva|inscríbete|regístrate|inscreva-se|inscrever-se|assin(?:e|ar)"
    r"|quero receber|cadastre-se",
    r"iscriviti|abbonati|mi iscrivo|aanmelden|inschrijven|abonneer|meld (?:meg|deg) på|tilmeld(?: mig)?|prenumerera",
    r"anmäl mig|zapisz (?:się|mnie)|subskrybuj|zamów|odebírat|feliratkozom|подписаться|підписатися|abone ol",
    r"اشترك|سجل|구독(?:하기|신청)?|登録(?:する)?|購読する|订阅|訂閱|注册",
)
"""The button of an offer."""

_EMAIL = r"e-?mail(?:[ -]?(?:address|adresse|adres|adress|id))?"
FIELD = _whole(
    rf"(?:(?:enter|type|add) )?(?:your |ihre |deine |din |je |uw |podaj |twój |votre |il tuo |seu "
    rf"|su )?(?:adres )?{_EMAIL}"
    r"(?: \((?:required|erforderlich|obligatoire|obligatorio)\))?(?: here)?",
    r"(?:votre |entrez votre )?adresse e-?mail|(?:tu |su )?correo(?: electrónico)?|(?:inserisci )?(?:il tuo "
    r"|la tua )?e-?mail",
    r"(?:digite )?seu (?:melhor )?e-?mail|el\. paštas|メールアドレス|이메일(?: 주소)?|(?:电子)?邮箱|البريد الإلكتروني",
)
"""The field for the reader's address."""

TERMS = _table(
    r"(?:by|when you) (?:signing|submitting|subscribing|continuing|entering|clicking|providing|sign up)\b.{0,120}\b"
    r"(?:agree|terms|privacy)",
    r".{0,60}\bprotected by recaptcha|privacy notice: |i agree to .{0,60}(?:terms|privacy)|after newsletter promotion"
    r"|(?:.{0,80}\bfree trial\b.{0,20})?terms apply|.{0,40}if you (?:sign up|buy|subscribe).{0,60}\bcommission"
    r"|.{0,80}free trial\. terms apply|we (?:may|will) earn\b.{0,40}\bcommission",
    r"mit (?:der|ihrer|deiner) (?:anmeldung|registrierung|bestellung).{0,120}(?:datenschutz|agb|einwillig)",
    r"(?:en|al|ao|em) (?:vous inscrivant|suscribirte|registrarte|se inscrever|assinar|cliquant).{0,120}"
    r"(?:condi[tç]|privaci|confidentialit|termos)",
    r"(?:iscrivendoti|cliccando|door je|zapisując się|klikając).{0,120}(?:privacy|regulamin|polityk|voorwaarden)",
)
"""What the reader of an offer agrees to."""

OFFERED = _table(
    r"newsletters?\b|nyhetsbrev|nyhedsbrev|nieuwsbrief|infolettre|boletín|boletim|biuletyn|\binbox\b|\bpostfach\b"
    r"|\bbuzón\b"
    r"|\btu correo\b|\bsu correo\b|\bsua caixa\b|boîte mail|\btua mail\b|\bskrzynk|рассылк|розсилк|النشرة|نشرة|뉴스레터"
    r"|メールマガジン|ニュースレター|\bemail alerts?\b|\bsent to you\b|\bmember[- ]?only\b|\bad-free\b|\bfree trial\b"
    r"|\bunlimited access\b|\bpaid subscri"
)
"""What is offered, and where it comes."""

REGULARLY = _table(
    r"\b(?:every|each) (?:(?:week)?day|morning|evening|week|month|mon|tues|wednes|thurs|fri|satur|sun)"
    r"|\b(?:once|twice|three times) a (?:week|day|month)"
    r"|\bdelivered\b|\b(?:daily|weekly) (?:digest|briefing|e-?mail|roundup|wrap)|\bjeden (?:morgen|tag|abend|frei"
    r"|sams|sonn)"
    r"|\bjede woche|\bchaque (?:jour|matin|soir|semaine|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
    r"|\bcada (?:día|mañana|semana|lunes|viernes|domingo)|\blos (?:lunes|martes|jueves|viernes)"
    r"|\btod[ao]s? (?:as|os|las?"
    r"|los) "
    r"|\bogni (?:giorno|mattina|settimana|lunedì|venerdì)|\bkażd(?:y|ą|ego) (?:dzień|rano|środę|tydzień|tygod|pią)"
    r"|\bco tydzień|\b(?:hver|varje|elke|iedere) (?:uke|dag|morgen|vecka|week|ochtend|fredag)|\bщо(?:ранку|дня|тижня)"
    r"|\bкажд(?:ое|ый|ую) (?:утро|день|недел)|كل (?:صباح|أسبوع|يوم)|매주|매일|毎(?:朝|週|日)|每(?:天|周|週|日|个工作日)"
)
"""How often it comes."""

_MACHINE = r"(?:a\.?i\.?|ki|ia|人工知能|生成AI|人工智能|생성형 AI)"
_SUMMED = (
    r"(?:summary|takeaways|key points|highlights|zusammenfassung|résumé|resumen|resumo|sintesi|riassunto"
    r"|streszczenie|요약|要約)"
)
_MADE = r"(?:generated|assisted|made|generierte?|erstellte?|généré|generado|gerado|generat[oa]|wygenerowane)"
BY_MACHINE = _whole(
    rf"{_MACHINE}[ -]{_MADE}(?: {_SUMMED})?|(?:\w{{2,10}} ){{0,2}}{_SUMMED} .{{0,12}}\b(?:by|from|with|von|par|por"
    rf"|con|przez) .{{0,20}}\b{_MACHINE}",
    rf"(?:this|these|diese|este|esta|ce|cette|questa|questo|to|이|본"
    rf"|この)(?: \w{{3,10}})? ?{_SUMMED}.{{0,80}}?{_MACHINE}.{{0,150}}",
)
"""That a machine made a summary."""

SUMMARY = _table(
    r"\W{0,3}(?:(?:article |ai |quick )?summary|(?:ai |top )?(?:key )?(?:points|takeaways|highlights)"
    r"|at a glance|the gist"
    r"|what (?:readers|people) are saying|reporting highlights|in short|what (?:to know|you need to know)"
    r"|in this story|(?:기사 )?요약|要約|摘要|zusammenfassung|das wichtigste in kürze|in kürze"
    r"|auf einen blick|resumen|resumo|en resumen|puntos clave|em resumo|(?:in )?sintesi|résumé|l['’]essentiel|en bref"
    r"|streszczenie|w skrócie|samenvatting|oppsummering|sammanfattning|кратко)\W{0,3}(?=$|[ |:]|by\b|von\b|par\b)"
)
"""What heads a summary."""

POLL = _whole(
    r"(?:quick |reader )?poll|vote|umfrage|encuesta|sondage|sondaggio|enquete|ankieta|sonda|poll van de dag|опрос"
    r"|опитування|설문|アンケート|投票|استطلاع"
)
"""What heads a question to the readers."""

_PAY = (
    r"(?:subscribe|register|sign (?:in|up)|log ?in|create (?:an|a free) account|become an? \w{1,12}|upgrade"
    r"|start your .{1,20})"
)
PAYWALL = _whole(
    rf"{_PAY}(?: (?:now|or .{{1,30}}))? to (?:unlock|continue|keep|read|access|finish|view)\b.{{0,60}}",
    r"(?:unlock|keep reading|continue reading) (?:this|the|with|for) .{0,60}|(?:already|not) a subscriber\b.{0,40}",
    r"(?:dieser|dieses) (?:artikel|inhalt) ist .{0,60}(?:abonnent|plus|kostenpflichtig).{0,40}|weiterlesen mit .{1,40}",
    r"(?:cet article|la suite de cet article|ce contenu) est réservée?.{0,60}|abonnez-vous pour (?:lire|accéder"
    r"|continuer).{0,60}",
    r"suscríbete para (?:seguir|continuar|leer).{0,60}|(?:este|esta) (?:artículo|noticia"
    r"|contenido) es .{0,20}suscriptores.{0,30}",
    r"(?:assine|cadastre-se) para (?:continuar|ler|ter).{0,60}|conteúdo exclusivo para assinantes.{0,30}",
    r"abbonati per (?:continuare|leggere).{0,60}|(?:questo|l['’]) ?(?:articolo|contenuto) è riservato.{0,60}",
    r"(?:pozostało|zostało) \d.{0,30} tekstu.{0,30}|(?:kup|wykup) (?:dostęp|subskrypcję|prenumeratę).{0,40}",
    r"(?:この記事は|続きを読むには).{0,40}|(?:기사 )?전문은 .{0,30}(?:회원|구독).{0,20}",
)
"""What stands behind the part of an article that everybody may read."""

_CALL_ENGLISH = (
    r"hei!$|do you have (?:an opinion|a (?:story|tip|question)|more|any)\b|(?:have you )?got a (?:story|tip|news)\b"
    r"|send us\b"
    r"|have (?:a|you got a) (?:story|(?:confidential |news )?tip)\b|to submit a\b|write to us\b|follow (?:us|topics)\b"
    r"|sign up\b|subscribe\b|support (?:us|our)\b|thanks for (?:sharing|reading)\b|you can (?:find"
    r"|read) more\b.{0,80}\bhere\b"
    r"|.{0,60}\breader-supported\b|this (?:article|story|column) (?:first )?appeared in the\b.{0,60}\bnewsletter\b"
    r"|a version of this (?:article|story) (?:appears|appeared) in print\b|when we learn of a mistake\b"
    r"|follow (?:me|author|her|him|them)\b|have you (?:heard|read|seen|listened to) .{2,60}\? (?:listen|read|watch)\b"
    r"|(?:do|did) you (?:like|enjoy) .{0,30}\b(?:content|article|story)\b|what did you think of this\b"
    r"|(?:choose|add|set|make) .{2,40} (?:on|source on) google\b"
    r"|the .{2,40} is not responsible for the content of external\b"
)
CALL = lazily(
    rf"\W{{0,4}}(?:{_CALL_ENGLISH}"
    r"|(?:haben sie|hast du|habt ihr) (?:hinweise|tipps|fragen|anregungen|etwas)\b|schreiben sie uns\b|mitreden"
    r"|vous avez (?:une|des) (?:informations?|témoignages?|questions?)\b|écrivez-nous|contactez(?:-nous| la rédaction)"
    r"|abonnez-vous|rejoignez|¿?(?:tienes?|tiene) (?:algo|alguna|información)|escríbenos"
    r"|únete a|suscríbete|apúntate|tem (?:alguma|uma) (?:sugestão|denúncia|história)|mande (?:para|sua)|envie (?:sua"
    r"|seu)"
    r"|clique aqui|siga o\b|participe do|hai (?:una|delle) (?:segnalazion|notizi)\w*|scrivi(?:ci)? a\b|segui(?:ci)? su"
    r"|heb je (?:een tip|tips)|mail ons|har du (?:tips|innspill|synspunkter|en |något)|tips? oss|tipsa oss"
    r"|skriv til oss"
    r"|masz (?:temat|informacje|pomysł)|napisz do nas|czekamy na|маєте|надішліть|приєднуйтеся|подписывайтесь|присылайте"
    r"|제보는|有料会員|会員になると|(?:この|本)記事は有料|ご意見|情報提供|此文限时|感谢.{0,12}订阅|成为.{1,8}会员|欢迎.{0,8}订阅)",
    re.IGNORECASE,
)
"""How a line below an article begins that asks something of its readers."""

DATA = _table(
    r"\b(?:cookies?|consent|javascript|browser|third[- ]party|personal data|external content|einwilligung"
    r"|personenbezogen|datenschutz|drittanbieter|externe inhalte|navigateur|consentement|traceurs|consentimiento"
    r"|navegador|datos personales|consentimento|dados pessoais|consenso|toestemming|samtycke|samtykke|zgod[aęy]"
    r"|privacy (?:collection |and cookie )?(?:notice|policy|statement)|your information)\b"
)
ALLOWED = _table(
    r"\b(?:consent|allow|enable|agree|permission|cookies|collection|upgrad\w+|disable|deactivate"
    r"|zustimm\w*|einwilligung|aktivier\w*|erlaub\w*"
    r"|autoris\w+|accept\w*|acept\w*|activ\w+|désactiver|désinstaller|desactiv\w+|permit\w+|perme\w+|aceit\w+"
    r"|accett\w+|toest\w+|godkän\w+|samtyk\w+|zgod\w+|handled)\b"
)
ASKED = _table(
    r"\b(?:we (?:need|use|were|have been|ask)|(?:to|please) (?:view|show|load|watch|see|play|enable|allow|accept)"
    r"|your (?:information|consent|browser|device)|unfortunately we|um .{0,60} (?:anzuzeigen|zu sehen|zu laden)"
    r"|deine|ihre (?:zustimmung|einwilligung)|hier (?:finden|sehen) sie|votre (?:navigateur|consentement|accord)"
    r"|vous (?:devez|pouvez)|pour (?:afficher|voir|lire|regarder|pouvoir)|para (?:ver|visualizar|mostrar)|tu navegador"
    r"|per (?:visualizzare|vedere)|om .{0,40} te (?:bekijken|tonen)|för att (?:se|visa)|for å (?:se|vise)|aby)\b"
)
"""Of what a notice tells that something is not shown, what it asks for, and how it speaks to the reader."""

CHOICE = _whole(
    r"(?:(?:accept|allow|enable|reject|manage|decline)(?: (?:all|cookies|once|my|choices|and|continue"
    r"|preferences)){0,5}"
    r" ?){1,2}|retry|try again|accepter(?: et continuer)?|gérer mes choix|réessayer|(?:alle )?akzeptieren|zustimmen"
    r"|inhalte? (?:anzeigen|laden)|einwilligen|aceptar(?: y continuar)?|reintentar|aceitar|accetta|accepteren|godkänn"
)
"""The buttons below one."""

AND_MORE = lazily(
    r"[.!?…] ?(?:mehr|more|weiterlesen|weiter|read more|lire la suite|lire plus|leer más|ver más|leia mais"
    r"|ler mais|leggi tutto|lees meer|läs mer|les mer|læs mere|czytaj więcej|читать далее)\W{0,3}$",
    re.IGNORECASE,
)
"""How a teaser ends that goes on elsewhere."""

CORRECTED = _table(
    r"\W{0,4}(?:a correction was made\b|corrections?(?: (?:&|and) (?:amplifications?"
    r"|clarifications?))?\b(?= ?[,:(—–-]|$)"
    r"|clarification\b(?= ?[,:(—–-])"
    r"|(?:editor[’']?s? )?note: .{0,80}\b(?:correct|updat|version|misstat)|(?:\(?(?:corrected|updates?) .{0,80}"
    r"|an earlier|a previous) version of this (?:article|story|report|column|post|obituary|piece|essay)\b"
    r"|.{0,80}\b(?:article|story) (?:has been|was) (?:updated|corrected|amended|originally published|first published)\b"
    r"|(?:\(?updates? with\b)"
    r"|(?:this (?:article|story) )?appear(?:ed|s) in the .{3,40} (?:print )?edition\b|a version of this article appear"
    r"|(?:korrektur|berichtigung|anmerkung der redaktion|hinweis der redaktion|rectificatif|erratum|errata|rettelse"
    r"|fe de errores|rectificación|rettifica|errata corrige|rectificatie|rättelse|sprostowanie|oprava"
    r"|correção)\b ?[,:(]"
    r"|in einer früheren (?:version|fassung)\b|une (?:première|précédente) version de (?:cet|ce)\b"
    r"|(?:notícia|artigo|texto) (?:corrigid|atualizad|actualizad)[oa]\b|(?:una|en una) versión anterior\b)"
)
"""How a line below an article begins that says what was wrong in it, and where it was printed."""

ABOUT = _table(
    r"\W{0,4}(?:disclosure: |disclaimer: |this (?:story|article|report|project|series|piece) "
    r"(?:comes from|is (?:part of|made possible|supported|published|co-published|produced)"
    r"|was (?:produced|published|supported|reported|made possible|co-published|translated|written with)) "
    r"|(?:source|quelle|fuente|fonte|bron|kilde|källa|źródło): .{2,40}$)"
)
"""How a line below an article begins that says for whom and with what help it was made."""

REACHED = _table(
    r"\W{0,4}(?:(?:write to|reach|contact|e-?mail|follow|message|tips?)\b|(?:schreiben sie|kontakt|écrire à"
    r"|contacter)\b"
    r"|(?:escribe|contacto|contato|scrivere|scrivi)\b|.{3,60} can be reached\b)"
)
"""How a line begins that says where an author is to be reached."""

CONTRIBUTED = _table(
    r"\W{0,4}with (?:assistance|reporting|additional reporting|files|contributions?|reports?|help) (?:from|by)\b"
    r"|.{3,120} contributed(?: (?:to|reporting|research|from)\b.{0,60})?\.?\W{0,2}$"
    r"|\W{0,4}(?:mit material von|unter mitarbeit von|avec (?:l['’]|les? )?(?:agence|contribution|collaboration)"
    r"|con (?:información|la colaboración) de|com (?:informações|a colaboração) d|con la collaborazione di"
    r"|met medewerking van|współpraca:)"
)
"""How a line below an article begins that says who else reported, or ends."""

EVENT = _whole(r"(?:[\w.]{2,20} ){0,2}events?")
"""What heads an offer of a site to come, which ends with a button."""

NEXT = _whole(r"what(?:[’']s| happens| comes)? next", r"why it matters", r"what it means")
"""What heads the last point of a few."""
