"""The strip at the foot of the window that tells whether the work is safe."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.language import tr
from desktop.ui.buttons import LinkButton
from desktop.ui.labels import IconText
from desktop.ui.layout import row
from desktop.ui.painted import brush_for
from desktop.ui.theme import theme

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


class _Entry(QWidget):
    """An icon with words and perhaps a link behind them."""

    def __init__(self, icon: str, weight: int = 400, *, whole: bool = False) -> None:
        super().__init__()
        self.words = IconText(icon, "", points=10, weight=weight, size=17)
        self.words.keep_whole(whole)
        self.link = LinkButton("")
        self.link.hide()
        self._callback: Callable[[], object] | None = None
        self._look, self._text, self._brief, self._is_brief = (icon, "muted", ""), "", "", False
        self.link.clicked.connect(self._press)
        self.setLayout(row(self.words, self.link, gap=14))
        self.hide()

    def tell(
        self,
        look: tuple[str, str, str],
        text: str,
        brief: str = "",
        link: str = "",
        pressed: Callable[[], object] | None = None,
    ) -> None:
        self._look, self._text, self._brief = look, text, brief or text
        self._callback = pressed
        self._show()
        self.link.set_text(link)
        self.link.setVisible(bool(link))
        self.setVisible(bool(text))

    def be_brief(self, brief: bool) -> None:
        if brief != self._is_brief:
            self._is_brief = brief
            self._show()

    def _show(self) -> None:
        icon, tone, icon_tone = self._look
        self.words.show_words(icon, self._brief if self._is_brief else self._text, tone, icon_tone)

    def _press(self) -> None:
        if self._callback is not None:
            self._callback()


class SafetyStrip(QWidget):
    """Saved, backed up, a warning; at the right the laptop and who works on it.

    Where the window is narrow the `brief` words are shown, if there are any.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Is the work safe?"))
        self.saved = _Entry("circle-dashed", whole=True)
        self.backup = _Entry("hard-drive")
        self.warning = _Entry("triangle-alert", 600, whole=True)
        self.who = _Entry("laptop-minimal")
        self.setLayout(
            row(
                self.saved,
                self.backup,
                self.warning,
                None,
                self.who,
                gap=22,
                margins=(16, 1, 16, 0),
            )
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

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
        for entry in (self.saved, self.backup, self.warning, self.who):
            entry.be_brief(self.width() < theme().px(NARROW))

    def sizeHint(self) -> QSize:
        return QSize(400, theme().px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, theme().px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = brush_for(self)
        painter.fillRect(self.rect(), look.colour("surface"))
        painter.fillRect(0, 0, self.width(), 1, look.colour("line"))
