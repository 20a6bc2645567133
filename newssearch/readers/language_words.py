"""The commonest words of languages in Latin letters, by which a text tells its language: a table, and nothing else.

Words that several languages have stand with each of them.
"""

_TABLE = {
    "af": """
        aan al as baie by dat deur die dit een en er gaan geen haar hai het hierdie hom hul hulle is kan maar met
        moet na nie nog ná om ook op sal se sy sê te teen toe tot uit van vir volgens was wat word
    """,
    "ca": """
        a al als amb aquest aquesta com de del dels diu el els en entre era es està fins ha han hi i la les molt més
        no o on pel pels per perquè però qual que s'ha segons sense ser seu seva sobre també tot té un una va van
    """,
    "cs": """
        a aby ale ani bude by byl byla bylo byly co do i jak jako je jeho jejich její jen již jsem jsou k kde když
        ke která které který mezi má na nebo než o od po pod podle pro proti před při s se si ta tak také to tom už
        v ve však z za ze že
    """,
    "cy": """
        a ac am ar bod bydd dros dweud ei eu fel fod gan gyda hefyd hi hyn i iawn mae maen mewn mwy na nad neu nhw o
        oedd oes ond pan rhai roedd sy sydd wedi wrth y ym yn yng yr
    """,
    "da": """
        af alle at bare blev blive bliver da de den der deres det dog du efter eller en end er et fik for fra få
        godt ham han hans har havde hun hvad hvis hvor i ikke ind jeg kan kun man med meget men mere mod må nogle nu
        når og også om op over på sagde sig siger skal som til ud under var ved vi vil være været år
    """,
    "de": """
        aber alle als am an auch auf aus bei bis da damit dann das dass dem den der des die dort durch ein eine
        einem einen einer es für gegen gibt haben hat hatte ich im in ist jetzt kann keine mehr mit müssen nach
        nicht noch nur oder ohne sei sein seine seit sich sie sind so soll um und uns unter vom von vor war was
        wegen wenn werden wie wieder will wir wird worden wurde wurden zu zum zur zwei zwischen über
    """,
    "en": """
        a about after all also an and any are as at be because been before being between but by can could did do for
        from had has have he her his how if in into is it its may more most new no not of off on one only or other
        our out over said she so some such than that the their them then there these they this to under up was we
        were what when where which while who will with would you
    """,
    "es": """
        a al ante año años como con contra cuando de del desde después donde dos durante e el ella en entre era es
        esta este esto está fue fueron ha había han hasta hay la las le les lo los me mi muy más ni no nos o otra
        otro para parte pero por porque puede que según ser si sido sin sobre su sus también tiene tienen todo todos
        tras un una uno y ya yo
    """,
    "et": """
        aasta aga ainult ega ei et ette hea ise ja jaoks juba kas kes kui kuid kuigi kõik ma mida mille mis mitte
        nad need nii ning nüüd ole oli olid olla oma on peab poolt pärast saab sai seda see selle siis suur ta teha
        tema tuleb vaid vastu veel välja või ühe üle
    """,
    "eu": """
        ala arte baina baino bat batean baten bera berri da dago dela den dira ditu dituzte du dute egin ere esan
        eta ez gabe gero honek hori horren izan izango izen kontra lehen nahi ondoren orain oso urte zen ziren zuen
        zuten
    """,
    "fi": """
        aikana ei eivät ennen että heidän hyvin hän häntä ja jo joita joka jos jossa jotka jälkeen kaikki kanssa
        kertoi kertoo kuin kun kuten mikä mukaan mutta muun myös niin nyt ole oli olivat olla on ovat paljon sai se
        sekä sen siitä sitä tai tämä tämän uuden vain vielä voi vuoden vuonna yli
    """,
    "fr": """
        a ainsi après au aussi autre aux avait avant avec car ce ces cette ceux comme contre dans de depuis des deux
        dit donc dont du elle elles en encore entre est et fait il ils je la le les leur leurs lors lui mais moins
        même ne nous on ont ou où par pas pendant plus pour qu'il que qui s'est sa sans se selon ses si son sont
        sous sur tous tout très un une vous y était été être
    """,
    "ga": """
        a ach ag agus an ar as atá bhfuil bhí chun cé de deir do dul dá faoi fuair féin go gur i iad idir is le leis
        mar na nach nuair ní níl os raibh roimh san seo siad sin sé sí tar tá um é ó
    """,
    "gl": """
        a ao aos as ata aínda co coa como con contra da das de dende despois do dos e en entre era foi hai moi máis
        na nas no non nos o os ou para pero pola polo por porque que se segundo sen ser seu seus sobre só súa tamén
        ten un unha xa é
    """,
    "hr": """
        a ali bi bila bilo bio da do godine i ih ili ima iz je jer još kada kako kao kod koja koje koji može na
        nakon ne nego nije no o od oko po pod prema pri protiv rekao s sa samo se smo su svi tako te to u uz već za
        zbog će šta što
    """,
    "hu": """
        a amely ami az azt be csak de egy egyik egész el előtt erre ez ezt fel ha hogy három is itt jól kell ki
        képest két kívül lehet lesz majd meg mert mi minden mint mondta már még nagy nem nincs pedig s sem szerint
        számára után vagy van vissza volt voltak új ő
    """,
    "id": """
        ada adalah agar akan anda antara atas atau bagi bahwa baru beberapa belum bisa dalam dan dapat dari dengan
        di dia hari harus hingga ia ini itu juga kami karena kata ke kepada kita lain lebih menjadi mereka namun
        oleh orang pada para saat saja sebagai sebuah secara sejak seperti setelah sudah tahun tak telah tersebut
        tidak untuk yang
    """,
    "is": """
        af að bara búið ef eftir ekki en er eru eða frá fyrir fá hafa hafi hann hefur hjá hún já með mjög nú og
        sagði segir sem sig sé sér til um undir upp var vegna verið verður við voru yfir á ári árið í það þeim þeir
        þessi þetta því þá þær þó
    """,
    "it": """
        a ad ai al alla alle anche ancora anni che chi ci come con contro cosa così da dal dalla degli dei del della
        delle di dopo dove due e ed era essere fatto fra gli ha hanno i il in io la le lo loro ma mentre nei nel
        nella nelle non o ogni per perché però più prima può quando quella quello questa questo se senza si sia sono
        sotto stata stato sua sui sul sulla suo tra tutti un una uno è
    """,
    "lt": """
        apie ar aš bet buvo būti dar dėl iki ir iš jau jei ji jie jis jo ją jų kad kai kaip kas kuri kurie kuris
        kurių labai metu metų nes nuo nėra o pagal pat per po prie prieš savo su tai taip tarp tačiau tik to turi už
        yra
    """,
    "lv": """
        ar arī bet bez bija būs būt cik citu es gada gan ir ja jau jo kad kas ko kopš kur kura kuri kuru kā līdz mēs
        nav ne nevis no par pie pirms pret pār pēc savu tad tai tas tika tikai to tomēr tā un uz vai vairāk var viņa
        viņš vēl ļoti šo šobrīd šī
    """,
    "nl": """
        aan al alle als bij dan dat de deze die dit door echter een en er gaan geen had hebben heeft het hij hun ik
        in is jaar kan komen maar meer met moet moeten na naar nederlandse niet nog nu of om onder ook op over sinds
        te tegen toch tot tussen uit van veel volgens voor was wat we wel werd werden worden wordt ze zei zich zijn
        zo zoals zou
    """,
    "no": """
        alle at av bare ble blir blitt da de den der det dette du eller en enn er et etter for fordi fra få får gjør
        god hadde ham han hans har hos hun hva hvis hvor i ikke inn jeg kan ligger man med meget men mer mot mye må
        noe noen nå når og også om opp over på sa samme seg selv sier skal skulle som til under ut var ved vi vil
        være vært år året
    """,
    "pl": """
        a aby ale bez by był była było były będzie co czy dla do gdy gdzie go i ich im ja jak jako jednak jego jej
        jest jeszcze już kiedy która które który lub ma mi może na nad nie niż o od oraz po pod podczas poza przed
        przez przy roku się są tak także tego tej ten to tylko tym w we według wielu więc z za ze że
    """,
    "pt": """
        ao aos após as até com como contra da das de depois desde do dos durante e ela ele eles em entre era está
        estão eu foi foram há isso já lhe mais mas mesmo muito na nas nem no nos num numa não o onde os ou para pela
        pelas pelo pelos pode por porque quando que quem se segundo seja sem ser seu seus sobre sua suas são só
        também tem tinha têm um uma vai à é
    """,
    "ro": """
        a această acest ai al ale am ani anul ar are as au avea avut care ce cel cu cum când că dar de decât deja
        despre din după ei el ele este eu fi fost i-a iar la lor lui mai mult ne nu o pe pentru prin sa sau se spus
        sub sunt sus să toate tot trebuie un unei unui va vor în între şi și
    """,
    "sk": """
        a aby aj ako ale alebo bol bola boli bolo bude by do ešte iba ich je jeho jej k kde keď ktorá ktoré ktorí
        ktorý ktorých len medzi má môže na nad nie o od po pod podľa pre pred pri proti s sa si so sú tak tiež to
        tom už v viac vo však z za zo čo že
    """,
    "sl": """
        ali bi bil bila bili bilo bo bodo do ga ima in iz je jih jo kako kar ker ki ko kot la lahko le med mu na nad
        naj ne ni niso o ob od pa po pod pred pri proti s saj se ta tako tem to tudi v ve več z za zaradi še že
    """,
    "sq": """
        ai ajo asaj ata ato atë deri dhe disa duke e edhe i ishte janë ka kanë kjo kur ky këtë me mund më nga një
        nuk në nën pas po por prej për sa se sepse si sipas së tek tij tyre të u vetëm vjet çdo është
    """,
    "sv": """
        alla allt att av bara blev bli blir de den denna deras dessa det detta du där då efter eller en ett fick
        finns från få får för gör göra ha hade han hans har hon hos hur i in ingen inte jag kan kommer kunde man med
        men mer mot mycket måste ni nu när någon några och också om oss på samma sedan sin sina ska skulle som säger
        så till under upp ut utan vad var vara varit vi vid vilket än är år åt över
    """,
    "sw": """
        alisema aliyekuwa ambao ambaye baada bila hadi hapa hata hayo hii hiyo huo huyo ikiwa ili kabla kama katika
        kila kuhusu kutoka kuwa kwa kwamba la lakini moja na nchi ndani ni pia sana sasa tu wa wakati wake wao watu
        ya yake yao za zaidi
    """,
    "tl": """
        akin ako ang ano at ating ay bago dahil din ding habang hindi isa isang ito iyon ka kanilang kanya kanyang
        kapag kay kaya ko kung lamang mag may mga mula na naman nang ng ngayon ni nila nito niya o pa para pero rin
        sa sila sinabi siya upang wala
    """,
    "tr": """
        ama ancak arasında bazı ben beri bile bin bir biri birlikte bu buna bunun büyük da daha de dedi değil diye
        dolayı en gibi göre hem her ile ilgili ise için kadar karşı ki mi ne o olan olarak oldu olduğu olduğunu
        olması onun sadece son sonra tarafından tüm ve veya ya yani yeni yok yıl zaman çok şey şu
    """,
    "vi": """
        bị cho chưa chỉ các cách cái còn có cùng cũng của do khi không là làm lên lại mà mình một mới ngày nhiều như
        nhất những này nói năm nếu ra rằng sau sẽ theo thì trong trên trước tại từ việc và vào vì về với đang đi đã
        được đến để
    """,
}

LANGUAGES = tuple(_TABLE)

_BITS = 8  # of a word's one point in each of its languages; no language has more words than fit

POINTS: dict[str, int] = {}
"""For each word a number with a byte for each of `LANGUAGES`, so that sums of them count for all at once."""

for _place, _language in enumerate(LANGUAGES):
    for _word in {*_TABLE[_language].split()}:
        POINTS[_word] = POINTS.get(_word, 0) + (1 << (_BITS * _place))
