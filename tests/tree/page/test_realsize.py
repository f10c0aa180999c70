import pytest
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.tree.page.realsize import RealSize, dots_per_inch
from desktop.tree.page.view import PosterView
from tests.tree.page.papers import leaf_at, paper
from tests.ui.hands import show


def screen() -> QScreen:
    return QApplication.primaryScreen()


def test_a_leaf_is_as_large_as_on_paper(qtbot: QtBot) -> None:
    view = PosterView()
    real = RealSize(view)
    qtbot.addWidget(view)
    qtbot.addWidget(real)
    with qtbot.waitSignal(view.opened):
        view.show_pdf(paper(), "A3 poster")
    real.show_leaf(0, leaf_at(150, 100, 68))
    show(real)
    dots = dots_per_inch(screen())
    assert real.leaf.width() == pytest.approx(72 / 72 * dots, abs=1)
    qtbot.waitUntil(
        lambda: real.leaf.grab().toImage().pixelColor(real.leaf.rect().center()).name() == "#ff0000"
    )


def test_a_very_large_leaf_shows_its_middle(qtbot: QtBot) -> None:
    view = PosterView()
    real = RealSize(view)
    qtbot.addWidget(view)
    qtbot.addWidget(real)
    real.show_leaf(0, leaf_at(300, 200, 2_000))
    assert real.leaf.sizeHint().toTuple() == (300, 110)


def test_a_screen_that_does_not_know_its_size_counts_as_usual(qapp: QApplication) -> None:
    assert 60 <= dots_per_inch(screen()) <= 400
