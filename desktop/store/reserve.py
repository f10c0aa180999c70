"""A small file that only takes up room, so that the last work can be saved on a full disk."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

from desktop.store.files import sync_file

SIZE = 8 * 2**20
LOW = 4 * 2**20
"""With less free than this, the reserve is given up before the next thing is saved."""
PLENTY = 3 * SIZE
"""With less free than this, no reserve is laid aside."""


class Reserve:
    """Room on the disk of a data file; `spent` says that it was needed and is not back yet."""

    def __init__(self, data_file: Path) -> None:
        self.path = data_file.with_name(f"{data_file.name}-reserve")
        self.spent = False

    def release(self) -> None:
        """Give the room back to the disk if hardly any is left."""
        if self._free() >= LOW:
            return
        with suppress(OSError):  # it is only a help: what is to be saved decides
            self.path.unlink()
            self.spent = True

    def renew(self) -> None:
        """Lay the room aside again where there is plenty; slow, so not for the window's thread."""
        if self.path.exists() or self._free() < PLENTY:
            return
        part = self.path.with_name(f"{self.path.name}.part")
        try:
            part.write_bytes(os.urandom(SIZE))  # zeros would take up no room on some disks
            sync_file(part)
            part.replace(self.path)
            self.spent = False
        except OSError:
            with suppress(OSError):
                part.unlink(missing_ok=True)

    def _free(self) -> int:
        try:
            return shutil.disk_usage(self.path.parent).free
        except OSError:
            return PLENTY
