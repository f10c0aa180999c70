"""The dialog “Save as a list”: which list, what to know about it, and where it goes."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.desk import Desk
from desktop.feedback.box import open_boxes
from desktop.language import tr
from desktop.outgoing.exporting import beside, save_list
from desktop.outgoing.wish import OF_A_PROGRAMME, OF_A_SESSION, OF_ALL, What, Wish
from desktop.outgoing.words import names, still_open, warning
from desktop.paths import documents_folder
from desktop.printing.naming import file_name
from desktop.programmes.actions import programmes
from desktop.sessions.model import Session
from desktop.ui.choices import Radios
from desktop.ui.controls import Combo
from desktop.ui.dialogs import Form
from desktop.ui.fields import Field
from desktop.ui.files import ask_for_file, may_replace, with_ending
from desktop.ui.labels import Text
from desktop.ui.layout import column, panel, row
from desktop.ui.notices import Notice
from desktop.ui.work import Work

Told = Callable[[str, str], object]
EXCEL, CSV = "xlsx", "csv"


def save_as_a_list(parent: QWidget | None, desk: Desk, about: str, told: Told) -> None:
    """Open the dialog on `about`: a session's id and its section, or "" for all sessions."""
    session, _, section = about.partition("/")
    dialog = SaveDialog(parent, desk, session, told)
    if section in [what.value for what in OF_A_SESSION]:
        dialog.what.choose(What(section))
    dialog.exec()
    dialog.deleteLater()


class SaveDialog(Form):
    """Saves one list of a session, or of all of them; `told` is called when it is saved."""

    def __init__(self, parent: QWidget | None, desk: Desk, session: str, told: Told) -> None:
        words = tr("Choose where to save")
        super().__init__(parent, tr("Save as a list"), self.save, save_words=words, width=540)
        self._desk, self._told = desk, told
        self._leaving = False
        self.work = Work(self, tr("Nothing is there until all of it is saved."))
        with desk.store.read() as db:
            self._session = db.need(Session, session) if session else None
            self._programmes = {one.id: one.name for one in programmes(db)}
        self._choices()
        self._build()
        self.what.choose(self._offered[0])

    def _choices(self) -> None:
        self._offered = OF_A_SESSION if self._session else OF_ALL
        options = [(what, words) for what, words in names().items() if what in self._offered]
        options.sort(key=lambda option: self._offered.index(option[0]))
        self.what = Radios(tr("Which list"), options)
        every = ("", tr("All programmes"))
        self.programme = Combo([every, *self._programmes.items()])
        self.kind = Radios(
            tr("What kind of file"),
            [(EXCEL, tr("Excel")), (CSV, tr("CSV, for other programs"))],
        )
        self.kind.choose(EXCEL)

    def _build(self) -> None:
        self._of = Field(tr("Programme"), self.programme)
        self.notice = Notice("info", "", icon="lock")
        self.open_box = Notice("warn", still_open())
        which = column(Text(tr("Which list"), "label"), self.what, None, gap=2)
        kind = column(Text(tr("What kind of file"), "label"), self.kind, None, gap=2)
        self.add(panel(row(which, kind, gap=16)), self._of)
        self.add(self.notice, self.open_box, self.work.busy)
        for notice in (self.notice, self.open_box, self.wrong):
            notice.setMinimumHeight(1)  # or it takes the height of a narrow one; width decides
        self.what.chosen.connect(lambda _: self._show())
        self.programme.chosen.connect(lambda _: self._show())
        self.work.failed.connect(self.show_error)
        self.work.stopped.connect(self._on_stopped)
        self.work.changed.connect(lambda: self.save_button.setEnabled(not self.work.runs))
        self.work.busy.timer.timeout.connect(self.fit)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.what.setFocus()

    def wish(self) -> Wish:
        """Return the list that is chosen."""
        what = What(str(self.what.value()))
        session = self._session.id if self._session else ""
        programme = str(self.programme.value() or "") if what in OF_A_PROGRAMME else ""
        return Wish(what, session, "" if session else programme)

    def _show(self) -> None:
        wish = self.wish()
        several = len(self._programmes) > 1 and not wish.session
        self._of.setVisible(several and wish.what in OF_A_PROGRAMME)
        self.notice.tell(*warning(wish))
        is_open = wish.session in open_boxes(self._desk.data_file)
        self.open_box.setVisible(wish.what is What.FEEDBACK and is_open)
        self.wrong.hide()
        self.fit()

    def save(self) -> None:
        """Ask where the list goes, and save it there; the dialog stays until that went well."""
        if self.work.runs:
            return
        kinds = {EXCEL: tr("Excel files (*.xlsx)"), CSV: tr("CSV files (*.csv)")}
        ending = str(self.kind.value())
        folder = Path(self._desk.preferences.papers_folder or documents_folder())
        proposal = folder / self._file_name(ending)
        chosen = ask_for_file(self, tr("Save as a list"), proposal, kinds[ending])
        if chosen is not None:
            self.save_to(chosen)

    def _file_name(self, ending: str) -> str:
        wish = self.wish()
        what = names()[wish.what].lower()
        if self._session:
            return file_name(self._session.date.isoformat(), self._session.title, what, ending)
        return file_name("", self._programmes.get(wish.programme, ""), what, ending)

    def save_to(self, path: Path) -> None:
        """Save the list that is chosen; the ending is added where it is missing."""
        wish, excel = self.wish(), self.kind.value() == EXCEL
        target = with_ending(path, str(self.kind.value()))
        unasked = [] if target == path else [target]  # for these the system has not asked
        if wish.what is What.FEEDBACK and wish.session and not excel:
            unasked.append(beside(target))
        if not may_replace(self, unasked):
            return
        self.wrong.hide()
        store = self._desk.store
        self.work.run(
            tr("Saving the list"),
            lambda progress: save_list(store, wish, target, excel=excel, progress=progress),
            self._on_saved,
        )

    def _on_saved(self, files: tuple[Path, ...]) -> None:
        self.accept()
        said = tr("Saved as {name}").format(name=files[0].name)
        if len(files) > 1:
            said = tr("Saved as {name}, the comments beside it").format(name=files[0].name)
        self._told(said, "")

    def _on_stopped(self) -> None:
        if self._leaving:
            super().reject()

    def reject(self) -> None:
        """Close the dialog; while a list is being saved, first give that up."""
        self._leaving = self.work.runs
        self.work.stop()
        if not self._leaving:
            super().reject()
