"""The sections of a session's workspace; each is loaded when it is first opened."""

from collections.abc import Callable

from desktop.desk import Desk
from desktop.ui.page import Page

REGISTER, PLEDGES, FEEDBACK, PRINT = "register", "pledges", "feedback", "print"


def _register(desk: Desk) -> Page:
    from desktop.attendance.page import RegisterPage

    return RegisterPage(desk)


def _pledges(desk: Desk) -> Page:
    from desktop.pledges.page import PledgesPage

    return PledgesPage(desk)


def _feedback(desk: Desk) -> Page:
    from desktop.feedback.page import FeedbackPage

    return FeedbackPage(desk)


def _print(desk: Desk) -> Page:
    from desktop.workspace.print_page import PrintPage

    return PrintPage(desk)


SECTIONS: dict[str, Callable[[Desk], Page]] = {
    REGISTER: _register,
    PLEDGES: _pledges,
    FEEDBACK: _feedback,
    PRINT: _print,
}
