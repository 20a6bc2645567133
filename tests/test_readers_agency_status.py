"""What agencies say of an item beside its text: that it is killed, held back, or the third version."""

import pytest
from agency import items, newsml_item, only, parted

from newssearch.readers.agency import xml_tree
from newssearch.readers.contract import Revision


def nitf(docdata):
    return f"<nitf><head><title>Oil</title><docdata>{docdata}</docdata></head></nitf>"


def newsml(management):
    return f"<NewsML>{newsml_item('<NewsLines><HeadLine>Oil</HeadLine></NewsLines>', management)}</NewsML>"


def g2(meta):
    return (
        f"<newsItem guid='g'><itemMeta>{meta}</itemMeta><contentMeta><headline>Oil</headline></contentMeta></newsItem>"
    )


def ninjs(members):
    return f'{{"uri": "u", "headline": "Oil", "versioncreated": "2024-05-03", {members}}}'


AT = "2024-05-04T06:00:00+02:00"
STATES = [
    # document, status, embargo
    (nitf(""), "", None),
    (nitf('<date.issue norm="20240503T090000+0200"/><date.release norm="20240503T090000+0200"/>'), "", None),
    (nitf('<date.issue norm="20240503T090000+0200"/><date.release norm="20240504T060000+0200"/>'), "", AT),
    (nitf('<ed-msg msg-type="KILL"/><doc-id id-string="1"/>'), "canceled", None),
    (nitf('<ed-msg info="Mandatory kill: the date is wrong"/><doc-id id-string="1"/>'), "canceled", None),
    (nitf('<ed-msg info="Killer whales, with pictures"/>'), "", None),
    (newsml("<Status FormalName='Usable'/>"), "", None),
    (newsml("<Status FormalName='Canceled'/>"), "canceled", None),
    (newsml("<Status FormalName='Withheld'/>"), "withheld", None),
    (newsml("<Status FormalName='Embargoed'/>"), "withheld", None),
    (newsml("<Status FormalName='Embargoed'/><StatusWillChange><FutureStatus FormalName='Usable'/>"
            "<DateAndTime>20240504T060000+0200</DateAndTime></StatusWillChange>"), "", AT),
    (newsml("<Status FormalName='Usable'/><StatusWillChange><FutureStatus FormalName='Canceled'/>"
            "<DateAndTime>20240504T060000+0200</DateAndTime></StatusWillChange>"), "", None),
    (newsml("<Status FormalName='Usable'/><Instruction FormalName='Delete'/>"), "canceled", None),
    (newsml("<Status FormalName='Usable'/><Instruction FormalName='Update'/>"), "", None),
    (newsml("<Status FormalName='Usable'/><Instruction FormalName='Delete'><RevisionStatus Revision='1'>"
            "<Status FormalName='Canceled'/></RevisionStatus></Instruction>"), "", None),
    (g2("<pubStatus qcode='stat:usable'/>"), "", None),
    (g2("<pubStatus qcode='stat:canceled'/>"), "canceled", None),
    (g2("<pubStatus uri='http://cv.iptc.org/newscodes/pubstatusg2/canceled/'/>"), "canceled", None),
    (g2("<pubStatus qcode='stat:withheld'/>"), "withheld", None),
    (g2(f"<embargoed>{AT}</embargoed>"), "", AT),
    (g2("<embargoed/>"), "withheld", None),
    (ninjs('"pubstatus": "usable", "embargoed": ""'), "", None),
    (ninjs('"pubstatus": "canceled"'), "canceled", None),
    (ninjs('"pubStatus": "withheld"'), "withheld", None),
    (ninjs(f'"embargoed": "{AT}"'), "", AT),
]  # fmt: skip
NITF_STATES = [("usable", ""), ("canceled", "canceled"), ("killed", "canceled"), ("withheld", "withheld"), ("new", "")]


@pytest.mark.parametrize(("document", "status", "embargo"), STATES)
def test_an_item_is_killed_or_held_back(document, status, embargo):
    article = only(document)

    assert article.status == status
    assert (str(article.embargo) if article.embargo else None) == embargo


@pytest.mark.parametrize(("said", "status"), NITF_STATES)
def test_the_management_status_of_nitf_is_the_status(said, status):
    document = f"<nitf><head><title>Oil</title><docdata management-status='{said}'/></head></nitf>"

    assert only(document).status == status


@pytest.mark.parametrize("document", [g2("<embargoed>after the vote</embargoed>"), ninjs('"embargoed": "Next Monday"')])
def test_an_embargo_that_cannot_be_read_holds_an_item_back(document):
    (article,), (remark,) = parted(items(document))

    assert (article.status, article.embargo) == ("withheld", None)
    assert remark.message.endswith("is not a date that is read: withheld")


def test_a_notice_needs_nothing_but_the_id_of_what_it_cancels():
    notice = parted(items("g2_message_of_many_kinds.xml"))[0][1]

    assert (notice.id, notice.status, notice.headline, notice.body) == ("urn:hna:text:0", "canceled", "", "")


def test_a_notice_in_nitf_cancels_the_document_that_it_names():
    notice, canceled = parted(items("nitf_kill_notice.xml"))[0]

    assert (notice.id, notice.status) == ("hna-2024-0503-0040", "")
    assert (canceled.id, canceled.status) == (only("nitf_with_embargo.xml").id, "canceled")


def test_a_kill_in_iptc_7901_cancels_the_number_that_it_names():
    story, notice, canceled = parted(items("iptc7901_story_and_kill.txt"))[0]

    assert "MANDATORY KILL" in notice.tags
    assert (canceled.id, canceled.status) == (story.id, "canceled")


