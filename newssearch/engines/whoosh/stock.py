"""The one door to Whoosh, for those who write, and for Whoosh's own reading: newssearch's needs none of it.

Whoosh 2.7.4 warns of its own regular expressions and comparisons on newer Pythons
whenever it is compiled; here they are kept quiet.
"""

import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from whoosh import columns, fields, versionstring
    from whoosh.analysis import LowercaseFilter, RegexTokenizer
    from whoosh.codec.base import Codec, FieldCursor, PerDocumentReader, Segment, TermsReader
    from whoosh.codec.whoosh3 import W3Codec, W3Segment
    from whoosh.columns import ColumnReader
    from whoosh.filedb.filetables import OrderedHashWriter
    from whoosh.filedb.structfile import StructFile
    from whoosh.matching import LeafMatcher, ReadTooFar
    from whoosh.reading import TermInfo, TermNotFound
    from whoosh.util.varints import varint

__all__ = [
    "Codec",
    "ColumnReader",
    "FieldCursor",
    "LeafMatcher",
    "LowercaseFilter",
    "OrderedHashWriter",
    "PerDocumentReader",
    "ReadTooFar",
    "RegexTokenizer",
    "Segment",
    "StructFile",
    "TermInfo",
    "TermNotFound",
    "TermsReader",
    "W3Codec",
    "W3Segment",
    "columns",
    "fields",
    "varint",
    "versionstring",
]
