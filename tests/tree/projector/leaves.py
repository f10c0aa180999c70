"""Trees as the projector's tests need them: real pledges where they would hang."""

from functools import cache

from PySide6.QtCore import QSize

from desktop.tree.paper.rows import Leaf
from desktop.tree.projector.colours import colours
from desktop.tree.projector.steps import Canvas
from tests.tree.pledges import places, texts

SIZE = QSize(640, 540)


class Clock:
    """A clock that a test sets, in seconds."""

    def __init__(self) -> None:
        self.time = 100.0

    def __call__(self) -> float:
        return self.time


@cache
def rows(number: int) -> tuple[Leaf, ...]:
    """Return so many leaves; every fourth is kept, the odd ones have a name."""
    return tuple(
        Leaf(
            f"pledge{at}",
            place,
            texts()[at % len(texts())],
            "Eirlys" if at % 2 else "",
            kept=at % 4 == 0,
            number=at + 1,
        )
        for at, place in enumerate(places("landscape", number))
    )


def canvas(theme: str = "light", size: QSize = SIZE) -> Canvas:
    return Canvas(size, 1.0, colours(theme))
