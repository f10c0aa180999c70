"""A print page on the desk of a hall, and what the facilitator does there."""

from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.desk import Desk
from desktop.sessions.model import Session
from desktop.ui.buttons import Button
from desktop.ui.dialogs import Dialog
from desktop.ui.theme import apply_theme
from desktop.workspace.finishing import prefer_folder
from desktop.workspace.print_page import PrintPage
from tests.printing.reading import whole_text
from tests.reports.hall import NOON, Hall


def desk_of(hall: Hall, papers: Path, now: datetime = NOON + timedelta(hours=4)) -> Desk:
    """Return the desk at 16:00 on the day, with a folder for its papers."""
    desk = Desk(hall.store, lambda: now)
    prefer_folder(desk, papers)
    return desk


def print_page(qtbot: QtBot, desk: Desk, session: Session, wide: int = 1282) -> PrintPage:
    """Return the page of a session, shown in a window of its own with its first paper made."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, "light", 100)
    page = PrintPage(desk)
    qtbot.addWidget(page)
    page.resize(wide, 540)
    page.show_session(session.id)
    page.show()
    page.arrive()
    settled(qtbot, page)
    return page


def settled(qtbot: QtBot, page: PrintPage) -> None:
    """Wait until the paper shown is the newest one."""
    qtbot.waitUntil(page.is_settled, timeout=20_000)


def paper_text(page: PrintPage) -> str:
    """Return the words of the paper that is shown."""
    return whole_text(page.sheet.ready().pdf)


def answer(words: str) -> list[str]:
    """Press a button of the next dialog; returns a list that its title will be put into."""
    asked: list[str] = []

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, Dialog):
            QTimer.singleShot(10, press)
            return
        asked.append(dialog.accessibleName())
        if not words:
            dialog.reject()
            return
        next(b for b in dialog.findChildren(Button) if b.words() == words).click()

    QTimer.singleShot(0, press)
    return asked


def finished(qtbot: QtBot, page: PrintPage) -> None:
    """Wait until nothing is being saved."""
    qtbot.waitUntil(lambda: not page.bar.is_busy(), timeout=20_000)
