"""What was deleted: to be found again, looked at, and brought back."""

from functools import partial

from PySide6.QtCore import QTimer, Signal

from desktop.desk import Desk
from desktop.history.gone_card import GoneCard
from desktop.history.looking import Gone, Wanted, look, name_of
from desktop.history.naming import KIND_WORDS
from desktop.history.pasts import history_of_gone
from desktop.history.returning import GoneHistory
from desktop.language import tr
from desktop.printing.direction import inside
from desktop.progress import Progress
from desktop.sessions.model import Session
from desktop.ui import workers
from desktop.ui.buttons import Button
from desktop.ui.controls import SearchBox
from desktop.ui.header import PageHeader
from desktop.ui.keys import on_key
from desktop.ui.labels import Text
from desktop.ui.layout import Body, column, follow_focus, panel, row
from desktop.ui.menus import FilterButton
from desktop.ui.notices import BUSY_AFTER_MS, EmptyState
from desktop.ui.page import Page

AT_ONCE = 30
"""So much is shown before somebody asks for what was deleted earlier."""
_BACK = {
    "session": tr("Back to the session"),
    "sessions": tr("All sessions"),
    "tree": tr("Tree"),
    "settings": tr("Settings"),
}


class DeletedPage(Page):
    """All that was deleted, the latest first, or what belonged to one session or programme.

    `looked` is emitted when what is shown has been read.
    """

    SHOWS = frozenset(cls.KIND.name for cls in KIND_WORDS)

    looked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._came_from, self._session, self._holder = "settings", "", ""
        self._shown = AT_ONCE
        self._job: workers.Job | None = None
        self._asked = self._came = 0
        self.cards: list[GoneCard] = []
        self.back = Button(_BACK["settings"], self._go_back, icon="arrow-left")
        self.search = SearchBox(tr("Find a name, a word or a session"), small=True)
        self.kind = FilterButton(tr("Kind"), [*KIND_WORDS.items()])
        self.from_where = Text("", "strong", wrap=True)
        self.all_button = Button(tr("Show all that was deleted"), self._show_all, size="small")
        self.older = Button(tr("Show what was deleted earlier"), self._show_more, kind="quiet")
        self.busy = Text(tr("Looking through what was deleted…"), "muted")
        self.empty = EmptyState("", "")
        self._lay_out()
        self.search.typed.connect(lambda _: self._look_anew())
        self.kind.chosen.connect(lambda _: self._look_anew())
        on_key(self, "Ctrl+F", self.search.setFocus)

    def _lay_out(self) -> None:
        tools = row(self.search, self.kind, gap=12)
        tools.setStretch(0, 1)
        where = row(self.from_where, self.all_button, gap=12)
        where.setStretch(0, 1)
        self._where = panel(where)
        words = tr("What you bring back is as it was. Undo takes it away again.")
        hint = Text(words, "muted", wrap=True)
        self._column = column(gap=10)
        top = (tools, self._where, hint, self.busy)
        below = (self._column, row(self.older, None), self.empty, None)
        held = panel(column(*top, *below, gap=12))
        held.setMaximumWidth(860)
        header = PageHeader(tr("What was deleted"))
        header.put_beside(self.back)
        whole = column(header, gap=0)
        whole.addWidget(Body(held, scrolls=True), 1)
        self.setLayout(whole)
        for part in (self._where, self.older, self.busy, self.empty):
            part.hide()

    def go_to(self, argument: str) -> None:
        """Show what was deleted: `page/ID` names the page to go back to and what held it.

        Without an id all of it is shown.
        """
        self._came_from, _, self._holder = argument.partition("/")
        self._session = self._holder
        self.back.set_text(_BACK[self._came_from])
        self.search.clear()
        self.kind.choose(None)
        self._look_anew()

    def arrive(self) -> None:
        self.search.setFocus()

    def refresh(self) -> None:
        if self._job is not None:
            self._job.stop()
        kind = self.kind.value()
        wanted = Wanted(self._holder, kind if isinstance(kind, type) else None, self.search.text())
        self._asked += 1
        done = partial(self._show, self._asked)
        self._job = workers.run(self, partial(self._read, wanted, self._shown), done)
        QTimer.singleShot(BUSY_AFTER_MS, self, self._say_busy)

    def _say_busy(self) -> None:
        self.busy.setVisible(self._came != self._asked)

    def _read(self, wanted: Wanted, limit: int, progress: Progress) -> tuple[list[Gone], bool, str]:
        with self.desk.store.read() as db:
            found, more = look(db, wanted, limit, progress)
            return found, more, name_of(db, wanted.holder) if wanted.holder else ""

    def _show(self, asked: int, read: tuple[list[Gone], bool, str]) -> None:
        if asked != self._asked:  # something else is looked for by now
            return
        found, more, holder = read
        self._came = asked
        self.busy.hide()
        self._show_cards(found)
        self.older.setVisible(more)
        self._where.setVisible(bool(self._holder))
        self.from_where.setText(tr("Deleted from {name}").format(name=inside(holder)))
        self._show_empty()
        self.looked.emit()

    def _show_cards(self, found: list[Gone]) -> None:
        """Show what was found; a card that stays is not made anew, so that the list stays put."""
        before, known = self.cards, {card.gone: card for card in self.cards}
        self.cards = [known.get(gone) or self._card(gone) for gone in found]
        left = [card for card in before if card not in self.cards]
        for card in left:
            self._column.removeWidget(card)
        for at, card in enumerate(self.cards):
            card.wrong.hide()  # what was in the way may be gone
            if card not in before:
                self._column.insertWidget(at, card)
        self._move_focus(before, left)
        for card in left:
            card.hide()
            card.deleteLater()

    def _card(self, gone: Gone) -> GoneCard:
        past, back = partial(self._show_past, gone), partial(self._bring_back, gone)
        return GoneCard(gone, self.desk.today(), past, back)

    def _move_focus(self, before: list[GoneCard], left: list[GoneCard]) -> None:
        """Hand the focus of a card that goes to the one that comes in its place."""
        focus = self.window().focusWidget()
        for at, card in enumerate(before):
            if card in left and focus in card.findChildren(Button):
                next_ = self.cards[at : at + 1] or self.cards[-1:]
                (next_[0].back_button if next_ else self.search).setFocus()
                follow_focus(self.window())

    def _show_empty(self) -> None:
        self.empty.setVisible(not self.cards)
        if self.search.text() or self.kind.value():
            title = tr("Nothing like that was deleted")
            words = tr("Look for another word, or for all kinds.")
        elif self._holder:
            title = tr("Nothing was deleted from it")
            words = tr("What is deleted later can be brought back here.")
        else:
            title = tr("Nothing was deleted")
            words = tr("What is deleted later can be brought back here.")
        self.empty.title.setText(title)
        self.empty.sentence.setText(words)

    def _look_anew(self) -> None:
        self._shown = AT_ONCE
        self.refresh()

    def _show_more(self) -> None:
        self._shown *= 4
        self.refresh()

    def _show_all(self) -> None:
        self._holder = ""
        self.search.setFocus()
        self._look_anew()

    def _show_past(self, gone: Gone) -> None:
        store, record = self.desk.store, gone.deleted.record
        history_of_gone(self.window(), store, record, gone.title, self.told.emit).open()

    def _bring_back(self, gone: Gone, with_others: bool) -> None:
        record = gone.deleted.record
        history = GoneHistory(self.desk.store, type(record), record.id)
        change = history.go_back(record.rev or "", with_others=with_others)
        self.told.emit(tr("Back again: {title}").format(title=inside(gone.title)), change)

    def _go_back(self) -> None:
        if self._came_from != "session":
            self.wanted.emit(self._came_from, "")
            return
        with self.desk.store.read() as db:
            there = db.get(Session, self._session)
        self.wanted.emit(*(("session", there.id) if there else ("sessions", "")))
