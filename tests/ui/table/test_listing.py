from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.ui.controls import LineEdit
from desktop.ui.layout import Scroll, column, panel
from desktop.ui.table import Column, RowList
from tests.ui.hands import focus, press
from tests.ui.table.people import GROUPS, here, shown, waiting


def test_an_empty_list_says_so(qtbot: QtBot) -> None:
    empty = QLabel("No one is on the register yet.")
    made = RowList("Register", [Column()], empty=empty, foot=QLabel("Someone not on the list?"))
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    made.show_rows([])
    assert empty.isVisible()
    made.show_rows([waiting("a")], GROUPS)
    assert not empty.isVisible()


def test_rows_are_told_in_the_order_shown(qtbot: QtBot) -> None:
    made = shown(qtbot, [here("b"), waiting("a")])
    assert [row.key for row in made.rows()] == ["a", "b"]


def test_a_row_is_marked_from_outside(qtbot: QtBot) -> None:
    made = shown(qtbot, [waiting(str(n)) for n in range(50)])
    with qtbot.waitSignal(made.marked) as told:
        made.mark("40")
    assert told.args == ["40"]
    assert made.marked_key() == "40"
    with qtbot.waitSignal(made.acted) as told:
        made.act()
    assert told.args == ["40", "in"]
    made.mark("nobody")
    assert made.marked_key() == ""


def test_tab_passes_an_empty_list(qtbot: QtBot) -> None:
    made, after = RowList("Register", [Column()]), LineEdit()
    page = panel(column(LineEdit(), made, after))
    qtbot.addWidget(page)
    made.show_rows([])
    focus(page.findChildren(LineEdit)[0])
    press(page.focusWidget(), Qt.Key.Key_Tab)
    assert page.focusWidget() is after


def test_a_whole_list_is_as_tall_as_its_rows_and_what_it_stands_in_follows(qtbot: QtBot) -> None:
    made = RowList("Register", [Column()], whole_from=200)
    around = Scroll(panel(column(made)))
    qtbot.addWidget(around)
    around.resize(600, 300)
    around.show()
    made.show_rows([waiting("a")], GROUPS)
    assert made.minimumSizeHint().height() == 200
    made.show_rows([waiting(str(n)) for n in range(50)], GROUPS)
    qtbot.waitUntil(lambda: made.height() >= 50 * 44)
    focus(made.view)
    made.mark("40")
    at = made.view.visualRect(made.view.lines.index(made.view.lines.place("40")))
    assert made.view.viewport().visibleRegion().boundingRect().contains(at)
