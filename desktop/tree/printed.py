"""Keeping where a printed tree's leaves hang, so that the next print agrees with it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from desktop.store.change import Change
from desktop.tree.actions import hang, note_leaves, note_poster
from desktop.tree.growth.standing import Standing
from desktop.tree.hanging import Changes
from desktop.tree.model import Hanging, Tree


def note_leaves_on(
    change: Change,
    tree: Tree,
    changes: Changes,
    leaves: Iterable[Hanging],
    words: Mapping[str, str],
    day: date,
) -> None:
    """Note that leaves of a tree were printed; `words` names by pledge what stood on each.

    Leaves that `words` does not name are kept where they hang and count as not printed. Raises
    UserError when the tree grows on another laptop.
    """
    hang(change, tree, [one for one in changes.kept if one.pledge not in words], changes.gone)
    note_leaves(change, tree, [one for one in leaves if one.pledge in words], words, day)


def note_whole(
    change: Change,
    tree: Tree,
    standings: Sequence[Standing],
    changes: Changes,
    leaves: Iterable[Hanging],
    words: Mapping[str, str],
    day: date,
) -> Tree:
    """Note that a tree's whole poster was printed, and return the tree as it is kept.

    `words` and what it raises are those of `note_leaves_on`.
    """
    kept = note_poster(change, tree, standings, day)
    note_leaves_on(change, kept, changes, leaves, words, day)
    return kept
