"""The dialog “Save as a list”."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.desk import Desk
from desktop.feedback.model import Answers
from desktop.outgoing.dialog import CSV, SaveDialog, save_as_a_list
from desktop.outgoing.wish import What, Wish
from desktop.people.model import Person
from desktop.programmes.model import Programme
from desktop.sessions.model import Session
from desktop.ui import workers
from desktop.ui.dialogs import Dialog
from desktop.ui.theme import apply_theme
from tests.reports.hall import Hall
from tests.ui.hands import click, press, show

SAID = [Answers(given={"rating": ("good",)}, words={"else": "I was moved."})] * 6
Open = Callable[[str], SaveDialog]


@pytest.fixture
def session(hall: Hall) -> Session:
    made = hall.session()
    hall.came(made, "Nurse")
    return made


@pytest.fixture
def desk(hall: Hall, tmp_path: Path) -> Desk:
    desk = Desk(hall.store)
    desk.prefer(replace(desk.preferences, papers_folder=str(tmp_path / "papers")))
    return desk


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def opened(qapp: QApplication, desk: Desk, told: list[str]) -> Iterator[Open]:
    apply_theme(qapp, "light", 100)
    made: list[SaveDialog] = []

    def dialog(session: str = "") -> SaveDialog:
        made.append(SaveDialog(None, desk, session, lambda words, _: told.append(words)))
        show(made[-1])
        return made[-1]

    yield dialog
    workers.stop_all()
    for one in made:
        one.deleteLater()


def in_front() -> QDialog:
    found = QApplication.activeModalWidget()
    assert isinstance(found, QDialog)
    return found


def type_file(name: str, proposed: list[str]) -> None:
    """Type a file's name into the system's dialog."""
    dialog = in_front()
    assert isinstance(dialog, QFileDialog)
    field = dialog.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    proposed.append(field.text())
    field.setText(name)
    dialog.accept()


def answer(words: str) -> None:
    dialog = in_front()
    assert isinstance(dialog, Dialog)
    buttons = dialog.findChildren(QAbstractButton)
    click(next(one for one in buttons if one.accessibleName() == words))


def test_a_session_offers_its_lists_and_says_what_they_hold(opened: Open, session: Session) -> None:
    dialog = opened(session.id)
    assert dialog.wish() == Wish(What.REGISTER, session.id)
    assert "staff numbers, and who came" in dialog.notice.text()
    dialog.what.choose(What.FEEDBACK)
    assert "A comment may still give its writer away." in dialog.notice.text()
    assert not dialog.programme.isVisible()


def test_it_begins_at_what_is_chosen_and_arrows_choose(opened: Open) -> None:
    dialog = opened("")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Sessions"
    press(focused, Qt.Key.Key_Down)
    assert dialog.wish().what is What.PEOPLE


def test_enter_asks_where_and_saves_there(
    opened: Open, session: Session, tmp_path: Path, told: list[str], qtbot: QtBot
) -> None:
    dialog, proposed = opened(session.id), list[str]()
    QTimer.singleShot(0, lambda: type_file("who came", proposed))
    press(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(told))
    assert proposed == ["2024-03-04 Talk – register.xlsx"]
    assert told == ["Saved as who came.xlsx"]
    assert (tmp_path / "who came.xlsx").is_file()
    assert not dialog.isVisible()


def test_a_programme_narrows_where_there_are_several(
    opened: Open, hall: Hall, session: Session
) -> None:
    with hall.store.change("Make programme") as change:
        other = change.save(Programme(name="Other"))
    dialog = opened("")
    dialog.programme.set_value(other.id)
    assert dialog.wish() == Wish(What.SESSIONS, programme=other.id)
    dialog.what.choose(What.PEOPLE)
    assert dialog.wish() == Wish(What.PEOPLE)
    assert not dialog.programme.isVisible()
    dialog.what.choose(What.FEEDBACK)
    assert dialog.programme.isVisible()
    assert "no comments" in dialog.notice.text()


def test_feedback_that_is_still_collected_is_said(
    opened: Open, hall: Hall, session: Session
) -> None:
    hall.collected(session, *SAID)
    dialog = opened(session.id)
    assert not dialog.open_box.isVisible()
    dialog.what.choose(What.FEEDBACK)
    assert dialog.open_box.isVisible()


def test_what_went_wrong_is_said_and_the_dialog_stays(
    opened: Open, session: Session, tmp_path: Path, told: list[str], qtbot: QtBot
) -> None:
    dialog = opened(session.id)
    dialog.save_to(tmp_path / "gone" / "a.xlsx")
    qtbot.waitUntil(dialog.wrong.isVisible)
    assert "gone is not there" in dialog.wrong.text()
    dialog.what.choose(What.PLEDGES)
    assert not dialog.wrong.isVisible()
    dialog.save_to(tmp_path / "a.xlsx")
    qtbot.waitUntil(dialog.wrong.isVisible)
    assert dialog.wrong.text() == "There are no pledges here yet."
    assert dialog.save_button.isEnabled()
    assert (dialog.isVisible(), told) == (True, [])


def test_a_file_that_nobody_was_asked_about_is_kept(
    opened: Open, hall: Hall, session: Session, tmp_path: Path, told: list[str], qtbot: QtBot
) -> None:
    hall.closed(session, *SAID)
    apart = tmp_path / "f – comments.csv"
    apart.write_text("mine")
    dialog = opened(session.id)
    dialog.what.choose(What.FEEDBACK)
    dialog.kind.choose(CSV)
    QTimer.singleShot(0, lambda: answer("Keep it"))
    dialog.save_to(tmp_path / "f.csv")
    assert (apart.read_text(), dialog.isVisible()) == ("mine", True)
    QTimer.singleShot(0, lambda: answer("Replace it"))
    dialog.save_to(tmp_path / "f.csv")
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["Saved as f.csv, the comments beside it"]
    assert "I was moved." in apart.read_text("utf-8-sig")


def test_leaving_it_gives_up_what_is_being_saved(
    opened: Open, hall: Hall, session: Session, tmp_path: Path, told: list[str], qtbot: QtBot
) -> None:
    with hall.store.change("Add people") as change:
        change.save_all(Person(given="Sam", surname=f"{n}") for n in range(3_000))
    dialog = opened("")
    dialog.what.choose(What.PEOPLE)
    dialog.save_to(tmp_path / "a.xlsx")
    press(dialog, Qt.Key.Key_Return)
    assert QApplication.activeModalWidget() is dialog, "it does not ask again meanwhile"
    dialog.reject()
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert (told, list(tmp_path.glob("a.xlsx*"))) == ([], [])


@pytest.mark.parametrize(
    ("about", "what"), [("/pledges", What.PLEDGES), ("/print", What.REGISTER), ("", What.REGISTER)]
)
def test_it_opens_on_the_section_that_is_shown(
    qapp: QApplication, desk: Desk, session: Session, about: str, what: What
) -> None:
    found: list[What] = []

    def look() -> None:
        dialog = in_front()
        assert isinstance(dialog, SaveDialog)
        found.append(dialog.wish().what)
        dialog.reject()

    QTimer.singleShot(0, look)
    save_as_a_list(None, desk, f"{session.id}{about}", lambda *_: None)
    assert found == [what]
