import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest

WATCHED = """
import gc, sys
from PySide6.QtCore import QTimer
from desktop import app
class Watched(app.App):
    def open(self):
        heavy = {"sqlalchemy", "desktop.opening", "desktop.ui.buttons"} & set(sys.modules)
        print("painted", *sorted(heavy), flush=True)
        super().open()
    def close(self):
        print("settled", gc.isenabled(), "desktop.help.page" in sys.modules, flush=True)
        super().close()
app.App = Watched
from desktop import start
shown = start._settle
def settle(seen):
    shown(seen)
    QTimer.singleShot(2000, seen.window.close)
start._settle = settle
sys.exit(start.run(__import__("pathlib").Path(sys.argv[1])))
"""


@pytest.mark.parametrize("good", [True, False])
def test_the_window_comes_first_and_what_can_wait_comes_last(tmp_path: Path, good: bool) -> None:
    if not good:
        (tmp_path / "data.db").write_bytes(b"hello, I am a letter")
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, str(tmp_path / "data.db")],
        capture_output=True,
        text=True,
        timeout=60,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.stdout.splitlines() == ["painted", "settled True True"], done.stderr
    assert done.returncode == 0
    assert gc.isenabled()
