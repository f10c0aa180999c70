"""The type of the tree's leaves: how words are measured and how large a leaf they need."""

from functools import lru_cache

from desktop import leaf
from desktop.leaf import Lettering
from desktop.printing.fonts import Weight
from desktop.printing.graphemes import graphemes
from desktop.printing.style import Style
from desktop.printing.text import width
from desktop.tree.growth.shape import rung_of

WORDS = Style(1)
NAME = Style(1, Weight.ITALIC)
LETTERING = Lettering(lambda text: width(text, WORDS), lambda text: width(text, NAME), graphemes)


@lru_cache(16384)
def rung(text: str, name: str = "") -> int:
    """Return the rung of the smallest leaf that holds a pledge's words and its maker's name."""
    return rung_of(leaf.grow(text, LETTERING, name).width)
