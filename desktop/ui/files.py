"""Asking where a file is to be saved, and before another file is written over."""

import os
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.language import tr
from desktop.ui.dialogs import ask


def ask_for_file(parent: QWidget, title: str, proposal: Path, kinds: str) -> Path | None:
    """Ask where to save a file, None where that was left.

    `kinds` are the files to show, as in `PDF files (*.pdf)`. A proposal in a folder that is not
    there (any more) is moved to the nearest one above it. The proposal's ending is added where
    it is missing, and a file that is then found there is asked about.
    """
    folder = proposal.parent
    while not folder.is_dir() and folder != folder.parent:
        folder = folder.parent
    where = str(folder / proposal.name)
    chosen, _ = QFileDialog.getSaveFileName(parent, title, where, kinds)
    if not chosen:
        return None
    path = with_ending(Path(chosen), proposal.suffix.removeprefix("."))
    # the system's dialog asked about the name that was typed, not about this one
    unasked = [path] if path != Path(chosen) else []
    return path if may_replace(parent, unasked) else None


def with_ending(path: Path, ending: str) -> Path:
    """Return the path with its ending, added where it is missing."""
    has = not ending or path.suffix.lower() == f".{ending}".lower()
    return path if has else path.with_name(f"{path.name}.{ending}")


def may_replace(parent: QWidget, files: Iterable[Path]) -> bool:
    """Return whether files may be written; those that are there already are asked about."""
    there = [file.name for file in files if os.path.exists(file)]
    if not there:
        return True
    words = tr("{name} is there already.") if len(there) == 1 else tr("{name} are there already.")
    title = tr("Replace this file?") if len(there) == 1 else tr("Replace these files?")
    choices = [("keep", tr("Keep it")), ("replace", tr("Replace it"))]
    if len(there) > 1:
        choices = [("keep", tr("Keep them")), ("replace", tr("Replace them"))]
    return ask(parent, title, words.format(name=", ".join(there)), choices) == "replace"
