from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.desk import Desk
from desktop.errors import FieldError
from desktop.sessions.author import AuthorField
from desktop.store.store import Store
from tests.ui.hands import focus, press, type_text


def test_the_name_typed_signs_the_history(qtbot: QtBot, store: Store) -> None:
    desk = Desk(store)
    named: list[str] = []
    field = AuthorField(desk, lambda: named.append(desk.preferences.author))
    qtbot.addWidget(field)
    focus(field.edit)
    type_text(field.edit, "Siân  Ŵyth")
    press(field.edit, Qt.Key.Key_Return)
    assert desk.preferences.author == "Siân Ŵyth"
    assert store.author == "Siân Ŵyth"
    assert Desk(store).preferences.author == "Siân Ŵyth"
    assert named == ["Siân Ŵyth"]


def test_without_a_name_nothing_is_signed(qtbot: QtBot, store: Store) -> None:
    field = AuthorField(Desk(store))
    qtbot.addWidget(field)
    field.edit.setText("   ")
    with pytest.raises(FieldError, match="Type your name first") as wrong:
        field.sign()
    assert wrong.value.field == "author"


def test_a_folder_that_can_not_be_written_is_said(
    qtbot: QtBot, store: Store, tmp_path: Path
) -> None:
    (tmp_path / "data-preferences.part").mkdir()
    field = AuthorField(Desk(store))
    qtbot.addWidget(field)
    field.edit.setText("Siân")
    with pytest.raises(FieldError) as wrong:
        field.sign()
    assert wrong.value.field == "author"
    assert field.edit.text() == "Siân"
