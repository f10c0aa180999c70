from desktop.language import count, tr


def test_english_words_are_their_own_key() -> None:
    assert tr("Plan a session") == "Plan a session"


def test_a_language_without_a_catalogue_keeps_the_english_words() -> None:
    assert tr("Plan a session", "xx") == "Plan a session"


def test_numbers_choose_their_form_of_words() -> None:
    assert count("{n} person", "{n} people", 1) == "1 person"
    assert count("{n} person", "{n} people", 1234) == "1,234 people"
