"""Imports until the program is killed: `python -m tests.people.bringing_in FILE`.

Waits for a line, then brings in one list of people after the other. Says WRITING before each list
is written and the list's number after it was saved.
"""

import sys
from contextlib import closing
from hashlib import sha256
from pathlib import Path

from desktop.people.importing import keep, look_up, people_kind
from desktop.store.store import Store
from desktop.tables.columns import Columns
from desktop.tables.reading import Sheet, read_sheets
from desktop.tables.recognising import recognise
from tests.store.laptops import laptop

ROWS = 300
WRITING = -1


def surnames(number: int) -> list[str]:
    """Return who stands in the list of that number; no two are alike."""
    return [sha256(f"{number}/{row}".encode()).hexdigest()[:16] for row in range(ROWS)]


def people_in(path: Path) -> tuple[Sheet, Columns]:
    """Return the first sheet of a list of people, and its columns."""
    sheet = read_sheets(path)[0]
    return sheet, recognise(sheet.top, people_kind())


def write_list(path: Path, number: int) -> None:
    rows = [f"Hanna,{name},{name}@example.org" for name in surnames(number)]
    path.write_text("\n".join(["First name,Surname,E-mail", *rows]), "utf-8")


def bring_in(store: Store, path: Path) -> None:
    """Import a list as the window and the command do."""
    sheet, columns = people_in(path)
    with store.read() as db:
        found = look_up(db, columns.records(sheet.rows()))
    say(WRITING)
    with store.change("Import people") as change:
        keep(change, found)


def import_lists(path: Path) -> None:
    with closing(laptop(path)) as store:
        number = len(store.steps().undo)
        while True:
            listed = path.with_suffix(".csv")
            write_list(listed, number)
            bring_in(store, listed)
            say(number)
            number += 1


def say(number: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.stdin.readline()
    import_lists(Path(sys.argv[1]))
