"""Makes the pictures of the README and the guide: `python3 -m tests.screens`.

Opens the real window on the sample programme at a fixed time, does some of a session's work, and
saves a picture of each page in `resources/guide/screens/`.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import shiboken6
from PySide6.QtCore import QElapsedTimer, QEventLoop
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.app import App
from desktop.attendance.actions import check_in, register
from desktop.desk import Desk
from desktop.feedback.actions import form_of
from desktop.feedback.box import open_box
from desktop.feedback.model import Answers, Form
from desktop.home.picture import TreePicture
from desktop.incoming.dialog import ListDialog
from desktop.paths import resources
from desktop.pledges.actions import make_pledge
from desktop.pledges.model import Pledge, Show
from desktop.preferences import Preferences, write_preferences
from desktop.programmes.model import Programme
from desktop.sample.build import build_file
from desktop.sample.texts import pledge_texts
from desktop.sessions.actions import sessions
from desktop.sessions.model import Session
from desktop.tree.page.tree import TreePage
from desktop.ui.theme import apply_theme
from desktop.workspace.print_page import PrintPage

NOW = datetime.fromisoformat("2026-10-08T14:03:00+01:00")
SIZE = (1366, 696)
CAME, ANSWERED, PLEDGED = 22, 15, 18
PATIENCE_MS = 20_000
MORE = (
    ("sessions", "sessions", ""),
    ("plan", "plan", "2026-10-22"),
    ("settings", "settings", ""),
    ("help", "help", ""),
)


def wait(holds: Callable[[], bool]) -> None:
    """Let the app work until something holds."""
    clock = QElapsedTimer()
    clock.start()
    while not holds():
        assert clock.elapsed() < PATIENCE_MS, "the app did not get there"
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
    QApplication.processEvents()


def linger(milliseconds: int) -> None:
    """Let the app and its workers go on for a while."""
    clock = QElapsedTimer()
    clock.start()
    wait(lambda: clock.elapsed() >= milliseconds)


def today(desk: Desk) -> Session:
    """Return the session of the day."""
    with desk.store.read() as db:
        return sessions(db, first=NOW.date(), last=NOW.date())[0]


def work(desk: Desk, session: Session) -> None:
    """Do most of a session's work: people come, pledge and answer."""
    with desk.store.change("Check in") as change:
        lines = register(change, session.id)
        for number, line in enumerate(lines[:CAME]):
            check_in(change, line.attendance, NOW - timedelta(minutes=CAME - number))
        shows = [Show.FIRST_NAME, Show.FIRST_NAME, Show.NO_NAME, Show.FIRST_NAME, Show.NOT_ON_TREE]
        for number, text in enumerate(pledge_texts()[200 : 200 + PLEDGED]):
            pledge = Pledge(
                session=session.id,
                text=text.words,
                show=shows[number % len(shows)],
                person=lines[number].person.id,
                language=text.language,
                made=NOW.date(),
            )
            make_pledge(change, pledge)


def answer(desk: Desk, session: Session) -> None:
    """Put some forms into the open box."""
    with desk.store.read() as db:
        form = form_of(db, db.need(Programme, session.programme))
    box = desk.boxes.setdefault(session.id, open_box(desk.data_file, session.id, form))
    for number in range(ANSWERED):
        box.add(Answers(given=_given(form, number)))


def _given(form: Form, number: int) -> dict[str, tuple[str, ...]]:
    best = {"rating": (0, 0, 0, 1, 0), "impact": (0, 1, 0, 0, 2), "recommend": (0, 0, 0, 2, 0)}
    given: dict[str, tuple[str, ...]] = {}
    for question in form.questions:
        keys = [choice.key for choice in question.choices]
        if question.key in best:
            given[question.key] = (keys[best[question.key][number % 5]],)
        elif keys:
            given[question.key] = tuple(key for i, key in enumerate(keys) if (number + i) % 3)
    return given


