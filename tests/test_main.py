from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.__main__ import selects


@pytest.mark.parametrize("arguments", [[], ["--long"], ["-x", "-n", "4"], ["--maxfail=1"]])
def test_every_check_runs_unless_tests_are_chosen(arguments: Sequence[str]) -> None:
    assert not selects(arguments)


@pytest.mark.parametrize("option", [["-k", "walk_in"], ["-kwalk_in"], ["-m", "long"], ["--lf"]])
def test_an_option_chooses_tests(option: Sequence[str]) -> None:
    assert selects(option)


def test_a_path_chooses_tests() -> None:
    assert selects([__file__])
    assert selects([f"{Path(__file__).parent}::test_a_path_chooses_tests"])
