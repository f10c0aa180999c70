from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from desktop.desk import Desk
from desktop.sessions.actions import save_session
from desktop.sessions.model import Session
from desktop.sessions.page.listing import ALL, PAST, SessionList
from desktop.sessions.page.sessions import SessionsPage
from desktop.store.store import Store
from tests.sessions.page.conftest import Asked
from tests.sessions.planning import THURSDAY, on_file, planned, programme
from tests.ui.hands import click, focus, press, type_text

WEEK = timedelta(weeks=1)


def shown(page: SessionsPage) -> list[str]:
    return [row.cells[0] for row in page.list.list.rows()]


def choose(list_: SessionList, key: str, words: str) -> None:
    menu = list_.menu_for(key)
    (action,) = [action for action in menu.actions() if action.text() == words]
    action.trigger()


def test_coming_up_is_in_order_and_past_the_latest_first(page: SessionsPage, store: Store) -> None:
    for title, weeks in (("Later", 2), ("Soon", 1), ("Before", -1), ("Long ago", -8), ("Now", 0)):
        planned(store, title, THURSDAY + weeks * WEEK)
    planned(store, "Over", finished=datetime(2026, 10, 8, 12))
    assert shown(page) == ["Now", "Soon", "Later"]
    page.list.period.choose(PAST)
    assert shown(page) == ["Over", "Before", "Long ago"]
    page.list.period.choose(ALL)
    assert sorted(shown(page)[:2] + shown(page)[4:]) == sorted(
        ["Later", "Soon", "Before", "Long ago"]
    )


def test_enter_in_the_search_opens_the_first_that_fits(
    page: SessionsPage, store: Store, wanted: Asked
) -> None:
    planned(store, "Coffee morning", place="Penlan Library")
    made = planned(store, "Evening talk", THURSDAY + WEEK, place="Tŷ Gwyn care home")
    assert page.list.search.edit.hasFocus()
    type_text(page.list.search.edit, "gwyn")
    assert shown(page) == ["Evening talk"]
    press(page.list.search.edit, Qt.Key.Key_Return)
    assert wanted == [("session", made.id)]


def test_arrows_walk_the_list_from_the_search(
    page: SessionsPage, store: Store, wanted: Asked
) -> None:
    planned(store, "One")
    two = planned(store, "Two", THURSDAY + WEEK)
    page.arrive()
    press(page.list.search.edit, Qt.Key.Key_Down)
    press(page.list.search.edit, Qt.Key.Key_Return)
    assert wanted == [("session", two.id)]


def test_ctrl_f_goes_to_the_search_and_ctrl_n_plans(page: SessionsPage, store: Store) -> None:
    planned(store)
    focus(page.list.list.view)
    press(page.list.list.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.list.search.edit.hasFocus()
    press(page.list.search.edit, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert page.planner.isVisible()


def test_a_cancelled_session_may_take_place_after_all(
    page: SessionsPage, store: Store, told: Asked
) -> None:
    made = planned(store)
    choose(page.list, made.id, "Cancel it")
    assert on_file(store)[0].cancelled
    assert page.list.list.rows()[0].pill.text == "Cancelled"  # type: ignore[union-attr]
    choose(page.list, made.id, "It takes place after all")
    assert not on_file(store)[0].cancelled
    assert [words for words, _ in told] == ["Cancelled: Talk", "Takes place after all: Talk"]


def test_a_deleted_session_comes_back_with_the_toasts_undo(
    page: SessionsPage, store: Store, told: Asked
) -> None:
    made = planned(store)
    choose(page.list, made.id, "Delete")
    assert shown(page) == []
    assert told[0][0] == "Deleted: Talk"
    store.undo(told[0][1])
    assert shown(page) == ["Talk"]


def test_the_menu_opens_with_the_right_arrow(page: SessionsPage, store: Store) -> None:
    planned(store)
    focus(page.list.list.view)
    opened: list[str] = []
    page.list.list.menu_asked.connect(lambda key, place: opened.append(key))
    page.list.list.menu_asked.disconnect(page.list._open_menu)
    press(page.list.list.view, Qt.Key.Key_Right)
    assert opened == [on_file(store)[0].id]


def test_the_last_action_of_the_menu_is_the_one_that_deletes(
    page: SessionsPage, store: Store
) -> None:
    menu = page.list.menu_for(planned(store).id)
    assert isinstance(menu, QMenu)
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert words == ["Open", "Edit", "Plan one like it", "Cancel it", "Delete"]


def test_sessions_of_one_programme_only(page: SessionsPage, store: Store) -> None:
    kindness = programme(store, "Kindness")
    assert not page.list.programme.isVisible()
    care = programme(store, "Care")
    assert page.list.programme.isVisible()
    planned(store, "One", programme=kindness.id)
    planned(store, "Two", programme=care.id)
    assert [row.status for row in page.list.list.rows()] == ["Kindness", "Care"]
    page.list.programme.choose(care.id)
    assert shown(page) == ["Two"]
    assert page.list.list.rows()[0].status == ""


def test_an_empty_list_says_how_to_begin(page: SessionsPage, store: Store) -> None:
    assert page.list.empty.isVisible()
    assert page.list.empty.title.text() == "Nothing planned yet"
    assert page.list.first_button.isVisible()
    page.list.period.choose(PAST)
    assert page.list.empty.title.text() == "No session has been yet"
    type_text(page.list.search.edit, "x")
    assert page.list.empty.title.text() == "No such session here"
    assert not page.list.first_button.isVisible()
    press(page.list.search.edit, Qt.Key.Key_Escape)
    click(page.list.first_button)
    assert page.planner.isVisible()


def test_the_mark_stays_on_its_session_when_others_join(page: SessionsPage, store: Store) -> None:
    made = planned(store, "Mine", THURSDAY + WEEK)
    page.list.list.mark(made.id)
    planned(store, "Earlier")
    assert page.list.list.marked_key() == made.id


@pytest.mark.parametrize("number", [1_000])
def test_a_thousand_sessions_are_listed_by_month(
    open_page: Callable[[], SessionsPage], desk: Desk, number: int
) -> None:
    first = date(2023, 1, 1)
    with desk.store.change("Plan") as change:
        for at in range(number):
            day = first + timedelta(days=at * 2)
            save_session(change, Session(title=f"Talk {at}", date=day))
    page = open_page()
    page.list.period.choose(ALL)
    assert len(shown(page)) == number
    assert shown(page)[0] == "Talk 999"
