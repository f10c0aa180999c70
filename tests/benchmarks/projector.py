"""How smoothly a leaf grows on the projector, and whether the facilitator's screen goes on.

Run `python3 -m tests.benchmarks.projector`. On a 1920 × 1080 projector that shows a tree of 1,000
real pledges, pledges are made one by one. Each figure is in ms; layout and painted are CPU time,
the other figures go by the wall clock. *Layout* is one more leaf hung on the standing tree;
*painted* is a frame in which the leaf grows, with the numbers that turn, one such frame right
after the other: CPU time too. *One leaf* is both, each layout with each frame. *Growing* is the
same frame in its time, sixty a second, after a sleep that cools what the processor had at hand;
*camera* one in which the whole picture moves.
*Stall* is the longest time in which the window could not answer while a worker made the pictures,
*idle* the same while nothing was to be done: what else the computer does. *Begins* is from the
commit until the leaf begins to grow. Goals: one leaf at most 5 ms at the 95th percentile and 16 ms
at worst; a leaf begins to grow within a second.
"""

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from desktop.desk import Desk
from desktop.kinds import open_store
from desktop.pledges.actions import make_pledge
from desktop.pledges.model import Pledge, Show
from desktop.programmes.actions import default_programme
from desktop.sessions.model import Session
from desktop.tree.growth.shape import Need
from desktop.tree.projector.gardener import Gardener
from desktop.tree.projector.screen import Projector
from desktop.tree.projector.story import GROW_FROM, GROWN, TRAVEL
from desktop.ui.theme import apply_theme
from tests.facilitator import NOW
from tests.tree.pledges import texts
from tests.tree.projector.leaves import Clock

LEAVES, MORE = 1_000, 20
FRAME_S = 1 / 60
PATIENCE_S = 60.0


class Room:
    """A projector with a clock that the benchmark sets, and the pledges of an evening."""

    def __init__(self, folder: Path) -> None:
        self.store = open_store(folder / "data.db")
        self.clock = Clock()
        with self.store.change("Plan session") as change:
            programme = change.save(default_programme("Leading with care"))
            self.session = change.save(
                Session(programme=programme.id, title="Kindness", date=NOW.date())
            )
            for number in range(LEAVES):
                make_pledge(change, self.pledge(number))
        self.projector = Projector(Desk(self.store), self.clock)
        self.projector.resize(1920, 1080)
        self.projector.show()
        self.projector.show_session(self.session)
        self.settle()

    def pledge(self, number: int) -> Pledge:
        text = texts()[number % len(texts())]
        fields = {"session": self.session.id, "text": text, "made": NOW.date()}
        return Pledge(show=Show.NO_NAME, checked=True, **fields)  # type: ignore[arg-type]

    def until(self, holds: Callable[[], bool]) -> float:
        """Let the app work until something holds; return the longest time it did not answer."""
        start = last = time.perf_counter()
        longest = 0.0
        while not holds():
            assert last - start < PATIENCE_S, "it did not get there"
            QApplication.processEvents()
            now = time.perf_counter()
            longest, last = max(longest, now - last), now
            time.sleep(0.0005)
        return longest

    def settle(self) -> None:
        def rests() -> bool:
            self.clock.time += 1.0
            self.projector.director.tick()
            return self.projector.director.at_rest

        self.until(rests)

    def frame(self) -> float:
        """Paint, and let the rest of a sixtieth of a second pass; return how long painting took."""
        start = time.perf_counter()
        self.projector.director.tick()
        QApplication.processEvents()
        taken = time.perf_counter() - start
        time.sleep(max(0.0, FRAME_S - taken))
        self.clock.time += time.perf_counter() - start
        return taken


class Figures:
    """What was measured, in seconds."""

    def __init__(self) -> None:
        self.layout: list[float] = []
        self.painted: list[float] = []
        self.one_leaf: list[float] = []
        self.growing: list[float] = []
        self.camera: list[float] = []
        self.stall: list[float] = []
        self.idle: list[float] = []
        self.begins: list[float] = []


@contextmanager
def room() -> Iterator[Room]:
    with tempfile.TemporaryDirectory() as folder:
        made = Room(Path(folder))
        yield made
        made.projector.close()
        made.store.close()


def lay_out(found: Figures, made: Room) -> None:
    """Measure hanging one more leaf of each of some pledges, warm."""
    gardener = Gardener(made.store, made.session.programme, keeps=False)
    gardener.tend()
    gardener.warm_up()
    arrangement = gardener._arrangement
    assert arrangement is not None
    wanted = {pledge: Need(leaf.rung) for pledge, leaf in arrangement.leaves.items()}
    needs = list(wanted.values())
    arrangement.bring_up(wanted | {"first": needs[0]})
    wanted["first"] = needs[0]
    for number in range(200):
        wanted[f"new{number}"] = needs[number]
        start = time.thread_time()
        arrangement.bring_up(wanted)
        found.layout.append(time.thread_time() - start)


def grow(found: Figures, made: Room, number: int) -> None:
    """Measure the course of one new leaf."""
    with made.store.change("Make pledge") as change:
        make_pledge(change, made.pledge(LEAVES + number))
    start = time.perf_counter()
    made.projector.on_changed(frozenset({"pledge"}))
    stage = made.projector.stage
    found.stall.append(made.until(lambda: stage.moves))
    found.begins.append(time.perf_counter() - start + GROW_FROM)
    begun = made.clock.time
    if number % 2:
        paint(found, made, begun)
    while (passed := made.clock.time - begun) < GROWN:
        taken = made.frame()
        (found.camera if passed <= TRAVEL else found.growing).append(taken)
    stage.hurry()
    resting: list[float] = []
    while stage.moves:
        taken = made.frame()
        (found.camera if stage._last.back else resting).append(taken)
    found.stall.append(max(resting))
    made.settle()
    end = time.perf_counter() + 0.5
    found.idle.append(made.until(lambda: time.perf_counter() > end))


def paint(found: Figures, made: Room, begun: float) -> None:
    """Measure the frames in which a leaf grows, warm."""
    made.clock.time = begun + TRAVEL
    made.projector.director.tick()
    QApplication.processEvents()
    while made.clock.time < begun + GROWN:
        made.clock.time += FRAME_S
        start = time.thread_time()
        made.projector.director.tick()
        QApplication.processEvents()
        found.painted.append(time.thread_time() - start)


def told(name: str, values: list[float]) -> str:
    ordered = sorted(1000 * value for value in values)
    middle, high = statistics.median(ordered), ordered[int(len(ordered) * 0.95)]
    return f"{name:8} median {middle:6.1f}   95th {high:6.1f}   worst {ordered[-1]:6.1f} ms"


def main() -> None:
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    apply_theme(application, "light")
    found = Figures()
    with room() as made:
        lay_out(found, made)
        for number in range(MORE):
            grow(found, made, number)
    found.one_leaf = [one + other for one in found.layout for other in found.painted]
    for name, values in vars(found).items():
        print(told(name.replace("_", " "), values))


if __name__ == "__main__":
    main()
