"""What keeps the work safe: the backups that make themselves, and the strip that says so."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from desktop.desk import Desk
from desktop.errors import UserError
from desktop.language import tr
from desktop.printing.direction import joined
from desktop.store.backup import Backup, list_backups, make_backup, own_folder, prune
from desktop.store.contents import holds_later_work
from desktop.store.files import plain_file_errors
from desktop.ui import workers
from desktop.ui.window import Window

EVERY_MS = 10 * 60 * 1000
"""A backup is made this often while there is something new."""
NEVER = -1
SLIGHT = timedelta(hours=1)
"""By so much a laptop's clock may be behind its last work: summer time may have ended."""
SOON_MS = 60 * 1000
"""What an earlier start left without a backup gets one this long after the start."""


def back_up(desk: Desk, now: datetime) -> Backup:
    """Make a verified backup in every place and let old ones go; returns the last one.

    Raises UserError with the sentence of the first place that failed; the others are tried.
    """
    failed: list[UserError] = []
    made: Backup | None = None
    own = own_folder(desk.data_file)
    with plain_file_errors(own.parent):
        own.mkdir(parents=True, exist_ok=True)
    for folder in desk.backup_folders:
        try:
            made = make_backup(desk.store, folder, now)
            prune(folder, now)
        except UserError as error:
            failed.append(error)
    if failed or made is None:
        raise failed[0]
    return made


class Safekeeping(QObject):
    """Makes backups while there is something new and tells the strip the truth."""

    def __init__(
        self,
        desk: Desk,
        window: Window,
        want: Callable[[str, str], object],
    ) -> None:
        """Begin; `want` leads to a page, as the app has it."""
        super().__init__(window)
        self.desk, self.window = desk, window
        self._choose, self._look = partial(want, "settings", "backup"), partial(want, "backups", "")
        self._backed_up = desk.store.announced if self._all_is_backed_up() else NEVER
        self._busy = False
        last = desk.store.last_change()
        self._older = self._is_older_than_backup()
        self._early = last is not None and last > desk.now() + SLIGHT
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.back_up_now)
        self._timer.start()
        QTimer.singleShot(SOON_MS, self, self._look_after)
        self._show_saved()
        self._show_choices()
        self._warn()
        desk.on_preferences(self._show_choices)

    def _all_is_backed_up(self) -> bool:
        """Return whether a backup is younger than the last change; a crash may leave none."""
        last = self.desk.store.last_change()
        if last is None:
            return True
        backups = [b for folder in self.desk.backup_folders for b in list_backups(folder)]
        return any(backup.made >= last for backup in backups)

    def _is_older_than_backup(self) -> bool:
        """Return whether an older copy took the data file's place."""
        data_file = self.desk.data_file
        mine = (
            backup.path
            for backup in list_backups(own_folder(data_file))
            if backup.path.name.startswith(f"{data_file.stem} ")
        )
        latest = next(mine, None)
        return latest is not None and holds_later_work(latest, data_file)

    def _show_saved(self) -> None:
        last = self.desk.store.last_change()
        if last is None:
            self.window.set_saved(tr("Nothing to save yet"), "nothing")
        else:
            self.window.set_saved(tr("Saved {when}").format(when=self._short(last)))

    def _short(self, when: datetime) -> str:
        return f"{when:%H:%M}" if when.date() == self.desk.today() else f"{when:%d/%m/%Y}"

    def _show_choices(self) -> None:
        self.show_who()
        self._show_last()

    def show_who(self) -> None:
        """Say whose laptop this is."""
        chosen = self.desk.preferences
        self.window.set_who(joined(chosen.laptop, chosen.author) or tr("New laptop"))

    def on_saved(self) -> None:
        """Say when the last thing was saved."""
        self.window.set_saved(tr("Saved {time:%H:%M}").format(time=self.desk.now()))

        self._warn()

    def _warn(self) -> None:
        """Say in the strip what somebody should see to."""
        if self.desk.store.reserve.spent:
            words = tr("The disk is nearly full. Free some space.")
            self.window.set_warning(words, brief=tr("Disk nearly full"))
        elif self._older:
            words = tr("A backup holds work that this data file does not.")
            brief = tr("Later backup")
            self.window.set_warning(words, tr("Look at it"), self._look, brief=brief)
        elif self._early:
            words = tr("The clock is earlier than your last work. Check the date and time.")
            self.window.set_warning(words, brief=tr("Check the clock"))
        else:
            self.window.set_warning("")

    def _look_after(self) -> None:
        """Lay room aside for a full disk, and make up for a backup that an earlier start owes."""
        reserve = self.desk.store.reserve
        workers.run(self, lambda _: reserve.renew(), lambda _: self.back_up_now())

    def back_up_now(self) -> None:
        """Make a backup in a worker, if there is anything new."""
        if self.desk.store.announced != self._backed_up:
            self.back_up_anyway()

    def back_up_anyway(self) -> None:
        """Make a backup in a worker, as when somebody asks for it."""
        if self._busy:
            return
        self._busy = True
        announced, now = self.desk.store.announced, self.desk.now()

        def done(_backup: Backup) -> None:
            self._busy, self._backed_up = False, announced
            self._show_last()
            self._warn()

        workers.run(
            self,
            lambda _: self._work(now),
            done,
            failed=self._on_failed,
            broken=self._on_broken,
        )

    def _work(self, now: datetime) -> Backup:
        made = back_up(self.desk, now)
        self.desk.store.reserve.renew()
        return made

    def _on_failed(self, error: UserError) -> None:
        self._tell_failed(str(error))

    def _on_broken(self) -> None:
        self._tell_failed(tr("The last backup could not be made."))

    def _tell_failed(self, words: str) -> None:
        self._busy = False
        self.window.set_backup(words, "failed", tr("Choose where"), self._choose)

    def finish(self) -> None:
        """Make the last backup before the data file is closed."""
        self._timer.stop()
        if self.desk.store.announced != self._backed_up:
            try:
                back_up(self.desk, self.desk.now())
            except UserError as error:
                self.window.set_backup(str(error), "failed")

    def _show_last(self) -> None:
        chosen = self.desk.preferences.backup_folder
        backups = list_backups(Path(chosen) if chosen else own_folder(self.desk.data_file))
        where = Path(chosen).name or chosen if chosen else tr("this laptop")
        if not chosen:
            text = tr("No second backup place chosen")
            if backups:
                text = tr("Backed up {when}, on this laptop only").format(when=self._when(backups))
            self.window.set_backup(text, "missing", tr("Choose where"), self._choose)
        elif backups:
            self.window.set_backup(
                tr("Backed up {when} to “{where}”").format(when=self._when(backups), where=where)
            )
        else:
            self.window.set_backup(tr("No backup in “{where}” yet").format(where=where), "missing")

    def _when(self, backups: list[Backup]) -> str:
        return self._short(max(backup.made for backup in backups))
