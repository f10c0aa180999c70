"""The register of a session: search, check in, count."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout

from desktop.attendance.actions import Counts, Line
from desktop.attendance.model import Presence
from desktop.attendance.page.board import Board
from desktop.attendance.page.door import Done, Door
from desktop.attendance.page.history import history_dialog
from desktop.attendance.page.newcomer import NewcomerForm
from desktop.attendance.page.pasting import PasteDialog
from desktop.attendance.page.rows import CHECK_IN, Rows, groups
from desktop.attendance.page.side import COMING, EDIT, HISTORY, OFF
from desktop.attendance.page.ticking import Ticked
from desktop.desk import Desk
from desktop.sessions.model import Counting, Session
from desktop.ui.keys import on_key
from desktop.ui.layout import column
from desktop.ui.page import Page
from desktop.ui.undo_keys import JUST_ACTED


class RegisterPage(Page):
    """Check-in by search, walk-ins, a head count, and lists typed in from paper.

    `wanted("person", id)` asks for the form of a person.
    """

    SHOWS = frozenset({"session", "person", "attendance"})

    toast_moved = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._session: Session | None = None
        self._door = Door(desk)
        self._rows = Rows()
        self._ticked = Ticked(desk)
        self.board = Board()
        self.setLayout(column(self.board))
        self._connect()

    def show_session(self, session_id: str) -> None:
        """Show the register of a session from its start."""
        board = self.board
        self._door.begin(session_id)
        self._session = None
        self._set_search("")
        board.tools.clear_filters()
        board.fold_side()
        ticking = self._ticked.begin(session_id)
        self.refresh()
        board.tools.from_paper.setChecked(ticking)
        board.list.mark_first()

    def refresh(self) -> None:
        """Read what changed; the mark, what is typed and the ticks stay."""
        roll = self._door.roll
        if not roll.session or self._door.is_current():
            return
        with self._desk.store.read() as db:
            session = db.get(Session, roll.session)
            changed = self._door.renew(db)
        if session is None:
            return
        if changed:
            self.board.tools.offer(roll.roles(), roll.teams())
        if session != self._session:
            self._session = session
            by_name = session.counting is Counting.BY_NAME
            self.board.tools.show_way(session.counting)
            self.board.show_counting(by_name)
            self.board.head_count.show_number(session.head_count)
            changed = True
        if changed:
            self._show()

    def arrive(self) -> None:
        """Take the focus to the search box, or to the number of heads."""
        self.board.home().setFocus(Qt.FocusReason.OtherFocusReason)

    def toast_place(self) -> QVBoxLayout | None:
        """Return where messages stand: under the side column, None where that is folded."""
        side = self.board.side
        return side.toast_place if side.isVisibleTo(self) else None

    def own_counts(self) -> Counts | None:
        """Return the counters where people are named and nobody else wrote, else None."""
        by_name = self._session is not None and self._session.counting is Counting.BY_NAME
        return self._door.roll.counts() if by_name and self._door.is_current() else None

    def add_walk_in(self, name: str = "") -> None:
        """Open the form for somebody who was not expected."""
        form = NewcomerForm(self, self._desk, self._id(), self.told.emit, walk_in=True)
        form.show_typed(name or self.board.search.text())
        if form.exec():
            self._set_search("")
            self.refresh()
            self.board.list.mark(form.kept_line)
        form.deleteLater()
        self.arrive()

    def add_people(self) -> None:
        """Open the form for people who are expected."""
        form = NewcomerForm(self, self._desk, self._id(), self.told.emit, walk_in=False)
        form.show_typed(self.board.search.text())
        form.exec()
        form.deleteLater()
        self._set_search("")
        self.arrive()

    def paste_list(self) -> None:
        """Open the dialog for a pasted list of names."""
        self._run(PasteDialog(self, self._desk, self._id(), self.told.emit, self.wanted.emit))
        self.arrive()

    def _run(self, dialog: QDialog) -> None:
        dialog.exec()
        dialog.deleteLater()

    def _connect(self) -> None:
        board, side, nothing = self.board, self.board.side, self.board.nothing
        board.search.typed.connect(lambda _: self._on_typed())
        board.search.entered.connect(self._on_entered)
        board.search.edit.textEdited.connect(lambda _: self._just_acted(False))
        board.keys.tick.connect(lambda: self._tick_marked(clear=False))
        board.keys.finish.connect(self._mark_ticked)
        board.list.acted.connect(self._on_acted)
        board.list.marked.connect(lambda _: self._show_marked())
        board.list.opened.connect(lambda _: self._on_wished(EDIT))
        board.list.ticked.connect(self._on_ticked)
        board.tools.narrowed.connect(self._on_narrowed)
        board.tools.paper.connect(self._on_paper)
        board.tools.counting.connect(self._on_counting)
        board.ticked_foot.mark.connect(self._mark_ticked)
        board.ticked_foot.done.connect(partial(board.tools.from_paper.setChecked, False))
        board.head_count.counted.connect(self._on_counted)
        board.folded.connect(self._on_folded)
        for asks in (board, nothing):
            asks.add.connect(self.add_people)
            asks.paste.connect(self.paste_list)
        board.walk_in.connect(self.add_walk_in)
        nothing.walk_in.connect(self.add_walk_in)
        nothing.taken.connect(self._check_in_from_file)
        nothing.clear.connect(self._show_everybody)
        side.wished.connect(self._on_wished)
        on_key(self, "Ctrl+F", self.arrive, whole_window=True)
        on_key(self, "Ctrl+N", self.add_walk_in, whole_window=True)

    def _show(self) -> None:
        roll, wish = self._door.roll, self.board.tools.wish(self.board.search.text())
        ticking = self.board.tools.from_paper.isChecked()
        matching, counts = roll.matching(wish), roll.counts()
        if ticking:
            self._ticked.keep_only(roll.waiting())
        ticked = self._ticked.now()
        shown = [line for lines in matching.values() for line in lines]
        marks = [line.attendance.id in ticked if ticking else None for line in shown]
        rows = list(map(self._rows.of, shown, marks))
        if not shown:
            self.board.nothing.offer(self._desk, roll, wish.search)
        self.board.list.show_rows(rows, groups(matching, counts, wish.narrows))
        self.board.side.show_counts(counts)
        self.board.ticked_foot.show_number(len(ticked))
        self.board.show_found(len(shown) if wish.search.strip() else None)
        self._show_marked()

    def _show_marked(self) -> None:
        line, session = self._marked(), self._session
        if self.toast_place() is not None:  # while the side is folded, nobody reads it
            before = self._door.times_before(line, session) if line and session else 0
            self.board.side.show_line(line, before)

    def _on_typed(self) -> None:
        self._show()
        self.board.list.mark_first()
        if badge := self._door.roll.numbered(self.board.search.text()):
            self.board.list.mark(badge.attendance.id)

    def _on_narrowed(self) -> None:
        self._on_typed()
        self.arrive()

    def _on_entered(self) -> None:
        if self.board.tools.from_paper.isChecked():
            self._tick_marked(clear=True)
        elif (line := self._marked()) is not None:
            self._check_in(line)
        else:
            self.board.nothing.act()

    def _on_acted(self, key: str, action: str) -> None:
        line = self._door.roll.line(key)
        if line is None:
            return
        if action == CHECK_IN:
            self._check_in(line)
        else:
            self._done(self._door.take_back(line))

    def _check_in(self, line: Line) -> None:
        done = self._door.check_in(line)
        searched = bool(self.board.search.text())
        self._set_search("")
        self._done(done)
        self._just_acted(bool(done.change))
        if searched:
            self.board.list.mark_first()

    def _check_in_from_file(self, person_id: str) -> None:
        done = self._door.walk_in(person_id)
        self._set_search("")
        self.refresh()
        self._done(done)

    def _on_wished(self, wish: str) -> None:
        line = self._marked()
        if line is None:
            return
        if wish == EDIT:
            self.wanted.emit("person", line.person.id)
            return
        if wish == HISTORY:
            self._run(history_dialog(self, self._desk.store, line, self.told.emit))
        elif wish == OFF:
            self._done(self._door.take_off(line))
        else:
            self._done(self._door.set_coming(line, wish == COMING))
        self.arrive()

    def _on_paper(self, on: bool) -> None:
        self.board.show_paper(on)
        self._show()
        self.arrive()

    def _on_ticked(self, key: str, on: bool) -> None:
        self._ticked.tick(key, on)
        self._show()

    def _tick_marked(self, *, clear: bool) -> None:
        line = self._marked()
        if line is None or line.attendance.presence is not Presence.EXPECTED:
            return
        key = line.attendance.id
        following = self.board.following(key)
        if clear:
            self._set_search("")
        self._on_ticked(key, clear or key not in self._ticked.now())
        self.board.list.mark(following)

    def _mark_ticked(self) -> None:
        lines = [line for key in self._ticked.now() if (line := self._door.roll.line(key))]
        if lines:
            done = self._door.check_in_all(lines)
            self._set_search("")
            self._done(done)
            self._just_acted(True)
            self.arrive()

    def _on_counting(self, way: str) -> None:
        done = self._door.set_counting(Counting(way))
        self.refresh()
        self.told.emit(done.words, done.change)
        self.arrive()

    def _on_counted(self, number: int) -> None:
        done = self._door.count_heads(number)
        self.told.emit(done.words, done.change)

    def _on_folded(self) -> None:
        self._show_marked()
        self.toast_moved.emit()

    def _show_everybody(self) -> None:
        self._set_search("")
        self.board.tools.clear_filters()
        self._on_narrowed()

    def _done(self, done: Done) -> None:
        self._show()
        self.told.emit(done.words, done.change)

    def _set_search(self, text: str) -> None:
        """Put words into the search box; whoever calls shows the lines."""
        with QSignalBlocker(self.board.search):
            self.board.search.edit.setText(text)

    def _just_acted(self, acted: bool) -> None:
        self.board.search.edit.setProperty(JUST_ACTED, acted)

    def _marked(self) -> Line | None:
        return self._door.roll.line(self.board.list.marked_key())

    def _id(self) -> str:
        return self._door.roll.session
