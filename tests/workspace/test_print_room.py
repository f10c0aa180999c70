from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from desktop.pledges.model import Show
from desktop.ui.theme import apply_theme
from desktop.workspace.print_page import PrintPage
from tests.reports.hall import Hall
from tests.ui.hands import click
from tests.workspace.hands import desk_of, print_page


def page(hall: Hall, qtbot: QtBot, tmp_path: Path, wide: int) -> PrintPage:
    session = hall.session(title="Good conversations at home")
    hall.pledge(session, "I will sing.", Show.NO_NAME)
    hall.pledge(session, "I will listen once more. " * 90, Show.NO_NAME)
    return print_page(qtbot, desk_of(hall, tmp_path), session, wide)


def test_in_a_large_window_all_stands_beside_each_other(
    hall: Hall, qtbot: QtBot, tmp_path: Path
) -> None:
    made = page(hall, qtbot, tmp_path, 1282)
    assert made.list.isVisible()
    assert made.options.isVisible()
    assert not made.room.fold.isVisible()


@pytest.mark.parametrize("wide", [827, 960, 1100])
def test_in_a_small_window_options_and_papers_take_turns(
    hall: Hall, qtbot: QtBot, tmp_path: Path, wide: int
) -> None:
    made = page(hall, qtbot, tmp_path, wide)
    assert (made.list.isVisible(), made.options.isVisible()) == (True, False)
    click(made.room.fold)
    assert (made.list.isVisible(), made.options.isVisible()) == (False, True)
    assert made.room.fold.words() == "All papers"
    qtbot.waitUntil(lambda: is_inside(made))
    click(made.room.fold)
    assert (made.list.isVisible(), made.options.isVisible()) == (True, False)
    qtbot.waitUntil(lambda: is_inside(made))


def is_inside(page: PrintPage) -> bool:
    """Return whether nothing reaches over the right edge."""
    scroll = page.room.findChild(QScrollArea)
    inside = scroll.widget() if scroll else None
    return bool(scroll and inside and inside.width() <= scroll.viewport().width())


def test_in_large_type_in_a_small_window_nothing_is_cut(
    hall: Hall, qtbot: QtBot, tmp_path: Path, qapp: QApplication
) -> None:
    apply_theme(qapp, "light", 130)
    try:
        made = page(hall, qtbot, tmp_path, 802)
        for _ in range(2):
            qtbot.waitUntil(lambda: is_inside(made))
            assert made.sheet.print_button.isVisible()
            click(made.room.fold)
    finally:
        apply_theme(qapp, "light", 100)


def test_a_sentence_in_a_small_window_is_not_cut(hall: Hall, qtbot: QtBot, tmp_path: Path) -> None:
    made = page(hall, qtbot, tmp_path, 827)
    made.sheet.show_trouble("No printer was found. Connect one and try again, or save a PDF. " * 3)
    trouble = made.sheet.trouble
    qtbot.waitUntil(lambda: trouble.height() >= trouble.heightForWidth(trouble.width()))
