"""A pasted list is shown before it is kept."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from desktop.attendance.page.pasting import CORRECT, LEAVE_OUT, CorrectForm, PasteDialog
from desktop.people.model import Person
from tests.attendance.page.hall import Hall
from tests.ui.hands import press, show

LIST = "Kowalczyk, Hanna\nLewandowska, Zofia\nThomas, Nia\n , \nThomas, Nia"


@pytest.fixture
def asked() -> list[str]:
    return []


@pytest.fixture
def dialog(hall: Hall, asked: list[str]) -> Iterator[PasteDialog]:
    dialog = PasteDialog(
        None,
        hall.desk,
        hall.session.id,
        lambda *told: hall.told.append((told[0], told[1])),
        lambda _, about: asked.append(about),
    )
    show(dialog)
    dialog.text.set_text(LIST)
    dialog.read()
    yield dialog
    dialog.close()
    dialog.deleteLater()


def test_it_shows_what_was_understood(dialog: PasteDialog) -> None:
    rows = dialog.table.rows()
    assert [row.beneath for row in rows[:2]] == [
        "There is no name on this line.",
        "This line is in the list twice.",
    ]
    assert [(row.cells[0], row.cells[1], row.status) for row in rows[2:]] == [
        ("Hanna", "Kowalczyk", "On the register"),
        ("Zofia", "Lewandowska", "On file"),
        ("Nia", "Thomas", ""),
    ]
    assert dialog.save_button.words() == "Add 3 people"
    assert dialog.summary.text() == "3 understood, 2 not"


def test_it_is_kept_as_one_change_and_nobody_twice(dialog: PasteDialog, hall: Hall) -> None:
    dialog.save()
    assert len(hall.lines()) == 7
    assert hall.told[-1][0] == "2 people put on the register"
    with hall.store.read() as db:
        assert [p.given for p in db.find(Person)].count("Zofia") == 1
    hall.store.undo()
    assert len(hall.lines()) == 5


def test_a_split_is_corrected_and_stays_so(dialog: PasteDialog, hall: Hall) -> None:
    def swap() -> None:
        form = dialog.findChild(CorrectForm)
        assert form is not None
        form._swap()
        press(form, Qt.Key.Key_Return)

    QTimer.singleShot(0, swap)
    dialog.table.acted.emit("2", CORRECT)
    dialog.text.set_text(LIST + "\nMorgan, Huw")
    dialog.save()
    assert {"Thomas Nia", "Huw Morgan"} <= set(hall.lines())


def test_a_line_is_left_out(dialog: PasteDialog, hall: Hall) -> None:
    dialog.table.acted.emit("2", LEAVE_OUT)
    assert dialog.save_button.words() == "Add 2 people"
    dialog.save()
    assert "Nia Thomas" not in hall.lines()


def test_a_line_that_cannot_be_kept_says_why(dialog: PasteDialog) -> None:
    dialog.text.set_text("Nia " + "x" * 300)
    dialog.read()
    (row,) = dialog.table.rows()
    assert "300 characters" in row.beneath
    assert not dialog.save_button.isEnabled()


def test_escape_keeps_nothing(dialog: PasteDialog, hall: Hall) -> None:
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert len(hall.lines()) == 5


def test_too_long_a_list_says_so(dialog: PasteDialog) -> None:
    dialog.text.set_text("\n".join(f"Jane Doe {n}" for n in range(5_001)))
    dialog.read()
    assert "5,000" in dialog.wrong.text()
    assert QApplication.activeModalWidget() is dialog


def test_a_file_is_left_to_what_reads_files(dialog: PasteDialog, asked: list[str]) -> None:
    dialog.file_button.click()
    assert not dialog.isVisible()
    assert [about.split("/")[0::2] for about in asked] == [["register", ""]]


def test_a_dropped_file_goes_the_same_way(dialog: PasteDialog, asked: list[str]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/somewhere/staff.xlsx")])
    drop = QDropEvent(
        QPointF(9, 9),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    dialog.dropEvent(drop)
    assert [about.split("/", 2)[2] for about in asked] == ["/somewhere/staff.xlsx"]
