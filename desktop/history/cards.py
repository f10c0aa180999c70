"""Backups as cards to choose from; what each holds is read in a worker."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.history.found import Found, backups_in, looked_into
from desktop.history.words import holds, loses, when, where
from desktop.language import tr
from desktop.progress import Progress
from desktop.ui import workers
from desktop.ui.buttons import Button
from desktop.ui.cards import Card
from desktop.ui.labels import Text
from desktop.ui.layout import column, row

AT_ONCE = 12
"""So many backups are looked into before somebody asks for older ones."""


class BackupCards(QWidget):
    """The backups of a data file, the latest first; `chosen` tells the path of one.

    `looked` is emitted when what is shown has been read, with how many backups there are.
    """

    chosen = Signal(str)
    looked = Signal(int)

    def __init__(self, data_file: Path, first_kind: str = "secondary") -> None:
        super().__init__()
        self._data_file, self._first_kind = data_file, first_kind
        self._today = date.min
        self._job: workers.Job | None = None
        self._folders: Sequence[Path] = ()
        self.buttons: list[Button] = []
        self._shown = AT_ONCE
        self._busy = Text(tr("Looking into the backups…"), "muted")
        self._cards = column(gap=10)
        self.older = Button(tr("Show older backups"), self._show_more, kind="quiet")
        self.older.hide()
        self.setLayout(column(self._busy, self._cards, row(self.older, None), gap=10))

    def look(self, folders: Sequence[Path], today: date) -> None:
        """Look into the backups in some folders."""
        self._folders, self._today = folders, today
        self._busy.show()
        if self._job is not None:
            self._job.stop()
        self._job = workers.run(self, self._read, self._show, failed=lambda _: self._show(([], 0)))

    def _read(self, progress: Progress) -> tuple[list[Found], int]:
        backups = backups_in(self._folders, self._data_file)
        some = backups[: self._shown]
        found = list(progress.over(looked_into(some, self._data_file), len(some)))
        return found, len(backups)

    def _show(self, read: tuple[list[Found], int]) -> None:
        found, number = read
        self._busy.hide()
        while (item := self._cards.takeAt(0)) is not None:
            old: QWidget | None = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.buttons = []
        for one in found:
            self._cards.addWidget(self._card(one))
        self.older.setVisible(number > len(found))
        self.looked.emit(number)

    def _card(self, found: Found) -> Card:
        made = when(found, self._today)
        heading = Text(tr("{when}, {where}").format(when=made, where=where(found)), "strong")
        heading.setWordWrap(True)
        if not found.holds.whole:
            return Card("", heading, Text(tr("This backup can’t be read."), "error"), gap=4)
        path = str(found.backup.path)
        kind = self._first_kind if not self.buttons else "secondary"
        again = Button(tr("Go back to this"), partial(self.chosen.emit, path), kind=kind)
        again.setAccessibleName(tr("Go back to the backup of {when}").format(when=made))
        self.buttons.append(again)
        lines = column(
            heading,
            Text(holds(found.holds), wrap=True),
            Text(loses(found.loses), "muted", wrap=True),
            gap=3,
        )
        line = row(gap=14)
        line.addLayout(lines, 1)
        line.addWidget(again)
        return Card("", line, gap=4, padding=14)

    def _show_more(self) -> None:
        self._shown *= 4
        self.look(self._folders, self._today)
