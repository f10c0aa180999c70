"""What a page needs to do its work: handed to it by the app, never looked up."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from desktop.feedback.box import OpenBox, reopen_box
from desktop.preferences import Preferences, read_preferences, write_preferences
from desktop.store.backup import own_folder
from desktop.store.clock import local_now
from desktop.store.store import Store


@dataclass
class Desk:
    """The open data file with what belongs to it on this laptop.

    `now` is the wall clock with its offset. `boxes` are the feedback boxes that are open in this
    sitting, by session id; they hold the order of the last forms, in memory only.
    """

    store: Store
    now: Callable[[], datetime] = local_now
    boxes: dict[str, OpenBox] = field(default_factory=dict)
    preferences: Preferences = field(init=False)
    _listeners: list[Callable[[], object]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.preferences = read_preferences(self.store.path)

    @property
    def data_file(self) -> Path:
        """The open data file."""
        return self.store.path

    @property
    def backup_folders(self) -> list[Path]:
        """Where backups go: the folder on this laptop, then the place that was chosen."""
        chosen = self.preferences.backup_folder
        return [own_folder(self.data_file)] + ([Path(chosen)] if chosen else [])

    def box(self, session_id: str) -> OpenBox | None:
        """Return the box that collects a session's feedback, also one left open before.

        Raises UserError when it is damaged.
        """
        return self.boxes.get(session_id) or reopen_box(self.data_file, session_id)

    def today(self) -> date:
        """Return the day of the wall clock."""
        return self.now().date()

    def prefer(self, preferences: Preferences) -> None:
        """Keep this laptop's choices and tell whoever shows them.

        Raises UserError when the folder can't be written.
        """
        write_preferences(self.data_file, preferences)
        self.preferences = preferences
        self.store.author = preferences.author
        for listener in list(self._listeners):
            listener()

    def on_preferences(self, listener: Callable[[], object]) -> None:
        """Have a function called after each change of the choices."""
        self._listeners.append(listener)
