"""The register as the facilitator sees it."""

from desktop.attendance.page.absent import ask_absent
from desktop.attendance.page.register import RegisterPage

__all__ = ["RegisterPage", "ask_absent"]