def test_a_kill_in_iptc_7901_without_a_number_is_named():
    message = "\x01eca0070 4 i 40  dpa 070\n\nOil/\n\x02KILL\nOil falls =\n\nDo not use it.\n\x03031300 GMT May 24\n"

    (article,), (remark,) = parted(items(message))

    assert (article.status, remark.lost) == ("", False)
    assert remark.message == "cancels 'Oil', and gives no number of it"
    (long,) = parted(items(message.replace("Oil/", f"{'Oil ' * 300}/")))[1]
    assert len(long.message) < 200


def test_leads_and_kills_in_anpa_are_revisions_of_one_story():
    articles, remarks = parted(items("anpa_story_lead_and_kill.txt"))

    assert {article.id for article in articles} == {"AP:BC-SKI--Norland Cup:2024-05-03"}
    assert [(article.headline, article.status) for article in articles] == [
        ("Strand leads in Westport", ""),
        ("Strand wins in Westport", ""),
        ("BC-SKI--Norland Cup", "canceled"),
    ]
    assert remarks == []


def test_every_item_is_a_revision():
    assert all(isinstance(item, Revision) for item in items("anpa_story_lead_and_kill.txt"))


BROKEN = [
    ("<nitf><body><body.head><hedline><hl1>Oil</hl1></hedline></body.head><body.content><p>Oil fell.</p><p>Go", 1),
    ("<nitf><body><body.head><hedline><hl1>Oil</hl1></hedline></body.head><body.content>", 0),
    ("<nitf><body><body.content><p>Oil fell.</p>", 0),
    ("<newsItem guid='g'><contentMeta><headline>Oil</headline></contentMeta><contentSet><inlineXML><html><body><p>Oil fell", 1),
    ("<newsItem guid='g'><contentMeta><headline>Oil</headline></contentMeta>", 0),
    ("<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>Oil</HeadLine></NewsLines><ContentItem><DataContent>Oil fell", 1),
    ("<NewsML><NewsEnvelope>", 0),
    ("<newsMessage><header>", 0),
]  # fmt: skip


@pytest.mark.parametrize(("document", "kept"), BROKEN)
def test_what_stands_before_a_break_is_kept_if_it_is_an_article(document, kept):
    articles, (remark,) = parted(items(document))

    assert [article.headline for article in articles] == ["Oil"] * kept
    assert remark.lost
    assert remark.message.startswith("breaks off at line 1, column ")
    assert remark.message.endswith("read as far as it goes" if kept else "passed over")


REFUSED = [
    ('<!DOCTYPE nitf [<!ENTITY a "oil"><!ENTITY b "&a;&a;">]><nitf>&b;</nitf>', "its entity 'b' is one of many, or holds others"),
    (f'<!DOCTYPE nitf [<!ENTITY a "{"oil" * 300}">]><nitf>{"&a;" * 1_000}</nitf>', "its entities make it many times as large as it is"),
    ("<!DOCTYPE nitf [" + "".join(f'<!ENTITY e{n} "x">' for n in range(300)) + "]><nitf/>", "its entity 'e200' is one of many, or holds others"),
    ("<nitf>" + "<p>" * 200, "more than 150 elements lie in each other"),
]  # fmt: skip


@pytest.mark.parametrize(("document", "why"), REFUSED, ids=["nested", "repeated", "many", "deep"])
def test_what_grows_or_nests_past_all_bounds_is_refused(document, why):
    articles, (remark,) = parted(items(document))

    assert articles == []
    assert (remark.message, remark.lost) == (f"{why}: passed over", True)


def test_nothing_outside_a_document_is_read():
    outside = '<!DOCTYPE nitf [<!ENTITY f SYSTEM "file:///etc/hostname">]>'

    article = only(f"{outside}<nitf><head><title>Oil &f;fell</title></head></nitf>")

    assert article.headline == "Oil fell"


def test_a_document_past_the_limit_is_passed_over(monkeypatch):
    monkeypatch.setattr(xml_tree, "LARGEST", 100)

    articles, (remark,) = parted(items(f"<nitf>{' ' * 200}</nitf>"))

    assert articles == []
    assert "the limit for XML: passed over" in remark.message


ENCODED = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "iso-8859-1", "windows-1252", "iso-8859-15"]


@pytest.mark.parametrize("encoding", ENCODED)
def test_a_document_is_read_in_the_encoding_that_it_names(encoding):
    text = (
        f'<?xml version="1.0" encoding="{encoding.removesuffix("-sig")}"?><nitf><head><title>Café</title></head></nitf>'
    )

    assert xml_tree.parse(text.encode(encoding)).root.findtext("head/title") == "Café"


MENDED = [
    ("Oil &amp; gas", "Oil & gas"), ("Oil & gas", "Oil & gas"), ("AT&T", "AT&T"), ("a&nbsp;b", "a b"), ("&eacute;t&eacute;", "été"),
    ("&#233;", "é"), ("&#x1a;Oil", "Oil"), ("&unknown; oil", "&unknown; oil"), ("Oil\x1a fell" + " on" * 100, "Oil fell" + " on" * 100), ("<![CDATA[a & b]]> & c", "a & b & c"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "text"), MENDED)
def test_what_is_often_wrong_in_xml_is_mended(written, text):
    document = xml_tree.parse(f"<nitf>{written}</nitf>".encode())

    assert (xml_tree.line(document.root), document.broken) == (text, "")


def test_utf_8_that_is_none_is_read_as_windows_1252_and_that_is_said():
    (article,), (remark,) = parted(items("<nitf><head><title>Café</title></head></nitf>".encode("cp1252")))

    assert article.headline == "Café"
    assert (remark.message, remark.lost) == ("not UTF-8: read as Windows-1252", False)
