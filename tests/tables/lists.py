"""A kind of list for the tests."""

from desktop.tables.columns import Field, TableKind
from desktop.tables.headings import NAMES
from desktop.tables.rows import Row

STAFF = TableKind(
    "staff",
    (
        Field("name", "Name", NAMES["name"]),
        Field("given", "Given name", NAMES["given"]),
        Field("surname", "Surname", NAMES["surname"]),
        Field("job_role", "Job role", NAMES["job_role"]),
        Field("team", "Team", NAMES["team"]),
        Field("email", "E-mail", NAMES["email"], looks=lambda text: "@" in text),
        Field("staff_number", "Staff number", NAMES["staff_number"]),
    ),
    needs=(("name", "given", "surname"),),
)

FORM = TableKind(
    "form",
    (
        Field("good", "How good was it?", ("Q1",), whole=True),
        Field("was", "It was …", (), whole=True),
        Field("was/long", "It was … [long]", (), whole=True),
        Field("was/fun", "It was … [fun]", (), whole=True),
    ),
    private=("Name", "Email", "ID"),
)
"""A kind of export whose other columns say who somebody is."""


def rows(*lines: str) -> list[Row]:
    """Return rows whose cells are divided by a bar; an empty line is a blank row."""
    return [
        Row(number, tuple(line.split("|"))) for number, line in enumerate(lines, 1) if line.strip()
    ]
