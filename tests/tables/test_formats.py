import zipfile
from pathlib import Path

import pytest

from desktop.errors import UserError
from desktop.tables.formats import Format, damaged, format_of, no_list
from tests.tables.files import book

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
FILES = {
    "an old Excel file": (OLE, "save it as Excel Workbook (.xlsx) or CSV."),
    "a file with a password": (
        OLE + "EncryptedPackage".encode("utf-16-le"),
        "has a password. Open it in Excel, save it without the password, and choose that.",
    ),
    "a PDF": (b"%PDF-1.7\n", "is a PDF."),
    "a picture": (b"\x89PNG\r\n\x1a\n....", "is a picture."),
    "a photo of a phone": (b"\0\0\0\x18ftypheic....", "is a picture."),
    "a web page named .xls": (b"\xef\xbb\xbf <HTML><table>", "choose Save As"),
    "a text document": (b"{\\rtf1\\ansi Sam}", "choose Save As"),
    "nothing": (b"", "is empty."),
    "spaces only": (b"\xef\xbb\xbf \r\n\r\n\t", "is empty."),
    "a file of zeros": (bytes(5000), "is empty."),
    "half a spreadsheet": (b"PK\x03\x04" + bytes(500), "is damaged or not complete."),
}


@pytest.mark.parametrize(("content", "sentence"), FILES.values(), ids=FILES.keys())
def test_what_is_no_list_is_refused_with_what_to_do(
    tmp_path: Path, content: bytes, sentence: str
) -> None:
    path = tmp_path / "register.xls"
    path.write_bytes(content)
    with pytest.raises(UserError) as caught:
        format_of(path)
    assert str(caught.value).startswith("register.xls ")
    assert sentence in str(caught.value)


PACKED = {
    "LibreOffice": (
        {"mimetype": "application/vnd.oasis.opendocument.spreadsheet"},
        "is a LibreOffice file.",
    ),
    "Numbers": ({"Index/Document.iwa": "x"}, "is a Numbers file."),
    "binary Excel": ({"xl/workbook.bin": "x"}, "is not a file of today’s Excel."),
    "Word": ({"word/document.xml": "x"}, "is not a list."),
}


@pytest.mark.parametrize(("parts", "sentence"), PACKED.values(), ids=PACKED.keys())
def test_files_of_other_programs_are_known(
    tmp_path: Path, parts: dict[str, str], sentence: str
) -> None:
    path = tmp_path / "list"
    with zipfile.ZipFile(path, "w") as packed:
        for name, text in parts.items():
            packed.writestr(name, text)
    with pytest.raises(UserError, match=sentence):
        format_of(path)


def test_a_list_is_known_by_what_is_in_it_and_not_by_its_name(tmp_path: Path) -> None:
    named_wrongly = tmp_path / "people.csv"
    book(named_wrongly, [["Name"], ["Sam"]])
    assert format_of(named_wrongly) is Format.XLSX
    text = tmp_path / "people.xlsx"
    text.write_text("Name\nSam\n", "utf-8")
    assert format_of(text) is Format.CSV


def test_a_file_that_is_gone_and_a_folder_have_their_sentences(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"^gone\.csv is not there any more"):
        format_of(tmp_path / "gone.csv")
    (tmp_path / "lists").mkdir()
    with pytest.raises(UserError, match=r"^lists (is a folder|can’t be opened)"):
        format_of(tmp_path / "lists")


def test_the_sentences_name_the_file() -> None:
    assert damaged(Path("a.xlsx")).startswith("a.xlsx is damaged")
    assert no_list(Path("a.csv")).startswith("a.csv is not a list")
