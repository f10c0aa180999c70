from datetime import date
from pathlib import Path

from desktop.kinds import open_store
from desktop.programmes.model import Programme
from desktop.sample.programme import PROGRAMME, is_sample, lacks_plans
from desktop.sessions.model import Session


def test_only_the_samples_own_programme_is_the_sample(tmp_path: Path) -> None:
    store = open_store(tmp_path / "data.db", "Siân")
    with store.change("Add a programme") as change:
        change.save(Programme(name="Intelligent kindness"))
    with store.glance() as db:
        assert not is_sample(db)
    with store.change("Add a programme") as change:
        change.save(Programme(id=PROGRAMME, name="Intelligent kindness"))
    with store.glance() as db:
        assert is_sample(db)
    store.close()


def test_only_the_sample_lacks_a_session_and_only_on_days_without_one(tmp_path: Path) -> None:
    monday, tuesday = date(2026, 10, 5), date(2026, 10, 6)
    store = open_store(tmp_path / "data.db", "Siân")
    with store.glance() as db:
        assert not lacks_plans(db, monday)
    with store.change("Add a programme") as change:
        change.save(Programme(id=PROGRAMME, name="Intelligent kindness"))
        change.save(Session(programme=PROGRAMME, title="Kindness", date=monday))
    with store.glance() as db:
        assert not lacks_plans(db, monday)
        assert lacks_plans(db, tuesday)
    store.close()
