"""How long a check-in takes from the key press until it is committed and painted.

Run `python3 -m tests.benchmarks.check_in`. The whole app is open on a register of 1,000 people; a
search is typed, Enter pressed, and the clock stops when the list and the counters were painted
with the person here. The floor is one bare commit of one row with the same settings, taken in
turn with the check-ins. Goal: median under 16 ms.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.app import App
from desktop.attendance.actions import expect
from desktop.attendance.page import RegisterPage
from desktop.kinds import open_store
from desktop.people.model import Person
from desktop.sessions.model import Session
from desktop.store.engine import make_engine
from desktop.ui.theme import apply_theme
from desktop.workspace.page import WorkspacePage

PEOPLE = 1_000
TURNS = 101
GOAL_MS = 16.0


class Painted(QObject):
    """Counts the paints of one widget."""

    def __init__(self, watched: QObject) -> None:
        super().__init__()
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


class Floor:
    """Commits one row at a time, with the settings of the data file."""

    def __init__(self, path: Path) -> None:
        self.connection = make_engine(path).raw_connection()
        self.cursor = self.connection.cursor()
        self.cursor.execute("CREATE TABLE line (id INTEGER PRIMARY KEY, text TEXT)")

    def commit(self) -> float:
        """Return the seconds of one commit."""
        start = time.perf_counter()
        self.cursor.execute("BEGIN IMMEDIATE")
        self.cursor.execute("INSERT INTO line (text) VALUES ('here')")
        self.cursor.execute("COMMIT")
        return time.perf_counter() - start


def make_data(path: Path) -> str:
    """Make a data file with one session and a long register; return the session's id."""
    store = open_store(path, "Siân Prosser")
    session = Session(title="Good conversations at home", date=date.today())
    people = [
        Person(
            given=f"Given{n % 83}",
            surname=f"Surname{n}",
            job_role=f"Role {n % 7}",
            team=f"Team {n % 20}",
        )
        for n in range(PEOPLE)
    ]
    with store.change("Plan") as change:
        change.save(session)
        expect(change, session.id, change.save_all(people))
    store.close()
    return session.id


def wait_until(happened: Callable[[], bool]) -> None:
    """Let the app work until something happened.

    Raises TimeoutError after ten seconds.
    """
    end = time.monotonic() + 10
    while not happened():
        if time.monotonic() > end:
            raise TimeoutError("the app did not answer within ten seconds")
        QApplication.processEvents()


def check_in(application: QApplication, page: RegisterPage, painted: Painted, name: str) -> float:
    """Type a name, press Enter, and return the seconds until the list was painted again."""
    search = page.board.search.edit
    QTest.keyClicks(search, name)
    application.processEvents()
    here = page._door.roll.counts().here
    before = painted.count
    start = time.perf_counter()
    QTest.keyClick(search, Qt.Key.Key_Return)
    application.processEvents()
    wait_until(lambda: painted.count > before)
    taken = time.perf_counter() - start
    assert page._door.roll.counts().here == here + 1, "nobody was checked in"
    return taken


def main() -> int:
    """Measure, print the figures, and return 0 where the goal is met."""
    application = QApplication([])
    apply_theme(application, "light")
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder, "pledge-tree.db")
        session = make_data(data)
        app = App(data)
        app.window.show()
        app.open()
        wait_until(lambda: app.window.shown_page() == "home")
        app.want("session", session)
        workspace = app.pages["workspace"]
        assert isinstance(workspace, WorkspacePage)
        page = workspace.page("register")
        assert isinstance(page, RegisterPage)
        QTest.qWait(500)
        painted, floor = Painted(page.board.list.view.viewport()), Floor(Path(folder, "floor.db"))
        ours, floors = [], []
        for turn in range(TURNS):
            floors.append(floor.commit())
            ours.append(check_in(application, page, painted, f"surname{turn * 9}"))
        app.window.close()
        app.close()
    mine, least = statistics.median(ours) * 1e3, statistics.median(floors) * 1e3
    worst = sorted(ours)[int(len(ours) * 0.95)] * 1e3
    print(f"check-in with {PEOPLE:,} people: median {mine:.1f} ms, 95% under {worst:.1f} ms")
    print(f"floor, one bare commit: median {least:.2f} ms ({mine / least:.1f} times)")
    print(f"goal: under {GOAL_MS:.0f} ms: {'met' if mine < GOAL_MS else 'missed'}")
    return 0 if mine < GOAL_MS else 1


if __name__ == "__main__":
    sys.exit(main())
