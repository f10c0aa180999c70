"""The page of all sessions: their list, and the form that plans and changes them."""

from datetime import date
from functools import cached_property

from PySide6.QtWidgets import QStackedWidget

from desktop.desk import Desk
from desktop.language import count, tr
from desktop.sessions.model import Session
from desktop.sessions.page.listing import SessionList
from desktop.sessions.page.planner import Planner
from desktop.sessions.status import Turnouts
from desktop.ui.layout import column
from desktop.ui.page import Page


class SessionsPage(Page):
    """Shows the list, or the form while a session is planned or changed.

    `turnouts` counts the registers; their kinds are among SHOWS for that reason.
    """

    SHOWS = frozenset({"session", "programme", "attendance", "person"})

    def __init__(self, desk: Desk, turnouts: Turnouts) -> None:
        super().__init__()
        self.desk = desk
        self._back = ("", "")
        self.list = SessionList(desk, turnouts)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self.setLayout(column(self._stack, gap=0))
        self.list.opened.connect(lambda key: self.wanted.emit("session", key))
        self.list.planned.connect(lambda: self._plan(None))
        self.list.edited.connect(self._edit)
        self.list.duplicated.connect(self._duplicate)
        self.list.listed.connect(lambda: self.wanted.emit("list", ""))
        self.list.saved.connect(lambda: self.wanted.emit("outgoing", ""))
        self.list.gone_wanted.connect(lambda: self.wanted.emit("deleted", "sessions/"))
        self.list.told.connect(self.told)

    @cached_property
    def planner(self) -> Planner:
        """The form, built when it is first needed."""
        made = Planner(self.desk)
        made.kept.connect(self._on_kept)
        made.deleted.connect(self._on_deleted)
        made.left.connect(self._leave)
        made.gone_wanted.connect(lambda key: self.wanted.emit("deleted", f"session/{key}"))
        self._stack.addWidget(made)
        return made

    def refresh(self) -> None:
        self.list.refresh()
        if self._planning():
            self.planner.refresh()

    def go_to(self, argument: str) -> None:
        """Show the list with "", else the form: `plan/DATE`, `edit/ID` or `duplicate/ID`."""
        what, _, about = argument.partition("/")
        if what == "plan":
            self._plan(date.fromisoformat(about) if about else None)
            self._back = ("home", "")
        elif what == "edit":
            self._edit(about)
            self._back = ("session", about)
        elif what == "duplicate":
            self._duplicate(about)
            self._back = ("session", about)
        else:
            self._show_list()

    def arrive(self) -> None:
        if self._planning():
            self.planner.begin_typing()
        else:
            self.list.arrive()

    def _planning(self) -> bool:
        return self._stack.currentWidget() is not self.list

    def _plan(self, day: date | None) -> None:
        self.planner.plan(day)
        self._show_planner()

    def _edit(self, key: str) -> None:
        self.planner.edit(self._session(key))
        self._show_planner()

    def _duplicate(self, key: str) -> None:
        self.planner.duplicate(self._session(key))
        self._show_planner()

    def _session(self, key: str) -> Session:
        with self.desk.store.read() as db:
            return db.need(Session, key)

    def _show_planner(self) -> None:
        self._back = ("", "")
        self._stack.setCurrentWidget(self.planner)
        self.planner.begin_typing()

    def _show_list(self) -> None:
        self._back = ("", "")
        self._stack.setCurrentWidget(self.list)
        self.list.arrive()

    def _leave(self) -> None:
        back = self._back
        self._show_list()
        if back[0]:
            self.wanted.emit(*back)

    def _on_kept(self, kept: list[Session], change_id: str) -> None:
        back, planned = self._back, self.planner.planning()
        self._show_list()
        self.list.refresh()
        self.list.show_session(kept[0])
        if len(kept) > 1:
            words = count("{n} session planned", "{n} sessions planned", len(kept))
        elif planned:
            self.wanted.emit("session", kept[0].id)
            words = tr("Planned: {title}").format(title=kept[0].title)
        else:
            if back[0]:
                self.wanted.emit(*back)
            words = tr("Changed: {title}").format(title=kept[0].title)
        self.told.emit(words, change_id)

    def _on_deleted(self, change_id: str) -> None:
        self._show_list()
        self.list.refresh()
        self.told.emit(tr("Session deleted"), change_id)
