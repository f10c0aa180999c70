"""The leaf: its outline, and the fitting of a pledge's words into it."""

from desktop.leaf.outline import CENTRE, RATIO, Point, chord, half_width, outline
from desktop.leaf.setting import Leaf, Line, fill, grow
from desktop.leaf.words import TALL_PITCH, Lettering

__all__ = [
    "CENTRE",
    "RATIO",
    "TALL_PITCH",
    "Leaf",
    "Lettering",
    "Line",
    "Point",
    "chord",
    "fill",
    "grow",
    "half_width",
    "outline",
]
