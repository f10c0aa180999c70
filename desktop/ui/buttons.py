"""Buttons: one filled green one a screen, the others outlined or quiet."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from desktop.language import tr
from desktop.ui.icons import paint_icon
from desktop.ui.painted import (
    box,
    brush_for,
    focus_width,
    key_width,
    paint_key,
    width_of,
    words,
)
from desktop.ui.theme import theme

HEIGHTS = {"small": 32, "normal": 38, "main": 46, "large": 54}
PADDINGS = {"toast": 10, "small": 12, "normal": 15, "main": 22, "large": 28}
KINDS = ("primary", "secondary", "quiet", "danger", "toast")


class Button(QPushButton):
    """A push button with an optional icon and the name of its key.

    `kind` is primary, secondary, quiet, danger or toast; `size` small (32 px), normal (38),
    main (46) or large (54). `pressed` is called without arguments.
    """

    def __init__(
        self,
        text: str,
        pressed: Callable[[], object] | None = None,
        *,
        kind: str = "secondary",
        icon: str = "",
        key: str = "",
        size: str = "normal",
    ) -> None:
        super().__init__()
        self.kind, self.size_name, self.icon_name, self.key = kind, size, icon, key
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_text(text)
        if key:
            self.setAccessibleDescription(tr("Key: {key}").format(key=key))
        if pressed is not None:
            self.clicked.connect(lambda: pressed())

    def set_text(self, text: str) -> None:
        """Show other words; `&` is an ordinary character."""
        self._text = text
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self.icon_name = icon
        self.updateGeometry()
        self.update()

    def set_key(self, key: str) -> None:
        """Show the name of another key, or of none."""
        self.key = key
        self.setAccessibleDescription(tr("Key: {key}").format(key=key) if key else "")
        self.updateGeometry()
        self.update()

    def set_kind(self, kind: str) -> None:
        """Make it the filled, outlined, quiet or red one."""
        self.kind = kind
        self.update()

    def words(self) -> str:
        """Return the words shown."""
        return self._text

    def sizeHint(self) -> QSize:
        look = theme()
        pad = PADDINGS["toast" if self.kind in ("toast", "quiet") else self.size_name]
        return QSize(
            round(self._content_width() + 2 * look.px(pad)), look.px(HEIGHTS[self.size_name])
        )

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = brush_for(self)
        ink = self._paint_box(painter)
        self._paint_content(painter, ink)

    def _font_points(self) -> float:
        return {"main": 12.0, "large": 12.5}.get(self.size_name, 11.0)

    def _icon_side(self) -> int:
        return theme().px(20 if self.size_name in ("main", "large") else 17)

    def _content_width(self) -> float:
        look = theme()
        wide = width_of(look.font(self._font_points(), 600), self._text) if self._text else 0.0
        if self.icon_name:
            wide += self._icon_side() + (look.px(8) if self._text else 0)
        if self.key:
            wide += look.px(9) + key_width(self.key)
        return wide

    def _paint_box(self, painter: QPainter) -> QColor:
        look = theme()
        lively = self.isEnabled() and (self.underMouse() or self.isDown())
        fill, line, ink = _colours(self.kind, lively, self.isEnabled())
        dashed = not self.isEnabled() and look.high_contrast
        rect = QRectF(self.rect())
        box(painter, rect, 8, _maybe(fill), _maybe(line), 1, dashed)
        if self.hasFocus():
            token = {"primary": "focusfill", "toast": "ontoast"}.get(self.kind, "focus")
            width = 3 if self.kind == "primary" else focus_width()
            box(painter, rect, 8, None, look.colour(token), width)
        return look.colour(ink)

    def _paint_content(self, painter: QPainter, ink: QColor) -> None:
        look = theme()
        middle = self.height() / 2
        left = max(look.px(6), (self.width() - self._content_width()) / 2)
        if self.icon_name:
            side = self._icon_side()
            paint_icon(
                painter,
                QRectF(round(left), round(middle - side / 2), side, side),
                self.icon_name,
                ink,
            )
            left += side + look.px(8)
        font = look.font(self._font_points(), 600)
        tail = look.px(9) + key_width(self.key) if self.key else 0.0
        room = min(width_of(font, self._text) + 1, self.width() - left - tail - look.px(6))
        words(painter, QRectF(left, 0, room, self.height()), self._text, font, ink)
        if self.key:
            paint_key(painter, round(left + room + look.px(8)), middle, self.key, ink)


class IconButton(Button):
    """A square button with an icon only; `name` is what it is called when read aloud."""

    def __init__(
        self,
        icon: str,
        name: str,
        pressed: Callable[[], object] | None = None,
        *,
        kind: str = "secondary",
        size: str = "normal",
    ) -> None:
        super().__init__("", pressed, kind=kind, icon=icon, size=size)
        self.setAccessibleName(name)
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        side = theme().px(HEIGHTS[self.size_name])
        return QSize(side, side)


class ToggleButton(Button):
    """A button that stays in, its tick box drawn in it; `toggled` tells."""

    def __init__(self, text: str, *, checked: bool = False, size: str = "small") -> None:
        super().__init__(text, icon="square", size=size)
        self.setCheckable(True)
        self.toggled.connect(lambda on: self.set_icon("square-check" if on else "square"))
        self.setChecked(checked)


class LinkButton(Button):
    """Underlined words that act."""

    def __init__(
        self, text: str, pressed: Callable[[], object] | None = None, *, points: float = 10
    ) -> None:
        self._points = points
        super().__init__(text, pressed, kind="quiet", size="small")

    def sizeHint(self) -> QSize:
        font = theme().font(self._points, 600)
        return QSize(round(width_of(font, self._text)) + 8, theme().px(self._points * 2.4))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = brush_for(self)
        rect = QRectF(self.rect())
        font = look.font(self._points, 600)
        lively = self.underMouse() and self.isEnabled()
        ink = look.colour("muted" if not self.isEnabled() else "text" if lively else "softink")
        words(painter, rect.adjusted(4, 0, 0, 0), self._text, font, ink)
        base = round(rect.center().y() + look.px(self._points * 0.75))
        right = min(4 + width_of(font, self._text), rect.right() - 4)
        painter.fillRect(QRectF(4, base, right - 4, 2 if lively else 1), ink)
        if self.hasFocus():
            box(painter, rect, 4, None, look.colour("focus"), focus_width())


def _maybe(token: str) -> QColor | None:
    return theme().colour(token) if token else None


def _colours(kind: str, lively: bool, enabled: bool) -> tuple[str, str, str]:
    """Return the tokens of fill, border and ink; an empty one is not painted."""
    if not enabled:
        return ("", "", "muted") if kind == "quiet" else ("bg", "line", "muted")
    if kind == "primary":
        return ("brandhover", "", "onbrand") if lively else ("brand", "", "onbrand")
    if kind == "danger":
        return ("dangersoft" if lively else "surface", "danger", "dangerink")
    if kind == "quiet":
        return ("soft" if lively else "", "", "softink")
    if kind == "toast":
        return ("", "ontoast" if lively else "toastlink", "ontoast" if lively else "toastlink")
    return ("soft", "edge", "text") if lively else ("surface", "edge", "text")
