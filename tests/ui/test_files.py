"""Asking where a file is to be saved."""

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from desktop.ui.files import ask_for_file


def answer(name: str) -> None:
    """Type a name into the dialog that is open, or leave it where that is empty."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    if not name:
        dialog.reject()
        return
    field = dialog.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setText(name)
    dialog.accept()


def ask(proposal: Path, name: str) -> Path | None:
    parent = QWidget()
    QTimer.singleShot(0, lambda: answer(name))
    found = ask_for_file(parent, "Save", proposal, "CSV files (*.csv)")
    parent.deleteLater()
    return found


def test_the_file_that_is_named_is_returned(qapp: QApplication, tmp_path: Path) -> None:
    assert ask(tmp_path / "people.csv", "staff.csv") == tmp_path / "staff.csv"
    assert ask(tmp_path / "people.csv", "") is None


def test_a_folder_that_is_gone_gives_way_to_the_one_above(
    qapp: QApplication, tmp_path: Path
) -> None:
    assert ask(tmp_path / "gone" / "deeper" / "a.csv", "b.csv") == tmp_path / "b.csv"
