import sys

import pytest

from desktop.preferences import Preferences
from desktop.tree.projector.motion import _macos_says, _windows_animates, is_still


@pytest.mark.usefixtures("qapp")
def test_the_choice_in_settings_stills_the_screen() -> None:
    assert not is_still(Preferences())
    assert is_still(Preferences(still=True))


def test_another_system_or_one_that_does_not_answer_moves() -> None:
    assert _windows_animates()
    assert _macos_says(("/no/such/program",)) == ""
    assert _macos_says((sys.executable, "-c", "print(1)")) == "1"
