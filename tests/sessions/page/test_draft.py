from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from desktop.sessions.page.draft import Draft
from desktop.sessions.page.typed import Typed
from desktop.store.store import Store

FIRST = Typed(title="Talk")


class Fields:
    typed = FIRST


@pytest.fixture
def fields() -> Fields:
    return Fields()


@pytest.fixture
def draft(qtbot: QtBot, store: Store, fields: Fields) -> Iterator[Draft]:
    made = Draft(store, lambda: fields.typed)
    yield made
    made.end()


def test_what_was_typed_is_there_after_a_crash(
    qtbot: QtBot, store: Store, draft: Draft, fields: Fields
) -> None:
    assert draft.begin("plan", FIRST) is None
    fields.typed = replace(FIRST, title="Talk about tea")
    draft.touch()
    qtbot.waitUntil(lambda: store.draft("plan") != "")
    assert Draft(store, lambda: FIRST).begin("plan", FIRST) == fields.typed


def test_leaving_keeps_what_was_just_typed(store: Store, draft: Draft, fields: Fields) -> None:
    draft.begin("plan", FIRST)
    fields.typed = replace(FIRST, place="Tŷ Gwyn")
    draft.touch()
    draft.end()
    assert draft.begin("plan", FIRST) == fields.typed


def test_a_form_as_it_began_is_no_draft(store: Store, draft: Draft, fields: Fields) -> None:
    draft.begin("plan", FIRST)
    fields.typed = replace(FIRST, title="x")
    draft.keep()
    fields.typed = FIRST
    draft.keep()
    assert store.draft("plan") == ""


def test_each_form_has_its_own(store: Store, draft: Draft, fields: Fields) -> None:
    draft.begin("plan", FIRST)
    fields.typed = replace(FIRST, title="x")
    draft.keep()
    draft.end()
    assert draft.begin("plan/edit/1", FIRST) is None


def test_what_was_kept_is_forgotten(store: Store, draft: Draft, fields: Fields) -> None:
    draft.begin("plan", FIRST)
    fields.typed = replace(FIRST, title="x")
    draft.keep()
    draft.touch()
    draft.forget()
    assert store.draft("plan") == ""


def test_nothing_is_kept_before_a_form_is_begun(store: Store, draft: Draft) -> None:
    draft.touch()
    draft.keep()
    draft.forget()
    assert store.draft("") == ""
