"""A list from somewhere else comes into the real window, and goes again with Ctrl Z."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.attendance.actions import register
from desktop.attendance.model import Presence
from desktop.sessions.actions import sessions
from tests.facilitator import NOW, Facilitator, app_on

SIGNED_IN = """Sign-in sheet of the north hall

Surname,First name,Job title,Present?
Kowalczyk-Test,Hanna,Home carer,Yes
O’Neil-Test,Małgorzata,Driver,No
,,Cook,Yes
"""


@pytest.fixture
def list_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that the facilitator chooses in the system's own dialog."""
    path = tmp_path / "signed in.csv"
    path.write_text(SIGNED_IN, "utf-16")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    return path


def came(facilitator: Facilitator) -> dict[str, Presence]:
    desk = facilitator.app.desk
    assert desk is not None
    with desk.store.read() as db:
        (today,) = sessions(db, first=NOW.date(), last=NOW.date())
        lines = register(db, today.id)
    return {
        line.person.given: line.attendance.presence
        for line in lines
        if line.person.surname.endswith("-Test")
    }


def test_a_sign_in_sheet_comes_in_by_the_keyboard_alone(
    qtbot: QtBot, sample_file: Path, list_file: Path
) -> None:
    with app_on(qtbot, sample_file) as facilitator:
        facilitator.press("Open session")
        facilitator.marks("More about this session", "Bring in a list")
        facilitator.in_dialog(lambda: facilitator.keys("Enter"), lambda: bring_in(facilitator))
        facilitator.reads("Brought in: 2 people")
        assert came(facilitator) == {"Hanna": Presence.PRESENT, "Małgorzata": Presence.ABSENT}
        facilitator.keys("Ctrl+Z")
        facilitator.until(lambda: came(facilitator) == {})


def bring_in(facilitator: Facilitator) -> None:
    facilitator.keys("Enter")  # the file's button has the focus
    facilitator.reads("2 people to bring in, 1 left out")
    dialog = facilitator.window
    facilitator.keys("Enter")  # what comes next has the focus
    facilitator.until(lambda: facilitator.window is not dialog)
