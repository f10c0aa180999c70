"""The feedback of a session as the facilitator sees it."""

from desktop.feedback.page.feedback import FeedbackPage

__all__ = ["FeedbackPage"]
