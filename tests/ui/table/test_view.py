from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.table import Action
from desktop.ui.theme import apply_theme
from tests.ui.hands import focus, press
from tests.ui.table.people import CHECK_IN, GROUPS, click_at, here, shown, waiting


def test_enter_works_down_the_list(qtbot: QtBot) -> None:
    rows = [waiting("a"), waiting("b"), waiting("c")]
    made = shown(qtbot, rows)
    done: list[str] = []

    def check_in(key: str, action: str) -> None:
        assert action == "in"
        done.append(key)
        made.show_rows([r for r in rows if r.key not in done] + [here(k) for k in done], GROUPS)

    made.acted.connect(check_in)
    focus(made.view)
    assert made.marked_key() == "a"
    for _ in range(3):
        press(made.view, Qt.Key.Key_Return)
    assert done == ["a", "b", "c"]


def test_arrows_skip_the_headings(qtbot: QtBot) -> None:
    made = shown(qtbot, [waiting("a"), here("b")])
    focus(made.view)
    press(made.view, Qt.Key.Key_Down)
    assert made.marked_key() == "b"
    press(made.view, Qt.Key.Key_Up)
    assert made.marked_key() == "a"


def test_the_button_in_a_row_can_be_clicked(qtbot: QtBot) -> None:
    made = shown(qtbot, [waiting("a"), waiting("b")])
    view = made.view
    place = view.lines.place("b")
    rect = view.visualRect(view.lines.index(place))
    with qtbot.waitSignal(made.acted) as told:
        click_at(made, QPoint(rect.right() - 60, rect.center().y()))
    assert told.args == ["b", "in"]
    assert made.marked_key() == "b"
    with qtbot.assertNotEmitted(made.acted):
        click_at(made, QPoint(rect.left() + 120, rect.center().y()))


def test_space_ticks_a_row(qtbot: QtBot) -> None:
    made = shown(qtbot, [replace(waiting("a"), ticked=False)])
    focus(made.view)
    with qtbot.waitSignal(made.ticked) as told:
        press(made.view, Qt.Key.Key_Space)
    assert told.args == ["a", True]


def test_a_click_anywhere_on_a_row_with_a_box_ticks_it(qtbot: QtBot) -> None:
    made = shown(qtbot, [replace(waiting("a"), ticked=False, actions=())])
    rect = made.view.visualRect(made.view.lines.index(made.view.lines.place("a")))
    for left in (20, 120, rect.width() - 20):
        with qtbot.waitSignal(made.ticked) as told:
            click_at(made, QPoint(rect.left() + left, rect.center().y()))
        assert told.args == ["a", True]


def test_left_chooses_another_action(qtbot: QtBot) -> None:
    made = shown(qtbot, [replace(waiting("a"), actions=(CHECK_IN, Action("no", "Not coming")))])
    focus(made.view)
    press(made.view, Qt.Key.Key_Left)
    with qtbot.waitSignal(made.acted) as told:
        press(made.view, Qt.Key.Key_Return)
    assert told.args == ["a", "no"]


def test_a_row_without_actions_is_opened(qtbot: QtBot) -> None:
    made = shown(qtbot, [replace(waiting("a"), actions=())])
    focus(made.view)
    with qtbot.waitSignal(made.opened) as told:
        press(made.view, Qt.Key.Key_Return)
    assert told.args == ["a"]


def test_rows_grow_with_the_text(qtbot: QtBot, qapp: QApplication) -> None:
    made = shown(qtbot, [waiting("a"), here("b")])
    assert [made.view.rowHeight(n) for n in range(4)] == [35, 44, 35, 44]
    apply_theme(qapp, "light", 130)
    assert [made.view.rowHeight(n) for n in range(4)] == [46, 57, 46, 57]


def test_what_stands_beneath_a_row_is_shown_whole_however_narrow_the_list(qtbot: QtBot) -> None:
    made = shown(qtbot, [replace(waiting("a"), beneath="A reason that is long. " * 6), here("b")])
    wide = made.view.rowHeight(1)
    assert wide > 44
    made.resize(400, 400)
    narrow = made.view.rowHeight(1)
    assert narrow > wide
    made.show_rows([replace(waiting("a"), beneath="Short."), here("b")], GROUPS)
    assert 44 < made.view.rowHeight(1) < wide
    made.show_rows([waiting("a"), here("b")], GROUPS)
    assert made.view.rowHeight(1) == 44
