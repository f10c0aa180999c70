"""The pages of the window: a new feature is one line here."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop.desk import Desk
from desktop.help.page import HelpPage
from desktop.home.figures import turnouts
from desktop.home.page import HomePage
from desktop.language import tr
from desktop.sample.planned import is_sample
from desktop.sessions.page import SessionsPage
from desktop.settings.page import SettingsPage
from desktop.ui.page import Page
from desktop.workspace.page import WorkspacePage


@dataclass(frozen=True)
class Room:
    """One page of the window; one `under` another is reached from there."""

    key: str
    icon: str
    title: str
    page: Callable[[Desk], Page]
    bottom: bool = False
    under: str = ""


ROOMS = (
    Room("home", "house", tr("Home"), lambda desk: HomePage(desk, is_sample)),
    Room("sessions", "calendar-days", tr("Sessions"), lambda desk: SessionsPage(desk, turnouts)),
    Room("workspace", "", tr("Session"), WorkspacePage, under="sessions"),
    Room("settings", "settings", tr("Settings"), SettingsPage, bottom=True),
    Room("help", "life-buoy", tr("Help"), HelpPage, bottom=True),
)
