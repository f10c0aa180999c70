"""A grove: several trees that share the pledges, so that the type stays large enough to read."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.tree.growth.growing import Growth
from desktop.tree.growth.shape import Need, Place, width_of
from desktop.tree.growth.standing import form_of, stand

MOST = 100  # trees


@dataclass(frozen=True, slots=True)
class Hung:
    """A leaf of a grove: the number of its tree, from 0, and its place there."""

    tree: int
    place: Place


class Grove:
    """Trees of one form. A new leaf goes to the emptiest; none ever changes tree."""

    def __init__(self, trees: Sequence[Growth]) -> None:
        self.trees = list(trees)
        self._areas = [sum(_area(place.rung) for place in tree.places) for tree in trees]

    def add(self, need: Need) -> Hung | None:
        """Hang one more leaf; None where every tree is full."""
        for number in sorted(range(len(self.trees)), key=lambda n: (self._areas[n], n)):
            place = self.trees[number].add(need.rung, level=need.level)
            if place is not None:
                self._areas[number] += _area(need.rung)
                return Hung(number, place)
        return None

    def drop(self, hung: Hung) -> None:
        """Take a leaf away. Raises ValueError where it does not hang."""
        self.trees[hung.tree].drop(hung.place)
        self._areas[hung.tree] -= _area(hung.place.rung)

    def change(self, hung: Hung, need: Need) -> Hung | None:
        """Return where a leaf hangs once its words need another size, as `Growth.change`.

        Where its own tree has no room it goes to another. None where all are full.
        """
        place = self.trees[hung.tree].change(hung.place, need.rung, level=need.level)
        self._areas[hung.tree] -= _area(hung.place.rung)
        if place is None:
            return self.add(need)
        self._areas[hung.tree] += _area(place.rung)
        return Hung(hung.tree, place)


def grow_grove(
    needs: Sequence[Need], width: float, height: float, least: float
) -> tuple[Grove, list[Hung]] | None:
    """Return the smallest grove, and where its leaves hang, whose type is nowhere below `least`.

    `least` and the sheet's width and height are in points. None where no grove would do.
    """
    form, count = form_of(width, height), 1
    while count <= MOST:
        grove = Grove([Growth(form) for _ in range(count)])
        hung = _hung(grove, needs)
        if hung is not None:
            smallest = min(stand(width, height, tree.places).em for tree in grove.trees)
            if smallest >= least:
                return grove, hung
            count = max(count + 1, int(count * (smallest / least) ** -1.8))
        else:
            count *= 2
        if count > max(len(needs), 1):
            return None
    return None


def _hung(grove: Grove, needs: Sequence[Need]) -> list[Hung] | None:
    found = []
    for need in needs:
        hung = grove.add(need)
        if hung is None:
            return None
        found.append(hung)
    return found


def _area(rung: int) -> float:
    return width_of(rung) ** 2
