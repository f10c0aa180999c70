"""How long it takes to bring in 100,000 people from a CSV file, and how much memory.

Run `python3 -m tests.benchmarks.imports`. Each runs in a process of its own, in turn. The import
finds the columns, cleans and compares every row with the others and with those on file, and keeps
them in one change. The floor reads the same file with Python's csv and inserts the very rows that
the import wrote (change, revisions, heads, people), a table at a time, in the same order, with the
settings and indexes of every data file, and commits them. Goals: within three times the floor, and
less than 300 MB. The processor's seconds are printed beside: they tell more on a busy machine.
"""

import csv
import multiprocessing
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

import psutil

from desktop.kinds import open_store
from desktop.people.importing import keep, look_up, people_kind
from desktop.store.engine import make_engine
from desktop.tables.reading import read_sheets
from desktop.tables.recognising import recognise

PEOPLE = 100_000
TURNS = 3
WRITTEN = {
    "change": "* FROM change",
    "revision": "* FROM revision ORDER BY rowid",
    "head": "head.* FROM revision JOIN head ON head.rev = revision.rev ORDER BY revision.rowid",
    "person": "* FROM person ORDER BY rowid",
}
"""The rows that an import writes, each table's in the order in which it writes them."""
Work = Callable[[Path, int], tuple[float, float]]
GOAL, GOAL_MB = 3.0, 300
_START = ["Ab", "Ber", "Cad", "Dan", "El", "Far", "Gwen", "Har", "Iw", "Jen", "Kal", "Lew", "Mor"]
_MIDDLE = ["an", "e", "i", "o", "wyn", "il", "ar", "os"]
_END = ["a", "ed", "is", "on", "wen", "ley", "son", "ek", "uz", "iaid"]


def make_list(path: Path) -> None:
    """Write a list of made-up people; some names come often, as in life."""
    chance = random.Random(4)
    givens = [f"{a}{b}" for a in _START for b in _END]
    surnames = [f"{a}{b}{c}" for a in _START for b in _MIDDLE for c in _END]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["Surname", "First name", "Job title", "Team", "E-mail", "Staff no."])
        for number in range(PEOPLE):
            given, surname = chance.choice(givens), chance.choice(surnames)
            address = f"{given}.{surname}{number}@example.org"
            role, team = f"Role {number % 9}", f"Team {chance.randrange(400)}"
            writer.writerow([surname, given, role, team, address, f"{number:06}"])


class Taken(NamedTuple):
    """Seconds by the clock and by the processor, and the most megabytes."""

    clock: float
    processor: float
    memory: int


class Watch:
    """Measures from when it is made."""

    def __init__(self) -> None:
        self.clock, self.processor = time.perf_counter(), time.process_time()

    def taken(self) -> tuple[float, float]:
        """Return the seconds since, by the clock and by the processor."""
        return time.perf_counter() - self.clock, time.process_time() - self.processor


def bring_in(folder: Path, turn: int) -> tuple[float, float]:
    """Import the list into an empty data file and return the seconds."""
    store = open_store(folder / f"import{turn}.db", "Siân Prosser")
    watch = Watch()
    (sheet,) = read_sheets(folder / "list.csv")
    with store.read() as db:
        found = look_up(db, recognise(sheet.top, people_kind()).records(sheet.rows()))
    with store.change("Import people") as change:
        kept = keep(change, found, apart={likely.line for likely in found.likely})
    taken = watch.taken()
    assert len(kept) + len(found.refused) == PEOPLE, "somebody was lost"
    store.close()
    return taken


def bare(folder: Path, turn: int) -> tuple[float, float]:
    """Read the list, insert the rows of an import, and return the seconds."""
    with make_engine(folder / "import0.db").connect() as connection:
        statements = connection.exec_driver_sql(
            "SELECT sql FROM sqlite_master WHERE tbl_name IN ('change', 'revision', 'head', "
            "'person') AND sql IS NOT NULL ORDER BY type DESC"
        )
        shapes = [row[0] for row in statements]
        rows = {
            name: [tuple(row) for row in connection.exec_driver_sql(f"SELECT {written}")]
            for name, written in WRITTEN.items()
        }
    cursor = make_engine(folder / f"floor{turn}.db").raw_connection().cursor()
    for shape in shapes:
        cursor.execute(shape)
    watch = Watch()
    with (folder / "list.csv").open(encoding="utf-8-sig", newline="") as file:
        assert sum(1 for _ in csv.reader(file)) == PEOPLE + 1
    cursor.execute("BEGIN IMMEDIATE")
    for name, some in rows.items():
        cursor.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(some[0]))})", some)
    cursor.execute("COMMIT")
    return watch.taken()


def alone(work: Work, folder: Path, turn: int) -> Taken:
    """Do the work in a process of its own; return what it took."""
    context = multiprocessing.get_context("spawn")
    mine, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_report, args=(theirs, work, folder, turn))
    process.start()
    theirs.close()
    watched, most = psutil.Process(process.pid), 0
    while not mine.poll(0.02):
        most = max(most, watched.memory_info().rss)
    clock, processor = mine.recv()
    process.join()
    return Taken(clock, processor, most // 1_000_000)


def _report(pipe: Connection, work: Work, folder: Path, turn: int) -> None:
    pipe.send(work(folder, turn))


def main() -> int:
    """Measure, print the figures, and return 0 where the goals are met."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_list(folder / "list.csv")
        ours, floors = [], []
        for turn in range(TURNS):
            ours.append(alone(bring_in, folder, turn))
            floors.append(alone(bare, folder, turn))
    mine, least = (statistics.median(taken.clock for taken in all_) for all_ in (ours, floors))
    work, bare_ = (statistics.median(taken.processor for taken in all_) for all_ in (ours, floors))
    memory = max(taken.memory for taken in ours)
    print(f"import of {PEOPLE:,} people: median {mine:.1f} s, at most {memory} MB")
    print(f"floor, reading and bare inserts: median {least:.1f} s ({mine / least:.2f} times)")
    print(f"by the processor: {work:.1f} s and {bare_:.1f} s ({work / bare_:.2f} times)")
    met = mine < GOAL * least and memory < GOAL_MB
    goals = f"under {GOAL:.0f} times and {GOAL_MB} MB"
    print(f"goal: {goals}: {'met' if met else 'missed'}")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
