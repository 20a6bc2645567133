"""Indexes to damage, and how: with other bytes in a file, to which the manifest swears, or with a pickle that would run."""

from datetime import date

from newssearch.article import Article, Author
from newssearch.digests import file_sha256
from newssearch.engines.entry import POSITIONAL
from newssearch.engines.whoosh import manifest as manifests
from newssearch.engines.whoosh.manifest import FileInfo
from newssearch.engines.whoosh.nearby import occurrences
from newssearch.engines.whoosh.snapshot import Snapshot
from newssearch.engines.whoosh.writer import Writer
from newssearch.moment import Moment


def made(folder, codec):
    """An index of one segment, long enough for a compressed block."""
    with Writer(folder, codec=codec) as writer:
        for number in range(20):
            authors = (Author(name="Ko Yong-chul", role="Reporter", email="ko@example.org"),)
            article = Article(
                id=str(number),
                headline=f"Oil {number}",
                body="oil gas",
                authors=authors,
                published=Moment(date(2025, 9, 28)),
            )
            writer.add(article)
        writer.commit({"zone": "UTC"}, [b"{}"])
    return folder


def the_one(folder, ending):
    """The name of the file of an index that ends so."""
    (name,) = (name for name in manifests.read(folder).files if name.endswith(ending))
    return name


def forge(folder, name, data):
    """Put other bytes in a file's place, and have the manifest swear to them."""
    (folder / name).write_bytes(data)
    manifest = manifests.read(folder)
    files = {**manifest.files, name: FileInfo(len(data), file_sha256(folder / name))}
    manifests.write(folder, manifest._replace(files=files))


def read_all(folder):
    """All that a search may read, and then a commit that merges."""
    with Snapshot.open(folder) as snapshot:
        for field in POSITIONAL:
            snapshot.lengths(field)
            for word in list(snapshot.words(field)):
                snapshot.postings(field, word)
                occurrences(snapshot, field, word)
        snapshot.documents("has", "email")
        for name in ("day", "first", "last"):
            snapshot.column(name)
        for document in range(snapshot.count):
            snapshot.record(document)
        list(snapshot.sources())
    with Writer(folder) as writer:
        for number in range(20, 40):
            writer.add(Article(id=str(number), body="oil"))
        writer.delete(0)
        writer.commit()


class Evil:
    """Its pickle, when it is loaded as Python does, makes a file."""

    def __init__(self, marker):
        self.marker = str(marker)

    def __reduce__(self):
        return (exec, (f"open({self.marker!r}, 'w').close()",))
