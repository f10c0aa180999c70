"""Which list is wanted."""

from dataclasses import dataclass
from enum import StrEnum


class What(StrEnum):
    """The lists there are."""

    PEOPLE = "people"
    REGISTER = "register"
    PLEDGES = "pledges"
    FEEDBACK = "feedback"
    SESSIONS = "sessions"


OF_A_SESSION = (What.REGISTER, What.PLEDGES, What.FEEDBACK)
OF_ALL = (What.SESSIONS, What.PEOPLE, What.PLEDGES, What.FEEDBACK)
OF_A_PROGRAMME = (What.SESSIONS, What.PLEDGES, What.FEEDBACK)


@dataclass(frozen=True)
class Wish:
    """A list of one session or programme, named by its id; of everything where neither is."""

    what: What
    session: str = ""
    programme: str = ""
