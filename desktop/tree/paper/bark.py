"""Trunk and boughs with light, shade and long calm lines of bark."""

import math
import random
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from desktop.tree.growth.standing import Standing
from desktop.tree.paper.palette import Palette
from desktop.tree.paper.steps import Fill, Outline, Points, Step, Stroke, joined, smooth
from desktop.tree.wood.strokes import Stroke as Wood

_LIGHT = (-0.52, 0.85)  # where the light comes from
_SHADED, _SHADED_PT = 0.42, 3.4  # em and points of half width from which wood has two sides
_DARK, _BRIGHT = 0.62, 0.30  # widths of the sides, of the half width
_LINED, _LINED_PT = 0.55, 4.5  # em and points of half width from which bark has lines
_LINES = 0.17  # for each em² of half a bough
_MOST, _POINTS = 60, 6  # lines of a bough; points of one
_REACH = (3.0, 9.0)  # times the half width: how long a line is
_WIDE, _LEAST = (0.006, 0.022), 0.03  # half the width of a line: of the bough's, and em
_LONG = 12  # points
_FAINT = 0.06  # shading that nobody sees
_FADE = 5.0  # em from its foot in which a bough's shading sets in
_EDGE = 0.11  # em
# Outlines are curves, as corners show from near. The file would be half as large again if that held
# of very many boughs: then thin ones are short lines, and long ones have half as many points.
_MANY, _VERY_MANY, _THICK_PT = 500, 1_400, 20.0  # boughs, points of half width


def bark(strokes: Sequence[Wood], standing: Standing, palette: Palette) -> Iterator[Step]:
    """Yield the wood, the thin below the thick."""
    colours = palette.wood
    boughs = [_Bough(stroke, standing, of=len(strokes)) for stroke in strokes]
    if colours.edge:  # what is drawn round all of it leaves no seams where boughs meet
        outlines = [bough.outline() for bough in boughs]
        yield Stroke(outlines, colours.edge, 2 * min(_EDGE * standing.em, 1.1))
        yield Fill(outlines, colours.body)
        yield Fill(list(boughs[-1].lines(0)), colours.lines)
        return
    least = max(_SHADED, _SHADED_PT / standing.em)
    yield Fill([bough.outline() for bough in boughs if bough.girth <= least], colours.body)
    for number, bough in enumerate(bough for bough in boughs if bough.girth > least):
        yield Fill([bough.outline()], colours.body)
        yield Fill(bough.side(dark=True), colours.dark)
        yield Fill(bough.side(dark=False), colours.light)
        yield Fill(list(bough.lines(number)), colours.lines)


class _Bough:
    """A piece of wood on the sheet."""

    def __init__(self, stroke: Wood, standing: Standing, *, of: int) -> None:
        self._em, self._of = standing.em, of
        outline = stroke.outline() * standing.em + standing.fork
        kept = self._kept(len(stroke.line))
        right, left = outline[: len(stroke.line)][kept], outline[::-1][: len(stroke.line)][kept]
        self._middle, self._aside = (right + left) / 2, (left - right) / 2
        self._half = stroke.half[kept]
        self._trunk = stroke.level == 0
        self.girth = float(stroke.half[0])

    def _kept(self, count: int) -> NDArray[np.intp]:
        """Return which points matter: of long boughs among many every other one does."""
        every = 2 if self._of > _MANY and count > _LONG else 1
        return np.unique(np.append(np.arange(0, count, every), count - 1))

    def outline(self) -> Outline:
        one = np.ones(len(self._half))
        return self._between(-one, one, slice(None))

    def _between(self, low: Points, high: Points, part: slice) -> Outline:
        middle, aside = self._middle[part], self._aside[part]
        right = middle + low[part, None] * aside
        left = (middle + high[part, None] * aside)[::-1]
        if self._of > _VERY_MANY and self.girth * self._em < _THICK_PT:
            return Outline(np.concatenate([right, left]))
        return Outline(joined(smooth(right), smooth(left)), curved=True)

    def _lit(self) -> Points:
        """Return how far each place's left side looks to the light, from −1 to 1."""
        far = np.sqrt((self._aside**2).sum(axis=1))
        return np.asarray((self._aside @ np.array(_LIGHT)) / np.maximum(far, 1e-9))

    def _share(self) -> Points:
        """Return how much shading there is along the bough: none at its foot and on twigs."""
        along = self._far()
        begun = np.ones(len(along)) if self._trunk else np.minimum(along / _FADE, 1.0)
        return np.asarray(begun * np.clip((self._half - 0.25) / 0.35, 0.0, 1.0))

    def side(self, *, dark: bool) -> list[Outline]:
        """Return the side in the shade, or the bright strip on the other."""
        lit, share = self._lit(), self._share()
        one = np.ones(len(lit))
        found = []
        for sign in (1.0, -1.0):  # where the left side is lit, and where the right one is
            facing = np.clip(sign * lit * 1.6, 0.0, 1.0) * share
            seen = np.flatnonzero(facing > _FAINT)
            if len(seen) < 3:
                continue
            part = slice(max(int(seen[0]) - 1, 0), int(seen[-1]) + 2)
            if dark:
                edge, inner = -sign * one, -sign * (1 - _DARK * facing)
            else:
                edge, inner = sign * (0.62 + 0.2 * facing), sign * (0.62 + (0.2 - _BRIGHT) * facing)
            first, second = (edge, inner) if sign * (1 if dark else -1) > 0 else (inner, edge)
            found.append(self._between(first, second, part))
        return found

    def lines(self, seed: int) -> Iterator[Outline]:
        """Yield lines of bark: they run along the bough and thin out at both ends."""
        chance = random.Random(seed * 7919 + len(self._half))
        thick = np.flatnonzero(self._half > max(_LINED, _LINED_PT / self._em))
        if len(thick) < 2:
            return
        far = self._far()
        first, last = 0.0 if self._trunk else _FADE, float(far[thick[-1]])
        mean = float(self._half[thick].mean())
        count = min(_MOST, int((last - first) * mean * _LINES) + 1)
        for number in range(count):
            # Every part of the girth gets its lines, in no order along the bough.
            share = 1.72 * ((number * 0.618) % 1) - 0.86
            long = chance.uniform(*_REACH) * mean
            start = chance.uniform(first, max(first, last - long))
            if self._trunk:
                start *= start / last  # more of them where the trunk is bare
            along = np.linspace(start, min(start + long, last), _POINTS)
            if along[-1] - along[0] > 2 * mean:
                yield self._line(along, share, chance.uniform(*_WIDE))

    def _far(self) -> Points:
        """Return how far each point lies from the foot along the bough, in em."""
        steps = np.sqrt((np.diff(self._middle, axis=0) ** 2).sum(axis=1)) / self._em
        return np.concatenate([[0.0], np.cumsum(steps)])

    def _line(self, along: Points, share: float, wide: float) -> Outline:
        far, t = self._far(), np.linspace(0, 1, len(along))
        middle, aside = (
            np.stack([np.interp(along, far, one[:, 0]), np.interp(along, far, one[:, 1])], axis=1)
            for one in (self._middle, self._aside)
        )
        half = np.interp(along, far, self._half)
        wander = share + 0.035 * np.sin(t * 2 * math.pi + 9 * share)
        thin = (wide + _LEAST / half) * np.sin(t * math.pi)
        right = smooth(middle + (wander - thin)[:, None] * aside)
        left = smooth(middle + (wander + thin)[:, None] * aside)
        return Outline(joined(right, left[::-1]), curved=True)
