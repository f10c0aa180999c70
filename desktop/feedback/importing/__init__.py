"""Feedback from the export of an online form: one import is one closed box, known by its content.

What came with the answers and says who somebody is (names, addresses, times) is never read, and
in which order the answers came is forgotten.
"""

from desktop.feedback.importing.bringing import Found, keep, look_up
from desktop.feedback.importing.questions import feedback_kind

__all__ = ["Found", "feedback_kind", "keep", "look_up"]
