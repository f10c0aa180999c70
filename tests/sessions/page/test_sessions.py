from datetime import date

import pytest
from PySide6.QtCore import Qt

from desktop.errors import UserError
from desktop.sessions.page.sessions import SessionsPage
from desktop.store.store import Store
from desktop.ui.buttons import Button
from desktop.ui.history import HistoryDialog
from tests.sessions.page.conftest import Asked
from tests.sessions.planning import THURSDAY, on_file, planned
from tests.ui.hands import click, press, type_text


def plan(page: SessionsPage, title: str) -> None:
    type_text(page.planner.fields.title, title)
    page.planner.fields.date.edit.setText("12 Oct")
    click(page.planner.save_button)


def test_a_planned_session_is_opened_to_add_people(
    page: SessionsPage, store: Store, told: Asked, wanted: Asked
) -> None:
    page.go_to("plan/")
    assert page.planner.fields.title.hasFocus()
    plan(page, "Talk")
    (made,) = on_file(store)
    assert wanted == [("session", made.id)]
    assert told == [("Planned: Talk", store.steps().undo[-1].id)]
    page.go_to("")
    assert page.list.isVisible()
    assert page.list.list.marked_key() == made.id


def test_a_day_can_be_given(page: SessionsPage) -> None:
    page.go_to("plan/2026-10-20")
    assert page.planner.fields.date.value() == date(2026, 10, 20)


def test_leaving_a_form_leads_back_to_where_it_was_asked_for(
    page: SessionsPage, store: Store, wanted: Asked
) -> None:
    made = planned(store)
    page.go_to("plan/")
    press(page.planner, Qt.Key.Key_Escape)
    page.go_to(f"edit/{made.id}")
    click(page.planner.cancel_button)
    assert wanted == [("home", ""), ("session", made.id)]
    page.list.edited.emit(made.id)
    click(page.planner.cancel_button)
    assert page.list.isVisible()
    assert len(wanted) == 2


def test_a_changed_session_leads_back_to_it(
    page: SessionsPage, store: Store, told: Asked, wanted: Asked
) -> None:
    made = planned(store)
    page.go_to(f"edit/{made.id}")
    type_text(page.planner.fields.title, "s")
    click(page.planner.save_button)
    assert wanted == [("session", made.id)]
    assert told[0][0].startswith("Changed: ")


def test_one_like_it_is_proposed_for_next_week(page: SessionsPage, store: Store) -> None:
    made = planned(store, place="Tŷ Gwyn", head_count=12)
    page.go_to(f"duplicate/{made.id}")
    assert page.planner.fields.typed().date == "15/10/2026"
    click(page.planner.save_button)
    first, second = on_file(store)
    assert (second.title, second.place, second.head_count) == ("Talk", "Tŷ Gwyn", None)
    assert second.id != first.id


def test_a_series_is_shown_in_the_list(page: SessionsPage, store: Store, told: Asked) -> None:
    page.go_to("plan/")
    type_text(page.planner.fields.title, "Talk")
    page.planner.fields.date.edit.setText("12 Oct")
    page.planner.repeat.how.set_value("dates")
    page.planner.repeat.how.activated.emit(2)
    page.planner.repeat.dates.set_text("19 Oct\n26 Oct")
    click(page.planner.save_button)
    assert page.list.isVisible()
    assert len(page.list.list.rows()) == 3
    assert page.list.list.marked_key() == on_file(store)[0].id
    assert told[0][0] == "3 sessions planned"


def test_a_session_is_deleted_at_the_foot_of_its_form(
    page: SessionsPage, store: Store, told: Asked
) -> None:
    made = planned(store)
    page.go_to("plan/")
    assert not page.planner.delete_button.isVisible()
    page.go_to(f"edit/{made.id}")
    click(page.planner.delete_button)
    assert page.list.isVisible()
    assert on_file(store) == []
    store.undo(told[0][1])
    assert on_file(store) == [made] or on_file(store)[0].title == "Talk"


def test_a_session_that_is_gone_is_said(page: SessionsPage) -> None:
    with pytest.raises(UserError, match="deleted in the meantime"):
        page.go_to("edit/none")
    assert page.list.isVisible()


def test_the_page_hears_of_every_kind_it_shows(page: SessionsPage, store: Store) -> None:
    assert {"session", "programme", "attendance", "person"} == page.SHOWS
    planned(store, "Evening", THURSDAY)
    assert [row.cells[0] for row in page.list.list.rows()] == ["Evening"]


def test_the_list_and_the_history_of_a_session_lead_to_what_was_deleted(
    page: SessionsPage, store: Store, wanted: Asked
) -> None:
    menu = page.list.more.menu_for()
    next(one for one in menu.actions() if one.text() == "What was deleted").trigger()
    made = planned(store)
    page.go_to(f"edit/{made.id}")
    page.planner.show_history()
    (dialog,) = page.window().findChildren(HistoryDialog)
    words = "What was deleted from it"
    click(next(b for b in dialog.findChildren(Button) if b.words() == words))
    assert wanted == [("deleted", "sessions/"), ("deleted", f"session/{made.id}")]
