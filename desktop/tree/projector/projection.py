"""Putting the tree on the room's screen, and taking it off: one key, whatever is plugged in."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from desktop.desk import Desk
from desktop.language import tr
from desktop.sessions.actions import latest_session, sessions
from desktop.sessions.model import Session
from desktop.store.reader import Db
from desktop.tree.projector.screen import Projector

LOOSE = timedelta(minutes=10)
"""So long after it was unplugged the tree comes back by itself."""


class Projection(QObject):
    """Opens and closes the projector beside the facilitator's window.

    `tell` says a sentence in that window.
    """

    _changed = Signal(object)

    def __init__(
        self,
        desk: Desk,
        window: QWidget,
        tell: Callable[[str], object],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._desk, self._window, self._tell, self._clock = desk, window, tell, clock
        self._screen: QScreen | None = None
        self._unplugged: tuple[str, datetime] | None = None
        self.projector: Projector | None = None
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication), "screens need an application"
        self._application = application
        application.screenRemoved.connect(self._on_unplugged)
        application.screenAdded.connect(self._on_plugged_in)
        self._changed.connect(self._on_changed, QtCore.Qt.ConnectionType.QueuedConnection)
        desk.store.subscribe(self._changed.emit)

    @property
    def is_open(self) -> bool:
        """Whether the room sees the tree."""
        return self.projector is not None and self.projector.isVisible()

    def toggle(self, session_id: str = "") -> None:
        """Show the tree of a session, of the one at hand where none is named; or take it off."""
        if self.is_open:
            self.close()
        else:
            self.show_tree(session_id)

    def show_tree(self, session_id: str) -> None:
        """Show the tree of a session; or take it off where it is just that one's."""
        open_one = self.projector if self.is_open else None
        if open_one is not None and open_one.director.session == session_id:
            self.close()
            return
        with self._desk.store.read() as db:
            named = db.get(Session, session_id) if session_id else None
            session = named or at_hand(db, self._desk.today())
        if session is None:
            self._tell(tr("Plan a session first. Its tree can then be shown here."))
            return
        self._open(session)

    def close(self) -> None:
        """Take the tree off the room's screen."""
        if self.projector is not None:
            self.projector.close()

    def end(self) -> None:
        """Take the tree off for good, before the data file is closed."""
        self._application.screenRemoved.disconnect(self._on_unplugged)
        self._application.screenAdded.disconnect(self._on_plugged_in)
        self._watch(None)
        self._changed.disconnect(self._on_changed)
        if self.projector is not None:
            self.projector.close()
            self.projector.deleteLater()
            self.projector = None

    def _on_changed(self, kinds: frozenset[str]) -> None:
        if self.projector is not None:
            self.projector.on_changed(kinds)

    def _open(self, session: Session) -> None:
        if self.projector is None:
            self.projector = Projector(self._desk, self._clock)
            self.projector.typed.connect(self._window.activateWindow)
            self.projector.director.troubled.connect(self._tell)
        self._unplugged = None
        own = self._window.screen()
        others = _others(own)
        screen = others[0] if others else own
        self._watch(screen)
        hint = "" if others else tr("Esc: back to the window")
        side = self.projector.side
        side.say(replace(side.said, hint=hint), still=True)
        self.projector.fill(screen, beside=bool(others))
        self.projector.show_session(session)
        if others:
            self._window.activateWindow()  # some systems give the keys to every new window
            self._tell(tr("The tree is on the other screen. F11 takes it off again."))

    def _watch(self, screen: QScreen | None) -> None:
        """Hear of it when the screen that is filled gets another size."""
        if self._screen is not screen:
            if self._screen is not None:
                self._screen.geometryChanged.disconnect(self._on_resized)
            if screen is not None:
                screen.geometryChanged.connect(self._on_resized)
            self._screen = screen

    def _on_resized(self) -> None:
        projector, screen = self.projector, self._screen
        if self.is_open and projector is not None and screen is not None:
            projector.fill(screen, beside=not _same(screen, self._window.screen()))

    def _on_unplugged(self, screen: QScreen) -> None:
        if screen is not self._screen:
            return
        self._watch(None)
        if self.is_open and self.projector is not None:
            self.close()
            self._unplugged = self.projector.director.session, self._desk.now()
            self._tell(tr("The projector was unplugged. Once it is back, so is the tree."))

    def _on_plugged_in(self) -> None:
        """Bring the tree back where the cable was loose; another day's room is not to see it."""
        if self._unplugged is None or self.is_open or not _others(self._window.screen()):
            return
        (session, when), self._unplugged = self._unplugged, None
        if self._desk.now() - when <= LOOSE:
            self.show_tree(session)


def at_hand(db: Db, today: date) -> Session | None:
    """Return the session to show where none is named: today's, else the last one, else the next."""
    now = [one for one in sessions(db, first=today, last=today) if not one.cancelled]
    if now:
        return next((one for one in now if not one.finished), now[0])
    coming = sessions(db, first=today, limit=1)
    return latest_session(db, today) or (coming[0] if coming else None)


def _others(own: QScreen) -> list[QScreen]:
    """Return the screens beside the facilitator's."""
    return [one for one in own.virtualSiblings() if not _same(one, own)]


def _same(one: QScreen, other: QScreen) -> bool:
    """Return whether two screens show the same: themselves, or mirrored."""
    return one is other or one.geometry() == other.geometry()
