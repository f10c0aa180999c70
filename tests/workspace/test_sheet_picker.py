from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.printing.sheet import CARDS_A6, LEAVES_SMALL
from desktop.workspace.sheet_picker import SheetPicker


def picker(qtbot: QtBot) -> SheetPicker:
    made = SheetPicker()
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_click_into_the_sheet_chooses_the_first_free_place(qtbot: QtBot) -> None:
    made = picker(qtbot)
    heard: list[int] = []
    made.changed.connect(heard.append)
    at = made.picture.place(3).center().toPoint()
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(made.picture, button, none, at)
    assert heard == [3]
    assert made.words.text() == "The first 2 places are used."
    assert made.stepper.value() == 3


def test_a_sheet_has_as_many_places_as_its_stock(qtbot: QtBot) -> None:
    made = picker(qtbot)
    made.show_sheet(LEAVES_SMALL, 10)
    assert made.start() == 10
    made.stepper.set_value(11)
    assert made.start() == 10
    made.show_sheet(CARDS_A6, 9)
    assert made.start() == 4


def test_used_places_are_crossed_out(qtbot: QtBot) -> None:
    made = picker(qtbot)
    before = made.picture.grab().toImage()
    made.stepper.set_value(4)
    assert made.picture.grab().toImage() != before
