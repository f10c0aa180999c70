from dataclasses import replace
from pathlib import Path

from desktop.desk import Desk
from desktop.kinds import open_store


def test_a_choice_is_kept_signed_and_told(tmp_path: Path) -> None:
    desk = Desk(open_store(tmp_path / "data.db"))
    told: list[str] = []
    desk.on_preferences(lambda: told.append(desk.preferences.author))
    desk.prefer(replace(desk.preferences, author="Siân Prosser"))
    assert told == ["Siân Prosser"]
    assert desk.store.author == "Siân Prosser"
    again = Desk(desk.store)
    assert again.preferences.author == "Siân Prosser"
    desk.store.close()
