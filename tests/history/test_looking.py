import pytest

from desktop.history.looking import Gone, Wanted, look, name_of
from desktop.people.model import Person
from desktop.pledges.model import Pledge, Show
from desktop.progress import Cancelled, Progress
from tests.history.losing import delete, take_off_grace, tree
from tests.pledges.evening import Evening


def titles(evening: Evening, wanted: Wanted = Wanted(), limit: int = 10) -> list[str]:  # noqa: B008
    with evening.store.read() as db:
        return [one.title for one in look(db, wanted, limit)[0]]


@pytest.fixture
def losses(evening: Evening) -> Evening:
    """A pledge, a line of the register, a tree and another session were deleted in turn."""
    delete(evening, evening.pledge("I will listen.", person=evening.eirlys.id))
    take_off_grace(evening)
    delete(evening, tree(evening))
    other = evening.another("Breakfast")
    delete(evening, other)
    return evening


def test_all_that_was_deleted_stands_there_the_latest_first(losses: Evening) -> None:
    assert titles(losses) == ["Breakfast", "In the corridor", "Grace Okafor", "I will listen."]


def test_of_a_session_its_pledges_and_lines_of_a_programme_all(losses: Evening) -> None:
    assert titles(losses, Wanted(losses.session.id)) == ["Grace Okafor", "I will listen."]
    assert titles(losses, Wanted(losses.programme.id)) == titles(losses)
    assert titles(losses, Wanted("nothing")) == []
    delete(losses, losses.session)
    assert titles(losses, Wanted(losses.session.id))[0] == "Good conversations"


def test_it_is_found_by_its_words_its_session_its_maker_or_who_deleted_it(losses: Evening) -> None:
    for search, found in (
        ("LISTEN", ["I will listen."]),
        ("vaughan pledge", ["I will listen."]),
        ("good conv", ["Grace Okafor", "I will listen."]),
        ("sian", titles(losses)),
        ("siân grace", ["Grace Okafor"]),
        ("nobody", []),
    ):
        assert titles(losses, Wanted(search=search)) == found


def test_one_kind_only(losses: Evening) -> None:
    assert titles(losses, Wanted(kind=Pledge)) == ["I will listen."]
    assert titles(losses, Wanted(kind=Person)) == []


def test_a_private_pledge_is_not_found_by_its_words(evening: Evening) -> None:
    delete(evening, evening.pledge("Tell my manager.", Show.NOT_ON_TREE, maker="Ann"))
    assert titles(evening, Wanted(search="manager")) == []
    assert titles(evening, Wanted(search="ann")) == ["Private pledge"]


def test_more_than_the_limit_is_said(losses: Evening) -> None:
    with losses.store.read() as db:
        for limit, more in ((3, True), (4, False)):
            found, rest = look(db, Wanted(), limit)
            assert (len(found), rest) == (limit, more)
            assert all(isinstance(one, Gone) for one in found)


def test_looking_can_be_stopped(losses: Evening) -> None:
    progress = Progress()
    progress.stop()
    with losses.store.read() as db, pytest.raises(Cancelled):
        look(db, Wanted(), 10, progress)


def test_a_holder_has_its_name_though_it_was_deleted(losses: Evening) -> None:
    delete(losses, losses.session)
    with losses.store.read() as db:
        assert name_of(db, losses.session.id) == "Good conversations"
        assert name_of(db, losses.programme.id) == "Leading with care"
        assert name_of(db, "nothing") == ""
