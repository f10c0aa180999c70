"""The composition root: the window, the store, the pages, and what goes between them."""

from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QObject, QTimer, Signal

from desktop.errors import UserError
from desktop.language import tr
from desktop.paths import default_data_file
from desktop.progress import Progress
from desktop.store.clock import local_now
from desktop.trouble import show_trouble
from desktop.ui import workers
from desktop.ui.window import Window

if TYPE_CHECKING:
    from desktop.desk import Desk
    from desktop.exchange import Exchange
    from desktop.opening import Opened
    from desktop.rooms import Room
    from desktop.safekeeping import Safekeeping
    from desktop.tree.projector import Projection
    from desktop.ui.page import Page
    from desktop.undoing import Undoing

WAYS = {
    "session": ("workspace", ""),
    "plan": ("sessions", "plan/"),
    "edit": ("sessions", "edit/"),
    "duplicate": ("sessions", "duplicate/"),
}
"""Where a page is asked for by what is to be done there: its key and what it is told."""


class App(QObject):
    """Joins the window with one open data file; `ready` is emitted when its pages stand.

    `first_shown` tells that a page came, be it the one that says why there is no data.
    """

    ready = Signal()
    first_shown = Signal()
    _changed = Signal(object)

    def __init__(self, data_file: Path, now: Callable[[], datetime] = local_now) -> None:
        super().__init__()
        self.data_file = self._own_file = data_file
        self.now = now
        self.window = self._new_window()
        self.desk: Desk | None = None
        self.pages: dict[str, Page] = {}
        self._safe: Safekeeping | None = None
        self.projection: Projection | None = None
        self._holding = ExitStack()
        self._stale: set[str] = set()
        self._undoing: Undoing | None = None
        self._exchange: Exchange | None = None
        self._before_restore: Path | None = None

    def _new_window(self) -> Window:
        window = Window()
        window.page_shown.connect(self._on_shown)
        return window

    def _give_keys(self) -> None:
        from desktop.ui.keys import on_key
        from desktop.ui.undo_keys import UndoKeys

        UndoKeys(self.window, self.undo, self.redo)
        on_key(self.window, "F1", lambda: self.want("help", self._here("TOPIC")), whole_window=True)
        on_key(self.window, "F11", partial(self.want, "projector"), whole_window=True)

    def open(self) -> None:
        """Open the data file in a worker; the window is there meanwhile."""
        workers.run(self, self._prepare, self._on_opened, failed=self._on_refused)

    def _prepare(self, _progress: Progress) -> "Opened":
        from desktop.opening import prepare

        return prepare(self.data_file, self.now)

    def _on_opened(self, opened: "Opened") -> None:
        from desktop.desk import Desk
        from desktop.exchange import Exchange
        from desktop.log import log_to
        from desktop.safekeeping import Safekeeping
        from desktop.undoing import Undoing

        self._holding = opened.holding
        log_to(self.data_file)
        self.desk = desk = Desk(opened.store, self.now)
        desk.store.author = desk.preferences.author
        for room in opened.rooms:
            self._add_room(room, desk)
        self._changed.connect(self._on_changed, QtCore.Qt.ConnectionType.QueuedConnection)
        desk.store.subscribe(self._changed.emit)
        self._safe = Safekeeping(desk, self.window, self.want)
        self._undoing = Undoing(self.window, desk.store)
        self._exchange = Exchange(self.window, desk, self.tell, self._here)
        self._give_keys()
        # In turns of their own, so that the window does not stand still for all of it.
        QTimer.singleShot(0, self, self._build_first)

    def _build_first(self) -> None:
        if self.desk is None:  # closed meanwhile
            return
        if not self.window.shown_page():
            self.window.page("home")
        QTimer.singleShot(0, self, self._begin)

    def _begin(self) -> None:
        if self.desk is None:
            return
        if not self.window.shown_page():
            self.want("home", "")
        if self._before_restore is not None:
            back = partial(self._restore, self._before_restore)
            self.window.tell(tr("This is the backup you went back to."), back)
            self._before_restore = None
        self.first_shown.emit()
        self.ready.emit()

    def _add_room(self, room: "Room", desk: "Desk") -> None:
        def built() -> "Page":
            page = room.page(desk)
            page.told.connect(self.tell)
            page.wanted.connect(self.want)
            page.kept.connect(self._on_kept)
            if page.toast is not None:
                self.window.set_toast_place(room.key, page.toast)
            self.pages[room.key] = page
            return page

        self.window.add_page(
            room.key, room.icon, room.title, built, bottom=room.bottom, under=room.under
        )

    def _on_refused(self, error: UserError) -> None:
        from desktop.history.refused import RefusedPage

        page = RefusedPage(str(error), self.data_file, self.now().date())
        page.retry.connect(partial(self.switch, self.data_file))
        page.restored.connect(lambda path: self._restore(Path(path)))
        page.afresh.connect(self._start_afresh)
        page.other.connect(self.switch)
        page.leave.connect(self.window.close)
        self.window.add_page("refused", "", "", page, under="refused")
        self.window.show_page("refused")
        self.first_shown.emit()

    def _on_changed(self, kinds: frozenset[str]) -> None:
        shown = self.window.shown_page()
        for key, page in self.pages.items():
            if not page.SHOWS & kinds:
                continue
            if key == shown:
                page.refresh()
            else:
                self._stale.add(key)
        self._on_kept()

    def _on_kept(self) -> None:
        if self._safe:
            self._safe.on_saved()

    def _on_shown(self, key: str) -> None:
        page = self.pages.get(key)
        if page is None:
            return
        if key in self._stale:
            self._stale.discard(key)
            page.refresh()
        self._show_title(page)
        page.arrive()

    def _show_title(self, page: "Page") -> None:
        titles = (page.windowTitle(), tr("Pledge Tree"))
        self.window.setWindowTitle(" – ".join(filter(None, titles)))

    def tell(self, text: str, change_id: str = "") -> None:
        """Say what was just done; its Undo button reverses that change."""
        self.window.tell(text, partial(self._undo, change_id) if change_id else None)

    def want(self, where: str, argument: str = "") -> None:
        """Go where a page asked to go."""
        match where:
            case "sample":
                from desktop.opening import sample_beside

                self.switch(sample_beside(self.data_file))
            case "own":
                own = self._own_file
                self.switch(own if own != self.data_file else default_data_file())
            case "backup" if self._safe:
                self._safe.back_up_anyway()
            case "projector" if self.desk:
                self._project(self.desk, argument)
            case "list" if self._exchange:
                self._exchange.open(argument)
            case "outgoing" if self._exchange:
                self._exchange.save(argument)
            case "restore":
                self._restore(Path(argument))
            case _:
                self._go(*WAYS.get(where, (where, "")), argument)

    def _project(self, desk: "Desk", session_id: str) -> None:
        from desktop.tree.projector import Projection

        self.projection = self.projection or Projection(desk, self.window, self.tell)
        if session_id:
            self.projection.show_tree(session_id)
        else:
            self.projection.toggle(self._here())

    def _here(self, what: str = "session_id") -> str:
        return str(getattr(self.pages.get(self.window.shown_page()), what, ""))

    def _go(self, key: str, prefix: str, argument: str) -> None:
        self.window.page(key)
        if argument or prefix:
            self.pages[key].go_to(prefix + argument)
        self.window.show_page(key)

    def undo(self) -> None:
        """Take back the last step."""
        if self._undoing:
            self._undoing.undo()

    def redo(self) -> None:
        """Do again what was undone last."""
        if self._undoing:
            self._undoing.redo()

    def _undo(self, change_id: str) -> None:
        if self._undoing:
            self._undoing.undo_step(change_id)

    def _restore(self, backup: Path) -> None:
        """Put a backup in place of the data; afterwards, Undo puts back what was there."""
        from desktop.store.backup import restore_backup

        self.close()
        try:
            self._before_restore = restore_backup(backup, self.data_file)
        finally:
            self.switch(self.data_file)

    def _start_afresh(self) -> None:
        """Make a new data file where the old one is gone and nobody wants its backups."""
        from desktop.kinds import open_store

        open_store(self.data_file).close()
        self.switch(self.data_file)

    def switch(self, data_file: Path) -> None:
        """Close this data file and open another one."""
        self.close()
        self.data_file = data_file
        old, self.window = self.window, self._new_window()
        self.window.setGeometry(old.geometry())
        self.window.show()
        old.deleteLater()
        self.open()

    def close(self) -> None:
        """Make the last backup and let the data file go."""
        from desktop.log import close_log

        # Pages write down what is half typed when they are hidden.
        self.window.hide()
        if self.projection:
            self.projection.end()
        self.projection = None
        workers.stop_all()
        if self._safe:
            self._safe.finish()
        self._safe = None
        self.pages.clear()
        self._stale.clear()
        self._undoing = self._exchange = None
        if self.desk:
            self._changed.disconnect(self._on_changed)
            self.desk.store.close()
            self.desk = None
        self._holding.close()
        close_log()

    def on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Show an expected error as its sentence; log a bug and say that the work is safe."""
        show_trouble(self.window, kind, error, trace)
