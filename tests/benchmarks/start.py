"""How long the app takes to its first painted window, and to Home with the sample's data.

Run `python3 -m tests.benchmarks.start`. Each figure is from starting the interpreter to the
first paint, the median of nine starts; the floor is an empty PySide6 window in the same run.
Goals: the window within 1.6 times, Home within 4 times the floor.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 9

EMPTY = """
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        print("painted", flush=True)
app = QApplication([])
window = Window()
window.resize(1366, 696)
window.show()
app.exec()
"""
APP = """
import sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from desktop import app as pledge_tree

class Watch(QObject):
    painted = False
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and not self.painted:
            self.painted = True
            print("painted", flush=True)
        return False

application = QApplication([])
watch = Watch()
application.installEventFilter(watch)
if sys.argv[2] == "home":
    watch.painted = True
    original = pledge_tree.App._on_opened
    def opened(self, found):
        original(self, found)
        watch.painted = False
        self.window.update()
    pledge_tree.App._on_opened = opened
sys.exit(pledge_tree.run(Path(sys.argv[1])))
"""


def seconds_to_paint(code: str, *arguments: str) -> float:
    """Return the seconds from starting an interpreter to the line it prints."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    started = time.perf_counter()
    child = subprocess.Popen(
        [sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE, env=environment
    )
    assert child.stdout is not None
    line = child.stdout.readline()
    taken = time.perf_counter() - started
    child.kill()
    child.wait()
    child.stdout.close()
    assert line.strip() == b"painted", "the window was not painted"
    return taken


def main() -> None:
    """Print the three figures side by side."""
    from desktop.sample.build import build_file

    with tempfile.TemporaryDirectory() as folder:
        data_file = Path(folder) / "sample.db"
        build_file(data_file)
        for code, *arguments in ((EMPTY,), (APP, str(data_file), "home")):
            seconds_to_paint(code, *arguments)
        found: dict[str, list[float]] = {"empty": [], "window": [], "home": []}
        for _ in range(RUNS):
            found["empty"].append(seconds_to_paint(EMPTY))
            found["window"].append(seconds_to_paint(APP, str(data_file), "window"))
            found["home"].append(seconds_to_paint(APP, str(data_file), "home"))
    floor = statistics.median(found["empty"])
    for name, values in found.items():
        middle = statistics.median(values)
        print(f"{name:8} {middle * 1000:6.0f} ms  {middle / floor:4.2f} x the empty window")


if __name__ == "__main__":
    main()
