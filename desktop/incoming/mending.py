"""Saving the rows that were left out, so that they can be mended and brought in."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.incoming.reading import Reading
from desktop.incoming.refusing import write_refused
from desktop.language import tr
from desktop.tables.rows import Refused


def save_refused(parent: QWidget, reading: Reading, refused: Sequence[Refused]) -> Path | None:
    """Ask where to save them, and do so; returns None where that was left.

    Raises UserError when the file can't be written.
    """
    words = tr("{name} to mend.csv").format(name=reading.path.stem)
    proposal = str(reading.path.with_name(words))
    title = tr("Save the rows left out")
    chosen, _ = QFileDialog.getSaveFileName(parent, title, proposal, tr("CSV files (*.csv)"))
    if not chosen:
        return None
    write_refused(Path(chosen), reading, refused)
    return Path(chosen)
