"""The system's libraries that Qt loads, and how to install what is missing."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence

from desktop.bootstrap.basics import read, run, say, write

# Each library and the Debian package that has it: what Qt loads to draw without a screen, and
# what it loads besides for a window under X.
WITHOUT_SCREEN = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
}
WITH_WINDOW = {
    **WITHOUT_SCREEN,
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libX11-xcb.so.1": "libx11-xcb1",
}

# Tried in a process of its own: a loader remembers where it looked before an installation.
TRY_TO_LOAD = """
import ctypes, sys
for name in sys.argv[1:]:
    try:
        ctypes.CDLL(name)
    except OSError:
        print(name)
"""


def libraries_for(environment: Mapping[str, str]) -> Mapping[str, str]:
    """Return the libraries and their packages that Qt needs with these environment variables."""
    if not sys.platform.startswith("linux"):
        return {}
    own_platform = environment.get("QT_QPA_PLATFORM", "xcb").startswith("xcb")
    return WITH_WINDOW if environment.get("DISPLAY") and own_platform else WITHOUT_SCREEN


def see_to_libraries(root: str, libraries: Mapping[str, str]) -> str:
    """Install the libraries that are missing; return a sentence when some still are, else nothing.

    A stamp in `.venv` spares the question to later runs.
    """
    stamp = os.path.join(root, ".venv", f"ready-{len(libraries)}-libraries")
    names = " ".join(libraries)
    if not libraries or read(stamp) == names:
        return ""
    missing = what_lacks(libraries)
    if missing and apt_install([libraries[name] for name in missing]):
        missing = what_lacks(libraries)
    if not missing:
        write(stamp, names)
        return ""
    packages = [libraries[name] for name in missing]
    names = ", ".join(missing)
    return f"Pledge Tree can't draw without {names}; {how_to_install(packages)}."


def what_lacks(libraries: Iterable[str]) -> list[str]:
    """Return the libraries that this system can't load."""
    return run([sys.executable, "-I", "-c", TRY_TO_LOAD, *libraries])[1].split()


def apt_install(packages: Sequence[str]) -> bool:
    """Install Debian packages if this is Debian or Ubuntu and we are root; tell whether it did."""
    if not shutil.which("apt-get") or not is_root():
        return False
    say("  installing " + " ".join(packages))
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    patient = ["apt-get", "-o", "DPkg::Lock::Timeout=120"]
    install = [*patient, "install", "--yes", "--no-install-recommends", *packages]
    if run(install, quiet)[0] == 0:
        return True
    return run([*patient, "update"], quiet)[0] == 0 and run(install, quiet)[0] == 0


def is_root() -> bool:
    """Tell whether we may install for the whole system."""
    return sys.platform != "win32" and os.geteuid() == 0


def how_to_install(packages: Sequence[str]) -> str:
    """Return what a person must do to install these packages, as the rest of a sentence."""
    if shutil.which("apt-get"):
        sudo = "" if is_root() else "sudo "
        return f"run “{sudo}apt-get install --yes {' '.join(packages)}”"
    return f"install {', '.join(packages)} with your system's package manager"
