from collections.abc import Callable
from datetime import datetime, time, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.desk import Desk
from desktop.feedback.box import open_box, open_boxes
from desktop.feedback.form import default_form
from desktop.feedback.model import Answers
from desktop.home.page import HomePage
from desktop.preferences import Preferences
from desktop.sessions.model import Session
from desktop.store.store import Store
from desktop.ui.buttons import Button
from tests.home.conftest import NOW, Clock, Heard
from tests.sessions.planning import planned
from tests.ui.hands import click, press, show

TODAY = NOW.date()
Opened = Callable[[], HomePage]


def today(store: Store, **fields: object) -> Session:
    return planned(store, "Talk", TODAY, start=time(14, 30), end=time(16, 30), **fields)


def listen(page: HomePage, wanted: Heard) -> None:
    page.wanted.connect(lambda where, about: wanted.append((where, about)))


def test_enter_opens_todays_session(open_home: Opened, store: Store, wanted: Heard) -> None:
    made = today(store)
    page = open_home()
    listen(page, wanted)
    assert page.date.text() == "Thursday 8 October"
    focus = QApplication.focusWidget()
    assert focus is page.today.open_button
    press(focus, Qt.Key.Key_Return)
    click(page.today.print_button)
    assert wanted == [("session", made.id), ("session", f"{made.id}/print")]


def test_the_ways_on_from_home(open_home: Opened, store: Store, wanted: Heard) -> None:
    today(store)
    later = planned(store, "Later", TODAY + timedelta(weeks=1))
    page = open_home()
    listen(page, wanted)
    click(page.coming.shown[0])
    click(page.coming.link)
    click(page.plan_button)
    press(page.today.open_button, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert wanted == [("session", later.id), ("sessions", ""), ("plan", ""), ("plan", "")]


def test_the_first_start_greets_and_asks_for_a_name(
    open_home: Opened, desk: Desk, store: Store, wanted: Heard
) -> None:
    desk.prefer(Preferences())
    page = open_home()
    listen(page, wanted)
    assert page.welcome.isVisible()
    assert page.welcome.author.edit.hasFocus()
    click(page.welcome.sample_button)
    page.welcome.restored.emit("/backup.db")
    assert wanted == [("sample", ""), ("restore", "/backup.db")]
    today(store)
    assert page.today.isVisible()
    assert not page.welcome.isVisible()


def test_a_change_elsewhere_is_seen_at_once(open_home: Opened, store: Store) -> None:
    made = today(store)
    page = open_home()
    planned(store, "Other", TODAY, id=made.id, rev=made.rev, place="Tŷ Gwyn")
    assert page.today.title.text() == "Other"
    assert page.today.place.text() == "Tŷ Gwyn"


def test_with_nothing_ahead_planning_is_the_next_thing(
    open_home: Opened, store: Store, wanted: Heard
) -> None:
    planned(store, "Before", TODAY - timedelta(days=3))
    page = open_home()
    assert page.empty.isVisible()
    assert page.plan_button.kind == "primary"
    assert page.plan_button.hasFocus()
    assert not page.coming.isVisible()
    listen(page, wanted)
    click(next(b for b in page.empty.findChildren(Button)))
    assert wanted == [("sessions", "")]


def test_feedback_left_open_yesterday_is_closed_from_here(
    open_home: Opened, desk: Desk, store: Store
) -> None:
    yesterday = planned(store, "Talk", TODAY - timedelta(days=1))
    before = planned(store, "Earlier", TODAY - timedelta(days=3))
    for session in (yesterday, before):
        box = open_box(store.path, session.id, default_form())
        box.add(Answers(given={"rating": ("good",)}))
    desk.boxes[yesterday.id] = box = open_box(store.path, yesterday.id, default_form())
    page = open_home()
    told: Heard = []
    page.told.connect(lambda words, change: told.append((words, change)))
    first, second = page.notices()
    assert first.text().startswith("Yesterday’s feedback is still open. Talk: close it when")
    assert second.text().startswith("The feedback of Monday 5 October is still open.")
    assert first.button is not None
    click(first.button)
    assert [notice.text()[:12] for notice in page.notices()] == [second.text()[:12]]
    assert open_boxes(store.path) == [before.id]
    assert desk.boxes == {}
    assert told == [("Feedback closed: Talk", "")]
    with store.read() as db:
        (body,) = db.documents("box").values()
    assert body["session"] == yesterday.id


def test_the_sample_says_what_it_is_and_leads_back(
    qtbot: QtBot, desk: Desk, store: Store, wanted: Heard
) -> None:
    today(store)
    page = HomePage(desk, lambda db: len(db.records(Session, "")) == 1)
    qtbot.addWidget(page)
    listen(page, wanted)
    show(page)
    assert page.sample.isVisible()
    assert page.sample.button is not None
    click(page.sample.button)
    assert wanted == [("own", "")]
    planned(store, "Mine", TODAY)
    page.refresh()
    assert not page.sample.isVisible()


def test_midnight_turns_the_page(open_home: Opened, store: Store, clock: Clock) -> None:
    today(store)
    planned(store, "Tomorrow", TODAY + timedelta(days=1))
    page = open_home()
    clock.time = datetime.fromisoformat("2026-10-09T00:00:10+01:00")
    page.hide()
    page.show()
    assert page.date.text() == "Friday 9 October"
    assert page.today.title.text() == "Tomorrow"


def test_the_small_cards_stand_under_each_other_on_a_narrow_page(
    open_home: Opened, store: Store, qtbot: QtBot
) -> None:
    planned(store, "Before", TODAY - timedelta(days=3))
    today(store)
    page = open_home()

    def top(card: QWidget) -> int:
        return card.mapTo(page, QPoint(0, 0)).y()

    assert top(page.coming) == top(page.since)
    page.resize(760, 430)
    qtbot.waitUntil(lambda: top(page.since) > top(page.coming) + 40)


@pytest.mark.parametrize("text", ["<b>bold</b> & <img src='x'>", "x" * 200, "سلام", "🎉" * 40])
def test_any_title_and_place_stand_as_they_were_typed(
    open_home: Opened, store: Store, text: str
) -> None:
    today(store, place=text)
    (made,) = [planned(store, text, TODAY, start=time(14, 10), end=time(14, 20))]
    page = open_home()
    assert page.today.title.accessibleName() == made.title
    assert page.today.title.text().replace("\u200b", "") == made.title
    assert page.today.title.textFormat() is Qt.TextFormat.PlainText
    assert page.today.width() < 1282, "a long word does not widen the page"
