"""Files as other people make them, good and bad."""

import json
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl

from desktop.tables.child import read
from desktop.tables.reading import read_sheets
from desktop.tables.rows import Limits

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_TYPE}.sharedStrings+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
    "</Relationships>",
    "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
    '<sheet name="Staff" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="r2" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
    "</Relationships>",
}
STRINGS, SHEET = "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"


def text_file(folder: Path, text: str, encoding: str = "utf-8", name: str = "list.csv") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding, "surrogatepass"))
    return path


def crafted(path: Path, rows: Iterable[str], extent: str = "", strings: Iterable[str] = ()) -> Path:
    """Write a spreadsheet whose XML is given, in as little memory as its rows."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        for name, text in _PARTS.items():
            packed.writestr(name, text)
        with packed.open(STRINGS, "w", force_zip64=True) as part:
            part.write(f'<sst xmlns="{_MAIN}">'.encode())
            for text in strings:
                part.write(f"<si><t>{text}</t></si>".encode())
            part.write(b"</sst>")
        with packed.open(SHEET, "w", force_zip64=True) as part:
            part.write(f'<worksheet xmlns="{_MAIN}">{extent}<sheetData>'.encode())
            for row in rows:
                part.write(row.encode())
            part.write(b"</sheetData></worksheet>")
    return path


def number_rows(number: int) -> Iterable[str]:
    return (f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, number + 1))


def book(path: Path, *sheets: Sequence[Sequence[Any]]) -> Path:
    """Write a spreadsheet as another program does."""
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for rows in sheets:
        sheet = made.create_sheet()
        for row in rows:
            sheet.append([v.replace(tzinfo=None) if isinstance(v, datetime) else v for v in row])
    made.save(path)
    return path


def cells(path: Path, limits: Limits | None = None) -> list[tuple[str, ...]]:
    return [row.cells for row in read_sheets(path, limits=limits)[0].rows()]


class Ear:
    """Hears what the child says, in this process."""

    def __init__(self) -> None:
        self.heard: list[list[Any]] = []
        self.closed = False

    def send_bytes(self, buf: bytes, /) -> None:
        self.heard.append(json.loads(buf))

    def close(self) -> None:
        self.closed = True


def said_by_child(path: Path, place: int | None = None, rows: int = 10_000) -> list[list[Any]]:
    ear = Ear()
    read(ear, str(path), place, rows)
    assert ear.closed
    return ear.heard


def cells_from_child(path: Path) -> list[tuple[str, ...]]:
    """Return the cells of all sheets, read in this process, which is quick."""
    said = said_by_child(path)
    assert said[-1] == ["end"], said
    return [tuple(row[1]) for kind, *values in said if kind == "rows" for row in values[0]]
