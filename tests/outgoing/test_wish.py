from desktop.outgoing.wish import OF_A_PROGRAMME, OF_A_SESSION, OF_ALL, What


def test_every_list_can_be_had_somewhere() -> None:
    assert {*OF_A_SESSION, *OF_ALL} == set(What)


def test_whatever_a_programme_narrows_is_offered_without_a_session() -> None:
    assert set(OF_A_PROGRAMME) <= set(OF_ALL)
