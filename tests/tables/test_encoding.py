import random
from pathlib import Path

import pytest

from desktop.errors import UserError
from desktop.tables.encoding import encoding_of, errors_of
from tests.tables.files import text_file

WORDS = "Name,Team\r\nSiân O’Neil,Tîm y Gogledd\r\nÓ Súilleabháin,Café – North\r\n"


def read(path: Path) -> str:
    encoding = encoding_of(path)
    return path.read_bytes().decode(encoding, errors_of(encoding)).removeprefix("\ufeff")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_letters_come_out_right(tmp_path: Path, encoding: str) -> None:
    assert read(text_file(tmp_path, WORDS, encoding)) == WORDS


def test_a_list_in_two_encodings_comes_out_right(tmp_path: Path) -> None:
    path = tmp_path / "joined.csv"
    path.write_bytes("Siân\n".encode() * 9_000 + "Zoë\n".encode("cp1252"))
    assert read(path).endswith("Siân\nZoë\n")


def test_half_a_letter_at_the_end_is_shown_as_lost(tmp_path: Path) -> None:
    path = tmp_path / "half.csv"
    path.write_bytes("Name\nSiân".encode("utf-16-le")[:-1])
    assert read(path) == "Name\nSiâ\ufffd"


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "noise.csv"
    path.write_bytes(random.Random(1).randbytes(50_000))
    with pytest.raises(UserError, match=r"^noise\.csv is not a list"):
        encoding_of(path)


def test_the_zeros_that_a_crash_leaves_are_no_reason_to_refuse(tmp_path: Path) -> None:
    path = tmp_path / "torn.csv"
    path.write_bytes(b"Name\nSam Smith\n" + bytes(4_000))
    assert encoding_of(path) == "utf-8"
