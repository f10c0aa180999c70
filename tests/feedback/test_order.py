"""Who came before whom: an attacker with every file guesses no better than by lot.

Kendall's tau between the order in which forms came and the order in which they stand is 1 where
the order leaks and 0 on average where it does not. Its standard deviation by lot is
sqrt(2(2n + 5) / 9n(n - 1)) (Kendall, "Rank Correlation Methods", 1948).
"""

import math
import random
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from pathlib import Path

import pytest

from desktop.feedback.box import CLOSED_BOX, close_box, folder_of, open_box
from desktop.feedback.form import default_form
from desktop.feedback.model import Answers
from desktop.kinds import open_store
from desktop.store.backup import make_backup
from desktop.store.store import Store
from tests.pledges.evening import NOW

FORM = default_form()
FORMS, SESSIONS = 24, 30
SURE = 5.0
"""Standard deviations: by lot a test fails once in two million runs."""


def tau(order: Sequence[int]) -> float:
    """Return Kendall's tau between 0, 1, 2 … and an order."""
    pairs = list(combinations(order, 2))
    return sum(1 if first < second else -1 for first, second in pairs) / len(pairs)


def by_lot(n: int, times: int) -> float:
    """Return the standard deviation of the mean tau of so many random orders."""
    return math.sqrt(2 * (2 * n + 5) / (9 * n * (n - 1)) / times)


def marked(number: int) -> Answers:
    """Return a form that can be told from every other, in its ticks and in its comment."""
    keys = [choice.key for question in FORM.questions[1:2] for choice in question.choices]
    ticks = tuple(key for bit, key in enumerate(keys) if number >> bit & 1)
    return Answers(given={"was": ticks}, words={"else": f"the words of form {number:03}"})


def ticked(answers: Answers) -> int:
    keys = [choice.key for choice in FORM.questions[1].choices]
    return sum(1 << keys.index(key) for key in answers.given["was"])


def in_bytes(data: bytes) -> list[int]:
    """Return the forms by where their words stand first in a file."""
    found = {n: data.find(f"the words of form {n:03}".encode()) for n in range(FORMS)}
    return sorted((n for n, at in found.items() if at >= 0), key=lambda n: found[n])


def scores_in_box(store: Store, session: str) -> list[int]:
    return [ticked(answers) for answers in open_box(store.path, session, FORM).answers()]


def comments_in_box(store: Store, session: str) -> list[int]:
    comments = open_box(store.path, session, FORM).comments()
    return [int(comment.text[-3:]) for comment in comments]


def in_document(store: Store, session: str) -> list[int]:
    with store.read() as db:
        bodies = db.documents(CLOSED_BOX.name).values()
    (body,) = [body for body in bodies if body["session"] == session]
    return [ticked(Answers(given=one["given"])) for one in body["answers"]]


def in_log(store: Store, _session: str) -> list[int]:
    log = store.path.with_name(store.path.name + "-wal")
    return in_bytes(log.read_bytes()) if log.exists() else []


def in_file(store: Store, _session: str) -> list[int]:
    store.fold_log()
    return in_bytes(store.path.read_bytes())


def in_backup(store: Store, session: str) -> list[int]:
    folder = store.path.with_name(f"backup of {session}")
    folder.mkdir()
    return in_bytes(make_backup(store, folder, NOW).path.read_bytes())


OPEN: dict[str, Callable[[Store, str], list[int]]] = {
    "the scores in the open box": scores_in_box,
    "the comments in the open box": comments_in_box,
}
CLOSED: dict[str, Callable[[Store, str], list[int]]] = {
    "the closed document": in_document,
    "the write-ahead log": in_log,
    "the data file": in_file,
    "a backup": in_backup,
}


def evenings(folder: Path) -> Iterator[tuple[Store, str]]:
    """Yield a store and a session with a box full of marked forms, many times."""
    for number in range(SESSIONS):
        store = open_store(folder / f"{number}.db")
        box = open_box(store.path, f"session-{number}", FORM)
        for form in range(FORMS):
            box.add(marked(form))
        yield store, f"session-{number}"
        store.close()


def assert_no_order(orders: dict[str, list[list[int]]]) -> None:
    for name, found in orders.items():
        assert all(sorted(order) == list(range(FORMS)) for order in found), name
        mean = sum(map(tau, found)) / len(found)
        assert abs(mean) < SURE * by_lot(FORMS, len(found)), name


def test_no_file_tells_in_which_order_people_answered(tmp_path: Path) -> None:
    orders: dict[str, list[list[int]]] = {name: [] for name in (*OPEN, *CLOSED)}
    for store, session in evenings(tmp_path):
        for name, look in OPEN.items():
            orders[name].append(look(store, session))
        close_box(store, open_box(store.path, session, FORM))
        for name, look in CLOSED.items():
            orders[name].append(look(store, session))
    assert_no_order(orders)


def test_the_open_box_and_its_copy_hold_no_words_at_all(tmp_path: Path) -> None:
    store, _ = next(evenings(tmp_path))
    files = [path for path in folder_of(store.path).rglob("*") if path.is_file()]
    assert len(files) >= 2
    assert [in_bytes(path.read_bytes()) for path in files] == [[]] * len(files)
    store.close()


@pytest.mark.parametrize("leak", [0.0, 0.6])
def test_an_order_that_leaks_even_a_little_would_be_caught(leak: float) -> None:
    rng = random.Random(3)
    orders = []
    for _ in range(SESSIONS):
        places = [n + rng.random() * FORMS * 4 * leak for n in range(FORMS)]
        orders.append(sorted(range(FORMS), key=places.__getitem__))
    with pytest.raises(AssertionError, match="leaky"):
        assert_no_order({"leaky": orders})
