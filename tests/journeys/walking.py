"""Looks over whatever is on the screen, as somebody with a keyboard and tired eyes would.

Each function returns one line for everything that is wrong.
"""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QWidget,
)

from desktop.ui.labels import Elided
from desktop.ui.leafcard import LeafCard
from desktop.ui.rows import FactRow, RowButton
from desktop.ui.tokens import contrast
from desktop.workspace.paper_list import PaperRow
from tests.journeys.painted import Words, ground, picture_of, seen_changes, words_of

ELIDING = (Elided, RowButton, LeafCard, FactRow, PaperRow, QAbstractItemView)
"""What may end with … where there is no room; it is read aloud whole."""
MOST_STOPS = 120
AROUND = 60
"""How far around a control its focus may be shown, in px: a search box draws it for its line."""


def faults(window: QWidget) -> list[str]:
    """Return what is wrong with the window or dialog shown."""
    return [*unnamed(window), *cut(window), *faint(window), *unreached(window)]


def shown(window: QWidget) -> Iterator[QWidget]:
    """Yield every visible widget of a window, not those of other windows."""
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.window() is window:
            yield widget


def called(widget: QWidget) -> str:
    """Return how a report names a widget."""
    name = widget.accessibleName() or widget.objectName()
    owner = widget.parentWidget()
    return f"{type(widget).__name__} “{name}” in {type(owner).__name__}"


def controls(window: QWidget) -> list[QWidget]:
    """Return what can be worked: whatever takes the focus, and every button."""
    return [
        widget
        for widget in shown(window)
        if widget.isEnabled()
        and widget.focusProxy() is None
        and (
            widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
            or isinstance(widget, QAbstractButton)
        )
    ]


def unnamed(window: QWidget) -> list[str]:
    """Find controls that a screen reader has no name for."""
    nameless = []
    for widget in controls(window):
        if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip():
            nameless.append(f"no name: {called(widget)}")
    return nameless


def cut(window: QWidget) -> list[str]:
    """Find widgets that reach out of what holds them, and words that are cut."""
    return [line for widget in shown(window) for line in (*_sticks_out(widget), *_cuts(widget))]


def _sticks_out(widget: QWidget) -> Iterator[str]:
    parent = widget.parentWidget()
    if parent is None or isinstance(widget, QScrollBar):
        return
    area = parent.parentWidget()
    place, room = widget.geometry(), parent.rect()
    if isinstance(area, QAbstractScrollArea) and area.viewport() is parent:
        if not isinstance(area, QScrollArea):
            return
        place, room = QRect(0, 0, place.width(), 1), QRect(0, 0, room.width(), 1)
    if not place.isEmpty() and not room.contains(place):
        yield f"sticks out: {called(widget)} {place.getRect()} of {room.size().toTuple()}"


def _cuts(widget: QWidget) -> Iterator[str]:
    owner = widget.parentWidget()
    scrolls = isinstance(widget, QLineEdit)
    if isinstance(owner, QAbstractScrollArea) and owner.viewport() is widget:
        scrolls, widget = True, owner
    for words in words_of(widget):
        if words.text.rstrip().endswith("…") and not _meant(words.text, widget):
            yield f"ends with …: {words.text!r} of {called(widget)}"
        if not scrolls and not _within(words, widget):
            yield f"cut: {words.text!r} {words.rect.getRect()} of {called(widget)} {widget.size()}"


def _meant(text: str, widget: QWidget) -> bool:
    """Return whether words may end with …: their widget says they do, or may cut them."""
    own = [widget.accessibleName(), str(getattr(widget, "text", str)())]
    owner = widget.parentWidget()
    if owner is not None:
        own.append(owner.accessibleName())
    return isinstance(widget, ELIDING) or any(text.strip() in said for said in own)


def _within(words: Words, widget: QWidget) -> bool:
    rect, room = words.rect, widget.rect()
    across = rect.left() > -2 and rect.right() < room.width() + 3
    return across and rect.top() > -1 and rect.bottom() < room.height() + 2


def faint(window: QWidget) -> list[str]:
    """Find words and the edges of fields that do not stand out from what is painted under them."""
    for line in window.findChildren(QLineEdit):
        line.deselect()
    picture = picture_of(window)
    found = []
    for widget in shown(window):
        seen = widget.visibleRegion().boundingRect()
        for words in words_of(widget):
            rect = words.rect.toRect()
            if not seen.contains(rect):
                continue
            under = ground(picture, rect.translated(widget.mapTo(window, QPoint())))
            ratio, wanted = contrast(words.ink, under), 3.0 if words.large else 4.5
            if ratio < wanted:
                found.append(
                    f"{words.ink} on {under} is {ratio:.1f}: {words.text!r} of {called(widget)}"
                )
        if isinstance(widget, QLineEdit | QPlainTextEdit | QComboBox) and not _bare(widget):
            middle = QPoint(0, widget.height() // 2)
            edge = QRect(widget.mapTo(window, middle), QSize(1, 1))
            if not seen.contains(middle):
                continue
            ratio = contrast(ground(picture, edge), ground(picture, edge.translated(-2, 0)))
            if ratio < 3.0:
                found.append(f"edge of {ratio:.1f}: {called(widget)}")
    return found


def _bare(widget: QWidget) -> bool:
    return bool(widget.property("bare"))


def unreached(window: QWidget) -> list[str]:
    """Go round with Tab; find what it passes by, and where the focus can't be seen."""
    stops: list[QWidget] = []
    found: list[str] = []
    at = _focused(window)
    while at is not None and at not in stops and len(stops) < MOST_STOPS:
        stops.append(at)
        found += _unseen(window, at)
        QTest.keyClick(at, Qt.Key.Key_Tab)
        at = _focused(window)
    for widget in controls(window):
        inside = any(widget.isAncestorOf(stop) for stop in stops)
        if widget not in stops and not inside and not _by_arrows(widget, stops):
            found.append(f"Tab passes by: {called(widget)}")
    return found


def _focused(window: QWidget) -> QWidget | None:
    at: QWidget | None = QApplication.focusWidget() or window.focusWidget()
    return at if at is not None and at.window() is window else None


def _by_arrows(widget: QWidget, stops: list[QWidget]) -> bool:
    """Return whether arrow keys lead there from a button of the same group."""
    if not isinstance(widget, QAbstractButton) or widget.group() is None:
        return False
    return any(other in stops for other in widget.group().buttons())


def _unseen(window: QWidget, at: QWidget) -> Iterator[str]:
    QApplication.processEvents()
    whole = at.visibleRegion().boundingRect()
    if whole.width() < at.width() - 1 or whole.height() < min(at.height() - 1, 80):
        yield f"focus out of view: {called(at)} {whole.getRect()} of {at.size().toTuple()}"
        return
    at.clearFocus()
    place = at.rect().translated(at.mapTo(window, QPoint()))
    around = place.adjusted(-AROUND, -24, AROUND, 24) & window.rect()
    plain = picture_of(window, around)
    at.setFocus(Qt.FocusReason.TabFocusReason)
    if seen_changes(picture_of(window, around), plain) < min(at.width() + at.height(), 200):
        yield f"focus can’t be seen: {called(at)}"
