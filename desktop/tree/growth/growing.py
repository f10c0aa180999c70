"""A tree that grows leaf by leaf: each takes the best free place, and no leaf ever moves."""

from collections.abc import Callable, Iterable

import numpy as np

from desktop.leaf import RATIO
from desktop.tree.growth import costs
from desktop.tree.growth.choice import UGLY, Choice, Chooser, place_at
from desktop.tree.growth.clearing import clearing
from desktop.tree.growth.crown import crown
from desktop.tree.growth.maps import Maps
from desktop.tree.growth.sapling import BOX, FIRST, Stem
from desktop.tree.growth.shape import CELL, MIDDLE, Place, width_of
from desktop.tree.growth.stamps import RUNGS
from desktop.tree.growth.vacancies import Offers, Point, Search, Vacancies
from desktop.tree.wood.limbs import LIMBS_BELOW
from desktop.tree.wood.perch import Perches
from desktop.tree.wood.plan import Seen, plan

# Up to so many leaves: places whose twigs are looked at, and what counts of a twig's cost.
STAGES = ((12, 256, 0.6), (60, 256, 0.5), (10**9, 100, 0.5))
YOUNG = 50  # leaves
BANDS, SPAN = 10, 3.0  # how widely places are looked for: bands, em
# While the best place so far has UGLY bare wood one is looked for elsewhere, so many times, as all
# that are near it may lie as badly.
ELSEWHERE = 6

Look = Callable[[Seen | None, tuple[Point, ...]], Choice | None]


def _looked_around(look: Look, near: Seen) -> Choice | None:
    """Return the best place found near hidden wood; elsewhere too while all others are ugly."""
    best = seen = look(near, ())
    shunned: tuple[Point, ...] = ()
    while seen and seen.bare >= UGLY and len(shunned) < ELSEWHERE:
        shunned += ((seen.place.x * CELL, seen.place.y * CELL),)
        seen = look(near, shunned)
        best = min(one for one in (best, seen) if one)
    return best or look(None, ())  # by bare wood, rather than nowhere


def lowest_limb(form: str, reach: float) -> float:
    """Return the height in em at which limbs may leave the trunk of a crown so many em wide."""
    return -LIMBS_BELOW * crown(form).down * reach


class Growth:
    """A tree and its free places. What it does next follows from the places it has.

    `form` is "portrait" or "landscape"; `places` are those of a tree that stands already.
    """

    def __init__(self, form: str, places: Iterable[Place] = ()) -> None:
        self.form = form
        self.crown = crown(form)
        self.plan = plan(form)
        self.places: list[Place] = []
        self._stem = Stem(self.plan)
        self._maps = Maps(self.crown)
        self._vacancies = Vacancies(self.crown, self._maps, self.plan)
        self._wood = Perches(self.plan)
        self._frame = 0.0  # em: half the width of the frame about the leaves
        for x, y, stamp in self._stem.kept():
            self._maps.press(x, y, stamp)
        for place in places:
            self.keep(place)

    def add(self, rung: int, *, level: bool = False) -> Place | None:
        """Let one more leaf grow and return its place; None where the crown is full."""
        place = self._best(rung, level=level)
        if place is not None:
            self.keep(place)
        return place

    def keep(self, place: Place) -> None:
        """Let a leaf hang at a place that was chosen before."""
        self._maps.take(place)
        self._hang(place)
        self.places.append(place)

    def drop(self, place: Place) -> None:
        """Take a leaf away; its place is free for a later one. Raises ValueError without it."""
        self.places.remove(place)
        part = self._maps.clear(place)
        self._vacancies.forget()
        for x, y, stamp in self._stem.kept():
            self._maps.press(x, y, stamp, part)
        self._wood, self._frame = Perches(self.plan), 0.0
        for other in self.places:
            self._maps.take(other, part)
            self._hang(other)

    def change(self, place: Place, rung: int, *, level: bool = False) -> Place | None:
        """Return where a leaf hangs once its words need another size; other leaves stay.

        A smaller leaf keeps its place and size, its type grows; a larger one grows where it is
        if it can, else it takes another place. None where the crown is full: it is gone then.
        """
        if rung <= place.rung:
            return place
        self.drop(place)
        larger = place._replace(rung=rung)
        turns = level and place.tilt != 0
        if rung >= RUNGS or turns or not self._maps.holds(larger):
            return self.add(rung, level=level)
        self.keep(larger)
        return larger

    def _hang(self, place: Place) -> None:
        self._wood.hang(place.node)
        nodes = self.plan.within(place.x * CELL, place.y * CELL, width_of(place.rung) * 1.2 + 3)
        self._wood.shelter.cover(nodes, self._maps.covered(self.plan.x[nodes], self.plan.y[nodes]))
        way, x, y = costs.way_of(place), place.x * CELL, place.y * CELL
        level = costs.frame(self.crown, place.rung, np.array([way]), np.array([x]), np.array([y]))
        self._frame = max(self._frame, float(level[0]))
        self._wood.shelter.allow(lowest_limb(self.form, self._frame))

    def _best(self, rung: int, *, level: bool) -> Place | None:
        number = len(self.places)
        if rung >= RUNGS:
            return self._large(rung)
        found = self._first(rung, number, level=level) if number < len(FIRST) else None
        if found is not None:
            return found
        tried, wood = next(stage[1:] for stage in STAGES if number < stage[0])
        stage = costs.Stage(self._frame, number < YOUNG)

        chooser = self._chooser(wood)

        def look(near: Seen | None, shunned: tuple[Point, ...]) -> Choice | None:
            search = Search(BANDS, SPAN, tried, near, shunned)
            offers = self._vacancies.cheapest(rung, search, stage, level=level)
            return chooser.best(rung, offers) if len(offers.way) else None

        best = look(None, ()) if stage.young else _looked_around(look, self._wood.shelter.squares)
        return best and best.place

    def _chooser(self, weight: float) -> Chooser:
        lowest = lowest_limb(self.form, self._frame)
        young = len(self.places) < YOUNG
        return Chooser(self.crown, self._maps, self._wood, lowest, weight, young)

    def _first(self, rung: int, number: int, *, level: bool) -> Place | None:
        """Return the best place beside the stem for one of the first leaves."""
        way, cells = self._maps.beside(rung, FIRST[number], *BOX, level=level)
        if not len(cells):
            return None
        x, y = self.crown.at(cells)
        half = width_of(rung) * RATIO * MIDDLE
        foot_x, foot_y = x - costs.axes()[0][way] * half, y - costs.axes()[1][way] * half
        best = int(self._stem.cost(number, way, foot_x, foot_y).argmin())
        node = self._stem.node(float(foot_y[best]))
        return place_at(self.crown, rung, int(cells[best]), int(way[best]), node)

    def _large(self, rung: int) -> Place | None:
        """Return a place for a leaf larger than those of the maps."""
        found = clearing(self.crown, self._maps.all_taken(), rung)
        if found is None:
            return None
        ways, cells = (np.array([one]) for one in found)
        frame = costs.frame(self.crown, rung, ways, *self.crown.at(cells))
        # Looked at as on an older tree: its wood must not leave the sheet.
        chooser = self._chooser(STAGES[-1][2])._replace(young=False)
        return chooser.best(rung, Offers(ways, cells, np.zeros(1), frame)).place
