import pytest

from desktop.attendance.model import Attendance
from desktop.history.naming import KIND_WORDS, LONGEST, Names, may_belong
from desktop.kinds import KINDS
from desktop.people.model import Person
from desktop.pledges.model import FollowUp, Pledge, Show
from desktop.programmes.model import Programme
from desktop.sessions.model import Session
from desktop.store.record import Record
from desktop.tree.model import Logo, Tree
from tests.history.losing import asked, delete, logo, take_off_grace, tree
from tests.pledges.evening import Evening


def named(evening: Evening, record: Record) -> tuple[str, list[str]]:
    with evening.store.read() as db:
        names = Names(db)
        names.learn([record])
        return names.title(record), names.about(record)


def test_each_record_is_called_by_what_a_facilitator_knows_of_it(evening: Evening) -> None:
    evening_words = "Good conversations, Thursday 8 October 2026"
    pledge = evening.pledge("I will listen.", person=evening.eirlys.id)
    for record, title, about in (
        (pledge, "I will listen.", ["Pledge", "Eirlys Vaughan", evening_words]),
        (
            take_off_grace(evening),
            "Grace Okafor",
            ["On a register", evening_words, "not arrived"],
        ),
        (
            asked(evening, pledge),
            "I will listen.",
            ["How a pledge went", "Kept", "Thursday 8 October 2026"],
        ),
        (evening.grace, "Grace Okafor", ["Person", "Manager"]),
        (evening.session, "Good conversations", ["Session", "Thursday 8 October 2026"]),
        (evening.programme, "Leading with care", ["Programme"]),
        (tree(evening), "In the corridor", ["Tree", "Leading with care"]),
        (logo(evening), "Logo", ["Logo", "Leading with care"]),
    ):
        assert named(evening, record) == (title, about)


def test_what_a_record_belonged_to_is_named_though_it_is_gone_too(evening: Evening) -> None:
    line = take_off_grace(evening)
    delete(evening, evening.session, evening.grace)
    title, about = named(evening, line)
    assert title == "Grace Okafor"
    assert about[1] == "Good conversations, Thursday 8 October 2026"


def test_a_private_pledge_keeps_its_words_to_itself(evening: Evening) -> None:
    pledge = evening.pledge("Tell my manager.", Show.NOT_ON_TREE, maker="Ann")
    assert named(evening, pledge)[0] == "Private pledge"
    assert named(evening, asked(evening, pledge))[0] == "Private pledge"


@pytest.mark.parametrize("text", ["listen " * 40, "听" * 400])
def test_a_long_pledge_is_cut(evening: Evening, text: str) -> None:
    title, _ = named(evening, evening.pledge(text))
    assert text.startswith(title.removesuffix("…"))
    assert LONGEST - 1 <= len(title) <= LONGEST + 1


def test_a_record_belongs_to_what_holds_it_however_far_up(evening: Evening) -> None:
    pledge = evening.pledge("I will listen.")
    said = asked(evening, pledge)
    with evening.store.read() as db:
        names = Names(db)
        names.learn([said])
        for holder in (pledge.id, evening.session.id, evening.programme.id):
            assert names.belongs(said, holder)
        assert not names.belongs(said, evening.grace.id)


def test_what_can_belong_to_a_session_and_to_a_programme() -> None:
    def of(holder: type[Record]) -> set[type[Record]]:
        return {cls for cls in KIND_WORDS if may_belong(cls, holder)}

    assert of(Session) == {Session, Attendance, Pledge, FollowUp}
    assert of(Programme) == of(Session) | {Programme, Tree, Logo}
    assert of(Person) == {Person, Attendance, Pledge, FollowUp}


def test_every_kind_has_its_words_but_those_that_come_back_by_themselves() -> None:
    others = {cls.KIND.name for cls in KINDS if cls not in KIND_WORDS}
    assert others == {"form", "hanging"}


def test_nothing_is_said_of_what_is_not_here(evening: Evening) -> None:
    lone = Pledge(session="elsewhere", text="Listen", show=Show.NO_NAME, made=evening.session.date)
    assert named(evening, lone) == ("Listen", ["Pledge"])
