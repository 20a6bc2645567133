"""Pieces of HTML: what is a paragraph, what stands between and beside the paragraphs, what is left out."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newssearch.article import Subhead
from newssearch.readers.encoding import is_clean
from newssearch.readers.fragment import flow, is_markup, plain

PARAGRAPHS = [
    # markup, paragraphs
    ("", []),
    ("  \n ", []),
    ("Oil fell.", ["Oil fell."]),
    ("<p>Oil fell.</p><p>Gas rose.</p>", ["Oil fell.", "Gas rose."]),
    ("<p>Oil fell.<p>Gas rose.", ["Oil fell.", "Gas rose."]),
    ("<P CLASS=x>Oil\n  fell.</P>", ["Oil fell."]),
    ("Oil <em>fell</em> by <a href='/x?a=1&amp;b'>4%</a>.", ["Oil fell by 4%."]),
    ("F<i>-</i>35", ["F-35"]),
    ("Oil fell.<br>Gas rose.", ["Oil fell. Gas rose."]),
    ("Oil fell.<br /> &nbsp; <BR/>Gas rose.", ["Oil fell.", "Gas rose."]),
    ("Oil fell.<hr>Gas rose.", ["Oil fell.", "Gas rose."]),
    ("<div>Oil fell.<div>Gas rose.</div>Coal stood.</div>", ["Oil fell.", "Gas rose.", "Coal stood."]),
    ("<ul><li>Oil<li>Gas</li><li><p>Coal</p></li></ul>", ["Oil", "Gas", "Coal"]),
    ("<table><tr><th>Oil</th><td>70</td></tr><tr><th>Gas<td>3</table>", ["Oil 70", "Gas 3"]),
    ("AT&amp;T &ldquo;won&rdquo; &#8212; &#x20AC;5", ["AT&T “won” — €5"]),
    ("It&amp;#8217;s AT&amp;amp;T", ["It’s AT&T"]),
    ("5 &lt; 7 and 7 &gt; 5", ["5 < 7 and 7 > 5"]),
    ("<p>x < y and a<b", ["x < y and a"]),  # as browsers do: <b begins a tag
    ("Write to <jane@harbour.example><br>Jane", ["Write to <jane@harbour.example> Jane"]),
    ("<![CDATA[<p>Oil fell.</p>]]>", ["Oil fell."]),
    ("<!-- wp:paragraph --><p>Oil fell.</p><!-- /wp:paragraph -->", ["Oil fell."]),
    ('<p>Oil fell.</p><a href="http://harbour.example/ne', ["Oil fell."]),
    ("<o:p>Oil</o:p> <st1:place w:st='on'>Harbour</st1:place><br>", ["Oil Harbour"]),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "paragraphs"), PARAGRAPHS)
def test_blocks_and_double_breaks_part_paragraphs_and_nothing_else(markup, paragraphs):
    assert flow(markup) == (paragraphs, [], [])


BLANK_LINES = [
    # markup, paragraphs
    ("Oil\nfell.\n \nGas rose.", ["Oil fell.", "Gas rose."]),
    ("Oil <b>fell</b>.\r\n\r\nGas\r\nrose.", ["Oil fell.", "Gas rose."]),  # as WordPress keeps its posts
    ("<pre>Oil fell.\n\nGas rose.</pre>", ["Oil fell.", "Gas rose."]),
    ("<p>Oil\n\n<a>fell</a>\n\non Monday.</p>", ["Oil fell on Monday."]),  # as templates fill them in
]


@pytest.mark.parametrize(("markup", "paragraphs"), BLANK_LINES)
def test_blank_lines_part_paragraphs_where_no_block_is_open(markup, paragraphs):
    assert flow(markup).paragraphs == paragraphs


ESCAPED = [
    # markup, paragraphs
    ("&lt;p&gt;Oil &amp;amp; gas&lt;/p&gt;&lt;p&gt;rose.&lt;/p&gt;", ["Oil & gas", "rose."]),
    ('&lt;div class="x"&gt;Oil&lt;br/&gt;fell.', ["Oil fell."]),
    ("Oil fell. &lt;a href='/x'&gt;More&lt;/a&gt;", ["Oil fell. More"]),
    ("Write &lt;p&gt; before each paragraph.", ["Write <p> before each paragraph."]),
    ("<p>&lt;p&gt;</p>", ["<p>"]),
]


@pytest.mark.parametrize(("markup", "paragraphs"), ESCAPED)
def test_markup_is_read_where_the_whole_is_escaped_once_more(markup, paragraphs):
    assert flow(markup).paragraphs == paragraphs


SUBHEADS = [
    # markup, paragraphs, subheads
    ("<p>Oil.</p><h2>What <i>next</i></h2><p>Gas.</p>", ["Oil.", "Gas."], [Subhead("What next", 1)]),
    ("<h3>First</h3><p>Oil.</p>", ["Oil."], [Subhead("First", 0)]),
    ("<p>Oil.</p><p><b>What next?</b></p><p>Gas.</p>", ["Oil.", "Gas."], [Subhead("What next?", 1)]),
    ("Oil.<br><br><strong>Why</strong>\n<br><br>Gas.", ["Oil.", "Gas."], [Subhead("Why", 1)]),
    ("<p>Oil <b>fell</b></p><p>Gas.</p>", ["Oil fell", "Gas."], []),
    ("<p><b>By Jane Doe</b></p><p>Oil.</p>", ["By Jane Doe", "Oil."], []),
    ("<p><b>Jane Doe</b></p><p>Oil.</p>", ["Jane Doe", "Oil."], []),  # the first may be a byline
    ("<p>Oil.</p><p><b>Jane Doe</b></p>", ["Oil.", "Jane Doe"], []),  # the last heads nothing
    ("<p>Oil.</p><p><b>It fell again.</b></p><p>Gas.</p>", ["Oil.", "It fell again.", "Gas."], []),
    ("<p>Oil.</p><ul><li><b>Gas</b></li></ul><p>Coal.</p>", ["Oil.", "Gas", "Coal."], []),
    (f"<p>Oil.</p><h4>{'long ' * 50}</h4><p>Gas.</p>", ["Oil.", ("long " * 50).strip(), "Gas."], []),
]


@pytest.mark.parametrize(("markup", "paragraphs", "subheads"), SUBHEADS)
def test_headings_and_short_bold_paragraphs_are_subheads(markup, paragraphs, subheads):
    assert flow(markup) == (paragraphs, subheads, [])


ASIDE = [
    # markup, paragraphs, aside
    ("<figure><img alt='x'><figcaption>A ship. <i>AP</i></figcaption></figure>Oil.", ["Oil."], ["A ship. AP"]),
    ("<p>Oil.</p><aside><h4>Read more</h4><p>Gas</p></aside>", ["Oil."], ["Read more", "Gas"]),
    ("<p>Oil.</p><div class='sharedaddy sd-block'><ul><li>Mail<li>Print</ul></div>End.", ["Oil.", "End."], ["Mail", "Print"]),
    ('<div class="post-share-buttons">Share</div><div id=market-share>Oil.</div>', ["Oil."], ["Share"]),
    ("<p class='wp-caption-text'>A ship.</p><p>Oil.</p>", ["Oil."], ["A ship."]),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "paragraphs", "aside"), ASIDE)
def test_captions_and_boxes_stand_aside(markup, paragraphs, aside):
    assert flow(markup) == (paragraphs, [], aside)


HIDDEN = [
    # markup, paragraphs
    ("Oil.<script>if (a<b) { '<p>' }</SCRIPT> Gas.", ["Oil. Gas."]),
    ("Oil.<script src='x'/> Gas.", ["Oil. Gas."]),
    ("<style>p { }</style>Oil.<script>never closed", ["Oil."]),
    ("<nav><ul><li>Home</ul></nav>Oil.<form><p>Your mail</form>Gas.", ["Oil.", "Gas."]),
    ("Oil.<iframe src='x'>old browser</iframe><noscript><img></noscript>Gas.", ["Oil.", "Gas."]),
    ("<html><head><title>x</title></head><body><p>Oil.</body></html>", ["Oil."]),
    ("<form><p>Oil.</p><p>Gas.</p>", ["Oil.", "Gas."]),  # what is never closed hides nothing
]


@pytest.mark.parametrize(("markup", "paragraphs"), HIDDEN)
def test_what_is_no_text_of_an_article_is_left_out(markup, paragraphs):
    assert flow(markup).paragraphs == paragraphs


MARKUP = [
    ("<p>Oil", True),
    ("Oil<br/>", True),
    ("Oil &amp; gas", True),
    ("It&#39;s", True),
    ("<!-- x -->", True),
    ("", False),
    ("Oil fell.", False),
    ("a < b && b > c", False),
    ("AT&T; and R&D", False),
    ("<jane@harbour.example>", False),
    ("<Updates with prices>", False),
]


@pytest.mark.parametrize(("text", "expected"), MARKUP)
def test_markup_is_known_tags_and_entities(text, expected):
    assert is_markup(text) is expected


@pytest.mark.parametrize(
    ("markup", "line"),
    [
        ("Oil\n falls ", "Oil falls"),
        ("AT&amp;T <i>wins</i>", "AT&T wins"),
        ("&lt;b&gt;Oil&lt;/b&gt; falls", "Oil falls"),
        ("<p>Oil</p><p>falls</p>", "Oil falls"),
        ("Is 5 < 7?", "Is 5 < 7?"),
    ],
)
def test_a_title_is_one_line(markup, line):
    assert plain(markup) == line


SCRAPS = st.sampled_from([
    *"<>&/='\"\n; ", "<p", "</p>", "<br>", "<b>", "</b>", "<h2>", "</h2>", "<li>", "<td>", "<aside>", "</aside>",
    "<script>", "</script>", "<nav>", "</nav>", "<pre>", "<!--", "-->", "<![CDATA[", "]]>", "<![x", "&lt;", "&#0;",
    "&#xD800;", "&amp;", "class=share", "Oil", "gas\x1b[1m", "é\u2028", "\r\n",
])  # fmt: skip


@given(st.lists(SCRAPS | st.text(max_size=5)).map("".join))
def test_any_text_is_read(text):
    found = flow(text)

    assert all(line and is_clean(line) and line == " ".join(line.split()) for line in [*found.paragraphs, *found.aside])
    assert all(subhead.text and 0 <= subhead.before <= len(found.paragraphs) for subhead in found.subheads)
    assert plain(text).split() == " ".join(plain(text).split()).split()


BLOCK = st.sampled_from(["p", "div", "li", "h2", "h3", "blockquote", "td", "figcaption", "aside", "pre"])
INLINE = st.sampled_from(["b", "i", "a href='x'", 'span class="share"', "em"])
WORDS = st.lists(st.sampled_from(["Oil", "fell", "AT&T", "<", "70%", "“so”", "東京"]), min_size=1).map(" ".join)


def element(name, words, inner=()):
    """An element of HTML, and its words."""
    markup = " ".join([html.escape(words), *(part for part, _ in inner)])
    return f"<{name}>{markup}</{name.split()[0]}>", [*words.split(), *(word for _, part in inner for word in part)]


TREES = st.recursive(
    st.builds(element, BLOCK | INLINE, WORDS),
    lambda trees: st.builds(element, BLOCK | INLINE, WORDS, st.lists(trees, max_size=3)),
    max_leaves=12,
)


@given(st.lists(TREES, min_size=1))
def test_every_visible_word_is_kept_in_its_order(parts):
    markup, words = "\n".join(part for part, _ in parts), [word for _, part in parts for word in part]

    found = flow(markup)

    assert plain(markup).split() == words
    lines = [*found.paragraphs, *(subhead.text for subhead in found.subheads), *found.aside]
    assert sorted(word for line in lines for word in line.split()) == sorted(words)
    assert not any("<p" in line for line in lines)


@pytest.mark.parametrize(
    "scrap", ["<a ", "<!--", "<a b='", '<a ="', "<nav>", "<div>", "&lt;p", "<![x", "\n \n", "<b><p>"]
)
def test_reading_takes_linear_time(scrap):
    """A quadratic reader would take minutes."""
    flow(scrap * 100_000)
