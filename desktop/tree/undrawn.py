"""What no face can draw of the words on a tree, to be said before it is printed."""

import re
import unicodedata
from collections.abc import Iterable

from desktop.language import count, tr
from desktop.printing.text import undrawable
from desktop.tree.paper.rows import Leaf

_MOST = 12  # characters that are named


def _script(char: str) -> str:
    """Return what a letter's script is called; a screen may not be able to show the letter."""
    script, *rest = re.split(" (?:LETTER|SYLLABLE|CHARACTER|VOWEL) ", unicodedata.name(char, ""))
    return script.title() if rest else ""


def undrawn_words(leaves: Iterable[Leaf], *others: str) -> tuple[str, str]:
    """Return which characters can't be printed, and where they are missing; empty if all can.

    `others` are the title and what else stands at the foot.
    """
    found = dict[str, None]()
    gaps = 0
    for leaf in leaves:
        odd = undrawable(f"{leaf.text} {leaf.name}")
        gaps += bool(odd)
        found |= dict.fromkeys(odd)
    for text in others:
        found |= dict.fromkeys(undrawable(text))
    if not found:
        return "", ""
    chars = " ".join(list(found)[:_MOST]) + (" …" if len(found) > _MOST else "")
    if scripts := dict.fromkeys(filter(None, map(_script, found))):
        chars += f" ({', '.join(scripts)})"
    first = tr("These characters can’t be printed: {characters}.").format(characters=chars)
    if not gaps:
        return first, tr("They are left out at the foot. Change the words there.")
    there = count("{n} leaf stays empty or has gaps.", "{n} leaves stay empty or have gaps.", gaps)
    return first, f"{there} {tr('Write them by hand, or type those pledges in other letters.')}"
