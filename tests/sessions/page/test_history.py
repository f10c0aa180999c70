from desktop.programmes.actions import default_programme
from desktop.programmes.outcomes import OUTCOMES
from desktop.sessions.model import Counting
from desktop.sessions.page.history import words_of
from desktop.store.store import Store


def test_the_values_of_a_session_are_said_in_words(store: Store) -> None:
    with store.change("Make programme") as change:
        programme = change.save(default_programme("Kindness"))
    say = words_of(store)
    assert say("programme", programme.id) == "Kindness"
    assert say("programme", "gone") == "a programme that was deleted"
    assert say("outcomes", (OUTCOMES[6].key, "Our own")) == (
        "7. People who use health and social care services are safe from harm; Our own"
    )
    assert say("counting", Counting.HEAD_COUNT) == "as a head count"
    assert say("place", "") == ""
