from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.ui.leafcard import Leaf
from desktop.ui.leafgrid import LeafGrid
from tests.ui.hands import focus, press


def test_a_grid_is_walked_with_the_arrows(qtbot: QtBot) -> None:
    grid = LeafGrid("Pledges")
    qtbot.addWidget(grid)
    grid.resize(760, 400)
    grid.show_leaves([Leaf(f"p{n}", f"I will {n}", "Ann") for n in range(9)])
    focus(grid)
    assert grid.marked_key() == "p0"
    press(grid, Qt.Key.Key_Right)
    assert grid.marked_key() == "p1"
    press(grid, Qt.Key.Key_Down)
    assert grid.marked_key() == "p4"
    with qtbot.waitSignal(grid.pressed) as told:
        press(grid, Qt.Key.Key_Return)
    assert told.args == ["p4"]
    assert grid.model().index(4, 0).data() == "I will 4, Ann"


def test_the_mark_stays_when_a_pledge_is_edited(qtbot: QtBot) -> None:
    grid = LeafGrid("Pledges")
    qtbot.addWidget(grid)
    grid.resize(760, 400)
    grid.show_leaves([Leaf("a", "I will ask", "Ann"), Leaf("b", "I will sit", "Bob")])
    focus(grid)
    press(grid, Qt.Key.Key_Right)
    grid.show_leaves([Leaf("a", "I will ask", "Ann"), Leaf("b", "I will sit down", "Bob")])
    assert grid.marked_key() == "b"
    grid.show_leaves([Leaf("a", "I will ask", "Ann")])
    assert grid.marked_key() == "a"
    assert [leaf.text for leaf in grid.leaves()] == ["I will ask"]
