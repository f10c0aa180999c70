"""Whether things may move: this laptop's choice, and the system's where Qt knows it."""

from PySide6.QtGui import QGuiApplication

from desktop.preferences import Preferences


def is_still(preferences: Preferences) -> bool:
    """Return whether nothing is to move on the screen."""
    return preferences.still or _system_is_still()


def _system_is_still() -> bool:
    # Qt tells from 6.12 on; before, the choice in Settings stands alone.
    hints = QGuiApplication.styleHints().accessibility()
    asked = getattr(hints, "motionPreference", None)
    return asked is not None and asked().name == "ReducedMotion"
