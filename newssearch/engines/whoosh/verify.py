"""Checking all of an index: that it is what was written, and that nothing else is in it."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from newssearch.analysis import stem_language
from newssearch.article import Article
from newssearch.engines.whoosh import manifest as manifests
from newssearch.engines.whoosh.damage import reading
from newssearch.engines.whoosh.entry import POSITIONAL, content_number
from newssearch.engines.whoosh.manifest import Manifest
from newssearch.engines.whoosh.postings import occurrences
from newssearch.engines.whoosh.segment import Segment
from newssearch.engines.whoosh.snapshot import Snapshot
from newssearch.engines.whoosh.storage import names, sha256
from newssearch.errors import DamagedIndex


def verify(folder: Path) -> Iterator[str]:
    """A line for each thing that is wrong with an index; none for a sound one.

    Reads everything: the files against the manifest's digests, every posting, and every
    article against the digest of the content. Raises what `manifest.read` raises.
    """
    manifest = manifests.read(folder)
    while problems := list(_files(folder, manifest)):
        newer = manifests.read(folder)
        if newer.generation == manifest.generation:
            break
        manifest = newer  # a commit took the files away while they were read
    yield from problems
    try:
        with Snapshot(folder, manifest) as snapshot:
            yield from _contents(snapshot)
    except DamagedIndex as error:
        yield str(error)
    except OSError:
        pass  # told already


def _files(folder: Path, manifest: Manifest) -> Iterator[str]:
    for name, info in sorted(manifest.files.items()):
        try:
            size = (folder / name).stat().st_size
            if size != info.size:
                yield f"{name} has {size:,} bytes instead of {info.size:,}"
            elif sha256(folder / name) != info.sha256:
                yield f"{name} is not what was written: its SHA-256 differs"
        except FileNotFoundError:
            yield f"{name} is missing"
        except OSError as error:
            yield f"{name} cannot be read: {error.strerror}"


def _contents(snapshot: Snapshot) -> Iterator[str]:
    manifest, content = snapshot.manifest, 0
    languages: Counter[str] = Counter()
    prefixes = tuple(segment.info.file("") for _, segment in snapshot.segments)
    for name in sorted(manifest.files):
        if name.startswith("MAIN_") and not name.startswith(prefixes):
            yield f"{name} belongs to no segment of the table of contents"
    for name in sorted(set(names(snapshot.folder)) - set(manifest.files)):
        if name.startswith(prefixes):
            yield f"{name} is not named by the manifest"
    for base, segment in snapshot.segments:
        with reading(snapshot.folder):
            _check_terms(segment)
        for document in range(segment.count):
            with reading(snapshot.folder):
                record = segment.record(document)
                article = Article.from_dict(record["article"])
                number = content_number(article)
                agrees = record["digest"] == f"{number:064x}"
                stored = segment.stored(document) == {"id": article.id, "headline": article.headline}
            if not agrees:
                yield f"article {article.id!r} is not what was written: its digest differs"
            if not stored:
                yield f"article {article.id!r} is stored for Whoosh otherwise than it is"
            if snapshot.living[base + document]:
                content = (content + number) % 2**256
                languages[stem_language(article.language)] += 1
    if content != manifest.content:
        yield "the digest of the content is not the manifest's"
    if languages != Counter(manifest.languages):
        yield "the numbers of articles by language are not the manifest's"


def _check_terms(segment: Segment) -> None:
    """Read every posting. Raises odd errors."""
    for field, _, term in segment.terms:
        positional = field in POSITIONAL
        postings = segment.read(term, positions=positional)
        if positional:
            occurrences(postings)
        if term.weight != np.float32(postings.frequencies.sum(dtype=np.float64)):
            raise ValueError("a term's total is not that of its postings")
