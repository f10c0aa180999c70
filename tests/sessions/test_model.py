from datetime import date

from desktop.sessions.model import Counting, Session


def test_a_session_is_found_by_title_place_and_team_without_accents() -> None:
    made = Session(title="Café", place="Tŷ Gwyn", team="Gogledd-ddwyrain", date=date(2026, 1, 2))
    assert made.KIND.keys["search"](made) == "cafe ty gwyn gogledd ddwyrain"


def test_people_are_counted_by_name_unless_said_otherwise() -> None:
    assert Session(date=date(2026, 1, 2)).counting is Counting.BY_NAME
