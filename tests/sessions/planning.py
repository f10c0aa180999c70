"""Sessions as a facilitator would have planned them."""

from dataclasses import replace
from datetime import date

from desktop.programmes.actions import default_programme, save_programme
from desktop.programmes.model import Programme
from desktop.sessions.actions import save_session, sessions
from desktop.sessions.model import Session
from desktop.store.store import Store

THURSDAY = date(2026, 10, 8)


def planned(store: Store, title: str = "Talk", day: date = THURSDAY, **fields: object) -> Session:
    session = replace(Session(title=title, date=day), **fields)  # type: ignore[arg-type]
    with store.change("Plan session") as change:
        return save_session(change, session)


def programme(store: Store, name: str, *outcomes: str) -> Programme:
    made = replace(default_programme(name), outcomes=outcomes)
    with store.change("Make programme") as change:
        return save_programme(change, made)


def on_file(store: Store) -> list[Session]:
    with store.read() as db:
        return sessions(db)
