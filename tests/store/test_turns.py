import threading
from contextlib import closing
from pathlib import Path

import pytest

from desktop.errors import UserError
from desktop.people.model import Person
from desktop.store.store import Store
from desktop.store.turns import Turns
from tests.store.laptops import add, laptop, names


def test_a_change_inside_a_change_is_a_mistake_that_shows_at_once(store: Store) -> None:
    with store.change("Add person") as change:
        change.save(Person(given="Siân"))
        with pytest.raises(RuntimeError), store.change("Add another"):
            pass
    assert names(store) == ["Siân"]


def test_a_second_writer_waits_for_the_first(store: Store) -> None:
    begun, may_end = threading.Event(), threading.Event()

    def import_people() -> None:
        with store.change("Import people") as change:
            change.save(Person(given="Anna"))
            begun.set()
            may_end.wait(10)

    worker = threading.Thread(target=import_people)
    worker.start()
    assert begun.wait(10)
    threading.Timer(0.05, may_end.set).start()
    add(store, "Bhavna")
    worker.join()
    assert names(store) == ["Anna", "Bhavna"]
    assert [step.label for step in store.steps().undo] == ["Import people", "Add person"]


def test_nothing_more_is_saved_into_a_file_that_was_deleted(tmp_path: Path) -> None:
    with closing(laptop(tmp_path / "a.db")) as store:
        add(store, "Anna")
        (tmp_path / "a.db").rename(tmp_path / "b.db")
        with pytest.raises(UserError, match="moved, replaced or deleted"):
            add(store, "Bhavna")
        (tmp_path / "b.db").rename(tmp_path / "a.db")
        add(store, "Catrin")
        assert names(store) == ["Anna", "Catrin"]


def test_who_waits_too_long_is_told_so(tmp_path: Path) -> None:
    turns = Turns(tmp_path / "a.db", patience=0.01)
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        with turns.turn():
            held.set()
            done.wait(10)

    worker = threading.Thread(target=hold)
    worker.start()
    assert held.wait(10)
    with pytest.raises(UserError, match="is still saving"), turns.turn():
        pass
    done.set()
    worker.join()
    with turns.turn():
        pass
