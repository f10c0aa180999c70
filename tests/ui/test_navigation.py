from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from desktop.ui.navigation import Navigation
from tests.ui.hands import click, focus, press


def navigation(qtbot: QtBot) -> Navigation:
    made = Navigation()
    qtbot.addWidget(made)
    for key, icon in (("Home", "house"), ("Sessions", "calendar-days")):
        made.add(key, icon, key)
    made.add("Help", "life-buoy", "Help", bottom=True)
    made.choose("Sessions")
    made.resize(84, 600)
    made.show()
    return made


def test_tab_stops_once_at_the_navigation(qtbot: QtBot) -> None:
    stops = [
        part.accessibleName()
        for part in navigation(qtbot).findChildren(QAbstractButton)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert stops == ["Sessions"]


def test_a_page_is_chosen_by_mouse_arrows_and_enter(qtbot: QtBot) -> None:
    made = navigation(qtbot)
    heard: list[str] = []
    made.chosen.connect(heard.append)
    click(made.buttons["Help"])
    focus(made.buttons["Help"])
    press(made.buttons["Help"], Qt.Key.Key_Up)
    press(made.buttons["Home"], Qt.Key.Key_Return)
    assert heard == ["Help", "Sessions", "Home"]


def test_the_page_shown_can_be_pressed_to_come_back_from_one_under_it(qtbot: QtBot) -> None:
    made = navigation(qtbot)
    heard: list[str] = []
    made.chosen.connect(heard.append)
    click(made.buttons["Sessions"])
    press(made.buttons["Sessions"], Qt.Key.Key_Return)
    assert heard == ["Sessions", "Sessions"]
