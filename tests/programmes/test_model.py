from desktop.programmes.model import Programme


def test_programmes_are_sorted_whatever_their_case_and_accents() -> None:
    assert Programme.KIND.keys["sort"](Programme(name="Éire Àrd")) == "eire ard"


def test_a_programme_needs_nothing_but_has_an_id_of_its_own() -> None:
    assert Programme().id != Programme().id
    assert Programme().form == ""
