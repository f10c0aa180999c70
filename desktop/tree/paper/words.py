"""The type of the tree's leaves: how words are measured and how large a leaf they need."""

from functools import lru_cache

from desktop import leaf
from desktop.leaf import TALL_PITCH, Leaf, Lettering
from desktop.leaf.setting import LARGEST
from desktop.printing.breaking import parts
from desktop.printing.direction import may_turn
from desktop.printing.fonts import Weight
from desktop.printing.graphemes import graphemes
from desktop.printing.style import Style
from desktop.printing.text import is_tall, width
from desktop.tree.growth.shape import Need, rung_of, width_of

_SIXTEEN_BITS = "\uffff"
WORDS = Style(1)
NAME = Style(1, Weight.ITALIC)
LETTERING = Lettering(
    lambda text: width(text, WORDS), lambda text: width(text, NAME), graphemes, parts
)
# Where letters have signs above and below them: so many rungs more, and lines as far apart as they
# can be in that without smaller type. A leaf that hangs must not need another size than it had.
_AIR = 2
_TALL = [LETTERING._replace(pitch=pitch) for pitch in (TALL_PITCH, 1.22, 1.16)]


@lru_cache(16384)
def _grown(text: str, name: str) -> Leaf:
    return leaf.grow(text, LETTERING, name)


def rung(text: str, name: str = "") -> int:
    """Return the rung of the smallest leaf that holds a pledge's words and its maker's name."""
    return rung_of(_grown(text, name).width) + (_AIR if is_tall(text + name) else 0)


def need(text: str, name: str = "") -> Need:
    """Return what a pledge's words and its maker's name need.

    Viewers of a PDF cannot put words on a slope together, so those that must not be told as a
    whole hang level.
    """
    return Need(rung(text, name), not can_be_told(text + name))


def can_be_told(words: str) -> bool:
    """Return whether a PDF can tell viewers what words are as a whole, besides showing them.

    They would turn round once more what runs from right to left; PDFium would drop emoji.
    """
    return words.isascii() or (not may_turn(words) and max(words) <= _SIXTEEN_BITS)


def set_in(rung: int, text: str, name: str = "") -> Leaf:
    """Return a leaf of a rung with its words, in em; in a large one the type is larger too."""
    length = width_of(rung) * leaf.RATIO
    for lettering in _TALL if is_tall(text) else ():
        found = leaf.fill(text, lettering, length, LARGEST, name)
        if found.size >= 1:
            return found
    grown = _grown(text, name)
    if rung == rung_of(grown.width) and not is_tall(text + name):
        return grown
    return leaf.fill(text, LETTERING, length, LARGEST, name)
