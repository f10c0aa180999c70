from desktop.feedback.form import default_form


def test_a_question_knows_its_choices_by_key() -> None:
    rating = default_form().questions[0]
    found = rating.choice("very_good")
    assert found
    assert found.value == 5
    assert rating.choice("splendid") is None
