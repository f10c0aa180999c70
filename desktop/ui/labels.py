"""Words on a page: headings, lines of text, an icon with its words, the name of a key."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from desktop.ui.icons import IconLabel
from desktop.ui.painted import brush_for, key_width, paint_key, width_of, words
from desktop.ui.theme import theme


class Text(QLabel):
    """Plain words in one of the type roles.

    `role` is body, muted, caption, label, strong, error, section, title, number or today; `tone`
    an ink token such as `softink`, if the role's own ink does not suit.
    """

    def __init__(
        self, text: str = "", role: str = "body", *, wrap: bool = False, tone: str = ""
    ) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        if tone:
            self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        self.setText(text)

    def set_tone(self, tone: str) -> None:
        """Change the ink."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)


class Elided(QWidget):
    """One line of plain words that is cut with … where it does not fit, and whole in its tip."""

    def __init__(
        self, text: str = "", points: float = 11, weight: int = 400, tone: str = "text"
    ) -> None:
        super().__init__()
        self._points, self._weight, self._tone = points, weight, tone
        self._text, self._whole = "", False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show other words."""
        self._text = text
        self.setAccessibleName(text)
        self._tell_the_rest()
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        return self._text

    def set_tone(self, tone: str) -> None:
        """Change the ink."""
        self._tone = tone
        self.update()

    def keep_whole(self, whole: bool) -> None:
        """Never cut the words, whatever else has to give way."""
        self._whole = whole
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        font = theme().font(self._points, self._weight)
        return QSize(round(width_of(font, self._text) + 1.5), theme().px(self._points * 1.8))

    def minimumSizeHint(self) -> QSize:
        wanted = self.sizeHint()
        wide = wanted.width() if self._whole else min(theme().px(48), wanted.width())
        return QSize(wide, wanted.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._tell_the_rest()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = brush_for(self)
        font = look.font(self._points, self._weight)
        words(painter, QRectF(self.rect()), self._text, font, look.colour(self._tone))

    def _tell_the_rest(self) -> None:
        cut = self.width() + 1 < self.sizeHint().width()
        self.setToolTip(plain_tip(self._text) if cut else "")


class KeyHint(QWidget):
    """The chip that names a key, such as Enter."""

    def __init__(self, key: str, tone: str = "text") -> None:
        super().__init__()
        self._key, self._tone = key, tone
        self.setAccessibleName(key)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(round(key_width(self._key)), theme().px(21))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = brush_for(self)
        paint_key(painter, 0, self.height() / 2, self._key, theme().colour(self._tone))


class IconText(QWidget):
    """An icon with its words, in one ink."""

    def __init__(
        self,
        icon: str,
        text: str,
        *,
        points: float = 11,
        weight: int = 400,
        tone: str = "muted",
        icon_tone: str = "",
        size: int = 16,
    ) -> None:
        super().__init__()
        self._icon = IconLabel(icon, icon_tone or tone, size)
        self._words = Elided(text, points, weight, tone)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def text(self) -> str:
        return self._words.text()

    def keep_whole(self, whole: bool) -> None:
        """Never cut the words, whatever else has to give way."""
        self._words.keep_whole(whole)

    def show_words(self, icon: str, text: str, tone: str = "muted", icon_tone: str = "") -> None:
        """Show another icon and other words."""
        self._icon.show_icon(icon, icon_tone or tone)
        self._words.set_tone(tone)
        self._words.set_text(text)
        self.setAccessibleName(text)


def plain_tip(text: str) -> str:
    """Return people's text as a tool tip that Qt will not read as mark-up."""
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<span>{safe[:2000]}</span>" if text else ""
