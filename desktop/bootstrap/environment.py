"""The environment in `.venv`: made once, filled with the pinned packages, stamped when ready."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import time
from collections.abc import Sequence

from desktop.bootstrap.basics import SetUpError, one_at_a_time, read, run, say, write
from desktop.bootstrap.pythons import candidates, describe, find_python

APP = ("requirements.txt",)
TESTS = ("requirements.txt", "requirements-dev.txt")

# What pip says when a thing can't be fetched, and when a fetched one is not the pinned one.
UNREACHABLE = ("from versions: none", "Connection", "Max retries", "timed out", "ProxyError")
CHANGED = "DO NOT MATCH THE HASHES"


def prepare(root: str, wanted: Sequence[str]) -> str:
    """Return the interpreter in `.venv`, after setting up what it lacks of the wanted lists.

    Raises SetUpError.
    """
    if not is_ready(root, wanted):
        with one_at_a_time(os.path.join(root, ".venv.lock")):
            if not is_ready(root, wanted):
                set_up(root, wanted)
    return venv_python(root)


def is_ready(root: str, wanted: Sequence[str]) -> bool:
    """Tell whether an earlier run installed exactly these lists, here and with this Python."""
    stamped = read(stamp_path(root, wanted))
    return stamped == digest(root, wanted) and os.path.exists(venv_python(root))


def set_up(root: str, wanted: Sequence[str]) -> None:
    """Make the environment, install the wanted lists and stamp them as ready."""
    began = time.monotonic()
    say("Setting up Pledge Tree: this happens once and takes a minute or so.")
    unfinished = os.path.join(root, ".venv", "unfinished")
    make_environment(root, unfinished)
    install(root, wanted)
    for lists in (APP, tuple(wanted)):
        write(stamp_path(root, lists), digest(root, lists))
    os.remove(unfinished)
    say(f"Ready after {time.monotonic() - began:.0f} seconds.")


def make_environment(root: str, unfinished: str) -> None:
    """Leave a working `.venv` marked as unfinished, in place of a broken or half-made one."""
    venv = os.path.join(root, ".venv")
    found = describe([venv_python(root)], "pip")
    whole = found and found.supported and found.complete
    if os.path.lexists(venv) and (os.path.exists(unfinished) or not whole):
        say("  clearing away a set-up that was not finished")
        shutil.rmtree(venv)
    if not os.path.isdir(venv):
        python = find_python(candidates())
        say("  making a place for the packages in .venv")
        os.mkdir(venv)
        write(unfinished, "")
        code, output = run([python, "-I", "-m", "venv", venv])
        if code:
            raise SetUpError(f"Python's module venv failed in {venv}: {last_line(output)}")
    write(unfinished, "")


def install(root: str, wanted: Sequence[str]) -> None:
    """Install the pinned packages of these lists, naming each one as pip comes to it."""
    command = [venv_python(root), "-I", "-m", "pip", "install", "--require-hashes"]
    command += ["--only-binary", ":all:", "--disable-pip-version-check", "--no-input"]
    command += ["--retries", "2"]
    for name in wanted:
        command += ["--requirement", os.path.join(root, name)]
    code, output = run(command, {"PIP_USER": "0"}, show_progress)
    if code:
        log = os.path.join(root, ".venv", "set-up.log")
        write(log, output)
        raise SetUpError(why_pip_failed(output, log))


def show_progress(line: str) -> None:
    """Say which package pip is at, how big a large one is, and when all are fetched."""
    first, _, rest = line.strip().partition(" ")
    if first == "Collecting":
        say("  " + rest.split()[0].replace("==", " "))
    elif first == "Processing":  # a file that lies on this machine already
        say("  " + " ".join(os.path.basename(rest.split(" (from ")[0]).split("-")[:2]))
    elif first == "Downloading" and rest.endswith("MB)"):
        say("    fetching " + rest.rpartition("(")[2].rstrip(")"))
    elif line.startswith("Installing collected packages"):
        say("  all fetched, now installing")


def why_pip_failed(output: str, log: str) -> str:
    """Return one sentence for what pip has said; the whole of it is in the log."""
    if CHANGED in output:
        return f"A package that was fetched is not the one Pledge Tree was tested with; see {log}"
    if any(sign in output for sign in UNREACHABLE):
        return "The packages can't be fetched: connect to the internet and start Pledge Tree again."
    return f"The packages can't be installed: {last_line(output)}"


def last_line(output: str) -> str:
    """Return the last line of what a program said, where the reason usually stands."""
    return output.strip().rpartition("\n")[2] or "it gave no reason"


def digest(root: str, lists: Sequence[str]) -> str:
    """Return a hash of where the environment is, which Python made it and what it should hold."""
    names = [os.path.join(".venv", "pyvenv.cfg"), *lists]
    texts = [root, *(read(os.path.join(root, name)) for name in names)]
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()


def stamp_path(root: str, lists: Sequence[str]) -> str:
    """Return the file that says these lists are installed."""
    return os.path.join(root, ".venv", "ready-" + os.path.splitext(lists[-1])[0])


def venv_python(root: str) -> str:
    """Return where the environment's interpreter is on this system."""
    parts = ("Scripts", "python.exe") if sys.platform == "win32" else ("bin", "python")
    return os.path.join(root, ".venv", *parts)
