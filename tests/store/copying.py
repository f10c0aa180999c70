"""Backups and restores until the program is killed: `python -m tests.store.copying WHAT FILE`.

Waits for a line, then works and says a line after each thing that is done.
"""

import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from desktop.store.backup import list_backups, make_backup, own_folder, prune, restore_backup
from tests.store.entering import step
from tests.store.laptops import NOON, laptop


def back_up(path: Path) -> None:
    """Save a step and back it up, again and again."""
    folder = own_folder(path)
    folder.mkdir(exist_ok=True)
    with closing(laptop(path)) as store:
        number = len(store.steps().undo)
        while True:
            with store.change("Step") as change:
                step(change, number)
            make_backup(store, folder, NOON + timedelta(seconds=number))
            prune(folder, NOON + timedelta(seconds=number))
            say(number)
            number += 1


def restore(path: Path) -> None:
    """Go back to one backup after the other, again and again."""
    backups = list_backups(own_folder(path))
    number = 0
    while True:
        chosen = backups[number % len(backups)].path
        kept = restore_backup(chosen, path, NOON + timedelta(seconds=number))
        if kept is not None:
            kept.unlink()
        say(number)
        number += 1


def say(number: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.stdin.readline()
    {"backup": back_up, "restore": restore}[sys.argv[1]](Path(sys.argv[2]))
