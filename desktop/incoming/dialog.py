"""The dialog that brings in a list: what it is, which column holds what, what will come of it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.desk import Desk
from desktop.errors import UserError
from desktop.incoming.choosing import importer_of, kinds
from desktop.incoming.comparing import Compare
from desktop.incoming.importers import KEYS, Findings, Importer, Kept
from desktop.incoming.mapping import ColumnsBox
from desktop.incoming.mending import save_refused
from desktop.incoming.outcome import Outcome
from desktop.incoming.reading import Reading, Sheets, likeliest, looks_like, open_sheets, read_as
from desktop.incoming.remembering import remember, remembered
from desktop.incoming.source import Source
from desktop.language import tr
from desktop.paths import documents_folder
from desktop.progress import Progress
from desktop.ui.buttons import Button
from desktop.ui.dialogs import Dialog
from desktop.ui.drops import dropped_file
from desktop.ui.notices import Notice
from desktop.ui.theme import theme
from desktop.ui.work import Work

Told = Callable[[str, str], object]
_HIGH = 640  # design px
LISTS = "*.csv *.xlsx *.txt *.tsv"


class ListDialog(Dialog):
    """Brings in one list; nothing is kept before its button is pressed, and then all or nothing.

    `told(words, change id)` is called when it is kept. `key` and `session` say what the list is
    for, where that is known.
    """

    def __init__(
        self, parent: QWidget | None, desk: Desk, told: Told, key: str = "", session: str = ""
    ) -> None:
        super().__init__(parent, tr("Bring in a list"), width=1040)
        self._desk, self._told, self._wanted = desk, told, key
        self._last: Path | None = None
        self._sheets: Sheets = ()
        self._reading: Reading | None = None
        self._importer: Importer | None = None
        self._findings: Findings | None = None
        self.work = Work(self, tr("Nothing is changed before you say so."))
        self.work.failed.connect(self.show_error)
        self.work.stopped.connect(self._on_stopped)
        self.work.changed.connect(self._enable)
        self._soon = QTimer(self, interval=150, singleShot=True)
        self._soon.timeout.connect(self._look)
        self.source = Source(desk, key or KEYS[0], session)
        self._build()

    def _build(self) -> None:
        self.columns, self.outcome = ColumnsBox(), Outcome()
        self.wrong = Notice("danger", "")
        self.wrong.hide()
        self.add(self.source, self.columns, self.wrong, self.work.busy, self.outcome)
        self.body.setStretchFactor(self.outcome, 1)
        self.source.file_wanted.connect(self.choose_file)
        self.source.changed.connect(self._set_up)
        self.source.sheet_chosen.connect(self._turn_to)
        self.columns.corrected.connect(self._correct)
        self.columns.headed.connect(self._take_headings)
        self.columns.resized.connect(self.fit)
        self.outcome.compare.connect(self._compare)
        self.outcome.decided.connect(self._enable)
        self.mend_button = Button(tr("Save the rows left out"), self._save_refused, icon="save")
        self.buttons.insertWidget(0, self.mend_button)
        self.cancel_button = self.add_button(Button(tr("Cancel"), self.reject))
        self.keep_button = self.add_button(Button("", self.keep, kind="primary"))
        self.setAcceptDrops(True)
        self.columns.hide()
        self.outcome.ask_for_file()
        self._enable()

    def needs(self, wide: int) -> int:
        """Return the height that shows several rows.

        It grows only: the buttons stay where they are while the kind of list is tried out.
        """
        return max(super().needs(wide), self.height(), theme().px(_HIGH))

    def choose_file(self) -> None:
        """Ask for the file."""
        kinds = tr("Lists ({endings})").format(endings=LISTS)
        start = str(self._last or documents_folder())
        chosen, _ = QFileDialog.getOpenFileName(self, tr("Which list?"), start, kinds)
        if chosen:
            self.take_file(Path(chosen))

    def take_file(self, path: Path) -> None:
        """Read a file and show what it says."""
        self._forget()
        self._sheets, self._reading, self._importer = (), None, None
        self._last = path.parent
        self.source.show_file(path)
        words = tr("Reading {name}").format(name=path.name)
        self.work.run(words, partial(open_sheets, path), self._on_sheets)

    def _on_sheets(self, sheets: Sheets) -> None:
        self._sheets = sheets
        if not self._wanted:
            with self._desk.store.read() as db:
                kinds_ = kinds(db, self.source.session())
            self.source.choose_key(likeliest(sheets, kinds_).name)
        self._set_up()

    def _set_up(self) -> None:
        """Begin with what the list is for now."""
        self._forget()
        if not self._sheets:
            return
        key, session = self.source.key(), self.source.session()
        if key != KEYS[0] and session is None:
            self.columns.hide()
            self.outcome.ask_for_session()
            self._enable()
            return
        with self._desk.store.read() as db:
            self._importer = importer_of(db, key, session)
            other = looks_like(self._sheets, kinds(db, session), self._importer.table())
        self.source.suggest(other.name if other else "")
        self._read(read_as(self._sheets, self._importer.table(), self._remembered()))

    def _read(self, reading: Reading) -> None:
        self._reading = reading
        self.source.show_sheets(reading.names(), reading.at)
        self.columns.show()
        self.columns.show_reading(reading, afresh=True)
        if self.source.other_button.isVisibleTo(self):
            self.columns.toggle.setChecked(False)
            self._go_on_at(self.source.other_button)
        self._go_on_at(self.columns.first_doubt())
        self._look()

    def _go_on_at(self, part: QWidget | None) -> None:
        """Let Enter do the next thing, for who has only just chosen the file."""
        if part is not None and self.focusWidget() is self.source.file_button:
            part.setFocus()

    def _turn_to(self, at: int) -> None:
        if self._reading is not None:
            self._forget()
            self._read(self._reading.turned_to(at, self._remembered()))

    def _remembered(self) -> dict[str, dict[str, int]]:
        return remembered(self._desk.preferences)

    def _correct(self, key: str, place: int | None) -> None:
        if self._reading is not None:
            self._change(self._reading.choose(key, place))

    def _take_headings(self) -> None:
        if self._reading is not None:
            self._change(self._reading.headed())

    def _change(self, reading: Reading) -> None:
        self._reading = reading
        self.columns.show_reading(self._reading, afresh=False)
        self._desk.prefer(remember(self._desk.preferences, self._reading))
        self._forget()
        self._soon.start()

    def _forget(self) -> None:
        self._soon.stop()
        self.work.give_up()
        self.wrong.hide()
        self._findings = None
        self._enable()

    def _look(self) -> None:
        importer, reading, store = self._importer, self._reading, self._desk.store
        if importer is None or reading is None:
            return
        if reading.lacks():
            self.outcome.ask_for_column(reading, other=self.source.other_button.isVisibleTo(self))
            QTimer.singleShot(0, self, self.fit)
            self._enable()
            return

        def work(progress: Progress) -> Findings:
            with store.read() as db:
                return importer.look_up(db, reading, progress)

        words = tr("Reading {name}").format(name=reading.path.name)
        self.work.run(words, work, self._on_found)

    def is_waiting(self) -> bool:
        """Return whether a correction is about to be read."""
        return self._soon.isActive()

    def _on_found(self, findings: Findings) -> None:
        assert self._importer is not None
        self._findings = findings
        self.outcome.show_findings(self._importer, findings)
        QTimer.singleShot(0, self, self.fit)  # once all of it is laid out
        self._enable()
        if self.keep_button.isEnabled():
            self._go_on_at(self.keep_button)

    def _compare(self, line: int) -> None:
        dialog = Compare(self, self.outcome.likely(line))
        dialog.exec()
        if dialog.answer:
            self.outcome.decide(line, dialog.answer)
        dialog.deleteLater()

    def _save_refused(self) -> None:
        assert self._reading is not None
        assert self._findings is not None
        try:
            save_refused(self, self._reading, self._findings.refused)
        except UserError as error:
            self.show_error(str(error))

    def keep(self) -> None:
        """Bring it in, in a worker, whole or not at all."""
        importer, findings, store = self._importer, self._findings, self._desk.store
        if importer is None or findings is None or not self.outcome.number():
            return
        decided = self.outcome.decisions()
        words = tr("Bringing in {what}").format(what=importer.words(self.outcome.number()))

        def work(progress: Progress) -> Kept:
            return importer.keep(store, findings, decided, progress)

        self.wrong.hide()
        self.work.run(words, work, self._on_kept)

    def _on_kept(self, kept: Kept) -> None:
        assert self._importer is not None
        words = tr("Brought in: {what}").format(what=self._importer.words(kept.number))
        self._told(words, kept.change)
        self.accept()

    def _on_stopped(self) -> None:
        self._show_unread()
        self.wrong.tell(tr("Stopped."), tr("Nothing was brought in."), "info")
        self.wrong.show()

    def _show_unread(self) -> None:
        """Show nothing of the file before while the one that is named is not read."""
        if self._reading is None:
            self.columns.hide()
            self.source.show_sheets((), 0)
            self.outcome.ask_for_file(another=True)

    def show_error(self, sentence: str) -> None:
        """Say what went wrong; nothing was changed by it."""
        self.wrong.tell(sentence, "", "danger")
        self.wrong.show()
        self._show_unread()
        self.fit()

    def _enable(self) -> None:
        """Let the buttons do what can be done now."""
        number = self.outcome.number() if self._findings else 0
        words = self._importer.words(number) if self._importer and number else ""
        title = tr("Bring in {what}").format(what=words) if words else tr("Bring in")
        self.keep_button.set_text(title)
        self.keep_button.setEnabled(bool(words) and not self.work.runs)
        self.mend_button.setVisible(bool(self._findings and self._findings.refused))
        self.source.setEnabled(not self._keeping())
        self.columns.setEnabled(not self._keeping())

    def _keeping(self) -> bool:
        return self.work.runs and self._findings is not None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event.mimeData())
        if path and not self._keeping():
            event.acceptProposedAction()
            self.take_file(path)

    def reject(self) -> None:
        """Leave; while a list is being kept, stop that first and see whether it was in time."""
        if self._keeping():
            self.work.stop()
        else:
            super().reject()

    def done(self, result: int) -> None:
        self.work.give_up()
        super().done(result)
