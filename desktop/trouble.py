"""What goes wrong while the window is open, and what the user is told of it."""

import sys
from types import TracebackType

from desktop.errors import UserError
from desktop.language import tr
from desktop.ui.window import Window


def show_trouble(
    window: Window,
    kind: type[BaseException],
    error: BaseException,
    trace: TracebackType | None,
) -> None:
    """Show an expected error as its sentence; log a bug and say that the work is safe."""
    from desktop.log import log_bug

    if isinstance(error, UserError):
        window.tell(str(error), icon="circle-alert")
        return
    if issubclass(kind, KeyboardInterrupt):
        window.close()
        return
    log_bug(kind, trace)
    sys.__excepthook__(kind, error, trace)
    window.tell(
        tr("Something went wrong inside Pledge Tree. What was saved before is safe."),
        icon="circle-alert",
    )
