"""Keys that the search box and the list share."""

from PySide6.QtCore import Qt

from tests.attendance.page.hall import Hall
from tests.ui.hands import press, type_text

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_space_ticks_only_while_ticking_and_the_search_is_empty(hall: Hall) -> None:
    page = hall.open()
    search = page.board.search.edit
    ticks: list[bool] = []
    page.board.keys.tick.connect(lambda: ticks.append(True))
    press(search, Qt.Key.Key_Space)
    assert search.text() == " "
    search.clear()
    page.board.tools.from_paper.setChecked(True)
    press(search, Qt.Key.Key_Space)
    assert search.text() == ""
    type_text(search, "jan van")
    assert search.text() == "jan van"
    assert ticks == [True]


def test_ctrl_enter_checks_nobody_in_unless_ticking(hall: Hall) -> None:
    page = hall.open()
    finished: list[bool] = []
    page.board.keys.finish.connect(lambda: finished.append(True))
    page.board.tools.from_paper.setChecked(True)
    press(page.board.search.edit, Qt.Key.Key_Return, CONTROL)
    assert finished == [True]
    assert hall.here() == set()


def test_space_in_the_list_ticks_and_arrows_stay_there(hall: Hall) -> None:
    page = hall.open()
    page.board.tools.from_paper.setChecked(True)
    view = page.board.list.view
    view.setFocus(Qt.FocusReason.TabFocusReason)
    press(view, Qt.Key.Key_Space)
    press(view, Qt.Key.Key_Down)
    assert view.hasFocus()
    assert page.board.ticked_foot.words.text() == "1 ticked"


def test_ctrl_f_goes_to_the_search(hall: Hall) -> None:
    page = hall.open()
    page.board.side.edit_button.setFocus()
    press(page, Qt.Key.Key_F, CONTROL)
    assert page.board.search.edit.hasFocus()
