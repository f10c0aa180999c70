"""Reading CSV: any usual encoding and mark, row by row."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from desktop.errors import UserError
from desktop.language import tr
from desktop.progress import Progress
from desktop.tables.delimiter import delimiter_of, hinted, spaced
from desktop.tables.encoding import encoding_of, errors_of
from desktop.tables.formats import no_list
from desktop.tables.rows import Limits, Row, row_of
from desktop.tables.values import clean, unmarked

_SAMPLE = 200_000
_MOST_LINE = 1_000_000
_STEP = 1_000  # rows between two words about progress
_END = "\ufdd0"  # a character that no text may hold; alone in a row it says that all quotes closed


@dataclass(frozen=True)
class Dialect:
    """How one CSV file is written: its encoding as Python calls it, and the mark between cells."""

    encoding: str
    delimiter: str
    is_hinted: bool
    is_spaced: bool


def dialect_of(path: Path) -> Dialect:
    """Return how a CSV file is written.

    Raises UserError when it is no text.
    """
    encoding = encoding_of(path)
    with _open(path, encoding) as file:
        sample = clean(file.read(_SAMPLE))
    if len(sample) >= _SAMPLE and "\n" in sample:
        sample = sample[: sample.rindex("\n") + 1]
    mark = delimiter_of(sample)
    return Dialect(encoding, mark, hinted(sample) is not None, spaced(sample, mark))


def read_rows(
    path: Path, dialect: Dialect, limits: Limits, progress: Progress | None = None
) -> Iterator[Row]:
    """Yield the rows of a CSV file that have something in them.

    A row's number is the one that Excel shows: a line break inside a cell does not count. Raises
    UserError for what is no list, a quotation mark that is never closed, and too many rows.
    """
    with _open(path, dialect.encoding) as file:
        size = path.stat().st_size
        start = 0 if dialect.is_hinted else 1
        for line, cells in enumerate(_cells(path, file, dialect), start):
            if progress is not None and line % _STEP == 0:
                progress.step(min(_position(file), size), size)
            row = row_of(line, cells) if line else None
            if row is None:
                continue
            if line > limits.rows:
                raise UserError(too_many(path, limits))
            yield row


def too_many(path: Path, limits: Limits) -> str:
    """Return what to do with a list that is too long."""
    return tr("{name} has more than {rows:,} rows. Divide it into several files.").format(
        name=path.name, rows=limits.rows
    )


def _cells(path: Path, file: TextIO, dialect: Dialect) -> Iterator[list[str]]:
    lines = _lines(path, file)
    reader = csv.reader(lines, delimiter=dialect.delimiter, skipinitialspace=dialect.is_spaced)
    begun = 1
    try:
        for cells in reader:
            if cells and _END in cells[-1]:
                if cells != [_END]:
                    raise UserError(_unclosed(path, begun))
                return
            yield [unmarked(cell) for cell in cells]
            begun += 1
    except csv.Error as error:  # a cell of more than 131,072 characters
        raise UserError(_unclosed(path, begun)) from error


def _unclosed(path: Path, line: int) -> str:
    return tr(
        'Row {line:,} of {name} has a quotation mark (") that is never closed. Remove it and try '
        "again."
    ).format(line=line, name=path.name)


def _lines(path: Path, file: TextIO) -> Iterator[str]:
    while line := file.readline(_MOST_LINE):
        if len(line) >= _MOST_LINE:
            raise UserError(no_list(path))
        plain = line.rstrip("\r\n")
        if plain.isascii() and plain.isprintable():  # as nearly all are: no need to look for more
            yield plain + "\n" if plain != line else plain
        else:
            yield clean(line)
    yield _END


def _open(path: Path, encoding: str) -> TextIO:
    try:
        return path.open(encoding=encoding, errors=errors_of(encoding), newline="")
    except OSError as error:
        sentence = tr("{name} can’t be opened. Close it in other programs and try again.")
        raise UserError(sentence.format(name=path.name)) from error


def _position(file: TextIO) -> int:
    return file.buffer.tell()
