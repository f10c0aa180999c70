from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.exchange import Exchange
from desktop.incoming.dialog import ListDialog
from desktop.outgoing.dialog import SaveDialog
from desktop.outgoing.wish import What, Wish
from desktop.ui.window import Window
from tests.incoming.hall import STAFF, Hall

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
COPY = Qt.DropAction.CopyAction


@pytest.fixture
def hall(qapp: QApplication, tmp_path: Path) -> Iterator[Hall]:
    from desktop.ui.theme import apply_theme

    apply_theme(qapp, "light", 100)
    made = Hall(tmp_path)
    yield made
    made.close()


@pytest.fixture
def exchange(qtbot: QtBot, hall: Hall) -> Exchange:
    window = Window()
    qtbot.addWidget(window)
    window.show()
    return Exchange(window, hall.desk, lambda *_: None, lambda: hall.session.id)


def window_of(exchange: Exchange) -> Window:
    window = exchange.parent()
    assert isinstance(window, Window)
    return window


def seen(found: list[tuple[str, str]]) -> None:
    """Look at the dialog in front as soon as there is one, and close it."""
    dialog = QApplication.activeModalWidget()
    if not isinstance(dialog, ListDialog) or dialog.work.runs:
        QTimer.singleShot(20, lambda: seen(found))
        return
    found.append((dialog.source.name.text(), dialog.source.key()))
    dialog.reject()


def test_a_file_dropped_on_the_window_opens_the_dialog_with_it(
    exchange: Exchange, hall: Hall, qtbot: QtBot
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(hall.file(STAFF, "staff.csv")))])
    window = window_of(exchange)
    enter = QDragEnterEvent(QPoint(9, 9), COPY, data, LEFT, NONE)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    found: list[tuple[str, str]] = []
    QTimer.singleShot(20, lambda: seen(found))
    QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), COPY, data, LEFT, NONE))
    qtbot.waitUntil(lambda: bool(found), timeout=10_000)
    assert found == [("staff.csv", "people")]


def test_words_that_are_dropped_are_left(exchange: Exchange) -> None:
    data = QMimeData()
    data.setText("words")
    enter = QDragEnterEvent(QPoint(9, 9), COPY, data, LEFT, NONE)
    enter.ignore()
    QApplication.sendEvent(window_of(exchange), enter)
    assert not enter.isAccepted()


def test_a_page_asks_for_a_kind_and_a_file(exchange: Exchange, hall: Hall) -> None:
    found: list[tuple[str, str]] = []
    QTimer.singleShot(20, lambda: seen(found))
    path = hall.file("Pledge\nSmile\n", "p.csv")
    exchange.open(f"pledges/{hall.session.id}/{path}")
    QTimer.singleShot(20, lambda: seen(found))
    exchange.open("register/")
    assert found == [("p.csv", "pledges"), ("No file chosen yet", "register")]


def test_a_list_goes_out_from_the_section_that_asked(exchange: Exchange, hall: Hall) -> None:
    found: list[Wish] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SaveDialog)
        found.append(dialog.wish())
        dialog.reject()

    for argument in (f"{hall.session.id}/pledges", ""):
        QTimer.singleShot(0, look)
        exchange.save(argument)
    assert found == [Wish(What.PLEDGES, hall.session.id), Wish(What.SESSIONS)]
