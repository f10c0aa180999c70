"""The colours of a tree on a screen, in one of the themes."""

from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QColor

from desktop.ui.tokens import tokens

TINTS = 5
SHADE = 0.14  # how far the one half of a leaf is from the other
GRAIN, GLINT = 0.24, 0.16  # of the wood's colour


@dataclass(frozen=True)
class Colours:
    """What a tree is painted in; `leaves` are pairs of the two halves of a leaf."""

    ground: QColor
    line: QColor
    mound: QColor
    bark: QColor
    grain: QColor
    glint: QColor
    leaves: tuple[tuple[QColor, QColor], ...]
    ink: QColor
    vein: QColor
    blossom: QColor
    eye: QColor


@cache
def colours(theme: str, ground: str = "bg") -> Colours:
    """Return the colours of a theme on one of its grounds."""
    token = tokens(theme)
    ink = token["onbrand"]
    bark = QColor(token["bark"])
    # A half is shaded away from the ink, so that words stay as readable as on the other.
    away = QColor("#000000" if QColor(ink).lightness() > 128 else "#FFFFFF")
    tints = [QColor(token[f"t{number}"]) for number in range(1, TINTS + 1)]
    vein = QColor(token[ground])
    vein.setAlphaF(0.55)
    return Colours(
        ground=QColor(token[ground]),
        line=QColor(token["text"]),
        mound=QColor(token["soft"]),
        bark=bark,
        grain=_mixed(bark, QColor("#000000"), GRAIN),
        glint=_mixed(bark, QColor("#FFFFFF"), GLINT),
        leaves=tuple((tint, _mixed(tint, away, SHADE)) for tint in tints),
        ink=QColor(ink),
        vein=vein,
        blossom=QColor(token["blossom"]),
        eye=QColor(token["blossomeye"]),
    )


def _mixed(one: QColor, other: QColor, share: float) -> QColor:
    return QColor(
        round(one.red() + (other.red() - one.red()) * share),
        round(one.green() + (other.green() - one.green()) * share),
        round(one.blue() + (other.blue() - one.blue()) * share),
    )
