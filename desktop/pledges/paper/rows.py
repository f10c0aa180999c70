"""What the papers need to know of a pledge."""

from typing import Protocol

from desktop.people.model import Person
from desktop.pledges.model import Pledge


class MadePledge(Protocol):
    """A pledge with its maker, as `pledges.actions.Made` is one."""

    @property
    def pledge(self) -> Pledge:
        """The pledge itself."""
        ...

    @property
    def person(self) -> Person | None:
        """Its maker, where that is a person on file."""
        ...

    @property
    def shown_name(self) -> str:
        """The first name to show to everyone, empty unless its maker chose so."""
        ...
