from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.ui.buttons import Button, IconButton, LinkButton, ToggleButton
from tests.ui.hands import click, press


def test_enter_and_space_press_a_button(qtbot: QtBot) -> None:
    pressed: list[str] = []
    button = Button("Check in", lambda: pressed.append("in"), key="Enter")
    qtbot.addWidget(button)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        press(button, key)
    click(button)
    assert pressed == ["in"] * 4


def test_a_button_that_is_not_ready_does_nothing(qtbot: QtBot) -> None:
    pressed: list[str] = []
    button = Button("Print", lambda: pressed.append("print"))
    qtbot.addWidget(button)
    button.setEnabled(False)
    click(button)
    assert pressed == []


def test_an_ampersand_is_an_ordinary_character(qtbot: QtBot) -> None:
    button = Button("Print & share")
    qtbot.addWidget(button)
    assert button.words() == "Print & share"
    assert button.accessibleName() == "Print & share"
    assert button.text() == "Print && share"


def test_buttons_are_named_when_read_aloud(qtbot: QtBot) -> None:
    parts = [
        Button("Undo", key="Ctrl Z"),
        IconButton("plus", "More copies"),
        LinkButton("Send now"),
    ]
    for part in parts:
        qtbot.addWidget(part)
    assert [part.accessibleName() for part in parts] == ["Undo", "More copies", "Send now"]
    assert parts[0].accessibleDescription() == "Key: Ctrl Z"


def test_focus_and_hover_are_seen(qtbot: QtBot) -> None:
    for kind in ("primary", "secondary", "quiet", "danger", "toast"):
        button = Button("Save", kind=kind)
        qtbot.addWidget(button)
        button.show()
        button.clearFocus()
        before = button.grab().toImage()
        qtbot.waitExposed(button)
        button.activateWindow()
        button.setFocus()
        qtbot.waitUntil(button.hasFocus)
        assert button.grab().toImage() != before


def test_a_toggle_shows_its_tick(qtbot: QtBot) -> None:
    toggle = ToggleButton("Not arrived only")
    qtbot.addWidget(toggle)
    press(toggle, Qt.Key.Key_Space)
    assert toggle.isChecked()
    assert toggle.icon_name == "square-check"
