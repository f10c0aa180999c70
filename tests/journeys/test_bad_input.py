"""Bad text in every field of every form: kept whole, or one sentence and the text still there."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractItemView, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop.people.names import split_name
from desktop.text import _CONTROLS, storable
from tests.facilitator import Facilitator, app_on
from tests.journeys.places import Place, button, key
from tests.journeys.typing_badly import (
    Edit,
    fields,
    fill,
    lost,
    no_bugs,
    paste_into,
    plain,
    save,
    sentences,
    text_of,
)
from tests.naughty import FIVE_HUNDRED, NAUGHTY

pytestmark = pytest.mark.qt_no_exception_capture


def fill_date(me: Facilitator) -> None:
    me.fills("Date", "9/10/2026")
    if not any(
        field.accessibleName() == "Notes for you and your team" for field in fields(me.window)
    ):
        me.press("More")


def with_first_name(me: Facilitator) -> None:
    me.press("With first name")


def a_pledge(me: Facilitator) -> None:
    grid = me.sees("Pledges", QAbstractItemView)
    grid.setFocus()
    me.keys("Down", "Enter")


def the_comment(me: Facilitator) -> None:
    """Answer what comes before the words."""
    me.keys("5", "1", "Right", "5", "1", "5", "Right", "Right")


FORMS = [
    Place("plan", "", fill_date, called="form"),
    Place("edit", "today", called="form"),
    Place("settings"),
    Place("settings", "", button("New programme"), dialog=True, called="programme"),
    Place("session", "today", key("Ctrl+N"), dialog=True, called="walk-in"),
    Place("session", "today", button("Add people"), dialog=True, called="add people"),
    Place("session", "today", button("Edit"), dialog=True, called="person"),
    Place("session", "today/pledges", with_first_name, called="entry"),
    Place("session", "first/pledges", a_pledge, dialog=True, called="editor"),
    Place("session", "today/feedback", the_comment, called="comment"),
]
USUAL = ("controls", "mark-up", "long word", "emoji", "right to left", "combining")
OTHERS = tuple(name for name in NAUGHTY if name not in USUAL)
TEXTS = [pytest.param(USUAL, id="usual"), pytest.param(OTHERS, id="others", marks=pytest.mark.long)]
SPLITTING = [place for place in FORMS if place.called in ("walk-in", "add people")]
NOT_WORDS = ("E-mail",)
SEEN_WHOLE = [
    text
    for text in FIVE_HUNDRED
    if not set(",\ufdd0") & set(text) and _CONTROLS.sub("", storable(text)) == text
]
"""Those of which a field keeps every letter.

A comma may part names, a control is a space, and Qt takes U+FDD0 for an end of a line.
"""
SPLIT = ("Given name", "Surname")
"""Filled in by what is typed as the name."""


@pytest.mark.parametrize("names", TEXTS)
@pytest.mark.parametrize("place", FORMS, ids=str)
def test_bad_text_in_a_form_is_kept_whole_or_named_and_still_there(
    qtbot: QtBot, sample_file: Path, place: Place, names: tuple[str, ...]
) -> None:
    found: list[str] = []
    usual: set[str] = set()
    with app_on(qtbot, sample_file) as me, no_bugs(me.app):
        for name, text in ((name, NAUGHTY[name]) for name in names):

            def look(_front: QWidget, _place: Place, name: str = name, text: str = text) -> None:
                usual.update(sentences(me) if not usual else ())
                filled = fill(me, text, SPLIT if place in SPLITTING else NOT_WORDS)
                assert filled
                save(me)
                found.extend(f"{name}: {line}" for line in lost(me, filled, usual))

            place.visit(me, look)
    assert "\n".join(found) == ""


def _is_split_as_it_stands(text: str) -> bool:
    """Return whether a name is kept in its order and with what stands in brackets."""
    return plain(" ".join(split_name(f"{text} 0"))) == plain(f"{text} 0")


@pytest.mark.long
@pytest.mark.parametrize("place", FORMS, ids=str)
def test_five_hundred_texts_go_through_the_fields_of_a_form(
    qtbot: QtBot, sample_file: Path, place: Place
) -> None:
    found: list[str] = []
    usual: set[str] = set()
    chosen = SEEN_WHOLE
    if place in SPLITTING:
        chosen = list(filter(_is_split_as_it_stands, chosen))
    if place.called == "comment":  # a whole form is answered for each
        chosen = chosen[::10]
    texts = iter(chosen)
    with app_on(qtbot, sample_file) as me, no_bugs(me.app):

        def look(_front: QWidget, _place: Place) -> None:
            usual.update(sentences(me) if not usual else ())
            filled.append(fill(me, texts, SPLIT if place in SPLITTING else NOT_WORDS))
            save(me)
            found.extend(
                f"{list(filled[-1].values())!a}: {line}" for line in lost(me, filled[-1], usual)
            )

        filled: list[dict[Edit, str]] = []
        while not filled or filled[-1]:
            place.visit(me, look)
    assert "\n".join(found) == ""
    assert next(texts, None) is None


def test_a_bad_name_at_the_first_start_is_kept_or_named(qtbot: QtBot, own_file: Path) -> None:
    for name, text in NAUGHTY.items():
        data_file = own_file.with_name(f"{name}.db")
        with app_on(qtbot, data_file) as me, no_bugs(me.app):
            usual = sentences(me)
            filled = fill(me, text, ())
            me.press("Plan a session")
            assert lost(me, filled, usual) == []


def test_a_bad_list_of_names_is_read_or_stays(qtbot: QtBot, sample_file: Path) -> None:
    place = Place("session", "today", button("Paste a list"), dialog=True)
    with app_on(qtbot, sample_file) as me, no_bugs(me.app):
        for text in NAUGHTY.values():

            def look(front: QWidget, _place: Place, text: str = text) -> None:
                (field,) = fields(front)
                paste_into(me, field, text)
                typed = text_of(field)
                save(me)
                assert not isValid(field) or not field.isVisible() or text_of(field) == typed

            place.visit(me, look)
