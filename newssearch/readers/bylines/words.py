"""The words of a newsroom, in small letters: tables, and nothing else. `newsroom` says what they mean."""

from newssearch.analysis import fold


def _table(text: str) -> frozenset[str]:
    return frozenset(part.strip() for part in text.replace("\n", ",").split(",") if part.strip())


AGENCIES = _table("""
    aap, adnkronos, afp, agence france presse, agence france-presse, agencia brasil, agencia efe, agerpres, anadolu
    ani, anp, ansa, ap, ap news, apa, ard, askanews, associated press, ats, bbc, belga, bernama, bloomberg
    canadian press, cnn, ctk, deutsche welle, deutschlandfunk, dow jones, dpa, dpa-afx, dw, efe, estadao conteudo
    europa press, folhapress, getty images, hina, hollywood reporter, ians, ifr, interfax, irna, itar-tass, jiji
    jiji press, kcna, keystone-sda, kuna, kyodo, lusa, mdr, mti, ndr, newsis, npr, ntb, orf, pa, pa media, pap
    picture alliance, press association, press trust of india, pti, reuter, reuters, reuters life, ria novosti
    ritzau, rlpc, sda, servimedia, shutterstock, sputnik, srf, swr, tanjug, tass, telam, thomson reuters
    thomson reuters accelus, united press international, upi, variety, wdr, xinhua, yonhap, zdf, интерфакс
    риа новости, тасс, 연합뉴스, 뉴시스, 뉴스1, 新华社, 新華社, 中新社, 共同, 共同通信, ロイター, 時事, 時事通信
""")
NEWSROOM = _table("""
    agencias, agence, agences, agencies, agency, agenturen, agenzie, board, bureau, bureaus, bureaux, desk, editors
    news, newsdesk, newsroom, newswire, newswires, redacao, redaccion, redactie, redakcja, redaktion, redazione
    redaction, staff, team, wires, редакция
""")
NOBODY = NEWSROOM | _table("""
    a, administrator, admin, and, author, authors, autor, by, contributors, correspondent, correspondents, di, en
    e-mail, email, follow, from, la, on, online, online-redaktion, our, own, photo, photos, posted, published
    report, reporter, reporters, reports, red, service, services, special, staffer, the, und, unknown, updated, wire
    y
""")
ACRONYMS = _table("AFP, ANSA, AP, BBC, CNN, DPA, EFE, NPR, PTI, REUTERS, Reuters, UPI, dpa")
REDACTIONS = _table("redaccion, redacao, redactie, redakcja, redaktion, redaction, redazione, the, редакция")
ORGANISATIONS = _table("""
    ag, agencia, association, bundesministerium, bundesverband, club, committee, company, consulting, corp, e.v
    foundation, fur, fraktion, gazeta, gmbh, grupo, gruppe, inc, institute, llc, ltd, ministry, nachrichten, online
    plc, program, programme, projects, rede, stiftung, universitat, university, verband, verein, verlag, zeitung
""")
PAPERS = _table("""
    advertiser, argus, bugle, chronicle, gazette, herald, journal, magazine, mailonline, radio, sentinel, telegraph
    television, times, tribune, tv
    baltimore sun, boston globe, business insider, daily mail, globe and mail, huffington post, jerusalem post
    mail on sunday, new york post, toronto star, usa today, wall street journal, washington post, der spiegel
    der standard, die welt, die zeit, el mundo, el pais, el universal, la nacion, la prensa, la repubblica
    la stampa, la vanguardia, le figaro, le monde, le parisien, o globo, spiegel online, zeit online
""")
SURNAMES_TOO = _table("daily, dispatch, examiner, guardian, inquirer, network, observer, today, weekly")
ROLES = _table("""
    analyst, anchor, blogger, chief, columnist, commentator, contributor, correspondent, critic, editor
    editor-at-large, editor-in-chief, fellow, intern, journalist, photographer, photojournalist, producer, reporter
    stringer, writer, chefredakteur, chefredakteurin, herausgeber, journalistin, korrespondenten, mitarbeiter
    mitarbeiterin, redakteuren, kolumnist, kolumnistin, korrespondent, korrespondentin, redakteur, redakteurin
    reporterin, volontärin, volontär, chroniqueur, correspondant, correspondante, journaliste, rédacteur, rédactrice
    éditorialiste, columnista, corresponsal, periodista, redactor, redactora, colunista, jornalista, repórter
    corrispondente, giornalista, inviata, inviato, correspondente, redacteur, verslaggever, dziennikarka
    dziennikarz, журналист, журналистка, колумнист, корреспондент, обозреватель, редактор, 기자, 특파원
    논설위원, 인턴기자, 記者, 记者, 特派員
    redaktör, redaktør, skribent, krönikör, kommentator, toimittaja, novinář, novinářka, redaktor, redaktorka
    publicysta, publicystka, reporterka, korrespondens, újságíró, szerkesztő, muhabir, gazeteci, yazar, журналіст
    журналістка, кореспондент, кореспондентка, редакторка, δημοσιογράφος, wartawan, صحفي, صحفية, صحافي, صحافية, مراسل
    مراسلة, محرر, كاتب, כתב, כתבת
""")
POSTS = _table("""
    adviser, advisor, attorney, author, chair, chairman, director, economist, executive, founder, head, historian
    lawyer, enviada, enviado, envoye, envoyee, envoyé, envoyée, lecturer, manager, member, minister, officer, president
    professor, researcher, scientist, secretary, strategist
""")
OF = _table("""
    a, and, at, auf, aus, bei, da, de, der, des, do, du, em, en, especial, for, für, in, of, speciale, spécial
    spéciale, à
""")
INSTITUTIONS = _table("center, centre, college, council, foundation, institute, institution, school, university")
FIELDS = _table("""
    africa, arts, asia, assistant, associate, bureau, business, city, contributing, courts, crime, culture, data
    defence, defense, deputy, diplomatic, economics, education, energy, environment, europe, european, executive
    features, finance, financial, food, foreign, freelance, general, global, guest, health, international, legal
    investigative, managing, media, metro, national, news, our, political, politics, science, security, senior
    special, sport, sports, staff, state, tech, technology, travel, washington, world
""")
OURS = _table("a, our, unser, unsere, unserem, unserer, onze, dal, nostro, notre, nuestra, nuestro, ap, afp, reuters")
BEATS = _table("""
    asia pacific, capitol hill, city hall, downing street, real estate, supreme court, wall street, white house
""")
PLACES = _table("""
    abu dhabi, addis ababa, costa rica, hong kong, phnom penh, saudi arabia, sri lanka, tel aviv, washington dc
    washington d.c.
""")
SECTIONS = _table("""
    africa, america, analysis, asia, books, breaking, business, china, cities, climate, comment, cricket, culture
    economy, editorial, education, entertainment, environment, europe, exclusive, features, film, finance, football
    health, home, india, international, latest, life, lifestyle, live, local, market, markets, media, middle, money
    movies, music, nation, national, news, opinion, photo, photos, podcast, politics, report, reports, review, science
    society, special, sport, sports, story, style, tech, technology, television, top, travel, uk, update, us, video
    weather, weekly, world
""")
QUANTITIES = _table("all, more, most, other, read, related, the")
TABLES = (
    AGENCIES, NEWSROOM, NOBODY, REDACTIONS, ORGANISATIONS, PAPERS, ROLES, POSTS, INSTITUTIONS, SECTIONS
)  # fmt: skip
VOCABULARY = frozenset(fold(word) for table in TABLES for term in table for word in term.split()) - {"and", "of", "y"}
