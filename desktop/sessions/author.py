"""Asking who works here, before the first session is planned."""

from collections.abc import Callable
from dataclasses import replace

from desktop.desk import Desk
from desktop.errors import FieldError, about
from desktop.language import tr
from desktop.text import one_line
from desktop.ui.controls import LineEdit
from desktop.ui.fields import Field

LONGEST_NAME = 100


class AuthorField(Field):
    """The name that signs the history of this laptop; `named` is called when it was kept."""

    def __init__(self, desk: Desk, named: Callable[[], object] | None = None) -> None:
        self.edit = LineEdit(desk.preferences.author)
        super().__init__(tr("Your name, as it should stand in the history"), self.edit)
        self._desk, self._named = desk, named
        self.edit.left.connect(self._on_left)
        self.edit.textEdited.connect(lambda _: self.set_error(""))

    def show_name(self) -> None:
        """Show the name that is kept."""
        self.edit.setText(self._desk.preferences.author)

    def sign(self) -> None:
        """Keep the name that was typed.

        Raises FieldError about `author` when there is none, or when it can't be written.
        """
        with about("author"):
            name = one_line(self.edit.text(), tr("Your name"), LONGEST_NAME)
        if not name:
            raise FieldError("author", tr("Type your name first. It stands beside your changes."))
        if name == self._desk.preferences.author:
            return
        with about("author"):
            self._desk.prefer(replace(self._desk.preferences, author=name))
        if self._named is not None:
            self._named()

    def _on_left(self) -> None:
        if self.edit.text().strip():
            self.sign()
