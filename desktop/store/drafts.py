"""Unfinished typing: kept on this laptop only, overwritten in place, never merged."""

from __future__ import annotations

from desktop.store import sa, schema
from desktop.text import storable


def keep(connection: sa.Connection, key: str, text: str) -> None:
    """Remember a text under a key; an empty text forgets it."""
    draft = schema.draft
    connection.execute(draft.delete().where(draft.c.key == key))
    if text:
        connection.execute(draft.insert(), [{"key": key, "body": storable(text)}])


def read(connection: sa.Connection, key: str) -> str:
    """Return the text kept under a key, empty where there is none."""
    found = connection.execute(sa.select(schema.draft.c.body).where(schema.draft.c.key == key))
    return found.scalar() or ""
