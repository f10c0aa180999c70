"""The bar that finishes a session: what that will do, how far it is, where the papers are."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QStackedLayout, QWidget

from desktop.desk import Desk
from desktop.errors import UserError
from desktop.language import count, tr
from desktop.ui.buttons import Button, LinkButton
from desktop.ui.cards import Card
from desktop.ui.dialogs import ask
from desktop.ui.icons import IconLabel
from desktop.ui.labels import IconText, Text
from desktop.ui.layout import Wrap, column, fold, panel, row
from desktop.ui.notices import Busy, Notice, announce
from desktop.ui.theme import theme
from desktop.ui.workers import Job, run
from desktop.workspace import finishing
from desktop.workspace.facts import Facts
from desktop.workspace.scope import Options

LEAVE, ABSENT = "leave", "absent"
MOST_STEPS = 5


class FinishBar(Card):
    """Says what finishing does and does it; after that, where the papers are.

    `told` and `wanted` are as a page's. `saved` tells which papers were saved and where. `read`
    gives what is on file now, None where the session is gone.
    """

    told = Signal(str, str)
    wanted = Signal(str, str)
    saved = Signal(object)

    def __init__(
        self, desk: Desk, read: Callable[[], Facts | None], options: Callable[[], Options]
    ) -> None:
        super().__init__("", padding=14)
        self._desk, self._read, self._options = desk, read, options
        self._facts: Facts | None = None
        self._base = ""
        self._job: Job | None = None
        self._leaf = IconLabel("leaf", "brand", 38)
        self.title = Text("", "title")
        step = partial(IconText, "check", "", tone="text", icon_tone="brand")
        self._steps = [step() for _ in range(MOST_STEPS)]
        self.folder = IconText("folder-open", "", points=10)
        self.change_folder = LinkButton("", self.choose_folder)
        self.open_folder = Button(tr("Open the folder"), self._open, icon="folder-open")
        self.button = Button("", self.go_on, kind="primary", icon="package-check", size="large")
        self.busy = Busy()
        self.trouble = Notice("danger", "", button=tr("Try again"), pressed=self.save)
        stack = QWidget()
        self._stack = QStackedLayout(stack)  # of a widget, or its first part flashes as a window
        self._stack.addWidget(self._plan())
        self._stack.addWidget(self.busy)
        self.body.addWidget(stack)
        self.add(self.trouble)
        self.busy.stopped.connect(self._stop)
        self.busy.timer.timeout.connect(partial(self._stack.setCurrentWidget, self.busy))
        self.trouble.hide()

    def _plan(self) -> QWidget:
        steps = QWidget()
        wrap = Wrap(steps, 16, 4)
        for step in self._steps:
            wrap.addWidget(step)
        where = row(self.folder, self.change_folder, None, gap=6)
        words = column(None, self.title, steps, where, None, gap=4)
        told = row(self._leaf, words, gap=16)
        told.setStretch(1, 1)
        self._across = row(gap=16)
        self._across.addLayout(told, 1)
        self._across.addLayout(row(self.open_folder, self.button, gap=16))
        return panel(self._across)

    def be_narrow(self, narrow: bool) -> None:
        """Have the buttons below the words where there is no room beside them."""
        self._across.setDirection(fold(narrow))

    def show_facts(self, facts: Facts) -> None:
        """Show what finishing will do, or that it was done."""
        if self._facts is None or facts.session.id != self._facts.session.id:
            self._base = ""
            self.trouble.hide()
        self._facts = facts
        finished = facts.session.finished is not None
        saved = finishing.saved_folder(self._desk, facts.session.id) if finished else None
        self.setVisible(not facts.session.cancelled)
        self.title.setText(self._title(facts))
        self._show_title()
        self._show_steps(self._words(facts, saved))
        self._show_folder(saved)
        self.open_folder.setVisible(saved is not None)
        self.button.set_text(_button_words(finished, saved))
        early = facts.session.date > self._desk.today()
        self.button.set_kind("secondary" if early or (saved and not facts.in_box) else "primary")
        self.change_folder.set_text(tr("Save in another folder") if saved else tr("Change folder"))

    def _show_title(self) -> None:
        """Where there is little room the button says what the title does, until it is done."""
        finished = self._facts is not None and self._facts.session.finished is not None
        self.title.setVisible(finished or self.width() >= theme().px(900))

    def said(self) -> list[str]:
        """Return the steps that are shown."""
        return [step.text() for step in self._steps if not step.isHidden()]

    def is_busy(self) -> bool:
        """Return whether papers are being saved."""
        return self._job is not None

    def is_next(self) -> bool:
        """Return whether this is the next thing to do, so that its button is the filled one."""
        return not self.isHidden() and self.button.kind == "primary"

    def _title(self, facts: Facts) -> str:
        if facts.session.finished is not None:
            return finishing.finished_words(self._desk, facts.session)
        early = facts.session.date > self._desk.today()
        return tr("After the session") if early else tr("Finish session")

    def _words(self, facts: Facts, saved: Path | None) -> Sequence[str]:
        if saved is None:
            return finishing.steps(facts, self._options())
        late = facts.in_box
        one = "Saving again closes the feedback box, {n} late form"
        many = "Saving again closes the feedback box, {n} late forms"
        return [count(one, many, late)] if late else []

    def _show_steps(self, words: Sequence[str]) -> None:
        for at, step in enumerate(self._steps):
            step.setVisible(at < len(words))
            if at < len(words):
                step.show_words("check", words[at], "text", "brand")

    def _show_folder(self, saved: Path | None) -> None:
        place = finishing.shown_folder(saved or self.target())
        words = tr("Papers in {folder}") if saved else tr("As PDF in {folder}")
        self.folder.show_words("folder-open", words.format(folder=place))

    def target(self) -> Path:
        """Return the folder that this session's papers will be saved in."""
        if self._facts is None:
            return finishing.papers_folder(self._desk)
        session = self._facts.session
        saved = finishing.saved_folder(self._desk, session.id) if session.finished else None
        if saved and not self._base:
            return saved
        with self._desk.store.read() as db:
            return finishing.papers_folder(self._desk) / finishing.folder_name(db, session)

    def choose_folder(self) -> None:
        """Ask for the folder that holds the folders of all finished sessions."""
        start = finishing.papers_folder(self._desk)
        while not start.is_dir() and start != start.parent:
            start = start.parent
        title = tr("Where to save the papers")
        chosen = QFileDialog.getExistingDirectory(self, title, str(start))
        if chosen:
            self.set_folder(Path(chosen))

    def set_folder(self, base: Path) -> None:
        """Save the papers of this and later sessions in a folder; a finished one's at once."""
        finishing.prefer_folder(self._desk, base)
        self._base = str(base)
        self.trouble.hide()
        if self._facts is None:
            return
        self.show_facts(self._facts)
        if self._facts.session.finished is not None:
            self.save()

    def go_on(self) -> None:
        """Finish the session and save its papers, or save them again."""
        facts = self._read()
        if facts is None or self._job is not None or not self._may_close(facts):
            return
        session, absent = facts.session, ""
        if session.finished is None and facts.waiting:
            absent = self._ask_absent(facts.waiting)
            if not absent:
                return
        change = finishing.finish_session(self._desk, session.id, absent=absent == ABSENT)
        if change:
            self.told.emit(tr("Session finished"), change)
        self.save()

    def _may_close(self, facts: Facts) -> bool:
        if not facts.unfinished:
            return True
        answer = ask(
            self,
            tr("A feedback form is half filled in"),
            tr("Finish it first, or leave it out. The feedback box is closed for good."),
            [("out", tr("Leave it out"), "secondary"), ("back", tr("Go to the form"))],
        )
        if answer == "back":
            self.wanted.emit("session", f"{facts.session.id}/feedback")
        return answer == "out"

    def _ask_absent(self, waiting: int) -> str:
        return ask(
            self,
            count("Mark the other one as absent?", "Mark the other {n} as absent?", waiting),
            count("One person has not arrived.", "{n} people have not arrived.", waiting),
            [(LEAVE, tr("Leave as they are")), (ABSENT, tr("Mark as absent"))],
        )

    def save(self) -> None:
        """Save the papers of the finished session, with progress and Stop."""
        facts = self._read()
        if facts is None or self._job is not None:
            return
        self.show_facts(facts)
        self.trouble.hide()
        session, folder, options = facts.session.id, self.target(), self._options()
        store = self._desk.store
        focus = self.window().focusWidget()
        had_focus = isinstance(focus, Button) and self.isAncestorOf(focus)
        self.busy.start(tr("Saving the papers"))
        self._job = run(
            self,
            lambda progress: finishing.save_all_papers(store, session, folder, options, progress),
            partial(self._on_saved, session, folder, had_focus),
            failed=self._on_failed,
            stopped=self._on_stopped,
            broken=self._over,
            progress=self._on_step,
        )

    def _on_step(self, done: int, total: int) -> None:
        words = tr("Paper {n} of {all}").format(n=min(done + 1, total), all=total)
        self.busy.step(done, total, words)

    def _on_saved(self, session: str, folder: Path, had_focus: bool, paths: list[Path]) -> None:
        self._base = ""
        self._over()
        finishing.remember_saved(self._desk, session, folder)
        self.refresh()
        announce(self, tr("Papers in {folder}").format(folder=folder))
        if had_focus and self.open_folder.isVisible():
            self.open_folder.setFocus()
        self.saved.emit((session, paths))

    def _on_failed(self, error: UserError) -> None:
        self._over()
        safe = tr("The session is finished and nothing is lost.")
        self._tell(tr("The papers are not saved."), f"{error} {safe}", "danger")

    def _on_stopped(self) -> None:
        self._over()
        self._tell(tr("Stopped."), tr("The session is finished, its papers are not saved."), "warn")

    def _tell(self, first: str, rest: str, kind: str) -> None:
        self.trouble.show()
        self.trouble.tell(first, rest, kind)

    def _over(self) -> None:
        self._job = None
        self.busy.finish()
        self._stack.setCurrentIndex(0)
        self.refresh()

    def refresh(self) -> None:
        """Show what is on file now."""
        if (facts := self._read()) is not None:
            self.show_facts(facts)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.stop()

    def _open(self) -> None:
        facts = self._facts
        folder = finishing.saved_folder(self._desk, facts.session.id) if facts else None
        if folder is not None:
            finishing.open_in_file_manager(folder)

    def resizeEvent(self, event: QResizeEvent) -> None:
        small = self.width() < theme().px(900)
        self._leaf.setVisible(not small)
        self._show_title()
        self.button.size_name = "main" if small else "large"
        self.button.updateGeometry()
        edge = 10 if small else 14
        self.body.setContentsMargins(14, edge, 14, edge)


def _button_words(finished: bool, saved: Path | None) -> str:
    if not finished:
        return tr("Finish session")
    return tr("Save the papers again") if saved else tr("Save the papers")
