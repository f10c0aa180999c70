"""An import that is killed has brought in the whole list or nobody."""

import random
from contextlib import closing
from pathlib import Path

import pytest

from desktop.people.model import Person
from desktop.store.store import Store
from tests.people.bringing_in import WRITING, surnames
from tests.store.killing import in_turn, killed_at_work
from tests.store.laptops import laptop


def assert_whole_lists(store: Store, said: int) -> None:
    """Check that all lists up to the one said are there, and at most one more, each whole."""
    lists = len(store.steps().undo)
    assert lists in (said + 1, said + 2)
    wanted = sorted(name for number in range(lists) for name in surnames(number))
    with store.read() as db:
        assert sorted(person.surname for person in db.find(Person)) == wanted
    assert store.check() == []


def kill_imports(folder: Path, times: int, seed: int) -> int:
    """Kill a program while it reads or writes; returns how often the list under way had come in."""
    rng = random.Random(seed)
    paths = [folder / f"{number // 4}.db" for number in range(times)]
    had_come = 0
    programs = in_turn(paths, ["tests.people.bringing_in"])
    for path, program in zip(paths, programs, strict=True):
        said = killed_at_work(program, rng.randint(2, 4), rng.uniform(0, 0.1))
        saved = max(said)
        assert saved > WRITING
        with closing(laptop(path)) as store:
            assert_whole_lists(store, saved)
            had_come += len(store.steps().undo) == saved + 2
    return had_come


def test_an_import_that_is_killed_brings_in_the_whole_list_or_nobody(tmp_path: Path) -> None:
    kill_imports(tmp_path, 5, seed=7)


@pytest.mark.long
def test_no_list_comes_in_by_halves_in_hundreds_of_kills(tmp_path: Path) -> None:
    kill_imports(tmp_path, 260, seed=8)
