"""The same story twice: which articles are copies, cuts or revisions of one another?

    words ──> sketch, 132 bytes an article ──> pairs that share shingles ──> groups around the longest

A *shingle* is five words in a row. An article's sketch holds the 24 of its shingles whose
hashes are the least, eight of its lead's, and eight of its numbers: what two articles have
in common among these tells how much they have in common at all, and how much of the
shorter one is in the longer. It depends on the words alone, so an article has the same
sketch in every folder and on every machine, and sketches of old and new articles are
simply joined.

A market report that is written anew each day into the same sentences is not one story:
where numbers are many, they must agree.
"""

from newssearch.similar.groups import Groups, groups
from newssearch.similar.pairs import Pairs, pairs
from newssearch.similar.sketches import NO_DAY, Sketches, joined, sketches, word_hash
from newssearch.similar.texts import of_text

__all__ = ["NO_DAY", "Groups", "Pairs", "Sketches", "groups", "joined", "of_text", "pairs", "sketches", "word_hash"]
