"""What a reader takes for single characters, and what steers them without leaving ink."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

JOINERS = frozenset("\u200c\u200d")
MARKS = frozenset("\u200e\u200f\u061c")  # they say which way a line runs
SKIN_TONES = range(0x1F3FB, 0x1F400)
TAGS = range(0xE0020, 0xE0080)

SELECTORS = frozenset(
    map(chr, [*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0), *range(0x180B, 0x1810)])
)

_SIMPLE = "\u0300"  # below it every character stands alone
_FILLERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)
_KEYCAP, _AS_EMOJI = "\u20e3", "\ufe0f"


def graphemes(text: str) -> list[str]:
    """Return the text cut into what a reader takes for single characters; joined, it is equal.

    Syllables of Indian scripts, letters with their marks, flags and joined emoji stay whole.
    """
    if not text or (max(text) < _SIMPLE and "\r" not in text):
        return list(text)
    found: list[str] = _clusters()(text)
    return found


@cache
def _clusters() -> "Callable[[str], list[str]]":
    import regex

    return regex.compile(r"\X").findall


def is_hidden(char: str) -> bool:
    """Whether the character only steers its neighbours and leaves no ink of its own."""
    code = ord(char)
    return char in JOINERS or char in MARKS or code in TAGS or char in _FILLERS or char in SELECTORS


def is_emoji(cluster: str) -> bool:
    """Whether a grapheme asks to be drawn as one picture, not as the signs it is made of."""
    if len(cluster) == 1:
        return False
    if ord(cluster[0]) in _FLAG_LETTERS or _KEYCAP in cluster:
        return True
    if cluster[0].isascii():
        return False
    return _AS_EMOJI in cluster or any(ord(char) in SKIN_TONES for char in cluster)
