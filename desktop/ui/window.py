"""The frame of the app: the pages at the left, the page shown, the safety strip below."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon, QKeySequence, QPaintEvent, QPixmap, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from desktop.language import tr
from desktop.ui.icons import pixmap
from desktop.ui.layout import MARGIN, column, row
from desktop.ui.navigation import Navigation
from desktop.ui.notices import Waiting
from desktop.ui.painted import brush_for
from desktop.ui.strip import SafetyStrip
from desktop.ui.theme import theme
from desktop.ui.toast import Toast

Page = QWidget | Callable[[], QWidget]


class Window(QMainWindow):
    """The main window; it can be shown before it has pages.

    `page_shown` tells the key of the page each time one comes to the front.
    """

    page_shown = Signal(str)

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self.setWindowTitle(title or tr("Pledge Tree"))
        self.setMinimumSize(760, 400)
        self.resize(1366, 696)
        self.navigation = Navigation()
        self.strip = SafetyStrip()
        self._stack = QStackedWidget()
        self._waiting = Waiting(tr("One moment"))
        self._stack.addWidget(self._waiting)
        self._pages: dict[str, Page] = {}
        self._built: dict[str, QWidget] = {}
        self._buttons: dict[str, str] = {}
        self._toasts: dict[str, Toast] = {}
        self._toast = Toast(reserve=False)
        self._key = ""
        self._build()
        self.navigation.chosen.connect(self.show_page)
        theme().changed.connect(self._restyle)
        self._restyle()
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda step=step: self._step(step))

    def add_page(
        self, key: str, icon: str, title: str, page: Page, *, bottom: bool = False, under: str = ""
    ) -> None:
        """Add a page, or a function that builds it when it is first shown.

        A page `under` another one has no button of its own in the navigation.
        """
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

    def set_toast_place(self, key: str, toast: Toast) -> None:
        """Give a page a place of its own for messages; others use the foot of the window."""
        self._toasts[key] = toast

    def tell(
        self, text: str, undo: Callable[[], object] | None = None, *, icon: str = "circle-check"
    ) -> None:
        """Say what was just done, and offer to undo it."""
        self.dismiss_toast()
        self._toasts.get(self._key, self._toast).tell(text, undo, icon=icon)
        self._foot.setVisible(self._key not in self._toasts)

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

    def _build(self) -> None:
        self._foot = QWidget()
        self._foot.setLayout(column(self._toast, margins=(MARGIN, 0, MARGIN, 12)))
        self._foot.hide()
        self._toast.gone.connect(self._foot.hide)
        pages = column(gap=0)
        pages.addWidget(self._stack, 1)
        pages.addWidget(self._foot)
        across = row(self.navigation, gap=0)
        across.addLayout(pages, 1)
        whole = column(gap=0)
        whole.addLayout(across, 1)
        whole.addWidget(self.strip)
        paper = _Paper()
        paper.setLayout(whole)
        self.setCentralWidget(paper)

    def _all_toasts(self) -> list[Toast]:
        return [self._toast, *self._toasts.values()]

    def _step(self, by: int) -> None:
        keys = list(self.navigation.buttons)
        if keys:
            button = self._buttons.get(self._key, "")
            at = keys.index(button) if button in keys else 0
            self.show_page(keys[(at + by) % len(keys)])

    def _restyle(self) -> None:
        self.setWindowIcon(app_icon())


class _Paper(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:
        brush_for(self).fillRect(event.rect(), theme().colour("bg"))


def app_icon() -> QIcon:
    """Return the app's leaf in the colour of the theme."""
    icon = QIcon()
    for size in (16, 24, 32, 48, 64):
        picture: QPixmap = pixmap("leaf", "brand", size)
        icon.addPixmap(picture, QIcon.Mode.Normal)
    return icon
