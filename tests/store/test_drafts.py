from contextlib import closing
from pathlib import Path

from desktop.store.store import Store
from tests.store.laptops import laptop


def test_a_draft_is_overwritten_in_place_and_forgotten_when_empty(store: Store) -> None:
    store.keep_draft("pledge", "I will\x00 ask")
    store.keep_draft("pledge", "I will ask more")
    assert store.draft("pledge") == "I will ask more"
    store.keep_draft("pledge", "")
    assert store.draft("pledge") == ""


def test_unfinished_typing_is_there_after_a_restart_and_stays_on_this_laptop(
    tmp_path: Path, other: Store
) -> None:
    with closing(laptop(tmp_path / "a.db")) as store:
        store.keep_draft("pledge", "I will")
    with closing(laptop(tmp_path / "a.db")) as store:
        assert store.draft("pledge") == "I will"
        other.merge(store)
    assert other.draft("pledge") == ""
