"""Starting with a window: what has to be there first, and what can wait until nobody does."""

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop import garbage
from desktop.app import App
from desktop.preferences import read_preferences
from desktop.ui import workers
from desktop.ui.theme import STYLE, apply_theme, prepare_theme
from desktop.ui.window import Window

if TYPE_CHECKING:
    from desktop.store.store import Store

LAPTOP_WIDTH = 1440
"""On a screen of this width or less the window takes all of it."""
STARTING = "the app starts"
SETTLED_MS = 100
"""So long after the first page came, what can wait begins."""


def run(data_file: Path) -> int:
    """Open the window on a data file and return when it is closed."""
    # Hardly anything that is made while starting is ever garbage; looking for it takes a tenth.
    garbage.pause(STARTING)
    application = QApplication([*sys.argv[:1], "-style", STYLE])
    application.setApplicationName("Pledge Tree")
    chosen = read_preferences(data_file)
    prepare_theme(application, chosen.theme, chosen.text_percent)
    app = App(data_file)
    sys.excepthook = app.on_exception
    application.aboutToQuit.connect(app.close)

    def go_on() -> None:
        # What is slow begins after the window is on the screen, or it would be there later.
        app.open()
        apply_theme(application, chosen.theme, chosen.text_percent)

    app.window.painted.connect(go_on)
    app.first_shown.connect(lambda: QTimer.singleShot(SETTLED_MS, app, lambda: _settle(app)))
    _show(app.window)
    return application.exec()


def _show(window: Window) -> None:
    room = window.screen().availableSize()
    if room.width() <= LAPTOP_WIDTH:
        window.showMaximized()
    else:
        window.show()


def _settle(app: App) -> None:
    gc.freeze()  # what stands now stays; later looks for garbage pass it over
    garbage.resume(STARTING)
    store = app.desk.store if app.desk else None
    # To look through SQLAlchemy, numpy and the pages too would stop the window for a tenth of a
    # second each time somebody opens the tree room.
    workers.run(app, lambda _: _load_the_rest(store), lambda _: gc.freeze())


def _load_the_rest(store: "Store | None") -> None:
    from desktop.rooms import load_all

    if store is not None:
        store.warm_up()
    load_all()
