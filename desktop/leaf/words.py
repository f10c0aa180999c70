"""The words of one leaf, measured, and cut where one is too long for any line."""

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

NAME_SIZE = 0.76
LONGEST_NAME = 9.0
EXACT = 1e-9
PITCH, TALL_PITCH = 1.10, 1.28
"""Em from line to line, and where letters have signs above and below them."""

Measure = Callable[[str], float]
Cut = Callable[[str], Sequence[str]]


class Lettering(NamedTuple):
    """How to measure text in em, and the maker's name in its own face, and where to cut words.

    `parts` says between which parts of a word a line may break, as Chinese does; `pitch` is how
    many em lines are apart.
    """

    measure: Measure
    measure_name: Measure
    graphemes: Cut
    parts: Cut = lambda word: (word,)
    pitch: float = PITCH


class Word(NamedTuple):
    """A word or a piece of one: its width and that of the space before it, in em."""

    text: str
    width: float
    space: float


def _cut(word: str, wide: float, measure: Measure, graphemes: Cut, longest: float) -> list[str]:
    """Return a word so wide in equal pieces, each about as wide as `longest` at most."""
    each = wide / math.ceil(wide / longest)
    pieces: list[str] = []
    used = 0.0
    for cluster in graphemes(word):
        advance = measure(cluster)
        if pieces and used + advance / 2 <= each * len(pieces) + EXACT:
            pieces[-1] += cluster
        else:
            pieces.append(cluster)
        used += advance
    return pieces


def measured(text: str, measure: Measure, lettering: Lettering, longest: float) -> list[Word]:
    """Return a text's words with their widths, those wider than `longest` in pieces."""
    space = measure(" ")
    found = []
    for word in text.split():
        before = space
        for part in lettering.parts(word):
            wide = measure(part)
            if wide <= longest:
                found.append(Word(part, wide, before))
            else:
                pieces = _cut(part, wide, measure, lettering.graphemes, longest)
                found += [
                    Word(one, measure(one), 0.0 if n else before) for n, one in enumerate(pieces)
                ]
            before = 0.0
    return found


def name_lines(words: list[Word]) -> list[tuple[str, float]]:
    """Return the maker's name in lines with their widths in em; nearly always one."""
    lines: list[tuple[str, float]] = []
    for word in words:
        wide = word.width * NAME_SIZE
        space = word.space * NAME_SIZE
        if lines and lines[-1][1] + space + wide <= LONGEST_NAME:
            text, used = lines[-1]
            lines[-1] = (joined([Word(text, 0, 0), word]), used + space + wide)
        else:
            lines.append((word.text, wide))
    return lines


def joined(words: Sequence[Word]) -> str:
    """Return words as the text of one line."""
    rest = "".join((" " if word.space else "") + word.text for word in words[1:])
    return words[0].text + rest
