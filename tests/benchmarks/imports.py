"""How long it takes to bring in 100,000 people from a CSV file, and how much memory.

Run `python3 -m tests.benchmarks.imports`. Each runs in a process of its own, in turn. The import
finds the columns, cleans and compares every row with the others and with those on file, and keeps
them in one change. The floor reads the same file with Python's csv and inserts the very rows that
the import wrote (change, revisions, heads, people) with the same settings and indexes. Goals:
within three times the floor, and less than 300 MB.
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

import psutil

from desktop.kinds import open_store
from desktop.people.importing import keep, look_up, people_kind
from desktop.store.engine import make_engine
from desktop.tables.reading import read_sheets
from desktop.tables.recognising import recognise

PEOPLE = 100_000
TURNS = 3
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


def bring_in(folder: Path, turn: int) -> float:
    """Import the list into an empty data file and return the seconds."""
    store = open_store(folder / f"import{turn}.db", "Siân Prosser")
    start = time.perf_counter()
    (sheet,) = read_sheets(folder / "list.csv")
    with store.read() as db:
        found = look_up(db, recognise(sheet.top, people_kind()).records(sheet.rows()))
    with store.change("Import people") as change:
        kept = keep(change, found, apart={likely.line for likely in found.likely})
    taken = time.perf_counter() - start
    assert len(kept) + len(found.refused) == PEOPLE, "somebody was lost"
    store.close()
    return taken


def bare(folder: Path, turn: int) -> float:
    """Read the list, insert the rows of an import, and return the seconds."""
    with make_engine(folder / "import0.db").connect() as connection:
        statements = connection.exec_driver_sql(
            "SELECT sql FROM sqlite_master WHERE tbl_name IN ('change', 'revision', 'head', "
            "'person') AND sql IS NOT NULL ORDER BY type DESC"
        )
        shapes = [row[0] for row in statements]
        rows = {
            name: [tuple(row) for row in connection.exec_driver_sql(f"SELECT * FROM {name}")]
            for name in ("change", "revision", "head", "person")
        }
    cursor = make_engine(folder / f"floor{turn}.db").raw_connection().cursor()
    for shape in shapes:
        cursor.execute(shape)
    start = time.perf_counter()
    with (folder / "list.csv").open(encoding="utf-8-sig", newline="") as file:
        assert sum(1 for _ in csv.reader(file)) == PEOPLE + 1
    cursor.execute("BEGIN IMMEDIATE")
    for name, some in rows.items():
        cursor.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(some[0]))})", some)
    cursor.execute("COMMIT")
    return time.perf_counter() - start


def alone(work: Callable[[Path, int], float], folder: Path, turn: int) -> tuple[float, int]:
    """Do the work in a process of its own; return its seconds and the most megabytes it took."""
    context = multiprocessing.get_context("spawn")
    mine, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_report, args=(theirs, work, folder, turn))
    process.start()
    theirs.close()
    watched, most = psutil.Process(process.pid), 0
    while not mine.poll(0.02):
        most = max(most, watched.memory_info().rss)
    taken: float = mine.recv()
    process.join()
    return taken, most // 1_000_000


def _report(pipe: Connection, work: Callable[[Path, int], float], folder: Path, turn: int) -> None:
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
    mine, least = (statistics.median(taken for taken, _ in all_) for all_ in (ours, floors))
    memory = max(most for _, most in ours)
    print(f"import of {PEOPLE:,} people: median {mine:.1f} s, at most {memory} MB")
    print(f"floor, reading and bare inserts: median {least:.1f} s ({mine / least:.1f} times)")
    met = mine < GOAL * least and memory < GOAL_MB
    goals = f"under {GOAL:.0f} times and {GOAL_MB} MB"
    print(f"goal: {goals}: {'met' if met else 'missed'}")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
