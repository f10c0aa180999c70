"""The colour tokens of the design language, read from one table."""

import json
from functools import cache

from desktop.paths import resources

THEMES = ("light", "dark", "hc")

TEXT_PAIRS = (
    ("text", "bg"),
    ("text", "surface"),
    ("text", "sunken"),
    ("text", "soft"),
    ("muted", "bg"),
    ("muted", "surface"),
    ("muted", "sunken"),
    ("muted", "soft"),
    ("onbrand", "brand"),
    ("onbrand", "brandhover"),
    ("brand", "surface"),
    ("brand", "bg"),
    ("softink", "soft"),
    ("softink", "surface"),
    ("softink", "bg"),
    ("keptink", "keptsoft"),
    ("kept", "surface"),
    ("warnink", "warnsoft"),
    ("warnink", "surface"),
    ("dangerink", "dangersoft"),
    ("dangerink", "surface"),
    ("infoink", "infosoft"),
    ("infoink", "surface"),
    ("ontoast", "toast"),
    ("toastlink", "toast"),
    *(("text", f"leaf{n}") for n in range(1, 6)),
)
EDGE_PAIRS = (
    ("edge", "surface"),
    ("edge", "bg"),
    ("focus", "surface"),
    ("focus", "bg"),
    ("focusfill", "brand"),
    ("warn", "surface"),
    ("danger", "surface"),
    ("t4", "bg"),
    ("blossom", "bg"),
)

# Answers 1 to 5 keep one look in every theme: (fill, the number printed on it).
ANSWER_BARS = (
    ("#8A5A00", "#FFFFFF"),
    ("#F2D58C", "#16211B"),
    ("#DDE3DB", "#16211B"),
    ("#8FCBA6", "#0B2417"),
    ("#0F5A3D", "#FFFFFF"),
)


@cache
def tokens(theme: str) -> dict[str, str]:
    """Return the tokens of `light`, `dark` or `hc` as `#RRGGBB`."""
    table: dict[str, dict[str, str]] = json.loads(resources("tokens.json").read_bytes())
    return table[theme]


def contrast(one: str, other: str) -> float:
    """Return the WCAG 2.2 contrast ratio of two `#RRGGBB` colours, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
