"""The window that the room sees."""

import time
from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QScreen,
)
from PySide6.QtWidgets import QWidget

from desktop.desk import Desk
from desktop.language import tr
from desktop.sessions.model import Session
from desktop.tree.projector.colours import colours
from desktop.tree.projector.director import Director
from desktop.tree.projector.line import Line
from desktop.tree.projector.motion import is_still
from desktop.tree.projector.ring import pen_width
from desktop.tree.projector.saying import HIGH, WIDE
from desktop.tree.projector.side import Side
from desktop.tree.projector.stage import Stage
from desktop.ui.theme import theme

DESIGN = 1920.0, 1080.0
GAP = 22.0  # px between the tree and the words
POINTED_MS = 2_000  # so long a pointer at rest is seen
WINDOWED = 0.6  # of the screen, where it does not fill it
KINDS = frozenset({"pledge", "follow_up", "session", "person", "attendance", "programme"})
"""Kinds of records of which a change may change what is shown."""


class Projector(QWidget):
    """A session's tree with its newest leaf; `left` tells that it was closed.

    `typed` tells of keys that are not for it.
    """

    left = Signal()
    typed = Signal()

    def __init__(self, desk: Desk, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._desk = desk
        self.setWindowTitle(tr("Projector – Pledge Tree"))
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.resize(960, 540)
        self.setMinimumSize(480, 270)
        self._themed = self._theme()
        self.stage, self.side = Stage(clock, colours(self._themed)), Side(clock, self._themed)
        for part in (self.stage, self.side):
            part.setParent(self)
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setMouseTracking(True)
        self._unpointed = QTimer(self, interval=POINTED_MS, singleShot=True)
        self._unpointed.timeout.connect(self._hide_pointer)
        self.line = Line(self)
        self.stage.reach_right, self.stage.lead = self._meets_card, self._lead
        self.director = Director(desk.store, self.stage, self.side)
        self.stage.recoloured.connect(self._recolour)
        theme().changed.connect(self.restyle)
        desk.on_preferences(self.restyle)
        self.restyle()

    def show_session(self, session: Session) -> None:
        """Show a session's tree."""
        self.director.show_session(session)

    def on_changed(self, kinds: frozenset[str]) -> None:
        """Hear that records were changed."""
        if not kinds & KINDS or not self.isVisible() or not self.director.session:
            return
        with self._desk.store.read() as db:
            session = db.get(Session, self.director.session)
        if session is not None:
            self.director.show_session(session)
        else:
            self.director.miss_session()

    def fill(self, screen: QScreen, *, beside: bool) -> None:
        """Fill a screen; `beside` the facilitator's, whose window keeps the keys."""
        self._refuse_keys(beside)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, beside)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.setWindowState(Qt.WindowState.WindowFullScreen)
        self._hide_pointer()
        self.show()  # showFullScreen would take the keys
        if not beside:
            self.raise_()
            self.activateWindow()

    def _refuse_keys(self, refuse: bool) -> None:
        self.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus, refuse)
        handle = self.windowHandle()
        if handle is not None:  # a click may have taken them meanwhile
            handle.setFlag(Qt.WindowType.WindowDoesNotAcceptFocus, refuse)

    def _hide_pointer(self) -> None:
        self.setCursor(Qt.CursorShape.BlankCursor)

    def restyle(self) -> None:
        """Take the colours and the motion that were chosen."""
        self.stage.still = is_still(self._desk.preferences)
        self._themed = self._theme()
        self.stage.set_colours(colours(self._themed))
        self.director.go_on()

    def _recolour(self) -> None:
        """Take the colours of the tree that is shown now: half a screen is never light."""
        self.side.set_theme(self._themed)
        self.update()

    def _theme(self) -> str:
        chosen = self._desk.preferences.projector
        return chosen if chosen in ("light", "dark") else theme().name

    def _meets_card(self, height: float) -> bool:
        """Return whether a line at a height of the stage meets the card beside it."""
        card = self.side.card()
        top = self.side.y() + card.top() - self.stage.y()
        return top + card.height() * 0.2 < height < top + card.height() * 0.8

    def _lead(self, height: float, opacity: float) -> None:
        width = pen_width(self.stage.height())
        self.line.lead(height, opacity, self.stage.look.line, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        scale = min(self.width() / DESIGN[0], self.height() / DESIGN[1])
        wide, high = round(WIDE * scale), round(HIGH * scale)
        left = self.width() - wide
        self.side.setGeometry(QRect(left, (self.height() - high) // 2, wide, high))
        ends = left - round(GAP * scale)
        self.stage.setGeometry(QRect(0, 0, ends, self.height()))
        card = left + round(self.side.card().left())
        self.line.setGeometry(QRect(ends, 0, card - ends, self.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self.stage.look.ground)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F11):
            self.close()
        elif event.text():
            self.typed.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.unsetCursor()
        self._unpointed.start()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the keys, so that Esc takes off what was clicked on."""
        handle = self.windowHandle()
        if handle is not None:
            handle.setFlag(Qt.WindowType.WindowDoesNotAcceptFocus, False)
        self.activateWindow()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not self.isFullScreen():
            self.setWindowState(Qt.WindowState.WindowFullScreen)
            return
        room = self.screen().availableGeometry()
        size = room.size() * WINDOWED
        self.setWindowState(Qt.WindowState.WindowNoState)
        self.setGeometry(QRect(room.center() - QPoint(size.width(), size.height()) / 2, size))

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.director.stop()
        self.left.emit()
