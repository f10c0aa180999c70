"""Trees as the projector's tests need them: real pledges where they would hang."""

from functools import cache

import numpy as np
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

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


def apart(one: QImage, other: QImage) -> int:
    """Return by how much of 255 two pictures differ where they differ most."""
    bits = [np.frombuffer(image.constBits(), np.uint8).astype(int) for image in (one, other)]
    return int(np.abs(bits[0] - bits[1]).max())
