"""The strip at the foot of the window that tells whether the work is safe."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.language import tr
from desktop.ui.theme import theme

if TYPE_CHECKING:
    from desktop.ui.strip_entry import StripEntry

HEIGHT = 36
NARROW = 1040

# (icon, ink, ink of the icon) of each state
SAVED_STATES = {
    "saved": ("circle-check", "muted", "brand"),
    "saving": ("circle-dashed", "muted", "muted"),
    "nothing": ("circle-dashed", "muted", "muted"),
    "failed": ("circle-alert", "dangerink", "danger"),
}
BACKUP_STATES = {
    "done": ("hard-drive", "muted", "brand"),
    "missing": ("triangle-alert", "warnink", "warn"),
    "failed": ("circle-alert", "dangerink", "danger"),
}


class SafetyStrip(QWidget):
    """Saved, backed up, a warning; at the right the laptop and who works on it.

    Where the window is narrow the `brief` words are shown, if there are any.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Is the work safe?"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @cached_property
    def _entries(self) -> "tuple[StripEntry, StripEntry, StripEntry, StripEntry]":
        from desktop.ui.layout import row
        from desktop.ui.strip_entry import StripEntry  # the empty strip is painted without

        saved, backup = StripEntry("circle-dashed", whole=True), StripEntry("hard-drive")
        warning = StripEntry("triangle-alert", 600, whole=True)
        who = StripEntry("laptop-minimal")
        self.setLayout(row(saved, backup, warning, None, who, gap=22, margins=(16, 1, 16, 0)))
        for entry in (saved, backup, warning, who):
            entry.be_brief(self.width() < theme().px(NARROW))
        return saved, backup, warning, who

    @property
    def saved(self) -> "StripEntry":
        """When the last thing was saved."""
        return self._entries[0]

    @property
    def backup(self) -> "StripEntry":
        """When the last backup was made."""
        return self._entries[1]

    @property
    def warning(self) -> "StripEntry":
        """Something to see to."""
        return self._entries[2]

    @property
    def who(self) -> "StripEntry":
        """Which laptop this is and who works on it."""
        return self._entries[3]

    def set_saved(self, text: str, state: str = "saved") -> None:
        """Say when the last thing was saved; `state` is saved, saving, nothing or failed."""
        self.saved.tell(SAVED_STATES[state], text)

    def set_backup(
        self,
        text: str,
        state: str = "done",
        link: str = "",
        pressed: Callable[[], object] | None = None,
        *,
        brief: str = "",
    ) -> None:
        """Say when the last backup was made; `state` is done, missing or failed."""
        self.backup.tell(BACKUP_STATES[state], text, brief, link, pressed)

    def set_warning(
        self,
        text: str,
        link: str = "",
        pressed: Callable[[], object] | None = None,
        *,
        brief: str = "",
    ) -> None:
        """Show something to see to, or nothing with ""."""
        self.warning.tell(BACKUP_STATES["missing"], text, brief, link, pressed)

    def set_who(self, text: str, *, brief: str = "") -> None:
        """Say which laptop this is and who works on it."""
        self.who.tell(("laptop-minimal", "muted", "muted"), text, brief)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if "_entries" in self.__dict__:
            for entry in self._entries:
                entry.be_brief(self.width() < theme().px(NARROW))

    def sizeHint(self) -> QSize:
        return QSize(400, theme().px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, theme().px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.colour("surface"))
        painter.fillRect(0, 0, self.width(), 1, look.colour("line"))
