"""The projector beside the facilitator's screen, and on a laptop that has no other."""

import json
import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.paths import root
from tests.facilitator import app_on

LAPTOP = {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768}
BEAMER = {"name": "beamer", "x": 1366, "y": 0, "width": 1920, "height": 1080}
USUAL = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
LIMIT_S = 240


def test_an_evening_with_two_screens(tmp_path: Path) -> None:
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps({"screens": [LAPTOP | USUAL, BEAMER | USUAL]}))
    told = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "tests/journeys/two_screens.py"],
        cwd=root(),
        env=os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={screens}"},
        capture_output=True,
        text=True,
        check=False,
        timeout=LIMIT_S,
    )
    assert told.returncode == 0, told.stdout + told.stderr


def test_on_the_only_screen_it_is_in_front_and_esc_leads_back(qtbot: QtBot, tmp_path: Path) -> None:
    with app_on(qtbot, tmp_path / "data.db") as facilitator:
        app = facilitator.app
        app.want("sample", "")
        facilitator.until(lambda: app.desk is not None and app.window.shown_page() == "home")
        QTest.keySequence(app.window, "F11")
        facilitator.until(lambda: app.projection is not None and app.projection.is_open)
        assert app.projection is not None
        projector = app.projection.projector
        assert projector is not None
        facilitator.until(lambda: projector.side.said.number > 800)
        assert projector.side.said.hint == "Esc: back to the window"
        QTest.keyClick(projector, Qt.Key.Key_Escape)
        assert not app.projection.is_open
