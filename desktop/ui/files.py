"""Asking where a file is to be saved."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def ask_for_file(parent: QWidget, title: str, proposal: Path, kinds: str) -> Path | None:
    """Ask where to save a file, None where that was left.

    `kinds` are the files to show, as in `PDF files (*.pdf)`. A proposal in a folder that is not
    there (any more) is moved to the nearest one above it.
    """
    folder = proposal.parent
    while not folder.is_dir() and folder != folder.parent:
        folder = folder.parent
    where = str(folder / proposal.name)
    chosen, _ = QFileDialog.getSaveFileName(parent, title, where, kinds)
    return Path(chosen) if chosen else None
