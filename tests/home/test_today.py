from datetime import datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.home.figures import Listed, Overview
from desktop.home.today import TodayCard
from desktop.sessions.model import Counting, Session
from desktop.sessions.status import Turnout
from tests.home.conftest import NOW
from tests.ui.hands import click, press, show

SESSION = Session(
    title="Good conversations at home",
    date=NOW.date(),
    start=time(14, 30),
    end=time(16, 30),
    place="Aberwen Community Hall",
)


def found(session: Session | None, turnout: Turnout, large_print: int = 0) -> Overview:
    listed = Listed(session, turnout) if session else None
    return Overview(True, listed, large_print, (), "", True, None)


@pytest.fixture
def card(qtbot: QtBot) -> TodayCard:
    made = TodayCard()
    qtbot.addWidget(made)
    made.resize(1234, 246)
    made.show_overview(found(SESSION, Turnout(25, 0), 2), NOW)
    show(made)
    return made


def test_it_says_all_that_is_to_be_known_before_the_door_opens(card: TodayCard) -> None:
    assert card.when.text() == "Today, 14:30 to 16:30"
    assert card.countdown.text() == "Starts in 27 minutes"
    assert card.title.text() == "Good conversations at home"
    assert card.place.text() == "Aberwen Community Hall"
    assert card.people.text() == "25 on the register"
    assert card.stands.text() == "Register ready"
    assert card.large_print.text() == "2 people need large print"


def test_the_number_of_leaves_is_shown_once_it_is_known(card: TodayCard) -> None:
    assert (card.number.text(), card.number_words.text()) == ("", "")
    card.tree.tell(1_184, 20)
    assert card.number.text() == "1,184"
    assert card.number_words.text() == "leaves on the\nprogramme tree"


def test_enter_opens_the_session(card: TodayCard) -> None:
    opened: list[str] = []
    card.opened.connect(opened.append)
    card.open_button.setFocus()
    press(card.open_button, Qt.Key.Key_Return)
    assert opened == [SESSION.id]


def test_the_register_is_printed(card: TodayCard) -> None:
    printed: list[str] = []
    card.printed.connect(printed.append)
    click(card.print_button)
    assert printed == [SESSION.id]


def test_a_head_count_has_no_register_to_print(card: TodayCard) -> None:
    counted = Session(title="Coffee", date=NOW.date(), counting=Counting.HEAD_COUNT)
    card.show_overview(found(counted, Turnout()), NOW)
    assert card.stands.text() == "Head count only"
    for part in (card.print_button, card.people, card.large_print, card.place):
        assert not part.isVisible()


def test_time_goes_on(card: TodayCard) -> None:
    card.tick(NOW + timedelta(minutes=26))
    assert card.countdown.text() == "Starts in 1 minute"
    card.tick(datetime.fromisoformat("2026-10-08T17:00:00+01:00"))
    assert card.countdown.text() == "Not finished yet"


def test_without_a_session_there_is_no_card(card: TodayCard) -> None:
    card.show_overview(found(None, Turnout()), NOW)
    assert not card.isVisible()
    card.tick(NOW)


def test_the_tree_is_left_out_where_there_is_no_room(card: TodayCard) -> None:
    assert card.tree.isVisible()
    card.resize(600, 400)
    assert not card.tree.isVisible()
    assert card.open_button.isVisible()
