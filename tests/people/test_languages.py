"""The languages on offer."""

from desktop.people.languages import language_name, languages


def test_a_language_is_named_in_its_own_words() -> None:
    assert language_name("cy") == "Cymraeg"
    assert language_name("pl") == "Polski"


def test_a_code_that_is_not_on_offer_stays_itself() -> None:
    assert language_name("xx") == "xx"
    assert language_name("") == ""


def test_every_language_stands_once() -> None:
    codes = [code for code, _ in languages()]
    assert len(codes) == len(set(codes))
    assert codes[:2] == ["cy", "en"]
