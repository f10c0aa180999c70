"""Starts Pledge Tree: the first-run set-up, then the command line."""

import os
import sys

if not __package__:  # started as a folder, as a shortcut does, and not with -m
    sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

if not getattr(sys, "frozen", False):  # a packaged app brings all it needs
    from desktop import bootstrap

    bootstrap.enter(sys.argv[1:])

from desktop.cli import main

raise SystemExit(main(sys.argv[1:]))
