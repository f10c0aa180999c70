from desktop.pledges.paper.rows import MadePledge
from tests.pledges.paper.made import made


def test_a_pledge_from_the_store_is_one_that_can_be_printed() -> None:
    row: MadePledge = made(name="Siân Prosser")
    assert (row.pledge.text[:6], row.shown_name) == ("I will", "Siân")
    assert row.person
    assert not row.person.large_print
