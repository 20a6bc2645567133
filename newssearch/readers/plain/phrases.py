"""What web pages print around an article, as phrases: tables, and nothing else. `boilerplate` says what they mean."""

import re

from newssearch.patterns import lazily
from newssearch.readers.dates.labels import LABEL
from newssearch.readers.dates.printed_dates import AGO


def _whole(*patterns: str) -> re.Pattern[str]:
    """One pattern for a whole line that is any of these, with marks around it."""
    return lazily(rf"\W{{0,6}}(?:{'|'.join(patterns)})\W{{0,6}}", re.IGNORECASE)


_MOST = 12
"""Words of a notice of copyright that ends like a sentence and has no year."""

_WHEN = (
    rf"(?:{AGO}|\d{{1,2}}[:.h]\d\d(?:[:.]\d\d)?\s?(?:h|uhr|hrs|[ap]\.?m\.?)?(?:\s?(?-i:[A-Z]{{2,4}}))?"
    r"|at|um|à|a las?|alle(?: ore)?|às|kl\.?|o|il|le|on|today|yesterday|heute|gestern|aujourd['’]hui|hier|hoy|ayer|hoje"
    r"|ontem|oggi|ieri|vandaag|gisteren|idag|i ?går|dzisiaj|wczoraj|сегодня|вчера|오늘|어제|今日|昨日)"
)
"""A time of a day without its date, or a word beside it."""

HEADING = _whole(
    r"weekly hot|(?:most|best)[ -](?:read|popular|viewed|shared|commented|watched)\b.{0,30}",
    r"popular (?:now|stories|posts|articles|news)|editors?['’]?s?['’]? (?:picks?|choice)|up next|see also",
    r"related(?: (?:articles?|stor(?:y|ies)|news|links|coverage|content|topics|posts|reading|videos?))?",
    r"you (?:may|might|could) (?:also )?(?:like|be interested in|enjoy).{0,20}",
    r"also (?:read|see|on)(?: \S.{0,20})?|further reading|must reads?|top reads|(?:also )?read (?:more|also|next"
    r"|on)(?: (?:on|about|from) .{1,40})?|what to read next",
    r"more (?:from|on|in|stories|news|headlines|coverage|top stories)\b.{0,40}|in case you missed it"
    r"|more for you|(?-i:READ MORE) \w.{1,30}",
    r"in this article|para saber más|la rédaction vous conseille|(?:ascolta|escucha|écoutez|listen to) (?:il|el|le|the)"
    r" podcast",
    r"recommended(?: (?:for you|stories|reading|articles|videos))?|don['’]t miss(?: .{1,20})?",
    r"trending(?: (?:now|news|stories|topics|on .{1,30}))?",
    r"(?:top|latest|other|hot|must-read) (?:stories|news|headlines|picks|articles|videos)(?: .{1,20})?",
    r"(?:sponsored|promoted|paid) (?:content|stories|links|posts)?|(?:more )?from (?:around )?the web|around the web",
    r"explore more on these topics|more on this (?:story|topic)|topics in this (?:story|article)",
    r"meistgelesen.{0,20}|mehr (?:zum thema|dazu).{0,30}|(?:lesen sie|lies) (?:auch|mehr|dazu|jetzt)|auch interessant",
    r"das könnte (?:sie|dich) (?:auch )?(?:interessieren|gefallen)|passend zum thema|weitere (?:artikel|themen).{0,20}",
    r"(?:[àa] )?(?:lire|voir) (?:aussi|également)|les (?:plus|articles les plus) lus|sur le même (?:sujet|thème)",
    r"à découvrir|vous aimerez aussi|(?:notre|nos) sélections?|pour aller plus loin",
    r"lo más (?:leído|visto|popular)|(?:las )?más leíd[ao]s|(?:también )?te (?:puede|podría) interesar",
    r"noticias relacionadas|más (?:información|noticias|sobre .{1,30})|l(?:ee|ea) (?:también|más)",
    r"(?:leia|veja|saiba) (?:também|mais)|(?:as )?mais (?:lidas|populares)|(?:leggi|vedi) anche|i più letti"
    r"|per approfondire",
    r"mir[aá] también|(?:seguí|sigue|continúa) leyendo|más leídas? de .{1,30}|polecamy|vídeos? (?:em alta"
    r"|mais assistidos).{0,20}",
    r"potrebbe interessarti|lees (?:ook|meer|verder)|meer over|meest gelezen|läs (?:också|mer|även)|les også|læs også",
    r"(?:czytaj|zobacz|przeczytaj) (?:też|także|również|więcej)|читайте также|по теме",
    r"(?:가장 )?많이 본 (?:뉴스|기사)|(?:관련|인기|주요|추천) ?(?:기사|뉴스)|이 시각 (?:헤드라인|주요뉴스)",
    r"실시간 .{0,6}(?:기사|뉴스)|関連(?:記事|ニュース|リンク)?|(?:アクセス)?ランキング|人気記事",
    r"(?:あわせて|併せて)読みたい|(?:こちらも)?おすすめ(?:記事)?|延伸阅读|延伸閱讀|推荐阅读|推薦閱讀",
    r"дивіться також|читайте також|اقرأ أيضاً?|مقالات ذات صلة|مواضيع ذات صلة|الأكثر قراءة|إقرأ أيضاً?",
    r"(?:相关|相關|热门|熱門)(?:新闻|新聞|阅读|閱讀|文章)",
)
"""What heads a list of other articles."""

