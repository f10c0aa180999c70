"""What files of papers are called."""

from desktop.printing.text import normalise

_FORBIDDEN = str.maketrans(dict.fromkeys('<>:"/\\|?*', " ") | {"\n": " ", ".": " "})
_LONGEST = 110  # bytes of UTF-8: with date and paper it stays well below 255 everywhere


def file_name(when: str, about: str, what: str, ending: str = "pdf") -> str:
    """Return a paper's file name: `2026-10-08 Good conversations at home – pledge cards.pdf`.

    Windows, macOS and Linux take it: no forbidden characters, not too long, and never the name
    of a device (CON), since the paper's name follows. `when` and `about` may be empty.
    """
    subject = " ".join(part for part in (when, safe(about)) if part)
    name = f"{subject} – {safe(what)}" if subject else safe(what)
    return f"{name[:1].upper()}{name[1:]}.{ending}"


def safe(text: str) -> str:
    """Return text that may be part of a file name on every system."""
    cleaned = " ".join(normalise(text, 400).translate(_FORBIDDEN).split())
    return cleaned.encode()[:_LONGEST].decode(errors="ignore").strip()
