"""Keeps a programme's tree in step with its pledges: reads, hangs what is new, keeps the places."""

from contextlib import suppress

from desktop.errors import UserError
from desktop.language import tr
from desktop.pledges.actions import Made
from desktop.store.store import Store
from desktop.store.undo import ASIDE
from desktop.tree.actions import hang, save_tree, screen_tree
from desktop.tree.growth.shape import Need, Place, tilts
from desktop.tree.growth.stamps import RUNGS, stamp
from desktop.tree.hanging import Arrangement, Changes
from desktop.tree.making import Arranged, Gathered, gather
from desktop.tree.model import Form, Tree
from desktop.tree.paper.rows import Leaf
from desktop.tree.paper.words import need


class Gardener:
    """Tends the tree that is shown of one programme; slow, so only in a worker, one at a time.

    With `keeps` false nothing is written: the tree is as it is kept, and new leaves are in memory.
    """

    def __init__(self, store: Store, programme: str, *, keeps: bool = True) -> None:
        self._store, self._programme, self._keeps = store, programme, keeps
        self._tree: Tree | None = None
        self._arrangement: Arrangement | None = None

    def tend(self) -> tuple[Leaf, ...]:
        """Return the leaves as they hang now, the newest last."""
        found = self._gather()
        arrangement = self._arrangement
        if arrangement is None or not self._is_up_to_date(arrangement, found):
            arrangement = Arrangement(found.tree, found.hangings)
        self._arrangement = None  # until all is well
        shown = found.chosen.shown
        wanted = {one.pledge.id: self._need(arrangement, one) for one in shown}
        changes = arrangement.bring_up(wanted)
        if changes and self._keeps:
            with suppress(UserError):  # whoever typed hears of a full disk; the tree goes on
                self._keep(found.tree, arrangement, changes)
        self._arrangement = arrangement
        (leaves,) = Arranged(found, arrangement, changes).leaves
        return leaves

    def warm_up(self) -> None:
        """Reckon what the first leaf of each size takes long for."""
        for size in range(RUNGS):
            for tilt in tilts():
                stamp(Place(size, 0, 0, 1, tilt, 0))

    def _need(self, arrangement: Arrangement, made: Made) -> Need:
        """Return what a pledge's words need; who only looks trusts what was kept."""
        hangs = None if self._keeps else arrangement.leaves.get(made.pledge.id)
        return Need(hangs.rung) if hangs else need(made.pledge.text, made.shown_name)

    def _gather(self) -> Gathered:
        with self._store.read() as db:
            tree = screen_tree(db, self._programme, Form.LANDSCAPE, self._store.device)
            if not tree.rev and self._tree is not None and not self._tree.rev:
                tree = self._tree  # the same as before, so that its leaves are
            self._tree = tree
            return gather(db, tree, self._store.device)

    def _is_up_to_date(self, arrangement: Arrangement, found: Gathered) -> bool:
        """Return whether nobody else changed the tree since it was tended."""
        if arrangement.tree.id != found.tree.id:
            return False
        if not self._keeps:
            return not found.hangings
        on_file = {(one.pledge, one.rev) for one in found.hangings}
        return on_file == {(one.pledge, one.rev) for one in arrangement.leaves.values()}

    def _keep(self, tree: Tree, arrangement: Arrangement, changes: Changes) -> None:
        with self._store.change(tr("Grow the tree"), undoes=ASIDE) as change:
            kept = tree if tree.rev else save_tree(change, tree)
            arrangement.note(hang(change, kept, changes.kept, changes.gone))
        self._tree = kept
