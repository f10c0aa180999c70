"""Whether things may move: this laptop's choice, and the system's where it can be asked."""

import subprocess
import sys

from PySide6.QtGui import QGuiApplication

from desktop.preferences import Preferences

_CLIENT_AREA_ANIMATION = 0x1042
_MACOS_QUESTION = ("/usr/bin/defaults", "read", "com.apple.universalaccess", "reduceMotion")


def is_still(preferences: Preferences) -> bool:
    """Return whether nothing is to move on the screen."""
    return preferences.still or _system_is_still()


def _system_is_still() -> bool:
    # Qt tells from 6.12 on; until then Windows and macOS are asked, as they are by browsers.
    hints = QGuiApplication.styleHints().accessibility()
    asked = getattr(hints, "motionPreference", None)
    if asked is not None:
        return bool(asked().name == "ReducedMotion")
    if sys.platform == "win32":
        return not _windows_animates()
    return sys.platform == "darwin" and _macos_says(_MACOS_QUESTION) == "1"


def _windows_animates() -> bool:
    """Return whether Windows shows animations (SPI_GETCLIENTAREAANIMATION); yes elsewhere."""
    if sys.platform != "win32":
        return True
    import ctypes

    moves = ctypes.c_int(1)
    ctypes.windll.user32.SystemParametersInfoW(_CLIENT_AREA_ANIMATION, 0, ctypes.byref(moves), 0)
    return bool(moves.value)


def _macos_says(question: tuple[str, ...]) -> str:
    """Return the answer of a macOS program, empty where it gives none."""
    try:
        said = subprocess.run(question, capture_output=True, text=True, timeout=5)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return said.stdout.strip()
