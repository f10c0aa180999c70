from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.pledges.actions import Made
from desktop.pledges.model import Pledge, Show, Source
from desktop.pledges.page import PledgesPage
from desktop.pledges.page.waiting import LONGEST, Waiting
from desktop.ui.window import Window
from tests.pledges.evening import Evening
from tests.ui.hands import press, show

ALT = Qt.KeyboardModifier.AltModifier
PLEDGE = Pledge(
    text="I will listen", show=Show.NO_NAME, made=date(2026, 10, 8), source=Source.KIOSK
)


@pytest.fixture
def waiting(qtbot: QtBot) -> Waiting:
    made = Waiting()
    qtbot.addWidget(made)
    return made


def test_where_nothing_waits_there_is_nothing(waiting: Waiting) -> None:
    waiting.show_waiting([])
    assert waiting.isHidden()


def test_it_shows_how_many_wait_and_the_first_of_them(waiting: Waiting) -> None:
    waiting.show_waiting([Made(PLEDGE), Made(replace(PLEDGE, id="two", text="Sit down"))])
    assert waiting.heading.text() == "2 wait for the tree"
    assert "I will listen" in waiting.words.text()
    assert waiting.accessibleName() == "2 wait for the tree. I will listen"
    waiting.show_waiting([Made(PLEDGE)])
    assert waiting.heading.text() == "1 waits for the tree"


def test_a_very_long_pledge_is_read_on_its_leaf(waiting: Waiting) -> None:
    waiting.show_waiting([Made(replace(PLEDGE, text="again " * 500))])
    assert len(waiting.words.text()) < LONGEST + 10
    assert waiting.heading.text() == "1 waits for the tree. Press its leaf to read it all."


@pytest.fixture
def page(evening: Evening, qtbot: QtBot) -> PledgesPage:
    page = PledgesPage(evening.desk)
    window = Window()
    qtbot.addWidget(window)
    window.add_page("pledges", "leaf", "Pledges", page)
    window.show_page("pledges")
    window.resize(1366, 696)
    evening.store.subscribe(lambda _kinds: page.refresh())
    page.show_session(evening.session.id)
    show(window)
    page.arrive()
    return page


def test_one_key_shows_it_another_keeps_it_off_and_both_can_be_undone(
    evening: Evening, page: PledgesPage
) -> None:
    evening.pledge("First from the kiosk", source=Source.KIOSK)
    evening.pledge("Second from the kiosk", source=Source.KIOSK)
    assert page.wall.waiting.heading.text() == "2 wait for the tree"
    press(page.entry.text.edit, Qt.Key.Key_S, ALT)
    assert page.wall.waiting.heading.text() == "1 waits for the tree"
    press(page.entry.text.edit, Qt.Key.Key_K, ALT)
    assert page.wall.waiting.isHidden()
    decided = {one.pledge.text: one.pledge for one in evening.made()}
    assert decided["First from the kiosk"].checked
    assert decided["Second from the kiosk"].refused
    evening.store.undo()
    evening.store.undo()
    assert page.wall.waiting.heading.text() == "2 wait for the tree"


def test_where_nothing_waits_the_keys_do_nothing(evening: Evening, page: PledgesPage) -> None:
    evening.pledge("From paper")
    press(page.entry.text.edit, Qt.Key.Key_S, ALT)
    (made,) = evening.made()
    assert not made.pledge.checked
