"""The leaf: its outline, and the fitting of a pledge's words into it."""

from desktop.leaf.outline import CENTRE, RATIO, Point, chord, half_width, outline
from desktop.leaf.setting import Leaf, Line, fill, grow
from desktop.leaf.words import Lettering

__all__ = [
    "CENTRE",
    "RATIO",
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
