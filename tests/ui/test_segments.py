from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from desktop.ui.segments import Segments
from tests.ui.hands import focus, press, show


def sections(qtbot: QtBot) -> Segments:
    made = Segments(
        "Sections", [("r", "Register", "leaf"), ("p", "Pledges"), ("s", "Print & share")]
    )
    qtbot.addWidget(made)
    made.show()
    return made


def test_arrow_keys_change_the_section(qtbot: QtBot) -> None:
    made = sections(qtbot)
    first = made.findChildren(QAbstractButton)[0]
    focus(first)
    with qtbot.waitSignal(made.chosen) as told:
        press(first, Qt.Key.Key_Right)
    assert told.args == ["p"]
    assert made.value() == "p"


def test_tab_reaches_the_chosen_section_only(qtbot: QtBot) -> None:
    made = sections(qtbot)
    stops = [
        part.accessibleName()
        for part in made.findChildren(QAbstractButton)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert stops == ["Register"]


def test_choosing_the_same_section_tells_nothing(qtbot: QtBot) -> None:
    made = sections(qtbot)
    with qtbot.assertNotEmitted(made.chosen):
        made.choose("r")


def test_the_focus_goes_to_the_chosen_one(qtbot: QtBot) -> None:
    made = sections(qtbot)
    show(made)
    made.choose("p")
    made.focus_chosen()
    focused = made.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Pledges"
