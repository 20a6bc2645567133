"""People: who is read from a printed byline, with which role, and for whom."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newssearch.readers.bylines.lines import is_byline
from newssearch.readers.bylines.people import people

PRINTED = [
    # printed, [(name, role, email)], agency
    ("By Jane Doe, Transport Correspondent and John Roe", [("Jane Doe", "Transport Correspondent", ""), ("John Roe", "", "")], ""),
    ("Jane Doe, Staff Writer and John Roe, Editor", [("Jane Doe", "Staff Writer", ""), ("John Roe", "Editor", "")], ""),
    ("Jane Doe, Staff Writer and Photographer", [("Jane Doe", "Staff Writer and Photographer", "")], ""),
    ("KO YONG-CHUL Reporter", [("KO YONG-CHUL", "Reporter", "")], ""),
    ("Jane Doe", [("Jane Doe", "", "")], ""),
    ("By Jane Doe", [("Jane Doe", "", "")], ""),
    ("BY JANE DOE", [("JANE DOE", "", "")], ""),
    ("*By Jane Doe", [("Jane Doe", "", "")], ""),
    ("By: Jane Doe", [("Jane Doe", "", "")], ""),
    ("Von Hans Müller", [("Hans Müller", "", "")], ""),
    ("Por Juan Pérez y Ana García", [("Juan Pérez", "", ""), ("Ana García", "", "")], ""),
    ("Par Jean Dupont et Marie Curie", [("Jean Dupont", "", ""), ("Marie Curie", "", "")], ""),
    ("De Jean Dupont", [("Jean Dupont", "", "")], ""),
    ("De Niro", [("De Niro", "", "")], ""),
    ("Gertrude Chavez", [("Gertrude Chavez", "", "")], ""),
    ("José Ortega y Gasset", [("José Ortega y Gasset", "", "")], ""),
    ("Jane Doe and John Roe", [("Jane Doe", "", ""), ("John Roe", "", "")], ""),
    ("Jane Doe  and  John Roe", [("Jane Doe", "", ""), ("John Roe", "", "")], ""),
    ("Jane Doe & John Roe", [("Jane Doe", "", ""), ("John Roe", "", "")], ""),
    ("Jane Doe , Al Poe and  John Roe", [("Jane Doe", "", ""), ("Al Poe", "", ""), ("John Roe", "", "")], ""),
    ("Jane Doe, Al Poe, and John Roe", [("Jane Doe", "", ""), ("Al Poe", "", ""), ("John Roe", "", "")], ""),
    ("JANE DOE, Staff Writer", [("JANE DOE", "Staff Writer", "")], ""),
    ("Jane Doe, Political Editor", [("Jane Doe", "Political Editor", "")], ""),
    ("Jane Doe , Health and Science Editor - Analysis", [("Jane Doe", "Health and Science Editor", "")], ""),
    ("Jane Doe , U.S. Economics Editor", [("Jane Doe", "U.S. Economics Editor", "")], ""),
    ("Jane Doe  - Analysis", [("Jane Doe", "", "")], ""),
    ("Jane Doe and John Roe, Staff Writers", [("Jane Doe", "Staff Writers", ""), ("John Roe", "Staff Writers", "")], ""),
    ("Jane Doe, Reporter, and John Roe, Editor", [("Jane Doe", "Reporter", ""), ("John Roe", "Editor", "")], ""),
    ("Jane Doe in Paris", [("Jane Doe", "", "")], ""),
    ("Jane Doe in Paris and John Roe in Rome", [("Jane Doe", "", ""), ("John Roe", "", "")], ""),
    ("Jane Doe, Paris", [("Jane Doe", "", "")], ""),
    ("Doe, Jane", [("Doe, Jane", "", "")], ""),
    ("John Smith, Jr.", [("John Smith Jr.", "", "")], ""),
    ("Jane Doe.", [("Jane Doe", "", "")], ""),
    ("J.K. Rowling", [("J.K. Rowling", "", "")], ""),
    ("김철수 기자", [("김철수", "기자", "")], ""),
    ("김철수·이영희 기자", [("김철수", "기자", ""), ("이영희", "기자", "")], ""),
    ("Jane Doe, Associated Press", [("Jane Doe", "", "")], "Associated Press"),
    ("By JANE DOE, AP", [("JANE DOE", "", "")], "AP"),
    ("Jane Doe Reuters", [("Jane Doe", "", "")], "Reuters"),
    ("Jane Doe and AFP", [("Jane Doe", "", "")], "AFP"),
    ("Reuters", [], "Reuters"),
    ("(Reuters)", [], "Reuters"),
    ("AFP", [], "AFP"),
    ("By The Associated Press", [], "The Associated Press"),
    ("Reuters Staff", [], "Reuters Staff"),
    ("BBC News", [], "BBC News"),
    ("Jane Doe | The Daily Harbour", [("Jane Doe", "", "")], "The Daily Harbour"),
    ("Jane Doe | 3 min", [("Jane Doe", "", "")], ""),
    ("Jane Doe jane@harbour.example", [("Jane Doe", "", "jane@harbour.example")], ""),
    ("jane@harbour.example Jane Doe", [("Jane Doe", "", "jane@harbour.example")], ""),
    ("Jane Doe <jd@h.example>, John Roe (jr@h.example)", [("Jane Doe", "", "jd@h.example"), ("John Roe", "", "jr@h.example")], ""),
    ("Jane Doe and John Roe jane.doe@h.example", [("Jane Doe", "", "jane.doe@h.example"), ("John Roe", "", "")], ""),
    ("김철수 기자, 이영희 기자", [("김철수", "기자", ""), ("이영희", "기자", "")], ""),
    ("記者 山田太郎", [("山田太郎", "記者", "")], ""),
    ("기자 임인택", [("임인택", "기자", "")], ""),
    ("本报记者 张三", [("张三", "本报记者", "")], ""),
    ("Jane Doe Reporter, John Smith Reporter", [("Jane Doe", "Reporter", ""), ("John Smith", "Reporter", "")], ""),
    ("By Jane Doe, John Smith Editor", [("Jane Doe", "", ""), ("John Smith", "Editor", "")], ""),
    ("By Jane Doe, White House Correspondent", [("Jane Doe", "White House Correspondent", "")], ""),
    ("By Jane Doe, Kremlin correspondent", [("Jane Doe", "Kremlin correspondent", "")], ""),
    ("By Jane Doe • John Roe", [("Jane Doe", "", ""), ("John Roe", "", "")], ""),
    ("By Jane Doe • World Affairs", [("Jane Doe", "", "")], ""),
    ("Smith, Jane; Roe, John", [("Smith, Jane", "", ""), ("Roe, John", "", "")], ""),
    ("By Jane Doe and", [("Jane Doe", "", "")], ""),
    ("Jane Doe, Chief ECB Correspondent", [("Jane Doe", "Chief ECB Correspondent", "")], ""),
    ("Jane Doe, EMEA Mining Correspondent", [("Jane Doe", "EMEA Mining Correspondent", "")], ""),
    ("By Jane Doe, Chief Executive of Harbour", [("Jane Doe", "Chief Executive of Harbour", "")], ""),
    ("Jane Doe, Hong Gil-dong", [("Jane Doe", "", ""), ("Hong Gil-dong", "", "")], ""),
    ("Jane Doe, John Roe and The Harbour Times", [("Jane Doe", "", ""), ("John Roe", "", "")], "The Harbour Times"),
    ("By Jane Doe, New York", [("Jane Doe", "", "")], ""),
    ("By Jane Doe, Tel Aviv", [("Jane Doe", "", "")], ""),
    ("By Jane Doe, in Paris", [("Jane Doe", "", "")], ""),
    ("By Jane Doe, USA TODAY", [("Jane Doe", "", "")], "USA TODAY"),
    ("By Jane Doe, Special to The Times", [("Jane Doe", "", "")], "The Times"),
    ("Emily Post", [("Emily Post", "", "")], ""),
    ("By Jane Doe, associate professor of history", [("Jane Doe", "associate professor of history", "")], ""),
    ("By Jane Doe, Harbour University", [("Jane Doe", "Harbour University", "")], ""),
    ("By Jane Doe, Staff reporter, The Daily News", [("Jane Doe", "Staff reporter", "")], "The Daily News"),
    ("By Guardian staff and agencies", [], "Guardian staff"),
    ("By Staff", [], ""),
    ("By Editorial Board", [], "Editorial Board"),
    ("Opinion by Jane Doe", [("Jane Doe", "", "")], ""),
    ("Analysis by Jane Doe", [("Jane Doe", "", "")], ""),
    ("Review by Jane Doe", [("Jane Doe", "", "")], ""),
    ("By Jane Doe, Photos by John Roe", [("Jane Doe", "", ""), ("John Roe", "Photos", "")], ""),
    ("Eine Analyse von Hans Müller", [("Hans Müller", "", "")], ""),
    ("DANICA ROE Associated Press", [("DANICA ROE", "", "")], "Associated Press"),
    ("JOHN DOE FOR MAILONLINE", [("JOHN DOE", "", "")], "MAILONLINE"),
    ("Staff Writer", [], ""),
    ("By", [], ""),
    ("", [], ""),
]  # fmt: skip


LEARNT = [
    # labels: what somebody did
    ("Von Hans Müller (Text) und Eva Klein (Fotos)", [("Hans Müller", "", ""), ("Eva Klein", "Fotos", "")], ""),
    ("Text: Hans Müller, Fotos: Eva Klein", [("Hans Müller", "", ""), ("Eva Klein", "Fotos", "")], ""),
    ("Text und Fotos: Hans Müller", [("Hans Müller", "", "")], ""),
    ("Propos recueillis par Jean Dupont", [("Jean Dupont", "", "")], ""),
    ("a cura di Mario Rossi", [("Mario Rossi", "", "")], ""),
    ("Jane Doe, as told to John Roe", [("Jane Doe", "", ""), ("John Roe", "As told to", "")], ""),
    ("Jane Doe as told to John Roe", [("Jane Doe", "", ""), ("John Roe", "As told to", "")], ""),
    ("By Jane Doe with additional reporting by John Roe", [("Jane Doe", "", ""), ("John Roe", "Additional reporting", "")], ""),
    ("Photographs by Ann Poe", [("Ann Poe", "Photographs", "")], ""),
    ("By Jane Doe; photographs by Ann Poe", [("Jane Doe", "", ""), ("Ann Poe", "Photographs", "")], ""),
    ("Text and photos by Jane Doe", [("Jane Doe", "", "")], ""),
    ("Hans Klein, deutscher Journalist, Kolumnist und Autor", [("Hans Klein", "deutscher Journalist", "")], ""),
    ("By Jane Doe, Photos by John Roe and Ann Poe", [("Jane Doe", "", ""), ("John Roe", "Photos", ""), ("Ann Poe", "Photos", "")], ""),
    ("Autor: hans", [("hans", "", "")], ""),
    ("Edited by John Roe", [("John Roe", "Edited", "")], ""),
    ("Words: Jane Doe. Pictures: John Roe", [("Jane Doe", "", ""), ("John Roe", "Pictures", "")], ""),
    ("Words by Jane Doe Photos by John Roe", [("Jane Doe", "", ""), ("John Roe", "Photos", "")], ""),
    ("Interview: Hans Müller", [("Hans Müller", "", "")], ""),
    ("Interview by Jane Doe", [("Jane Doe", "", "")], ""),
    ("Published by Jane Doe", [("Jane Doe", "", "")], ""),
    ("Yazan: Ali Veli", [("Ali Veli", "", "")], ""),
    ("Kolumne von Eva Klein", [("Eva Klein", "", "")], ""),
    ("Ein Gastbeitrag von Eva Klein", [("Eva Klein", "", "")], ""),
    ("Photo: Jane Doe/Reuters", [("Jane Doe", "Photo", "")], "Reuters"),
    ("Photo by Jane Doe", [("Jane Doe", "Photo", "")], ""),
    ("Image: Jane Doe", [("Jane Doe", "Image", "")], ""),
    # agencies, papers, roles and newsrooms
    ("By Jane Doe for the Daily Harbour", [("Jane Doe", "", "")], "the Daily Harbour"),
    ("Special to The Times", [], "The Times"),
    ("By JANE DOE, AP Business Writer", [("JANE DOE", "Business Writer", "")], "AP"),
    ("JANE DOE AP Business Writer", [("JANE DOE", "Business Writer", "")], "AP"),
    ("By JANE DOE and JOHN ROE, Associated Press", [("JANE DOE", "", ""), ("JOHN ROE", "", "")], "Associated Press"),
    ("Staff and agencies", [], ""),
    ("Guardian staff and agencies", [], "Guardian staff"),
    ("Jane Doe | Staff Writer | The Harbour Times", [("Jane Doe", "Staff Writer", "")], "The Harbour Times"),
    ("Jane Doe/Harbour Times", [("Jane Doe", "", "")], "Harbour Times"),
    ("Jane Doe / Reuters", [("Jane Doe", "", "")], "Reuters"),
    ("By Jane Doe of The Daily Harbour", [("Jane Doe", "", "")], "The Daily Harbour"),
    ("By Jane Doe, CNN Business", [("Jane Doe", "", "")], "CNN Business"),
    ("By Jane Doe, Business Insider", [("Jane Doe", "", "")], "Business Insider"),
    ("Jane Doe The New York Times", [("Jane Doe", "", "")], "The New York Times"),
    ("By Jane Doe, Harbour Times Staff Writer", [("Jane Doe", "Staff Writer", "")], "Harbour Times"),
    ("By Jane Doe, Washington Post Staff Writer", [("Jane Doe", "Staff Writer", "")], "Washington Post"),
    ("Jane Doe and John Roe, Washington Post Staff Writers", [("Jane Doe", "Staff Writers", ""), ("John Roe", "Staff Writers", "")], "Washington Post"),
    ("Staff Writer Jane Doe", [("Jane Doe", "Staff Writer", "")], ""),
    ("AP Writer Jane Doe", [("Jane Doe", "Writer", "")], "AP"),
    ("Our Correspondent", [], ""),
    ("By Our Special Correspondent", [], ""),
    ("A Staff Reporter", [], ""),
    ("By Jane Doe, BBC News, Washington", [("Jane Doe", "", "")], "BBC News"),
    ("By Jane Doe BBC News", [("Jane Doe", "", "")], "BBC News"),
    ("By Jane Doe -Analysis", [("Jane Doe", "", "")], ""),
    ("Analysis | Jane Doe", [("Jane Doe", "", "")], ""),
    ("OPINION: Jane Doe", [("Jane Doe", "", "")], ""),
    ("By Jane Doe, Editor-in-Chief", [("Jane Doe", "Editor-in-Chief", "")], ""),
    ("Jane Doe, senior analyst for Harbour Research", [("Jane Doe", "senior analyst", "")], "Harbour Research"),
    ("Contributors to the project", [], ""),
    ("Staff and news service reports", [], ""),
    ("harbour.example.com", [], "harbour.example.com"),
    ("By JANE DOE FOR MAILONLINE", [("JANE DOE", "", "")], "MAILONLINE"),
    ("By Jane Doe For The Mail On Sunday", [("Jane Doe", "", "")], "The Mail On Sunday"),
    ("By: Jane Doe, Harbour Radio", [("Jane Doe", "", "")], "Harbour Radio"),
    ("Jane Doe, Harbour News Service", [("Jane Doe", "", "")], "Harbour News Service"),
    ("The Associated Press", [], "The Associated Press"),
    ("By AFP and Jane Doe", [("Jane Doe", "", "")], "AFP"),
    ("Reporting by Jane Doe in Rome; editing by Al Roe", [("Jane Doe", "", ""), ("Al Roe", "Editing", "")], ""),
    ("Jane Doe, contributing writer", [("Jane Doe", "contributing writer", "")], ""),
    ("By Jane Doe Senior Political Correspondent", [("Jane Doe", "Senior Political Correspondent", "")], ""),
    ("By Political Editor Jane Doe", [("Jane Doe", "Political Editor", "")], ""),
    ("Jane Doe Business editor", [("Jane Doe", "Business editor", "")], ""),
    ("By ANI", [], "ANI"),
    ("PTI", [], "PTI"),
    ("By Jane Doe, Correspondent", [("Jane Doe", "Correspondent", "")], ""),
    ("Ana Doe, La Prensa", [("Ana Doe", "", "")], "La Prensa"),
    ("By Jane Doe, Deputy Editor, Harbour Times", [("Jane Doe", "Deputy Editor", "")], "Harbour Times"),
    ("Harbour Times", [], "Harbour Times"),
    ("By Harbour Times Staff", [], "Harbour Times Staff"),
    ("JANE DOE (AP)", [("JANE DOE", "", "")], "AP"),
    ("By Jane Doe (Reuters)", [("Jane Doe", "", "")], "Reuters"),
    ("By admin", [], ""),
    # what is printed around names
    ("By Jane Doe @janedoe", [("Jane Doe", "", "")], ""),
    ("By Jane Doe (@janedoe)", [("Jane Doe", "", "")], ""),
    ("Jane Doe • Follow @janedoe", [("Jane Doe", "", "")], ""),
    ("By Jane Doe | Sept. 3, 2025", [("Jane Doe", "", "")], ""),
    ("By Jane Doe on September 3, 2025 at 9:12 am", [("Jane Doe", "", "")], ""),
    ("By Jane Doe Updated Sept 3", [("Jane Doe", "", "")], ""),
    ("Jane O&#039;Doe", [("Jane O'Doe", "", "")], ""),
    ('<a href="/x/">Jan Nowak</a>', [("Jan Nowak", "", "")], ""),
    ("By Jane Doe |", [("Jane Doe", "", "")], ""),
    ("Jane Doe, Columnist, jane@h.example.com, @jdoe", [("Jane Doe", "Columnist", "jane@h.example.com")], ""),
    ("von Hans Müller am 3. Mai 2025, 15:40 Uhr", [("Hans Müller", "", "")], ""),
    ("ANI | Updated: Sep 28, 2025 08:33 IST", [], "ANI"),
    ("(By Jane Doe)", [("Jane Doe", "", "")], ""),
    # names
    ("By Jane Doe-Roe", [("Jane Doe-Roe", "", "")], ""),
    ("Jean Dupont, envoyé spécial à Kiev", [("Jean Dupont", "envoyé spécial à Kiev", "")], ""),
    ("Redacción / Crítica", [], ""),
    ("By Dr. Jane Doe, MD", [("Dr. Jane Doe", "", "")], ""),
    ("Jane Doe, Ph.D., and John Roe, M.D.", [("Jane Doe", "", ""), ("John Roe", "", "")], ""),
    ("Sir John Roe", [("Sir John Roe", "", "")], ""),
    ("John Roe III", [("John Roe III", "", "")], ""),
    ("John Roe, III", [("John Roe III", "", "")], ""),
    ("Carlos Doe, Jr., and Ann Poe", [("Carlos Doe Jr.", "", ""), ("Ann Poe", "", "")], ""),
    ("John “Jack” Roe", [("John “Jack” Roe", "", "")], ""),
    ('By John "Jack" Roe', [('John "Jack" Roe', "", "")], ""),
    ("By Jane Doe in Paris and John Roe in Rome", [("Jane Doe", "", ""), ("John Roe", "", "")], ""),
    ("By Jane Doe, Paris", [("Jane Doe", "", "")], ""),
    ("Doe, Jane and Roe, John", [("Doe, Jane", "", ""), ("Roe, John", "", "")], ""),
    ("Jane and John Doe", [("Jane", "", ""), ("John Doe", "", "")], ""),
    ("hafenschau.de/bb", [], "hafenschau.de"),
    ("Jane Doe, USA", [("Jane Doe", "", "")], ""),
    ("Al L. Doe, PhD; Carlos Roe, PhD", [("Al L. Doe", "", ""), ("Carlos Roe", "", "")], ""),
    ("José Ortega y Gasset y Ana García Pérez", [("José Ortega y Gasset", "", ""), ("Ana García Pérez", "", "")], ""),
    ("Ana de la Cruz y García", [("Ana de la Cruz y García", "", "")], ""),
    ("By Jane Doe, John Roe & Al Poe", [("Jane Doe", "", ""), ("John Roe", "", ""), ("Al Poe", "", "")], ""),
    ("Jane Doe+John Roe", [("Jane Doe", "", ""), ("John Roe", "", "")], ""),
    ("By Jane Doe, London, and John Roe, New York", [("Jane Doe", "", ""), ("John Roe", "", "")], ""),
    ("JANE DOE / JOHN ROE", [("JANE DOE", "", ""), ("JOHN ROE", "", "")], ""),
    ("Foo-Wei Lin II, John Roe", [("Foo-Wei Lin II", "", ""), ("John Roe", "", "")], ""),
    ("Jane Doe, M.D.", [("Jane Doe", "", "")], ""),
    ("Jane van der Doe", [("Jane van der Doe", "", "")], ""),
    ("Le Van Tran", [("Le Van Tran", "", "")], ""),
    ("Hong Gil-dong", [("Hong Gil-dong", "", "")], ""),
    ("Jane Doe (Paris)", [("Jane Doe", "", "")], ""),
    ("Jane Doe et al.", [("Jane Doe", "", "")], ""),
    ("By Mary-Kate O'Doe-Smith", [("Mary-Kate O'Doe-Smith", "", "")], ""),
    # in other languages
    ("Von Hans Müller und Eva Klein, dpa", [("Hans Müller", "", ""), ("Eva Klein", "", "")], "dpa"),
    ("Von Redaktion", [], ""),
    ("Von dpa", [], "dpa"),
    ("dpa/lno", [], "dpa"),
    ("det/dpa", [], "dpa"),
    ("Hans Müller, dpa", [("Hans Müller", "", "")], "dpa"),
    ("Par Jean Dupont avec AFP", [("Jean Dupont", "", "")], "AFP"),
    ("Par Jean Dupont (avec AFP)", [("Jean Dupont", "", "")], "AFP"),
    ("Par La Rédaction", [], ""),
    ("Le Monde avec AFP", [], "Le Monde"),
    ("Por Redacción", [], ""),
    ("EFE", [], "EFE"),
    ("Por Ana García y Juan Pérez, EFE", [("Ana García", "", ""), ("Juan Pérez", "", "")], "EFE"),
    ("Da Redação", [], ""),
    ("Por Ana Souza, do Rio de Janeiro", [("Ana Souza", "", "")], ""),
    ("Di Mario Rossi", [("Mario Rossi", "", "")], ""),
    ("di Mario Rossi e Anna Bianchi", [("Mario Rossi", "", ""), ("Anna Bianchi", "", "")], ""),
    ("Door Jan Jansen en Piet de Vries", [("Jan Jansen", "", ""), ("Piet de Vries", "", "")], ""),
    ("Av Ola Nordmann og Kari Nordmann", [("Ola Nordmann", "", ""), ("Kari Nordmann", "", "")], ""),
    ("Jan Kowalski, PAP", [("Jan Kowalski", "", "")], "PAP"),
    ("Иван Петров, корреспондент", [("Иван Петров", "корреспондент", "")], ""),
    ("Автор: Иван Петров", [("Иван Петров", "", "")], ""),
    ("Иван Петров и Анна Иванова, ТАСС", [("Иван Петров", "", ""), ("Анна Иванова", "", "")], "ТАСС"),
    ("Hafen Verlag GmbH, Berlin, Germany", [], "Hafen Verlag GmbH"),
    ("Hans Müller, München, Germany", [("Hans Müller", "", "")], ""),
    ("Von Hans Müller, Berlin", [("Hans Müller", "", "")], ""),
    ("Von HANS MÜLLER", [("HANS MÜLLER", "", "")], ""),
    ("Hans Müller/Eva Klein", [("Hans Müller", "", ""), ("Eva Klein", "", "")], ""),
    ("Hans Müller, Redaktion", [("Hans Müller", "", "")], ""),
    ("Von HANS MÜLLER und EVA KLEIN", [("HANS MÜLLER", "", ""), ("EVA KLEIN", "", "")], ""),
    ("Par la rédaction avec AFP", [], "AFP"),
    ("Mit Material von dpa", [], "dpa"),
    ("서울=김철수 특파원", [("김철수", "특파원", "")], ""),
    ("김철수 워싱턴 특파원", [("김철수", "워싱턴 특파원", "")], ""),
    ("[서울=연합뉴스] 김철수 기자", [("김철수", "기자", "")], "연합뉴스"),
    ("(서울=연합뉴스) 김철수 기자 = 정부가 발표", [("김철수", "기자", "")], "연합뉴스"),
    ("김철수기자", [("김철수", "기자", "")], ""),
    ("김철수, 이영희 기자", [("김철수", "기자", ""), ("이영희", "기자", "")], ""),
    ("글·사진 김철수 선임기자", [("김철수", "선임기자", "")], ""),
    ("글=김철수, 사진=이영희", [("김철수", "", ""), ("이영희", "사진", "")], ""),
    ("김철수 기자 cs@h.example", [("김철수", "기자", "cs@h.example")], ""),
    ("경제부 김철수 기자", [("김철수", "기자", "")], ""),
    ("Jane Doe 기자", [("Jane Doe", "기자", "")], ""),
    ("By Jane Doe, 北京", [("Jane Doe", "", "")], ""),
    ("Bayerisches Institut für Wald und Wasser", [], "Bayerisches Institut für Wald"),
    ("山田太郎記者", [("山田太郎", "記者", "")], ""),
    ("山田 太郎", [("山田 太郎", "", "")], ""),
    ("文・山田太郎 写真・佐藤花子", [("山田太郎", "", ""), ("佐藤花子", "写真", "")], ""),
    ("東京＝山田太郎", [("山田太郎", "", "")], ""),
    ("【山田太郎、佐藤花子】", [("山田太郎", "", ""), ("佐藤花子", "", "")], ""),
    ("本报记者 张三 李四 北京报道", [("张三", "本报记者", ""), ("李四", "本报记者", "")], ""),
    ("新华社记者张三、李四", [("张三", "新华社记者", ""), ("李四", "新华社记者", "")], ""),
    ("作者：张三", [("张三", "", "")], ""),
    ("文／张三 摄影／李四", [("张三", "", ""), ("李四", "摄影", "")], ""),
    ("記者張三／台北報導", [("張三", "記者", "")], ""),
]  # fmt: skip
"""What was learnt from the bylines of four archives: each form with another name."""


@pytest.mark.parametrize(("printed", "authors", "agency"), [*PRINTED, *LEARNT])
def test_a_byline_is_its_people_with_roles_and_emails_and_its_agency(printed, authors, agency):
    byline = people(printed)

    assert [(author.name, author.role, author.email) for author in byline.authors] == authors
    assert byline.agency == agency


BYLINES = [
    "By Jane Doe", "By John “Jack” Roe", "By Jane Doe, AP Business Writer", "JANE DOE, Associated Press", "By Staff",
    "By Jane Doe, Special to The Times", "By Jane Doe; photographs by Ann Poe", "Text and photos by Jane Doe",
    "Por Ana García y Juan Pérez", "Por Redacción", "Par Jean Dupont avec AFP", "Propos recueillis par Jean Dupont",
    "Door Jan Jansen", "Von Hans Müller und Eva Klein", "Text und Fotos: Hans Müller", "Di Mario Rossi",
    "Автор: Иван Петров", "김철수·이영희 기자", "서울=김철수 특파원", "記者 山田太郎", "本报记者 张三 李四",
]  # fmt: skip
NO_BYLINES = [
    "By the time it ended", "Photo: Jane Doe", "Photographs by Ann Poe", "Foto: Eva Klein/dpa", "Edited by John Roe",
    "(Reporting by Jane Doe; editing by Al Roe)", "Analysis: Oil falls", "Interview: What now", "Par ailleurs",
    "Por la noche, el puerto cerró", "Di nuovo in piazza", "Door de regen", "Von der Leyen in Berlin", "Oil prices",
    "The report by the council", "Staff shortage", "AIR CRAFT FLEW OVER THE AREA AND THE SOUND OF FIRE COULD BE HEARD.",
    "IT WAS THE FIRST TIME SINCE THE HARBOUR LEAGUE (HL) LAUNCHED ITS OFFENSIVE THAT FIGHTING SPREAD, WHICH IS NEW.",
    "THE BANK OF HARBOUR CUT RATES AGAIN ON MONDAY AND ANN POE, A TRADER, SOLD OIL.",
]  # fmt: skip


@pytest.mark.parametrize("line", BYLINES)
def test_a_line_that_says_by_whom_is_a_byline(line):
    assert is_byline(line, bare=False)


@pytest.mark.parametrize("line", NO_BYLINES)
def test_a_line_that_credits_others_or_goes_on_is_no_byline(line):
    assert not is_byline(line, bare=False)


NOBODY = [
    "1 min read", "www.harbour.example", "@janedoe", "Updated", "in our next edition", "lno", "red.", "Politics",
    "To be or not to be, that is the question", "What now?", "© Harbour Pictures", "https://harbour.example/jane-doe/",
]  # fmt: skip


@pytest.mark.parametrize("printed", NOBODY)
def test_a_text_that_names_nobody_has_no_author(printed):
    assert people(printed).authors == ()


SAID = [printed for printed, _, _ in (*PRINTED, *LEARNT)]


@given(
    st.lists(st.sampled_from([*SAID, ", ", " and ", "/", "|", "(", ")", "@", ":", "\ud800", "<", "&amp;"]), max_size=6)
)
def test_bylines_run_together_are_read(parts):
    for author in people("".join(parts)).authors:
        assert author.name.strip() == author.name != ""


@given(st.sampled_from(SAID), st.integers(0, 60), st.integers(0, 60))
def test_a_byline_that_is_cut_is_read(printed, start, end):
    for author in people(printed[start:end]).authors:
        assert author.name.strip() == author.name != ""


@pytest.mark.parametrize(
    "piece", ["By ", "Text: ", "and ", "김철수·", "a@", "(", "Jan 1 ", "Photos by ", " - ", "x.", "und "]
)
def test_a_long_byline_is_read_in_linear_time(piece):
    people(piece * (1_000 // len(piece)))


@given(st.text())
def test_any_text_is_read_as_a_byline(text):
    for author in people(text).authors:
        assert author.name.strip() == author.name != ""
