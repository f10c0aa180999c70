"""Where the parts of the register stand, in much room and in little."""

from PySide6.QtCore import Qt

from desktop.attendance.page.board import Board
from tests.attendance.page.hall import Hall
from tests.ui.hands import click, press


def board(hall: Hall, width: int, height: int) -> Board:
    return hall.open(width, height).board


def test_in_a_wide_window_everything_is_there(hall: Hall) -> None:
    found = board(hall, 1282, 600)
    shown = (found.side, found.tools, found.feet, found.search)
    assert all(part.isVisible() for part in shown)
    folded = (found.folded_tools, found.details, found.adding)
    assert not any(part.isVisible() for part in folded)
    assert found.search.note.text() == "checks in the marked person"


def test_in_a_low_window_the_foot_goes_up_beside_the_search(hall: Hall) -> None:
    found = board(hall, 827, 400)
    assert found.adding.isVisible()
    assert found.details.isVisible()
    assert not found.feet.isVisible()
    assert found.search.note.text() == ""


def test_in_a_low_window_people_are_still_added_and_lists_pasted(hall: Hall) -> None:
    found = board(hall, 827, 400)
    asked: list[str] = []
    for signal, name in ((found.add, "add"), (found.paste, "paste")):
        signal.disconnect()
        signal.connect(lambda name=name: asked.append(name))
    offered = {action.text(): action for action in found.adding.menu_for().actions()}
    assert list(offered) == ["Add a walk-in", "Add people", "Paste a list"]
    offered["Add people"].trigger()
    offered["Paste a list"].trigger()
    assert asked == ["add", "paste"]


def test_ticking_keeps_its_foot_in_a_low_window(hall: Hall) -> None:
    found = board(hall, 827, 400)
    found.tools.from_paper.setChecked(True)
    assert found.ticked_foot.isVisible()


def test_the_filters_fold_into_one_menu(hall: Hall) -> None:
    found = board(hall, 827, 430)
    menu = found.folded_tools.menu_for()
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == [
        "Role",
        "Team",
        "Not arrived only",
        "From paper",
        "By name",
        "Head count only",
    ]
    menu.actions()[2].trigger()
    assert found.tools.waiting.isChecked()


def test_every_control_has_a_name_and_is_reached_by_tab(hall: Hall) -> None:
    found = board(hall, 1282, 600)
    reached = set()
    for _ in range(40):
        widget = hall.page.focusWidget()
        assert widget is not None
        reached.add(widget.accessibleName())
        press(widget, Qt.Key.Key_Tab)
    assert "" not in reached
    assert {"Type a name or scan a badge", "Role: all", "From paper", "Register"} <= reached
    assert {"Add a walk-in", "Edit", "Not coming", "More about the marked person"} <= reached
    assert found.isVisible()


def test_a_click_on_a_row_leaves_the_focus_in_the_search(hall: Hall) -> None:
    found = board(hall, 1282, 600)
    click(found.list.view.viewport())
    assert found.search.edit.hasFocus()
