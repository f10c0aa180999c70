import pytest

from desktop.errors import FieldError, UserError, about


def test_an_error_about_a_field_names_it() -> None:
    with pytest.raises(FieldError) as wrong, about("place"):
        raise UserError("The place is too long.")
    assert (wrong.value.field, str(wrong.value)) == ("place", "The place is too long.")


def test_a_bug_is_left_as_it_is() -> None:
    with pytest.raises(ZeroDivisionError), about("place"):
        raise ZeroDivisionError


def test_an_error_about_a_field_is_an_error_for_the_user() -> None:
    with pytest.raises(UserError, match="Give it a title"):
        raise FieldError("title", "Give it a title.")