_OFFERED = r"newsletters?|alerts?|inbox|updates|briefing|channel|podcast|e-?mails?|free|our|the (?:daily|weekly)"
_READING = (
    r"read|de lecture|di lettura|de lectura|de leitura|lesezeit|reading|temps de lecture|tempo di lettura"
    r"|tiempo de lectura|tempo de leitura"
)
_SITES = r"x|twitter|facebook|instagram|telegram|whatsapp|linkedin|youtube|tiktok|google news|flipboard|threads|bluesky"
LINE = _whole(
    rf"(?:sign up|subscribe|register) (?:(?:now|here|today|free) )?(?:for|to)\b(?=.*\b(?:{_OFFERED})\b).*",
    r"get (?:the |our )?(?:latest|top|best|day['’]s|breaking)\b.*\b(?:inbox|newsletters?|e-?mail|alerts?)\b.*",
    r"newsletter(?: sign-?up)?|(?:abonnieren|abonnez|suscríbe|assine|iscriviti)\S* .*newsletter.*",
    rf"(?:follow|like|join|find) (?:us|.{{1,30}}) on (?:{_SITES})\b.*",
    r"(?:download|get) (?:our|the) .{0,20}app\b.*|already a (?:subscriber|member)\b.*",
    r"(?:video )?ad feedback|link copied|image|loading|buy photos?|your browser does not support .{1,40}",
    r"order reprints|learn more(?: about .{1,30})?|save this article for later|zur merkliste hinzufügen",
    r"ajouter à vos sélections|escuchar(?: nota)?|odsłuchaj|استمع إلى المقال",
    r"adverts?|advertisement(?: ?[-–—] ?continue reading.{0,20})?|advertising|advertorial",
    r"anzeige|werbung|(?:passer la )?publicité|publicidad|publicidade",
    r"pubblicità|advertentie|reklama|annons|annonce|реклама|إعلان|광고|広告|廣告|广告",
    r"(?:story|article) continues (?:below|after)\b.*|scroll (?:down )?to continue.*",
    r"continue reading(?: .{1,30})?|skip (?:advertisement|to .{1,30})|(?:back to|go to) top",
    r"(?:\(c\) ?(?:\d{4}|copyright)|copyright ?(?:©|\(c\)|\d{4}|by\b)).*|[©ⓒ] ?\d{4}.*",
    rf"[©ⓒ](?!(?: ?[^ ]+ ){{{_MOST}}}.*[.!]\W*$).*|riproduzione riservata",
    r"our standards: .*|read our (?:privacy|comment) .*",
    rf"(?:about )?\d{{1,2}}[ -]?min(?:ut\w{{1,3}}|s)?\.? (?:{_READING})|listen to (?:this )?article.{{0,40}}",
    r"(?:artikel )?(?:an)?hören|(?:artikel )?merken|\[?(?-i:PR)\]?|hide caption|view image in full ?screen"
    r"|open (?:this )?(?:photo|image|picture) in gallery|bild vergrößern|原图",
    r"share full article|(?:close )?share panel|back to gallery",
    r"(?:image|photo|picture) \d{1,3} (?:of|/) .{0,5}\d",
    r"media playback is .*|save this story|purchase licensing rights.*|see more(?: on)?: (?-i:[^\W\d_a-z]).{2,80}",
    rf"(?:estimated )?(?:{_READING})(?: time)?\W{{0,3}}(?:environ )?\d{{1,2}} ?min\w{{0,5}}\.?",
    rf"{AGO}|{LABEL}(?:[\s,:|·•–—-]{{1,4}}(?:{_WHEN}|{LABEL})){{1,8}}",
    r"(?:ascolta|écouter|escuchar|ouça|listen to) (?:l['’]articolo|l['’]article|el artículo|o artigo|this)",
    r"(?:view|open|enlarge|expand) (?:image|photo|picture)(?: in .{1,30})?|字号.{0,12}|글자 ?크기.{0,12}",
    r"(?:sign up|subscribe|register)(?: (?:here|now|today|free|for free)){1,2}|reuse this content",
    r"(?:add|choose|prefer|set) .{1,30} (?:on|as an? .{0,20}source on) google(?: news)?(?: and .{1,120})?",
    r"(?:(?:\d+|no|view|leave a|show|post a) )comments?|comments? ?\(\d{1,5}\)|(?:\d+|keine?) kommentare?",
    r"(?:\d+|aucun|sin|nessun|nenhum) (?:commentaires?|comentarios?|commento|commenti|comentários?)|댓글 ?\d+",
    r"(?:join|follow|siga|síguenos|únete|folgen|folge|suivez) (?:.{1,40} )?(?:whatsapp|telegram"
    r"|google news)(?!.*[.!]\W*$).{0,40}",
    r"(?:clique aqui|haz clic aquí|cliquez ici|klicken sie hier)(?!.*[.!]\W*$) .{1,80}",
    r"(?:read (?:more|also)|related|see also|also (?:read|see)|more|watch|(?:à )?lire aussi|(?:leia|veja) (?:também"
    r"|mais)|leggi anche"
    r"|lee también|lesen sie auch|lees ook|polecamy|läs också|(?:czytaj|zobacz) (?:też|także)|читайте также|関連記事)"
    r" ?[:：|»>–—] ?(?!.*[.!]\W*$)\S.{5,}",
    r"(?:à )?lire aussi(?-i:[^\W\d_a-z])(?!.*[.!]\W*$).{10,}",
    r"(?:la suite est |article |contenu |vidéo )?(?:réservée?s? (?:à nos |aux )abonnés|pour les abonnés).{0,40}",
    r"il vous reste .{1,40} à lire.*",
    r"(?:exclusivo|solo|sólo) para (?:suscriptores|assinantes)",
    r"(?:(?:weiterlesen|nur) )?(?:für|mit) (?:\S{1,20} )?(?:abonnent(?:en|innen)|abo)|contenuto per abbonati",
    r"(?:this (?:article|story) is )?(?:only )?(?:(?:available )?(?:for|to) subscribers(?: only)?|subscribers? only)",
    r"(?:责任编辑|責任編輯|责编|编辑|編輯|校对|审核|监制|策划)[:：].{1,40}|版[权權]所有.{0,40}",
    r"(?:有料)?会員限定(?:記事)?|残り\d.{0,20}|유료 ?회원 ?전용.{0,10}",
    r"(?:ir a los comentarios|(?:voir|lire) les commentaires|zu den kommentaren|(?:go|jump) to comments)(?: \d+)?",
    r"(?:à )?lire aussi (?:le|la|l[’']|notre|les) ?\w{4,20} ?[|:] ?.{5,}|contribuer|réutiliser ce contenu"
    r"|this article is more than .{1,20} old",
    r"(?:à )?lire aussi (?-i:[^\W\d_a-z])(?!.*[.!]\W*$).{5,}|.{0,150}\bsign up here",
    r"기자 ?(?:페이지|구독|프로필)(?:하기| 보기)?|(?:구독|로그인|회원가입)하기",
    r"this (?:article|story) (?:was (?:co-)?(?:produced|published)|is part of|is (?:co-)?published) .{5,190}",
    r"portrait of .{3,60}|powered by (?:\S{1,20} ?){1,3}|share or comment on this article\b.{0,150}",
    r"listen to more stories on .{2,40}"
    r"|this is read by an automated voice.{0,100}|need a break\? play .{3,80}|go ad[- ]free\b.{0,60}",
    r"i would like to (?:be emailed|receive e?-?mails?)\b.{0,160}|(?:gift|listen to) (?:this )?article(?: now)?",
    r"(?-i:READ MORE|READ NEXT|READ ALSO|ALSO READ|RELATED|SEE ALSO) ?[:|»>] ?\S.{10,180}",
    r"(?:click|tap) here (?:to|for) .*|(?:report|suggest) (?:a typo|an? (?:error|correction)).*",
)
"""What is boilerplate as a whole line, wherever it stands."""

