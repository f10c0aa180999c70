"""The list of sessions: find one, open it, plan another."""

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from desktop.desk import Desk
from desktop.language import tr
from desktop.programmes.actions import programmes
from desktop.sessions import actions
from desktop.sessions.model import Session
from desktop.sessions.page.rows import listed
from desktop.sessions.status import Turnouts
from desktop.ui.buttons import Button
from desktop.ui.controls import SearchBox
from desktop.ui.header import PageHeader
from desktop.ui.icons import icon
from desktop.ui.keys import on_key
from desktop.ui.layout import Body, column, panel, row
from desktop.ui.menus import FilterButton, MenuButton
from desktop.ui.notices import EmptyState
from desktop.ui.segments import Segments
from desktop.ui.table import TallList

COMING, PAST, ALL = "coming", "past", "all"


class SessionList(QWidget):
    """All sessions, by month.

    `opened(id)`, `planned`, `edited(id)`, `duplicated(id)`, `listed`, `saved` and `gone_wanted`
    ask for what was pressed; `told(words, change id)` says what was done.
    """

    opened = Signal(str)
    planned = Signal()
    edited = Signal(str)
    duplicated = Signal(str)
    listed = Signal()
    saved = Signal()
    gone_wanted = Signal()
    told = Signal(str, str)

    def __init__(self, desk: Desk, turnouts: Turnouts) -> None:
        super().__init__()
        self.desk, self._turnouts = desk, turnouts
        self._sessions: dict[str, Session] = {}
        self.period = Segments(
            tr("Which sessions"),
            [(COMING, tr("Coming up")), (PAST, tr("Past")), (ALL, tr("All"))],
        )
        self.plan_button = Button(
            tr("Plan a session"), self.planned.emit, kind="primary", icon="plus", key=tr("Ctrl N")
        )
        self.more = MenuButton(tr("More"))
        self.more.add(tr("Bring in a list"), self.listed.emit, icon="upload")
        self.more.add(tr("Save as a list"), self.saved.emit, icon="file-spreadsheet")
        self.more.add(tr("What was deleted"), self.gone_wanted.emit, icon="archive-restore")
        self.header = PageHeader(tr("Sessions"), self.period, [self.more, self.plan_button])
        self.search = SearchBox(
            tr("Find a session, place or team"),
            key=tr("Enter"),
            key_words=tr("opens the marked session"),
            small=True,
        )
        self.programme = FilterButton(tr("Programme"))
        self.first_button = Button(tr("Plan a session"), self.planned.emit, icon="plus")
        self.empty = EmptyState("", "", self.first_button)
        self.list = TallList(tr("Sessions"), empty=self.empty)
        self.search.keys_to = self.list.view
        self._lay_out()
        self._listen()
        self.refresh()

    def _lay_out(self) -> None:
        tools = row(self.search, self.programme, gap=12)
        tools.setStretch(0, 1)
        inside = column(tools, gap=12)
        inside.addWidget(self.list, 1)
        whole = column(self.header, gap=0)
        whole.addWidget(Body(panel(inside)), 1)
        self.setLayout(whole)

    def _listen(self) -> None:
        self.period.chosen.connect(lambda _: self._show_from_the_top())
        self.programme.chosen.connect(lambda _: self._show_from_the_top())
        self.search.typed.connect(lambda _: self._show_from_the_top())
        self.search.entered.connect(self.list.act)
        self.list.opened.connect(self.opened)
        self.list.menu_asked.connect(self._open_menu)
        on_key(self, "Ctrl+F", self.search.setFocus)
        on_key(self, "Ctrl+N", self.planned.emit)

    def arrive(self) -> None:
        """Take the focus to the search; the first session is marked, so that Enter opens it."""
        if not self.list.marked_key():
            self.list.mark_first()
        self.search.setFocus()

    def show_session(self, session: Session) -> None:
        """Mark a session, in a list that has it."""
        self.search.clear()
        self.programme.choose(None)
        if session.id not in self._sessions:
            self.period.choose(ALL)
        self.list.mark(session.id)

    def refresh(self) -> None:
        """Read the sessions again; search, filter and mark stay."""
        today = self.desk.today()
        chosen = str(self.programme.value() or "")
        with self.desk.store.read() as db:
            known = {programme.id: programme.name for programme in programmes(db)}
            found = actions.sessions(
                db,
                programme=chosen,
                search=self.search.text(),
                first=today if self.period.value() == COMING else None,
                last=today if self.period.value() == PAST else None,
            )
            shown = self._of_period(found)
            turnouts = self._turnouts(db, [session.id for session in shown])
        self._sessions = {session.id: session for session in shown}
        self.programme.set_options(list(known.items()))
        self.programme.setVisible(len(known) > 1)
        names = known if len(known) > 1 and not chosen else {}
        rows = listed(shown, turnouts, names, today)
        self._show_empty(bool(chosen or self.search.text()))
        self.list.show_rows(rows.rows, rows.groups)

    def _of_period(self, found: list[Session]) -> list[Session]:
        today, period = self.desk.today(), self.period.value()
        if period == COMING:
            return [s for s in found if not (s.finished and s.date == today)]
        if period == PAST:
            found = [s for s in found if s.finished or s.date < today]
        return found[::-1]

    def _show_from_the_top(self) -> None:
        self.refresh()
        ahead = [s for s in self._sessions.values() if s.date >= self.desk.today()]
        if self.period.value() == ALL and ahead:
            self.list.mark(ahead[-1].id)  # the list begins far ahead; the next one is wanted
        else:
            self.list.mark_first()

    def _show_empty(self, narrowed: bool) -> None:
        self.first_button.setVisible(not narrowed)
        if narrowed:
            title = tr("No such session here")
            words = tr("Look for another word, or under “All”.")
        elif self.period.value() == PAST:
            title = tr("No session has been yet")
            words = tr("Sessions move here the day after.")
        else:
            title = tr("Nothing planned yet")
            words = tr("A title and a date are enough to begin.")
        self.empty.title.setText(title)
        self.empty.sentence.setText(words)

    def menu_for(self, key: str) -> QMenu:
        """Return the menu of a session as it would open now."""
        session = self._sessions[key]
        menu = QMenu(self)
        after_all = tr("It takes place after all") if session.cancelled else tr("Cancel it")
        entries = (
            (tr("Open"), "arrow-right", partial(self.opened.emit, key)),
            (tr("Edit"), "pencil", partial(self.edited.emit, key)),
            (tr("Plan one like it"), "copy", partial(self.duplicated.emit, key)),
            (after_all, "calendar-x", partial(self._cancel, key, not session.cancelled)),
        )
        for words, picture, chosen in entries:
            menu.addAction(icon(picture), words).triggered.connect(lambda _=0, do=chosen: do())
        menu.addSeparator()
        delete = menu.addAction(icon("trash-2", "dangerink"), tr("Delete"))
        delete.triggered.connect(lambda: self._delete(key))
        return menu

    def _open_menu(self, key: str, place: QPoint) -> None:
        menu = self.menu_for(key)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _cancel(self, key: str, cancelled: bool) -> None:
        label = tr("Cancel session") if cancelled else tr("Take place after all")
        with self.desk.store.change(label) as change:
            session = actions.cancel(change, change.need(Session, key), cancelled)
        words = tr("Cancelled: {title}") if cancelled else tr("Takes place after all: {title}")
        self.told.emit(words.format(title=session.title), change.id)

    def _delete(self, key: str) -> None:
        with self.desk.store.change(tr("Delete session")) as change:
            session = change.need(Session, key)
            actions.delete_session(change, session)
        self.told.emit(tr("Deleted: {title}").format(title=session.title), change.id)
