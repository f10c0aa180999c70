"""The history of a pledge, and of how it went, in plain words."""

from typing import Any

from desktop.language import tr
from desktop.people.languages import language_name
from desktop.people.model import Person
from desktop.pledges.actions import follow_ups
from desktop.pledges.model import FollowUp, Outcome, Pledge, Show
from desktop.pledges.page.words import outcome_words, show_words
from desktop.sessions.model import Session
from desktop.store.history import Histories, History
from desktop.store.store import Store
from desktop.ui.history import Say, plain_words

LABELS = {
    "text": tr("The pledge"),
    "show": tr("Show on the tree"),
    "person": tr("Who made it"),
    "maker": tr("Who made it"),
    "themes": tr("Themes"),
    "language": tr("Language"),
    "session": tr("Session"),
    "checked": tr("Looked at"),
    "refused": tr("Kept off the tree"),
    "outcome": tr("How it went"),
    "asked": tr("Asked on"),
    "note": tr("Note"),
}


def history_of(store: Store, pledge_id: str) -> Histories:
    """Return the history of a pledge with that of what was said when its maker was asked."""
    with store.read() as db:
        asked = follow_ups(db, pledge_id)
    told = [History(store, FollowUp, one.id) for one in asked]
    return Histories(History(store, Pledge, pledge_id), *told)


def words_of(store: Store) -> Say:
    """Return what gives the words for a pledge's values, with names from the store."""

    def say(field: str, value: Any) -> str:
        if value and field in ("person", "session"):
            with store.read() as db:
                if field == "person":
                    person = db.get(Person, value)
                    return person.name if person else tr("somebody who was deleted")
                session = db.get(Session, value)
                return session.title if session else tr("a session that was deleted")
        if isinstance(value, Show):
            return show_words(value)
        if isinstance(value, Outcome):
            return outcome_words(value)
        return language_name(value) if field == "language" else plain_words(field, value)

    return say
