"""How the lines of a register are shown as rows in groups."""

from collections.abc import Mapping, Sequence

from desktop.attendance.actions import Counts, Line
from desktop.attendance.labels import presence_words
from desktop.attendance.model import Presence
from desktop.language import count, tr
from desktop.people.model import Person
from desktop.ui.table import Action, Group, Pill, Row

CHECK_IN, UNDO = "in", "undo"
ORDER = (Presence.EXPECTED, Presence.PRESENT, Presence.APOLOGIES, Presence.ABSENT)

_ICONS = {
    Presence.EXPECTED: ("circle", "edge"),
    Presence.PRESENT: ("circle-check", "brand"),
    Presence.APOLOGIES: ("circle-x", "muted"),
    Presence.ABSENT: ("user-x", "muted"),
}


class Rows:
    """Makes rows of lines; a line that did not change gives the very row it gave before."""

    def __init__(self) -> None:
        self._made: dict[str, tuple[Line, bool | None, Row]] = {}

    def of(self, line: Line, ticked: bool | None = None) -> Row:
        """Return the row of a line, with a tick box where `ticked` is not None."""
        key = line.attendance.id
        known = self._made.get(key)
        if known is None or known[0] is not line or known[1] is not ticked:
            self._made[key] = known = (line, ticked, _row(line, ticked))
        return known[2]


def work_of(person: Person) -> str:
    """Return what tells a person from a namesake: role, then team or organisation."""
    parts = (person.job_role, person.team or person.organisation)
    return ", ".join(part for part in parts if part)


def groups(
    matching: Mapping[Presence, Sequence[Line]], counts: Counts, narrowed: bool
) -> list[Group]:
    """Return the headings with how many lines stand under each."""
    whole = {
        Presence.EXPECTED: counts.expected,
        Presence.PRESENT: counts.here,
        Presence.APOLOGIES: counts.not_coming,
        Presence.ABSENT: counts.absent,
    }
    titles = {
        Presence.EXPECTED: tr("Not arrived yet"),
        Presence.PRESENT: tr("Here"),
        Presence.APOLOGIES: tr("Not coming"),
        Presence.ABSENT: tr("Absent"),
    }
    return [
        Group(presence, titles[presence], _note(presence, len(matching[presence]), all_, narrowed))
        for presence, all_ in ((presence, whole[presence]) for presence in ORDER)
    ]


def _note(presence: Presence, shown: int, all_: int, narrowed: bool) -> str:
    if narrowed:
        return tr("{shown} of {all} match").format(shown=f"{shown:,}", all=f"{all_:,}")
    people = count("{n} person", "{n} people", all_)
    if presence is Presence.PRESENT and all_ > 1:
        return tr("{people}, latest first").format(people=people)
    return people


def _row(line: Line, ticked: bool | None) -> Row:
    attendance, person = line.attendance, line.person
    icon, tone = _ICONS[attendance.presence]
    waiting = attendance.presence is Presence.EXPECTED
    return Row(
        key=attendance.id,
        cells=(person.name, person.job_role, person.team or person.organisation),
        group=attendance.presence,
        icon=icon,
        icon_tone=tone,
        spoken=presence_words(attendance.presence),
        pill=_pill(line),
        status=_status(line),
        actions=() if ticked is not None else _actions(attendance.presence),
        ticked=ticked if waiting else None,
    )


def _pill(line: Line) -> Pill | None:
    if line.attendance.review or line.person.review:
        return Pill(tr("Two versions"), "warn")
    if line.person.large_print:
        return Pill(tr("Large print"), "info")
    if line.attendance.walk_in:
        return Pill(tr("Walk-in"), "neutral")
    return None


def _status(line: Line) -> str:
    arrived = line.attendance.arrived
    if line.attendance.presence is not Presence.PRESENT:
        return ""
    return tr("Here {time}").format(time=f"{arrived:%H:%M}") if arrived else tr("Here")


def _actions(presence: Presence) -> tuple[Action, ...]:
    check_in = Action(CHECK_IN, tr("Check in"))
    undo = Action(UNDO, tr("Undo"), "quiet")
    if presence is Presence.EXPECTED:
        return (check_in,)
    return (undo,) if presence is Presence.PRESENT else (check_in, undo)
