"""The one error that is meant for the user."""

from collections.abc import Iterator
from contextlib import contextmanager


class UserError(Exception):
    """Something expected went wrong; its text is one sentence that says what to do."""


class FieldError(UserError):
    """What was typed into one field is wrong; `field` is the record's name of it."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


@contextmanager
def about(field: str) -> Iterator[None]:
    """Say of an error which field it is about, so that a page can show it there."""
    try:
        yield
    except UserError as error:
        raise FieldError(field, str(error)) from error
