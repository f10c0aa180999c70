"""What a person is."""

from dataclasses import dataclass

from desktop.store.record import Record, kind
from desktop.text import joined_key


@kind(
    "person",
    index=("staff_number", "email", "job_role", "team", "organisation"),
    keys={
        "sort": lambda p: joined_key(p.surname, p.given),
        "search": lambda p: joined_key(p.given, p.surname),
    },
)
@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """Someone who may come to sessions.

    `language` is an ISO 639-1 code, empty where the person has not said. A person with one name
    only has it as `given`.
    """

    given: str = ""
    surname: str = ""
    job_role: str = ""
    team: str = ""
    organisation: str = ""
    email: str = ""
    staff_number: str = ""
    large_print: bool = False
    language: str = ""

    @property
    def name(self) -> str:
        """The name as it is spoken: given name, then surname."""
        return f"{self.given} {self.surname}".strip()

    @property
    def name_by_surname(self) -> str:
        """The name as a list sorts it: `Surname, Given`."""
        return ", ".join(part for part in (self.surname, self.given) if part)
