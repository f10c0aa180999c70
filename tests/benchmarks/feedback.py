"""How long feedback takes with 1,000 sessions, where every export came once and where it grew.

Run `python3 -m tests.benchmarks.feedback`. One file has each session's online form once, with 40
forms; in the other it was brought in five times while it grew to 40, and four of the five count no
longer. Both are taken in turn. Goals: reading the results and comments of a programme and of one
session, as the pages do, within 1.2 times. How long it takes to keep one more box, to merge the
whole file into an empty one and to make all lists anew is printed beside, and is no goal.
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

from desktop.feedback.actions import comments, results
from desktop.feedback.box import CLOSED_BOX
from desktop.feedback.form import DEFAULT_FORM, default_form
from desktop.feedback.model import Answers, Ask, Comment
from desktop.feedback.pile import pile_of
from desktop.kinds import open_store
from desktop.store.reader import Db
from desktop.store.store import Store

SESSIONS, OF_PROGRAMME = 1_000, 40
GROWN = (8, 16, 24, 32, 40)
TURNS = 41
GOAL = 1.2
FORM = default_form()


def answers(chance: random.Random) -> Answers:
    """Return what somebody may answer; every fourth one writes."""
    asked = [question for question in FORM.questions if question.ask is not Ask.TEXT]
    given = {question.key: (chance.choice(question.choices).key,) for question in asked}
    words = {"else": f"Words {chance.random()}"} if chance.random() < 0.25 else {}
    return Answers(given, words)


def boxes(session: str, sizes: tuple[int, ...], seed: int) -> Iterator[object]:
    """Yield a session's exports of such sizes as closed boxes."""
    chance = random.Random(seed)
    forms = [answers(chance) for _ in range(max(sizes))]
    for size in sizes:
        words = [Comment(key, text) for one in forms[:size] for key, text in one.words.items()]
        yield pile_of(forms[:size], words).body(session, DEFAULT_FORM, ())


def filled(path: Path, sizes: tuple[int, ...]) -> Store:
    """Return a data file with the exports of every session."""
    store = open_store(path)
    with store.change("Bring in feedback") as change:
        change.save(FORM)
        for number in range(SESSIONS):
            for body in boxes(f"session {number}", sizes, number):
                change.keep(CLOSED_BOX, body)
    return store


def of_programme(db: Db) -> None:
    """Read what a programme's summary says."""
    sessions = [f"session {number}" for number in range(OF_PROGRAMME)]
    assert results(db, None, sessions, FORM).forms == OF_PROGRAMME * max(GROWN)


def of_session(db: Db) -> None:
    """Read what the page of a session shows."""
    assert results(db, None, ["session 7"], FORM).forms == max(GROWN)
    comments(db, "session 7")


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long something takes."""
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1e3


def read_in_turn(stores: list[Store], read: Callable[[Db], None]) -> list[float]:
    """Return the median milliseconds of reading in each file."""
    taken: list[list[float]] = [[] for _ in stores]
    for _ in range(TURNS):
        for store, found in zip(stores, taken, strict=True):
            with store.read() as db:
                found.append(milliseconds(lambda db=db: read(db)))  # type: ignore[misc]
    return [statistics.median(found) for found in taken]


def tell_of_writing(store: Store, name: str, empty: Store) -> None:
    """Print how long writing takes in one file."""
    late = [next(boxes("session 7", (6,), seed)) for seed in range(SESSIONS, SESSIONS + 11)]
    kept = [milliseconds(lambda body=body: store.keep(CLOSED_BOX, body)) for body in late]  # type: ignore[misc]
    merged = milliseconds(lambda: empty.merge(store))
    rebuilt = milliseconds(store.rebuild)
    print(f"{name}: one more box {statistics.median(kept):.1f} ms", end="")
    print(f", a merge {merged / 1e3:.2f} s, all lists anew {rebuilt / 1e3:.2f} s")


def main() -> int:
    """Measure, print the figures, and return 0 where the goals are met."""
    met = True
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        once, grown, *empty = (
            stack.enter_context(closing(store))
            for store in (
                filled(Path(name, "once.db"), GROWN[-1:]),
                filled(Path(name, "grown.db"), GROWN),
                open_store(Path(name, "a.db")),
                open_store(Path(name, "b.db")),
            )
        )
        for what, read in (("programme", of_programme), ("session", of_session)):
            first, second = read_in_turn([once, grown], read)
            met = met and second < GOAL * first
            print(f"a {what}: {first:.2f} ms once, {second:.2f} grown, {second / first:.2f} times")
        for store, said, other in zip((once, grown), ("once", "grown"), empty, strict=True):
            tell_of_writing(store, said, other)
    print(f"goal: within {GOAL} times: {'met' if met else 'missed'}")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
