"""What every test stands on: no screen, the same examples each time, long tests on request."""

import gc
import os
import sys
import threading
from collections.abc import Iterator

import hypothesis
import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The same examples on every run and no limit for a slow machine; --long looks further.
hypothesis.settings.register_profile("steady", derandomize=True, deadline=None, database=None)
hypothesis.settings.register_profile("long", deadline=None, max_examples=1000)


JOB = "pledge-tree-job"  # the thread of a piece of work


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="run the tests marked long as well")


def pytest_configure(config: pytest.Config) -> None:
    hypothesis.settings.load_profile("long" if config.getoption("--long") else "steady")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--long"):
        return
    later = [item for item in items if item.get_closest_marker("long")]
    if later:
        config.hook.pytest_deselected(items=later)
        items[:] = [item for item in items if item not in later]


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown() -> Iterator[None]:
    """A test's windows go with it, and the work that they began: the next test finds peace."""
    yield
    if "desktop.ui.workers" in sys.modules:
        from PySide6.QtCore import QCoreApplication, QEvent

        from desktop.ui import workers

        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        workers.stop_all()


@pytest.fixture(scope="session", autouse=True)
def _papers_are_closed() -> Iterator[None]:
    """At the end no PDF is open: what shows one closes it when it goes."""
    yield
    if "desktop.ui.pdf" in sys.modules:
        from PySide6.QtCore import QCoreApplication, QEvent

        from desktop.ui.pdf import Pages

        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.unfreeze()
        gc.collect()
        assert not [one for one in gc.get_objects() if type(one) is Pages and one.is_open()]


@pytest.fixture(scope="session", autouse=True)
def _no_worker_looks_for_garbage() -> Iterator[None]:
    """A worker that finds a widget there crashes Qt, sooner or later."""
    looked: list[str] = []

    def note(phase: str, _: dict[str, int]) -> None:
        if threading.current_thread().name == JOB:
            looked.append(phase)

    gc.callbacks.append(note)
    yield
    gc.callbacks.remove(note)
    assert not looked
