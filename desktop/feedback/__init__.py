"""Feedback: anonymous answers at the end of a session."""
