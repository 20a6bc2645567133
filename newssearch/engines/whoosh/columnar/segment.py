"""One columnar segment, open for reading."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, TypeVar

from newssearch.engines.entry import KEYS, NAMES, STEM_ENDING, read_article, read_record
from newssearch.engines.whoosh.columnar.articles import Articles
from newssearch.engines.whoosh.columnar.blocks import BlockFile
from newssearch.engines.whoosh.columnar.documents import Documents
from newssearch.engines.whoosh.columnar.expanding import documents
from newssearch.engines.whoosh.columnar.layout import (
    ARTICLES_FILE,
    DOCUMENTS_FILE,
    KEYS_FILE,
    STEMS_FILE,
    WORDS_FILE,
    word_bytes,
)
from newssearch.engines.whoosh.columnar.postings import PostingsFile
from newssearch.engines.whoosh.damage import reading_file
from newssearch.engines.whoosh.expansion import Shape
from newssearch.engines.whoosh.held import Held
from newssearch.engines.whoosh.kernels import PostingList, row_of, shifted, taken, union
from newssearch.engines.whoosh.rows import Flags, Numbers
from newssearch.engines.whoosh.segments import SegmentInfo
from newssearch.engines.whoosh.storage import SKETCHES_FILE, Buffer

if TYPE_CHECKING:
    from newssearch.similar.sketches import Sketches

_File = TypeVar("_File", PostingsFile, Documents, Articles, BlockFile)
_Counted = TypeVar("_Counted", Documents, Articles)


class ColumnarSegment:
    """A segment's files; document numbers are its own, from 0, the deleted ones among them."""

    def __init__(self, info: SegmentInfo, files: Mapping[str, Buffer]) -> None:
        self.info = info
        self._files = files

    @property
    def count(self) -> int:
        return self.info.count

    @cached_property
    def words_file(self) -> PostingsFile:
        return self._opened(WORDS_FILE, PostingsFile)

    @cached_property
    def stems_file(self) -> PostingsFile:
        return self._opened(STEMS_FILE, partial(PostingsFile, limit=self.count))

    @cached_property
    def keys_file(self) -> PostingsFile:
        return self._opened(KEYS_FILE, partial(PostingsFile, limit=self.count))

    @cached_property
    def documents(self) -> Documents:
        return self._counted(self._opened(DOCUMENTS_FILE, Documents))

    @cached_property
    def articles(self) -> Articles:
        return self._counted(self._opened(ARTICLES_FILE, Articles))

    def _opened(self, ending: str, opened: Callable[[Buffer, str], _File]) -> _File:
        name = self.info.file(ending)
        with reading_file(name):
            return opened(self._files[name], name)

    def _counted(self, found: _Counted) -> _Counted:
        if found.count != self.count:
            raise found.file.wrong(f"it is of {found.count:,} documents instead of {self.count:,}")
        return found

    # --- words --------------------------------------------------------------------

    def ranked(self, stem: str) -> Mapping[str, PostingList]:
        """The documents of a stem, with frequencies, by field."""
        return self.stems_file.find(word_bytes(stem))

    def postings(self, field: str, word: str) -> PostingList | Held | None:
        """The documents of a word, stem or key in a field, with frequencies."""
        if field.endswith(STEM_ENDING):
            return self.ranked(word).get(field.removesuffix(STEM_ENDING))
        if field in KEYS:
            return self.keys_file.find_in(field, word_bytes(word))
        found = self.words_file.find_in(field, word_bytes(word))
        return None if found is None else Held(*self.documents.tally(field, found.read()[0]))

    def places(self, field: str, word: str) -> Numbers:
        """Every place of a word or stem, ascending, as document << 32 | position."""
        from newssearch.engines.whoosh.columnar.word_places import places_of  # which takes NumPy, and few questions

        return places_of(self, field, word)

    def phrase(self, fields: Collection[str], words: Sequence[str]) -> dict[str, Held]:
        """The documents in which words stand in a row, and how often they do, by field."""
        lists: list[dict[str, PostingList]] = []
        for word in words:
            lists.append(self.words_file.find(word_bytes(word)))
            fields = [field for field in fields if field in lists[-1]]
        found = {}
        for field in fields:
            starts = _in_a_row([own[field] for own in lists])
            if len(starts):
                found[field] = Held(*self.documents.tally(field, starts))
        return found

    def named(self, alternatives: Sequence[Sequence[Collection[str]]]) -> Numbers:
        """The documents with an author who has, in one of the alternatives, a key of every group."""
        found = [places for groups in alternatives if len(places := self._authors(groups))]
        return self.documents.tally(NAMES, self._either(found))[0]

    def _authors(self, groups: Sequence[Collection[str]]) -> Numbers:
        """The authors who have a key of every group, as places in ``names``."""
        lists: list[list[PostingList]] = []
        for group in groups:
            having = [self.words_file.find_in(NAMES, word_bytes(key)) for key in group]
            lists.append([found for found in having if found is not None])
            if not lists[-1]:
                return row_of(())
        first, *others = sorted(lists, key=lambda having: sum([found.count for found in having]))
        authors = self._either([one.read()[0] for one in first])
        for having_too in others:
            authors = taken(authors, self._either([found.among(authors)[0] for found in having_too]))
        return authors

    def _either(self, parts: list[Numbers]) -> Numbers:
        """The authors of any part, ascending."""
        return parts[0] if len(parts) == 1 else union(parts, self.documents.places(NAMES))

    def tallies(self, field: str, prefix: str, among: Flags) -> dict[str, int]:
        """How many of some documents have each key that begins with a prefix; keys that none has are left out."""
        from newssearch.engines.whoosh.columnar.tallies import tallies  # which takes NumPy

        return tallies(*self.terms_of(field), word_bytes(prefix), among)

    def words(self, field: str, prefix: str = "") -> Iterator[str]:
        """The field's words that begin with a prefix, in code point order."""
        file, number = self.terms_of(field)
        first, last = file.span(word_bytes(prefix))
        for text, has in zip(file.texts(first, last), file.has_field(first, last, number), strict=True):
            if has:
                yield text.decode()

    def terms_of(self, field: str) -> tuple[PostingsFile, int]:
        """The file with a field's terms, and the field's number in it: -1, which no term has, where there are none."""
        file = self.stems_file if field.endswith(STEM_ENDING) else self.keys_file if field in KEYS else self.words_file
        return file, file.field_number(field.removesuffix(STEM_ENDING))

    def expanded(self, fields: Collection[str], shape: Shape) -> dict[str, Numbers]:
        """The documents with a word of a shape, by field."""
        return documents(self, fields, shape)

    # --- documents ----------------------------------------------------------------

    def lengths(self, field: str) -> Numbers:
        """Each document's number of positions in a field."""
        return self.documents.lengths(field.removesuffix(STEM_ENDING))

    def total_length(self, field: str) -> int:
        """The sum of `lengths`."""
        return self.documents.totals[field.removesuffix(STEM_ENDING)]

    def column(self, name: str) -> Numbers:
        """A number for each document: `day`, `first` or `last`."""
        return self.documents.column(name)

    @cached_property
    def sketches_file(self) -> BlockFile:
        from newssearch.engines.whoosh.sketch_file import open_sketches

        return self._opened(SKETCHES_FILE, partial(open_sketches, count=self.count))

    def sketches(self) -> "Sketches":
        """The sketches of all documents."""
        from newssearch.engines.whoosh.sketch_file import read_sketches  # a search reads none

        return read_sketches(self.sketches_file, self.count)

    def id(self, document: int) -> str:
        return self.documents.id(document)

    def record(self, document: int) -> dict[str, Any]:
        """What `entry.record` was, read again."""
        return read_record(self.articles.record(document))

    def article(self, document: int) -> dict[str, Any]:
        """Its article alone."""
        return read_article(self.articles.record(document))


def _in_a_row(lists: Sequence[PostingList]) -> Numbers:
    """Where a row of words starts: the rarest first, so that each step keeps only what is still possible."""
    rarest, *others = sorted(range(len(lists)), key=lambda at: lists[at].count)
    starts = shifted(lists[rarest].read()[0], -rarest)
    for offset in others:
        if not len(starts):
            break
        starts = taken(starts, lists[offset].among(shifted(starts, offset))[0])
    return starts
