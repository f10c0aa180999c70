from desktop.people.model import Person
from desktop.store.projection import needs_review, shown, signature, table
from desktop.store.revisions import Revision, new_revision


def head(given: str | None, at: int, schema: int = 1) -> Revision:
    body = None if given is None else f'{{"given":"{given}"}}'
    return new_revision("siân", "person", "c", at, schema, body, ())


def test_the_latest_of_several_live_heads_is_shown_to_review() -> None:
    person = shown(Person, [head("Siân", 1), head("Shân", 3), head(None, 9)])
    assert person is not None
    assert (person.given, person.review) == ("Shân", True)


def test_heads_that_say_the_same_need_no_review() -> None:
    same = [head("Siân", 1), head("Siân", 2)]
    assert not needs_review(Person, same)
    assert not needs_review(Person, [*same, head("Newer", 3, schema=2)])
    assert needs_review(Person, [*same, head(None, 3)])


def test_what_is_deleted_newer_or_odd_is_not_shown() -> None:
    odd = new_revision("siân", "person", "c", 1, 1, '{"given":7}', ())
    assert shown(Person, [head(None, 1), head(None, 2)]) is None
    assert shown(Person, [head("Siân", 1, schema=2)]) is None
    assert shown(Person, [odd]) is None


def test_a_list_is_made_again_when_its_kind_changes() -> None:
    now = signature(table(Person), 1, ("arrived",))
    assert now == signature(table(Person), 1, ("arrived",))
    assert now != signature(table(Person), 2, ("arrived",))
    assert now != signature(table(Person), 1)
