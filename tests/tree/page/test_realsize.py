from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QScreen
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.tree.page.realsize import RealSize, Smallest, dots_per_inch, lines_of
from desktop.tree.page.view import PosterView
from desktop.ui.layout import column
from desktop.ui.painted import width_of
from desktop.ui.theme import theme
from tests.tree.page.papers import leaf_at, paper
from tests.ui.hands import show

SAID = "Stop at the door, breathe, smile, in."


def screen() -> QScreen:
    return QApplication.primaryScreen()


def leaf_of(side: float, points: float = 11) -> Smallest:
    """Return a leaf of so many points, with a little of the paper round it."""
    outline = leaf_at(150, 100, side - 4)
    return Smallest(0, outline, SAID, points, QColor("#E2F0B0"), QColor("#16211B"))


@pytest.fixture
def real(qtbot: QtBot, owner: QWidget) -> RealSize:
    """The leaf beneath a poster in a window of its own, 600 px wide."""
    view = PosterView()
    real = RealSize(view)
    owner.setLayout(column(real, None))
    qtbot.addWidget(view)
    with qtbot.waitSignal(view.opened):
        view.show_pdf(paper(), "A3 poster")
    owner.resize(600, 500)
    show(owner)
    return real


def test_a_leaf_is_as_large_as_on_paper(real: RealSize, qtbot: QtBot) -> None:
    real.show_leaf(leaf_of(72), 200)
    qtbot.waitUntil(lambda: real.leaf.width() == pytest.approx(dots_per_inch(screen()), abs=1))
    qtbot.waitUntil(
        lambda: real.leaf.grab().toImage().pixelColor(real.leaf.rect().center()).name() == "#ff0000"
    )
    assert real.heading.text() == "The smallest leaf at its real size"
    assert real.words.geometry().left() > real.leaf.geometry().right()


def test_a_large_leaf_is_whole_and_what_is_said_stands_below_it(
    real: RealSize, qtbot: QtBot
) -> None:
    side = 72 * 450 / dots_per_inch(screen())
    real.show_leaf(leaf_of(side), 460)
    assert real.leaf.sizeHint().toTuple() == pytest.approx((450, 450), abs=1)
    qtbot.waitUntil(lambda: real.words.geometry().top() > real.leaf.geometry().bottom())


def test_of_a_leaf_without_room_the_words_are_shown_and_none_is_cut(real: RealSize) -> None:
    real.show_leaf(leaf_of(2_000, 36), 160)
    assert real.heading.text() == "The smallest words at their real size"
    assert real.leaf.sizeHint().width() <= 600
    assert real.leaf.sizeHint().height() <= 160
    real.show_leaf(leaf_of(2_000, 150), 100)
    assert real.leaf.sizeHint().height() > 150 * dots_per_inch(screen()) / 72


def test_each_line_of_words_from_right_to_left_begins_at_the_right(
    real: RealSize, qtbot: QtBot
) -> None:
    said = "أستمع إلى كل مريض before I open the laptop"
    real.show_leaf(replace(leaf_of(2_000, 36), said=said), 400)
    qtbot.waitUntil(lambda: real.leaf.size() == real.leaf.sizeHint())
    shown = real.leaf.grab().toImage()
    high = range(shown.height() - 40, shown.height())
    dark = [
        x
        for x in range(shown.width())
        if any(shown.pixelColor(x, y).lightness() < 100 for y in high)
    ]
    assert shown.width() - max(dark) < 30 < min(dark)


def test_letters_that_reach_below_their_line_stay_whole(real: RealSize, qtbot: QtBot) -> None:
    real.show_leaf(replace(leaf_of(2_000, 36), said="ع"), 400)
    qtbot.waitUntil(lambda: real.leaf.size() == real.leaf.sizeHint())
    shown = real.leaf.grab().toImage()
    wide = range(8, shown.width() - 8)
    inked = [
        y
        for y in range(shown.height())
        if any(shown.pixelColor(x, y).lightness() < 100 for x in wide)
    ]
    assert max(inked) > shown.height() - 10  # the line ends 10 px above the lower edge


def test_in_a_narrower_window_the_words_take_its_place(real: RealSize) -> None:
    one = leaf_of(300 * 72 / dots_per_inch(screen()))
    real.show_leaf(one, 400)
    assert real.leaf.sizeHint().width() == pytest.approx(300, abs=1)
    real.window().resize(280, 500)
    assert real.heading.text() == "The smallest words at their real size"
    assert real.leaf.sizeHint().width() <= 280
    real.show_leaf(replace(one, outline=leaf_at(50, 50, 40)), 400)
    assert real.heading.text() == "The smallest leaf at its real size"


def test_lines_that_have_no_room_are_told_by_a_sign(qapp: QApplication) -> None:
    font = theme().font()
    wide = width_of(font, "breathe, smile, in.……")
    assert lines_of(SAID, font, wide, 5) == ["Stop at the door,", "breathe, smile, in."]
    assert lines_of(SAID, font, wide, 1) == ["Stop at the door,…"]


def test_a_screen_that_does_not_know_its_size_counts_as_usual(qapp: QApplication) -> None:
    assert 60 <= dots_per_inch(screen()) <= 400
