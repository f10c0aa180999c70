"""A facilitator who types until the program is killed: `python -m tests.store.entering FILE`.

Waits for a line, then saves one numbered step after the other and says each number after it was
saved. Every step adds a person and renames the one before.
"""

import sys
from dataclasses import replace
from pathlib import Path

from desktop.people.model import Person
from desktop.store.change import Change
from desktop.store.store import Store
from tests.store.laptops import laptop

MANY = 200
"""How many people every tenth step imports besides."""


def step(change: Change, number: int) -> None:
    """Write one step."""
    before = change.get(Person, f"p{number - 1}")
    if before:
        change.save(replace(before, given="renamed"))
    change.save(Person(id=f"p{number}", given="new"))
    if number % 10 == 0:
        change.save_all([Person(id=f"p{number}-{each}") for each in range(MANY)])


def expected(steps: int) -> dict[str, str]:
    """Return the given names that so many whole steps leave, by id."""
    found = {f"p{number}": "renamed" for number in range(steps)}
    found |= {f"p{steps - 1}": "new"} if steps else {}
    tens = range(0, steps, 10)
    return found | {f"p{number}-{each}": "" for number in tens for each in range(MANY)}


def enter(store: Store) -> None:
    """Save steps for as long as this program lives."""
    number = len(store.steps().undo)
    while True:
        with store.change("Step") as change:
            step(change, number)
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()
        number += 1


if __name__ == "__main__":
    sys.stdin.readline()
    enter(laptop(Path(sys.argv[1])))
