"""A file that names people: its sheet and columns, or its rows as the text of a pasted list."""

from pathlib import Path

from desktop.errors import UserError
from desktop.language import tr
from desktop.people.importing import people_kind
from desktop.people.pasting import MOST_LINES
from desktop.progress import Progress
from desktop.tables.columns import Columns
from desktop.tables.headings import NAMES
from desktop.tables.reading import Sheet, read_sheets
from desktop.tables.recognising import recognise


def people_in(path: Path, progress: Progress | None = None) -> tuple[Sheet, Columns]:
    """Return the sheet of a file that names people, and its columns.

    The first with headings that say so is taken, else the first that seems to. Raises UserError
    when there is none or the file can't be read, Cancelled when it was stopped.
    """
    kind = people_kind()
    found = [(sheet, recognise(sheet.top, kind)) for sheet in read_sheets(path, progress)]
    fitting = [one for one in found if not one[1].missing()]
    if fitting:
        return next((one for one in fitting if one[1].has_header), fitting[0])
    words = tr("{name} has no column with names. Call one of them Name, or First name and Surname.")
    raise UserError(words.format(name=path.name))


def as_pasted(path: Path, progress: Progress | None = None) -> str:
    """Return the people of a file as a pasted list with headings, its cells apart by tabs.

    Raises UserError also when there are more rows than one list takes.
    """
    sheet, columns = people_in(path, progress)
    keys = [key for key in NAMES if key in columns.places]
    lines = ["\t".join(NAMES[key][0] for key in keys)]
    for record in columns.records(sheet.rows(progress)):
        lines.append("\t".join(" ".join(record.values[key].split()) for key in keys))
        if len(lines) > MOST_LINES:
            words = tr("{name} has more than {most} rows. Split the list, or take fewer at a time.")
            raise UserError(words.format(name=path.name, most=f"{MOST_LINES - 1:,}"))
    return "\n".join(lines)
