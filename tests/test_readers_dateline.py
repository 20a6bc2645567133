"""Datelines: what is one, what it says, and which sentences are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newssearch.readers.dates.dateline import find, place_of

DATELINES = [
    # paragraph, dateline as printed, place, agency, date
    ("BOGOTA, 20 AUG 89 (AFP) -- [TEXT] The council met.", "BOGOTA, 20 AUG 89 (AFP) --", "BOGOTA", "AFP", "20 AUG 89"),
    ("WASHINGTON — The council met.", "WASHINGTON —", "WASHINGTON", "", ""),
    ("WASHINGTON—The council met.", "WASHINGTON—", "WASHINGTON", "", ""),
    ("LONDON -- The council met.", "LONDON --", "LONDON", "", ""),
    ('LONDON – "We met," he said.', "LONDON –", "LONDON", "", ""),
    ("PARIS, May 3 (Reuters) - The council met.", "PARIS, May 3 (Reuters) -", "PARIS", "Reuters", "May 3"),
    ("LONDON (Reuters) - Oil fell.", "LONDON (Reuters) -", "LONDON", "Reuters", ""),
    ("LONDON (Reuters) -Oil fell.", "LONDON (Reuters) -", "LONDON", "Reuters", ""),
    ("LONDON (Reuters) Oil fell.", "LONDON (Reuters)", "LONDON", "Reuters", ""),
    ("(Reuters) - Oil fell.", "(Reuters) -", "", "Reuters", ""),
    ("Reuters - Oil fell.", "Reuters -", "", "Reuters", ""),
    ("NEW YORK/LONDON (Reuters) - Stocks rose.", "NEW YORK/LONDON (Reuters) -", "NEW YORK/LONDON", "Reuters", ""),
    ("SEOUL, South Korea (AP) — The council met.", "SEOUL, South Korea (AP) —", "SEOUL, South Korea", "AP", ""),
    ("SAO PAULO, Feb 3 - Soy fell.", "SAO PAULO, Feb 3 -", "SAO PAULO", "", "Feb 3"),
    ("Paris (AFP) - The council met.", "Paris (AFP) -", "Paris", "AFP", ""),
    ("MEXICO CITY, June 1 (Xinhua) -- The peso fell.", "MEXICO CITY, June 1 (Xinhua) --", "MEXICO CITY", "Xinhua", "June 1"),
    ("BEIJING, 3. Mai (dpa) - Der Rat tagte.", "BEIJING, 3. Mai (dpa) -", "BEIJING", "dpa", "3. Mai"),
    ("LIMA, Peru (Reuters) - Copper fell.", "LIMA, Peru (Reuters) -", "LIMA, Peru", "Reuters", ""),
    ("WICHITA, Kan. — Police came.", "WICHITA, Kan. —", "WICHITA, Kan.", "", ""),
    ("THE HAGUE (Reuters) - The court sat.", "THE HAGUE (Reuters) -", "THE HAGUE", "Reuters", ""),
    ("PORT-AU-PRINCE, Haiti — Rain fell.", "PORT-AU-PRINCE, Haiti —", "PORT-AU-PRINCE, Haiti", "", ""),
    ("ABOARD AIR FORCE ONE (Reuters) - He said so.", "ABOARD AIR FORCE ONE (Reuters) -", "ABOARD AIR FORCE ONE", "Reuters", ""),
    ("WASHINGTON, May 3, 2024 (Reuters) - Oil fell.", "WASHINGTON, May 3, 2024 (Reuters) -", "WASHINGTON", "Reuters", "May 3, 2024"),
    ("WASHINGTON Jan 24 (Reuters) - Oil fell.", "WASHINGTON Jan 24 (Reuters) -", "WASHINGTON", "Reuters", "Jan 24"),
    ("Lima, 3 may (EFE).- El consejo se reunió.", "Lima, 3 may (EFE).-", "Lima", "EFE", "3 may"),
    ("JAN 6 - Cola and tea.", "JAN 6 -", "", "", "JAN 6"),
    ("SYDNEY, Nov 3 (Harbour Money) - Funds fell.", "SYDNEY, Nov 3 (Harbour Money) -", "SYDNEY", "Harbour Money", "Nov 3"),
    ("TOKYO, June 5, Kyodo - The council met.", "TOKYO, June 5, Kyodo -", "TOKYO", "Kyodo", "June 5"),
    ("MOSCOW, June 5. /TASS/. The council met.", "MOSCOW, June 5. /TASS/.", "MOSCOW", "TASS", "June 5"),
    ("МОСКВА, 6 июня. /ТАСС/. Суд решил.", "МОСКВА, 6 июня. /ТАСС/.", "МОСКВА", "ТАСС", "6 июня."),
    ("МОСКВА, 6 июн — РИА Новости. Суд решил.", "МОСКВА, 6 июн — РИА Новости.", "МОСКВА", "РИА Новости", "6 июн"),
    ("NEW DELHI, Jun 5 (ANI): The council met.", "NEW DELHI, Jun 5 (ANI):", "NEW DELHI", "ANI", "Jun 5"),
    ("New Delhi [India], June 5 (ANI): The council met.", "New Delhi [India], June 5 (ANI):", "New Delhi, India", "ANI", "June 5"),
    ("LONDON, June 5 /PRNewswire/ -- The firm met.", "LONDON, June 5 /PRNewswire/ --", "LONDON", "PRNewswire", "June 5"),
    ("[서울=연합뉴스] 김철수 기자 = 정부는 말했다.", "[서울=연합뉴스] 김철수 기자 =", "서울", "연합뉴스", ""),
    ("[東京 4日 ロイター] 政府は述べた。", "[東京 4日 ロイター]", "東京", "ロイター", "4日"),
    ("[東京 5月4日 ロイター] - 政府は述べた。", "[東京 5月4日 ロイター] -", "東京", "ロイター", "5月4日"),
    ("(서울=뉴스1) 정부는 말했다.", "(서울=뉴스1)", "서울", "뉴스1", ""),
]  # fmt: skip


@pytest.mark.parametrize(("paragraph", "printed", "place", "agency", "date"), DATELINES)
def test_a_dateline_has_place_agency_and_date(paragraph, printed, place, agency, date):
    found = find(paragraph)

    assert found is not None
    assert (found.printed, found.place, found.agency, found.date) == (printed, place, agency, date)
    assert paragraph.startswith(found.printed)


SENTENCES = [
    "The Hague (which is a city) - the court sits there.", "IN THE END - nothing changed.", "IN THE END - Nothing changed.",
    "WARNING - do not swim.", "WARNING - Do not swim.", "BREAKING — The council met.", "NATO — The alliance met.",
    "EXCLUSIVE: The council met.", "OPINION — It rains.", "WHAT WE KNOW - The harbour closed.", "UPDATE 1 - Oil falls",
    "He said (Reuters reported) - no.", "Jane Doe (Reuters) said no.", "Well-known actors - All came.", "May I - a boy",
    "President Doe - The one.", "U.S. - The country.", "IBM (NYSE: IBM) - The firm rose.", "The New York-based firm rose.",
    "The year-end is near.", "(which was new) - The firm", "Q - What?", "Reuters reported - The news.", "Actualizado Miércoles, 30 octubre 2024 - 22:15",
    "Jane Doe (ANI): No.", "TOKYO, June 5, Tea - The drink.", "OIL/GAS/. The prices fell.", "He left /AP/. No one came.",
    "ACTUALIZADO 30 octubre 2024 - 22:15", "Updated May 3 - It fell.", "[東京 市 場] 政府", "- A", "A - B", "", " ",
]  # fmt: skip


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_is_no_dateline(sentence):
    assert find(sentence) is None


@pytest.mark.parametrize(
    "text", ["LONDON, June 5 - Tea. It is drunk.", "LONDON, June 5 - Reuters said so. It was right."]
)
def test_what_is_behind_a_dash_is_an_agency_only_where_it_stands_alone(text):
    assert find(text).printed == "LONDON, June 5 -"


GIVEN = [
    ("MIAMI, March 23 -", "MIAMI"),
    ("Santiago, april 9 -", "Santiago"),
    ("ATLANTIC CITY, N.J., Oct 20 -", "ATLANTIC CITY, N.J."),
    ("****LONDON, March 5 -", "LONDON"),
    ("BOSTON, Marhc 18 -", "BOSTON"),
    ("PARIS", "PARIS"),
    ("", ""),
]


@pytest.mark.parametrize(("dateline", "place"), GIVEN)
def test_the_place_of_a_given_dateline_is_read_whatever_its_form(dateline, place):
    assert place_of(dateline).place == place


@given(st.text(st.sampled_from("AB ab/,.-—()'\"May3Reuters"), max_size=80))
def test_any_text_is_searched_for_a_dateline(text):
    found = find(text)

    assert found is None or text.startswith(found.printed)
