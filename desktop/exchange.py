"""Lists that come in, dropped on the window or asked for by a page, and lists that go out."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QDropEvent

from desktop.desk import Desk
from desktop.ui.drops import dropped_file
from desktop.ui.page import Page
from desktop.ui.window import Window


class Exchange(QObject):
    """Opens the dialogs that bring in and save a list, over one window and its data.

    `session` returns the id of the session that is shown, empty where none is.
    """

    def __init__(
        self,
        window: Window,
        desk: Desk,
        told: Callable[[str, str], object],
        session: Callable[[], str],
    ) -> None:
        super().__init__(window)
        self._window, self._desk, self._told, self._session = window, desk, told, session
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def open(self, argument: str) -> None:
        """Open it for `kind/session/file`; each of them may be empty."""
        key, session, name = [*argument.split("/", 2), "", ""][:3]
        self.show(key, session, Path(name) if name else None)

    def show(self, key: str, session: str, path: Path | None = None) -> None:
        """Open the dialog, perhaps with its file already chosen."""
        from desktop.incoming.dialog import ListDialog

        dialog = ListDialog(self._window, self._desk, self._told, key, session)
        if path is not None:
            dialog.take_file(path)
        dialog.exec()
        dialog.deleteLater()
        self._arrive()

    def save(self, argument: str) -> None:
        """Open the dialog that saves a list of `session/section`, or of everything where empty."""
        from desktop.outgoing.dialog import save_as_a_list

        save_as_a_list(self._window, self._desk, argument, self._told)
        self._arrive()

    def _arrive(self) -> None:
        """Take the focus back to where the work goes on, so that a badge can be scanned."""
        page = self._window.page(self._window.shown_page()) if self._window.shown_page() else None
        if isinstance(page, Page):
            page.arrive()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DragEnter or event.type() is QEvent.Type.DragMove:
            assert isinstance(event, QDropEvent)
            if dropped_file(event.mimeData()):
                event.acceptProposedAction()
            return True
        if event.type() is QEvent.Type.Drop:
            assert isinstance(event, QDropEvent)
            path = dropped_file(event.mimeData())
            if path is not None:
                event.acceptProposedAction()
                # The program that the file comes from waits until the drop is done.
                QTimer.singleShot(0, self, lambda: self.show("", self._session(), path))
            return True
        return False
