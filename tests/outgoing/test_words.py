import pytest

from desktop.outgoing.wish import What, Wish
from desktop.outgoing.words import names, still_open, warning


def test_every_list_has_a_name() -> None:
    assert list(names()) == list(What)


@pytest.mark.parametrize("what", What)
def test_before_each_list_one_is_told_that_others_can_read_it(what: What) -> None:
    readable, holds = warning(Wish(what, session="s"))
    assert readable == "Whoever has this file can read it."
    assert holds.endswith(".")


def test_what_a_list_holds_is_said() -> None:
    assert "also those not on the tree" in warning(Wish(What.PLEDGES))[1]
    of_session = Wish(What.FEEDBACK, session="s")
    assert warning(of_session)[1].endswith("A comment may still give its writer away.")
    assert "no comments" in warning(Wish(What.FEEDBACK, programme="p"))[1]
    assert "not closed yet" in still_open()
