"""Power cuts while a facilitator types: `python -m tests.store.cutting FOLDER CUTS SEED`.

Records what a store writes on a disk of `tests.store.disk`, then lets the power fail at random
moments, opens what is left, and says as JSON what was lost or damaged.
"""

import json
import random
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop.errors import UserError
from desktop.people.model import Person
from desktop.store.store import Store
from tests.store.disk import Disk, laid_out, recorded
from tests.store.entering import expected, step
from tests.store.laptops import laptop

STEPS = 60
NAME = "hall.db"


@dataclass
class Typed:
    """The disk of a sitting, and after how many of its steps each change was acknowledged."""

    disk: Disk
    said: list[int]

    def acknowledged(self, until: int) -> int:
        """Return how many changes were acknowledged before a step of the disk."""
        return sum(at <= until for at in self.said)


def sitting(path: Path, loose: bool = False) -> Typed:
    """Type on a recorded disk; `loose` spoils the settings that make commits last."""
    said = []
    with recorded() as disk, closing(laptop(path)) as store:
        if loose:
            loosen(store)
        first = len(disk.steps)
        for number in range(STEPS):
            with store.change("Step") as change:
                step(change, number)
            said.append(len(disk.steps))
            if number % 20 == 19:
                fold_loosely(store) if loose else store.fold_log()
    assert first < said[0]
    return Typed(disk, said)


def loosen(store: Store) -> None:
    """Have commits not wait for the disk, as a careless program would."""
    with closing(store.engine.raw_connection()) as connection:
        connection.cursor().execute("PRAGMA synchronous=OFF")


def fold_loosely(store: Store) -> None:
    """Fold the log over the spoilt connection; the store's own way is one that still waits."""
    with closing(store.engine.raw_connection()) as connection:
        connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def losses(typed: Typed, cuts: int, seed: int) -> Iterator[str]:
    """Let the power fail so many times and yield what was wrong afterwards."""
    rng = random.Random(seed)
    for _ in range(cuts):
        until = rng.randrange(typed.said[0], len(typed.disk.steps) + 1)
        with TemporaryDirectory() as folder:
            laid_out(typed.disk.after(until, rng), Path(folder))
            yield from wrong(Path(folder, NAME), typed.acknowledged(until), until)


def wrong(path: Path, said: int, until: int) -> Iterator[str]:
    """Yield what is wrong with a file in which so many steps were acknowledged."""
    try:
        store = laptop(path)
    except UserError as error:
        yield f"cut at {until}: {error}"
        return
    with closing(store):
        yield from (f"cut at {until}: {words}" for words in store.check())
        steps = len(store.steps().undo)
        with store.read() as db:
            people = {person.id: person.given for person in db.find(Person)}
        if steps not in (said, said + 1) or people != expected(steps):
            yield f"cut at {until}: {said} acknowledged, {steps} there"


def main(folder: str, cuts: str, seed: str, *how: str) -> None:
    typed = sitting(Path(folder, NAME), loose=bool(how))
    found = list(losses(typed, int(cuts), int(seed)))
    json.dump({"steps": len(typed.disk.steps), "wrong": found}, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
