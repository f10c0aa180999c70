"""The app is killed in the middle of typing: what was kept is there, and what was just typed."""

import os
import subprocess
import sys
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.feedback.page.question import QuestionRow
from desktop.feedback.page.writing import CommentEdit
from desktop.kinds import open_store
from desktop.pledges.actions import pledges
from desktop.sample.planned import plan_ahead
from desktop.sessions.model import Session
from desktop.store.clock import local_now
from desktop.store.projection import table
from tests.facilitator import Facilitator, app_on
from tests.journeys.typist import PLEDGE, WITHOUT_END

ROOT = Path(__file__).parents[2]
TYPED, AT_MOST_LOST = 160, 100
"""Letters; a hundred of them take this typist a second and a half."""


def session_of_today(data_file: Path) -> str:
    """Return the session that the sample plans for the day of the wall clock."""
    store = open_store(data_file)
    plan_ahead(store, local_now())
    t = table(Session)
    with store.read() as db:
        found = db.find(Session, t.c.date == local_now().date().isoformat())
    store.close()
    return found[0].id


def killed_while_typing(data_file: Path, session: str, section: str) -> int:
    """Let somebody type in a program of their own and kill it; return how far they were."""
    command = [sys.executable, "-m", "tests.journeys.typist", str(data_file), session, section]
    screen = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        command, cwd=ROOT, env=screen, stdout=subprocess.PIPE, text=True
    ) as typist:
        assert typist.stdout
        assert typist.stdout.readline() == "kept\n"
        typed = 0
        while typed < TYPED:
            typed = int(typist.stdout.readline())
        typist.kill()
    return typed


def pledge_left(me: Facilitator, session: str) -> str:
    """Check the pledge that was kept, and return the words of the one that was not."""
    assert me.app.desk is not None
    with me.app.desk.store.read() as db:
        assert [made.pledge.text for made in pledges(db, [session])] == [PLEDGE]
    field = me.sees("Their pledge", QPlainTextEdit)
    assert isinstance(field, QPlainTextEdit)
    return field.toPlainText()


def comment_left(me: Facilitator, session: str) -> str:
    """Check the form that was kept, and return the comment of the one that was not."""
    assert me.app.desk is not None
    box = me.app.desk.boxes[session]
    draft = box.draft()
    assert box.count == 1
    assert draft is not None
    assert [len(choices) for choices in draft.given.values()] == [1]
    me.sees("6. Anything else", QuestionRow).setFocus()
    field = me.sees("Anything else", CommentEdit)
    assert isinstance(field, CommentEdit)
    assert list(draft.words.values()) == [field.text().strip()]
    return field.text()


@pytest.mark.parametrize(
    ("section", "words_left"), [("pledges", pledge_left), ("feedback", comment_left)]
)
def test_what_was_being_typed_is_there_after_a_kill(
    qtbot: QtBot, sample_file: Path, section: str, words_left: Callable[[Facilitator, str], str]
) -> None:
    session = session_of_today(sample_file)
    typed = killed_while_typing(sample_file, session, section)
    with app_on(qtbot, sample_file, local_now) as me:
        me.app.want("session", f"{session}/{section}")
        words = words_left(me, session).rstrip()
        assert len(words) > typed - AT_MOST_LOST
        assert "".join(islice(cycle(WITHOUT_END), 10_000)).startswith(words)
        assert me.app.desk is not None
        assert me.app.desk.store.check() == []
