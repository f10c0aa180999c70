"""A register as a list: the columns that importing recognises, filled with who came."""

from collections.abc import Sequence

from desktop.attendance.actions import Line
from desktop.attendance.model import Presence
from desktop.language import tr
from desktop.people import exporting
from desktop.tables.values import Value
from desktop.tables.writing import Table

HEADINGS = (*exporting.HEADINGS, tr("Attended"), tr("Arrived"), tr("Walk-in"))
_CAME = {
    Presence.EXPECTED: "",
    Presence.PRESENT: "yes",
    Presence.APOLOGIES: "not coming",
    Presence.ABSENT: "no",
}
"""What importing takes for each; blank while it is not known."""


def register_table(lines: Sequence[Line], name: str) -> Table:
    """Return a register as a list called `name`."""
    return Table(name, HEADINGS, map(_row, lines), len(lines))


def _row(line: Line) -> list[Value]:
    marks = line.attendance
    # as the clock in the room said it, to the minute
    arrived = marks.arrived and marks.arrived.replace(tzinfo=None, second=0, microsecond=0)
    return [*exporting.cells(line.person), _CAME[marks.presence], arrived, marks.walk_in]
