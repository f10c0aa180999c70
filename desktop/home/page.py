"""Home: the session to open now, what is coming up, what happened since last time."""

from collections.abc import Callable
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from desktop.desk import Desk
from desktop.feedback.box import close_box
from desktop.home.coming import ComingCard, SinceCard
from desktop.home.figures import left_open, overview
from desktop.home.today import TodayCard
from desktop.language import tr
from desktop.sessions.model import Session
from desktop.store.glance import Glance
from desktop.ui.buttons import Button
from desktop.ui.dates import long_date
from desktop.ui.keys import on_key
from desktop.ui.labels import Text
from desktop.ui.layout import Body, column, panel, row
from desktop.ui.notices import EmptyState, Notice
from desktop.ui.page import Page
from desktop.ui.theme import theme

if TYPE_CHECKING:
    from desktop.home.welcome import Welcome

TICK_MS = 15_000
NARROW = 860
"""Where the page is narrower, in design px, the two small cards stand under each other."""


def _never(_db: Glance) -> bool:
    return False


class HomePage(Page):
    """The first page; before the first session it greets and offers three ways to begin.

    `is_sample` tells whether the open data is the sample programme.
    """

    SHOWS = frozenset(
        {"session", "programme", "attendance", "person", "pledge", "follow_up", "box"}
    )

    def __init__(self, desk: Desk, is_sample: Callable[[Glance], bool] = _never) -> None:
        super().__init__()
        self.desk, self._is_sample = desk, is_sample
        self._day: date | None = None
        self.date = Text("", "title")
        self.plan_button = Button(tr("Plan a session"), self._plan, icon="plus")
        self.sample = Notice(
            "info",
            tr("This is the sample programme."),
            tr("Everyone in it is made up. Try what you like; your own data stays apart."),
            button=tr("Back to my own data"),
            pressed=partial(self.wanted.emit, "own", ""),
        )
        self.left = column(gap=10)
        self._left_shown: list[Session] = []
        self.today, self.coming, self.since = TodayCard(), ComingCard(), SinceCard()
        self.empty = EmptyState(
            tr("Nothing is planned"),
            tr("Plan the next session, or open an earlier one from the list."),
            Button(tr("All sessions"), partial(self.wanted.emit, "sessions", "")),
        )
        self._lay_out()
        self._listen()
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._tick)
        self.refresh()

    def _lay_out(self) -> None:
        self._small = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._small.setContentsMargins(0, 0, 0, 0)
        self._small.setSpacing(16)
        self._small.addWidget(self.coming, 20)
        self._small.addWidget(self.since, 11)
        inside = column(
            row(self.date, None, self.plan_button),
            self.sample,
            self.left,
            self.today,
            self.empty,
            gap=14,
        )
        inside.addLayout(self._small, 1)
        self._usual = Body(panel(inside), scrolls=True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._usual)
        self.setLayout(column(self._stack, gap=0))

    def _listen(self) -> None:
        self.today.opened.connect(self._open)
        self.today.printed.connect(lambda key: self.wanted.emit("session", f"{key}/print"))
        self.coming.opened.connect(self._open)
        self.coming.all_wanted.connect(partial(self.wanted.emit, "sessions", ""))
        on_key(self, "Ctrl+N", self._plan)

    @cached_property
    def welcome(self) -> "Welcome":
        """The greeting, built when it is first needed: most starts go without."""
        from desktop.home.welcome import Welcome

        made = Welcome(self.desk)
        made.planned.connect(self._plan)
        made.sample_wanted.connect(partial(self.wanted.emit, "sample", ""))
        made.restored.connect(lambda path: self.wanted.emit("restore", path))
        self._stack.addWidget(Body(made, scrolls=True))
        return made

    def arrive(self) -> None:
        if self._stack.currentWidget() is not self._usual:
            self.welcome.begin()
        elif self.today.isHidden():
            self.plan_button.setFocus()
        else:
            self.today.open_button.setFocus()

    def refresh(self) -> None:
        now = self.desk.now()
        self._day = today = now.date()
        with self.desk.store.glance() as db:
            found = overview(db, now)
            left = left_open(db, self.desk.data_file, today)
            sample = self._is_sample(db)
        if not found.any_session:
            self.welcome.show()
        self._stack.setCurrentIndex(0 if found.any_session else 1)
        self.date.setText(long_date(today))
        self.sample.setVisible(sample)
        self._show_left(left, today)
        self.today.show_overview(found, now)
        self.today.tree.show_tree(self.desk, found.programme, has_leaf=found.has_leaf)
        self.empty.setVisible(found.next is None)
        self.plan_button.set_kind("secondary" if found.next else "primary")
        self.coming.setVisible(found.next is not None)
        self.coming.show_sessions(found.coming, today)
        self.since.show_since(found.since, today)

    def _show_left(self, left: list[Session], today: date) -> None:
        if left == self._left_shown:
            return
        self._left_shown = left
        while (item := self.left.takeAt(0)) is not None:
            old: QWidget | None = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for session in left:
            self.left.addWidget(self._left_notice(session, today))

    def _left_notice(self, session: Session, today: date) -> Notice:
        if (today - session.date).days == 1:
            first = tr("Yesterday’s feedback is still open.")
        else:
            day = long_date(session.date, year=session.date.year != today.year)
            first = tr("The feedback of {day} is still open.").format(day=day)
        rest = tr("{title}: close it when the last form is in.").format(title=session.title)
        return Notice(
            "warn",
            first,
            rest,
            button=tr("Close it"),
            pressed=partial(self.close_feedback, session),
        )

    def notices(self) -> list[Notice]:
        """Return the notices of feedback that was left open."""
        items = (self.left.itemAt(at) for at in range(self.left.count()))
        found = [item.widget() for item in items if item is not None]
        return [one for one in found if isinstance(one, Notice)]

    def close_feedback(self, session: Session) -> None:
        """Close the feedback of a session that was left open."""
        box = self.desk.box(session.id)
        if box is not None:
            close_box(self.desk.store, box)
            self.desk.boxes.pop(session.id, None)
        self.refresh()
        self.arrive()
        self.told.emit(tr("Feedback closed: {title}").format(title=session.title), "")

    def _open(self, key: str) -> None:
        self.wanted.emit("session", key)

    def _plan(self) -> None:
        self.wanted.emit("plan", "")

    def _tick(self) -> None:
        now = self.desk.now()
        if now.date() != self._day:
            self.refresh()
        else:
            self.today.tick(now)

    def showEvent(self, event: QShowEvent) -> None:
        self._tick()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        directions = QBoxLayout.Direction
        narrow = self.width() < theme().px(NARROW)
        self._small.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
