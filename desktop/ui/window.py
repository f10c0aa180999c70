"""The frame of the app: the pages at the left, the page shown, the safety strip below."""

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from desktop.language import tr
from desktop.ui.layout import MARGIN, column, follow_focus, row
from desktop.ui.navigation import Navigation
from desktop.ui.strip import SafetyStrip
from desktop.ui.theme import theme

if TYPE_CHECKING:
    from desktop.ui.toast import Toast

WAITING_MS = 500
"""So long an empty page says nothing; most often one comes before."""
Page = QWidget | Callable[[], QWidget]


class Window(QMainWindow):
    """The main window; it can be shown before it has pages.

    `page_shown` tells the key of the page each time one comes to the front, `painted` that the
    window is on the screen for the first time.
    """

    page_shown = Signal(str)
    painted = Signal()

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self.setWindowTitle(title or tr("Pledge Tree"))
        self.setMinimumSize(760, 400)
        self.resize(1366, 696)
        self.navigation = Navigation()
        self.strip = SafetyStrip()
        self._stack = QStackedWidget()
        self._pages: dict[str, Page] = {}
        self._built: dict[str, QWidget] = {}
        self._buttons: dict[str, str] = {}
        self._toasts: dict[str, Toast] = {}
        self._key = ""
        self._build()
        self.navigation.chosen.connect(self.show_page)
        theme().changed.connect(self._restyle)
        if theme().applied:
            self._restyle()

    def add_page(
        self, key: str, icon: str, title: str, page: Page, *, bottom: bool = False, under: str = ""
    ) -> None:
        """Add a page, or a function that builds it when it is first shown.

        A page `under` another one has no button of its own in the navigation.
        """
        if not self._pages:
            self._give_keys()
        self._pages[key] = page
        self._buttons[key] = under or key
        if not under:
            self.navigation.add(key, icon, title, bottom=bottom)

    def show_page(self, key: str) -> None:
        """Bring a page to the front."""
        page = self.page(key)
        if self._key and self._key != key:
            self.dismiss_toast()
        self._key = key
        self._stack.setCurrentWidget(page)
        if self._buttons[key] in self.navigation.buttons:
            self.navigation.choose(self._buttons[key])
        self.page_shown.emit(key)

    def page(self, key: str) -> QWidget:
        """Return a page, built now if it was not yet."""
        if key not in self._built:
            page = self._pages[key]
            built = page if isinstance(page, QWidget) else page()
            self._built[key] = built
            self._stack.addWidget(built)
        return self._built[key]

    def shown_page(self) -> str:
        """Return the key of the page in front, empty before the first."""
        return self._key

    def set_toast_place(self, key: str, toast: "Toast") -> None:
        """Give a page a place of its own for messages; others use the foot of the window."""
        self._toasts[key] = toast

    def tell(
        self, text: str, undo: Callable[[], object] | None = None, *, icon: str = "circle-check"
    ) -> None:
        """Say what was just done, and offer to undo it."""
        own = self._toasts.get(self._key)
        toast = own if own is not None and self._is_in_sight(own) else self._toast
        for other in self._all_toasts():
            if other is not toast:  # the one in place changes its words, and nothing moves
                other.dismiss()
        toast.tell(text, undo, icon=icon)
        self._foot.setVisible(toast is not own)

    def _is_in_sight(self, toast: "Toast") -> bool:
        around = toast.parentWidget()
        return around is None or around.isVisibleTo(self)

    def toast_text(self) -> str:
        """Return the message shown now, empty when there is none."""
        return next((t.text() for t in self._all_toasts() if t.text()), "")

    def dismiss_toast(self) -> None:
        """Take the message away, as every next action does."""
        for toast in self._all_toasts():
            toast.dismiss()

    def set_saved(self, text: str, state: str = "saved") -> None:
        """Say when the last thing was saved; `state` is saved, saving, nothing or failed."""
        self.strip.set_saved(text, state)

    def set_backup(
        self,
        text: str,
        state: str = "done",
        link: str = "",
        pressed: Callable[[], object] | None = None,
        *,
        brief: str = "",
    ) -> None:
        """Say when the last backup was made; `state` is done, missing or failed.

        The `brief` words are shown where the window is narrow.
        """
        self.strip.set_backup(text, state, link, pressed, brief=brief)

    def set_warning(
        self,
        text: str,
        link: str = "",
        pressed: Callable[[], object] | None = None,
        *,
        brief: str = "",
    ) -> None:
        """Show something to see to in the strip, or nothing with ""."""
        self.strip.set_warning(text, link, pressed, brief=brief)

    def set_who(self, text: str, *, brief: str = "") -> None:
        """Say which laptop this is and who works on it."""
        self.strip.set_who(text, brief=brief)

    def focusNextPrevChild(self, forward: bool) -> bool:
        moved = super().focusNextPrevChild(forward)
        follow_focus(self)
        return moved

    def _build(self) -> None:
        self._foot = QWidget()
        self._foot.hide()
        pages = column(gap=0)
        pages.addWidget(self._stack, 1)
        pages.addWidget(self._foot)
        across = row(self.navigation, gap=0)
        across.addLayout(pages, 1)
        whole = column(gap=0)
        whole.addLayout(across, 1)
        whole.addWidget(self.strip)
        paper = _Paper()
        paper.painted.connect(self.painted)
        paper.painted.connect(self._wait_for_a_page)
        paper.setLayout(whole)
        self.setCentralWidget(paper)

    @cached_property
    def _toast(self) -> "Toast":
        from desktop.ui.toast import Toast

        toast = Toast(reserve=False)
        toast.gone.connect(self._foot.hide)
        self._foot.setLayout(column(toast, margins=(MARGIN, 0, MARGIN, 12)))
        return toast

    def _wait_for_a_page(self) -> None:
        QTimer.singleShot(WAITING_MS, self, self._show_waiting)

    def _show_waiting(self) -> None:
        from desktop.ui.notices import Waiting

        if not self._key:
            self._stack.addWidget(Waiting(tr("One moment")))

    def _give_keys(self) -> None:
        from desktop.ui.keys import on_key

        for keys, by in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            on_key(self, keys, partial(self._step, by), whole_window=True)

    def _all_toasts(self) -> "list[Toast]":
        own = [self._toast] if "_toast" in self.__dict__ else []
        return [*own, *self._toasts.values()]

    def _step(self, by: int) -> None:
        keys = list(self.navigation.buttons)
        if keys:
            button = self._buttons.get(self._key, "")
            at = keys.index(button) if button in keys else 0
            self.show_page(keys[(at + by) % len(keys)])

    def _restyle(self) -> None:
        from desktop.ui.icons import app_icon

        self.setWindowIcon(app_icon())


class _Paper(QWidget):
    painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._was_painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), theme().colour("bg"))
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)
