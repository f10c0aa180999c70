"""Keys of the search box and the list that belong together."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from desktop.ui.controls import SearchBox
from desktop.ui.table import RowList

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CONTROL = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class SearchKeys(QObject):
    """Lets one type a name wherever the focus is, and keeps a held Enter from doing harm.

    `tick` tells that Space was pressed in the empty search box, `finish` that Ctrl Enter was.
    """

    tick = Signal()
    finish = Signal()

    def __init__(self, search: SearchBox, rows: RowList) -> None:
        super().__init__(search)
        self._search, self._rows = search, rows
        self.ticking = False
        search.keys_to = rows.view
        search.edit.installEventFilter(self)
        rows.view.installEventFilter(self)
        # Clicking a row leaves the focus in the search box; Tab reaches the list.
        rows.view.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in _ENTER:
            return self._enter(event)
        if watched is self._rows.view:
            return self._type_on(event)
        if self.ticking and event.text() == " " and not self._search.text():
            self.tick.emit()
            return True
        return False

    def _enter(self, event: QKeyEvent) -> bool:
        if event.isAutoRepeat():
            return True
        if self.ticking and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.finish.emit()
            return True
        return False

    def _type_on(self, event: QKeyEvent) -> bool:
        """Send a letter typed in the list on to the search box."""
        if not event.text().strip() or not event.text().isprintable():
            return False
        if event.modifiers() & _CONTROL:
            return False
        self._search.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        QApplication.sendEvent(self._search.edit, event)
        return True
