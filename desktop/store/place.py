"""Where a data file may lie: on this computer only, not in the cloud or on a network."""

import itertools
import os
import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePath, PureWindowsPath

from desktop.errors import UserError
from desktop.language import tr
from desktop.paths import default_data_file

_CLOUD_FOLDER = re.compile(
    r"(onedrive|dropbox|google ?drive|icloud ?drive|box ?sync|nextcloud|owncloud|pclouddrive|"
    r"synologydrive|syncthing|sharepoint)( -.*| \(.*| personal| files?)?",
    re.IGNORECASE,
)
_CLOUD_AT_HOME = {"box", "mega", "megasync", "sync"}
_CLOUD_PARENTS = {"cloudstorage", "mobile documents"}
"""Inside a Mac's `Library`."""
_CLOUD_MARKS = (".stfolder", ".dropbox.cache", ".nextcloudsync.log", ".owncloudsync.log")
_CLOUD_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_CLOUD_TAG, _CLOUD_TAG_MASK = 0x9000001A, 0xFFFF0FFF
"""IO_REPARSE_TAG_CLOUD of Windows, whose variants differ in one digit."""
_REMOTE_DRIVE = 4
"""DRIVE_REMOTE of Windows."""
_NETWORK_SYSTEMS = re.compile(
    r"(nfs\d?|cifs|smb\w*|afs|afpfs|ncpfs|ceph|lustre|gfs2?|ocfs2|beegfs|webdav|davfs|"
    r"fuse\.(sshfs|rclone|gvfsd-fuse|davfs2?|smbnetfs|glusterfs|s3fs|google-drive-ocamlfuse|"
    r"onedriver))",
    re.IGNORECASE,
)


def refuse_unsafe_place(path: Path) -> None:
    """Refuse a data file in a synced, network or roaming folder, where it would be damaged.

    Raises UserError, which names a safe folder.
    """
    real = path.resolve()
    cloud = cloud_name(real, Path.home(), os.environ)
    if cloud:
        raise UserError(
            tr(
                "A cloud service copies the folder {name}, which damages an open data file. "
                "Choose a folder on this computer only, such as {folder}."
            ).format(name=cloud, folder=_safe_folder())
        )
    if is_network_path(real) or _is_on_network(real):
        raise UserError(
            tr(
                "A data file on a network drive can be damaged. "
                "Choose a folder on this computer, such as {folder}."
            ).format(folder=_safe_folder())
        )
    if is_roaming(real, os.environ):
        raise UserError(
            tr(
                "This folder follows you to other computers, which damages an open data file. "
                "Choose a folder on this computer only, such as {folder}."
            ).format(folder=_safe_folder())
        )


def _safe_folder() -> Path:
    return default_data_file().parent


def cloud_name(path: PurePath, home: PurePath, environment: Mapping[str, str]) -> str:
    """Return the name of the folder above a file that a cloud service copies, else empty."""
    for parent in path.parents:
        named = _CLOUD_FOLDER.fullmatch(parent.name)
        at_home = parent.parent == home and parent.name.casefold() in _CLOUD_AT_HOME
        of_mac = parent.parent.name.casefold() in _CLOUD_PARENTS
        if named or at_home or of_mac:
            return parent.name
        if isinstance(parent, Path) and _is_marked(parent):
            return parent.name
    known = [type(path)(environment[name]) for name in _CLOUD_VARIABLES if environment.get(name)]
    return next((folder.name for folder in known if folder in path.parents), "")


def _is_marked(folder: Path) -> bool:
    try:
        tag = getattr(folder.lstat(), "st_reparse_tag", 0)
        return tag & _CLOUD_TAG_MASK == _CLOUD_TAG or any(
            (folder / mark).exists() for mark in _CLOUD_MARKS
        )
    except OSError:  # a folder that can't be looked into is refused by whoever opens the file
        return False


def is_network_path(path: PurePath) -> bool:
    r"""Return whether a Windows path names a server, as `\\server\share` does."""
    if not isinstance(path, PureWindowsPath):
        return False
    drive = path.drive.casefold()
    return drive.startswith("\\\\?\\unc\\") or (
        drive.startswith("\\\\") and not drive.startswith(("\\\\?\\", "\\\\.\\"))
    )


def is_roaming(path: PurePath, environment: Mapping[str, str]) -> bool:
    """Return whether a file lies in Windows' folder that follows its user."""
    roaming = environment.get("APPDATA", "")
    if roaming and type(path)(roaming) in path.parents:
        return True
    parts = [part.casefold() for part in path.parts]
    return ("appdata", "roaming") in itertools.pairwise(parts)


def _is_on_network(path: Path) -> bool:
    if sys.platform == "win32":
        import ctypes

        return ctypes.windll.kernel32.GetDriveTypeW(path.anchor) == _REMOTE_DRIVE
    try:
        mounts = macos_mounts(_mount_says()) if sys.platform == "darwin" else _linux_mounts()
    except OSError:  # it can't be known here
        return False
    return is_network_system(system_of(path, mounts))


def _linux_mounts() -> list[tuple[str, str]]:
    with open("/proc/self/mounts", encoding="utf-8", errors="surrogateescape") as file:
        return linux_mounts(file)


def _mount_says() -> list[str]:
    import subprocess

    try:
        said = subprocess.run(["/sbin/mount"], capture_output=True, text=True, timeout=5)
    except subprocess.TimeoutExpired as late:
        raise OSError from late
    return said.stdout.splitlines()


def is_network_system(system: str) -> bool:
    """Return whether a file system of that name lies on another computer."""
    return _NETWORK_SYSTEMS.fullmatch(system) is not None


def system_of(path: PurePath, mounts: Iterable[tuple[str, str]]) -> str:
    """Return the file system that holds a path, of (where, system) in the order of mounting."""
    holding = [
        (len(PurePath(where).parts), number, system)
        for number, (where, system) in enumerate(mounts)
        if PurePath(where) in (path, *path.parents)
    ]
    return max(holding)[2] if holding else ""


def linux_mounts(lines: Iterable[str]) -> list[tuple[str, str]]:
    """Return (where, system) of the lines of `/proc/mounts`; blanks are written in octal."""
    found = [line.split(" ") for line in lines]
    return [
        (re.sub(r"\\(\d{3})", lambda m: chr(int(m[1], 8)), parts[1]), parts[2]) for parts in found
    ]


def macos_mounts(lines: Iterable[str]) -> list[tuple[str, str]]:
    """Return (where, system) of what `mount` prints: `//me@server/x on /Volumes/x (smbfs, …)`."""
    found = [re.fullmatch(r".*? on (/.*) \((\w+).*\)", line) for line in lines]
    return [(match[1], match[2]) for match in found if match]
