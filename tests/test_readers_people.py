"""People: who is read from a printed byline, with which role, and for whom."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from printed import LEARNT, PRINTED

from newssearch.readers.bylines.lines import is_byline
from newssearch.readers.bylines.people import people


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
    "Автор: Иван Петров", "撰文：王小明", "김철수·이영희 기자", "서울=김철수 특파원", "記者 山田太郎", "记者 王小明 报道", "本报记者 张三 李四",
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
