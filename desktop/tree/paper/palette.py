"""The colours of each season, and the one-colour variant."""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from desktop.tree.model import Season


class Sign(StrEnum):
    """What a kept pledge bears at its stalk."""

    BLOSSOM = "blossom"
    FRUIT = "fruit"
    BERRIES = "berries"


@dataclass(frozen=True, slots=True)
class Tint:
    """A leaf's colours: its upper and lower half, veins (empty for none) and edge."""

    upper: str
    lower: str
    vein: str
    edge: str


@dataclass(frozen=True, slots=True)
class Wood:
    """The colours of trunk and boughs."""

    body: str = "#6A4A36"
    dark: str = "#553827"
    light: str = "#7F5B43"
    lines: str = "#472E20"
    edge: str = ""  # drawn round the wood where it is white
    twig: str = "#6A4A36"


@dataclass(frozen=True, slots=True)
class Palette:
    """All colours of a poster; leaves come in `tints`, from the sunny side to the shade."""

    sky: str
    haze: tuple[str, str]  # about the crown, outside and inside; empty for none
    hills: tuple[str, str]  # behind and in front
    grass: tuple[str, str]
    tints: tuple[Tint, ...]
    kept: Tint
    stalk: str  # empty for none: where wood is outlined, its twigs reach the leaves
    sign: Sign = Sign.BLOSSOM
    petals: tuple[str, str, str] = ("#FFFFFF", "#D4568F", "#F2B61F")  # petal, edge, eye
    flowers: tuple[str, ...] = ()  # colours of what lies or grows on the hill
    wood: Wood = field(default=Wood())
    ink: str = "#16211B"
    name: str = "#2F4034"
    title: str = "#33271D"
    small: str = "#46392D"


_VEIN = 0.5  # how much of the way from a leaf's colour to that of light its veins are


def _tints(light: str, edge: str, *pairs: tuple[str, str]) -> tuple[Tint, ...]:
    return tuple(Tint(upper, lower, _mixed(upper, light), edge) for upper, lower in pairs)


def _mixed(one: str, other: str) -> str:
    parts = zip(bytes.fromhex(one[1:]), bytes.fromhex(other[1:]), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * _VEIN):02X}" for a, b in parts)


_PINK = Tint("#FCDDE7", "#F6C2D3", "#FFF3F7", "#8E2F5C")
_SUMMER = Palette(
    sky="#FDFCF6",
    haze=("#F1F5E6", "#E6EFD6"),
    hills=("#E3EDCD", "#D2E2B2"),
    grass=("#9CC275", "#7FAA58"),
    tints=_tints(
        "#F1F7DA",
        "#6F9A50",
        ("#E1EDAE", "#D2E299"),
        ("#D6E8A6", "#C4DB91"),
        ("#CAE2A0", "#B6D28A"),
        ("#BCDA99", "#A6C883"),
        ("#AED094", "#98BE7F"),
        ("#A4C98F", "#90B87D"),
    ),
    kept=_PINK,
    stalk="#7C8A48",
)
_SPRING = Palette(
    sky="#FCFDF8",
    haze=("#F3F8E6", "#EAF4D6"),
    hills=("#E6F2D0", "#D6E9B6"),
    grass=("#A6CF78", "#86B85A"),
    tints=_tints(
        "#F8FCE0",
        "#86AB4B",
        ("#F0F6C0", "#E4EEA6"),
        ("#E8F3B4", "#D9E99C"),
        ("#DFF0B0", "#CEE498"),
        ("#D4EBAE", "#C1DE98"),
        ("#C9E5AE", "#B5D699"),
        ("#BEDFB0", "#AACF9C"),
    ),
    kept=Tint("#FFE6EE", "#FBCFDD", "#FFF7FA", "#9A3A68"),
    stalk="#8A9A4A",
    flowers=("#FFFFFF", "#F6D860", "#F3B3CB"),
)
_AUTUMN = Palette(
    sky="#FEFBF4",
    haze=("#FBF2DE", "#F7E9CB"),
    hills=("#F0E5C4", "#E5D5A8"),
    grass=("#C3B062", "#A89748"),
    tints=_tints(
        "#FFF6D8",
        "#A87632",
        ("#FAECA8", "#F4DF8E"),
        ("#F9E09A", "#F2D07E"),
        ("#F8D18C", "#EFBE71"),
        ("#F4C184", "#E9AC6C"),
        ("#E9D48C", "#DCC374"),
        ("#EFB084", "#E29B6E"),
    ),
    kept=Tint("#F9D0D2", "#F1B5BA", "#FFF0EF", "#7E2030"),
    stalk="#96703A",
    sign=Sign.FRUIT,
    petals=("#D8433B", "#8F1F22", "#7FA24A"),
    flowers=("#EFB45F", "#DE8A4C", "#E7CD6E"),
)
_WINTER = Palette(
    sky="#F7FAFC",
    haze=("#EDF4F7", "#E2EDF1"),
    hills=("#EBF2F6", "#DDE8EE"),
    grass=("#B9CBCF", "#9DB4BA"),
    tints=_tints(
        "#F7FCFC",
        "#658C90",
        ("#E9F3EF", "#DAE9E3"),
        ("#DFEFEC", "#CDE3DF"),
        ("#D5E9E8", "#C1DBDB"),
        ("#CFE5DA", "#BAD6C8"),
        ("#C5DFD9", "#AFCEC8"),
        ("#C6DCE4", "#B0CBD6"),
    ),
    kept=Tint("#FADCE2", "#F2C3CC", "#FFF5F7", "#852A45"),
    stalk="#6E8075",
    sign=Sign.BERRIES,
    petals=("#C9343F", "#861823", "#4F7A53"),
    flowers=("#FFFFFF", "#F7FBFD", "#FFFFFF"),
    wood=Wood("#5F4A40", "#4A382F", "#7A655A", "#3B2B24", twig="#5F4A40"),
)
_WHITE = Tint("#FFFFFF", "#FFFFFF", "", "#000000")
_PLAIN = Palette(
    sky="#FFFFFF",
    haze=("", ""),
    hills=("#FFFFFF", "#FFFFFF"),
    grass=("#000000", "#000000"),
    tints=(_WHITE,),
    kept=_WHITE,
    stalk="",
    petals=("#FFFFFF", "#000000", "#FFFFFF"),
    wood=Wood("#FFFFFF", "", "", "#000000", "#000000", "#000000"),
    ink="#000000",
    name="#000000",
    title="#000000",
    small="#000000",
)
_PALETTES = {
    Season.SPRING: _SPRING,
    Season.SUMMER: _SUMMER,
    Season.AUTUMN: _AUTUMN,
    Season.WINTER: _WINTER,
}


def palette(season: Season, *, plain: bool = False) -> Palette:
    """Return the colours of a season; `plain` ones are black and white."""
    colours = _PALETTES[season]
    return replace(_PLAIN, sign=colours.sign) if plain else colours
