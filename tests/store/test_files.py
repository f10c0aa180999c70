import errno
from contextlib import suppress
from pathlib import Path

import pytest

from desktop.errors import UserError
from desktop.kinds import open_store
from desktop.store.files import (
    beside,
    is_full,
    need_file,
    plain_file_errors,
    sync_file,
    sync_folder,
    write_whole,
    written_whole,
)


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "There is no room left in /media/stick. Free some space and try again."),
        (errno.EROFS, "Nothing can be written in /media/stick. Choose another folder."),
        (
            errno.EIO,
            "/media/stick is not there. Plug the stick or disk in, or choose another folder.",
        ),
        (errno.ENAMETOOLONG, "/media/stick can’t be used. Choose another folder."),
        (None, "/media/stick can’t be used. Choose another folder."),
    ],
)
def test_what_goes_wrong_with_a_folder_is_one_sentence(number: int | None, sentence: str) -> None:
    with pytest.raises(UserError) as caught, plain_file_errors(Path("/media/stick")):
        raise OSError(number, "as the system says it")
    assert str(caught.value) == sentence


def test_a_file_and_its_folder_are_written_out(tmp_path: Path) -> None:
    (tmp_path / "a.db").write_bytes(b"words")
    sync_file(tmp_path / "a.db")
    sync_folder(tmp_path)
    assert (tmp_path / "a.db").read_bytes() == b"words"


def test_the_files_beside_a_data_file_have_its_whole_name() -> None:
    assert [path.name for path in beside(Path("a.b.db"))] == ["a.b.db-wal", "a.b.db-shm"]


def test_a_file_is_written_whole_in_place_of_the_one_before(tmp_path: Path) -> None:
    for content in (b"first", b"second"):
        write_whole(tmp_path / "tree.svg", content)
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("tree.svg", b"second")]
    with pytest.raises(UserError, match="nowhere is not there"):
        write_whole(tmp_path / "nowhere" / "tree.svg", b"third")


def test_what_is_no_file_is_not_written_over(tmp_path: Path) -> None:
    need_file(tmp_path / "new.svg")
    (tmp_path / "old.svg").write_bytes(b"tree")
    need_file(tmp_path / "old.svg")
    for place in (tmp_path, Path("/dev/null")):
        with pytest.raises(UserError, match="is not a file"):
            write_whole(place, b"tree")


def test_a_file_of_data_is_never_written_over(tmp_path: Path) -> None:
    data = tmp_path / "pledge-tree.db"
    open_store(data, "Siân").close()
    before = data.read_bytes()
    for path in (data, *beside(data)):
        with pytest.raises(UserError, match=f"{path.name} holds your data. Name another file."):
            write_whole(path, b"tree")
    assert data.read_bytes() == before
    write_whole(tmp_path / "other.db", b"tree")
    write_whole(tmp_path / "other.db-wal", b"tree")


def test_a_part_that_is_somebodys_file_stays(tmp_path: Path) -> None:
    (tmp_path / "tree.svg.part").write_bytes(b"mine")
    write_whole(tmp_path / "tree.svg", b"tree")
    names = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert names == {"tree.svg": b"tree", "tree.svg.part": b"mine"}


def test_a_file_that_is_not_written_to_its_end_changes_nothing(tmp_path: Path) -> None:
    write_whole(tmp_path / "tree.svg", b"tree")
    with suppress(ZeroDivisionError), written_whole(tmp_path / "tree.svg") as part:
        part.write_bytes(bytes([1 // 0]))
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"tree.svg": b"tree"}


def test_a_disk_with_room_or_none_at_all_is_not_full(tmp_path: Path) -> None:
    assert not is_full(tmp_path)
    assert not is_full(tmp_path / "nowhere")
