"""Copies of one data file that were both worked in: noticed when they are merged."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from desktop.language import tr
from desktop.store import sa, schema


@dataclass(frozen=True)
class Merged:
    """What a merge brought: the kinds that changed, and whether copies of a file were noticed."""

    kinds: frozenset[str]
    copied: bool = False

    def warning(self) -> str:
        """Return what somebody should know, empty where there is nothing."""
        if not self.copied:
            return ""
        return tr(
            "A data file was copied, and both copies were worked in. Everything from both is kept. "
            "Go on with one of them only."
        )


def copies_of(here: sa.Connection) -> dict[str, int]:
    """Return how often a number of a replica's changes was given twice, by replica.

    Two laptops then went on with copies of one data file.
    """
    change = schema.change
    twice = sa.select(change.c.device).group_by(change.c.device, change.c.seq)
    found = here.execute(twice.having(sa.func.count() > 1)).scalars()
    return dict(Counter(found))
