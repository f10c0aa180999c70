"""The pages of the window: a new feature is one line here.

Each page is loaded when it is first built, or by `load_all` while nobody waits.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from desktop.desk import Desk
from desktop.language import tr
from desktop.ui.page import Page


@dataclass(frozen=True)
class Room:
    """One page of the window; one `under` another is reached from there."""

    key: str
    icon: str
    title: str
    page: Callable[[Desk], Page]
    bottom: bool = False
    under: str = ""


def _home(desk: Desk) -> Page:
    from desktop.home.page import HomePage
    from desktop.sample.programme import is_sample

    return HomePage(desk, is_sample)


def _sessions(desk: Desk) -> Page:
    from desktop.attendance.turnouts import turnouts
    from desktop.sessions.page.sessions import SessionsPage

    return SessionsPage(desk, turnouts)


def _workspace(desk: Desk) -> Page:
    from desktop.workspace.page import WorkspacePage

    return WorkspacePage(desk)


def _tree(desk: Desk) -> Page:
    from desktop.tree.page.tree import TreePage
    from desktop.tree.press import press

    return TreePage(desk, press())


def _settings(desk: Desk) -> Page:
    from desktop.settings.page import SettingsPage

    return SettingsPage(desk)


def _backups(desk: Desk) -> Page:
    from desktop.history.page import BackupsPage

    return BackupsPage(desk)


def _deleted(desk: Desk) -> Page:
    from desktop.history.deleted_page import DeletedPage

    return DeletedPage(desk)


def _help(desk: Desk) -> Page:
    from desktop.help.page import HelpPage

    return HelpPage(desk)


ROOMS = (
    Room("home", "house", tr("Home"), _home),
    Room("sessions", "calendar-days", tr("Sessions"), _sessions),
    Room("workspace", "", tr("Session"), _workspace, under="sessions"),
    Room("tree", "tree-deciduous", tr("Tree"), _tree),
    Room("settings", "settings", tr("Settings"), _settings, bottom=True),
    Room("backups", "", tr("Go back to a backup"), _backups, under="settings"),
    Room("deleted", "", tr("What was deleted"), _deleted, under="settings"),
    Room("help", "life-buoy", tr("Help"), _help, bottom=True),
)


def load_home() -> None:
    """Load what the first page needs, and what keeps its window safe."""
    for name in ("home.page", "safekeeping", "log", "ui.undo_keys"):
        import_module(f"desktop.{name}")


def load_all() -> None:
    """Load what the other pages need, so that none of them is slow when it is first opened."""
    for name in (
        "sessions.page.sessions",
        "workspace.page",
        "tree.page.tree",
        "settings.page",
        "history.page",
        "history.deleted_page",
        "help.page",
        "outgoing.dialog",
    ):
        import_module(f"desktop.{name}")
