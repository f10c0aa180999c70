"""Who may be the same person, and who is plainly not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.people.duplicates import Lookalikes, Why, agree, keys_of, nearly_same, one_slip
from desktop.people.model import Person

HANNA = Person(
    given="Hanna", surname="Kowalczyk", team="Hub", email="h@x.org", staff_number="00417"
)


def why(asked: Person, *listed: Person) -> list[Why | None]:
    """Return why each of a list may be the asked person."""
    looks = Lookalikes()
    for person in listed or (HANNA,):
        looks.add(person, keys_of(person))
    found = looks.find(asked, keys_of(asked))
    return [found.get(place) for place in range(len(looks.people))]


LIKELY = {
    "the number": (Person(given="H", staff_number="00417"), Why.NUMBER),
    "the address": (Person(given="H", email="H@X.ORG"), Why.EMAIL),
    "the number before the address": (
        Person(given="H", email="h@x.org", staff_number="00417"),
        Why.NUMBER,
    ),
    "the name": (Person(given="HANNA", surname="Kowalczyk"), Why.NAME),
    "the name and the team": (Person(given="Hanna", surname="Kowalczyk", team="hub"), Why.NAME),
    "a slip": (Person(given="Hana", surname="Kowalczyk", team="Hub"), Why.SPELLING),
    "swapped letters": (Person(given="Hanna", surname="Kowalzcyk", team="Hub"), Why.SPELLING),
}


@pytest.mark.parametrize(("asked", "reason"), LIKELY.values(), ids=LIKELY.keys())
def test_somebody_may_be_the_same(asked: Person, reason: Why) -> None:
    assert why(asked) == [reason]


UNLIKELY = {
    "another name": Person(given="Marged", surname="Puw", team="Hub"),
    "the name in another team": Person(given="Hanna", surname="Kowalczyk", team="Tŷ Gwyn"),
    "the name with another number": Person(given="Hanna", surname="Kowalczyk", staff_number="1"),
    "a slip in another team": Person(given="Hana", surname="Kowalczyk", team="Tŷ Gwyn"),
    "two slips": Person(given="Hana", surname="Kowalzcyk", team="Hub"),
    "nothing said": Person(),
}


@pytest.mark.parametrize("asked", UNLIKELY.values(), ids=UNLIKELY.keys())
def test_others_are_plainly_not(asked: Person) -> None:
    assert why(asked) == [None]


def test_a_slip_is_looked_for_among_those_without_a_team_too() -> None:
    plain = Person(given="Hana", surname="Kowalczyk")
    assert why(HANNA, plain) == [Why.SPELLING]
    assert why(Person(given="Hanna", surname="Kowalczyk"), plain) == [Why.SPELLING]


def test_all_who_may_be_meant_are_named() -> None:
    other = Person(given="Jo", staff_number="00417")
    assert why(HANNA, HANNA, other, Person(given="Jo")) == [Why.NUMBER, Why.NUMBER, None]


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("puwe", "puew", True),
        ("marged", "marge", True),
        ("marged", "arged", True),
        ("marged", "morged", True),
        ("marged", "mrgaed", False),
        ("marged", "marged", False),
        ("marged", "marg", False),
        ("jon", "john", False),
    ],
)
def test_one_slip_of_the_finger(one: str, other: str, slip: bool) -> None:
    assert one_slip(one, other) == slip
    assert one_slip(other, one) == slip


WORD = st.text("abc", min_size=4, max_size=7)


@given(WORD, WORD, WORD, st.booleans())
def test_every_slip_is_found(same: str, one: str, other: str, in_given: bool) -> None:
    first = Person(given=one, surname=same) if in_given else Person(given=same, surname=one)
    second = Person(given=other, surname=same) if in_given else Person(given=same, surname=other)
    near = nearly_same(first, second)
    assert near == one_slip(one, other) == nearly_same(second, first)
    assert near == (why(first, second) == [Why.SPELLING])


SOMEBODY = st.builds(
    Person,
    given=st.just("Same"),
    surname=st.text("abc", min_size=4, max_size=5),
    staff_number=st.sampled_from(["", "1", "2"]),
)


@given(st.lists(SOMEBODY, max_size=12))
def test_a_list_finds_whom_each_with_each_finds(people: list[Person]) -> None:
    looks = Lookalikes()
    for at, asked in enumerate(people):
        near = {
            place
            for place, other in enumerate(people[:at])
            if (agree(asked, other) and (asked.name == other.name or nearly_same(asked, other)))
            or asked.staff_number == other.staff_number != ""
        }
        assert looks.find(asked, keys_of(asked)).keys() == near
        looks.add(asked, keys_of(asked))


def test_team_and_number_can_tell_two_apart() -> None:
    assert agree(HANNA, Person())
    assert not agree(HANNA, Person(team="Tŷ Gwyn"))
    assert not agree(HANNA, Person(staff_number="2"))
