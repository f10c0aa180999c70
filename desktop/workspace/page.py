"""The workspace of one session: its head, and the sections beneath."""

from functools import partial

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from desktop.desk import Desk
from desktop.language import tr
from desktop.people.model import Person
from desktop.people.page import PersonForm
from desktop.printing.direction import inside
from desktop.sessions.actions import cancel
from desktop.sessions.model import Session
from desktop.ui.buttons import Button
from desktop.ui.chips import Chip
from desktop.ui.header import PageHeader
from desktop.ui.keys import on_key
from desktop.ui.layout import MARGIN, SMALL_MARGIN, column, panel
from desktop.ui.menus import MenuButton
from desktop.ui.notices import EmptyState
from desktop.ui.page import Page
from desktop.ui.segments import Segments
from desktop.ui.theme import theme
from desktop.ui.toast import Toast
from desktop.workspace.heading import counters, facts, of_register, state
from desktop.workspace.sections import FEEDBACK, PLEDGES, PRINT, REGISTER, SECTIONS

NARROW, WIDE = 760, 960


class WorkspacePage(Page):
    """One session, open: its register, pledges, feedback, and what is printed of it."""

    SHOWS = frozenset(
        {"programme", "form", "session", "person", "attendance", "pledge", "follow_up", "box"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._session: Session | None = None
        self._id = ""
        self._pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._counts: list[tuple[str, str]] = []
        self.toast = self._toast = Toast(reserve=False)
        self.chip = Chip("")
        self.projector = Button(tr("Projector"), self._project, kind="quiet", icon="tree-deciduous")
        self.projector.setToolTip(tr("Show the tree to the room: F11"))
        self.back = Button(tr("All sessions"), self._go_back, kind="quiet", icon="arrow-left")
        self.more = MenuButton(tr("More"))
        self.more.setAccessibleName(tr("More about this session"))
        self._build()

    def open(self, session_id: str, section: str = REGISTER) -> None:
        """Show a session, at one of its sections."""
        if session_id != self._id:
            self._id, self._session = session_id, None
            self._stale.clear()
            for page in self._pages.values():
                _begin(page, session_id)
        self.refresh()
        self.show_section(section)

    def go_to(self, argument: str) -> None:
        """Show a session, named by its id, or id and section as in `id/pledges`."""
        session_id, _, section = argument.partition("/")
        self.open(session_id, section if section in SECTIONS else REGISTER)

    @property
    def session_id(self) -> str:
        """The id of the session shown, empty before the first."""
        return self._id

    def section(self) -> str:
        """Return the key of the section shown."""
        return self.sections.value()

    def page(self, section: str) -> Page:
        """Return the page of a section, built now if it was not yet."""
        if section not in self._pages:
            page = SECTIONS[section](self._desk)
            page.told.connect(self.told)
            page.wanted.connect(self._want)
            page.kept.connect(self._on_kept)
            moved = getattr(page, "toast_moved", None)
            if moved is not None:
                moved.connect(self._place_toast)
            self._pages[section] = page
            self._stack.addWidget(page)
            if self._id:
                _begin(page, self._id)
        return self._pages[section]

    def show_section(self, section: str) -> None:
        """Bring a section to the front, with the focus where its work begins."""
        if self.sections.value() == section:
            self._on_section(section)
        self.sections.choose(section)

    def refresh(self) -> None:
        """Read the head and the section in front again; the others follow when they are shown."""
        if not self._id or self._only_register_wrote():
            return
        self._show_head()
        if self._session is None:
            return
        shown = self.section()
        self._stale |= set(self._pages) - {shown}
        if shown in self._pages:
            self._pages[shown].refresh()

    def arrive(self) -> None:
        """Take the focus into the section in front."""
        if self._session is None:
            self._gone_button.setFocus()
        elif self._id:
            self.page(self.section()).arrive()

    def resizeEvent(self, event: QResizeEvent) -> None:
        edge = SMALL_MARGIN if self.head.compact() else MARGIN
        self._foot_place.setContentsMargins(edge, 0, edge, 12)
        # The list of sessions is also what the button at the left leads to.
        self.back.setVisible(self.width() >= theme().px(NARROW))
        self.projector.setVisible(self.width() >= theme().px(WIDE))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        shown = {QEvent.Type.ShowToParent: True, QEvent.Type.HideToParent: False}
        if watched is self._toast and event.type() in shown:
            self._foot.setVisible(self._in_foot and shown[event.type()])
        return False

    def _build(self) -> None:
        options = [
            (REGISTER, tr("Register"), "clipboard-check"),
            (PLEDGES, tr("Pledges"), "leaf"),
            (FEEDBACK, tr("Feedback"), "message-square"),
            (PRINT, tr("Print & share"), "printer"),
        ]
        self.sections = Segments(tr("Sections of the session"), options)
        self.sections.chosen.connect(self._on_section)
        for number, section in enumerate(SECTIONS, 1):
            on_key(self, f"Ctrl+{number}", partial(self._jump, section), whole_window=True)
        self.head = PageHeader("", self.sections, [self.chip, self.projector, self.back, self.more])
        self._stack = QStackedWidget()
        self._gone_button = Button(tr("All sessions"), self._go_back)
        self.gone = EmptyState(
            tr("This session was deleted"),
            tr("Ctrl Z or “What was deleted” brings it back."),
            self._gone_button,
            Button(tr("What was deleted"), partial(self.wanted.emit, "deleted", "sessions/")),
        )
        self.gone.hide()
        self._foot_place = column(gap=0, margins=(MARGIN, 0, MARGIN, 12))
        self._foot, self._in_foot = panel(self._foot_place), True
        self._foot_place.addWidget(self._toast)
        self._foot.hide()
        self._toast.installEventFilter(self)
        whole = column(self.head, gap=0)
        whole.addWidget(self._stack, 1)
        whole.addWidget(self.gone, 1)
        whole.addWidget(self._foot)
        self.setLayout(whole)

    def _show_head(self) -> None:
        with self._desk.store.read() as db:
            session = db.get(Session, self._id)
            box = self._desk.box(self._id)
            self._counts = counters(db, session, box) if session else []
        self.gone.setVisible(session is None)
        self._stack.setVisible(session is not None)
        self.sections.setEnabled(session is not None)
        self.more.setVisible(session is not None)
        self.head.set_counters(self._counts)
        if session is None:
            self.chip.hide()
            self.head.set_title(tr("Session"))
            self.head.set_facts([])
        elif session != self._session:
            self._show_session(session)
        self._session = session

    def _only_register_wrote(self) -> bool:
        """Return whether the register in front has shown the change itself; take over its count."""
        shown = self.section()
        own_counts = getattr(self._pages.get(shown), "own_counts", None)
        counts = own_counts() if own_counts is not None else None
        if counts is None or self._session is None or not self._counts:
            return False
        self._counts[0] = (of_register(counts.here, counts.on_register), self._counts[0][1])
        self.head.set_counters(self._counts)
        self._stale |= set(self._pages) - {shown}
        return True

    def _show_session(self, session: Session) -> None:
        self.setWindowTitle(inside(session.title))  # the app's name follows it
        self.head.set_title(session.title)
        self.head.set_facts(facts(session, self._desk.today()))
        if stands := state(session):
            self.chip.show_status(*stands)
        self.chip.setVisible(stands is not None)
        self.more.clear()
        self.more.add(tr("Projector"), self._project, icon="tree-deciduous")  # no button if narrow
        self.more.add(tr("Edit session"), partial(self._ask_for, "edit"), icon="pencil")
        self.more.add(tr("Duplicate session"), partial(self._ask_for, "duplicate"), icon="copy")
        self.more.add(tr("Bring in a list"), self._bring_in, icon="upload")
        self.more.add(tr("Save as a list"), self._save_list, icon="file-spreadsheet")
        self.more.add(tr("What was deleted"), self._see_deleted, icon="archive-restore")
        words = tr("It takes place after all") if session.cancelled else tr("Cancel session")
        self.more.add(words, self._cancel, icon="calendar-x")
        self.more.add_line()
        self.more.add(tr("Delete session"), self._delete, icon="trash-2", danger=True)

    def _jump(self, section: str) -> None:
        self.show_section(section)
        self.arrive()

    def _on_section(self, section: str) -> None:
        page = self.page(section)
        if section in self._stale:
            self._stale.discard(section)
            page.refresh()
        self._stack.setCurrentWidget(page)
        self._place_toast()
        self._toast.dismiss()

    def _place_toast(self) -> None:
        """Put messages where the section keeps a place for them, else at the foot."""
        place_of = getattr(self._stack.currentWidget(), "toast_place", None)
        place = place_of() if place_of is not None else None
        self._in_foot = place is None
        wanted: QVBoxLayout = place or self._foot_place
        if wanted.indexOf(self._toast) < 0:
            hidden = self._toast.isHidden()
            wanted.addWidget(self._toast)
            self._toast.setHidden(hidden)
        self._foot.setVisible(self._in_foot and not self._toast.isHidden())

    def _on_kept(self) -> None:
        self._show_head()
        self.kept.emit()

    def _want(self, where: str, argument: str) -> None:
        if where == "person":
            self._edit_person(argument)
        else:
            self.wanted.emit(where, argument)

    def _edit_person(self, person_id: str) -> None:
        with self._desk.store.read() as db:
            person = db.need(Person, person_id)
        form = PersonForm(self, self._desk, self.told.emit, person)
        form.exec()
        form.deleteLater()
        self.arrive()

    def _ask_for(self, what: str) -> None:
        self.wanted.emit(what, self._id)

    def _bring_in(self) -> None:
        of_what = self.section() if self.section() != PRINT else ""
        self.wanted.emit("list", f"{of_what}/{self._id}")

    def _save_list(self) -> None:
        self.wanted.emit("outgoing", f"{self._id}/{self.section()}")

    def _see_deleted(self) -> None:
        self.wanted.emit("deleted", f"session/{self._id}")

    def _project(self) -> None:
        self.wanted.emit("projector", self._id)

    def _go_back(self) -> None:
        self.wanted.emit("sessions", "")

    def _cancel(self) -> None:
        with self._desk.store.read() as db:
            session = db.need(Session, self._id)
        now = not session.cancelled
        label = tr("Cancel session") if now else tr("Session takes place after all")
        with self._desk.store.change(label) as change:
            cancel(change, session, now)
        words = tr("The session is cancelled") if now else tr("The session takes place")
        self.told.emit(words, change.id)

    def _delete(self) -> None:
        with self._desk.store.change(tr("Delete session")) as change:
            change.delete(change.need(Session, self._id))
        self._go_back()
        self.told.emit(tr("The session is deleted"), change.id)


def _begin(page: Page, session_id: str) -> None:
    page.show_session(session_id)  # type: ignore[attr-defined]  # every section has it
