"""The one door to Whoosh, for those who write: reading an index needs none of it.

Whoosh 2.7.4 warns of its own regular expressions and comparisons on newer Pythons
whenever it is compiled; here they are kept quiet.
"""

import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from whoosh import columns, fields, versionstring
    from whoosh.analysis import LowercaseFilter, RegexTokenizer
    from whoosh.codec.whoosh3 import W3Codec, W3Segment
    from whoosh.filedb.filestore import FileStorage
    from whoosh.filedb.filetables import OrderedHashWriter
    from whoosh.filedb.structfile import StructFile
    from whoosh.index import TOC

__all__ = [
    "TOC",
    "FileStorage",
    "LowercaseFilter",
    "OrderedHashWriter",
    "RegexTokenizer",
    "StructFile",
    "W3Codec",
    "W3Segment",
    "columns",
    "fields",
    "versionstring",
]
