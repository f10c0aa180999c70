"""Trees that were laid out before, kept at hand."""

from dataclasses import replace

from desktop.progress import Progress
from desktop.tree.hanging import Arrangement, Changes
from desktop.tree.making import Arranged, Gathered, arrange
from desktop.tree.model import Hanging
from desktop.tree.paper.words import rung
from desktop.tree.sheets import mean_area

_REMEMBERED = 8  # layouts

Key = tuple[object, ...]


class Layouts:
    """Trees that were laid out before: to choose another paper or title need not do it again."""

    def __init__(self) -> None:
        self._known: dict[Key, tuple[tuple[Hanging, ...], Changes]] = {}

    def arranged(self, gathered: Gathered, progress: Progress | None = None) -> Arranged:
        """Return a tree with every pledge in its place.

        Raises Cancelled when `progress` was stopped.
        """
        key = _key(gathered)
        known = self._known.get(key)
        if known is None:
            made = arrange(gathered, progress=progress)
            self._known[key] = tuple(made.arrangement.leaves.values()), made.changes
            # A worker that was stopped may be here as well, so the oldest are listed at once.
            for old in list(self._known)[:-_REMEMBERED]:
                self._known.pop(old, None)
            return made
        leaves, changes = known
        tree = gathered.tree
        if tree.planned and not tree.each:
            shown = gathered.chosen.shown
            each = mean_area(rung(one.pledge.text, one.shown_name) for one in shown)
            tree = replace(tree, each=each)
        return Arranged(gathered, Arrangement(tree, leaves), changes)


def _key(gathered: Gathered) -> Key:
    tree = gathered.tree
    return (
        *(tree.id, tree.form, tree.crowns, gathered.grows),
        tuple(one.rev for one in gathered.hangings),
        tuple((one.pledge.id, one.pledge.text, one.shown_name) for one in gathered.chosen.shown),
    )
