"""Reading what agencies send: the files below tests/data/agency, and documents made in a test."""

import io
import json
from pathlib import Path

from newssearch.readers.agency import anpa, iptc7901, newsml, newsml_g2, ninjs, nitf, reuters_corpus
from newssearch.readers.contract import Options, Remark, Revision

DATA = Path(__file__).parent / "data" / "agency"
FORMATS = (nitf, newsml, newsml_g2, reuters_corpus, iptc7901, anpa)


def items(data, options=Options()):  # noqa: B008 - frozen
    """What the one format that knows a file gives of it; `data` is a file's name, text or bytes."""
    if isinstance(data, str) and not data.lstrip().startswith(("<", "{", "\x01")) and "\n" not in data:
        data = (DATA / data).read_bytes()
    data = data.encode() if isinstance(data, str) else data
    if data.lstrip().startswith(b"{"):
        return list(ninjs.articles(json.loads(data), "file", options))
    (form,) = [form for form in FORMATS if form.begins(data[: 64 << 10].lstrip())]
    return list(form.read(io.BytesIO(data), "file", options))


def newsml_item(component, management="", id="N1"):
    """An item of NewsML 1 with one component."""
    return f"""<NewsItem><Identification><NewsIdentifier><ProviderId>w</ProviderId><DateId>20240503</DateId>
        <NewsItemId>{id}</NewsItemId><RevisionId>2</RevisionId></NewsIdentifier></Identification>
        <NewsManagement><FirstCreated>20240503T090000Z</FirstCreated>{management}</NewsManagement>
        <NewsComponent>{component}</NewsComponent></NewsItem>"""


def parted(given):
    """Items as (articles, remarks)."""
    articles = [item.article for item in given if isinstance(item, Revision)]
    remarks = [item for item in given if isinstance(item, Remark)]
    assert len(articles) + len(remarks) == len(given)
    return articles, remarks


def only(data, options=Options()):  # noqa: B008 - frozen
    """The one article of a file of which nothing is remarked."""
    (article,), remarks = parted(items(data, options))
    assert remarks == []
    return article


def heads(article):
    """Subheads as (text, before)."""
    return [(head.text, head.before) for head in article.subheads]


def names(article):
    """Authors as (name, role)."""
    return [(author.name, author.role) for author in article.authors]
