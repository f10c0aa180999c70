"""Spoils a poster on purpose, to see that the checker notices."""

from collections.abc import Callable
from dataclasses import replace

from desktop.tree.paper.drawing import draw
from desktop.tree.paper.pdf import pdf
from desktop.tree.paper.rows import Poster
from desktop.tree.paper.steps import Step, Use, Words

Spoil = Callable[[list[Step], int, float], None]
"""Changes the steps; it is told where a kept leaf begins, and the size of an em."""


def spoilt(poster: Poster, spoil: Spoil) -> bytes:
    """Return the PDF of a poster of which one kept leaf was spoilt."""
    sheet = draw(poster, 0)
    steps = list(sheet.steps)
    kept = [n for n, step in enumerate(steps) if isinstance(step, Use) and step.name == "kept"]
    spoil(steps, kept[len(kept) // 2], poster.standings[0].em)
    return pdf([sheet._replace(steps=steps)], poster.sheet, title="", author="", language="en")


def moved_leaf(steps: list[Step], kept: int, em: float) -> None:
    leaf = steps[kept]
    assert isinstance(leaf, Use)
    a, b, c, d, x, y = leaf.matrix
    steps[kept] = replace(leaf, matrix=(a, b, c, d, x + em, y))


def moved_with_words(steps: list[Step], kept: int, em: float) -> None:
    for number in range(kept, kept + 3):
        step = steps[number]
        assert isinstance(step, Use | Words)
        a, b, c, d, x, y = step.matrix
        steps[number] = replace(step, matrix=(a, b, c, d, x, y + em))


def dropped_line(steps: list[Step], kept: int, em: float) -> None:
    words = _words(steps, kept)
    steps[kept + 2] = replace(words, lines=words.lines[1:])


def larger_type(steps: list[Step], kept: int, em: float) -> None:
    words = _words(steps, kept)
    lines = [line._replace(size=line.size * 1.05) for line in words.lines]
    steps[kept + 2] = replace(words, lines=lines)


def enlarged_words(steps: list[Step], kept: int, em: float) -> None:
    """Make a leaf's words larger as a whole."""
    words = _words(steps, kept)
    a, b, c, d, x, y = words.matrix
    steps[kept + 2] = replace(words, matrix=(a * 1.05, b * 1.05, c * 1.05, d * 1.05, x, y))


def changed_word(steps: list[Step], kept: int, em: float) -> None:
    words = _words(steps, kept)
    first, *rest = words.lines
    steps[kept + 2] = replace(words, lines=[first._replace(text=first.text[::-1]), *rest])


def blossom_on_words(steps: list[Step], kept: int, em: float) -> None:
    blossom, leaf = steps[kept + 1], steps[kept]
    assert isinstance(blossom, Use)
    assert isinstance(leaf, Use)
    a, b, c, d, _, _ = blossom.matrix
    along, up, _, _, x, y = leaf.matrix
    steps[kept + 1] = replace(blossom, matrix=(a, b, c, d, x + 0.45 * along, y + 0.45 * up))


def no_blossom(steps: list[Step], kept: int, em: float) -> None:
    del steps[kept + 1]


def lost_leaf(steps: list[Step], kept: int, em: float) -> None:
    del steps[kept : kept + 3]


def _words(steps: list[Step], kept: int) -> Words:
    words = steps[kept + 2]
    assert isinstance(words, Words)
    return words


ALL: tuple[Spoil, ...] = (
    moved_leaf,
    moved_with_words,
    dropped_line,
    larger_type,
    enlarged_words,
    changed_word,
    blossom_on_words,
    no_blossom,
    lost_leaf,
)
