"""Pledges as they come from the store, without one."""

from datetime import date

from desktop.people.model import Person
from desktop.pledges.actions import Made
from desktop.pledges.model import Pledge, Show

DAY = date(2026, 10, 8)
ALBUM = "I will bring the photo album on every visit, and ask who is in the pictures."


def made(
    text: str = ALBUM,
    show: Show = Show.FIRST_NAME,
    name: str = "Eirlys Vaughan",
    *,
    large_print: bool = False,
    session: str = "s",
) -> Made:
    given, _, surname = name.partition(" ")
    person = Person(given=given, surname=surname, large_print=large_print) if name else None
    return Made(Pledge(session=session, text=text, show=show, made=DAY), person)
