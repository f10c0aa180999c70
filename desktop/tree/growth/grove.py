"""A grove: several trees that share the pledges, so that the type stays large enough to read."""

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.tree.growth.growing import Growth
from desktop.tree.growth.shape import Need, Place, width_of
from desktop.tree.growth.standing import form_of, stand

MOST = 100  # trees
CLOSER = 1.8  # the power with which leaves become fewer as the type becomes larger
OFTEN = 16  # leaves after which a tree's type is looked at
FAR_BELOW = 0.8  # of the least type: a young crown rises as it grows, and its type a little with it


@dataclass(frozen=True, slots=True)
class Hung:
    """A leaf of a grove: the number of its tree, from 0, and its place there."""

    tree: int
    place: Place


class Grove:
    """Trees of one form, by their leaves' places. A new leaf goes to the emptiest tree.

    No leaf ever changes tree. A tree takes much memory once a leaf of it comes or goes.
    """

    def __init__(self, form: str, places: Sequence[Sequence[Place]]) -> None:
        self.form = form
        self._places = list(places)
        self._grown: dict[int, Growth] = {}
        self._areas = [sum(_area(one.rung) for one in tree) for tree in places]

    def places(self, tree: int) -> list[Place]:
        """Return where the leaves of a tree hang, the newest last."""
        grown = self._grown.get(tree)
        return list(grown.places if grown else self._places[tree])

    def add(self, need: Need) -> Hung | None:
        """Hang one more leaf; None where every tree is full."""
        for number in sorted(range(len(self._areas)), key=lambda n: (self._areas[n], n)):
            place = self._tree(number).add(need.rung, level=need.level)
            if place is not None:
                self._areas[number] += _area(need.rung)
                return Hung(number, place)
        return None

    def drop(self, hung: Hung) -> None:
        """Take a leaf away. Raises ValueError where it does not hang."""
        self._tree(hung.tree).drop(hung.place)
        self._areas[hung.tree] -= _area(hung.place.rung)

    def change(self, hung: Hung, need: Need) -> Hung | None:
        """Return where a leaf hangs once its words need another size, as `Growth.change`.

        Where its own tree has no room it goes to another. None where all are full.
        """
        place = self._tree(hung.tree).change(hung.place, need.rung, level=need.level)
        self._areas[hung.tree] -= _area(hung.place.rung)
        if place is None:
            return self.add(need)
        self._areas[hung.tree] += _area(place.rung)
        return Hung(hung.tree, place)

    def _tree(self, number: int) -> Growth:
        if number not in self._grown:
            self._grown[number] = Growth(self.form, self._places[number])
        return self._grown[number]


def hang_all(form: str, count: int, needs: Sequence[Need]) -> Iterator[tuple[int, Hung | None]]:
    """Yield where leaves hang on so many new trees, as if they came to a grove one by one.

    Each comes with its number, tree by tree: all trees at once would take much memory. None where
    a tree is full; there may be room on another.
    """
    for tree, mine in enumerate(_shares(needs, count)):
        growth = Growth(form)
        for leaf in mine:
            place = growth.add(needs[leaf].rung, level=needs[leaf].level)
            yield leaf, Hung(tree, place) if place else None


def grow_grove(
    needs: Sequence[Need], width: float, height: float, least: float
) -> list[Hung] | None:
    """Return where leaves hang on the fewest trees whose type is nowhere below `least`.

    `least` and the sheet's width and height are in points. None where no grove would do.
    """
    form, count = form_of(width, height), 1
    while count <= min(MOST, max(len(needs), 1)):
        hung: dict[int, Hung] = {}
        for tree, mine in enumerate(_shares(needs, count)):
            places, em = _grown(form, [needs[n] for n in mine], (width, height), least)
            if len(places) < len(mine) or em < least:
                fit = len(places) * min(em / least, 1.0) ** CLOSER
                count = max(count + 1, int(len(needs) / fit))
                break
            hung |= {n: Hung(tree, place) for n, place in zip(mine, places, strict=True)}
        else:
            return [hung[n] for n in range(len(needs))]
    return None


def _shares(needs: Sequence[Need], count: int) -> list[list[int]]:
    """Return which leaves each of so many trees gets: each leaf goes to the emptiest."""
    shares: list[list[int]] = [[] for _ in range(count)]
    areas = [(0.0, tree) for tree in range(count)]
    for leaf, need in enumerate(needs):
        area, tree = areas[0]
        shares[tree].append(leaf)
        heapq.heapreplace(areas, (area + _area(need.rung), tree))
    return shares


def _grown(
    form: str, needs: Sequence[Need], sheet: tuple[float, float], least: float
) -> tuple[list[Place], float]:
    """Return where leaves hang on one tree, and how large its type is then.

    They are fewer once the tree is full, or its type by far too small.
    """
    tree = Growth(form)
    for need in needs:
        if tree.add(need.rung, level=need.level) is None:
            break
        if len(tree.places) % OFTEN == 0 and stand(*sheet, tree.places).em < FAR_BELOW * least:
            break
    return tree.places, stand(*sheet, tree.places).em


def _area(rung: int) -> float:
    return width_of(rung) ** 2
