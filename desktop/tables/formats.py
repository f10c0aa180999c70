"""What kind of file a list is, by what is in it and not by its name."""

import zipfile
from enum import Enum
from pathlib import Path

from desktop.errors import UserError
from desktop.language import tr

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # how files of Excel before 2007 begin
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM")
_MARKUP = (b"<html", b"<!doctype", b"<table", b"<?xml", b"{\\rtf", b"<head", b"<meta")
_HEAD = 8_192


class Format(Enum):
    """The two formats that can be read."""

    CSV = "csv"
    XLSX = "xlsx"


def format_of(path: Path) -> Format:
    """Return the format of a list.

    Raises UserError with what to do when it can't be read or is neither CSV nor XLSX.
    """
    head = _head(path)
    if not head.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise UserError(tr("{name} is empty. Choose another file.").format(name=path.name))
    if head.startswith(b"PK"):
        _check_spreadsheet(path)
        return Format.XLSX
    sentence = _other(path, head)
    if sentence:
        raise UserError(sentence.format(name=path.name))
    return Format.CSV


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_HEAD)
    except FileNotFoundError as error:
        sentence = tr("{name} is not there any more. Choose another file.")
        raise UserError(sentence.format(name=path.name)) from error
    except IsADirectoryError as error:
        sentence = tr("{name} is a folder. Choose a file in it.")
        raise UserError(sentence.format(name=path.name)) from error
    except OSError as error:
        sentence = tr("{name} can’t be opened. Close it in other programs and try again.")
        raise UserError(sentence.format(name=path.name)) from error


def _other(path: Path, head: bytes) -> str:
    """Return what to do with a file that is no text, empty if it is one."""
    if head.startswith(_OLE):
        return _protected() if _is_protected(path) else _old_excel()
    if head.startswith(b"%PDF"):
        return tr(
            "{name} is a PDF. Ask for the list as a spreadsheet, or copy the names and paste them."
        )
    if head.startswith(_PICTURES) or head[4:12] in (b"ftypheic", b"ftypmif1"):
        return tr("{name} is a picture. Ask for the list as a spreadsheet.")
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_MARKUP):
        return _old_excel()
    return ""


def _check_spreadsheet(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as packed:
            names = packed.namelist()
            kind = packed.read("mimetype")[:200] if "mimetype" in names else b""
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise UserError(damaged(path)) from error
    if b"opendocument" in kind:
        sentence = tr(
            "{name} is a LibreOffice file. Open it there, choose Save As, and save it as Excel "
            "(.xlsx) or CSV."
        )
    elif any(name.startswith("Index/") or name == "Index.zip" for name in names):
        sentence = tr(
            "{name} is a Numbers file. Open it there, choose Export To, and save it as Excel or "
            "CSV."
        )
    elif "xl/workbook.bin" in names:
        sentence = _old_excel()
    elif not any(name.startswith("xl/") for name in names):
        sentence = tr("{name} is not a list. Choose a CSV or Excel (.xlsx) file.")
    else:
        return
    raise UserError(sentence.format(name=path.name))


def damaged(path: Path) -> str:
    """Return what to do with a spreadsheet that can't be read."""
    return tr(
        "{name} is damaged or not complete. Open it in Excel, save it as a new file, and choose "
        "that."
    ).format(name=path.name)


def no_list(path: Path) -> str:
    """Return what to do with a file that is no table at all."""
    return tr("{name} is not a list. Choose a CSV or Excel (.xlsx) file.").format(name=path.name)


def _is_protected(path: Path) -> bool:
    with path.open("rb") as file:
        return "EncryptedPackage".encode("utf-16-le") in file.read(1_000_000)


def _protected() -> str:
    return tr(
        "{name} has a password. Open it in Excel, save it without the password, and choose that."
    )


def _old_excel() -> str:
    return tr(
        "{name} is not a file of today’s Excel. Open it in Excel, choose Save As, and save it as "
        "Excel Workbook (.xlsx) or CSV."
    )
