"""Credit lines: who reported and wrote, and not who edited."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newssearch.readers.bylines.credits import credited

CREDITS = [
    ("(Reporting by Jane Doe)", ["Jane Doe"]),
    ("(Reporting By Jane Doe , Editing by Al Roe)", ["Jane Doe"]),
    ("(Reporting by Jane Doe. Editing by Al Roe.)", ["Jane Doe"]),
    ("(Reporting by Jane Doe Editing by Al Roe)", ["Jane Doe"]),
    ("(Reporting by Jane Doe; Ediitng by Al Roe )", ["Jane Doe"]),
    ("(Editing by Al Roe)", []),
    ("(Writing by Jane Doe; editing by Al Roe)", ["Jane Doe"]),
    ("(Reporting by A. Bee in Rome and C. Dee; additional reporting by E. Fee, G. Hee and J. Kee; writing by L. Mee; editing by N. Oee)", ["A. Bee", "C. Dee", "E. Fee", "G. Hee", "J. Kee", "L. Mee"]),
    ("(Additional reporting by Jane Doe in Skhirat, Morocco, John Roe and Al Poe in New York and Ann Foe in Los Angeles)", ["Jane Doe", "John Roe", "Al Poe", "Ann Foe"]),
    ("(Additional reporting Jane Doe in SYDNEY and John Roe in TOKYO; Editing by Al Poe)", ["Jane Doe", "John Roe"]),
    ("(Reporting by Jane B. Doe; Additional reporting by Jane B. Doe in Washington, D.C.)", ["Jane B. Doe"]),
    ("(Compiled by Jane Doe; reporting by Reuters bureaux in London, Paris and Rome)", ["Jane Doe"]),
    ("(Reporting by Jane Doe and the Tokyo newsroom; Editing by Al Roe/Ann Poe)", ["Jane Doe"]),
    ("(Reporting by Jane Doe of Harbour Legal)", ["Jane Doe"]),
    ("(Reporting by Jane Doe)(Additional reporting by John Roe)(Editing by Al Poe)", ["Jane Doe", "John Roe"]),
    ("Reporting by Jane Doe in Rome; Editing by Al Roe", ["Jane Doe"]),
    ("-- Additional reporting by Jane Doe", ["Jane Doe"]),
    ("Associated Press writers Jane Doe in Paris and John Roe contributed to this report.", ["Jane Doe", "John Roe"]),
    ("(Reporting by Jane Doe in Rome and by John Roe and Al Poe in Paris)", ["Jane Doe", "John Roe", "Al Poe"]),
    ("(Reporting by Jane Doe in Rome, with John Roe in Paris; writing by Al Poe)", ["Jane Doe", "John Roe", "Al Poe"]),
    ("(Reporting by Jane Doe with Mandela in Rome and John Roe with Castro in Paris)", ["Jane Doe", "John Roe"]),
    ("(Reporting by Jane Doe in Rome: John Roe in Paris: Editing by Al Poe)", ["Jane Doe", "John Roe"]),
    ("(Reporting Jane Doe; writing John Roe; editing Al Poe)", ["Jane Doe", "John Roe"]),
    ("(Additional reporting credits by Jane Doe and John Roe)", ["Jane Doe", "John Roe"]),
    ("(Additional reporting in New York by Jane Doe; editing by Al Poe)", ["Jane Doe"]),
    ("(Polling led by Jane Doe; polling by the Harbour Polling Unit)", ["Jane Doe"]),
    ("(Reporting by Harbour market analyst Jane Doe and HLN's John Roe)", ["Jane Doe", "John Roe"]),
    ("(Reporting by Ali al-Doe and Maria d'Roe)", ["Ali al-Doe", "Maria d'Roe"]),
    ("(Reporting by Harbour correspondents in London, New York and Costa Rica)", []),
    ("(Reporting by Jane Doe in Rome and Boca Grande, Florida; editing by Al Poe)", ["Jane Doe"]),
    ("(Reporting by Jane Doe, London Editorial Reference Unit)", ["Jane Doe"]),
    ("(Reporting by Jane Doe, Asia Economics Correspondent)", ["Jane Doe"]),
    ("(Reporting by Jane Doe at HLN and John Roe of Basis; both in Rome)", ["Jane Doe", "John Roe"]),
    ("(Reporting by Jane Doe; John Roe contributed from Rome)", ["Jane Doe", "John Roe"]),
    ("(Reporting by Jane Pollard and John Edison)", ["Jane Pollard", "John Edison"]),
    ("(Reporting by reporting by Jane Doe)", ["Jane Doe"]),
    ("(Graphics by Jane Doe; editing by Al Poe)", []),
    ("(Edited by Jane Doe)", []),
    ("Reporting Season Begins", []),
    ("(Bericht von Hans Müller und Eva Klein, redigiert von Jan Voss)", ["Hans Müller", "Eva Klein"]),
    ("(Rédigé par Jean Dupont à Lyon, édité par Anne Petit)", ["Jean Dupont"]),
    ("(Reporte de Juan Pérez en Lima y Ana García en Quito; editado por Luis Gil)", ["Juan Pérez", "Ana García"]),
    ("(Reportagem adicional de Ana Souza; edição de Rui Lima)", ["Ana Souza"]),
    ("(He said that reporting by the press was free)", []),
    ("The reporting by Jane Doe won a prize.", []),
    ("(", []),
    ("", []),
]  # fmt: skip


@pytest.mark.parametrize(("line", "names"), CREDITS)
def test_credits_name_those_who_report_and_write(line, names):
    found = credited(f"Oil fell on Monday.\n{line}")

    assert [author.name for author in found.authors] == names


def test_a_credited_role_is_the_one_printed_first():
    found = credited("(Reporting by Jane Doe; additional reporting by John Roe; writing by Jane Doe)")

    assert [(author.name, author.role) for author in found.authors] == [
        ("Jane Doe", "Reporting"),
        ("John Roe", "Additional reporting"),
    ]


@given(
    st.lists(
        st.sampled_from([line for line, _ in CREDITS] + ["(", ")", "\n", " by ", " and ", ";", "with "]), max_size=8
    )
)
def test_any_end_of_a_body_is_read(parts):
    for author in credited("".join(parts)).authors:
        assert author.name.strip() == author.name != ""


@pytest.mark.parametrize(
    "piece", ["Reporting by ", "(Reporting by Jane Doe", "with ", "add ", "and Jane ", "Bericht von "]
)
def test_a_long_credit_line_is_read_in_linear_time(piece):
    credited("(Reporting by " + piece * (4_000 // len(piece)))


def test_credits_are_looked_for_only_at_the_end():
    assert credited("(Reporting by Jane Doe)" + " word" * 2_000).authors == ()
