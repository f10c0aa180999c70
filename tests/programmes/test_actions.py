from dataclasses import replace

import pytest

from desktop.errors import FieldError, UserError
from desktop.programmes.actions import (
    PROMPTS,
    THEMES,
    default_programme,
    delete_programme,
    programme_named,
    programmes,
    save_programme,
)
from desktop.programmes.model import Programme
from desktop.store.store import Store
from tests.naughty import NAUGHTY

TOO_LONG = {"long word", "long text", "combining"}


def kept(store: Store, programme: Programme) -> Programme:
    with store.change("Make programme") as change:
        return save_programme(change, programme)


def names(store: Store) -> list[str]:
    with store.read() as db:
        return [programme.name for programme in programmes(db)]


def test_a_name_is_enough_for_a_new_programme(store: Store) -> None:
    made = kept(store, default_programme("  Intelligent \t kindness "))
    assert made.name == "Intelligent kindness"
    assert (made.themes, made.prompts) == (THEMES, PROMPTS)
    assert made.form == "", "the form in force is the default one"


def test_programmes_come_by_name(store: Store) -> None:
    for name in ("Zest", "écoute", "Dignity"):
        kept(store, default_programme(name))
    assert names(store) == ["Dignity", "écoute", "Zest"]


def test_a_programme_without_a_name_is_refused(store: Store) -> None:
    with pytest.raises(FieldError, match="Give the programme a name") as wrong:
        kept(store, default_programme(" \t "))
    assert wrong.value.field == "name"
    assert names(store) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "x" * 201),
        ("organisation", "x" * 201),
        ("purpose", "x" * 2_001),
        ("own_outcomes", ("x" * 301,)),
        ("themes", ("x" * 61,)),
        ("prompts", ("x" * 201,)),
    ],
)
def test_too_long_a_text_names_its_field(store: Store, field: str, value: object) -> None:
    with pytest.raises(FieldError, match="Shorten it") as wrong:
        kept(store, replace(default_programme("Kindness"), **{field: value}))  # type: ignore[arg-type]
    assert wrong.value.field == field


def test_lists_lose_empty_lines_and_doubles(store: Store) -> None:
    typed = replace(default_programme("K"), themes=("Time", "", " Time ", "Listening"))
    assert kept(store, typed).themes == ("Time", "Listening")


@pytest.mark.parametrize("what", sorted(NAUGHTY.keys() - TOO_LONG - {"nothing", "spaces"}))
def test_any_text_is_kept_as_it_is_shown(store: Store, what: str) -> None:
    text = NAUGHTY[what]
    made = kept(store, Programme(name=text, purpose=text, themes=("x", text[:60])))
    with store.read() as db:
        assert db.need(Programme, made.id) == made


def test_a_deleted_programme_comes_back_with_undo(store: Store) -> None:
    made = kept(store, default_programme("Kindness"))
    with store.change("Delete programme") as change:
        delete_programme(change, made)
    assert names(store) == []
    store.undo()
    assert names(store) == ["Kindness"]


def test_a_programme_is_named_by_name_in_any_case_or_by_id(store: Store) -> None:
    made = kept(store, default_programme("Leading with Cäre"))
    with store.read() as db:
        for name in ("Leading with Cäre", "leading with care", made.id):
            assert programme_named(db, name) == made
        with pytest.raises(UserError, match="There are: “Leading with Cäre”"):
            programme_named(db, "Kindness")
