"""Every page and dialog: names, Tab, focus that is seen, nothing cut, contrast as painted."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.theme import apply_theme
from tests.facilitator import app_on
from tests.journeys.places import EMPTY, SAMPLE, Place, no_stray_windows
from tests.journeys.walking import faults

LAPTOP, ENLARGED = QSize(1366, 696), QSize(911, 464)


@dataclass(frozen=True)
class Screen:
    """How the app looks on somebody's laptop."""

    theme: str
    size: QSize
    percent: int = 100

    def __str__(self) -> str:
        return f"{self.theme}-{self.size.width()}-{self.percent}"


USUAL = (
    Screen("light", LAPTOP),
    Screen("dark", LAPTOP, 130),
    Screen("hc", ENLARGED),
)
OTHERS = (
    Screen("light", LAPTOP, 130),
    Screen("light", ENLARGED),
    Screen("dark", LAPTOP),
    Screen("dark", ENLARGED),
    Screen("hc", LAPTOP),
    Screen("hc", LAPTOP, 130),
)
SCREENS = [pytest.param(screen, id=str(screen)) for screen in USUAL] + [
    pytest.param(screen, id=str(screen), marks=pytest.mark.long) for screen in OTHERS
]


def walk(qtbot: QtBot, data_file: Path, screen: Screen, places: tuple[Place, ...]) -> list[str]:
    """Return what is wrong on each of the places, with the place in front."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, screen.theme, screen.percent)
    found: list[str] = []
    with no_stray_windows(found), app_on(qtbot, data_file) as me:
        me.app.window.resize(screen.size)

        def look(front: QWidget, place: Place) -> None:
            found.extend(f"{place}: {fault}" for fault in dict.fromkeys(faults(front)))

        for place in places:
            place.visit(me, look)
    return found


@pytest.mark.parametrize("screen", SCREENS)
def test_every_page_of_the_sample_can_be_read_and_worked_by_keyboard(
    qtbot: QtBot, sample_file: Path, screen: Screen
) -> None:
    assert "\n".join(walk(qtbot, sample_file, screen, SAMPLE)) == ""


@pytest.mark.parametrize("screen", SCREENS[2:])
def test_every_page_before_the_first_session_can_be_read_and_worked_by_keyboard(
    qtbot: QtBot, own_file: Path, screen: Screen
) -> None:
    assert "\n".join(walk(qtbot, own_file, screen, EMPTY)) == ""
