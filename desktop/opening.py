"""Opening a data file for the window: everything slow, in one step that a worker can do."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop.errors import UserError
from desktop.feedback.box import tidy_boxes
from desktop.kinds import open_store
from desktop.language import tr
from desktop.preferences import read_preferences, write_preferences
from desktop.rooms import ROOMS, Room, load_home
from desktop.sample.programme import lacks_plans
from desktop.store.backup import list_backups, own_folder
from desktop.store.clock import local_now
from desktop.store.files import plain_file_errors
from desktop.store.locking import only_window
from desktop.store.place import refuse_unsafe_place
from desktop.store.store import Store


@dataclass(frozen=True)
class Opened:
    """An open data file; closing `holding` lets other windows have it."""

    store: Store
    rooms: tuple[Room, ...]
    holding: ExitStack


def prepare(data_file: Path, now: Callable[[], datetime] = local_now) -> Opened:
    """Open the data file for a window; its folder is made where there is none.

    Raises UserError when it can't be used, is open elsewhere, or lies in an unsafe place.
    """
    refuse_unsafe_place(data_file)
    try:
        data_file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(
            tr("The folder {folder} can’t be made. Choose another place.").format(
                folder=data_file.parent
            )
        ) from error
    with plain_file_errors(data_file.parent):  # a folder may not even let itself be looked into
        _refuse_gone(data_file)
    with ExitStack() as holding:
        holding.enter_context(only_window(data_file))
        store = open_store(data_file, now=now)
        tidy_boxes(store, data_file)
        _keep_sample_alive(store, now())
        load_home()
        return Opened(store, ROOMS, holding.pop_all())


def _refuse_gone(data_file: Path) -> None:
    """Refuse to make a new, empty file where one was: its backups are still there."""
    if not data_file.exists() and list_backups(own_folder(data_file)):
        raise UserError(
            tr(
                "The data file {name} is gone, but its backups are here. "
                "Go back to one, or put the file back and try again."
            ).format(name=data_file.name)
        )


def _keep_sample_alive(store: Store, now: datetime) -> None:
    with store.glance() as db:
        wanting = lacks_plans(db, now.date())
    if wanting:
        from desktop.sample.planned import plan_ahead

        plan_ahead(store, now)


def sample_beside(data_file: Path) -> Path:
    """Return the file of the sample programme, built where there is none, in the same look."""
    from desktop.sample.build import build_file

    path = data_file.with_name("sample.db")
    if not path.exists():
        build_file(path)
        write_preferences(path, read_preferences(data_file))
    return path
