from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.desk import Desk
from desktop.kinds import open_store
from desktop.programmes.actions import default_programme, programmes, save_programme
from desktop.programmes.model import Programme
from desktop.programmes.page import ProgrammeForm, edit_programme
from desktop.sessions.actions import save_session, sessions
from desktop.sessions.model import Session
from desktop.store.store import Store
from desktop.ui.buttons import Button
from desktop.ui.history import HistoryDialog, TwoVersions
from desktop.ui.labels import Text
from desktop.ui.page import Page
from tests.ui.hands import click, press, type_text

Told = list[tuple[str, str]]


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[Page]:
    made = Page()
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


@pytest.fixture
def told(page: Page) -> Told:
    heard: Told = []
    page.told.connect(lambda words, change: heard.append((words, change)))
    return heard


def opened(page: Page, store: Store, programme: Programme | None = None) -> ProgrammeForm:
    edit_programme(page, Desk(store), programme)
    (form,) = page.findChildren(ProgrammeForm)
    return form


def all_of(store: Store) -> list[Programme]:
    with store.read() as db:
        return programmes(db)


def kept(store: Store, name: str) -> Programme:
    with store.change("Make programme") as change:
        return save_programme(change, default_programme(name))


def test_a_programme_is_made_by_typing_its_name(page: Page, store: Store, told: Told) -> None:
    form = opened(page, store)
    type_text(form.name, "Dŵr a dail")
    press(form.name, Qt.Key.Key_Return)
    (made,) = all_of(store)
    assert made.name == "Dŵr a dail"
    assert "Listening" in made.themes
    assert told == [("Programme made: Dŵr a dail", store.steps().undo[-1].id)]
    store.undo()
    assert all_of(store) == []


def test_everything_about_a_programme_can_be_changed(page: Page, store: Store) -> None:
    form = opened(page, store, kept(store, "Kindness"))
    form.organisation.setText("Glasgow City HSCP")
    form.purpose.set_text("Lead change\nat home")
    form.outcomes.set_values(["nhwo-3", "nhwo-8"])
    form.own_outcomes.set_text("Carers have a say.\n\nCarers have a say.\n")
    form.themes.set_text("Listening\nTime")
    form.prompts.set_text("What matters?")
    click(form.save_button)
    (now,) = all_of(store)
    assert now.organisation == "Glasgow City HSCP"
    assert now.purpose == "Lead change\nat home"
    assert now.outcomes == ("nhwo-3", "nhwo-8")
    assert now.own_outcomes == ("Carers have a say.",)
    assert (now.themes, now.prompts) == (("Listening", "Time"), ("What matters?",))


def test_what_is_wrong_stands_beneath_its_field(page: Page, store: Store, told: Told) -> None:
    form = opened(page, store)
    form.prompts.set_text("x" * 300)
    click(form.save_button)
    assert form.fields["name"].error() == "Give the programme a name."
    type_text(form.name, "Kindness")
    click(form.save_button)
    assert form.fields["name"].error() == ""
    assert form.fields["prompts"].error().startswith("A prompt has 300 characters.")
    assert form.isVisible()
    assert form.name.text() == "Kindness", "nothing typed is lost"
    assert (all_of(store), told) == ([], [])


def test_saving_without_a_change_offers_no_undo(page: Page, store: Store, told: Told) -> None:
    click(opened(page, store, kept(store, "Kindness")).save_button)
    assert told == [("Changed: Kindness", "")]


def test_a_deleted_programme_leaves_its_sessions(page: Page, store: Store, told: Told) -> None:
    programme = kept(store, "Kindness")
    with store.change("Plan session") as change:
        day = Desk(store).today()
        save_session(change, Session(title="Talk", programme=programme.id, date=day))
    click(opened(page, store, programme).delete_button)
    assert all_of(store) == []
    assert told[0][0] == "Deleted: Kindness. Its sessions stay."
    with store.read() as db:
        assert [session.title for session in sessions(db)] == ["Talk"]
    assert store.check() == []
    store.undo(told[0][1])
    assert [one.name for one in all_of(store)] == ["Kindness"]


def test_a_new_programme_cannot_be_deleted(page: Page, store: Store) -> None:
    form = opened(page, store)
    assert not form.delete_button.isVisible()
    press(form.name, Qt.Key.Key_Escape)
    assert all_of(store) == []


def test_the_history_of_a_programme_tells_what_changed(page: Page, store: Store) -> None:
    programme = kept(store, "Kindness")
    with store.change("Change programme") as change:
        save_programme(change, replace(programme, name="Intelligent kindness"))
    opened(page, store, programme).show_history()
    (dialog,) = page.findChildren(HistoryDialog)
    said = [text.text() for text in dialog.findChildren(Text)]
    assert "Name: Kindness → Intelligent kindness" in said


def test_a_new_programme_has_no_history_to_show(page: Page, store: Store) -> None:
    form = opened(page, store)
    form.show_history()
    assert form.history_button.isHidden()
    assert page.findChildren(HistoryDialog) == []


def test_what_two_laptops_made_of_a_programme_is_seen_and_settled(
    page: Page, store: Store, tmp_path: Path
) -> None:
    programme = kept(store, "Kindness")
    with closing(open_store(tmp_path / "other.db", "Ewan")) as other:
        other.merge(store)
        for laptop, name in ((store, "Kind care"), (other, "Kind work")):
            with laptop.change("Change programme") as change:
                save_programme(change, replace(programme, name=name))
        store.merge(other)
    (notice,) = opened(page, store, all_of(store)[0]).findChildren(TwoVersions)
    assert notice.button is not None
    click(notice.button)
    (dialog,) = page.findChildren(HistoryDialog)
    assert {"Name: Kind care", "Name: Kind work"} <= {t.text() for t in dialog.findChildren(Text)}
    click(next(b for b in dialog.findChildren(Button) if b.words() == "Keep this one"))
    assert not all_of(store)[0].review


def test_the_history_of_a_programme_leads_to_what_was_deleted_from_it(
    page: Page, store: Store
) -> None:
    programme = kept(store, "Kindness")
    wanted: list[tuple[str, str]] = []
    page.wanted.connect(lambda where, what: wanted.append((where, what)))
    opened(page, store, programme).show_history()
    (dialog,) = page.findChildren(HistoryDialog)
    words = "What was deleted from it"
    click(next(b for b in dialog.findChildren(Button) if b.words() == words))
    assert wanted == [("deleted", f"settings/{programme.id}")]
