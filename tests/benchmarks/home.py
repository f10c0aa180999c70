"""How long Home takes to read its figures and paint, with 250,000 attendances and with 1,000.

Run `python3 -m tests.benchmarks.home`. Each file is open in the whole app; Home is told that
something changed and the clock stops when its frame was painted. Both are taken in turn. A
programme has 1,000 lines and 240 pledges in each, so its tree is as large; the large file has 250
of them. Opening a file is not part of it: checking it takes the longer the larger it is. Goal: with
250,000 within 1.2 times of the time with 1,000.
"""

import os
import statistics
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from desktop.app import App
from desktop.ui.theme import apply_theme
from tests.benchmarks.check_in import wait_until
from tests.benchmarks.large import make_file

FEW, MANY = 1_000, 250_000
PEOPLE_OF = 25
"""One person for so many attendances."""
TURNS = 101
GOAL = 1.2


def opened(path: Path) -> App:
    """Return the app with a file open on Home, its picture drawn."""
    app = App(path)
    app.window.show()
    app.open()
    wait_until(lambda: app.window.shown_page() == "home")
    end = time.monotonic() + 2
    wait_until(lambda: time.monotonic() > end)
    return app


def seconds(app: App) -> tuple[float, float]:
    """Return the seconds in which Home reads and paints anew, by clock and by processor."""
    page = app.pages["home"]
    clock, processor = time.perf_counter(), time.thread_time()
    page.refresh()
    page.repaint()
    taken = time.perf_counter() - clock, time.thread_time() - processor
    QApplication.processEvents()
    return taken


def main() -> int:
    """Measure, print the figures, and return 0 where the goal is met."""
    application = QApplication([])
    apply_theme(application, "light")
    with tempfile.TemporaryDirectory() as name:
        apps = []
        for lines in (FEW, MANY):
            path = Path(name, f"{lines}.db")
            make_file(path, lines // PEOPLE_OF, lines, date.today())
            apps.append(opened(path))
        taken: list[list[tuple[float, float]]] = [[], []]
        for _ in range(TURNS):
            for app, found in zip(apps, taken, strict=True):
                found.append(seconds(app))
        for app in apps:
            app.window.close()
            app.close()
    (few, few_cpu), (many, many_cpu) = (
        [statistics.median(values) * 1e3 for values in zip(*found, strict=True)] for found in taken
    )
    print(f"Home with {FEW:,} attendances: median {few:.1f} ms ({few_cpu:.1f} by the processor)")
    print(f"with {MANY:,}: {many:.1f} ms ({many_cpu:.1f}), {many / few:.2f} times")
    met = many < GOAL * few
    print(f"goal: within {GOAL} times: {'met' if met else 'missed'}")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
