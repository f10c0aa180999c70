import pytest

from desktop.errors import UserError
from desktop.store.record import new_id
from desktop.tree.logo import LARGEST, keep_logo, logo_of, picture_of, remove_logo
from tests.pledges.evening import Evening


def kept(evening: Evening) -> bytes:
    with evening.store.read() as db:
        return logo_of(db, evening.programme.id)


def test_a_programme_has_one_logo_at_most(evening: Evening) -> None:
    assert kept(evening) == b""
    for picture in (b"first", b"second"):
        with evening.store.change("Choose logo") as change:
            keep_logo(change, evening.programme.id, picture)
    assert kept(evening) == b"second"
    evening.store.undo()
    assert kept(evening) == b"first"


def test_a_logo_that_was_removed_comes_back(evening: Evening) -> None:
    with evening.store.change("Choose logo") as change:
        keep_logo(change, evening.programme.id, b"first")
    with evening.store.change("Remove logo") as change:
        remove_logo(change, evening.programme.id)
    assert kept(evening) == b""
    with evening.store.change("Choose logo") as change:
        keep_logo(change, evening.programme.id, b"again")
    assert kept(evening) == b"again"
    assert evening.store.check() == []


def test_to_remove_no_logo_is_no_step(evening: Evening) -> None:
    before = len(evening.store.steps().undo)
    with evening.store.change("Remove logo") as change:
        remove_logo(change, new_id())
    assert len(evening.store.steps().undo) == before


def test_a_logo_too_large_to_go_with_the_data_is_refused(evening: Evening) -> None:
    with (
        evening.store.change("Choose logo") as change,
        pytest.raises(UserError, match="too large for a logo"),
    ):
        keep_logo(change, evening.programme.id, bytes(LARGEST + 1))


@pytest.mark.parametrize("text", ["", "abc", "%%%", "é", "not base64 é"])
def test_a_logo_whose_text_is_damaged_is_none(text: str) -> None:
    assert picture_of(text) == b""
