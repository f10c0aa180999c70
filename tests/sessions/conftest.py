from datetime import datetime

import pytest

from desktop.desk import Desk
from desktop.preferences import Preferences, write_preferences
from desktop.store.store import Store
from tests.own_data import look, store

__all__ = ["look", "store"]

NOW = datetime.fromisoformat("2026-10-08T14:03:00+01:00")


@pytest.fixture
def desk(store: Store) -> Desk:
    write_preferences(store.path, Preferences(author="Siân Prosser"))
    return Desk(store, lambda: NOW)
