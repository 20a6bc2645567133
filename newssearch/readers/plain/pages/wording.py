"""What boxes on pages say, as phrases: tables, and nothing else. The module of each box says what they mean."""

import re

from newssearch.readers.patterns import lazily


def _table(*patterns: str) -> re.Pattern[str]:
    return lazily("|".join(patterns), re.IGNORECASE)


def _whole(*patterns: str) -> re.Pattern[str]:
    """One pattern for a whole line that is any of these, with marks around it."""
    return lazily(rf"\W{{0,4}}(?:{'|'.join(patterns)})\W{{0,4}}", re.IGNORECASE)


NOTE = _table(
    r"\W{0,4}(?:(?:log|sign) in\b.{0,60}\bto (?:save|listen|comment|read|access)\b|add articles to your\b"
    r"|posts from this (?:author|topic)\b|thanks for reading .{2,60}! subscribe\b|(?:new )?you can now listen to\b"
    r"|follow (?:topics|authors)\b|l[’']espace des contributions\b|únete a .{2,40} para (?:seguir|leer)\b)"
)
"""How a line begins that tells readers what the page can do for them."""

BUTTON = _whole(
    r"(?:sign(?: me)? up|subscribe|join|register|get it)(?: (?:now|here|today|free|for free))?|got it",
    r"(?:jetzt )?(?:kostenlos )?(?:anmelden|abonnieren|bestellen|registrieren)|newsletter bestellen",
    r"s['’]inscrire|je m['’]inscris|inscrivez-vous|s['’]abonner|je m['’]abonne|suscrib(?:irme|irse|ite)|suscríbete",
    r"apúntate|apuntarme|inscríbete|regístrate|inscreva-se|inscrever-se|assin(?:e|ar)|quero receber|cadastre-se",
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
    r".{0,60}\bprotected by recaptcha|privacy notice: |i agree to .{0,60}(?:terms|privacy)|after newsletter promotion",
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
    r"|メールマガジン|ニュースレター|\bemail alerts?\b|\bsent to you\b|\bmember[- ]?only\b|\bpaid subscri"
)
"""What is offered, and where it comes."""

REGULARLY = _table(
    r"\b(?:every|each) (?:(?:week)?day|morning|evening|week|month|mon|tues|wednes|thurs|fri|satur|sun)"
    r"|\bonce a (?:week|day)"
    r"|\bdelivered\b|\b(?:daily|weekly) (?:digest|briefing|e-?mail|roundup|wrap)|\bjeden (?:morgen|tag|abend|frei"
    r"|sams|sonn)"
    r"|\bjede woche|\bchaque (?:jour|matin|soir|semaine|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
    r"|\bcada (?:día|mañana|semana|lunes|viernes|domingo)|\blos (?:lunes|martes|jueves|viernes)|\btodas? (?:as|os|la"
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
    r"\W{0,3}(?:(?:article |ai |quick )?summary|(?:ai )?(?:key )?(?:points|takeaways|highlights)|at a glance|the gist"
    r"|what (?:readers|people) are saying|(?:기사 )?요약|要約|摘要|zusammenfassung|das wichtigste in kürze|in kürze"
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
