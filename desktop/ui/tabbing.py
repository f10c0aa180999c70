"""Tab goes from control to control as they stand."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def tab_as_laid_out(part: QWidget) -> None:
    """Have Tab go through a part as its layouts do, whenever its controls were made."""
    stops = list(_stops(part))
    # What has a proxy is a stop of its own: Tab would turn round at one that is left behind. Qt
    # moves it only while it could take the focus itself.
    proxies = [(stop, proxy) for stop in stops if (proxy := stop.focusProxy()) is not None]
    for stop, _ in proxies:
        stop.setFocusProxy(None)  # type: ignore[arg-type]
        stop.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)
    for stop, proxy in proxies:
        stop.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        stop.setFocusProxy(proxy)


def _stops(part: QWidget) -> Iterator[QWidget]:
    """Yield what takes the focus; of a field its proxy, then what else it has."""
    proxy = part.focusProxy()
    if proxy is not None:
        yield part
        inside = list(_inside(part))
        yield from sorted(inside, key=lambda one: one is not proxy)
    elif part.focusPolicy() != Qt.FocusPolicy.NoFocus:
        yield part
    else:
        yield from _inside(part)


def _inside(part: QWidget) -> Iterator[QWidget]:
    scrolled = part.widget() if isinstance(part, QScrollArea) else None
    if scrolled is not None:
        yield from _stops(scrolled)
    layout = part.layout()
    if layout is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        widget, inner = (item.widget(), item.layout()) if item else (None, None)
        if widget is not None:
            yield from _stops(widget)
        elif inner is not None:
            yield from _in_layout(inner)
