"""How long 1,000 pledge cards take, beside a bare canvas that draws the same strings.

Run `python3 -m tests.benchmarks.cards`. Both start from rows in memory and end with a file on the
disk; the floor is told each string's place, so it neither breaks lines nor chooses sizes. Each
figure is the median of eleven turns, taken alternately. Goal: within 3 times the floor.
"""

import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from desktop.people.model import Person
from desktop.pledges.actions import Made
from desktop.pledges.model import Pledge, Show
from desktop.pledges.paper import cards

NUMBER = 1_000
TURNS = 11
WORDS = "I will ask what matters to you before I ask what is the matter and then listen"
NOTE = "Good conversations at home"


class Placed(NamedTuple):
    """One string as the cards draw it."""

    font: str
    size: float
    x: float
    y: float
    text: str


def rows() -> list[Made]:
    """Return pledges of 10 to 140 characters."""
    words = WORDS.split()
    made = []
    for number in range(NUMBER):
        text = " ".join(words[(number + n) % len(words)] for n in range(3 + number % 26))
        person = Person(given=f"Eirlys {number}", surname="Vaughan")
        pledge = Pledge(
            session="s", text=text[:140], show=list(Show)[number % 3], made=date(2026, 10, 8)
        )
        made.append(Made(pledge, person))
    return made


def strings(made: list[Made]) -> list[list[Placed]]:
    """Return what the cards draw, page by page, by watching them being drawn."""
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.pdfgen.textobject import PDFTextObject

    pages: list[list[Placed]] = [[]]
    write, show = PDFTextObject.textLine, Canvas.showPage

    def watch_write(self: Any, text: str = "") -> Any:
        pages[-1].append(Placed(self._fontname, self._fontsize, self._x, self._y, text))
        return write(self, text)

    def watch_show(self: Any) -> Any:
        pages.append([])
        return show(self)

    PDFTextObject.textLine, Canvas.showPage = watch_write, watch_show  # type: ignore[method-assign]
    try:
        cards(made, notes={"s": NOTE})
    finally:
        PDFTextObject.textLine, Canvas.showPage = write, show  # type: ignore[method-assign]
    assert sum(map(len, pages)) > 3 * NUMBER, "the strings were not seen"
    return pages[:-1]


def bare(pages: list[list[Placed]], path: Path) -> None:
    """Draw the strings at their places."""
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path), pagesize=(842, 595), pageCompression=1, invariant=1)
    for page in pages:
        for placed in page:
            canvas.setFont(placed.font, placed.size)
            canvas.drawString(placed.x, placed.y, placed.text)
        canvas.showPage()
    canvas.save()


def seconds(work: Callable[[], object]) -> float:
    """Return how long one turn takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def main() -> None:
    """Print both figures and their ratio."""
    made = rows()
    pages = strings(made)
    with tempfile.TemporaryDirectory() as folder:
        ours, floor = Path(folder, "cards.pdf"), Path(folder, "bare.pdf")

        def print_cards() -> None:
            ours.write_bytes(cards(made, notes={"s": NOTE}))

        times: list[tuple[float, float]] = []
        for _ in range(TURNS):
            times.append((seconds(print_cards), seconds(lambda: bare(pages, floor))))
        mine, least = (statistics.median(column) for column in zip(*times, strict=True))
        sizes = ours.stat().st_size, floor.stat().st_size
    print(f"{NUMBER:,} cards: {mine * 1000:.0f} ms, {sizes[0] / 1000:.0f} kB")
    print(f"bare canvas: {least * 1000:.0f} ms, {sizes[1] / 1000:.0f} kB")
    print(f"{mine / least:.2f} times the floor; goal: 3")


if __name__ == "__main__":
    main()
