import pytest
from pytestqt.qtbot import QtBot

from desktop.errors import UserError
from desktop.trouble import show_trouble
from desktop.ui.toast import Toast
from desktop.ui.window import Window


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    made.show()
    return made


def said(window: Window) -> str:
    (toast,) = [one for one in window.findChildren(Toast) if one.text()]
    return toast.text()


def test_an_expected_error_is_its_sentence(window: Window) -> None:
    show_trouble(window, UserError, UserError("The disk is full. Free some space."), None)
    assert said(window) == "The disk is full. Free some space."


def test_a_bug_says_that_the_work_is_safe(
    window: Window, capsys: pytest.CaptureFixture[str]
) -> None:
    show_trouble(window, ValueError, ValueError("secret words"), None)
    assert said(window).startswith("Something went wrong inside Pledge Tree.")
    assert "ValueError" in capsys.readouterr().err


def test_ctrl_c_in_the_terminal_closes_the_window(window: Window) -> None:
    show_trouble(window, KeyboardInterrupt, KeyboardInterrupt(), None)
    assert window.isHidden()