NOTICE = _whole(r".{0,100}\ball rights reserved\b.{0,60}", r".{0,60}(?:무단 ?전재|저작권자|無断転載).*")
NOTICE_MARKS = ("rights reserved", "무단", "저작권자", "無断転載")
"""Of what each line of `NOTICE` holds one, folded."""

FIRST_WORDS = frozenset(
    word[:4]
    for word in """
    a abonnez abonnieren about ad actualizado add advertentie advertisement advertising advertorial aggiornato
    aktualisiert aktualizacja already also an annonce annons anzeige around article as ascolta assine atualizado
    auch aucun available back best bijgewerkt c choose click close comment contenu contenuto continue copyright
    created czytaj das data date de di don download editor enlarge erschienen escuchar estimated exclusivo expand
    explore find first follow for from für geplaatst gepubliceerd get go hace hide hot i il image in ir iscriviti
    issued it join jump keine la laatste las last latest lea leave lee lees leggi leia les lesen lesezeit lies like lire
    listen lo läs mais media meer meest mehr meistgelesen mis mise mit modified modifié more most must nenhum nessun
    newsletter no nos noticias notre nur one only opdateret open oppdatert opublikowano other our paid passend
    passer per photo picture podcast polecamy popular post posted potrebbe pour pr prefer promoted przeczytaj
    pubblicità publicado publicerad publicidad publisert published publiziert publié purchase read reading
    recommended register reklama related released report reuse revised riproduzione saiba save scroll see senast set
    share show sign sin skip solo sponsored stand story subscribe subscriber subscribers suggest sur suscríbe
    también tap te tempo temps this tiempo top topics trending udgivet ultima ultimo up updated uppdaterad vedi veja ver
    veröffentlicht vidéo view voir vor vous weekly weitere werbung what you zobacz zu zuletzt
    ajouter bild buy clique cliquez escuchar folge folgen further haz klicken learn link loading mira mirá must
    dipublikasikan diperbarui frissítve join julkaistu megjelent son yayınlanma zur
    escucha gift https i need para portrait powered www zur
    odsłuchaj order seguí siga sigue síguenos suivez únete video vídeos watch your
    """.split()  # noqa: SIM905 -- quotation marks would hide the words
)
"""The first letters of the first words of headings and lines, where they are ASCII and no figure."""

SHARE_WORDS = frozenset(
    """a and article bluesky by comment comments compartilhar compartilhe compartir condividi copied copy dela delen
    drucken drukuj e-mail email facebook flipboard gift imprimer imprimir in kakaotalk like line link linkedin
    linken mail merken messenger more new on open opens partager pinterest post print reddit save send share
    sharing stampa story teilen telegram this threads to tweet twitter udostępnij url via viber vk wechat weibo
    whatsapp window with x xing поделиться シェア 分享 印刷 打印 공유 공유하기 스크랩 인쇄
    """.split()  # noqa: SIM905 -- quotation marks would hide the words
)
SHARE_MARKS = frozenset(
    """compartilhar compartilhe compartir condividi copy drucken facebook flipboard imprimer imprimir linkedin partager
    print reddit share teilen telegram tweet twitter udostępnij whatsapp поделиться 공유 공유하기 인쇄 シェア 分享
    """.split()  # noqa: SIM905 -- quotation marks would hide the words
)
"""Buttons of sharing and of nothing else."""
