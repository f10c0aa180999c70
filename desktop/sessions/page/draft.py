"""What is typed into the plan form is remembered until it is kept, also if the app is killed."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from desktop.sessions.page.typed import Typed, from_text, to_text
from desktop.store.store import Store

DELAY_MS = 400


class Draft(QObject):
    """Remembers the fields a moment after each change, under a key of its own."""

    def __init__(self, store: Store, read: Callable[[], Typed]) -> None:
        super().__init__()
        self._store, self._read = store, read
        self._key = ""
        self._first: Typed | None = None
        self._timer = QTimer(self, interval=DELAY_MS, singleShot=True)
        self._timer.timeout.connect(self.keep)

    def begin(self, key: str, first: Typed) -> Typed | None:
        """Watch a form that starts with `first`; return what was typed before and never kept."""
        self._key, self._first = key, first
        found = from_text(self._store.draft(key))
        return found if found != first else None

    def touch(self) -> None:
        """Say that something was typed."""
        # Whoever types without a pause is not made to wait for one.
        if self._key and not self._timer.isActive():
            self._timer.start()

    def keep(self) -> None:
        """Remember now; nothing where the form stands as it began."""
        self._timer.stop()
        if not self._key:
            return
        now, first = self._read(), self._first
        self._store.keep_draft(self._key, "" if now == first else to_text(now))

    def forget(self) -> None:
        """Forget what was typed, because it was kept or is not wanted."""
        self._timer.stop()
        if self._key:
            self._store.keep_draft(self._key, "")

    def end(self) -> None:
        """Stop watching; what was typed stays remembered."""
        if self._timer.isActive():
            self.keep()
        self._key = ""
