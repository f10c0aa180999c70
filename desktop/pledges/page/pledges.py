"""The pledges of one session: typed in at the left, the wall of leaves at the right."""

import json
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout

from desktop.attendance.actions import register
from desktop.desk import Desk
from desktop.errors import UserError
from desktop.language import tr
from desktop.pledges.actions import (
    Made,
    cleaned,
    delete_pledge,
    follow_up,
    let_through,
    make_pledge,
    one_pledge,
    pledges,
    refuse,
)
from desktop.pledges.model import Outcome, Pledge
from desktop.pledges.page.editor import Choices, PledgeEditor
from desktop.pledges.page.entry import Entry, Offer
from desktop.pledges.page.history import LABELS, history_of, words_of
from desktop.pledges.page.wall import Wall
from desktop.pledges.wording import name_words
from desktop.programmes.model import Programme
from desktop.sessions.actions import sessions
from desktop.sessions.model import Session
from desktop.store import drafts
from desktop.store.reader import Db
from desktop.ui.history import HistoryDialog
from desktop.ui.keys import on_key
from desktop.ui.layout import Body, column
from desktop.ui.page import Page
from desktop.ui.pair import Pair

DRAFT_MS = 400


class PledgesPage(Page):
    """The pledges of the session that `show_session` names."""

    SHOWS = frozenset({"pledge", "follow_up", "session", "programme", "person", "attendance"})

    toast_moved = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._session = ""
        self._made: list[Made] = []
        self._choices = Choices((), (), ())
        self.entry, self.wall = Entry(), Wall()
        self.editor: PledgeEditor | None = None
        words = (tr("Type a slip"), tr("Pledges"))
        name = tr("Slip or pledges")
        self.pair = Pair(name, self.entry, self.wall, words, first_width=432, second_least=300)
        self.setLayout(column(Body(self.pair), gap=0))
        self._draft_timer = QTimer(self, interval=DRAFT_MS, singleShot=True)
        self._draft_timer.timeout.connect(self._keep_draft)
        self.entry.changed.connect(self._on_typed)
        self.entry.submitted.connect(self._add)
        self.wall.pressed.connect(self.edit)
        self.wall.waiting.let_through.connect(self._let_through)
        self.wall.waiting.refused.connect(self._refuse)
        self.wall.waiting.listen(self)
        self.pair.arranged.connect(self.toast_moved)
        on_key(self, "Ctrl+F", self._find, whole_window=True)

    def show_session(self, session_id: str) -> None:
        """Show the pledges of another session, with what was being typed there."""
        if session_id == self._session:
            self.refresh()
            return
        self._flush()
        self._session = session_id
        self.refresh()
        self.entry.restore(_state(self._desk.store.draft(self._draft_key())))
        self._draft_timer.stop()
        self.pair.show_first()

    def refresh(self) -> None:
        if not self._session:
            return
        with self._desk.store.read() as db:
            session = db.get(Session, self._session)
            if session is not None:
                self._read(db, session)

    def _read(self, db: Db, session: Session) -> None:
        programme = db.get(Programme, session.programme)
        themes = programme.themes if programme else ()
        prompts = programme.prompts if programme else ()
        people = register(db, session.id)
        self._made = pledges(db, [session.id])
        others = sessions(db, programme=session.programme) if session.programme else [session]
        self._choices = Choices(people, themes, others[::-1])
        offer = Offer(session.id, session.date, prompts, themes)
        self.entry.set_offer(offer, people, len(self._made) + 1)
        self.wall.show_pledges(self._made, name_words(line.person for line in people))
        self.pair.set_words(tr("Type a slip"), self.wall.heading.text())

    def arrive(self) -> None:
        self.entry.text.edit.setFocus()

    def toast_place(self) -> QVBoxLayout | None:
        """Return where messages stand: under the leaves, None where those are folded away."""
        return self.wall.foot if not self.wall.isHidden() else None

    def edit(self, pledge_id: str) -> None:
        """Open the form of one pledge."""
        with self._desk.store.read() as db:
            made = one_pledge(db, pledge_id)
        window = self.window()
        self.editor = PledgeEditor(
            window,
            made,
            self._choices,
            self._save,
            self._delete,
            partial(self.show_history, pledge_id),
        )
        self.editor.finished.connect(self.editor.deleteLater)
        self.editor.open()

    def show_history(self, pledge_id: str) -> None:
        """Show who changed a pledge and when; the form of the pledge closes."""
        if self.editor is not None:
            self.editor.reject()
        store = self._desk.store
        history = history_of(store, pledge_id)
        self.history = HistoryDialog(
            self.window(), history, LABELS, self.told.emit, words_of(store)
        )
        self.history.finished.connect(self.history.deleteLater)
        self.history.open()

    def _find(self) -> None:
        self.pair.show_second()
        self.wall.search.setFocus()

    def _add(self) -> None:
        pledge = self.entry.pledge()
        try:
            cleaned(pledge)
        except UserError as wrong:
            self.entry.text.set_error(str(wrong))
            self.entry.text.edit.setFocus()
            return
        if self.entry.shown_as() is None:
            self.entry.ask_for_choice()
            return
        with self._desk.store.change(tr("Make pledge")) as change:
            make_pledge(change, pledge)
            drafts.keep(change.connection, self._draft_key(), "")
        self.entry.clear()
        self._draft_timer.stop()
        self.entry.text.edit.setFocus()
        self.told.emit(tr("Pledge added"), change.id)

    def _save(self, pledge: Pledge, outcome: Outcome | None) -> None:
        with self._desk.store.change(tr("Edit pledge")) as change:
            kept = make_pledge(change, pledge)
            if outcome is not None:
                follow_up(change, kept, self._desk.today(), outcome, "")
        moved = pledge.session != self._session
        self.told.emit(tr("Pledge moved") if moved else tr("Pledge changed"), change.id)

    def _let_through(self, pledge_id: str) -> None:
        with self._desk.store.change(tr("Show on the tree")) as change:
            let_through(change, change.need(Pledge, pledge_id))
        self.told.emit(tr("Shown on the tree"), change.id)

    def _refuse(self, pledge_id: str) -> None:
        with self._desk.store.change(tr("Keep off the tree")) as change:
            refuse(change, change.need(Pledge, pledge_id))
        self.told.emit(tr("Kept off the tree. It still counts."), change.id)

    def _delete(self, pledge: Pledge) -> None:
        with self._desk.store.change(tr("Delete pledge")) as change:
            delete_pledge(change, pledge)
        self.told.emit(tr("Pledge deleted"), change.id)

    def _draft_key(self) -> str:
        return f"pledge/{self._session}"

    def _on_typed(self) -> None:
        # Whoever types without a pause is not made to wait for one.
        if not self._draft_timer.isActive():
            self._draft_timer.start()

    def _keep_draft(self) -> None:
        self._draft_timer.stop()
        state = self.entry.state()
        text = json.dumps(state, ensure_ascii=False) if state else ""
        if text != self._desk.store.draft(self._draft_key()):
            self._desk.store.keep_draft(self._draft_key(), text)

    def _flush(self) -> None:
        if self._draft_timer.isActive():
            self._keep_draft()

    def hideEvent(self, event: QHideEvent) -> None:
        self._flush()
        super().hideEvent(event)


def _state(draft: str) -> dict[str, Any]:
    try:
        found = json.loads(draft or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
