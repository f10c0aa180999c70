"""Somebody who puts bad text into every field of whatever is in front, and saves it."""

import json
import re
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import TracebackType

import sqlalchemy as sa
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from desktop.app import App
from desktop.errors import UserError
from desktop.store.schema import revision
from desktop.text import paragraphs
from desktop.ui.buttons import Button
from tests.facilitator import Facilitator
from tests.journeys.walking import shown

Edit = QLineEdit | QPlainTextEdit
MOST_OF_A_NUMBER = 40
"""A line that holds no more than this is for a number, a date or a time."""


@contextmanager
def no_bugs(app: App) -> Iterator[None]:
    """Have the app show what goes wrong as it does for everybody; only sentences may come up."""
    bugs: list[BaseException] = []

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, UserError):
            app.on_exception(kind, error, trace)
        else:
            bugs.append(error.with_traceback(trace))

    before, sys.excepthook = sys.excepthook, hook
    try:
        yield
    finally:
        sys.excepthook = before
    if bugs:
        raise ExceptionGroup("bugs", [bug for bug in bugs if isinstance(bug, Exception)])


def fields(front: QWidget) -> list[Edit]:
    """Return the fields for words that can be seen; not those for numbers, nor searches."""
    found: list[Edit] = []
    for widget in shown(front):
        if isinstance(widget, QPlainTextEdit) and not widget.isReadOnly() and widget.isEnabled():
            found.append(widget)
        if isinstance(widget, QLineEdit) and not widget.property("bare") and widget.isEnabled():
            found.append(widget)
    return [f for f in found if not isinstance(f, QLineEdit) or f.maxLength() > MOST_OF_A_NUMBER]


def text_of(field: Edit) -> str:
    """Return what stands in a field."""
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def fill(me: Facilitator, texts: str | Iterator[str], skip: Sequence[str]) -> dict[Edit, str]:
    """Paste a text with a number of its own into every field in front; return what is where.

    Of several texts each field gets the next one, until there are no more.
    """
    filled: dict[Edit, str] = {}
    for number, field in enumerate(fields(me.window)):
        text = texts if isinstance(texts, str) else next(texts, None)
        if text is not None and field.isVisible() and field.accessibleName() not in skip:
            filled[field] = f"{text} {number}" if plain(text) else text
            paste_into(me, field, filled[field])
    return filled


def paste_into(me: Facilitator, field: Edit, text: str) -> None:
    """Paste a text in place of what stands in a field."""
    if (suggestions := QApplication.activePopupWidget()) is not None:
        suggestions.close()  # as Tab does, or they would get the keys
    field.setFocus()
    me.keys("Ctrl+A")
    if text:
        me.pastes(text)
    elif text_of(field):
        me.keys("Backspace")


def plain(text: str) -> str:
    """Return text as it may be kept: without what nobody can see, and with single spaces."""
    cleaned = paragraphs(text.replace("\ufffd", ""), "", 1_000_000)
    kept = (c if unicodedata.category(c) != "Cc" else " " for c in cleaned)
    return " ".join("".join(kept).split()).casefold()  # names get capitals


def kept(me: Facilitator) -> set[str]:
    """Return every text in the records, in the open feedback, and in the choices of this laptop."""
    assert me.app.desk is not None
    with me.app.desk.store.read() as db:
        bodies = [body for (body,) in db.rows(sa.select(revision.c.body)) if body]
    texts = [text for body in bodies for text in _strings(json.loads(body))]
    texts += [words.text for box in me.app.desk.boxes.values() for words in box.comments()]
    texts += [me.app.desk.preferences.author, me.app.desk.preferences.laptop]
    return {plain(text) for text in texts}


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield f"{value.get('given')} {value.get('surname')}"
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        yield from (between.join(map(str, value)) for between in (", ", " "))
        for inner in value:
            yield from _strings(inner)


def lost(me: Facilitator, filled: dict[Edit, str], usual: set[str]) -> list[str]:
    """Return what was pasted and is neither kept whole nor in its field beneath a sentence.

    `usual` are the sentences that can be read there when all is well.
    """
    found, in_file = [], kept(me)
    told = bool(sentences(me) - usual)
    for field, text in filled.items():
        if plain(text) in in_file or not plain(text):
            continue
        there = isValid(field) and field.isVisible() and plain(text_of(field)) == plain(text)
        if not there or not told:
            name = field.accessibleName() if isValid(field) else "a field that is gone"
            found.append(f"{name}: still there {there}, told {told}")
    return found


def sentences(me: Facilitator) -> set[str]:
    """Return every whole sentence that can be read in front, and in the message at the foot."""
    texts = {me.app.window.toast_text()}
    texts |= {
        re.sub("<[^>]+>", "", label.text())
        for label in shown(me.window)
        if isinstance(label, QLabel)
    }
    return {text for text in texts if text.endswith((".", "?"))}


def save(me: Facilitator) -> None:
    """Press the green button; where there is none each field keeps its words as it is left."""
    for button in shown(me.window):
        if isinstance(button, Button) and button.kind == "primary" and button.isEnabled():
            me.press(button.accessibleName())
            break
    else:
        me.keys("Tab")
    QApplication.processEvents()
