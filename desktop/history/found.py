"""The backups that there are, with what each holds and what going back to it takes away."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.errors import UserError
from desktop.kinds import KINDS
from desktop.store.backup import Backup, list_backups, own_folder
from desktop.store.contents import Contents, contents_of, taken_away

_KINDS = {cls.KIND.name: cls for cls in KINDS}


@dataclass(frozen=True)
class Found:
    """A backup, what it holds, and the changes since, by label, that going back takes away."""

    backup: Backup
    here: bool  # in the folder on this laptop
    holds: Contents
    loses: Mapping[str, int]


def backups_in(folders: Sequence[Path], data_file: Path) -> list[Backup]:
    """Return a data file's backups in some folders, the latest first; folders may be gone."""
    found: list[Backup] = []
    for folder in folders:
        try:
            found += list_backups(folder)
        except UserError:
            continue
    mine = [one for one in found if one.path.name.startswith(f"{data_file.stem} ")]
    return sorted(mine, key=lambda one: one.made, reverse=True)


def looked_into(backups: Sequence[Backup], data_file: Path) -> Iterator[Found]:
    """Yield backups with what they hold; slow, so not for the window's thread.

    The data file itself may be damaged or gone.
    """
    now = contents_of(data_file, _KINDS) if data_file.exists() else Contents(whole=False)
    own = own_folder(data_file)
    for backup in backups:
        holds = contents_of(backup.path, _KINDS)
        yield Found(backup, backup.path.parent == own, holds, taken_away(now, holds))


def readable(data_file: Path) -> Contents:
    """Return what can be read of a data file."""
    return contents_of(data_file, _KINDS)