def pictures(app: App, folder: Path, *, more: bool) -> None:
    """Save a picture of each page that the guide shows, and of `more` pages."""
    assert app.desk is not None
    session = today(app.desk)
    work(app.desk, session)
    answer(app.desk, session)
    QTest.qWait(300)
    for name, where, argument in (
        ("home", "home", ""),
        ("register", "session", session.id),
        ("pledges", "session", f"{session.id}/pledges"),
        ("feedback", "session", f"{session.id}/feedback"),
        ("print", "session", f"{session.id}/print"),
        ("tree", "tree", ""),
        *MORE[: len(MORE) if more else 0],
    ):
        app.want(where, argument)
        _settle(app)
        app.window.grab().save(str(folder / f"{name}.png"))
    _picture_list(app, app.desk, session, folder)
    _picture_projector(app, session, folder)


def _picture_list(app: App, desk: Desk, session: Session, folder: Path) -> None:
    """Save a picture of a list that is about to come in."""
    with desk.store.read() as db:
        there = register(db, session.id)[0].person
    path = desk.data_file.with_name("north hall.csv")
    rows = (
        "Sign-in sheet of the north hall",
        "Surname,First name,Job title,Team,Line manager,Present?",
        f"{there.surname},{there.given},Senior carer,,M Lennie,Yes",
        "Ó Súilleabháin,Tadhg,Coordinator,Reablement South,M Lennie,Yes",
        "O’Neil,Małgorzata,Home carer,Reablement South,M Lennie,No",
        "van der Berg,Anneke,Driver,,M Lennie,Apologies",
        ",,Cook,,M Lennie,Yes",
        "Puw,Marged,Call handler,,M Lennie,perhaps",
    )
    path.write_text("\n".join(rows), "utf-8")
    dialog = ListDialog(app.window, desk, app.tell, "register", session.id)
    dialog.show()
    dialog.take_file(path)
    wait(lambda: dialog.keep_button.isEnabled())
    dialog.resize(1040, 728)
    linger(300)
    dialog.grab().save(str(folder / "list.png"))
    dialog.reject()


def _picture_projector(app: App, session: Session, folder: Path) -> None:
    """Save a picture of the tree that the room sees."""
    app.want("projector", session.id)
    assert app.projection is not None
    projector = app.projection.projector
    assert projector is not None
    projector.showNormal()
    projector.resize(1366, 768)
    linger(500)
    wait(lambda: projector.stage.step is not None and projector.director.at_rest)
    projector.grab().save(str(folder / "projector.png"))


def _settle(app: App) -> None:
    QTest.qWait(300)
    for page in app.window.findChildren(QWidget):
        if not page.isVisible():
            continue
        if isinstance(page, PrintPage | TreePage):
            wait(page.is_settled)
            if isinstance(page, TreePage):
                wait(lambda page=page: not page.work.is_comparing())  # type: ignore[misc]
            linger(2_000)
        if isinstance(page, TreePicture):
            wait(lambda page=page: page.director is not None and page.director.at_rest)  # type: ignore[misc]
            linger(400)


def main() -> int:
    """Make the pictures; `--theme`, `--size`, `--more yes` and `--out DIR` make others."""
    arguments = dict(zip(sys.argv[1::2], sys.argv[2::2], strict=True))
    folder = Path(arguments.get("--out", str(resources("guide", "screens"))))
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv[:1])
    apply_theme(application, arguments.get("--theme", "light"))
    with tempfile.TemporaryDirectory() as place:
        data_file = Path(place) / "pledge-tree.db"
        build_file(data_file, lambda: NOW - timedelta(minutes=1))
        write_preferences(data_file, Preferences(author="Siân Prosser", laptop="Laptop 3"))
        app = App(data_file, lambda: NOW)
        width, height = arguments.get("--size", "x".join(map(str, SIZE))).split("x")
        app.window.resize(int(width), int(height))
        app.window.show()
        app.open()
        wait(lambda: app.desk is not None and "home" in app.pages)
        pictures(app, folder, more="--more" in arguments)
        app.close()
        shiboken6.delete(app.window)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
