"""How long the app takes to its first painted window, and to Home with the sample's data.

Run `python3 -m tests.benchmarks.start`. Each figure is from starting the interpreter to the
paint, the median of several starts; the floor is an empty PySide6 window in the same run. Home
counts when its whole frame was painted. The stall is the longest time in which the window, once
painted, could not answer. Goals: the window within 1.6 times, Home within 4 times the floor, no
stall over 50 ms.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 11
LIMIT_S = 60
"""A child that takes longer is ended, and the benchmark fails."""

EMPTY = """
import os, time
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        print(time.monotonic(), flush=True)
        os._exit(0)
app = QApplication([])
window = Window()
window.resize(1366, 696)
window.show()
app.exec()
"""
WINDOW = """
import os, sys, time
from desktop import app
class Timed(app.App):
    def open(self):
        print(time.monotonic(), flush=True)
        os._exit(0)
app.App = Timed
from desktop.cli import main
main(["--data", sys.argv[1]])
"""
HOME = """
import os, sys, time
from desktop import app
def painted():
    print(time.monotonic(), flush=True)
    os._exit(0)
class Timed(app.App):
    def _on_opened(self, opened):
        from PySide6.QtCore import QTimer
        from desktop.home.page import HomePage
        HomePage.paintEvent = lambda page, event: QTimer.singleShot(0, painted)
        super()._on_opened(opened)
app.App = Timed
from desktop.cli import main
main(["--data", sys.argv[1]])
"""
STALL = """
import os, sys, time
from PySide6.QtCore import QTimer
from desktop import app
class Timed(app.App):
    longest = 0.0
    def open(self):
        super().open()
        self.last = time.monotonic()
        self.timer = QTimer(self, interval=0)
        self.timer.timeout.connect(self.beat)
        self.timer.start()
        QTimer.singleShot(2500, self.end)
    def beat(self):
        now = time.monotonic()
        self.longest, self.last = max(self.longest, now - self.last), now
        time.sleep(0.001)
    def end(self):
        print(self.longest, flush=True)
        os._exit(0)
app.App = Timed
from desktop.cli import main
main(["--data", sys.argv[1]])
"""


def figure_from(code: str, *arguments: str) -> float:
    """Run a child and return the number it prints.

    Raises SystemExit with its error output when it fails or takes too long.
    """
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    try:
        done = subprocess.run(
            [sys.executable, "-c", code, *arguments],
            capture_output=True,
            text=True,
            timeout=LIMIT_S,
            env=environment,
        )
    except subprocess.TimeoutExpired as late:
        said = (late.stderr or b"").decode(errors="replace")
        raise SystemExit(f"Nothing was painted in {LIMIT_S} seconds.\n{said}") from None
    try:
        return float(done.stdout)
    except ValueError:
        raise SystemExit(f"Nothing was painted (exit {done.returncode}).\n{done.stderr}") from None


def seconds_to_paint(code: str, *arguments: str) -> float:
    """Return the seconds from starting an interpreter to its paint."""
    started = time.monotonic()
    return figure_from(code, *arguments) - started


def main() -> None:
    """Print the three figures side by side, and the longest stall."""
    from desktop.sample.build import build_file

    found: dict[str, list[float]] = {"empty": [], "window": [], "home": []}
    with tempfile.TemporaryDirectory() as folder:
        data_file = str(Path(folder) / "sample.db")
        build_file(Path(data_file))
        for code in (EMPTY, HOME):  # the first start writes bytecode and plans two sessions
            seconds_to_paint(code, data_file)
        for _ in range(RUNS):
            found["empty"].append(seconds_to_paint(EMPTY))
            found["window"].append(seconds_to_paint(WINDOW, data_file))
            found["home"].append(seconds_to_paint(HOME, data_file))
        stall = statistics.median(figure_from(STALL, data_file) for _ in range(3))
    floor = statistics.median(found["empty"])
    for name, values in found.items():
        middle = statistics.median(values)
        print(f"{name:8} {middle * 1000:6.0f} ms  {middle / floor:4.2f} x the empty window")
    print(f"{'stall':8} {stall * 1000:6.0f} ms")


if __name__ == "__main__":
    main()
