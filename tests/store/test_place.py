import sys
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from desktop.errors import UserError
from desktop.store.place import (
    cloud_name,
    is_network_path,
    is_network_system,
    is_roaming,
    linux_mounts,
    macos_mounts,
    refuse_unsafe_place,
    system_of,
)

WINDOWS_HOME = PureWindowsPath(r"C:\Users\morag")
HOME = PurePosixPath("/home/morag")


def test_a_plain_folder_on_this_computer_is_fine(tmp_path: Path) -> None:
    refuse_unsafe_place(tmp_path / "pledge-tree.db")
    refuse_unsafe_place(tmp_path / "not made yet" / "pledge-tree.db")


@pytest.mark.parametrize("folder", ["OneDrive - NHS Lanarkshire", "Dropbox", "Nextcloud"])
def test_a_synced_folder_is_refused_and_a_safe_one_named(tmp_path: Path, folder: str) -> None:
    with pytest.raises(UserError) as caught:
        refuse_unsafe_place(tmp_path / folder / "Sessions" / "pledge-tree.db")
    assert folder in str(caught.value)
    assert "such as" in str(caught.value)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_link_into_a_synced_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "plain").symlink_to(tmp_path / "Dropbox", target_is_directory=True)
    with pytest.raises(UserError):
        refuse_unsafe_place(tmp_path / "plain" / "pledge-tree.db")


def test_a_folder_that_syncthing_marked_is_refused(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    with pytest.raises(UserError):
        refuse_unsafe_place(tmp_path / "deep" / "pledge-tree.db")


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (WINDOWS_HOME / "OneDrive" / "a.db", "OneDrive"),
        (WINDOWS_HOME / "OneDrive - Board" / "Documents" / "a.db", "OneDrive - Board"),
        (WINDOWS_HOME / "Dropbox (Personal)" / "a.db", "Dropbox (Personal)"),
        (WINDOWS_HOME / "iCloudDrive" / "a.db", "iCloudDrive"),
        (WINDOWS_HOME / "Google Drive" / "a.db", "Google Drive"),
        (WINDOWS_HOME / "Box" / "a.db", "Box"),
        (WINDOWS_HOME / "Documents" / "Box" / "a.db", ""),
        (WINDOWS_HOME / "Documents" / "Dropbox notes for staff" / "a.db", ""),
        (WINDOWS_HOME / "AppData" / "Local" / "Pledge Tree" / "a.db", ""),
    ],
)
def test_cloud_folders_of_windows(path: PurePath, name: str) -> None:
    assert cloud_name(path, WINDOWS_HOME, {}) == name


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (HOME / "Library/CloudStorage/GoogleDrive-m@example.org/a.db", "GoogleDrive-m@example.org"),
        (HOME / "Library/Mobile Documents/com~apple~CloudDocs/a.db", "com~apple~CloudDocs"),
        (HOME / "Sync/a.db", "Sync"),
        (HOME / "Documents/a.db", ""),
    ],
)
def test_cloud_folders_elsewhere(path: PurePath, name: str) -> None:
    assert cloud_name(path, HOME, {}) == name


def test_onedrive_under_another_name_is_known_from_the_environment() -> None:
    moved = {"OneDriveCommercial": r"D:\Board files"}
    path = PureWindowsPath(r"D:\Board files\Sessions\a.db")
    assert cloud_name(path, WINDOWS_HOME, moved) == "Board files"


@pytest.mark.parametrize(
    ("path", "network"),
    [
        (r"\\server\share\a.db", True),
        (r"\\?\UNC\server\share\a.db", True),
        (r"\\?\C:\data\a.db", False),
        (r"C:\data\a.db", False),
    ],
)
def test_paths_that_name_a_server(path: str, network: bool) -> None:
    assert is_network_path(PureWindowsPath(path)) is network


def test_the_roaming_folder_is_known() -> None:
    assert is_roaming(WINDOWS_HOME / "AppData" / "Roaming" / "Pledge Tree" / "a.db", {})
    assert is_roaming(PureWindowsPath(r"H:\me\x\a.db"), {"APPDATA": r"H:\me"})
    assert not is_roaming(WINDOWS_HOME / "AppData" / "Local" / "Pledge Tree" / "a.db", {})


@pytest.mark.parametrize(
    "system", ["nfs", "nfs4", "cifs", "smb3", "smbfs", "afpfs", "webdav", "fuse.sshfs"]
)
def test_file_systems_of_another_computer(system: str) -> None:
    assert is_network_system(system)


@pytest.mark.parametrize("system", ["ext4", "btrfs", "apfs", "tmpfs", "fuseblk", "ntfs3", "9p", ""])
def test_file_systems_of_this_computer(system: str) -> None:
    assert not is_network_system(system)


def test_the_deepest_and_latest_mount_holds_a_file() -> None:
    mounts = linux_mounts(
        [
            "/dev/sda1 / ext4 rw 0 0\n",
            "server:/home /home/my\\040files nfs4 rw 0 0\n",
            "/dev/sdb1 /home/my\\040files/stick vfat rw 0 0\n",
        ]
    )
    assert system_of(PurePosixPath("/home/my files/a.db"), mounts) == "nfs4"
    assert system_of(PurePosixPath("/home/my files/stick/a.db"), mounts) == "vfat"
    assert system_of(PurePosixPath("/home/my filesystem/a.db"), mounts) == "ext4"


def test_what_a_mac_says_of_its_mounts() -> None:
    mounts = macos_mounts(
        [
            "/dev/disk3s1 on / (apfs, local, journaled)",
            "//morag@server/Team on /Volumes/Team (Old) (smbfs, nodev, nosuid)",
        ]
    )
    assert system_of(PurePosixPath("/Volumes/Team (Old)/a.db"), mounts) == "smbfs"
    assert system_of(PurePosixPath("/Users/morag/a.db"), mounts) == "apfs"
