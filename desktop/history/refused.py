"""The page that stands where a data file could not be opened."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.history.cards import BackupCards
from desktop.history.found import readable
from desktop.history.words import holds
from desktop.language import tr
from desktop.preferences import read_preferences
from desktop.store.backup import own_folder
from desktop.ui.buttons import Button
from desktop.ui.labels import Text
from desktop.ui.layout import Scroll, column, panel, row
from desktop.ui.notices import Notice


class RefusedPage(QWidget):
    """Says why a data file could not be opened and what to do; nothing was changed.

    `restored` tells the backup that is to take its place, `afresh` that a new file is to be made
    where the old one is gone.
    """

    retry = Signal()
    other = Signal(Path)
    restored = Signal(str)
    afresh = Signal()
    leave = Signal()

    def __init__(self, sentence: str, data_file: Path, today: date) -> None:
        super().__init__()
        self._data_file, self._today = data_file, today
        self.notice = Notice("danger", tr("Your data could not be opened."), sentence)
        self.again_button = Button(tr("Try again"), self.retry.emit, kind="primary")
        self.afresh_button = Button(tr("Start with nothing"), self.afresh.emit)
        self.afresh_button.setVisible(not data_file.exists())
        other = Button(tr("Choose another data file"), self._choose)
        leave = Button(tr("Close Pledge Tree"), self.leave.emit)
        self.heading = Text(tr("Go back to a backup"), "section")
        self.left = Text("", "muted", wrap=True)
        self.cards = BackupCards(data_file, "primary")
        self.cards.chosen.connect(self.restored)
        self.cards.looked.connect(self._on_looked)
        for part in (self.heading, self.left, self.cards):
            part.hide()
        lines = column(
            self.notice,
            row(self.again_button, other, self.afresh_button, leave, None, gap=12),
            6,
            self.heading,
            self.left,
            self.cards,
            None,
            gap=14,
            margins=(48, 32, 48, 24),
        )
        inside = panel(lines)
        inside.setMaximumWidth(900)
        self.setLayout(column(Scroll(inside), gap=0))
        self.cards.look(self._folders(), today)

    def _folders(self) -> list[Path]:
        second = read_preferences(self._data_file).backup_folder
        return [own_folder(self._data_file)] + ([Path(second)] if second else [])

    def _on_looked(self, number: int) -> None:
        for part in (self.heading, self.cards):
            part.setVisible(number > 0)
        self.again_button.set_kind("secondary" if self.cards.buttons else "primary")
        left = readable(self._data_file)
        self.left.setVisible(number > 0 and any(left.counts.values()))
        self.left.setText(
            tr(
                "In the file as it is, {what} can still be read. It is put aside, not deleted."
            ).format(what=holds(left))
        )

    def showEvent(self, event: QShowEvent) -> None:
        self.again_button.setFocus()

    def _choose(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self,
            tr("Choose a data file"),
            str(self._data_file.parent),
            tr("Pledge Tree data (*.db)"),
        )
        if chosen:
            self.other.emit(Path(chosen))
