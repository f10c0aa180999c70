import pytest

from desktop.errors import UserError
from desktop.workspace.scope import NothingToPrintError, OfProgramme, OfSession, Options


def test_by_default_every_pledge_gets_its_card_on_a_fresh_sheet() -> None:
    assert (Options().start, Options().private, Options().filled) == (1, True, None)


def test_papers_of_the_same_thing_are_equal() -> None:
    assert OfSession("s") == OfSession("s")
    assert OfProgramme("p") == OfProgramme("p", None, None)


def test_nothing_to_print_is_said_in_a_sentence() -> None:
    with pytest.raises(UserError, match="Nothing"):
        raise NothingToPrintError("Nothing is here yet.")
