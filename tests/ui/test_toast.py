from pytestqt.qtbot import QtBot

from desktop.ui.layout import column, panel
from desktop.ui.painted import width_of
from desktop.ui.theme import theme
from desktop.ui.toast import STAYS_MS, Toast
from tests.ui.hands import click, focus


def test_undo_is_called_once(qtbot: QtBot) -> None:
    undone: list[str] = []
    toast = Toast()
    qtbot.addWidget(toast)
    toast.tell("Pledge removed", lambda: undone.append("pledge"))
    assert toast.text() == "Pledge removed"
    assert toast.button.accessibleDescription() == "Key: Ctrl Z"
    click(toast.button)
    assert undone == ["pledge"]
    assert toast.text() == ""


def test_a_message_goes_after_twenty_seconds(qtbot: QtBot) -> None:
    toast = Toast()
    qtbot.addWidget(toast)
    toast.tell("Sentence copied")
    assert toast.timer.interval() == STAYS_MS == 20_000
    assert toast.timer.isActive()
    with qtbot.waitSignal(toast.gone):
        toast.timer.timeout.emit()
    assert toast.text() == ""


def test_a_message_stays_while_its_button_has_the_focus(qtbot: QtBot) -> None:
    toast = Toast()
    qtbot.addWidget(toast)
    toast.tell("Pledge removed", lambda: None)
    focus(toast.button)
    toast.timer.timeout.emit()
    assert toast.text() == "Pledge removed"


def test_the_next_message_takes_the_place_of_the_last(qtbot: QtBot) -> None:
    undone: list[str] = []
    toast = Toast()
    qtbot.addWidget(toast)
    toast.tell("One", lambda: undone.append("one"))
    toast.tell("Two", lambda: undone.append("two"))
    click(toast.button)
    assert undone == ["two"]


def test_a_reserved_place_moves_nothing(qtbot: QtBot) -> None:
    toast = Toast()
    page = panel(column(toast))
    qtbot.addWidget(page)
    before = page.sizeHint()
    toast.tell("Marged Puw is here", lambda: None)
    assert page.sizeHint() == before


def test_a_long_name_stands_on_two_lines(qtbot: QtBot) -> None:
    toast = Toast()
    qtbot.addWidget(toast)
    toast.resize(328, 46)
    toast.show()
    toast.tell("Hanna Kowalczyk is here", lambda: None)
    assert " ".join(toast.words.lines()) == "Hanna Kowalczyk is here"
    assert len(toast.words.lines()) == 2
    assert not toast.words.is_cut()
    assert toast.height() == 46


def test_a_word_of_a_hundred_letters_is_cut_and_told_by_the_tip(qtbot: QtBot) -> None:
    toast = Toast()
    qtbot.addWidget(toast)
    toast.resize(328, 46)
    toast.show()
    toast.tell("🌳" * 100 + " is here", lambda: None)
    assert toast.words.is_cut()
    assert "is here" in toast.words.toolTip()
    assert "".join(toast.words.lines()).startswith("🌳" * 3)


def test_a_message_that_fits_a_smaller_line_is_no_two(qtbot: QtBot) -> None:
    toast = Toast()
    qtbot.addWidget(toast)
    toast.tell("Frances Beattie is here")
    words = toast.words
    between = width_of(theme().font(10), words.text()) + 1
    assert between < width_of(theme().font(11), words.text())
    words.resize(round(between), words.height())
    assert words.lines() == ["Frances Beattie is here"]


def test_in_a_narrow_place_it_may_grow_by_a_line(qtbot: QtBot) -> None:
    toast = Toast(reserve=False, lines=3)
    page = panel(column(toast, None))
    qtbot.addWidget(page)
    page.resize(328, 300)
    page.show()
    toast.tell("Saved", lambda: None)
    qtbot.waitUntil(lambda: toast.height() == 46)
    words = "Saved as a tree of pledges with a long name. Each leaf keeps its place."
    toast.tell(words, lambda: None)
    qtbot.waitUntil(lambda: toast.height() > 46)
    assert len(toast.words.lines()) == 3
    assert " ".join(toast.words.lines()) == words
    assert toast.height() >= toast.words.high()
    assert toast.words.height() >= toast.words.high()
