from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.home.coming import ComingCard, SinceCard
from desktop.home.figures import Listed, Since
from desktop.people.model import Person
from desktop.pledges.actions import Made
from desktop.pledges.model import Outcome, Pledge, Show
from desktop.sessions.model import Session
from desktop.sessions.status import Turnout
from tests.ui.hands import click, show

TODAY = date(2026, 10, 8)
MONDAY = Session(title="Night staff", date=date(2026, 10, 12), place="Tŷ Gwyn care home")
LATER = Session(title="Coffee", date=date(2026, 10, 14))
EIRLYS = Person(given="Eirlys", surname="Vaughan")


def told(show_: Show, outcome: Outcome | None) -> Made:
    return Made(Pledge(text="I will ask Mam", show=show_, made=TODAY), EIRLYS, outcome)


def shown(qtbot: QtBot, card: QWidget) -> None:
    qtbot.addWidget(card)
    show(card)


@pytest.fixture
def coming(qtbot: QtBot) -> ComingCard:
    card = ComingCard()
    shown(qtbot, card)
    card.show_sessions((Listed(MONDAY, Turnout(14)), Listed(LATER, Turnout())), TODAY)
    return card


def test_each_session_says_day_place_and_how_it_stands(coming: ComingCard) -> None:
    assert [row.accessibleName() for row in coming.shown] == [
        "Mon, 12 Oct, Night staff, Tŷ Gwyn care home · 10:00 to 12:00, Register ready, 14 people",
        "Wed, 14 Oct, Coffee, 10:00 to 12:00, No register yet",
    ]


def test_a_row_opens_its_session(coming: ComingCard) -> None:
    opened: list[str] = []
    coming.opened.connect(opened.append)
    click(coming.shown[1])
    assert opened == [LATER.id]


def test_the_link_leads_to_all(coming: ComingCard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(coming.all_wanted):
        click(coming.link)


def test_the_focus_stays_on_its_row_when_it_is_refreshed(coming: ComingCard) -> None:
    coming.shown[1].setFocus()
    coming.show_sessions((Listed(MONDAY, Turnout(15)), Listed(LATER, Turnout())), TODAY)
    assert coming.shown[1].hasFocus()


def test_nothing_coming_up_is_said(coming: ComingCard) -> None:
    coming.show_sessions((), TODAY)
    assert coming.shown == []


@pytest.mark.parametrize(
    ("show_", "outcome", "maker"),
    [
        (Show.FIRST_NAME, Outcome.KEPT, "Kept by Eirlys, 2 October"),
        (Show.NO_NAME, Outcome.KEPT, "Kept, 2 October"),
        (Show.FIRST_NAME, None, "Eirlys, 2 October"),
        (Show.NO_NAME, None, "Without name, 2 October"),
    ],
)
def test_a_pledge_is_told_as_its_maker_chose(
    qtbot: QtBot, show_: Show, outcome: Outcome | None, maker: str
) -> None:
    card = SinceCard()
    shown(qtbot, card)
    since = Since(date(2026, 9, 29), 12, 7, told(show_, outcome), date(2026, 10, 2))
    card.show_since(since, TODAY)
    assert card.since.text() == "from 29 September"
    assert (card.made.text(), card.kept.text()) == ("12 pledges made", "7 pledges kept")
    assert card.leaf.isVisible()
    assert "I will ask Mam" in card.leaf.accessibleName()
    assert maker in card.leaf.accessibleName()
    assert "Vaughan" not in card.leaf.accessibleName()


def test_without_news_it_says_so(qtbot: QtBot) -> None:
    card = SinceCard()
    shown(qtbot, card)
    card.show_since(Since(TODAY - timedelta(days=1), 0, 0), TODAY)
    assert card.nothing.isVisible()
    assert not card.leaf.isVisible()
    assert not card.kept.isVisible()


def test_before_the_first_session_there_is_no_card(qtbot: QtBot) -> None:
    card = SinceCard()
    shown(qtbot, card)
    card.show_since(None, TODAY)
    assert not card.isVisible()
