from dataclasses import replace
from threading import Thread

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from desktop.tree.projector.saying import CARD, Drawn, Room, Said, drawn
from desktop.ui.theme import apply_theme
from desktop.ui.tokens import contrast, tokens
from tests.tree.projector.leaves import apart, rows

pytestmark = pytest.mark.usefixtures("faces")
SAID = Said("Good conversations", "Hall", rows(1)[0], 201, 58)
ROOM = Room(QSize(620, 1080), 1.0, "light")
AAA = 7.0


def test_one_leaf_is_spoken_of_as_one() -> None:
    one = Said("Good conversations", "", rows(1)[0], 1)
    assert one.spoken().startswith("Good conversations. 1 leaf on our tree. The newest leaf: ")


@pytest.fixture
def faces(qapp: QApplication) -> None:
    """The app's own faces: those of the system differ from one thread to the other."""
    apply_theme(qapp, "light", 100)


def test_before_the_tree_is_known_nothing_is_said_of_its_leaves() -> None:
    unknown = Said("Good conversations", "Hall", known=False)
    assert unknown.spoken() == "Good conversations. Hall"
    number = drawn(unknown, ROOM).number
    assert all(
        not number.pixelColor(x, y).alpha()
        for x in range(number.width())
        for y in range(number.height())
    )
    assert drawn(unknown, ROOM).words != drawn(replace(unknown, known=True), ROOM).words


def test_a_worker_draws_the_same_as_the_window() -> None:
    found: list[Drawn] = []
    worker = Thread(target=lambda: found.append(drawn(SAID, ROOM)))
    worker.start()
    worker.join()
    here = drawn(SAID, ROOM)
    assert apart(found[0].words, here.words) == 0
    assert apart(found[0].number, here.number) == 0
    assert apart(found[0].kept, here.kept) == 0


def test_large_numbers_are_set_smaller_and_leave_room_for_the_blossom() -> None:
    small, large = drawn(SAID, ROOM), drawn(replace(SAID, number=99_999, kept=99_999), ROOM)
    assert large.number.width() + large.kept.width() < 560
    assert large.kept_left == small.kept_left


def test_on_a_small_dense_screen_it_is_the_same_at_its_size() -> None:
    made = drawn(SAID, Room(QSize(310, 540), 2.0, "dark"))
    assert made.words.size() == QSize(620, 1080)
    assert made.room.scale == 0.5


@pytest.mark.parametrize("theme", ["light", "dark", "hc"])
def test_all_words_have_the_contrast_of_aaa(theme: str) -> None:
    token = tokens(theme)
    pairs = [("text", "bg"), ("muted", "bg"), ("softink", "bg")]
    pairs += [("text", f"leaf{number}") for number in range(1, 6)]
    assert min(contrast(token[ink], token[under]) for ink, under in pairs) >= AAA


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_leaf_has_by_chance_the_colour_of_what_is_kept(theme: str) -> None:
    pink = QColor(tokens(theme)["keptsoft"])
    corner = CARD.bottomRight().toPoint() - QPoint(20, 20)
    room = replace(ROOM, theme=theme)
    for leaf in rows(12):
        made = drawn(replace(SAID, newest=leaf), room)
        assert made.words.pixelColor(corner) not in (pink, QColor(tokens(theme)["bg"]))


@pytest.mark.parametrize(
    "text",
    [
        "I will sit down with my team once a week, listen to them, and give them time",
        "میں ہر ہفتے ایک بار اپنی ٹیم کے ساتھ بیٹھ کر ان کی بات غور سے سنوں گی اور وقت دوں گی",
        "मैं हर हफ़्ते अपनी टीम के साथ बैठूँगी, ध्यान से उनकी बात सुनूँगी और समय दूँगी",
    ],
)
def test_words_in_any_script_fill_their_card(text: str) -> None:
    leaf = replace(rows(1)[0], text=text, name="")
    image = drawn(replace(SAID, newest=leaf), ROOM).words
    across = range(round(CARD.left()) + 58, round(CARD.right()) - 46, 3)
    dark = [
        y
        for y in range(round(CARD.top()), round(CARD.bottom()))
        if any(image.pixelColor(x, y).lightness() < 90 for x in across)
    ]
    assert dark[-1] - dark[0] > 0.45 * CARD.height()
