from pathlib import Path

from desktop.kinds import open_store
from desktop.programmes.model import Programme
from desktop.sample.programme import PROGRAMME, is_sample


def test_only_the_samples_own_programme_is_the_sample(tmp_path: Path) -> None:
    store = open_store(tmp_path / "data.db", "Siân")
    with store.change("Add a programme") as change:
        change.save(Programme(name="Intelligent kindness"))
    with store.read() as db:
        assert not is_sample(db)
    with store.change("Add a programme") as change:
        change.save(Programme(id=PROGRAMME, name="Intelligent kindness"))
    with store.read() as db:
        assert is_sample(db)
    store.close()
