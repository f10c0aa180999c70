from desktop.pledges.model import Show
from desktop.pledges.page.history import LABELS, words_of
from tests.pledges.evening import Evening


def test_the_values_of_a_pledge_are_said_in_words(evening: Evening) -> None:
    say = words_of(evening.store)
    assert say("show", Show.NO_NAME) == "Without a name"
    assert say("person", evening.eirlys.id) == "Eirlys Vaughan"
    assert say("session", evening.session.id) == "Good conversations"
    assert say("person", "nobody") == "somebody who was deleted"
    assert say("session", "nowhere") == "a session that was deleted"
    assert say("person", "") == ""
    assert say("language", "pl") == "Polski"
    assert say("themes", ("Listening", "Time")) == "Listening, Time"


def test_nothing_that_people_never_see_is_shown() -> None:
    assert {"source", "made"}.isdisjoint(LABELS)
