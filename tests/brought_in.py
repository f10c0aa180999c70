"""What the tests of lists that come in stand on: a session, and the rows of a list."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop.sessions.actions import save_session
from desktop.sessions.model import Session
from desktop.store.store import Store
from desktop.tables.columns import Record, TableKind
from desktop.tables.reading import read_sheets
from desktop.tables.recognising import recognise


@pytest.fixture
def session(store: Store) -> Session:
    with store.change("Plan") as change:
        return save_session(change, Session(title="Kindness", date=date(2026, 7, 5)))


def rows_of(folder: Path, text: str, kind: TableKind) -> Iterator[Record]:
    """Return what the rows of a CSV file with this text say."""
    path = folder / "list.csv"
    path.write_text(text, "utf-8")
    (sheet,) = read_sheets(path)
    return recognise(sheet.top, kind).records(sheet.rows())
