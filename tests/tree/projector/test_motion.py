import pytest

from desktop.preferences import Preferences
from desktop.tree.projector.motion import is_still


@pytest.mark.usefixtures("qapp")
def test_the_choice_in_settings_stills_the_screen() -> None:
    assert not is_still(Preferences())
    assert is_still(Preferences(still=True))
