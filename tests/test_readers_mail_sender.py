"""Who sent a message, where a person's name stands beside that of a paper."""

import pytest
from mailed import read

FROM = [
    ("Jane Doe - Harbour Post <news@hp.example>", ["Jane Doe"], "Harbour Post"),
    ('"Jane Doe, Harbour Post" <news@harbourpost.example>', ["Jane Doe"], "Harbour Post"),
    ("Jane Doe | Harbour Post <no-reply@mail.harbour.example>", ["Jane Doe"], "Harbour Post"),
    ("Jane Doe at Harbour Post <news@hp.example>", ["Jane Doe"], "Harbour Post"),
    ("Jane Doe via Harbour Post <news@hp.example>", ["Jane Doe"], "Harbour Post"),
    ("Jane Doe from Reefs & Tides <reefs@letters.example>", ["Jane Doe"], "Reefs & Tides"),
    ("Jane Doe - *** <news@example>", [], "Jane Doe - ***"),
    ("Jane Doe <jane@hp.example>", ["Jane Doe"], ""),
    ("Jane Doe via Harbour List <list@lists.example>", ["Jane Doe"], ""),
    ("Acme Widgets - Press Office <press@acme.example>", [], "Acme Widgets - Press Office"),
    ("Morning News from Harbour Post <news@hp.example>", [], "Morning News"),
    ("Harbour Post <news@hp.example>", [], "Harbour Post"),
]


@pytest.mark.parametrize(("sender", "authors", "agency"), FROM)
def test_a_person_is_told_from_the_paper_that_sends_the_mail(sender, authors, agency):
    text = f"From: {sender}\nTo: x@y.example\nSubject: Clock stops\n\nThe clock of the town hall stopped on Monday."
    (found,), _ = read(text.encode())

    assert ([author.name for author in found.authors], found.agency) == (authors, agency)
