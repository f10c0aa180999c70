from desktop.rooms import ROOMS


def test_every_page_has_a_key_of_its_own() -> None:
    keys = [room.key for room in ROOMS]
    assert len(keys) == len(set(keys))
    assert keys[0] == "home"


def test_a_page_without_a_button_says_where_it_belongs() -> None:
    keys = {room.key for room in ROOMS}
    for room in ROOMS:
        assert bool(room.icon) != bool(room.under)
        assert room.under in keys | {""}
