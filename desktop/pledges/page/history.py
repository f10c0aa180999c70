"""The history of a pledge in plain words."""

from typing import Any

from desktop.language import tr
from desktop.people.languages import language_name
from desktop.people.model import Person
from desktop.pledges.model import Show
from desktop.pledges.page.words import show_words
from desktop.sessions.model import Session
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
}


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
        return language_name(value) if field == "language" else plain_words(field, value)

    return say
