"""The page that stands where a data file could not be opened."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.language import tr
from desktop.ui.buttons import Button
from desktop.ui.layout import column, row
from desktop.ui.notices import Notice


class RefusedPage(QWidget):
    """Says why a data file could not be opened and what to do; nothing was changed."""

    retry = Signal()
    other = Signal(Path)
    leave = Signal()

    def __init__(self, sentence: str, data_file: Path) -> None:
        super().__init__()
        self._folder = data_file.parent
        self.notice = Notice("danger", tr("Your data could not be opened."), sentence)
        self.again_button = Button(tr("Try again"), self.retry.emit, kind="primary")
        other = Button(tr("Choose another data file"), self._choose)
        leave = Button(tr("Close Pledge Tree"), self.leave.emit)
        self.notice.setMaximumWidth(720)
        lines = column(
            None,
            self.notice,
            row(self.again_button, other, leave, None, gap=12),
            None,
            None,
            gap=18,
        )
        lines.setContentsMargins(48, 24, 48, 24)
        self.setLayout(lines)

    def showEvent(self, event: QShowEvent) -> None:
        self.again_button.setFocus()

    def _choose(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, tr("Choose a data file"), str(self._folder), tr("Pledge Tree data (*.db)")
        )
        if chosen:
            self.other.emit(Path(chosen))
