import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.desk import Desk
from desktop.home.welcome import Welcome
from desktop.store.store import Store
from tests.ui.hands import click, press, show, type_text


@pytest.fixture
def welcome(qtbot: QtBot, store: Store) -> Welcome:
    made = Welcome(Desk(store))
    qtbot.addWidget(made)
    made.resize(1234, 640)
    show(made)
    made.begin()
    return made


def test_a_name_is_asked_for_before_planning(welcome: Welcome, store: Store) -> None:
    planned: list[bool] = []
    welcome.planned.connect(lambda: planned.append(True))
    assert welcome.author.edit.hasFocus()
    click(welcome.plan_button)
    assert welcome.author.error().startswith("Type your name first.")
    assert welcome.author.edit.hasFocus()
    assert planned == []
    type_text(welcome.author.edit, "Siân Prosser")
    assert welcome.author.error() == ""
    click(welcome.plan_button)
    assert planned == [True]
    assert store.author == "Siân Prosser"


def test_the_name_is_kept_as_soon_as_it_is_typed(welcome: Welcome, store: Store) -> None:
    type_text(welcome.author.edit, "Siân")
    press(welcome.author.edit, Qt.Key.Key_Tab)
    assert Desk(store).preferences.author == "Siân"


def test_looking_around_needs_no_name(welcome: Welcome, qtbot: QtBot) -> None:
    with qtbot.waitSignal(welcome.sample_wanted):
        press(welcome.sample_button, Qt.Key.Key_Return)


def test_who_is_known_begins_at_the_first_way(qtbot: QtBot, desk: Desk) -> None:
    made = Welcome(desk)
    qtbot.addWidget(made)
    show(made)
    made.begin()
    assert made.author.edit.text() == "Siân Prosser"
    assert made.plan_button.hasFocus()


def test_in_a_low_window_the_pictures_make_room(welcome: Welcome, qtbot: QtBot) -> None:
    full = welcome.minimumSizeHint().height()
    welcome.window().resize(827, 400)
    qtbot.waitUntil(lambda: welcome.minimumSizeHint().height() < full)
