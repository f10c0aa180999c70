"""A choice between a few views, one of them always in force."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from desktop.ui.icons import paint_icon
from desktop.ui.painted import box, brush_for, focus_width, width_of, words
from desktop.ui.theme import theme


class Segments(QWidget):
    """A row of views to choose from by mouse, arrow keys or `choose`.

    `options` are (key, words) or (key, words, icon). `chosen` tells the key when it changes.
    """

    chosen = Signal(str)

    def __init__(
        self,
        name: str,
        options: Sequence[tuple[str, ...]],
        *,
        chosen: str = "",
        small: bool = False,
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._segments: dict[str, _Segment] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 4, 4, 4)
        row.setSpacing(4)
        for key, text, *icon in options:
            segment = _Segment(text, icon[0] if icon else "", small)
            self._segments[key] = segment
            self._group.addButton(segment)
            segment.toggled.connect(partial(stop_at, segment))
            row.addWidget(segment)
            segment.toggled.connect(partial(self._tell, key))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.choose(chosen or options[0][0])

    def _tell(self, key: str, on: bool) -> None:
        if on:
            self.chosen.emit(key)

    def value(self) -> str:
        """Return the key of the view in force."""
        return next(key for key, segment in self._segments.items() if segment.isChecked())

    def choose(self, key: str) -> None:
        """Bring another view in force."""
        self._segments[key].setChecked(True)

    def focus_chosen(self) -> None:
        """Take the focus to the view in force."""
        self._segments[self.value()].setFocus()

    def set_words(self, key: str, text: str) -> None:
        """Change the words of a view, such as a count in them."""
        self._segments[key].set_words(text)

    def show_option(self, key: str, visible: bool) -> None:
        """Hide a view that is not to be had now, or bring it back."""
        self._segments[key].setVisible(visible)

    def show_icons(self, visible: bool) -> None:
        """Leave the icons out where there is little room."""
        for segment in self._segments.values():
            segment.show_icon(visible)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = brush_for(self)
        box(painter, QRectF(self.rect()), 10, look.colour("sunken"), look.colour("line"))


def stop_at(button: QAbstractButton, chosen: bool) -> None:
    """Let Tab stop at a button of a group only while it is the chosen one."""
    policy = Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus
    button.setFocusPolicy(policy)


class _Segment(QAbstractButton):
    def __init__(self, text: str, icon: str, small: bool) -> None:
        super().__init__()
        self._icon, self._small, self._with_icon = icon, small, True
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_words(text)

    def set_words(self, text: str) -> None:
        self._text = text
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()

    def show_icon(self, visible: bool) -> None:
        self._with_icon = visible
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        look = theme()
        pad = look.px(12 if self._small else 16)
        wide = width_of(look.font(11, 600), self._text) + self._icon_room() + 2 * pad
        return QSize(round(wide), look.px(26 if self._small else 34))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = brush_for(self)
        rect = QRectF(self.rect())
        solid = self.isChecked() and look.high_contrast
        ink = look.colour("muted")
        if self.isChecked():
            fill = look.colour("brand" if solid else "surface")
            box(painter, rect, 8, fill, None if solid else look.colour("edge"))
            ink = look.colour("onbrand" if solid else "softink")
        elif self.underMouse():
            box(painter, rect, 8, look.colour("soft"))
            ink = look.colour("softink")
        if self.hasFocus():
            token = "focusfill" if solid else "focus"
            box(painter, rect, 8, None, look.colour(token), focus_width())
        font = look.font(11, 600 if self.isChecked() else 500)
        content = self._icon_room() + width_of(font, self._text)
        left = max(look.px(8), round((self.width() - content) / 2))
        if self._icon_room():
            side = look.px(18)
            at = QRectF(left, round((self.height() - side) / 2), side, side)
            paint_icon(painter, at, self._icon, ink)
            left += self._icon_room()
        room = self.width() - left - look.px(4)
        words(painter, QRectF(left, 0, room, self.height()), self._text, font, ink)

    def _icon_room(self) -> int:
        return theme().px(18 + 8) if self._icon and self._with_icon else 0
