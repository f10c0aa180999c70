"""Sets Pledge Tree up on its first run, with the standard library only.

It makes `.venv` beside the package, installs the pinned dependencies there and sees to the system
libraries that Qt needs. Stamps in `.venv` let later runs skip all this. An old Python must be able
to read these files far enough to say which one to install. All words go to standard error.
"""

from desktop.bootstrap.environment import APP, TESTS, prepare
from desktop.bootstrap.start import ROOT, enter, plain_endings, run_child
from desktop.bootstrap.system import libraries_for, see_to_libraries, what_lacks

__all__ = [
    "APP",
    "ROOT",
    "TESTS",
    "enter",
    "libraries_for",
    "plain_endings",
    "prepare",
    "run_child",
    "see_to_libraries",
    "what_lacks",
]
