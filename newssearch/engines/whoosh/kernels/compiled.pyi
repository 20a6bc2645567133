# What each promises is said where it is done in NumPy.

from newssearch.engines.whoosh.kernels.chunk_table import ChunkTable as ChunkTable
from newssearch.engines.whoosh.kernels.chunk_table import number_chunks as number_chunks
from newssearch.engines.whoosh.kernels.plain import at_least as at_least
from newssearch.engines.whoosh.kernels.plain import between as between
from newssearch.engines.whoosh.kernels.plain import candidates as candidates
from newssearch.engines.whoosh.kernels.plain import is_among as is_among
from newssearch.engines.whoosh.kernels.plain import latest as latest
from newssearch.engines.whoosh.kernels.plain import leading as leading
from newssearch.engines.whoosh.kernels.plain import least_of_best as least_of_best
from newssearch.engines.whoosh.kernels.plain import meeting as meeting
from newssearch.engines.whoosh.kernels.plain import score as score
from newssearch.engines.whoosh.kernels.plain import scored_among as scored_among
from newssearch.engines.whoosh.kernels.plain import summed as summed
from newssearch.engines.whoosh.kernels.plain import union as union
from newssearch.engines.whoosh.kernels.posting_list import PostingList as PostingList
from newssearch.engines.whoosh.kernels.term_table import TermTable as TermTable
from newssearch.engines.whoosh.kernels.texts import Texts as Texts
from newssearch.engines.whoosh.kernels.turning import turned_over as turned_over
