"""What this laptop's user chose: kept beside the data file, never sent anywhere."""

import json
import os
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from desktop.errors import UserError
from desktop.language import tr


@dataclass(frozen=True)
class Preferences:
    """The choices of one laptop.

    `author` signs the history. `theme` is system, light, dark or contrast; `text_percent` 100,
    115 or 130. `projector` is its colours: window (as here), light or dark; with `still` nothing
    moves on it. `backup_folder` is the second place for backups, empty where none was chosen.
    `papers_folder` is where papers are saved, empty for the usual place. `columns` are the columns
    chosen for lists of one header, by its fingerprint.
    """

    author: str = ""
    laptop: str = ""
    theme: str = "system"
    text_percent: int = 100
    projector: str = "window"
    still: bool = False
    backup_folder: str = ""
    papers_folder: str = ""
    columns: dict[str, dict[str, int]] = field(default_factory=dict)


def preferences_file(data_file: Path) -> Path:
    """Return where the preferences for a data file lie."""
    return data_file.with_name(f"{data_file.stem}-preferences.json")


def read_preferences(data_file: Path) -> Preferences:
    """Return the preferences kept beside a data file; what can't be read is the default."""
    try:
        found = json.loads(preferences_file(data_file).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Preferences()
    return _known(found) if isinstance(found, dict) else Preferences()


def _known(found: dict[str, Any]) -> Preferences:
    default = asdict(Preferences())
    kept = {
        one.name: found[one.name]
        for one in fields(Preferences)
        if type(found.get(one.name)) is type(default[one.name])
    }
    return Preferences(**kept)


def write_preferences(data_file: Path, preferences: Preferences) -> None:
    """Keep the preferences whole or not at all.

    Raises UserError when the folder can't be written or the disk is full.
    """
    target = preferences_file(data_file)
    part = target.with_suffix(".part")
    try:
        with part.open("w", encoding="utf-8") as file:
            json.dump(asdict(preferences), file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    except OSError as error:
        raise UserError(
            tr("Your choice could not be kept. Check that {folder} can be written.").format(
                folder=target.parent
            )
        ) from error
