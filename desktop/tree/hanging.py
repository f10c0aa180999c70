"""Where each pledge hangs on a tree, and what changes there when pledges come, change and go."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from desktop.progress import Progress
from desktop.tree.growth.grove import Grove, Hung, grow_grove, hang_all
from desktop.tree.growth.shape import Need, Place
from desktop.tree.model import Hanging, Tree, hanging_id

_FEW = 3  # leaves that are taken off one by one; for more, the tree is built anew without them


@dataclass(frozen=True, slots=True)
class Changes:
    """What was brought up to date: leaves to keep, leaves to take off, pledges without room."""

    kept: tuple[Hanging, ...] = ()
    gone: tuple[Hanging, ...] = ()
    left: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.kept or self.gone)


def place_of(hanging: Hanging) -> Place:
    """Return the place of a leaf."""
    h = hanging
    return Place(h.rung, h.x, h.y, h.side, h.tilt, h.node)


def said(text: str, name: str) -> str:
    """Return what names the words that stand on a leaf, so that a change of them is noticed."""
    return hashlib.sha256(f"{text}\0{name}".encode(errors="replace")).hexdigest()[:16]


class Arrangement:
    """The leaves of a tree by pledge, in the order in which they came.

    The same leaves and the same pledges in the same order always give the same places.
    """

    def __init__(self, tree: Tree, hangings: Iterable[Hanging] = ()) -> None:
        self.tree = tree
        self.leaves = {one.pledge: one for one in sorted(hangings, key=lambda one: one.number)}
        self._number = max((one.number for one in self.leaves.values()), default=0)
        self._grown: Grove | None = None

    def places(self, crown: int = 0) -> list[Place]:
        """Return where the leaves of one tree of the grove hang."""
        return [place_of(one) for one in self.leaves.values() if one.crown == crown]

    def bring_up(self, wanted: Mapping[str, Need], progress: Progress | None = None) -> Changes:
        """Hang what is wanted: pledges by id, in order, with what their words need.

        No other leaf moves. A leaf whose words grew grows where it hangs or, where that is not
        possible, takes another place. Raises Cancelled when `progress` was stopped.
        """
        gone = [one for pledge, one in self.leaves.items() if pledge not in wanted]
        self._take_off(gone)
        kept, left = [], []
        fresh = [(pledge, need) for pledge, need in wanted.items() if self._is_news(pledge, need)]
        progress = progress or Progress()
        if self.tree.crowns > 1 and not self.leaves:
            kept += self._hang_first(dict(fresh), progress)
            fresh = [one for one in fresh if one[0] not in self.leaves]
        for pledge, need in progress.over(fresh, len(fresh)):
            before = self.leaves.get(pledge)
            now = self._hang(pledge, need) if before is None else self._enlarge(before, need)
            if now is not None:
                kept.append(now)
                continue
            left.append(pledge)
            if before is not None:
                gone.append(before)
        return Changes(tuple(kept), tuple(gone), tuple(left))

    def _hang_first(self, wanted: Mapping[str, Need], progress: Progress) -> list[Hanging]:
        needs = list(wanted.values())
        ways = hang_all(self.tree.form, self.tree.crowns, needs)
        hung = dict(progress.over(ways, len(needs)))
        self._grown = None  # what it knows of leaves that are gone
        places = ((pledge, hung[number]) for number, pledge in enumerate(wanted))
        return [self._new(pledge, place) for pledge, place in places if place is not None]

    def _is_news(self, pledge: str, need: Need) -> bool:
        before = self.leaves.get(pledge)
        return before is None or need.rung > before.rung

    def share(
        self, wanted: Mapping[str, Need], width: float, height: float, least: float
    ) -> Changes | None:
        """Hang the first leaves on as few trees as keep the type from falling below `least`.

        The sheet's width and height and `least` are in points. None where no grove would do.
        """
        hung = grow_grove(list(wanted.values()), width, height, least)
        if hung is None:
            return None
        self.tree = replace(self.tree, crowns=max((one.tree + 1 for one in hung), default=1))
        kept = [self._new(pledge, one) for pledge, one in zip(wanted, hung, strict=True)]
        return Changes(tuple(kept))

    def note(self, saved: Iterable[Hanging]) -> None:
        """Take over leaves as they were kept, with their revisions."""
        self.leaves |= {one.pledge: one for one in saved}

    @property
    def _grove(self) -> Grove:
        if self._grown is None:
            crowns = range(self.tree.crowns)
            self._grown = Grove(self.tree.form, [self.places(crown) for crown in crowns])
        return self._grown

    def _take_off(self, gone: list[Hanging]) -> None:
        for one in gone:
            del self.leaves[one.pledge]
        if len(gone) > _FEW:
            self._grown = None
        elif gone and self._grown is not None:
            for one in gone:
                self._grown.drop(Hung(one.crown, place_of(one)))

    def _hang(self, pledge: str, need: Need) -> Hanging | None:
        hung = self._grove.add(need)
        return self._new(pledge, hung) if hung else None

    def _new(self, pledge: str, hung: Hung) -> Hanging:
        self._number += 1
        tree = self.tree.id
        leaf = Hanging(id=hanging_id(tree, pledge), tree=tree, pledge=pledge, number=self._number)
        return self._placed(leaf, hung)

    def _enlarge(self, before: Hanging, need: Need) -> Hanging | None:
        hung = self._grove.change(Hung(before.crown, place_of(before)), need)
        if hung is None:
            del self.leaves[before.pledge]
            return None
        return self._placed(replace(before, printed=None, said=""), hung)

    def _placed(self, leaf: Hanging, hung: Hung) -> Hanging:
        rung, x, y, side, tilt, node = hung.place
        placed = replace(
            leaf, crown=hung.tree, rung=rung, x=x, y=y, side=side, tilt=tilt, node=node
        )
        self.leaves[leaf.pledge] = placed
        return placed
