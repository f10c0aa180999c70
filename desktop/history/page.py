"""Going back to a backup: what each holds, what would be lost, and a way back from there."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from desktop.desk import Desk
from desktop.history.cards import BackupCards
from desktop.language import tr
from desktop.ui.buttons import Button
from desktop.ui.header import PageHeader
from desktop.ui.labels import Text
from desktop.ui.layout import Scroll, column, panel
from desktop.ui.notices import EmptyState
from desktop.ui.page import Page


class BackupsPage(Page):
    """The backups of the open data file; a chosen one takes its place."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        back = Button(tr("Settings"), partial(self.wanted.emit, "settings", ""), icon="arrow-left")
        self.file_button = Button(tr("Choose a file"), self._choose, icon="folder-open")
        self.header = PageHeader(tr("Go back to a backup"), actions=[back, self.file_button])
        self.cards = BackupCards(desk.data_file)
        self.cards.chosen.connect(partial(self.wanted.emit, "restore"))
        self.cards.looked.connect(self._on_looked)
        self.empty = EmptyState(
            tr("No backups yet"), tr("One is made by itself a while after something was done.")
        )
        self.empty.hide()
        words = Text(
            tr(
                "What you have now is backed up first. Afterwards, Undo brings it back "
                "as it is now."
            ),
            "muted",
            wrap=True,
        )
        self.cards.setMaximumWidth(860)
        inside = column(words, self.cards, self.empty, None, gap=12, margins=(24, 16, 24, 16))
        self.setLayout(column(self.header, Scroll(panel(inside)), gap=0))

    def arrive(self) -> None:
        self.cards.look(self.desk.backup_folders, self.desk.today())
        self.file_button.setFocus()

    def _on_looked(self, number: int) -> None:
        self.empty.setVisible(not number)
        if self.cards.buttons and self.file_button.hasFocus():
            self.cards.buttons[0].setFocus()

    def _choose(self) -> None:
        start = str(self.desk.backup_folders[-1])
        chosen, _ = QFileDialog.getOpenFileName(
            self, tr("Which backup?"), start, tr("Backups (*.db)")
        )
        if chosen:
            self.wanted.emit("restore", str(Path(chosen)))
