from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.kinds import open_store
from desktop.people.model import Person
from desktop.store.store import Store
from desktop.ui.theme import apply_theme
from desktop.ui.toast import Toast
from desktop.ui.window import Window
from desktop.undoing import Undoing


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Window:
    apply_theme(qapp, "light", 100)
    made = Window()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = open_store(tmp_path / "hall.db", "Siân")
    yield made
    made.close()


def said(window: Window) -> str:
    return next((one.text() for one in window.findChildren(Toast) if one.text()), "")


def add(store: Store) -> None:
    with store.change("Add person") as change:
        change.save(Person(given="Hanna"))


def people(store: Store) -> int:
    with store.read() as db:
        return db.count(Person)


def test_the_last_step_is_taken_back_and_done_again(window: Window, store: Store) -> None:
    undoing = Undoing(window, store)
    add(store)
    undoing.undo()
    assert (people(store), said(window)) == (0, "Undone: Add person")
    undoing.redo()
    assert (people(store), said(window)) == (1, "Done again: Add person")


def test_where_there_is_nothing_it_says_so(window: Window, store: Store) -> None:
    undoing = Undoing(window, store)
    undoing.undo()
    assert said(window) == "There is nothing to undo."
    undoing.redo()
    assert said(window) == "There is nothing to do again."


def test_a_step_of_an_earlier_start_is_named_before_it_is_undone(
    window: Window, store: Store
) -> None:
    add(store)
    again = open_store(store.path)
    undoing = Undoing(window, again)
    undoing.undo()
    assert said(window).startswith("Last time: Add person, ")
    assert people(store) == 1
    undoing.undo()
    assert people(store) == 0
    again.close()
