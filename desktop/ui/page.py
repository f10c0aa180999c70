"""What every page is: it shows frozen rows, calls actions, and hears what changed."""

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.toast import Toast


class Page(QWidget):
    """One page of the window.

    `SHOWS` names the kinds of records it shows; it is refreshed after any of them changed. `told`
    carries what was just done and the id of the change that its Undo button reverses ("" for
    none). `wanted` asks the app for another page, with an argument such as a session's id.
    """

    SHOWS: ClassVar[frozenset[str]] = frozenset()

    TOPIC: ClassVar[str] = ""
    """The topic of the guide that F1 opens; without one, what was read there last."""

    toast: Toast | None = None
    """A place of its own for messages; other pages use the foot of the window."""

    kept = Signal()
    """Something was saved beside the data file, such as an answer in the feedback box."""

    told = Signal(str, str)
    wanted = Signal(str, str)

    def refresh(self) -> None:
        """Read again what is shown; what is being typed stays."""

    def go_to(self, argument: str) -> None:
        """Show a part of the page, named as `wanted` names it."""

    def arrive(self) -> None:
        """Take the focus to where the work begins; called each time the page is shown."""
