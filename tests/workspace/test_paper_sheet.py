from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from desktop.pledges.model import Show
from desktop.workspace.facts import Ready, Worry, make_ready
from desktop.workspace.paper_sheet import PaperSheet
from desktop.workspace.scope import Options
from tests.reports.hall import Hall
from tests.ui.hands import click


def sheet(qtbot: QtBot) -> PaperSheet:
    made = PaperSheet()
    qtbot.addWidget(made)
    made.resize(660, 420)
    made.show()
    return made


def cards(hall: Hall, number: int) -> Ready:
    session = hall.session()
    for each in range(number):
        hall.pledge(session, f"I will rest {each} hours.", Show.NO_NAME)
    with hall.store.read() as db:
        return make_ready(db, None, "cards", session.id, Options())


def test_the_same_paper_stays_where_it_was_scrolled_to(hall: Hall, qtbot: QtBot) -> None:
    made, ready = sheet(qtbot), cards(hall, 12)
    made.show_ready("cards", "Pledge cards", ready)
    made.preview.paper.go_to(3)
    made.show_ready("cards", "Pledge cards", ready)
    assert made.preview.paper.page() == 3
    made.show_ready("leaves", "Leaves", ready)
    assert made.preview.paper.page() == 1


def test_worries_come_and_go_with_their_links(hall: Hall, qtbot: QtBot) -> None:
    made, ready = sheet(qtbot), cards(hall, 1)
    heard: list[str] = []
    made.worried.connect(heard.append)
    worry = Worry("<b>This</b> is too long.", "pledges", "Shorten it")
    made.show_ready("cards", "Pledge cards", Ready(ready.pdf, (worry,)))
    link = next(b for b in made.findChildren(QAbstractButton) if b.text() == "Shorten it")
    click(link)
    assert heard == ["pledges"]
    made.show_ready("cards", "Pledge cards", ready)
    assert not link.isVisible()


def test_slow_work_is_shown_after_half_a_second_and_can_be_stopped(qtbot: QtBot) -> None:
    made = sheet(qtbot)
    stopped: list[bool] = []
    made.stopped.connect(lambda: stopped.append(True))
    made.start_work("Making the paper: register")
    assert not made.busy.isVisible()
    qtbot.waitUntil(made.busy.isVisible)
    click(made.busy.stop_button)
    assert stopped == [True]
    made.stop_work()
    assert made.again_button.isVisible()
    assert not made.print_button.isEnabled()


def test_trouble_has_its_first_sentence_in_bold_and_goes_again(qtbot: QtBot) -> None:
    made = sheet(qtbot)
    made.show_trouble("No printer was found. Connect one & try <again>.")
    assert made.trouble.isVisible()
    assert made.trouble.text() == "No printer was found. Connect one & try <again>."
    made.show_trouble("")
    assert not made.trouble.isVisible()


def test_nothing_to_print_says_why_and_offers_no_print(qtbot: QtBot) -> None:
    made = sheet(qtbot)
    made.show_ready("cards", "Pledge cards", Ready(nothing="There are no pledges to print yet."))
    assert made.nothing.isVisible()
    assert not made.save_button.isEnabled()
