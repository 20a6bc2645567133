"""The text that a browser copies of a page, and how newssearch's reading of it is scored."""

import gzip
import json

import pytest

from benchmarks import extraction, visible

PAGES = [
    ("<h1>Oil <b>falls</b></h1><p>It<br>fell.</p><p>Again.</p>", "Oil falls\n\nIt\nfell.\n\nAgain."),
    ("<ul><li>News<li>Sport</ul><div>More<div>Weather</div></div>", "News\nSport\nMore\nWeather"),
    ("<p>A\n  b <i> c</i> d</p>", "A b c d"),
    ("<table><tr><td>Home<td>2</tr><tr><td>Away<td>1</tr></table>", "Home\t2\nAway\t1"),
    ("<pre>a\n  b</pre>", "a\n  b"),
    ("<p>a<script>x</script><style>y</style><noscript>z</noscript><img alt=w>b</p>", "ab"),
    ("<p hidden>x</p><p style='display: none'>y</p><p>a</p><dialog>z</dialog>", "a"),
    ("<details><summary>More</summary>hidden</details><details open>shown</details>", "More\nshown"),
    ("<form><input value=x><select><option>y</select><textarea>z</textarea><button>Send</button></form>", "Send"),
    ("<p>a<!-- b -->c</p>", "ac"),
    ("", ""),
]


@pytest.mark.parametrize(("page", "copied"), PAGES)
def test_blocks_are_lines_and_what_is_not_shown_is_left_out(page, copied):
    assert visible.text(page.encode()) == copied


def test_letters_are_read_as_the_page_says_where_it_is_not_utf_8():
    assert visible.text("<p>Café</p>".encode()) == "Café"
    assert visible.text("<meta charset=iso-8859-1><p>Café</p>".encode("latin-1")) == "Café"


def test_the_text_of_a_page_is_scored_beside_itself_as_a_whole(tmp_path, capsys):
    menu = "".join(f"<li>{name}" for name in ["Home", "News", "Sport", "Sign in", "Search", "Menu", "Weather"])
    body = [
        f"Oil fell on day {n} of the week, as traders in the harbour town said once more in the rain." for n in range(5)
    ]
    page = f"<ul>{menu}</ul><h1>Oil falls on Monday</h1>{''.join(f'<p>{text}</p>' for text in body)}<div>Privacy policy</div>"
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "a.html.gz").write_bytes(gzip.compress(page.encode()))
    truth = {"a": {"articleBody": "\n".join(body), "title": "Oil falls on Monday", "without": ["Sign in"]}}
    (tmp_path / "ground-truth.json").write_text(json.dumps(truth))

    assert extraction.main([str(tmp_path), "--visible"]) == 0

    rows = {line[:20].strip(): line[29:].split() for line in capsys.readouterr().out.splitlines()}
    assert (rows["newssearch"][0], rows["newssearch"][3], rows["newssearch"][-1]) == ("1.0000", "1.0000", "0.0000")
    assert (rows["text as a whole"][2], rows["text as a whole"][-1]) == ("1.0000", "1.0000")


def test_each_page_is_in_one_half_by_its_name():
    halves = [extraction.half(f"page {number}") for number in range(100)]

    assert 30 < halves.count("first") < 70
    assert {*halves} == {"first", "second"}
