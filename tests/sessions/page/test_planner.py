from collections.abc import Callable
from contextlib import closing
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.desk import Desk
from desktop.kinds import open_store
from desktop.preferences import Preferences
from desktop.programmes.actions import programmes
from desktop.sessions.model import Counting
from desktop.sessions.page.planner import Planner
from desktop.sessions.page.repeat import WEEKS
from desktop.sessions.page.sessions import SessionsPage
from desktop.store.store import Store
from desktop.ui.buttons import Button
from desktop.ui.history import HistoryDialog
from desktop.ui.labels import Text
from tests.sessions.planning import on_file, planned, programme
from tests.ui.hands import click, focus, press, type_text

Opened = Callable[[], SessionsPage]


def fill(edit: QWidget, text: str) -> None:
    focus(edit)
    press(edit, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_text(edit, text)


def left_of(planner: Planner) -> int:
    return planner.repeat.mapTo(planner, planner.repeat.rect().topLeft()).x()


def fill_in(planner: Planner, title: str, day: str, place: str = "") -> None:
    fill(planner.fields.title, title)
    fill(planner.fields.date.edit, day)
    fill(planner.fields.place, place)


@pytest.fixture
def planner(page: SessionsPage) -> Planner:
    page.go_to("plan/")
    return page.planner


def test_a_first_session_needs_title_date_and_place(planner: Planner, store: Store) -> None:
    fill_in(planner, "Sgwrs â staff", "12 Oct", "Tŷ Gwyn")
    press(planner.fields.place, Qt.Key.Key_Return)
    (made,) = on_file(store)
    assert (made.title, made.date, made.place) == ("Sgwrs â staff", date(2026, 10, 12), "Tŷ Gwyn")
    assert (made.start, made.end) == (time(10), time(12))
    assert made.facilitators == ("Siân Prosser",)
    with store.read() as db:
        (ours,) = programmes(db)
    assert made.programme == ours.id
    assert ours.name == "Our sessions"
    store.undo()
    assert on_file(store) == []
    with store.read() as db:
        assert programmes(db) == [], "the programme came in the same step"


def test_the_next_session_is_proposed_like_the_last(page: SessionsPage, store: Store) -> None:
    programme(store, "Another")
    kindness = programme(store, "Kindness", "nhwo-3", "nhwo-8")
    planned(store, programme=kindness.id, start=time(14, 30), end=time(16, 30))
    page.go_to("plan/2026-10-20")
    typed = page.planner.fields.typed()
    assert (typed.date, typed.start, typed.end) == ("20/10/2026", "14:30", "16:30")
    assert (typed.programme, typed.outcomes) == (kindness.id, ("nhwo-3", "nhwo-8"))


def test_errors_stand_beneath_their_fields_and_nothing_is_lost(
    planner: Planner, store: Store
) -> None:
    fill(planner.fields.date.edit, "31/9/2026")
    click(planner.save_button)
    fields = planner.fields.fields
    assert fields["title"].error() == "Give the session a title."
    assert planner.fields.title.hasFocus()
    fill(planner.fields.title, "Talk")
    click(planner.save_button)
    assert fields["title"].error() == ""
    assert fields["date"].error() == "September has 30 days. Choose another date."
    fill(planner.fields.date.edit, "30/9/2026")
    fill(planner.fields.end.edit, "9:00")
    click(planner.save_button)
    assert fields["end"].error().startswith("The session ends before it starts.")
    fill(planner.fields.end.edit, "11:00")
    planner.fields.programme.name.clear()
    click(planner.save_button)
    assert planner.fields.programme.new_field.error() == "Give the programme a name."
    assert on_file(store) == []
    assert planner.fields.title.text() == "Talk"


def test_the_rest_of_the_fields_is_kept_too(planner: Planner, store: Store) -> None:
    fill_in(planner, "Talk", "tomorrow")
    click(planner.fields.more_button)
    fill(planner.fields.team, "North")
    fill(planner.fields.facilitators, "Siân, Nia")
    fill(planner.fields.capacity, "30")
    planner.fields.counting.choose(Counting.HEAD_COUNT.value)
    fill(planner.fields.notes, "Bring cake")
    press(planner.fields.notes, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (made,) = on_file(store)
    assert (made.team, made.facilitators, made.capacity) == ("North", ("Siân", "Nia"), 30)
    assert (made.counting, made.notes) == (Counting.HEAD_COUNT, "Bring cake")


def test_a_series_is_shown_then_kept_in_one_step(planner: Planner, store: Store) -> None:
    fill_in(planner, "Talk", "8/10/2026")
    planner.repeat.how.set_value(WEEKS)
    planner.repeat.how.activated.emit(1)
    fill(planner.repeat.until.edit, "22/10/2026")
    press(planner.repeat.until.edit, Qt.Key.Key_Tab)
    assert planner.repeat.heading.text() == "3 sessions come out"
    click(planner.save_button)
    assert [session.date.day for session in on_file(store)] == [8, 15, 22]
    store.undo()
    assert on_file(store) == []


def test_a_series_without_a_last_date_says_so(planner: Planner, store: Store) -> None:
    fill_in(planner, "Talk", "8/10/2026")
    planner.repeat.how.set_value(WEEKS)
    planner.repeat.how.activated.emit(1)
    click(planner.save_button)
    assert planner.repeat.until.error().startswith("Choose a last date")
    assert on_file(store) == []


def test_changing_a_session_is_one_step(page: SessionsPage, store: Store) -> None:
    made = planned(store, place="Old hall", series="s", head_count=3)
    page.go_to(f"edit/{made.id}")
    assert page.planner.title.text() == "Change a session"
    assert not page.planner.repeat.isVisible()
    fill(page.planner.fields.place, "New hall")
    click(page.planner.save_button)
    (now,) = on_file(store)
    assert (now.id, now.place, now.series, now.head_count) == (made.id, "New hall", "s", 3)
    store.undo()
    assert on_file(store)[0].place == "Old hall"


def test_what_another_page_changed_meanwhile_stays(page: SessionsPage, store: Store) -> None:
    made = planned(store)
    page.go_to(f"edit/{made.id}")
    fill(page.planner.fields.title, "Other")
    planned(store, id=made.id, rev=made.rev, head_count=7)
    click(page.planner.save_button)
    (now,) = on_file(store)
    assert (now.title, now.head_count, now.review) == ("Other", 7, False)


def test_typing_survives_a_crash(open_page: Opened, store: Store) -> None:
    page = open_page()
    page.go_to("plan/")
    fill_in(page.planner, "Half a tit", "12 Oct")
    page.planner.draft.keep()
    again = open_page()
    again.go_to("plan/")
    assert again.planner.notice.isVisible()
    assert again.planner.fields.typed().title == "Half a tit"
    assert again.planner.notice.button is not None
    click(again.planner.notice.button)
    assert again.planner.fields.typed().title == ""
    assert not again.planner.notice.isVisible()
    again.go_to("plan/")
    assert not again.planner.notice.isVisible()


def test_esc_leaves_and_the_typing_comes_back(page: SessionsPage) -> None:
    page.go_to("plan/")
    fill(page.planner.fields.title, "Talk")
    press(page.planner.fields.title, Qt.Key.Key_Escape)
    assert not page.planner.isVisible()
    page.go_to("plan/2026-10-20")
    assert page.planner.fields.typed().title == "Talk"
    assert page.planner.fields.typed().date == "20/10/2026"


def test_who_has_no_name_yet_is_asked_for_it_first(
    page: SessionsPage, desk: Desk, store: Store
) -> None:
    desk.prefer(Preferences())
    page.go_to("plan/")
    planner = page.planner
    assert planner.author.edit.hasFocus()
    fill_in(planner, "Talk", "12 Oct")
    click(planner.save_button)
    assert planner.author.error().startswith("Type your name first.")
    fill(planner.author.edit, "Nia")
    press(planner.author.edit, Qt.Key.Key_Tab)
    click(planner.save_button)
    (made,) = on_file(store)
    assert made.facilitators == ("Nia",)
    with store.read() as db:
        assert db.history(made.id)[0].author == "Nia"


def test_what_two_laptops_made_of_a_session_is_seen_and_settled(
    page: SessionsPage, store: Store, tmp_path: Path
) -> None:
    made = planned(store, place="Old hall")
    with closing(open_store(tmp_path / "other.db", "Ewan")) as other:
        other.merge(store)
        for laptop, place in ((store, "New hall"), (other, "Tŷ Gwyn")):
            planned(laptop, id=made.id, rev=made.rev, place=place)
        store.merge(other)
    page.go_to(f"edit/{made.id}")
    notice = page.planner.review
    assert notice.isVisible()
    assert notice.button is not None
    click(notice.button)
    (dialog,) = page.window().findChildren(HistoryDialog)
    said = {text.text() for text in dialog.findChildren(Text)}
    assert {"Place: New hall", "Place: Tŷ Gwyn"} <= said
    click(next(b for b in dialog.findChildren(Button) if b.words() == "Keep this one"))
    assert not on_file(store)[0].review


def test_a_refresh_leaves_what_is_being_typed(planner: Planner, store: Store) -> None:
    fill_in(planner, "Talk", "12 Oct", "Tŷ")
    planned(store, place="Tŷ Gwyn")
    assert planner.fields.typed().title == "Talk"
    assert planner.fields.place.completer().model().rowCount() == 1


def test_the_series_goes_under_the_fields_on_a_narrow_page(
    page: SessionsPage, qtbot: QtBot
) -> None:
    page.go_to("plan/")
    planner = page.planner
    assert left_of(planner) > 500
    page.resize(827, 430)
    qtbot.waitUntil(lambda: left_of(planner) < 100)
