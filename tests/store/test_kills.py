import random
import shutil
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.people.model import Person
from desktop.store.backup import list_backups, make_backup, own_folder
from desktop.store.contents import contents_of
from desktop.store.store import Store
from tests.store.entering import expected, step
from tests.store.killing import in_turn, killed_at_work
from tests.store.laptops import NOON, laptop

ENTERING = ["tests.store.entering"]
BACKING_UP = ["tests.store.copying", "backup"]
RESTORING = ["tests.store.copying", "restore"]


def assert_whole(store: Store, said: int) -> None:
    """Check that all steps up to the one said are there, and at most one more."""
    steps = len(store.steps().undo)
    assert steps in (said + 1, said + 2)
    with store.read() as db:
        people = {person.id: person.given for person in db.find(Person)}
    assert people == expected(steps)
    assert store.check() == []
    assert store.undo()
    with store.read() as db:
        assert {person.id: person.given for person in db.find(Person)} == expected(steps - 1)
    assert store.redo()


def kill_many(folder: Path, times: int, seed: int) -> None:
    rng = random.Random(seed)
    paths = [folder / f"{number // 8}.db" for number in range(times)]
    for path, program in zip(paths, in_turn(paths, ENTERING), strict=True):
        said = killed_at_work(program, rng.randint(1, 15), rng.uniform(0, 0.02))
        with closing(laptop(path)) as store:
            assert_whole(store, said[-1])


def kill_backups(folder: Path, times: int, seed: int) -> None:
    """Kill a program while it makes backups: what stands under a backup's name is whole."""
    rng = random.Random(seed)
    paths = [folder / str(number // 8) / "hall.db" for number in range(times)]
    for path in dict.fromkeys(paths):
        path.parent.mkdir()
    for path, program in zip(paths, in_turn(paths, BACKING_UP), strict=True):
        said = killed_at_work(program, rng.randint(1, 3), rng.uniform(0, 0.1))
        with closing(laptop(path)) as store:
            assert_whole(store, said[-1])
        backups = list_backups(own_folder(path))
        assert backups
        for backup in backups:
            assert contents_of(backup.path, {"person": Person}).whole
            with closing(laptop(Path(shutil.copy(backup.path, folder / "look.db")))) as copy:
                assert copy.check() == []


def kill_restores(folder: Path, times: int, seed: int) -> None:
    """Kill a program while it goes back to backups: the file is one of them, never neither."""
    rng = random.Random(seed)
    path = folder / "hall.db"
    own_folder(path).mkdir()
    wanted = []
    with closing(laptop(path)) as store:
        for number in range(2):
            with store.change("Step") as change:
                step(change, number)
            make_backup(store, own_folder(path), NOON + timedelta(days=number))
            wanted.append(expected(number + 1))
    for program in in_turn([path] * times, RESTORING):
        killed_at_work(program, rng.randint(1, 3), rng.uniform(0, 0.1))
        with closing(laptop(path)) as store:
            assert store.check() == []
            with store.read() as db:
                people = {person.id: person.given for person in db.find(Person)}
        assert people in wanted


def test_backups_of_a_killed_program_are_whole_or_not_there(tmp_path: Path) -> None:
    kill_backups(tmp_path, 6, seed=3)


def test_a_restore_that_is_killed_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    kill_restores(tmp_path, 6, seed=4)


def test_nothing_acknowledged_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    kill_many(tmp_path, 25, seed=1)


def test_a_program_killed_while_it_makes_its_file_starts_again(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.db" for number in range(10)]
    for number, (path, program) in enumerate(zip(paths, in_turn(paths, ENTERING), strict=True)):
        said = killed_at_work(program, 0, number * 0.006)
        with closing(laptop(path)) as store:
            assert store.check() == []
            assert len(store.steps().undo) >= len(said)


@pytest.mark.long
def test_nothing_acknowledged_is_lost_in_several_hundred_kills(tmp_path: Path) -> None:
    kill_many(tmp_path, 500, seed=2)


@pytest.mark.long
def test_no_backup_is_half_a_backup_in_hundreds_of_kills(tmp_path: Path) -> None:
    kill_backups(tmp_path, 250, seed=5)


@pytest.mark.long
def test_no_restore_leaves_neither_file_in_hundreds_of_kills(tmp_path: Path) -> None:
    kill_restores(tmp_path, 250, seed=6)
