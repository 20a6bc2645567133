# What each promises is said where it is done in Python.

from newssearch.analysis.surface.cutting import windows as windows
from newssearch.analysis.surface.plain import Surface as Surface
from newssearch.analysis.surface.sentences import sentences_around as sentences_around
