"""What a tree of pledges is, and what hangs on it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.store.record import Record, derived_id, kind


class Form(StrEnum):
    """How a tree's sheet lies; each has a crown and wood of its own."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


class Season(StrEnum):
    """The colours a tree is printed in."""

    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"
    WINTER = "winter"


class Where(StrEnum):
    """Where a tree is looked at: on paper, or on the projector and Home."""

    WALL = "wall"
    SCREEN = "screen"


@kind("tree", index=("programme",), refers={"programme": "programme"})
@dataclass(frozen=True, slots=True, kw_only=True)
class Tree(Record):
    """A tree that shows a programme's pledges; it grows only on the replica `home`.

    `place`, `first`, `last` and `themes` narrow which pledges; empty means all. `paper` is a key
    of `sheets`, `planned` the number of leaves that bare boughs are drawn for, 0 for a tree that
    grows with its leaves, `each` then the mean area of a leaf in em². `crowns` is how
    many trees share the leaves, `plan` the version of their wood. `printed` is when the whole
    poster was printed last, and `standings` how each crown stood on its sheet then: its em, the
    fork's x and y and the ground's height, in points.
    """

    programme: str = ""
    home: str = ""
    where: Where = Where.WALL
    title: str = ""
    subtitle: str = ""
    place: str = ""
    first: date | None = None
    last: date | None = None
    themes: tuple[str, ...] = ()
    paper: str = "A3"
    form: Form = Form.LANDSCAPE
    season: Season = Season.SUMMER
    blossoms: bool = True
    planned: int = 0
    each: float = 0.0
    crowns: int = 1
    plan: int = 1
    printed: date | None = None
    standings: tuple[tuple[float, float, float, float], ...] = ()


@kind("hanging", index=("tree", "pledge"), refers={"tree": "tree", "pledge": "pledge"})
@dataclass(frozen=True, slots=True, kw_only=True)
class Hanging(Record):
    """A pledge's leaf on a tree: its place for good, in the whole numbers of `growth.shape`.

    `number` counts the tree's leaves from 1 and is printed on cut-outs; `crown` is the number of
    the tree in a grove, from 0. `printed` is when the leaf was printed last, None before, and
    `said` names the words that stood on it then.
    """

    tree: str = ""
    pledge: str = ""
    number: int = 0
    crown: int = 0
    rung: int = 0
    x: int = 0
    y: int = 0
    side: int = 1
    tilt: int = 0
    node: int = 0
    printed: date | None = None
    said: str = ""


@kind("logo", index=("programme",), refers={"programme": "programme"})
@dataclass(frozen=True, slots=True, kw_only=True)
class Logo(Record):
    """The logo of a programme's organisation, printed on its posters: a small PNG in base64."""

    programme: str = ""
    picture: str = ""


def logo_id(programme: str) -> str:
    """Return the id of a programme's logo; there is one at most."""
    return derived_id("logo", programme)


def hanging_id(tree: str, pledge: str) -> str:
    """Return the id of a pledge's leaf on a tree; there is one at most."""
    return derived_id("hanging", tree, pledge)
