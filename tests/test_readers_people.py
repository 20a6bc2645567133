"""People: who is read from a printed byline, with which role, and for whom."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newssearch.readers.people import people

PRINTED = [
    # printed, [(name, role, email)], agency
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
    ("김철수·이영희 기자", [("김철수", "", ""), ("이영희", "기자", "")], ""),
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
    ("By Jane Doe, Photos by John Roe", [("Jane Doe", "", ""), ("John Roe", "", "")], ""),
    ("Eine Analyse von Hans Müller", [("Hans Müller", "", "")], ""),
    ("DANICA ROE Associated Press", [("DANICA ROE", "", "")], "Associated Press"),
    ("JOHN DOE FOR MAILONLINE", [("JOHN DOE", "", "")], "MAILONLINE"),
    ("Staff Writer", [], ""),
    ("By", [], ""),
    ("", [], ""),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "authors", "agency"), PRINTED)
def test_a_byline_is_its_people_with_roles_and_emails_and_its_agency(printed, authors, agency):
    byline = people(printed)

    assert [(author.name, author.role, author.email) for author in byline.authors] == authors
    assert byline.agency == agency


@given(st.text())
def test_any_text_is_read_as_a_byline(text):
    for author in people(text).authors:
        assert author.name.strip() == author.name != ""
