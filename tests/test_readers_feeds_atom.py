"""Feeds in Atom: whose an entry is, when the feed was made, and a document in NITF that an agency puts into one."""

from feeds import items_of
from reading import articles, messages

ATOM = "<feed xmlns='http://www.w3.org/2005/Atom'><title>The Post</title><id>urn:post</id>{}<entry>{}</entry></feed>"
ENTRY = "<id>urn:post:1</id><title>Oil falls</title><published>2024-05-03T07:00:00Z</published>"
DESK = "<author><name>Harbour Desk</name></author>"


def entry(inner, feed=""):
    """The one article of a feed with one entry."""
    found = items_of(ATOM.format(feed, ENTRY + inner))
    assert messages(found) == []
    return articles(found)[0]


def names(article):
    return [author.name for author in article.authors]


def test_who_wrote_an_entry_is_said_by_itself_else_by_the_feed_it_was_taken_from_else_by_its_own():
    origin = "<source><title>The Mail</title><author><name>Ann Moe</name></author></source>"

    assert names(entry(f"<author><name>Eva Strand</name></author>{origin}", DESK)) == ["Eva Strand"]
    assert names(entry(origin, DESK)) == ["Ann Moe"]
    assert names(entry("", "<author><name>Per Lund</name></author>")) == ["Per Lund"]


def test_an_address_that_no_one_reads_leaves_nothing_in_the_byline():
    for address in ("noreply@blogs.example", "no-reply@blogs.example"):
        assert entry(f"<author><name>Eva Strand</name><email>{address}</email></author>").byline == "Eva Strand"


def test_a_feed_was_made_when_it_was_updated_and_not_when_it_was_begun():
    assert entry("", "<published>2012-01-01T00:00:00Z</published>").seen is None
    assert str(entry("", "<updated>2024-05-03T08:00:00Z</updated>").seen) == "2024-05-03T08:00:00+00:00"


NITF = """<content type="text/xml"><nitf xmlns=""><body><body.head><hedline><hl1>Oil falls for a third day</hl1></hedline>
    <byline>By EVA STRAND</byline><dateline><location>WESTPORT, Norland</location></dateline></body.head>
    <body.content><block><p>Oil fell on Friday.</p><p>Gold rose.</p></block></body.content></body></nitf></content>"""


def test_a_document_in_nitf_says_what_is_in_an_entry_and_the_feed_which_entry_it_is():
    article = entry(f"{NITF}<link href='https://post.example/oil'/>", DESK)

    assert (article.id, article.url, article.source) == ("urn:post:1", "https://post.example/oil", "The Post")
    assert (article.headline, article.tags) == ("Oil falls for a third day", ("Oil falls",))
    assert (names(article), article.place) == (["EVA STRAND"], "WESTPORT, Norland")
    assert str(article.published) == "2024-05-03T07:00:00+00:00"
    assert article.paragraphs == ["Oil fell on Friday.", "Gold rose."]
    assert article.boilerplate == ""
