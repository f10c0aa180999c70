"""What a person is called."""

from desktop.people.model import Person


def test_a_name_is_spoken_and_sorted() -> None:
    person = Person(given="Mair", surname="Ó Súilleabháin")
    assert person.name == "Mair Ó Súilleabháin"
    assert person.name_by_surname == "Ó Súilleabháin, Mair"
    assert person.KIND.keys["sort"](person) == "o suilleabhain mair"
    assert person.KIND.keys["search"](person) == "mair o suilleabhain"


def test_who_has_one_name_only_is_sorted_by_it() -> None:
    assert Person(given="Madonna").name == "Madonna"
    assert Person(given="Madonna").name_by_surname == "Madonna"
