"""Ticking people on a register typed in from paper, before they are marked as here at once."""

import json
from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.desk import Desk
from desktop.language import count, tr
from desktop.ui.buttons import Button
from desktop.ui.icons import IconLabel
from desktop.ui.labels import Text
from desktop.ui.layout import row

DRAFT_MS = 400


class Ticked(QObject):
    """Who is ticked so far, by attendance id; kept as a draft, so that a crash loses no tick."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._session = desk, ""
        self._keys: set[str] = set()
        self._saving = QTimer(self, interval=DRAFT_MS, singleShot=True)
        self._saving.timeout.connect(self._save)

    def begin(self, session: str) -> bool:
        """Take up the ticks of a session; return whether there are any."""
        self.settle()
        self._session = session
        text = self._desk.store.draft(self._draft_key()) if session else ""
        self._keys = set(json.loads(text)) if text else set()
        return bool(self._keys)

    def now(self) -> frozenset[str]:
        """Return the attendance ids ticked."""
        return frozenset(self._keys)

    def tick(self, key: str, on: bool) -> None:
        """Tick somebody, or take the tick away."""
        (self._keys.add if on else self._keys.discard)(key)
        self._saving.start()

    def keep_only(self, keys: Iterable[str]) -> None:
        """Forget the ticks of all others: they arrived or went off the register."""
        left = self._keys & set(keys)
        if left != self._keys:
            self._keys = left
            self._saving.start()

    def settle(self) -> None:
        """Keep the draft now, if it waits to be kept."""
        if self._saving.isActive():
            self._saving.stop()
            self._save()

    def _save(self) -> None:
        text = json.dumps(sorted(self._keys)) if self._keys else ""
        self._desk.store.keep_draft(self._draft_key(), text)

    def _draft_key(self) -> str:
        return f"register-ticks-{self._session}"


class TickedFoot(QWidget):
    """What stands under the list meanwhile: how many are ticked, and the button to mark them."""

    mark = Signal()
    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = Text("", "strong")
        self.mark_button = Button("", self.mark.emit, kind="primary", key=tr("Ctrl Enter"))
        self.done_button = Button(tr("Stop ticking"), self.done.emit)
        icon = IconLabel("list-checks", "text", 20)
        parts = (icon, self.words, None, self.done_button, self.mark_button)
        self.setLayout(row(*parts, gap=10, margins=(16, 7, 10, 7)))
        self.show_number(0)

    def show_number(self, number: int) -> None:
        """Show how many are ticked."""
        self.words.setText(count("{n} ticked", "{n} ticked", number))
        self.mark_button.set_text(tr("Mark {n} as here").format(n=f"{number:,}"))
        self.mark_button.setEnabled(number > 0)
