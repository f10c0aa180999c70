"""Finishing a session: what that does, and where its papers go."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from desktop.attendance.actions import mark_absent
from desktop.desk import Desk
from desktop.errors import UserError
from desktop.feedback.box import close_box
from desktop.language import count, tr
from desktop.paths import documents_folder
from desktop.progress import Progress
from desktop.sessions.actions import finish, sessions
from desktop.sessions.model import Session
from desktop.store.reader import Db
from desktop.store.store import Store
from desktop.ui.dates import short_date
from desktop.workspace.facts import Facts
from desktop.workspace.papers import save_papers
from desktop.workspace.saving import safe
from desktop.workspace.scope import Options


def finish_session(desk: Desk, session_id: str, *, absent: bool) -> str:
    """Close the feedback for good, mark the session as finished, and the rest as absent if wished.

    Returns the id of the one change that this is, empty where it was finished before. The feedback
    comes first: should anything fail, the session is not finished and can be once more. Raises
    UserError when the session is gone or nothing can be written.
    """
    with desk.store.read() as db:
        db.need(Session, session_id)
    box = desk.box(session_id)
    if box is not None:
        close_box(desk.store, box)
        desk.boxes.pop(session_id, None)
    with desk.store.change(tr("Finish session")) as change:
        session = change.need(Session, session_id)
        if session.finished is None:
            finish(change, session, desk.now())
        if absent:
            mark_absent(change, session_id)
    return change.id if change.touched else ""


def save_all_papers(
    store: Store, session_id: str, folder: Path, options: Options, progress: Progress
) -> list[Path]:
    """Save the papers of a finished session; to be run by a worker.

    They start with full sheets: what is part used lies in a printer, not in a folder. Raises
    UserError when the folder can't be written, Cancelled when it was stopped; none is there then.
    """
    with store.read() as db:
        whole = replace(options, start=1)
        return save_papers(db, None, session_id, folder, whole, progress)


def papers_folder(desk: Desk) -> Path:
    """Return the folder that holds the folders of finished sessions."""
    chosen = desk.preferences.papers_folder
    return Path(chosen) if chosen else documents_folder()


def prefer_folder(desk: Desk, base: Path) -> None:
    """Keep the folder that holds the folders of finished sessions.

    Raises UserError when the choice can't be kept.
    """
    desk.prefer(replace(desk.preferences, papers_folder=str(base)))


def folder_name(db: Db, session: Session) -> str:
    """Return the name of a session's own folder: `2026-10-08 Good conversations at home`.

    Sessions of a day with the same title have the time in it as well, lest one's papers take the
    place of the other's.
    """
    name = safe(f"{session.date.isoformat()} {session.title}")
    same = [
        other
        for other in sessions(db, first=session.date, last=session.date)
        if other.id != session.id and safe(other.title).lower() == safe(session.title).lower()
    ]
    if same:
        name += f" {session.start:%H%M}"
    if any(other.start == session.start for other in same):
        name += f" {session.id[-4:]}"
    return name


def remember_saved(desk: Desk, session_id: str, folder: Path) -> None:
    """Remember on this laptop where a session's papers were saved."""
    desk.store.keep_draft(_saved_key(session_id), str(folder))


def saved_folder(desk: Desk, session_id: str) -> Path | None:
    """Return where a session's papers were saved from this laptop, None where they were not."""
    found = desk.store.draft(_saved_key(session_id))
    return Path(found) if found else None


def _saved_key(session_id: str) -> str:
    return f"papers of {session_id}"


def shown_folder(folder: Path) -> str:
    """Return a folder as a reader finds it: from the user's own folder on."""
    try:
        return str(folder.relative_to(Path.home()))
    except ValueError:
        return str(folder)


def steps(facts: Facts, options: Options) -> Sequence[str]:
    """Return in words what finishing will do, one by one."""
    cards = facts.plan(options).count
    parts = [
        count("{n} pledge card", "{n} pledge cards", cards) if cards else "",
        count("{n} leaf", "{n} leaves", facts.shown) if facts.shown else "",
        tr("Summary"),
        tr("Register") if facts.has_register else "",
        _closing(facts),
    ]
    return [part for part in parts if part]


def _closing(facts: Facts) -> str:
    if not facts.has_box:
        return ""
    if not facts.in_box:
        return tr("Closes the feedback box")
    forms = count("{n} form", "{n} forms", facts.in_box)
    return tr("Closes the feedback box, {forms}").format(forms=forms)


def finished_words(desk: Desk, session: Session) -> str:
    """Return `Finished 16:40`, with the day where that was another one."""
    if session.finished is None:
        return ""
    # The clock of the day it happened on, wherever this laptop is now.
    when = f"{session.finished:%H:%M}"
    if session.finished.date() == desk.today():
        return tr("Finished {time}").format(time=when)
    day = short_date(session.finished.date())
    return tr("Finished {day}, {time}").format(day=day, time=when)


def open_in_file_manager(folder: Path) -> None:
    """Show a folder in the system's own file manager.

    Raises UserError when it is not there or can't be shown.
    """
    if not folder.is_dir():
        words = tr("{folder} is not there. Plug the stick in, or save the papers again.")
        raise UserError(words.format(folder=folder))
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
        words = tr("The folder could not be opened. You will find it at {folder}.")
        raise UserError(words.format(folder=folder))
