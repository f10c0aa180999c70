from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from desktop.history.found import Found
from desktop.history.words import holds, loses, when, where
from desktop.store.backup import Backup
from desktop.store.contents import Contents

MADE = datetime(2026, 10, 8, 14, 3, tzinfo=UTC)


def found(here: bool = True) -> Found:
    return Found(Backup(Path("stick/a.db"), MADE, 1), here, Contents(), {})


def test_a_backup_says_when_and_where() -> None:
    assert when(found(), MADE.date()) == "Today, 14:03"
    assert when(found(), date(2026, 10, 9)) == "Thursday 8 October 2026, 14:03"
    assert (where(found()), where(found(here=False))) == ("on this laptop", "stick")


def test_it_says_what_it_holds() -> None:
    counts = {"session": 1, "person": 1_000, "pledge": 0}
    assert holds(Contents(counts)) == "1 session, 1,000 people, 0 pledges"


@pytest.mark.parametrize(
    ("labels", "words"),
    [
        ({}, "Nothing was done since."),
        ({"Check in": 1}, "Takes away 1 step: Check in (1)"),
        (
            {"a": 1, "b": 2, "c": 3, "d": 4, "e": 5, "f": 1},
            "Takes away 16 steps: e (5), d (4), c (3), b (2), 2 others",
        ),
    ],
)
def test_it_says_what_would_be_lost(labels: dict[str, int], words: str) -> None:
    assert loses(labels) == words
