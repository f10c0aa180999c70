from pytestqt.qtbot import QtBot

from desktop.ui.buttons import Button
from desktop.ui.notices import BUSY_AFTER_MS, Busy, EmptyState, Notice
from tests.ui.hands import click


def test_a_notice_is_read_as_it_stands(qtbot: QtBot) -> None:
    again: list[str] = []
    notice = Notice(
        "danger", "The USB stick was taken out too soon.", "Nothing is lost.",
        button="Try again", pressed=lambda: again.append("again"),
    )  # fmt: skip
    qtbot.addWidget(notice)
    assert notice.text() == "The USB stick was taken out too soon. Nothing is lost."
    assert notice.button is not None
    click(notice.button)
    assert again == ["again"]


def test_the_icon_stands_level_with_one_line_of_words_and_a_button(qtbot: QtBot) -> None:
    notice = Notice("info", "This is what you typed before.", button="Start afresh")
    qtbot.addWidget(notice)
    notice.resize(900, 50)
    notice.show()
    apart = notice._icon.geometry().center().y() - notice._words.geometry().center().y()
    assert abs(apart) <= 1


def test_words_from_people_are_never_markup(qtbot: QtBot) -> None:
    notice = Notice("warn", "<img src=x> is here twice.")
    qtbot.addWidget(notice)
    assert "&lt;img" in notice._words.text()
    notice.tell("All is well.", kind="ok")
    assert notice.text() == "All is well."


def test_work_shows_only_after_half_a_second(qtbot: QtBot) -> None:
    busy = Busy()
    qtbot.addWidget(busy)
    busy.start("Making 18 cards")
    assert busy.isHidden()
    assert busy.timer.interval() == BUSY_AFTER_MS == 500
    busy.timer.timeout.emit()
    busy.step(11, 18, "Card 11 of 18")
    assert not busy.isHidden()
    assert busy.accessibleName() == "Making 18 cards. Card 11 of 18."
    with qtbot.waitSignal(busy.stopped):
        click(busy.stop_button)
    assert not busy.stop_button.isEnabled()
    busy.finish()
    assert busy.isHidden()
    assert not busy.timer.isActive()


def test_short_work_never_shows(qtbot: QtBot) -> None:
    busy = Busy()
    qtbot.addWidget(busy)
    busy.start("Making 1 card")
    busy.finish()
    assert not busy.timer.isActive()


def test_an_empty_page_says_how_to_begin(qtbot: QtBot) -> None:
    empty = EmptyState("No pledges yet", "Type one from a paper slip.", Button("Add a pledge"))
    qtbot.addWidget(empty)
    assert empty.accessibleName() == "No pledges yet. Type one from a paper slip."
    empty.resize(400, 300)
    assert not empty.grab().isNull()
