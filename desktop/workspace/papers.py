"""Which papers there are, what they are called, and making them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop.feedback.box import OpenBox
from desktop.language import tr
from desktop.programmes.model import Programme
from desktop.progress import Progress
from desktop.sessions.model import Session
from desktop.store.reader import Db
from desktop.workspace.making import MAKERS, Source
from desktop.workspace.saving import file_name, make_folder, write_paper
from desktop.workspace.scope import NothingToPrintError, OfProgramme, OfSession, Options, Scope

__all__ = [
    "OF_A_SESSION",
    "PAPERS",
    "NothingToPrintError",
    "OfProgramme",
    "OfSession",
    "Options",
    "Paper",
    "Scope",
    "make_paper",
    "paper_file_name",
    "save_papers",
]


@dataclass(frozen=True)
class Paper:
    """One kind of paper; `blank` ones can be printed without a session."""

    key: str
    title: str
    blank: bool = False


PAPERS: Mapping[str, Paper] = {
    paper.key: paper
    for paper in (
        Paper("cards", tr("Pledge cards")),
        Paper("leaves", tr("Leaves to cut out")),
        Paper("summary", tr("Summary")),
        Paper("register", tr("Register")),
        Paper("slips", tr("Pledge slips"), blank=True),
        Paper("forms", tr("Feedback forms"), blank=True),
    )
}
OF_A_SESSION = ("cards", "leaves", "summary", "register")
"""The papers that are saved when a session is finished."""


def make_paper(
    db: Db,
    box: OpenBox | None,
    key: str,
    scope: Scope,
    options: Options | None = None,
    progress: Progress | None = None,
) -> bytes:
    """Return one of the papers as a PDF; `box` is the session's feedback still being collected.

    Raises NothingToPrintError (a UserError) when there is nothing for it, UserError when the
    session or programme is gone or the paper does not go with the scope, Cancelled when
    `progress` was stopped.
    """
    return MAKERS[key](Source(db, box, scope, options or Options(), progress))


def paper_file_name(db: Db, key: str, scope: Scope) -> str:
    """Return a good file name for a paper, without its folder.

    Raises UserError when the session or programme is gone.
    """
    what = PAPERS[key].title.lower()
    if isinstance(scope, OfSession):
        session = db.need(Session, scope.session)
        return file_name(session.date.isoformat(), session.title, what)
    if isinstance(scope, OfProgramme):
        days = [day.isoformat() for day in (scope.first, scope.last) if day]
        name = db.need(Programme, scope.programme).name
        return file_name(" – ".join(dict.fromkeys(days)), name, what)
    return file_name("", "", what)


def save_papers(
    db: Db,
    box: OpenBox | None,
    session: str,
    folder: Path,
    options: Options | None = None,
    progress: Progress | None = None,
) -> list[Path]:
    """Write the papers of a finished session into a folder, and return where they are.

    A paper that has nothing to show is left out; the folder is made where it is not there. All
    papers are made before the first is written. Raises UserError when the folder can't be
    written or the disk is full, Cancelled when `progress` was stopped.
    """
    scope = OfSession(session)
    made: dict[Path, bytes] = {}
    for key in (progress or Progress()).over(OF_A_SESSION, len(OF_A_SESSION)):
        try:
            pdf = make_paper(db, box, key, scope, options)
        except NothingToPrintError:
            continue
        made[folder / paper_file_name(db, key, scope)] = pdf
    make_folder(folder)
    for path, pdf in made.items():
        write_paper(path, pdf)
    return list(made)
