"""Sky, hill and grass, and what lies on them in each season."""

import math
import random
from collections.abc import Iterator, Sequence

import numpy as np

from desktop.printing.sheet import MM, Box
from desktop.tree.growth.standing import Standing
from desktop.tree.paper.palette import Palette
from desktop.tree.paper.steps import Fill, Outline, Points, Step, Stroke, joined, rectangle, smooth

_BACK, _FRONT = 0.40, 0.12  # of the ground's height: how far the hills fall towards the edges
_LOW = 0.66  # of the ground's height: the front hill's crest
_NEAR, _TUFTS = 3, 6  # tufts of grass at the trunk's foot and beyond, in each colour
_LEANS = ((-0.6, -0.2, 0.3), (-0.45, 0.02, 0.5))
_FLOWERS = 26
_SAMPLES = 8  # points of the line between two of the crest's own
_CLEAR = 0.7 * MM  # between words and what lies or grows on the hill


class Ground:
    """The ground of one sheet; lengths in points."""

    def __init__(
        self, width: float, height: float, bleed: float, standing: Standing, palette: Palette
    ) -> None:
        self.width, self.level = width, standing.ground
        self._height, self._bleed, self._middle = height, bleed, standing.fork[0]
        self._palette = palette

    def lowest(self, left: float, right: float) -> float:
        """Return the lowest height of the hill's line between two places."""
        ends = self._crest(1.0, _BACK)
        t = np.arange(_SAMPLES + 1)[:, None, None] / _SAMPLES
        one, two, three, four = ends[:-1:3], ends[1::3], ends[2::3], ends[3::3]
        curve = (
            (1 - t) ** 3 * one
            + 3 * t * (1 - t) ** 2 * two
            + 3 * t**2 * (1 - t) * three
            + t**3 * four
        )
        x, y = curve.transpose(1, 0, 2).reshape(-1, 2).T
        places = np.append(x[(x > left) & (x < right)], (left, right))
        return float(np.interp(places, x, y).min())

    def behind(self) -> Iterator[Step]:
        """Yield what lies behind the tree."""
        more = self._bleed
        sky = rectangle(-more, -more, self.width + more, self._height + more)
        yield Fill([sky], self._palette.sky)
        if not self._palette.wood.dark:
            yield Stroke([Outline(self._crest(1.0, _BACK), True, False)], "#000000", 0.8)
            return
        yield Fill([self._hill(1.0, _BACK)], self._palette.hills[0])

    def before(self, girth: float, words: Sequence[Box] = ()) -> Iterator[Step]:
        """Yield what lies before the foot of a trunk so many points wide on either side.

        `words` are the areas that grass and strewn things leave free.
        """
        plain = not self._palette.wood.dark
        if not plain:
            yield Fill([self._mound(girth)], self._palette.hills[0])
            yield Fill([self._hill(_LOW, _FRONT)], self._palette.hills[1])
        blade = self.level * 0.32
        for number, colour in enumerate(self._palette.grass):
            tufts = list(self._tufts(girth, blade, number, words))
            if plain:
                yield Stroke(tufts, colour, 0.5)
            else:
                yield Fill(tufts, colour)
        if self._palette.flowers and not plain:
            yield from self._strewn(words)

    def _crest(self, level: float, fall: float) -> Points:
        x = np.linspace(-self._bleed - 1, self.width + self._bleed + 1, 13)
        away = (x - self._middle) / (self.width / 2)
        wave = 0.05 * np.sin(2.1 * away + 3 * level) * np.minimum(np.abs(away), 1.0)
        y = self.level * (level - fall * away**2 / (1 + 0.35 * away**2) + wave)
        return smooth(np.stack([x, y], axis=1))

    def _hill(self, level: float, fall: float) -> Outline:
        crest = self._crest(level, fall)
        low = -self._bleed - 1
        corners = np.array([(crest[-1, 0], low), (crest[0, 0], low)])
        return Outline(joined(crest, smooth(corners)), curved=True)

    def _mound(self, girth: float) -> Outline:
        """Return the bit of hill that hides where the trunk is cut off."""
        wide = girth * 1.5 + 0.25 * self.level
        t = np.linspace(-1, 1, 9)
        high = 0.07 * self.level * (1 - t**2) + 0.02 * self.level * np.sin(9 * t)
        level = self.level * (0.93 - 0.03 * t**2) + high
        top = np.stack([self._middle + wide * t, level], axis=1)
        low = np.array([top[-1], top[0]]) * (1, 0) + (0, 0.6 * self.level)
        return Outline(joined(smooth(top), smooth(low)), curved=True)

    def _tufts(
        self, girth: float, blade: float, number: int, words: Sequence[Box]
    ) -> Iterator[Outline]:
        """Yield blades of grass: tufts at the trunk's foot, thinner further away."""
        chance = random.Random(11 + number)
        reach = girth + 1.3 * self.level
        near = [(n + chance.uniform(-0.4, 0.4)) / _NEAR * 2 - 1 for n in range(_NEAR + 1)]
        far = [chance.gauss(0, 1.0) * reach for _ in range(_TUFTS)]
        tufts = [(1.25 * girth * place, 0.8) for place in near] + [(place, 0.6) for place in far]
        for place, share in tufts:
            if abs(place) > 0.46 * self.width:
                continue
            size = blade * share * chance.uniform(0.55, 1.15)
            x = self._middle + place
            y = self._height_at(x) - 0.12 * size
            for lean in _LEANS[number]:
                high = size * (1 - 0.5 * abs(lean)) * chance.uniform(0.7, 1.1)
                blade_ = _blade(x + lean * size * 0.5, y, lean * size * 0.9, high, size * 0.07)
                if _free(blade_, words):
                    yield blade_

    def _height_at(self, x: float) -> float:
        away = (x - self._middle) / (self.width / 2)
        return self.level * (0.965 - _BACK * away**2 / (1 + 0.35 * away**2))

    def _strewn(self, words: Sequence[Box]) -> Iterator[Step]:
        """Yield the small things of the season: flowers, fallen leaves, or flakes."""
        chance = random.Random(5)
        spots: dict[str, list[Outline]] = {colour: [] for colour in self._palette.flowers}
        for number in range(_FLOWERS):
            x = self.width * (number + chance.uniform(0.1, 0.9)) / _FLOWERS
            y = self._height_at(x) - self.level * chance.uniform(0.03, 0.16)
            size = self.level * chance.uniform(0.016, 0.028)
            colour = chance.choice(self._palette.flowers)
            spot = _spot(x, y, size, chance.uniform(-0.6, 0.6))
            if _free(spot, words):
                spots[colour].append(spot)
        for colour, outlines in spots.items():
            yield Fill(outlines, colour)


def _free(outline: Outline, words: Sequence[Box]) -> bool:
    """Say whether something lies clear of all words."""
    (left, low), (right, top) = outline.points.min(axis=0), outline.points.max(axis=0)
    return not any(
        left - _CLEAR < box.right
        and right + _CLEAR > box.x
        and low - _CLEAR < box.top
        and top + _CLEAR > box.y
        for box in words
    )


def _blade(x: float, y: float, lean: float, high: float, wide: float) -> Outline:
    tip = (x + lean, y + high)
    up = [(x - wide, y), (x - wide, y + 0.5 * high), (x + 0.4 * lean, y + 0.8 * high), tip]
    down = [(x + 0.4 * lean + wide, y + 0.7 * high), (x + wide, y + 0.4 * high), (x + wide, y)]
    return Outline(np.array([*up, *down]), curved=True)


def _spot(x: float, y: float, size: float, turn: float) -> Outline:
    angle = np.arange(10) * (2 * math.pi / 10)
    across, up = 1.3 * size * np.cos(angle), 0.7 * size * np.sin(angle)
    cos, sin = math.cos(turn), math.sin(turn)
    points = np.stack([x + across * cos - up * sin, y + across * sin + up * cos], axis=1)
    return Outline(points)
