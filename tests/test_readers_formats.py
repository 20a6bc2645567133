"""Which reader a file gets: its content decides, whatever it is called and wherever it lies."""

import gzip
import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from newssearch import Archive
from newssearch.readers import Options, Remark, Revision, formats, read

DATA = Path(__file__).parent / "data"

KINDS = {
    "agency/nitf_with_embargo.xml": "nitf",
    "agency/newsml_parts_by_role.xml": "newsml",
    "agency/g2_message_of_many_kinds.xml": "newsml_g2",
    "agency/ninjs_3_camel_case.json": "json_records",
    "agency/iptc7901_story_and_kill.txt": "iptc7901",
    "agency/anpa_story_lead_and_kill.txt": "anpa",
    "feeds/rss091-latin1.xml": "rss",
    "feeds/rss10.rdf": "rss",
    "feeds/rss20.xml": "rss",
    "feeds/atom03.xml": "rss",
    "feeds/atom10.xml": "rss",
    "feeds/json-feed-11.json": "json_records",
    "feeds/wordpress.xml": "wordpress",
    "mail/wire.eml": "messages",
    "mail/list.mbox": "messages",
    "sgml/reut2.sgm": "reuters_sgml",
    "tables/excel.csv": "tables",
    "tables/quotes.tsv": "tables",
    "warc/crawl.warc": "warc",
}


def reader_of(data):
    head = formats.as_utf8(data[: formats.HEAD])
    return [form.__name__.rpartition(".")[2] for form in formats.FORMATS if form.begins(head)]


def items(path):
    return list(read(path, path.name, Options()))


def articles(path):
    return [
        item.article if isinstance(item, Revision) else item for item in items(path) if not isinstance(item, Remark)
    ]


@pytest.mark.parametrize(("file", "kind"), KINDS.items())
def test_a_file_is_known_by_its_beginning_and_first_by_its_own_reader(file, kind):
    assert reader_of((DATA / file).read_bytes())[0] == kind


@pytest.mark.parametrize("file", KINDS)
def test_its_name_means_nothing(tmp_path, file):
    (tmp_path / "clipping.txt").write_bytes((DATA / file).read_bytes())

    assert (
        [a.headline for a in articles(tmp_path / "clipping.txt")] == [a.headline for a in articles(DATA / file)] != []
    )


@pytest.mark.parametrize("file", KINDS)
def test_a_file_in_an_archive_is_read_as_it_is_outside(tmp_path, file):
    data = (DATA / file).read_bytes()
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as packed:
        packed.writestr("dump/clipping", data)
    (tmp_path / "dump.zip.gz").write_bytes(gzip.compress(inner.getvalue()))

    found = articles(tmp_path / "dump.zip.gz")

    assert [(a.headline, a.body, a.published) for a in found] == [
        (a.headline, a.body, a.published) for a in articles(DATA / file)
    ]
    assert {a.path for a in found} == {"dump.zip.gz/dump.zip/dump/clipping"}


TEXTS = [
    "Harbour to close\nBy Jane Doe\nHARBOUR CITY, Sept. 3 (AP) - The harbour closes.\n",
    "From: our correspondent\nThe harbour closes on Friday, he said.\n",
    "Name,Vorname\nDoe,Jane\n",
    "a, b and c\nd, e and f\n",
    "[Exclusive] Harbour to close\n\nThe harbour closes.\n",
    "{Brackets} are in a headline\n\nThe harbour closes.\n",
    "<3 for the harbour\n\nThe harbour closes.\n",
    "WARC is a format\n\nThe harbour closes.\n",
    "ZCZC\n\nThe harbour closes.\n",
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_no_other_format(tmp_path, text):
    assert reader_of(text.encode()) == []

    (tmp_path / "text").write_text(text)
    assert len(articles(tmp_path / "text")) == 1


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'><path/></svg>", "markup of a kind that is not read (<svg>)"),
        (b"<?xml version='1.0'?>\n<!-- of 3 -->\n<invoice><p>x</p></invoice>", "markup of a kind that is not read (<invoice>)"),
        (b"\x89PNG\r\n\x1a\n\0\0", "PNG is not a format that is read"),
        (b"filedesc://a.arc 127.0.0.1 20140216050221 text/plain 75\n1 1 x\n", "ARC, which came before WARC, is not a format that is read"),
    ],
)  # fmt: skip
def test_what_is_not_read_is_named(tmp_path, content, kind):
    (tmp_path / "file").write_bytes(content)

    assert items(tmp_path / "file") == [Remark("file", f"{kind}: passed over", lost=True)]


def test_an_archive_in_an_archive_has_an_end(tmp_path):
    data = b"Harbour to close\n"
    for _ in range(formats.DEEPEST + 1):
        data = gzip.compress(data)
    (tmp_path / "deep.gz").write_bytes(data)

    (remark,) = items(tmp_path / "deep.gz")

    assert remark.lost
    assert remark.message == "lies in 3 archives, the limit: passed over"


def test_the_language_is_told_where_it_is_not_said(tmp_path):
    (tmp_path / "a.txt").write_text(
        "Hafen schließt am Freitag\n\nDer Hafen wird am Freitag für zwei Wochen geschlossen, wie die Stadt am Dienstag"
        " mitteilte. Die Fähren fahren bis dahin nicht mehr, und auch die Brücke ist gesperrt."
    )

    assert [a.language for a in articles(tmp_path / "a.txt")] == ["de"]


@pytest.mark.parametrize("file", KINDS)
def test_what_a_file_holds_is_indexed_and_found(tmp_path, file):
    archive = Archive(tmp_path / "index")
    report = archive.add(DATA / file)

    assert report.added > 0
    assert archive.search("withheld:show dup:show *", limit=None).total == report.added
    assert archive.add(DATA / file).added == 0
    assert archive.verify() == []


@pytest.mark.parametrize(
    ("library", "extra", "file"),
    [("feedparser", "feeds", "feeds/rss20.xml"), ("trafilatura", "html", "warc/crawl.warc")],
)
def test_a_library_that_is_missing_is_named_with_what_to_install(tmp_path, library, extra, file):
    script = (
        f"import sys; sys.modules[{library!r}] = None\n"
        "from pathlib import Path; from newssearch.readers import Options, read\n"
        f"for item in read(Path({str(DATA / file)!r}), 'file', Options()): print(item.lost, item.message)"
    )

    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert ran.stdout == f"True {library} is missing: pip install 'newssearch[{extra}]': passed over\n"
