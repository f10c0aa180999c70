from datetime import date

from desktop.pledges.model import Pledge, Show, Source


def test_a_pledge_is_found_by_words_without_accents_and_capitals() -> None:
    pledge = Pledge(text="Zapytam KAŻDEGO, czego potrzebuje.", show=Show.NO_NAME, made=date.today())
    assert pledge.KIND.keys["search"](pledge) == "zapytam kazdego czego potrzebuje"


def test_a_new_pledge_comes_from_paper_and_nobody_looked_at_it() -> None:
    pledge = Pledge(show=Show.NOT_ON_TREE, made=date.today())
    assert (pledge.source, pledge.checked, pledge.maker) == (Source.PAPER, False, "")
