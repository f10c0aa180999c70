"""The demonstration: a data file, its papers, and where they are."""

from pathlib import Path

from desktop.errors import UserError
from desktop.kinds import open_store
from desktop.language import tr
from desktop.programmes.model import Programme
from desktop.sample.build import build_file
from desktop.sample.calendar import FIRST_MONTH, LAST_DAY
from desktop.sample.programme import PROGRAMME, is_sample
from desktop.sessions.actions import sessions
from desktop.store.reader import Db
from desktop.tree.making import arrange, gather
from desktop.tree.model import Form, Tree
from desktop.tree.paper.poster import poster
from desktop.tree.sheets import FLOOR_PT
from desktop.workspace.papers import OfProgramme, OfSession, Scope, make_paper, paper_file_name
from desktop.workspace.saving import file_name, write_paper

NAME = "pledge-tree.db"


def make(folder: Path) -> tuple[Path, list[Path]]:
    """Build the sample in a folder and print its papers there; returns where they all are.

    A sample that is there already is kept as it is, with what was done in it. Raises UserError
    when the folder can't be written or holds another data file of that name.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(
            tr("The folder {folder} can’t be made. Name another one with --out.").format(
                folder=folder
            )
        ) from error
    data_file = folder / NAME
    if not data_file.exists():
        build_file(data_file)
    return data_file, _print(data_file, folder)


def _print(data_file: Path, folder: Path) -> list[Path]:
    store = open_store(data_file)
    try:
        with store.read() as db:
            if not is_sample(db):
                raise UserError(
                    tr("{path} is not the sample. Name another folder with --out.").format(
                        path=data_file
                    )
                )
            made = {
                _path(db, folder, key, of): make_paper(db, None, key, of) for key, of in _wanted(db)
            }
            made[folder / file_name("", db.need(Programme, PROGRAMME).name, tr("tree"))] = _tree(db)
    finally:
        store.close()
    for path, pdf in made.items():
        write_paper(path, pdf)
    return list(made)


def _wanted(db: Db) -> list[tuple[str, Scope]]:
    first = sessions(db, programme=PROGRAMME, limit=1)[0]
    return [
        ("cards", OfSession(first.id)),
        ("summary", OfProgramme(PROGRAMME, *FIRST_MONTH)),
        ("register", OfSession(first.id)),
    ]


def _tree(db: Db) -> bytes:
    """Return the poster of all pledges, on a second sheet where one would have words too small."""
    tree = Tree(programme=PROGRAMME, paper="A0", form=Form.PORTRAIT)
    arranged = arrange(gather(db, tree), least=FLOOR_PT, grove=True)
    return poster(arranged.poster(LAST_DAY))


def _path(db: Db, folder: Path, key: str, scope: Scope) -> Path:
    return folder / paper_file_name(db, key, scope)
