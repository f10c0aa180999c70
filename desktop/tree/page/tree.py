"""The tree room: a poster of everyone's pledges, from what is chosen to paper."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent

from desktop.desk import Desk
from desktop.language import tr
from desktop.paths import documents_folder
from desktop.tree.actions import Chosen, adopt, delete_tree
from desktop.tree.facts import Facts
from desktop.tree.model import Tree
from desktop.tree.page.acting import PDF
from desktop.tree.page.history import logo_history, tree_history
from desktop.tree.page.logos import Logos
from desktop.tree.page.memory import Memory
from desktop.tree.page.output import Output, ask_where, name_of_file
from desktop.tree.page.parts import Parts, is_worth_paper
from desktop.tree.page.waiting import WaitingDialog
from desktop.tree.page.work import Work
from desktop.tree.press import Press
from desktop.tree.ready import Ready
from desktop.tree.wishes import Wish
from desktop.ui.layout import column
from desktop.ui.page import Page

DRAFT_MS = 400


class TreePage(Page):
    """The posters of one programme after the other; what is half chosen survives."""

    SHOWS = frozenset(
        {"tree", "hanging", "logo", "pledge", "follow_up", "session", "programme", "person"}
        | {"attendance"}
    )
    TOPIC = "tree-room"

    def __init__(self, desk: Desk, press: Press) -> None:
        super().__init__()
        self._desk = desk
        self._memory = Memory(desk.store)
        self._wish = Wish(Tree())
        self._facts: Facts | None = None
        self._ready: Ready | None = None
        self._when_ready: Callable[[], object] | None = None
        self._folder: Path | None = None
        self._deleted = ""  # the tree that was shown, until something else is chosen
        self.dialog: WaitingDialog | None = None
        self.parts = Parts(desk.today, press)
        self.toast = self.parts.preview.toast
        self.work = Work(self, desk, press)
        self.output = Output(self, desk, press)
        self.logos = Logos(self, desk)
        self.setLayout(column(self.parts, gap=0))
        self.setWindowTitle(tr("Tree room"))
        self._draft_timer = QTimer(self, interval=DRAFT_MS, singleShot=True)
        self._draft_timer.timeout.connect(self._keep_draft)
        self.parts.give_keys(self.print_shown, self.save_shown)
        self.parts.planned.connect(partial(self.wanted.emit, "plan", ""))
        self._listen_to_choices()
        self._listen_to_buttons()
        self._listen_to_work()
        self._begin()

    def _listen_to_choices(self) -> None:
        choosing, look, poster = self.parts.choosing, self.parts.look, self.parts.poster
        for part in (choosing, look, poster):
            part.wished.connect(self.change_tree)
        choosing.programme_chosen.connect(partial(self._go_to, tree=""))
        choosing.tree_chosen.connect(self._choose_tree)
        choosing.only_new.connect(lambda on: self.change(only_new=on))
        choosing.waiting_asked.connect(self.read_waiting)
        look.plain.connect(lambda on: self.change(plain=on))
        look.logo_asked.connect(lambda: self.logos.choose(self._wish.tree.programme))
        look.logo_removed.connect(lambda: self.logos.remove(self._wish.tree.programme))
        look.logo_history_asked.connect(self._show_logo_history)
        poster.on.connect(lambda paper: self.change(on=paper))

    def _listen_to_buttons(self) -> None:
        acting = self.parts.acting
        acting.printed.connect(self.print_shown)
        acting.other_printed.connect(self._print_other)
        acting.saved.connect(self.save_shown)
        acting.deleted.connect(self._delete)
        acting.begun.connect(lambda: self._choose_tree(""))
        acting.history_asked.connect(self._show_history)
        acting.gone_asked.connect(self._see_deleted)
        self.parts.room.adopted.connect(self.adopt)

    def _listen_to_work(self) -> None:
        preview = self.parts.preview
        self.work.read.connect(self._on_read)
        self.work.started.connect(lambda _: self.parts.start_making())
        self.work.made.connect(self._on_made)
        self.work.compared.connect(self.parts.poster.reading.show_other)
        self.work.failed.connect(self._on_failed)
        preview.stopped.connect(self._stop)
        preview.again.connect(self._want)
        self.output.noted.connect(self._on_noted)
        self.output.busy.connect(preview.start_work)
        for maker in (self.work, self.output):
            maker.progressed.connect(preview.step)
        for teller in (self.output, self.logos):
            teller.told.connect(self._on_told)
            teller.troubled.connect(self.parts.room.show_trouble)

    def _begin(self) -> None:
        self._wish = self._memory.last()
        self._want()

    def refresh(self) -> None:
        """Read again what is on file; the poster is made anew where that changes it."""
        if self._deleted and self._memory.tree(self._deleted) is not None:  # it was undone
            self._choose_tree(self._deleted)
        elif self._wish.tree.programme:
            self._want()
        else:
            self._begin()

    def arrive(self) -> None:
        self.parts.arrive()

    def showEvent(self, event: QShowEvent) -> None:
        self.work.hold(False)

    def hideEvent(self, event: QHideEvent) -> None:
        if self._draft_timer.isActive():
            self._keep_draft()
        self.work.hold(True)
        super().hideEvent(event)

    def is_settled(self) -> bool:
        """Return whether the poster shown is the newest one and nothing is being written."""
        return self.work.is_settled() and not self.output.is_busy()

    def ready(self) -> Ready | None:
        """Return the poster that is shown, None while it is being made."""
        return self._ready

    def wish(self) -> Wish:
        """Return what is chosen."""
        return self._wish

    def change_tree(self, changes: dict[str, Any]) -> None:
        """Wish for a tree that differs in some fields."""
        self.change(tree=replace(self._wish.tree, **changes))

    def change(self, **changes: Any) -> None:
        """Wish for something else; it is remembered, and made as soon as changes have settled."""
        self.parts.room.show_trouble("")
        self._wish, self._deleted = replace(self._wish, fresh=False, **changes), ""
        if not self._draft_timer.isActive():
            self._draft_timer.start()
        self._want()

    def _want(self) -> None:
        self._ready = None
        self.work.want(self._wish)

    def _choose_tree(self, tree: str) -> None:
        self._go_to(self._wish.tree.programme, tree)

    def _go_to(self, programme: str, tree: str) -> None:
        self._when_ready, self._deleted = None, ""
        self.parts.leave_tree()
        self._keep_draft()
        self._wish = self._memory.wish(programme, tree)
        self._keep_draft()
        self._want()

    def _keep_draft(self) -> None:
        self._draft_timer.stop()
        self._memory.keep(self._wish)

    def _on_read(self, facts: Facts, *, found: bool = False) -> None:
        if facts.wish.tree.rev != self._wish.tree.rev:
            self._draft_timer.start()  # what nobody chose otherwise has followed the tree
        self._facts, self._wish = facts, facts.wish
        self.parts.show_facts(facts, settled=found or not facts.wish.fresh)

    def _on_made(self, ready: Ready) -> None:
        if ready.facts.wish.fresh:  # nobody chose a paper: it is one that can be read
            self._on_read(ready.facts, found=True)
        self._ready = ready
        self.parts.show_ready(ready)
        then, self._when_ready = self._when_ready, None
        if then is not None:
            then()

    def _on_failed(self, sentence: str) -> None:
        self._when_ready = None
        self.parts.show_failure(sentence)

    def _stop(self) -> None:
        self._when_ready = None
        if self.output.is_busy():
            self.output.stop()
        else:
            self.work.stop()
            self.parts.stop_making()

    def _with_ready(self, act: Callable[[], object]) -> Ready | None:
        """Return the newest poster; where it is still being made, act as soon as it is."""
        if self._ready is None:
            self._when_ready = act
            if self.work.is_settled():  # it was stopped
                self._want()
            return None
        return self._ready if is_worth_paper(self._ready) else None

    def print_shown(self) -> None:
        """Print what is shown; without a printer, say so."""
        ready = self._with_ready(self.print_shown)
        if ready is not None:
            self.parts.room.show_trouble("")
            self.output.print_paper(ready)

    def _print_other(self) -> None:
        self.change(only_new=not self._wish.only_new)
        self.print_shown()

    def save_shown(self, kind: str) -> None:
        """Ask for a file and save what is shown."""
        ready = self._with_ready(partial(self.save_shown, kind))
        if ready is None:
            return
        folder = self._folder or Path(self._desk.preferences.papers_folder or documents_folder())
        name = name_of_file(self._facts, self._wish, self._desk.today(), kind)
        path = ask_where(self, ready, folder / name, kind)
        if path is not None:
            self.save_to(path, kind)

    def save_to(self, path: Path, kind: str = PDF) -> None:
        """Save what is shown; the ending is added where it is missing."""
        ready = self._with_ready(partial(self.save_to, path, kind))
        if ready is not None:
            self._folder = path.parent
            self.parts.room.show_trouble("")
            self.output.save(ready, kind, path)

    def _on_told(self, words: str, change: str) -> None:
        self.parts.room.show_trouble("")
        self.told.emit(words, change)

    def _on_noted(self, tree: str) -> None:
        before = self._wish
        if before.tree.id != tree or before.hangs:
            return
        self._keep_draft()
        hung = self._memory.wish(before.tree.programme, tree)
        self._wish = replace(hung, on=before.on, plain=before.plain)
        self._keep_draft()
        self._want()

    def read_waiting(self) -> None:
        """Open the list of pledges that wait to be read, and of those that are kept off."""
        chosen = self._facts.gathered.chosen if self._facts else Chosen()
        if chosen.waiting or chosen.kept_off:
            self.dialog = WaitingDialog(self.window(), self._desk, chosen.waiting, chosen.kept_off)
            self.dialog.finished.connect(self.dialog.deleteLater)
            self.dialog.open()

    def adopt(self) -> None:
        """Go on here with a tree that grew on another laptop, or on this one before a restore."""
        with self._desk.store.change(tr("Go on with the tree here")) as change:
            adopt(change, change.need(Tree, self._wish.tree.id))
        self.told.emit(tr("The tree grows here now"), change.id)

    def _delete(self) -> None:
        tree = self._wish.tree.id
        with self._desk.store.change(tr("Delete tree")) as change:
            delete_tree(change, change.need(Tree, tree))
        self._choose_tree("")
        self._deleted = tree
        self.told.emit(tr("Tree deleted"), change.id)

    def _show_history(self) -> None:
        store, tree = self._desk.store, self._wish.tree.id
        tree_history(self.window(), store, tree, self._on_gone_back).open()

    def _on_gone_back(self, words: str, change: str) -> None:
        tree = self._memory.tree(self._wish.tree.id)
        if tree is None:
            self._choose_tree("")
        else:
            self.change(tree=tree)  # what was half chosen gives way to what was gone back to
        self._on_told(words, change)

    def _see_deleted(self) -> None:
        self.wanted.emit("deleted", f"tree/{self._wish.tree.programme}")

    def _show_logo_history(self) -> None:
        store, programme = self._desk.store, self._wish.tree.programme
        logo_history(self.window(), store, programme, self._on_told).open()
