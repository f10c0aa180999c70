from contextlib import suppress

from desktop.errors import UserError
from desktop.pledges.actions import delete_pledge, follow_up
from desktop.pledges.model import Outcome, Pledge, Show, Source
from desktop.tree.actions import hangings, screen_tree, trees
from desktop.tree.growth.stamps import RUNGS, _upright
from desktop.tree.model import Form, Hanging, Where
from desktop.tree.paper.rows import Leaf
from desktop.tree.projector.gardener import Gardener
from tests.pledges.evening import DAY, Evening


def gardener(evening: Evening, **how: bool) -> Gardener:
    return Gardener(evening.store, evening.programme.id, **how)


def words(leaves: tuple[Leaf, ...]) -> list[str]:
    return [leaf.text for leaf in leaves]


def kept(evening: Evening) -> list[Hanging]:
    with evening.store.read() as db:
        tree = screen_tree(db, evening.programme.id, Form.LANDSCAPE, evening.store.device)
        return hangings(db, tree.id)


def test_what_may_be_shown_hangs_there_the_newest_last(evening: Evening) -> None:
    evening.pledge("Listen more", person=evening.eirlys.id)
    evening.pledge("Keep it to myself", Show.NOT_ON_TREE)
    evening.pledge("Ask Margaret how she is")
    evening.pledge("From the kiosk", source=Source.KIOSK)
    tended = gardener(evening)
    assert words(tended.tend()) == ["Listen more"]
    assert tended.tend()[0].name == "Eirlys"
    evening.pledge("Sit down", Show.NO_NAME)
    assert words(tended.tend()) == ["Listen more", "Sit down"]


def test_places_are_kept_and_undo_never_meets_them(evening: Evening) -> None:
    tended = gardener(evening)
    evening.pledge("Listen more")
    first = tended.tend()
    assert [one.pledge for one in kept(evening)] == [first[0].pledge]
    step = evening.store.steps().undo[-1]
    assert step.label == "Make pledge"
    evening.store.undo()
    assert tended.tend() == ()
    assert kept(evening) == []
    evening.store.redo()
    assert tended.tend()[0].place == first[0].place
    assert evening.store.check() == []


def test_another_gardener_goes_on_from_what_was_kept(evening: Evening) -> None:
    evening.pledge("Listen more")
    evening.pledge("Sit down")
    before = gardener(evening).tend()
    evening.pledge("Ring my mother")
    after = gardener(evening).tend()
    assert after[:2] == before
    with evening.store.read() as db:
        assert len(trees(db, evening.programme.id, Where.SCREEN)) == 1


def test_it_goes_on_where_somebody_else_tended_the_tree_meanwhile(evening: Evening) -> None:
    mine, other = gardener(evening), gardener(evening)
    evening.pledge("Listen more")
    mine.tend()
    evening.pledge("Sit down")
    assert other.tend() == mine.tend()
    evening.pledge("Ring my mother")
    assert mine.tend() == other.tend()
    assert len(kept(evening)) == 3


def test_one_that_only_looks_writes_nothing(evening: Evening) -> None:
    evening.pledge("Listen more")
    looks = gardener(evening, keeps=False)
    size = evening.store.size()
    first = looks.tend()
    evening.pledge("Sit down")
    assert looks.tend()[:1] == first
    assert evening.store.size() == size + 1


def test_a_kept_pledge_is_in_blossom_and_a_deleted_one_gone(evening: Evening) -> None:
    pledge, other = evening.pledge("Listen more"), evening.pledge("Sit down")
    tended = gardener(evening)
    tended.tend()
    with evening.store.change("Follow up") as change:
        follow_up(change, pledge, DAY, Outcome.KEPT, "")
        delete_pledge(change, change.need(Pledge, other.id))
    (left,) = tended.tend()
    assert (left.text, left.kept) == ("Listen more", True)


def test_the_tree_is_shown_where_the_disk_is_full(evening: Evening) -> None:
    tended = gardener(evening)
    made: list[str] = []
    tended.tend()
    with evening.store.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    with suppress(UserError):
        while True:
            evening.pledge(f"Listen more than {len(made)} times")
            made.append(f"Listen more than {len(made)} times")
    for _ in range(2):
        assert words(tended.tend()) == made


def test_an_empty_programme_has_an_empty_tree(evening: Evening) -> None:
    assert gardener(evening).tend() == ()
    assert kept(evening) == []


def test_warmed_up_the_first_leaf_of_a_size_is_as_quick_as_the_next(evening: Evening) -> None:
    gardener(evening).warm_up()
    known = _upright.cache_info().currsize
    assert known >= RUNGS
    evening.pledge("Listen more")
    gardener(evening).tend()
    assert _upright.cache_info().currsize == known
