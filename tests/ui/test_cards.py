from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.ui.cards import Bar, Card, ClickCard, Counters
from desktop.ui.labels import Text
from tests.ui.hands import press


def test_counters_count_on(qtbot: QtBot) -> None:
    counters = Counters([("23 of 25", "here"), ("18", "pledges")])
    qtbot.addWidget(counters)
    counters.set_counts([("24 of 25", "here"), ("18", "pledges")])
    said = [part.accessibleName() for part in counters._counters]
    assert said == ["24 of 25 here", "18 pledges"]
    counters.set_counts([("1", "here")])
    assert [part.text() for part in counters._counters] == ["1 here"]


def test_a_bar_says_its_share(qtbot: QtBot) -> None:
    bar = Bar(0.65, "Answered")
    qtbot.addWidget(bar)
    assert bar.accessibleName() == "Answered 65%"
    bar.set_share(7)
    assert bar.share() == 1.0


def test_a_card_can_be_pressed_as_a_whole(qtbot: QtBot) -> None:
    card = ClickCard("Look around first", Text("Look around first", "section"))
    qtbot.addWidget(card)
    with qtbot.waitSignal(card.pressed):
        press(card, Qt.Key.Key_Return)
    assert Card("Buttons").accessibleName() == "Buttons"
