"""Counting heads with a big number."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from desktop.attendance.page.headcount import MOST, HeadCount
from tests.ui.hands import click, focus, press, type_text


@pytest.fixture
def counter() -> Iterator[HeadCount]:
    counter = HeadCount()
    counter.show_number(None)
    focus(counter.edit)
    yield counter
    counter.close()


def told(counter: HeadCount) -> list[int]:
    numbers: list[int] = []
    counter.counted.connect(numbers.append)
    return numbers


def test_each_press_is_told_at_once(counter: HeadCount) -> None:
    numbers = told(counter)
    click(counter.more)
    click(counter.more)
    click(counter.fewer)
    assert numbers == [1, 2, 1]


def test_there_are_never_fewer_than_none(counter: HeadCount) -> None:
    numbers = told(counter)
    click(counter.fewer)
    assert counter.edit.text() == "0"
    assert numbers == [0]


def test_a_number_is_typed_or_stepped_by_keys(counter: HeadCount) -> None:
    numbers = told(counter)
    type_text(counter.edit, "48")
    press(counter.edit, Qt.Key.Key_Up)
    press(counter.edit, Qt.Key.Key_Down)
    assert numbers == [48, 49, 48]


def test_what_is_no_number_goes_back(counter: HeadCount) -> None:
    counter.show_number(7)
    counter.edit.setText("many")
    press(counter.edit, Qt.Key.Key_Return)
    assert counter.edit.text() == "7"


def test_too_many_are_the_most_there_can_be(counter: HeadCount) -> None:
    counter.show_number(MOST)
    click(counter.more)
    assert counter.edit.text() == str(MOST)


def test_a_number_from_elsewhere_is_shown_without_telling(counter: HeadCount) -> None:
    numbers = told(counter)
    counter.show_number(12)
    assert counter.edit.text() == "12"
    counter.keep_typed()
    assert numbers == []
