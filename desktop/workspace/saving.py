"""Papers as files: what they are called, and writing them safely."""

from pathlib import Path

from desktop.printing.naming import file_name, safe
from desktop.store.files import plain_file_errors, write_whole

__all__ = ["file_name", "make_folder", "safe", "write_paper"]


def write_paper(path: Path, content: bytes) -> None:
    """Write a paper whole or not at all; what was there before is replaced.

    Raises UserError when the folder is not there or can't be written, when a folder or a
    device is named, and when the disk is full.
    """
    write_whole(path, content)


def make_folder(folder: Path) -> None:
    """Make a folder for papers where there is none.

    Raises UserError when it can't be made.
    """
    with plain_file_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
