from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.ui.menus import FilterButton, MenuButton


def test_a_menu_acts(qtbot: QtBot) -> None:
    done: list[str] = []
    button = MenuButton("More")
    qtbot.addWidget(button)
    button.add("Duplicate", lambda: done.append("copy"), icon="copy")
    button.add_line()
    button.add("Delete", lambda: done.append("delete"), icon="trash-2", danger=True)
    actions = [action for action in button.menu_for().actions() if not action.isSeparator()]
    assert [action.text() for action in actions] == ["Duplicate", "Delete"]
    for action in actions:
        action.trigger()
    assert done == ["copy", "delete"]


def test_a_filter_says_what_it_shows(qtbot: QtBot) -> None:
    roles = FilterButton("Role", [("nurse", "Nurse"), ("carer", "Carer & friend")])
    qtbot.addWidget(roles)
    assert roles.words() == "Role: all"
    with qtbot.waitSignal(roles.chosen) as told:
        roles.menu_for().actions()[2].trigger()
    assert told.args == ["carer"]
    assert roles.words() == "Role: Carer & friend"
    roles.set_options([("nurse", "Nurse")])
    assert roles.value() is None


def test_the_arrow_down_opens_a_menu(qtbot: QtBot) -> None:
    button = MenuButton("More")
    button.add("Edit", lambda: None)
    qtbot.addWidget(button)
    button.show()
    QTest.keyClick(button, Qt.Key.Key_Down)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    assert [action.text() for action in popup.actions()] == ["Edit"]
    popup.close()
