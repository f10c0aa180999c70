from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.errors import UserError
from desktop.store.history import Difference, Step
from desktop.ui.buttons import Button
from desktop.ui.history import AT_ONCE, HistoryDialog, plain_words
from desktop.ui.labels import Text
from desktop.ui.notices import Notice
from tests.ui.hands import click, show

NOON = datetime(2026, 10, 8, 12, 0, tzinfo=UTC)
LABELS = {"name": "Name"}


@dataclass
class Past:
    """A history that remembers to what somebody went back."""

    versions: Sequence[Step]
    gone_back: list[str] = field(default_factory=list)

    def steps(self) -> Sequence[Step]:
        return self.versions

    def go_back(self, rev: str) -> str:
        if rev == "gone":
            raise UserError("This version holds nothing to go back to. Choose another one.")
        self.gone_back.append(rev)
        return "change"


def step(rev: str, *differences: Difference, now: bool = False, deleted: bool = False) -> Step:
    return Step(rev, NOON, "Siân", "Edit", differences, deleted=deleted, now=now)


def to_review(rev: str, name: str, *, now: bool = False, deleted: bool = False) -> Step:
    apart = () if deleted else (Difference("name", None, name), Difference("secret", None, 1))
    changed = step(rev, Difference("name", "before", name), now=now, deleted=deleted)
    return replace(changed, review=True, apart=apart)


def opened(qtbot: QtBot, *versions: Step) -> tuple[HistoryDialog, Past, list[tuple[str, str]]]:
    past, told = Past(versions), list[tuple[str, str]]()
    dialog = HistoryDialog(None, past, LABELS, lambda words, change: told.append((words, change)))
    qtbot.addWidget(dialog)
    show(dialog)
    return dialog, past, told


def said(dialog: HistoryDialog) -> list[str]:
    return [text.text() for text in dialog.findChildren(Text)]


def back_buttons(dialog: HistoryDialog) -> list[Button]:
    return [b for b in dialog.findChildren(Button) if b.words() == "Go back to this"]


def test_each_version_says_when_who_and_what(qtbot: QtBot) -> None:
    dialog, _, _ = opened(
        qtbot,
        step("b", Difference("name", "Sian", "Siân"), Difference("secret", 1, 2), now=True),
        step("a", Difference("name", None, "Sian")),
    )
    words = said(dialog)
    assert words.count("Thursday 8 October 2026, 12:00") == 2
    assert "Edit, Siân" in words
    assert "Name: Sian → Siân" in words
    assert "Name: Sian" in words
    assert not [one for one in words if "secret" in one]
    assert [b.accessibleName() for b in back_buttons(dialog)] == [
        "Go back to Thursday 8 October 2026, 12:00"
    ]


def test_what_shows_a_value_better_than_words_stands_below_them(qtbot: QtBot) -> None:
    def draw(field: str, value: object) -> QLabel | None:
        return QLabel(f"picture of {value}") if field == "name" else None

    past = Past([step("a", Difference("name", None, "Sian"), Difference("secret", None, 1))])
    dialog = HistoryDialog(None, past, LABELS, lambda *_: None, draw=draw)
    qtbot.addWidget(dialog)
    show(dialog)
    (drawn,) = [one for one in dialog.findChildren(QLabel) if one.text().startswith("picture")]
    words = next(one for one in dialog.findChildren(Text) if one.text() == "Name: Sian")
    assert drawn.text() == "picture of Sian"
    assert drawn.y() > words.y()


def test_the_day_stands_on_one_line_whoever_it_was(qtbot: QtBot) -> None:
    long = "Siân Prosser-Llywelyn of the Aberwen and Cwm Community Team"
    dialog, _, _ = opened(
        qtbot, replace(step("b", now=True), author=""), replace(step("a"), author=long)
    )
    days = [text for text in dialog.findChildren(Text) if text.text().startswith("Thursday")]
    assert len(days) == 2
    for day in days:
        assert day.height() < 2 * day.fontMetrics().height()
        assert day.width() >= day.fontMetrics().horizontalAdvance(day.text())
    assert {"Edit", f"Edit, {long}"} <= set(said(dialog))


