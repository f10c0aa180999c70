"""The form in which a session is planned or changed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop.desk import Desk
from desktop.errors import FieldError
from desktop.language import tr
from desktop.programmes.actions import default_programme, programmes, save_programme
from desktop.sessions import actions
from desktop.sessions.author import AuthorField
from desktop.sessions.model import Session
from desktop.sessions.page.draft import Draft
from desktop.sessions.page.fields import SessionFields
from desktop.sessions.page.history import history_dialog
from desktop.sessions.page.repeat import Repeat
from desktop.sessions.page.typed import NEW, Typed, read, typed_of
from desktop.store.change import Change
from desktop.ui.buttons import Button
from desktop.ui.cards import Card, Line
from desktop.ui.dates import short_date
from desktop.ui.history import TwoVersions
from desktop.ui.keys import on_key
from desktop.ui.labels import Text
from desktop.ui.layout import MARGIN, Body, column, panel, row
from desktop.ui.notices import Notice
from desktop.ui.theme import theme

WIDE = 1000
"""From this width on, in design px, the series stands beside the fields."""
PLAN_DRAFT = "plan"


class Planner(QWidget):
    """Plans a session or a series, or changes a session.

    `kept(sessions, change id)` tells what was kept, `deleted(change id)` that the session was
    deleted, `left` that the form was left without keeping; `gone_wanted(id)` asks for what was
    deleted from the session.
    """

    kept = Signal(object, str)
    deleted = Signal(str)
    left = Signal()
    gone_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._before: Session | None = None
        self._first = Typed()
        self.title = Text("", "title")
        self.notice = Notice(
            "info",
            tr("This is what you typed before."),
            button=tr("Start afresh"),
            pressed=self.start_afresh,
        )
        self.review = TwoVersions(tr("Two laptops changed this session."), self.show_history)
        self.author = AuthorField(desk, self._on_named)
        self.author_card = Card("", self.author)
        self.fields = SessionFields(desk.today)
        self.repeat = Repeat(desk.today, self._taken)
        self.draft = Draft(desk.store, self.fields.typed)
        self.draft.setParent(self)  # else its timer would outlive the fields
        self._make_foot()
        self._lay_out()
        self.fields.changed.connect(self.draft.touch)
        self.fields.date.changed.connect(self._on_date)
        on_key(self, "Ctrl+Return", self.save)
        on_key(self, "Ctrl+Enter", self.save)

    def _make_foot(self) -> None:
        self.save_button = Button("", self.save, kind="primary", key=tr("Ctrl Enter"), size="main")
        self.cancel_button = Button(tr("Cancel"), self.leave, key="Esc", size="main")
        self.delete_button = Button(
            tr("Delete this session"), self.delete, kind="danger", icon="trash-2"
        )
        self.history_button = Button(tr("History"), self.show_history, icon="history")

    def _lay_out(self) -> None:
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(16)
        self._across.addWidget(self.fields, 3)
        self._across.addWidget(self.repeat, 2)
        self._across.setAlignment(self.repeat, Qt.AlignmentFlag.AlignTop)
        top = (self.title, self.review, self.notice, self.author_card)
        inside = column(*top, self._across, None, gap=14)
        foot = row(
            self.delete_button,
            self.history_button,
            None,
            self.cancel_button,
            self.save_button,
            gap=12,
        )
        foot.setContentsMargins(MARGIN, 10, MARGIN, 10)
        whole = column(gap=0)
        whole.addWidget(Body(panel(inside), scrolls=True), 1)
        whole.addWidget(Line())
        whole.addWidget(panel(foot, "surface"))
        self.setLayout(whole)

    def plan(self, day: date | None = None) -> None:
        """Begin to plan a new session, on a day if that is known."""
        first = replace(self._proposed(), date=short_date(day) if day else "")
        self._begin(PLAN_DRAFT, first, None)
        if day is not None:
            self.fields.date.set_value(day)
            self._on_date()

    def duplicate(self, session: Session) -> None:
        """Begin to plan a session like another one, a week later."""
        day = actions.next_week(session, self.desk.today())
        self.draft.end()
        first = typed_of(actions.duplicate(session, day))
        self._begin(f"{PLAN_DRAFT}/{session.id}", first, None)

    def edit(self, session: Session) -> None:
        """Begin to change a session."""
        self._begin(f"{PLAN_DRAFT}/edit/{session.id}", typed_of(session), session)

    def _begin(self, key: str, first: Typed, before: Session | None) -> None:
        self.draft.end()
        self._before, self._first = before, first
        self.refresh()
        typed = self.draft.begin(key, first)
        self.notice.setVisible(typed is not None)
        self.review.setVisible(before is not None and before.review)
        self.fields.show_typed(typed or first)
        self.fields.show_more(_uses_more(typed or first, first) or before is not None)
        self.repeat.start_again()
        self.repeat.setVisible(before is None)
        self.author.show_name()
        self.author_card.setVisible(not self.desk.preferences.author)
        self.title.setText(tr("Change a session") if before else tr("Plan a session"))
        self.save_button.set_text(tr("Save") if before else tr("Plan it"))
        for button in (self.delete_button, self.history_button):
            button.setVisible(before is not None)
        self._on_date()

    def begin_typing(self) -> None:
        """Take the focus to the first field to fill in."""
        first = self.fields.title if self.author_card.isHidden() else self.author.edit
        first.setFocus()

    def planning(self) -> bool:
        """Return whether a new session is planned, not one changed."""
        return self._before is None

    def refresh(self) -> None:
        """Offer again what is on file; what is typed stays."""
        with self.desk.store.read() as db:
            known = {name: actions.known_values(db, name) for name in ("title", "place", "team")}
            known["facilitators"] = actions.known_facilitators(db)
            found = programmes(db)
        author = self.desk.preferences.author
        known["facilitators"] = list(dict.fromkeys([author, *known["facilitators"]]))
        self.fields.offer(found, known)

    def _proposed(self) -> Typed:
        with self.desk.store.read() as db:
            latest = actions.latest_session(db, actions.LATEST)
            found = {programme.id: programme for programme in programmes(db)}
        lately = latest.programme if latest and latest.programme in found else next(iter(found), "")
        served = found[lately] if lately else None
        proposed = Typed(
            facilitators=self.desk.preferences.author,
            programme=lately or NEW,
            new_programme="" if found else tr("Our sessions"),
            outcomes=(*served.outcomes, *served.own_outcomes) if served else (),
        )
        if latest is None:
            return proposed
        return replace(proposed, start=f"{latest.start:%H:%M}", end=f"{latest.end:%H:%M}")

    def start_afresh(self) -> None:
        """Forget what was typed before."""
        self.draft.forget()
        self.notice.hide()
        self.fields.show_typed(self._first)
        self.begin_typing()

    def save(self) -> None:
        """Keep what was typed; what is wrong is said beneath its field."""
        self.fields.clear_errors()
        self.author.set_error("")
        try:
            self._save()
        except FieldError as error:
            self._show_error(error)

    def _save(self) -> None:
        if not self.author_card.isHidden():
            self.author.sign()
        typed = self.fields.typed()
        session = read(typed, self._before, self.desk.today())
        days = [] if self._before else self.repeat.further(session.date)
        with self.desk.store.change(self._label(days)) as change:
            programme = self._programme(change, typed)
            if self._before is not None:
                latest = change.need(Session, self._before.id)
                session = read(typed, latest, self.desk.today())
            session = replace(session, programme=programme)
            if days:
                kept = actions.plan_series(change, session, days)
            else:
                kept = [actions.save_session(change, session)]
        self.draft.forget()
        self.draft.end()
        self.kept.emit(kept, change.id)

    def _label(self, days: Sequence[date]) -> str:
        if self._before is not None:
            return tr("Change session")
        return tr("Plan a series") if days else tr("Plan session")

    def _programme(self, change: Change, typed: Typed) -> str:
        if typed.programme != NEW:
            return typed.programme
        return save_programme(change, default_programme(typed.new_programme)).id

    def _show_error(self, error: FieldError) -> None:
        if error.field == "author":
            self.author.set_error(str(error))
            self.author.edit.setFocus()
        elif error.field == "series":
            self.repeat.set_error(str(error))
            self.repeat.set_focus()
        elif not self.fields.set_error(error.field, str(error)):
            raise error

    def show_history(self) -> None:
        """Show who changed the session and when."""
        if self._before is None:
            return
        see = partial(self.gone_wanted.emit, self._before.id)
        told = self._on_gone_back
        history_dialog(self.window(), self.desk.store, self._before.id, told, see).open()

    def _on_gone_back(self, _words: str, change_id: str) -> None:
        if self._before is None:
            return
        with self.desk.store.read() as db:
            now = db.need(Session, self._before.id)
        self.draft.forget()
        self.draft.end()
        self.kept.emit([now], change_id)

    def delete(self) -> None:
        """Delete the session that is being changed."""
        if self._before is None:
            return
        with self.desk.store.change(tr("Delete session")) as change:
            actions.delete_session(change, change.need(Session, self._before.id))
        self.draft.forget()
        self.draft.end()
        self.deleted.emit(change.id)

    def leave(self) -> None:
        """Leave the form; what was typed comes back the next time."""
        self.draft.end()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        directions = QBoxLayout.Direction
        wide = self.width() >= theme().px(WIDE)
        self._across.setDirection(directions.LeftToRight if wide else directions.TopToBottom)

    def _on_named(self) -> None:
        if not self.fields.facilitators.text():
            self.fields.facilitators.setText(self.desk.preferences.author)

    def _on_date(self) -> None:
        self.repeat.set_first(self.fields.date.value())

    def _taken(self, days: Sequence[date]) -> list[date]:
        with self.desk.store.read() as db:
            return actions.days_taken(db, days)


def _uses_more(typed: Typed, first: Typed) -> bool:
    folded = ("team", "capacity", "notes", "counting")
    return any(getattr(typed, name) != getattr(first, name) for name in folded)
