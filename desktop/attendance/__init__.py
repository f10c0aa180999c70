"""Attendance: the register of a session, at the door."""
