"""Checking all of an index: that it is what was written, and that nothing else is in it.

What is to be checked in a segment's own files, each codec knows (its ``check`` module).
"""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from newssearch.analysis import stem_language
from newssearch.article import Article
from newssearch.digests import file_sha256
from newssearch.engines.entry import content_number, mark
from newssearch.engines.whoosh import manifest as manifests
from newssearch.engines.whoosh.arrays import array_of, mask_of
from newssearch.engines.whoosh.codecs import COLUMNAR
from newssearch.engines.whoosh.grouping import find
from newssearch.engines.whoosh.manifest import Manifest
from newssearch.engines.whoosh.snapshot import Snapshot
from newssearch.engines.whoosh.storage import names, stories_name, toc_name
from newssearch.engines.whoosh.toc import toc
from newssearch.errors import DamagedIndex


def verify(folder: Path) -> Iterator[str]:
    """A line for each thing that is wrong with an index; none for a sound one.

    Reads everything: the files against the manifest's digests, every posting, and every
    article against the digest of the content. Raises what `manifest.read` raises.
    """
    manifest = manifests.read(folder)
    while problems := list(_files(folder, manifest)):
        newer = manifests.read(folder)
        if newer == manifest:
            break
        manifest = newer  # a commit took the files away while they were read
    if problems:
        yield from problems
        return
    try:
        with Snapshot.open(folder) as snapshot:
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
            elif file_sha256(folder / name) != info.sha256:
                yield f"{name} is not what was written: its SHA-256 differs"
        except FileNotFoundError:
            yield f"{name} is missing"
        except OSError as error:
            yield f"{name} cannot be read: {error.strerror}"


def _contents(snapshot: Snapshot) -> Iterator[str]:
    manifest, content, damaged = snapshot.manifest, 0, False
    languages: Counter[str] = Counter()
    prefixes = tuple(segment.info.file("") for _, segment in snapshot.segments)
    for name in sorted(manifest.files):
        if name.startswith("MAIN_") and not name.startswith(prefixes):
            yield f"{name} belongs to no segment that is listed"
    for name in sorted(set(names(snapshot.folder)) - set(manifest.files)):
        if name.startswith(prefixes):
            yield f"{name} is not named by the manifest"
    if manifest.made_with == manifests.made_with():  # else a pickle may have other bytes
        name = toc_name(manifest.generation)
        if (Path(snapshot.folder) / name).read_bytes() != toc(manifest.generation, manifest.segments, manifest.codec):
            yield f"{name} does not tell Whoosh of the segments that are held"
    checks = _checks(manifest.codec)
    for base, segment in snapshot.segments:
        with snapshot.reading:
            problems = list(checks.files(segment))
        yield from problems
        if problems:
            damaged = True
            continue  # its articles cannot be read, or would tell the same again
        for document in range(segment.count):
            with snapshot.reading:
                record = segment.record(document)
                article = Article.from_dict(record["article"])
                for version in record["versions"]:
                    Article.from_dict(version)
                number = content_number(article)
                agrees = record["digest"] == mark(number).decode()
                problems = list(checks.article(segment, document, article))
            if not agrees:
                yield f"article {article.id!r} is not what was written: its digest differs"
            yield from problems
            if snapshot.living[base + document]:
                content = (content + number) % 2**256
                languages[stem_language(article.language)] += 1
    if damaged:
        return
    with snapshot.reading:
        stories = find([segment for _, segment in snapshot.segments], mask_of(snapshot.living))
        if not all(np.array_equal(array_of(a), array_of(b)) for a, b in zip(snapshot.stories, stories, strict=True)):
            yield f"{stories_name(manifest.generation)} does not tell of the articles that are held"
    if content != manifest.content:
        yield "the digest of the content is not the manifest's"
    if languages != Counter(manifest.languages):
        yield "the numbers of articles by language are not the manifest's"


class _Checks(NamedTuple):
    """What a codec checks: a segment's files, and what they say of an article beside it; a line for each problem."""

    files: Callable[[Any], Iterator[str]]
    article: Callable[[Any, int, Article], Iterator[str]]


def _checks(codec: str) -> _Checks:
    if codec == COLUMNAR:
        from newssearch.engines.whoosh.columnar import check

        return _Checks(check.check_files, check.check_article)
    from newssearch.engines.whoosh.w3 import check as stock

    return _Checks(stock.check_files, stock.check_article)
