from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.pair import Pair


def pair_of(qtbot: QtBot) -> tuple[Pair, QWidget, QWidget]:
    first, second = QWidget(), QWidget()
    pair = Pair("Parts", first, second, ("Write", "Read"), first_width=400, second_least=300)
    qtbot.addWidget(pair)
    return pair, first, second


def test_with_room_both_stand_beside_each_other(qtbot: QtBot) -> None:
    pair, first, second = pair_of(qtbot)
    pair.resize(1000, 300)
    pair.show()
    assert not pair.folded()
    assert pair.switch.isHidden()
    qtbot.waitUntil(lambda: (first.width(), second.width()) == (400, 584))


def test_without_room_the_switch_shows_one_of_them(qtbot: QtBot) -> None:
    pair, first, second = pair_of(qtbot)
    pair.resize(600, 300)
    pair.show()
    assert (first.isHidden(), second.isHidden()) == (False, True)
    with qtbot.waitSignal(pair.arranged):
        pair.show_second()
    assert (first.isHidden(), second.isHidden()) == (True, False)
    pair.show_first()
    qtbot.waitUntil(lambda: first.width() == 600)
    pair.resize(1000, 300)
    assert not second.isHidden()


def test_the_words_of_the_switch_can_count(qtbot: QtBot) -> None:
    pair, _, _ = pair_of(qtbot)
    pair.set_words("Write", "3 forms")
    assert [button.accessibleName() for button in pair.switch.findChildren(QWidget)] == [
        "Write",
        "3 forms",
    ]
