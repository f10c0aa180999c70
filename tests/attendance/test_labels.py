from desktop.attendance.labels import presence_words
from desktop.attendance.model import Presence


def test_each_place_has_words_of_its_own() -> None:
    assert len({presence_words(presence) for presence in Presence}) == len(Presence)
