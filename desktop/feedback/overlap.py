"""Imported boxes that say the same: which of them count, so that no form counts twice.

The export of an online form grows, and laptops bring it in on different days: a later one holds all
that an earlier one says, and only the later counts. Which boxes count follows from the boxes of one
session and form alone; so it is the same in whatever order laptops merge.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from desktop.feedback.pile import NOTHING, Pile, pile_in


@dataclass(frozen=True)
class Imported:
    """The forms of one import; two that say just the same are one.

    `names` are its documents, `besides` those of boxes that were there when it was brought in and
    that hold other forms. `early` ones were kept by an earlier version of this program: of each
    export only what was new, so that together they are one.
    """

    pile: Pile
    names: frozenset[str] = frozenset()
    besides: frozenset[str] = frozenset()
    early: bool = False

    def is_beside(self, other: "Imported") -> bool:
        """Return whether both are known to hold different forms, even if these say the same."""
        if self.early and other.early:
            return True
        return bool(self.names & other.besides or other.names & self.besides)


def imported(bodies: Mapping[str, Any]) -> list[Imported]:
    """Return what was imported among the closed boxes of one session and form, by their names.

    The ids of a box that an earlier version imported are those that its content gives; the ids of
    a collected one are random.
    """
    found: dict[object, Imported] = {}
    for name, body in bodies.items():
        pile, early = pile_in(body), "besides" not in body
        if early and pile.body(body["session"], body["form"]) != body:
            continue
        besides = frozenset(body.get("besides", ()))
        before = found.get(pile.key, Imported(pile))
        found[pile.key] = Imported(
            pile, before.names | {name}, before.besides | besides, before.early or early
        )
    return list(found.values())


def held(bodies: Mapping[str, Any]) -> set[str]:
    """Return the names of closed boxes of one session and form that other ones count."""
    boxes = imported(bodies)
    everything = {name for box in boxes for name in box.names}
    return everything - {min(box.names) for box in counted(boxes)}


def may_count_twice(bodies: Mapping[str, Any]) -> bool:
    """Return whether two of the boxes that count seem to be of the same forms, in other columns."""
    pairs = combinations(imported(bodies), 2)
    return any(one.pile.has_other_columns(other.pile) for one, other in pairs)


def counted(boxes: Iterable[Imported]) -> list[Imported]:
    """Return the boxes that count, the largest first: those that no other one holds."""
    ordered = sorted(boxes, key=_smallness)
    early = Imported(sum((box.pile for box in ordered if box.early), NOTHING))
    later = [box for box in ordered if not box.early]
    new = [box for box in later if not early.pile.holds(box.pile)]
    return [
        box
        for at, box in enumerate(ordered)
        if not any(
            _holds(one, box, ordered[:at]) for one in (new if box.early else [early, *later])
        )
    ]


def _smallness(box: Imported) -> tuple[int, int, str]:
    pile = box.pile
    return -pile.number, -pile.comments.total(), min(box.names, default="")


def _holds(one: Imported, box: Imported, larger: Iterable[Imported]) -> bool:
    """Return whether one box holds another, and not only by chance what others of it say as well.

    Forms that are known to be others than those of a larger box have to be in it besides these.
    """
    if one is box or not one.pile.holds(box.pile):
        return False
    others: list[Pile] = []
    for other in larger:
        pile = other.pile
        if not other.is_beside(box) or other.is_beside(one):
            continue
        if pile.holds(one.pile):
            return False
        if not any(there.holds(pile) for there in others) and one.pile.holds(sum(others, pile)):
            others.append(pile)
    return one.pile.holds(sum(others, box.pile))
