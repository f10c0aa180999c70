from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.errors import UserError
from desktop.incoming.mending import save_refused
from tests.incoming.hall import STAFF, Hall


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def answer(monkeypatch: pytest.MonkeyPatch, path: str) -> list[str]:
    proposed: list[str] = []

    def chosen(_parent: object, _title: str, proposal: str, _kinds: str) -> tuple[str, str]:
        proposed.append(proposal)
        return path, ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
    return proposed


def test_the_file_goes_where_a_person_says(
    hall: Hall, parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = hall.folder / "mend.csv"
    proposed = answer(monkeypatch, str(wanted))
    assert save_refused(parent, hall.read(STAFF), hall.look(STAFF).refused) == wanted
    assert Path(proposed[0]).name == "list to mend.csv"
    assert wanted.exists()


def test_nothing_is_written_where_the_question_was_left(
    hall: Hall, parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, "")
    assert save_refused(parent, hall.read(STAFF), hall.look(STAFF).refused) is None


def test_a_folder_that_is_not_there_is_said(
    hall: Hall, parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, str(hall.folder / "gone" / "mend.csv"))
    with pytest.raises(UserError):
        save_refused(parent, hall.read(STAFF), hall.look(STAFF).refused)
