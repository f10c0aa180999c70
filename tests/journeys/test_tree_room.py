"""From the first pledge to a poster on the wall, and the leaf that comes later."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.facilitator import Facilitator, app_on
from tests.journeys.test_session import plan, text_of

FIRST = "I will knock, and wait for an answer."
LATER = "I will sit down when I talk to someone in bed."


def pledge(facilitator: Facilitator, words: str) -> None:
    facilitator.goes_to("Their pledge")
    facilitator.types(words)
    facilitator.keys("Alt+2")


def words_of(text: str) -> set[str]:
    """Return the words alone: on a tilted leaf their lines are read in any order."""
    return set(text.split())


def save(facilitator: Facilitator, path: Path) -> None:
    def inside() -> None:
        facilitator.keys("Ctrl+A")
        facilitator.types(str(path))
        facilitator.keys("Enter")

    facilitator.in_dialog(lambda: facilitator.press("Save PDF"), inside)
    facilitator.reads(f"Saved as {path.name}")
    facilitator.until(path.exists)


def test_a_poster_is_printed_and_a_later_leaf_comes_as_a_top_up(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with app_on(qtbot, tmp_path / "data.db") as me:
        me.app.window.resize(1366, 696)
        plan(me)
        me.keys("Ctrl+2")
        pledge(me, FIRST)
        me.reads("1 pledge")
        me.press("Tree")
        me.reads("A3 poster, 42 × 30 cm")
        me.reads("Smallest text")
        assert me.app.window.windowTitle() == "Tree room – Pledge Tree"
        save(me, tmp_path / "poster.pdf")
        assert words_of(FIRST) <= words_of(text_of(tmp_path / "poster.pdf"))
        me.reads("A3, landscape, as it hangs.")

        me.press("Sessions")
        me.keys("Enter")
        me.keys("Ctrl+2")
        pledge(me, LATER)
        me.reads("2 pledges")
        me.press("Tree")
        me.reads("Print only 1 new leaf")
        me.press("New since 8 October, 1")
        me.reads("Print 1 new leaf")
        me.reads("New leaves to cut out, with a map")
        save(me, tmp_path / "leaf.pdf")
        assert words_of(LATER) <= words_of(text_of(tmp_path / "leaf.pdf"))
        me.reads("No new leaves")

        me.keys("Ctrl+Z")
        me.reads("Undone: Save new leaves")
        me.reads("Print 1 new leaf")
        me.keys("Ctrl+Z")
        me.reads("Undone: Make pledge")
        me.reads("No new leaves")
        me.keys("Ctrl+Z")
        me.reads("Undone: Save the tree")
        me.sees("Portrait")
