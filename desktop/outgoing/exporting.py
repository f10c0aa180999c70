"""Making the lists of what is on file, and saving them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from desktop.attendance.actions import register
from desktop.attendance.exporting import register_table
from desktop.attendance.turnouts import turnouts
from desktop.errors import UserError
from desktop.language import tr
from desktop.outgoing.wish import What, Wish
from desktop.people.exporting import everyone, people_table
from desktop.people.model import Person
from desktop.pledges.actions import pledges
from desktop.pledges.exporting import pledges_table
from desktop.programmes.actions import programmes
from desktop.programmes.model import Programme
from desktop.progress import Progress
from desktop.reports.exporting import feedback_of_programme, feedback_of_session
from desktop.sessions.actions import sessions
from desktop.sessions.exporting import sessions_table
from desktop.sessions.model import Counting, Session
from desktop.store.reader import Db
from desktop.store.store import Store
from desktop.tables.writing import Table, write_csv_files, write_xlsx


def save_list(
    store: Store, wish: Wish, path: Path, *, excel: bool, progress: Progress | None = None
) -> tuple[Path, ...]:
    """Save a list for Excel or as CSV, whole or not at all, and return the files it takes.

    Raises UserError when there is nothing to list, or when the file can't be written; Cancelled
    when it was stopped.
    """
    with store.read() as db:
        tables = tables_of(db, wish)
        if excel:
            write_xlsx(path, tables, progress)
            return (path,)
        files = csv_files(path, tables)
        write_csv_files(files, progress)
        return tuple(files)


def csv_files(path: Path, tables: Sequence[Table]) -> dict[Path, Table]:
    """Return which CSV files the tables go into: those with the same columns into one."""
    files: dict[Path, Table] = {}
    for table in tables:
        place = path if table.headings == tables[0].headings else beside(path)
        whole = files.get(place)
        files[place] = _joined(whole, table) if whole else table
    return files


def beside(path: Path) -> Path:
    """Return where the comments on a session go, which have a CSV file of their own."""
    return path.with_name(f"{path.stem} – {tr('comments')}{path.suffix}")


def _joined(first: Table, second: Table) -> Table:
    rows = chain(first.rows, second.rows)
    return replace(first, rows=rows, total=first.total + second.total)


def tables_of(db: Db, wish: Wish) -> tuple[Table, ...]:
    """Return the list that is wanted, as one table or several.

    Raises UserError when there is nothing to list, or when its session or programme is gone.
    """
    return _MAKERS[wish.what](db, wish)


def _people(db: Db, wish: Wish) -> tuple[Table, ...]:
    total = db.count(Person)
    if not total:
        raise UserError(tr("Nobody is on file yet."))
    return (people_table(everyone(db), total),)


def _register(db: Db, wish: Wish) -> tuple[Table, ...]:
    session = db.need(Session, wish.session)
    lines = register(db, session.id)
    if not lines and session.counting is Counting.HEAD_COUNT:
        raise UserError(tr("This session counts people without names, so it has no register."))
    if not lines:
        raise UserError(tr("Nobody is on the register of this session yet."))
    return (register_table(lines, session.title),)


def _pledges(db: Db, wish: Wish) -> tuple[Table, ...]:
    wanted = [db.need(Session, wish.session)] if wish.session else _sessions_of(db, wish)
    about = {session.id: session for session in wanted}
    made = pledges(db, list(about))[::-1]  # the first typed first, as their slips lie
    if not made:
        raise UserError(tr("There are no pledges here yet."))
    made.sort(key=lambda one: one.pledge.made)
    return (pledges_table(made, about, tr("Pledges")),)


def _feedback(db: Db, wish: Wish) -> tuple[Table, ...]:
    if wish.session:
        return feedback_of_session(db, wish.session)
    wanted = [db.need(Programme, wish.programme)] if wish.programme else programmes(db)
    if not wanted:
        raise UserError(tr("There is no programme yet, so there is no feedback to list."))
    return tuple(feedback_of_programme(db, programme) for programme in wanted)


def _sessions(db: Db, wish: Wish) -> tuple[Table, ...]:
    found = _sessions_of(db, wish)
    if not found:
        raise UserError(tr("There are no sessions yet."))
    names = {programme.id: programme.name for programme in programmes(db)}
    return (sessions_table(found, names, turnouts(db, [session.id for session in found])),)


def _sessions_of(db: Db, wish: Wish) -> list[Session]:
    if wish.programme:
        db.need(Programme, wish.programme)
    return sessions(db, programme=wish.programme)


_MAKERS: Mapping[What, Callable[[Db, Wish], tuple[Table, ...]]] = {
    What.PEOPLE: _people,
    What.REGISTER: _register,
    What.PLEDGES: _pledges,
    What.FEEDBACK: _feedback,
    What.SESSIONS: _sessions,
}
