"""One line per person and session, on every laptop."""

from desktop.attendance.model import Attendance, Presence, attendance_id


def test_every_laptop_gives_the_same_line_the_same_id() -> None:
    assert attendance_id("s", "p") == attendance_id("s", "p")
    assert attendance_id("s", "p") != attendance_id("p", "s")


def test_nobody_is_here_before_they_came() -> None:
    line = Attendance(session="s", person="p")
    assert line.presence is Presence.EXPECTED
    assert line.arrived is None
