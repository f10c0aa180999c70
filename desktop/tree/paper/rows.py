"""What the tree's papers are made from: frozen rows, gathered beforehand."""

from dataclasses import dataclass

from desktop.language import tr
from desktop.printing.sheet import Size
from desktop.tree.growth.shape import Place
from desktop.tree.growth.standing import Standing
from desktop.tree.model import Season


@dataclass(frozen=True, slots=True)
class Leaf:
    """A pledge where it hangs, with its words; `name` is the first name to show, or empty.

    `number` is printed on its cut-out and on the map; `new` says that it is not on the wall yet.
    """

    pledge: str
    place: Place
    text: str
    name: str = ""
    kept: bool = False
    number: int = 0
    new: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """The words and colours of a poster; `logo` is a picture file's content, or empty.

    `plain` is the one-colour variant: white leaves, black outlines.
    """

    title: str = ""
    subtitle: str = ""
    counted: str = ""
    when: str = ""
    logo: bytes = b""
    season: Season = Season.SUMMER
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Poster:
    """A tree, or a grove of several, each on a sheet of its own that lies as `sheet` says.

    `planned` is the number of leaves whose bare boughs are drawn, 0 for a growing tree; `each` is
    then the mean area of a leaf in em². `standings` say how the trees stand on their sheets.
    """

    sheet: Size
    trees: tuple[tuple[Leaf, ...], ...]
    standings: tuple[Standing, ...]
    look: Look = Look()
    planned: int = 0
    each: float = 0.0

    @property
    def form(self) -> str:
        """Return the form of the trees, by how the sheet lies."""
        return "portrait" if self.sheet.height > self.sheet.width else "landscape"

    def which(self, tree: int, language: str) -> str:
        """Return which of a grove's trees it is, counted from 0; nothing where it is alone."""
        if len(self.trees) == 1:
            return ""
        words = tr("Tree {number} of {trees}", language)
        return words.format(number=tree + 1, trees=len(self.trees))
