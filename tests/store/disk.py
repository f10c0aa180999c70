"""A disk whose power may fail: a VFS under the bundled SQLite that remembers what was not synced.

It takes the place of the system's own for the whole process, so only programs that are there for
it use it. What a file holds for sure is what was synced; of each later write every sector may
have reached the disk or not, and so may a change of length or an unsynced delete.
"""

import ctypes
import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import sqlcipher3._sqlite3

SECTOR = 512
_OK = 0
_POINTER, _INT, _INT64 = ctypes.c_void_p, ctypes.c_int, ctypes.c_int64

_WRITE = ctypes.CFUNCTYPE(_INT, _POINTER, _POINTER, _INT, _INT64)
_TRUNCATE = ctypes.CFUNCTYPE(_INT, _POINTER, _INT64)
_SYNC = ctypes.CFUNCTYPE(_INT, _POINTER, _INT)
# Names go on as pointers: SQLite keeps the very one it gave.
_OPEN = ctypes.CFUNCTYPE(_INT, _POINTER, _POINTER, _POINTER, _INT, _POINTER)
_DELETE = ctypes.CFUNCTYPE(_INT, _POINTER, ctypes.c_char_p, _INT)


class _Methods(ctypes.Structure):
    """sqlite3_io_methods, version 3; see sqlite.org/c3ref/io_methods.html."""

    _fields_ = (
        ("version", _INT),
        ("close", _POINTER),
        ("read", _POINTER),
        ("write", _WRITE),
        ("truncate", _TRUNCATE),
        ("sync", _SYNC),
        ("rest", _POINTER * 13),
    )


class _File(ctypes.Structure):
    """sqlite3_file; its VFS keeps its own things behind the pointer."""

    _fields_ = (("methods", ctypes.POINTER(_Methods)),)


class _Vfs(ctypes.Structure):
    """sqlite3_vfs, version 3; see sqlite.org/c3ref/vfs.html."""

    _fields_ = (
        ("version", _INT),
        ("file_size", _INT),
        ("longest_path", _INT),
        ("next", _POINTER),
        ("name", ctypes.c_char_p),
        ("data", _POINTER),
        ("open", _OPEN),
        ("delete", _DELETE),
        ("rest", _POINTER * 14),
    )


@dataclass(frozen=True)
class Step:
    """One thing that happened to a file: data at an offset, a new length, a sync or a delete."""

    path: str
    what: str
    offset: int = 0
    data: bytes = b""


@dataclass
class Disk:
    """Everything that was written while the VFS was in place, in order."""

    steps: list[Step] = field(default_factory=list)

    def after(self, until: int, rng: random.Random) -> dict[str, bytes]:
        """Return what files may hold when the power fails after so many steps."""
        files: dict[str, _OnDisk] = {}
        for step in self.steps[:until]:
            files.setdefault(step.path, _OnDisk()).take(step)
        found = {path: file.after_power_cut(rng) for path, file in files.items()}
        return {path: data for path, data in found.items() if data is not None}


@dataclass
class _OnDisk:
    """One file: what is safe, None where it is not there, and what is on its way."""

    safe: bytes | None = None
    waiting: list[Step] = field(default_factory=list)

    def take(self, step: Step) -> None:
        if step.what in ("sync", "delete and sync"):
            data = self.safe
            for one in self.waiting:
                data = _applied(data, one, None)
            self.safe = None if step.what == "delete and sync" else data or b""
            self.waiting = []
        else:
            self.waiting.append(step)

    def after_power_cut(self, rng: random.Random) -> bytes | None:
        data = self.safe
        for step in self.waiting:
            if step.what == "write" or rng.random() < 0.5:
                data = _applied(data, step, rng)
        return data


def _applied(data: bytes | None, step: Step, rng: random.Random | None) -> bytes | None:
    """Return what a file holds after a step, all of it or, with `rng`, some sectors of it."""
    if step.what == "delete":
        return None
    now = bytearray(data or b"")
    if step.what == "truncate":
        return bytes(now[: step.offset])
    for start in range(0, len(step.data), SECTOR):
        if rng is not None and rng.random() < 0.5:
            continue
        part, at = step.data[start : start + SECTOR], step.offset + start
        if len(now) < at:
            now.extend(bytes(at - len(now)))
        now[at : at + len(part)] = part
    return bytes(now)


@contextmanager
def recorded() -> Iterator[Disk]:
    """Have everything remembered that SQLite writes in this process."""
    library = ctypes.CDLL(sqlcipher3._sqlite3.__file__)
    library.sqlite3_initialize()
    library.sqlite3_vfs_find.restype = ctypes.POINTER(_Vfs)
    usual = library.sqlite3_vfs_find(None)
    recorder = _Recorder(usual.contents)
    library.sqlite3_vfs_register(ctypes.byref(recorder.vfs), 1)
    try:
        yield recorder.disk
    finally:
        library.sqlite3_vfs_register(usual, 1)
        library.sqlite3_vfs_unregister(ctypes.byref(recorder.vfs))


class _Recorder:
    """The usual VFS, but what it is told to write is remembered before it writes it."""

    def __init__(self, usual: _Vfs) -> None:
        self.disk = Disk()
        self._usual = usual
        self._paths: dict[int, str] = {}
        self._methods: list[_Methods] = []  # SQLite keeps pointers to them
        self.vfs = _Vfs.from_buffer_copy(usual)
        self.vfs.name, self.vfs.next = b"power may fail", None
        self.vfs.open, self.vfs.delete = _OPEN(self._open), _DELETE(self._delete)

    def _open(self, _vfs: int, name: int | None, file: int, flags: int, out: int) -> int:
        code = int(self._usual.open(ctypes.addressof(self._usual), name, file, flags, out))
        opened = _File.from_address(file)
        if code == _OK and name and opened.methods:
            self._paths[file] = ctypes.string_at(name).decode()
            methods = _Methods.from_buffer_copy(opened.methods.contents)
            usual = opened.methods.contents
            methods.write = _WRITE(lambda f, data, size, at: self._write(usual, f, data, size, at))
            methods.truncate = _TRUNCATE(lambda f, size: self._truncate(usual, f, size))
            methods.sync = _SYNC(lambda f, how: self._sync(usual, f, how))
            self._methods += [methods, usual]
            opened.methods = ctypes.pointer(methods)
        return code

    def _write(self, usual: _Methods, file: int, data: int, size: int, at: int) -> int:
        step = Step(self._paths[file], "write", at, ctypes.string_at(data, size))
        self.disk.steps.append(step)
        return int(usual.write(file, data, size, at))

    def _truncate(self, usual: _Methods, file: int, size: int) -> int:
        self.disk.steps.append(Step(self._paths[file], "truncate", size))
        return int(usual.truncate(file, size))

    def _sync(self, usual: _Methods, file: int, how: int) -> int:
        code = int(usual.sync(file, how))
        self.disk.steps.append(Step(self._paths[file], "sync"))
        return code

    def _delete(self, _vfs: int, name: bytes, sync: int) -> int:
        code = int(self._usual.delete(ctypes.addressof(self._usual), name, sync))
        if code == _OK:
            what = "delete and sync" if sync else "delete"
            self.disk.steps.append(Step(name.decode(), what))
        return code


def laid_out(files: dict[str, bytes], folder: Path) -> None:
    """Write files into another folder, as they are found after the power is back."""
    for path, data in files.items():
        if not path.endswith("-shm"):
            folder.joinpath(Path(path).name).write_bytes(data)
