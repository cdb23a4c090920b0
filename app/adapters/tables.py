"""A table out of a file, a line at a time: comma-separated as spreadsheets save it, or a spreadsheet itself.

Nothing is held but the line in hand, however long the file is.
"""

from __future__ import annotations

import codecs
import csv
import zipfile
from collections.abc import Generator, Iterator, Sequence
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from app.adapters import sheets, tables_ods, tables_xlsx
from app.domain.figures.bad_tables import BadTable, TableFault

Cell = str | date
"""A day where the file itself says that it is one; all else is text."""
Line = tuple[int, list[Cell]]
"""Its number, as an editor or a spreadsheet shows it, and its cells."""

CHUNK = 1 << 20
WINDOWS = "cp1252"
UTF_8 = "utf-8-sig"
"""With or without a byte order mark."""
DELIMITERS = (",", ";")
ZIP = b"PK\x03\x04"
LARGEST_UNPACKED = 2 << 30
"""In bytes: a spreadsheet that comes to more is made to do harm."""


def lines(path: Path) -> Generator[Line, None, None]:
    """Yield the lines of a file that have anything in them; raises BadTable for what cannot be read."""
    for number, cells in _lines(path):
        if any(isinstance(cell, date) or cell.strip() for cell in cells):
            yield number, cells


def looks_like_one(sent: BinaryIO) -> bool:
    """Return whether this may be a table, told by what stands in it; it stands at its beginning before and after."""
    head = sent.read(CHUNK)
    sent.seek(0)
    if not head.startswith(ZIP):
        return b"\0" not in head
    try:
        members = {each.filename: each.file_size for each in zipfile.ZipFile(sent).infolist()}
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return False
    finally:
        sent.seek(0)
    known = tables_xlsx.WORKBOOK in members or tables_ods.CONTENT in members
    return known and sum(members.values()) <= LARGEST_UNPACKED


class Rejects:
    """The lines that are set aside, as a table to be mended: written beside, and put in its place when it is whole.

    No cell of it is reckoned by a spreadsheet; read again, each says what it said.
    """

    def __init__(self, path: Path | None, columns: Sequence[str]) -> None:
        self.path, self.columns = path, columns

    def __enter__(self) -> Self:
        if self.path is not None:
            self.unfinished = self.path.with_name(f"{self.path.name}.unfinished")
            self.file = self.unfinished.open("w", encoding=UTF_8, newline="")
            self.writer = csv.writer(self.file)
            self.writer.writerow(map(sheets.safe, self.columns))
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self.path is None:
            return
        self.file.close()
        if kind is None:
            self.unfinished.replace(self.path)
        else:
            self.unfinished.unlink(missing_ok=True)

    def add(self, cells: Sequence[str]) -> None:
        """Set a line aside, where there is a place for it."""
        if self.path is not None:
            self.writer.writerow(map(sheets.safe, cells))


def _lines(path: Path) -> Iterator[Line]:
    with path.open("rb") as file:
        spreadsheet = file.read(len(ZIP)) == ZIP
    if not spreadsheet:
        yield from _separated(path)
        return
    try:
        with zipfile.ZipFile(path) as archive:
            yield from _sheet(archive)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:  # broken, or locked with a password
        raise BadTable(TableFault.NOT_A_TABLE) from error


def _sheet(archive: zipfile.ZipFile) -> Iterator[Line]:
    names = set(archive.namelist())
    if tables_xlsx.WORKBOOK in names:
        return tables_xlsx.lines(archive)
    if tables_ods.CONTENT in names:
        return tables_ods.lines(archive)
    raise BadTable(TableFault.NOT_A_TABLE)


def _separated(path: Path) -> Iterator[Line]:
    encoding = _encoding(path)
    with path.open(encoding=encoding, newline="") as file:
        last = 0
        try:
            delimiter = _delimiter(file.readline())
            file.seek(0)
            reader = csv.reader(file, delimiter=delimiter, strict=True)
            for cells in reader:
                yield last + 1, [sheets.unsafe(cell) if cell[:1] == "'" else cell for cell in cells]
                last = reader.line_num
        except csv.Error as error:
            raise BadTable(TableFault.BROKEN_LINE, str(last + 1)) from error


def _encoding(path: Path) -> str:
    """Return how a file's text is written: UTF-8 if all of it can be read so, else as Windows wrote it."""
    for encoding in (UTF_8, WINDOWS):
        if _reads_as(path, encoding):
            return encoding
    raise BadTable(TableFault.NOT_TEXT)


def _reads_as(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            if b"\0" in chunk:
                raise BadTable(TableFault.NOT_TEXT)
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError:
                return False
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _delimiter(heading: str) -> str:
    """Return what stands between the cells: whatever makes more columns of the first line."""
    return max(DELIMITERS, key=lambda delimiter: len(next(csv.reader([heading], delimiter=delimiter), [])))