def test_going_back_closes_and_can_be_undone(qtbot: QtBot) -> None:
    dialog, past, told = opened(qtbot, step("b", now=True), step("a"))
    click(back_buttons(dialog)[0])
    assert (past.gone_back, told) == (["a"], [("Gone back to an earlier version", "change")])
    assert dialog.isHidden()


def test_what_can_not_be_gone_back_to_is_said(qtbot: QtBot) -> None:
    dialog, _, told = opened(qtbot, step("b", now=True), step("gone"))
    click(back_buttons(dialog)[0])
    assert dialog.wrong.isVisible()
    assert told == []


def test_a_deletion_offers_nothing(qtbot: QtBot) -> None:
    dialog, _, _ = opened(qtbot, step("b", deleted=True))
    assert "Deleted" in said(dialog)
    assert back_buttons(dialog) == []


def test_old_versions_come_when_they_are_asked_for(qtbot: QtBot) -> None:
    dialog, _, _ = opened(qtbot, *(step(str(n)) for n in range(AT_ONCE + 5)))
    assert len(back_buttons(dialog)) == AT_ONCE
    click(dialog.older)
    assert len(back_buttons(dialog)) == AT_ONCE + 5
    assert dialog.older.isHidden()


def test_what_two_laptops_changed_stands_first_and_one_is_kept(qtbot: QtBot) -> None:
    older = [step(str(n)) for n in range(AT_ONCE)]
    mine, its = to_review("b", "Siân", now=True), to_review("a", "")
    dialog, past, told = opened(qtbot, mine, *older, its)
    words = said(dialog)
    assert any("Two laptops changed this." in one.text() for one in dialog.findChildren(Notice))
    assert "Name: Siân" in words
    assert "Name: nothing" in words
    keep = [b for b in dialog.findChildren(Button) if b.words() == "Keep this one"]
    assert len(keep) == 2
    assert keep[1].accessibleName() == "Keep that of Thursday 8 October 2026, 12:00"
    click(keep[1])
    assert (past.gone_back, told) == (["a"], [("One version was chosen", "change")])


def test_a_deletion_is_one_of_two_to_choose_from(qtbot: QtBot) -> None:
    dialog, past, _ = opened(
        qtbot, to_review("b", "Siân", now=True), to_review("a", "", deleted=True)
    )
    click(next(b for b in dialog.findChildren(Button) if b.words() == "Leave it deleted"))
    assert past.gone_back == ["a"]


def test_a_record_without_a_history_says_so(qtbot: QtBot) -> None:
    dialog, _, _ = opened(qtbot)
    assert "Nothing was changed yet." in said(dialog)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""),
        ("", ""),
        ((), ""),
        (True, "yes"),
        (False, "no"),
        (date(2026, 10, 8), "Thursday 8 October 2026"),
        (time(9, 5), "09:05"),
        (NOON, "8/10/2026 12:00"),
        (("a", "b"), "a, b"),
        (12, "12"),
    ],
)
def test_values_are_said_in_plain_words(value: object, words: str) -> None:
    assert plain_words("field", value) == words


def test_what_was_deleted_from_a_record_is_asked_for_at_the_foot(qtbot: QtBot) -> None:
    asked: list[bool] = []
    dialog = HistoryDialog(
        None,
        Past([step("a")]),
        LABELS,
        lambda *_: None,
        see_deleted=lambda: asked.append(dialog.isVisible()),
    )
    qtbot.addWidget(dialog)
    show(dialog)
    assert dialog.close_button.hasFocus()
    click(next(b for b in dialog.findChildren(Button) if b.words() == "What was deleted from it"))
    assert asked == [False]


def test_a_record_that_holds_nothing_has_no_such_button(qtbot: QtBot) -> None:
    dialog, _, _ = opened(qtbot, step("a"))
    assert "What was deleted from it" not in [b.words() for b in dialog.findChildren(Button)]
