"""The look every paper shares: colours, type scale, margins."""

from dataclasses import dataclass, replace
from functools import lru_cache

from desktop.printing.fonts import Weight
from desktop.printing.sheet import MM

INK = "#16211B"
MUTED = "#3D4A43"
BRAND = "#0F5A3D"
LINE = "#9AA69D"
EDGE = "#6F7C74"
QUIET = "#F3F6F1"
WHITE = "#FFFFFF"
LEAVES = ("#E3F2DC", "#EFF3D0", "#D8F0E8", "#F7EFD2", "#FBE6F0")

# The answers 1 (worst) to 5 (best): the bar's colour and that of the count on it.
ANSWERS = {
    1: ("#8A5A00", "#FFFFFF"),
    2: ("#F2D58C", "#16211B"),
    3: ("#DDE3DB", "#16211B"),
    4: ("#8FCBA6", "#0B2417"),
    5: ("#0F5A3D", "#FFFFFF"),
}

MARGIN = 18 * MM
HAIRLINE = 0.4
RULE = 0.75


@dataclass(frozen=True, slots=True)
class Style:
    """How text looks: size in points, weight, colour, line pitch as a multiple of the size."""

    size: float = 10.5
    weight: Weight = Weight.REGULAR
    colour: str = INK
    leading: float = 1.32

    def at(self, size: float) -> "Style":
        """Return the style in another size."""
        return replace(self, size=size)

    def bold(self) -> "Style":
        """Return the style in bold."""
        return replace(self, weight=Weight.BOLD)

    def coloured(self, colour: str) -> "Style":
        """Return the style in another colour."""
        return replace(self, colour=colour)


TITLE = Style(20, Weight.BOLD, INK, 1.15)
SUBTITLE = Style(11, Weight.REGULAR, MUTED, 1.3)
HEADING = Style(13, Weight.BOLD, INK, 1.2)
SUBHEADING = Style(10.5, Weight.SEMIBOLD, INK, 1.3)
BODY = Style()
STRONG = Style(weight=Weight.SEMIBOLD)
SMALL = Style(9, Weight.REGULAR, MUTED, 1.3)
NUMBER = Style(20, Weight.BOLD, INK, 1.1)
QUOTE = Style(12, Weight.MEDIUM, INK, 1.36)
PLEDGE = Style(18, Weight.MEDIUM, INK, 1.25)


@lru_cache(maxsize=64)
def rgb(colour: str) -> tuple[float, float, float]:
    """Return red, green and blue from 0 to 1 of `#RRGGBB`."""
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red / 255, green / 255, blue / 255
