"""One sheet of a poster, drawn step by step."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop.language import tr
from desktop.printing.direction import joined
from desktop.printing.fit import fit
from desktop.printing.fonts import Weight
from desktop.printing.sheet import MM, Box
from desktop.printing.style import Style
from desktop.printing.text import width
from desktop.tree.growth.growing import lowest_limb
from desktop.tree.growth.standing import Standing, half_width, stand_planned
from desktop.tree.paper.bark import bark
from desktop.tree.paper.foliage import foliage, seed_leaves
from desktop.tree.paper.foot import areas, foot
from desktop.tree.paper.ground import Ground
from desktop.tree.paper.haze import haze
from desktop.tree.paper.palette import Palette, palette
from desktop.tree.paper.rows import Leaf, Poster
from desktop.tree.paper.steps import Line, Sheet, Step, Words
from desktop.tree.paper.symbols import symbols
from desktop.tree.sheets import TYPICAL
from desktop.tree.wood.plan import plan
from desktop.tree.wood.strokes import Stroke, bare_wood, wood

BLEED = 3 * MM
_WINTER = 50  # leaves, about, for which the bare tree of no pledges is drawn
_LOWER = 0.86  # of its size, so that there is room for a sentence above it
_SEEDLING = 3  # leaves up to which a tree has seed leaves


def draw(poster: Poster, number: int, *, bleed: bool = False, language: str = "en") -> Sheet:
    """Return the sheet of a tree of the poster, from 0; its steps are made as they are taken."""
    size, more = poster.sheet, BLEED if bleed else 0.0
    steps = _Tree(poster, number, more, language).steps()
    return Sheet(size.width, size.height, more, steps)


class _Tree:
    """A tree on its sheet."""

    def __init__(self, poster: Poster, number: int, bleed: float, language: str) -> None:
        self._poster, self._language = poster, language
        self._leaves: Sequence[Leaf] = poster.trees[number]
        self._width, self._height = poster.sheet.width, poster.sheet.height
        self._planned = -(-poster.planned // len(poster.trees))
        self._bare = not self._leaves and not self._planned
        self._standing = self._bare_standing() if self._bare else poster.standings[number]
        self._palette: Palette = palette(poster.look.season, plain=poster.look.plain)
        self._bleed = bleed
        which = poster.which(number, language)
        when = joined(which, poster.look.when)
        self._look = replace(poster.look, when=when)

    def steps(self) -> Iterator[Step]:
        standing, colours = self._standing, self._palette
        strokes = self._wood()
        yield from symbols(colours)
        ground = Ground(self._width, self._height, self._bleed, standing, colours)
        signed = any(leaf.kept for leaves in self._poster.trees for leaf in leaves)
        words = list(foot(self._look, ground, colours, signed=signed))
        yield from ground.behind()
        largest = max(map(len, self._poster.trees))
        yield from haze(
            self._leaves, standing, colours, Box(0, 0, self._width, self._height), largest
        )
        yield from bark(strokes, standing, colours)
        yield from ground.before(float(strokes[-1].half[0]) * standing.em, areas(words))
        if 0 < len(self._leaves) <= _SEEDLING and not self._planned:
            yield from seed_leaves(standing)
        yield from foliage(self._leaves, standing, colours)
        yield from words
        if self._bare and not any(self._poster.trees):
            yield self._invitation()

    def _wood(self) -> list[Stroke]:
        form = self._poster.form
        count = self._planned or (_WINTER if self._bare else 0)
        bare = None
        if count:
            reach = half_width(form, count, self._poster.each or TYPICAL)
            bare = bare_wood(plan(form), reach, count, lowest_limb(form, reach))
        places = [leaf.place for leaf in self._leaves]
        return wood(plan(form), places, self._standing.below, bare)

    def _bare_standing(self) -> Standing:
        found = stand_planned(self._width, self._height, _WINTER, self._poster.each or TYPICAL)
        return replace(found, em=found.em * _LOWER)

    def _invitation(self) -> Words:
        """Return the sentence above a tree without leaves."""
        said = tr("No leaves yet. The first pledge shown opens the first one.", self._language)
        style = Style(1, Weight.ITALIC)
        room = 0.8 * self._width
        size = 0.034 * min(self._width, self._height)
        found = fit(said, room, 4 * size, style, size, size / 2)
        lines = [
            Line(
                text,
                -width(text, style.at(found.size)) / 2,
                -n * found.size * style.leading,
                found.size,
                style.weight,
                self._palette.small,
            )
            for n, text in enumerate(found.lines)
        ]
        return Words((1, 0, 0, 1, self._width / 2, self._height - 2.2 * size), lines)
