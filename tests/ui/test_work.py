import threading

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.errors import UserError
from desktop.progress import Progress
from desktop.ui import workers
from desktop.ui.work import Work


def test_only_the_latest_work_comes_home(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    work, found = Work(parent, "Nothing is changed."), list[str]()
    go_on = threading.Event()

    def slow(_progress: Progress) -> str:
        go_on.wait(5)
        return "old"

    work.run("Reading", slow, found.append)
    work.run("Reading", lambda _: "new", found.append)
    go_on.set()
    qtbot.waitUntil(lambda: not work.runs)
    workers.stop_all()
    qtbot.waitUntil(lambda: found == ["new"])


def test_stop_and_failure_are_told_apart(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    work = Work(parent, "Nothing is changed.")
    ended: list[str] = []
    work.stopped.connect(lambda: ended.append("stopped"))
    work.failed.connect(ended.append)
    begun, go_on = threading.Event(), threading.Event()

    def stoppable(progress: Progress) -> None:
        begun.set()
        go_on.wait(5)
        progress.step(1, 2)

    def failing(_progress: Progress) -> None:
        raise UserError("The list is gone.")

    work.run("Reading", stoppable, lambda _: ended.append("done"))
    begun.wait(5)
    work.busy.stopped.emit()
    go_on.set()
    qtbot.waitUntil(lambda: ended == ["stopped"])
    work.run("Reading", failing, lambda _: ended.append("done"))
    qtbot.waitUntil(lambda: ended == ["stopped", "The list is gone."])
    assert not work.runs
