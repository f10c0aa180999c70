"""Every page, section and dialog of the app, and the way to each."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QMenu, QWidget

from desktop.history.page import BackupsPage
from desktop.sessions.model import Session
from desktop.store.backup import make_backup, own_folder
from desktop.store.projection import table
from desktop.tree.page.tree import TreePage
from desktop.ui.layout import bring_into_view
from desktop.ui.window import Window
from tests.facilitator import NOW, Facilitator

W = TypeVar("W", bound=QWidget)


@dataclass(frozen=True)
class Place:
    """Where to go in the app, and the keys or buttons that open what stands over it."""

    where: str
    argument: str = ""
    then: Callable[[Facilitator], object] | None = None
    dialog: bool = False
    called: str = ""

    def __str__(self) -> str:
        return " ".join(part for part in (self.where, self.argument, self.called) if part)

    def visit(self, me: Facilitator, look: Callable[[QWidget, "Place"], object]) -> None:
        """Go there and look at it; a dialog is left with Esc."""
        me.app.window.activateWindow()  # no window manager does it when a dialog was closed
        me.app.want(self.where, named(me, self.argument))
        settled(me)
        if self.dialog:
            over(me, partial(self._open, me), lambda front: look(front, self))
            return
        self._open(me)
        settled(me)
        look(me.window, self)

    def _open(self, me: Facilitator) -> None:
        if self.then is not None:
            self.then(me)


def key(keys: str) -> Callable[[Facilitator], object]:
    """Return what presses a key."""
    return lambda me: QTest.keySequence(me.window, QKeySequence(keys))


def button(name: str) -> Callable[[Facilitator], object]:
    """Return what clicks a button."""

    def press(me: Facilitator) -> None:
        bring_into_view(me.sees(name, QAbstractButton))
        me.press(name)

    return press


def sees(name: str) -> Callable[[Facilitator], object]:
    """Return what waits until something can be seen."""
    return lambda me: me.sees(name)


def poster(me: Facilitator) -> None:
    """Wait until the poster in the tree room is made and drawn."""
    page = me.app.pages["tree"]
    assert isinstance(page, TreePage)
    me.qtbot.waitUntil(page.is_settled, timeout=60_000)
    me.qtbot.waitUntil(page.parts.preview.view.is_drawn, timeout=60_000)


def part(key: str) -> Callable[[Facilitator], object]:
    """Return what shows a part of the tree room's choices, with its poster made."""

    def show(me: Facilitator) -> None:
        page = me.app.pages["tree"]
        assert isinstance(page, TreePage)
        page.parts.room.show_part(key)
        poster(me)

    return show


def backups(me: Facilitator) -> None:
    """Make a backup, and wait until the page of backups has looked into it."""
    page = me.app.pages["backups"]
    desk = me.app.desk
    assert isinstance(page, BackupsPage)
    assert desk is not None
    folder = own_folder(desk.data_file)
    folder.mkdir(exist_ok=True)
    make_backup(desk.store, folder, desk.now())
    page.arrive()
    me.qtbot.waitUntil(lambda: bool(page.cards.buttons), timeout=20_000)


EMPTY = (
    Place("home"),
    Place("sessions"),
    Place("tree"),
    Place("plan", then=button("More")),
    Place("settings"),
    Place("settings", "", button("New programme"), dialog=True, called="new"),
    Place("help"),
)
SAMPLE = (
    Place("home"),
    Place("sessions"),
    Place("plan"),
    Place("edit", "today"),
    Place("session", "today"),
    Place("session", "today", lambda me: me.fills("Type a name", "Hanna N"), called="nobody"),
    Place("session", "today", key("Ctrl+N"), dialog=True, called="walk-in"),
    Place("session", "today/pledges"),
    Place("session", "today/feedback"),
    Place("session", "today/print", sees("Pledge slips, page 1")),
    Place("session", "first"),
    Place("session", "first/pledges"),
    Place("session", "first/feedback"),
    Place("session", "first/print", sees("Pledge cards, page 1")),
    Place("tree", "", poster),
    Place("tree", "", part("paper"), called="paper"),
    Place("tree", "", part("look"), called="look"),
    Place("tree", "", part("pledges"), called="pledges"),
    Place("settings"),
    Place("settings", "", button("Intelligent kindness"), dialog=True, called="programme"),
    Place("sessions", "", lambda me: me.app.want("outgoing"), dialog=True, called="list"),
    Place("backups", "", backups),
    Place("help"),
)


def named(me: Facilitator, argument: str) -> str:
    """Put ids in the place of `today` and `first`: the sample's session of today, the oldest."""
    what, slash, section = argument.partition("/")
    if what not in ("today", "first"):
        return argument
    assert me.app.desk is not None
    t = table(Session)
    with me.app.desk.store.read() as db:
        found = db.find(Session, order=(t.c.date,))
    day = NOW.date() if what == "today" else found[0].date
    return next(session.id for session in found if session.date == day) + slash + section


def settled(me: Facilitator) -> None:
    """Let what was asked for be drawn and take the focus."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    me.qtbot.waitUntil(lambda: me.window.focusWidget() is not None)
    me.window.grab()  # lays out what waits for it
    QApplication.processEvents()


def over(me: Facilitator, opened: Callable[[], object], look: Callable[[QWidget], object]) -> None:
    """Open a dialog, look at it, and leave it with Esc."""
    seen: list[QWidget] = []

    def inside() -> None:
        settled(me)
        seen.append(me.window)
        look(me.window)
        me.keys("Esc")

    me.in_dialog(opened, inside)
    me.until(lambda: bool(seen))


class _Strays(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget):
            meant = isinstance(watched, Window | QDialog | QMenu)
            if watched.isWindow() and not meant:
                self.found.append(f"flashes as a window: {type(watched).__name__}")
        return False


@contextmanager
def no_stray_windows(faults: list[str]) -> Iterator[None]:
    """Notice parts that flash as windows of their own before they are put into a page."""
    strays, app = _Strays(), QApplication.instance()
    assert app is not None
    app.installEventFilter(strays)
    try:
        yield
    finally:
        app.removeEventFilter(strays)
    faults += strays.found
