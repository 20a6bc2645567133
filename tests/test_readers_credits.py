"""Credit lines: who reported and wrote, and not who edited."""

import pytest

from newssearch.readers.credits import credited

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


def test_credits_are_looked_for_only_at_the_end():
    assert credited("(Reporting by Jane Doe)" + " word" * 2_000).authors == ()
