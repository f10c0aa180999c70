"""The type of the tree's leaves: how words are measured and how large a leaf they need."""

import re
from functools import lru_cache

from desktop import leaf
from desktop.leaf import Leaf, Lettering
from desktop.leaf.setting import LARGEST
from desktop.printing.breaking import parts
from desktop.printing.direction import may_turn
from desktop.printing.fonts import Weight
from desktop.printing.graphemes import graphemes
from desktop.printing.style import Style
from desktop.printing.text import width
from desktop.tree.growth.shape import Need, rung_of, width_of

WORDS = Style(1)
NAME = Style(1, Weight.ITALIC)
LETTERING = Lettering(
    lambda text: width(text, WORDS), lambda text: width(text, NAME), graphemes, parts
)
# Letters with signs above and below them need more air: so many rungs.
_TALL, _AIR = re.compile("[\u0590-\u0dff\ufb1d-\ufdff\ufe70-\ufefc]"), 2


@lru_cache(16384)
def _grown(text: str, name: str) -> Leaf:
    return leaf.grow(text, LETTERING, name)


def rung(text: str, name: str = "") -> int:
    """Return the rung of the smallest leaf that holds a pledge's words and its maker's name."""
    return rung_of(_grown(text, name).width) + (_AIR if _TALL.search(text + name) else 0)


def need(text: str, name: str = "") -> Need:
    """Return what a pledge's words and its maker's name need.

    Readers of a PDF cannot put words together that run from right to left on a slope.
    """
    return Need(rung(text, name), may_turn(text + name))


def set_in(rung: int, text: str, name: str = "") -> Leaf:
    """Return a leaf of a rung with its words, in em; in a large one the type is larger too."""
    grown = _grown(text, name)
    if rung == rung_of(grown.width) and not _TALL.search(text + name):
        return grown
    return leaf.fill(text, LETTERING, width_of(rung) * leaf.RATIO, LARGEST, name)
