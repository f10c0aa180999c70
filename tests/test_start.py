import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.kinds import open_store

WATCHED = """
import gc, sys
from PySide6.QtCore import QTimer
from desktop import app
LATE = ("desktop.help.page", "sqlalchemy")
class Watched(app.App):
    def open(self):
        heavy = {"sqlalchemy", "desktop.opening", "desktop.ui.buttons"} & set(sys.modules)
        print("painted", *sorted(heavy), flush=True)
        super().open()
    def _begin(self):
        super()._begin()
        print("home", *{"sqlalchemy", "asyncio", "desktop.store.tables"} & set(sys.modules))
    def close(self):
        few = len(gc.get_objects()) < 20_000  # are looked through for garbage
        print("settled", gc.isenabled(), *[m in sys.modules for m in LATE], few, flush=True)
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


KEPT, LETTER = ["painted", "home"], ["painted"]


@pytest.mark.parametrize("shown", [KEPT, LETTER])
def test_the_window_comes_first_and_what_can_wait_comes_last(
    tmp_path: Path, shown: list[str]
) -> None:
    """Home comes without SQLAlchemy, which is there when the first page is chosen."""
    if shown == KEPT:
        open_store(tmp_path / "data.db").close()
    else:
        (tmp_path / "data.db").write_bytes(b"hello, I am a letter")
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, str(tmp_path / "data.db")],
        capture_output=True,
        text=True,
        timeout=60,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.stdout.splitlines() == [*shown, "settled True True True True"], done.stderr
    assert done.returncode == 0
    assert gc.isenabled()
