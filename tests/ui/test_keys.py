from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.keys import on_key
from desktop.ui.layout import column, panel
from tests.ui.hands import focus, press


def test_a_key_acts_inside_its_part_only(qtbot: QtBot) -> None:
    inside, outside = QLineEdit(), QLineEdit()
    part = panel(column(inside))
    page = panel(column(part, outside))
    qtbot.addWidget(page)
    hit: list[str] = []
    on_key(part, "Ctrl+N", lambda: hit.append("part"))
    on_key(page, "F2", lambda: hit.append("page"), whole_window=True)
    for field in (inside, outside):
        focus(field)
        press(field, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        press(field, Qt.Key.Key_F2)
    assert hit == ["part", "page", "page"]
    assert isinstance(page, QWidget)
