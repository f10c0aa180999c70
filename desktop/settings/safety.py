"""The card on backups: where they go, making one now, going back to one."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from desktop.desk import Desk
from desktop.errors import UserError
from desktop.language import tr
from desktop.progress import Progress
from desktop.store.backup import list_backups
from desktop.ui import workers
from desktop.ui.buttons import Button
from desktop.ui.cards import Card
from desktop.ui.labels import Text
from desktop.ui.layout import row
from desktop.ui.rows import FactRow


class SafetyCard(Card):
    """Shows where backups go; `wanted` asks the app, `told` says what was done."""

    wanted = Signal(str, str)
    told = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(tr("Backups and your data"))
        self.desk = desk
        self.choose_button = Button(tr("Choose a second place"), self._choose, icon="hard-drive")
        self.now_button = Button(tr("Back up now"), lambda: self.wanted.emit("backup", ""))
        self.restore_button = Button(
            tr("Go back to a backup"), lambda: self.wanted.emit("backups", ""), icon="history"
        )
        self.check_button = Button(tr("Check my data"), self._check)
        self.deleted_button = Button(
            tr("What was deleted"),
            lambda: self.wanted.emit("deleted", "settings/"),
            icon="archive-restore",
        )
        self._place = FactRow(tr("Second place"), "")
        self._last = FactRow(tr("Last backup there"), "")
        self._words = Text("", "muted", wrap=True)
        self.add(
            self._place,
            self._last,
            FactRow(tr("Your data"), str(desk.data_file), line=False),
            self._words,
            row(self.choose_button, self.now_button, None, gap=10),
            row(self.restore_button, self.check_button, None, gap=10),
            row(self.deleted_button, None),
        )
        desk.on_preferences(self.show_place)
        self.show_place()

    def show_place(self) -> None:
        """Say where backups go and when the last one was made there."""
        chosen = self.desk.preferences.backup_folder
        self._place.show_value(chosen or tr("none chosen yet"))
        backups = list_backups(Path(chosen)) if chosen else []
        last = f"{backups[0].made:%d/%m/%Y %H:%M}" if backups else tr("none yet")
        self._last.show_value(last)
        self._words.setText(
            tr("Backups hold names. Keep a stick locked away, or use one that encrypts.")
        )

    def _choose(self) -> None:
        start = self.desk.preferences.backup_folder or str(self.desk.data_file.parent)
        folder = QFileDialog.getExistingDirectory(self, tr("A second place for backups"), start)
        if folder:
            self.use_folder(Path(folder))

    def use_folder(self, folder: Path) -> None:
        """Send backups to a folder from now on.

        Raises UserError when it is the folder of the data itself.
        """
        if folder == self.desk.data_file.parent:
            raise UserError(
                tr("Your data is in this folder already. Choose another disk or stick.")
            )
        self.desk.prefer(replace(self.desk.preferences, backup_folder=str(folder)))
        self.wanted.emit("backup", "")

    def _check(self) -> None:
        self.check_button.setEnabled(False)
        workers.run(self, self._look, self._tell_findings, failed=self._tell_failure)

    def _look(self, _progress: Progress) -> list[str]:
        return self.desk.store.check()

    def _tell_findings(self, found: list[str]) -> None:
        self.check_button.setEnabled(True)
        self.told.emit(" ".join(found) or tr("Everything is as it should be."))

    def _tell_failure(self, error: UserError) -> None:
        self.check_button.setEnabled(True)
        self.told.emit(str(error))
