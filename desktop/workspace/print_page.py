"""Print and share: finish the session, and every paper of it as it will be printed."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent

from desktop.desk import Desk
from desktop.errors import UserError
from desktop.feedback.box import OpenBox
from desktop.language import tr
from desktop.progress import Progress
from desktop.ui.files import ask_for_file, with_ending
from desktop.ui.keys import on_key
from desktop.ui.layout import column
from desktop.ui.page import Page
from desktop.ui.workers import Job, fault, run
from desktop.workspace.facts import Facts, Ready, lines, make_ready, read_facts
from desktop.workspace.finish_bar import FinishBar
from desktop.workspace.finishing import papers_folder
from desktop.workspace.paper_list import PaperList
from desktop.workspace.paper_options import PaperOptions
from desktop.workspace.paper_sheet import PaperSheet
from desktop.workspace.papers import OF_A_SESSION, PAPERS, OfSession, paper_file_name
from desktop.workspace.print_room import PrintRoom
from desktop.workspace.saving import write_paper

SETTLES_MS = 150


class PrintPage(Page):
    """The papers of one session, and the bar that finishes it."""

    SHOWS = frozenset({"session", "programme", "person", "attendance", "pledge", "form", "box"})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._session = ""
        self._facts: Facts | None = None
        self._done: dict[tuple[str, str], str] = {}
        self._folder: Path | None = None
        self._job: Job | None = None
        self._stale = True
        self._when_ready: Callable[[], object] | None = None
        self.bar = FinishBar(desk, self._read, lambda: self.options.options())
        self.list = PaperList()
        self.sheet = PaperSheet()
        self.options = PaperOptions()
        self._settle = QTimer(self, interval=SETTLES_MS, singleShot=True)
        self.room = PrintRoom(self.bar, self.list, self.sheet, self.options)
        self.setLayout(column(self.room, gap=0))
        self._connect()

    def _connect(self) -> None:
        self._settle.timeout.connect(self._make)
        self.list.chosen.connect(lambda _: self._choose())
        self.options.changed.connect(self._on_options)
        self.sheet.printed.connect(self.print_shown)
        self.sheet.saved.connect(self.save_shown)
        self.sheet.worried.connect(self._go_to_section)
        self.sheet.again.connect(self._want)
        self.sheet.stopped.connect(self._stop)
        self.bar.told.connect(self.told)
        self.bar.wanted.connect(self.wanted)
        self.bar.saved.connect(lambda saved: self._on_all_saved(*saved))
        on_key(self, "Ctrl+P", self.print_shown, whole_window=True)
        on_key(self, "Ctrl+S", self.save_shown, whole_window=True)

    def show_session(self, session_id: str) -> None:
        """Show the papers of a session, first the one that is wanted next."""
        self._session = session_id
        self._facts = None
        self.options.begin(self._desk.preferences.author)
        self.sheet.show_trouble("")
        self.refresh()
        if self._facts is not None:
            self.list.choose(self._first(self._facts))

    def refresh(self) -> None:
        """Read again what is on file; the paper shown is made anew where that changes it."""
        if not self._session:
            return
        facts = self._read()
        if facts is None:
            return
        self._facts = facts
        self.bar.show_facts(facts)
        self._show()
        self._want()

    def is_settled(self) -> bool:
        """Return whether the paper shown is the newest one."""
        return not self._stale and self._job is None

    def arrive(self) -> None:
        """Take the focus to the paper shown; answers are collected without anybody being told."""
        self.refresh()
        self.list.arrive()

    def _first(self, facts: Facts) -> str:
        if facts.made:
            return "cards"
        return "summary" if facts.session.finished or facts.forms else "slips"

    def _read(self) -> Facts | None:
        box = self._box()
        try:
            with self._desk.store.read() as db:
                return read_facts(db, box, self._session)
        except UserError:
            return None  # the session was deleted; the app shows another page

    def _box(self) -> OpenBox | None:
        try:
            return self._desk.box(self._session)
        except UserError as damaged:
            self.told.emit(str(damaged), "")
            return None

    def _show(self) -> None:
        if self._facts is None:
            return
        done = {key: words for (session, key), words in self._done.items()
                if session == self._session}  # fmt: skip
        said = lines(self._facts, self.options.options)
        self.list.show_lines(said, done)
        key = self.list.value()
        if key:
            self.options.show_for(key, self._facts)
            main = not self.bar.is_next() and self._facts.session.finished is None
            self.sheet.show_head(PAPERS[key].title, said[key], main=main)

    def _choose(self) -> None:
        self.sheet.show_trouble("")
        self._show()
        self._want(at_once=True)

    def _on_options(self) -> None:
        self._show()
        if self._facts is not None:
            self.bar.show_facts(self._facts)
        self._want()

    def _want(self, *, at_once: bool = False) -> None:
        """Have the paper shown made anew, as soon as the page is seen and changes have settled."""
        self._stale = True
        if self._job is not None:
            self._job.stop()
        if self.isVisible():
            self._settle.start(0 if at_once else SETTLES_MS)

    def showEvent(self, event: QShowEvent) -> None:
        if self._stale:
            self._settle.start(0)

    def _make(self) -> None:
        key, session = self.list.value(), self._session
        if not key or self._facts is None:
            return
        self._stale = False
        box, store, options = self._box(), self._desk.store, self.options.options(key)

        def work(progress: Progress) -> Ready:
            with store.read() as db:
                return make_ready(db, box, key, session, options, progress)

        words = tr("Making the paper: {paper}").format(paper=PAPERS[key].title.lower())
        self.sheet.start_work(words)
        self._job = job = run(
            self,
            work,
            lambda ready: self._on_made(job, key, ready),
            failed=lambda error: self._on_failed(job, error),
            broken=lambda: self._on_failed(job, fault()),
            progress=self.sheet.busy.step,
        )

    def _on_made(self, job: Job, key: str, ready: Ready) -> None:
        if job is not self._job or self._stale:
            return
        self._job = None
        self.sheet.show_ready(key, PAPERS[key].title, ready)
        then, self._when_ready = self._when_ready, None
        if then is not None and ready.pdf:
            then()

    def _on_failed(self, job: Job, error: UserError) -> None:
        if job is self._job and not self._stale:
            self._job, self._when_ready = None, None
            self.sheet.finish_work()
            self.sheet.say(tr("This paper could not be made"), str(error))

    def _stop(self) -> None:
        if self._job is not None:
            self._job.stop()
            self._job, self._when_ready = None, None
            self.sheet.stop_work()

    def _with_paper(self, act: Callable[[], object]) -> bool:
        """Return whether the paper shown is the newest one; else do it as soon as that is made."""
        if not self.is_settled():
            self._when_ready = act
            return False
        return bool(self.sheet.ready().pdf)

    def print_shown(self) -> None:
        """Print the paper shown; without a printer, say so and offer a PDF."""
        if not self._with_paper(self.print_shown):
            return
        from desktop.ui.printer import print_with_dialog  # QtPrintSupport loads slowly

        title = PAPERS[self.list.value()].title
        try:
            printed = print_with_dialog(self, self.sheet.ready().pdf, title)
        except UserError as error:
            self.sheet.show_trouble(str(error))
            return
        if printed:
            self.note_printed()

    def note_printed(self) -> None:
        """Show that the paper was printed just now."""
        self.sheet.show_trouble("")
        self._note(self._session, self.list.value(), tr("Printed {time}"))

    def save_shown(self) -> None:
        """Ask for a file and save the paper shown as a PDF."""
        if not self._with_paper(self.save_shown):
            return
        folder = self._folder or papers_folder(self._desk)
        proposal = folder / self._file_name(self.list.value())
        chosen = ask_for_file(self, tr("Save PDF"), proposal, tr("PDF files (*.pdf)"))
        if chosen is not None:
            self.save_to(chosen)

    def save_to(self, path: Path) -> None:
        """Save the paper shown; `.pdf` is added where it is missing."""
        if not self._with_paper(partial(self.save_to, path)):
            return
        target = with_ending(path, "pdf")
        pdf, session, key = self.sheet.ready().pdf, self._session, self.list.value()
        run(
            self,
            lambda _: write_paper(target, pdf),
            lambda _: self._on_saved(target, session, key),
            failed=lambda error: self.sheet.show_trouble(str(error)),
        )

    def _on_saved(self, path: Path, session: str, key: str) -> None:
        self._folder = path.parent
        self.sheet.show_trouble("")
        self._note(session, key, tr("Saved {time}"))
        self.told.emit(tr("Saved as {name}").format(name=path.name), "")

    def _on_all_saved(self, session: str, paths: Sequence[Path]) -> None:
        names = {path.name for path in paths}
        with self._desk.store.read() as db:
            for key in OF_A_SESSION:
                if paper_file_name(db, key, OfSession(session)) in names:
                    self._note(session, key, tr("Saved {time}"))

    def _note(self, session: str, key: str, words: str) -> None:
        self._done[session, key] = words.format(time=f"{self._desk.now():%H:%M}")
        self._show()

    def _file_name(self, key: str) -> str:
        with self._desk.store.read() as db:
            return paper_file_name(db, key, OfSession(self._session))

    def _go_to_section(self, section: str) -> None:
        self.wanted.emit("session", f"{self._session}/{section}")
