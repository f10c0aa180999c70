"""What is said of a tree that was printed without a window."""

import argparse
from collections.abc import Iterator

from desktop.language import count, tr
from desktop.tree.making import Arranged
from desktop.tree.model import Tree
from desktop.tree.undrawn import undrawn_words

SLIGHT = 0.05  # points


def remarks(
    made: Arranged, wanted: argparse.Namespace, *, turned: bool = False, hangs: Tree | None = None
) -> Iterator[str]:
    """Yield what people should know of a tree that was printed.

    `hangs` is the one that hangs already, `turned` says that one hangs which lies the other way.
    """
    if turned and wanted.landscape:
        yield tr("This is a new tree. Leave out --landscape to print the one that hangs.")
    elif turned:
        yield tr("This is a new tree. Add --landscape to print the one that hangs.")
    elif hangs is not None and not wanted.top_up:
        yield from _beside(made, hangs)
    yield from _of_its_leaves(made, wanted)
    if made.tree.crowns > 1 and wanted.grove:
        yield tr("The leaves are on {number} trees.").format(number=made.tree.crowns)
    yield from _missing(made)


def _of_its_leaves(made: Arranged, wanted: argparse.Namespace) -> Iterator[str]:
    hung = sum(map(len, made.leaves))
    if not hung:
        yield tr("There are no pledges to show yet, so the tree is bare.")
    elif wanted.planned and not wanted.top_up:
        yield _planned_words(hung, wanted.planned)
    if any(found := _undrawn_words(made, wanted)):
        yield " ".join(found)


def _missing(made: Arranged) -> Iterator[str]:
    waiting, left = len(made.gathered.chosen.waiting), len(made.changes.left)
    if waiting:
        yield count(
            "{n} pledge still waits to be read and is not on the tree.",
            "{n} pledges still wait to be read and are not on the tree.",
            waiting,
        )
    if left:
        yield count(
            "{n} new pledge is missing: the tree grows on the laptop that made it.",
            "{n} new pledges are missing: the tree grows on the laptop that made it.",
            left,
        )


def _beside(made: Arranged, hangs: Tree) -> Iterator[str]:
    """Yield how a poster differs from the one of the same leaves that hangs."""
    if made.tree.id != hangs.id:
        yield tr("These are new trees: on those that hang the words would be too small now.")
    elif hangs.standings and made.smallest < min(em for em, *_ in hangs.standings) - SLIGHT:
        yield tr("The tree has outgrown the poster that hangs, so this one is drawn smaller.")
        yield tr(
            "Leaves from --top-up fit the one that hangs, until this is printed in the window."
        )


def _undrawn_words(made: Arranged, wanted: argparse.Namespace) -> tuple[str, str]:
    if wanted.top_up:
        return undrawn_words(made.new)
    leaves = [leaf for crown in made.leaves for leaf in crown]
    return undrawn_words(leaves, made.tree.title, made.subtitle)


def _planned_words(hung: int, planned: int) -> str:
    if hung >= planned:
        there = count("{n} pledge is on it already,", "{n} pledges are on it already,", hung)
        return f"{there} {tr('and no bough is bare.')} {tr('Plan for more with --planned.')}"
    return count(
        "{n} pledge is on it already, the other boughs are bare. Add --top-up for its leaf alone.",
        "{n} pledges are on it already, the other boughs are bare. "
        "Add --top-up for their leaves alone.",
        hung,
    )
