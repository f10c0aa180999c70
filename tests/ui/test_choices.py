from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from desktop.ui.choices import LongTick, Radios, Tick, Ticks
from tests.ui.hands import click, focus, press

WHERE = [("name", "With first name", "Alt 1"), ("none", "Without a name", "Alt 2")]


def test_show_on_the_tree_starts_unchosen(qtbot: QtBot) -> None:
    where = Radios("Show on the tree", WHERE)
    qtbot.addWidget(where)
    assert where.value() is None
    with qtbot.waitSignal(where.chosen) as told:
        where.choose("none")
    assert told.args == ["none"]
    where.choose(None)
    assert where.value() is None


def test_arrow_keys_walk_the_choices(qtbot: QtBot) -> None:
    where = Radios("Show on the tree", WHERE)
    qtbot.addWidget(where)
    where.show()
    first, second = where.findChildren(QRadioButton)
    focus(first)
    press(first, Qt.Key.Key_Space)
    assert where.value() == "name"
    press(first, Qt.Key.Key_Down)
    assert where.value() == "none"
    assert second.accessibleName() == "Without a name"
    assert second.accessibleDescription() == "Alt 2"


def test_a_click_anywhere_on_a_tick_counts(qtbot: QtBot) -> None:
    tick = Tick("Large print")
    qtbot.addWidget(tick)
    tick.resize(300, 32)
    click(tick)
    assert tick.isChecked()


def test_ticks_stay_when_the_list_changes(qtbot: QtBot) -> None:
    themes = Ticks("Themes", [("a", "Listening"), ("b", "Time")], across=True)
    qtbot.addWidget(themes)
    themes.set_values(["b"])
    themes.set_options([("b", "Time"), ("c", "Language")])
    assert themes.values() == ["b"]
    with qtbot.waitSignal(themes.changed):
        themes.set_values(["b", "c"])
    assert themes.values() == ["b", "c"]


def test_long_words_take_several_lines_and_are_read_whole(qtbot: QtBot) -> None:
    words = "People who use health and social care services are safe from harm. " * 3
    ticks = Ticks("Outcomes", [("safe", words)], long=True)
    qtbot.addWidget(ticks)
    (tick,) = ticks.findChildren(LongTick)
    assert tick.accessibleName() == words
    assert tick.heightForWidth(300) > tick.heightForWidth(900) > 0
    assert tick.minimumSizeHint().width() < 300
    tick.resize(300, tick.heightForWidth(300))
    assert not tick.grab().isNull()
    focus(tick)
    press(tick, Qt.Key.Key_Space)
    assert ticks.values() == ["safe"]


def test_a_tick_changes_its_words(qtbot: QtBot) -> None:
    tick = Tick("New since Monday")
    qtbot.addWidget(tick)
    tick.set_words("New since 8 October & later")
    assert tick.accessibleName() == "New since 8 October & later"
    assert tick.text() == "New since 8 October && later"
