"""The cells of a row of a table, and the quantities that rows carry with what is quoted beside them.

A row is one line, its cells set apart by ``|``, tabs or ``;``; a loader prints each under its column's head
(``Kinh phí: 1.650``). Which cell is a figure of what is ``figure_tables.py``.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from documents.bare_numbers import (
    SaidUnit,
    unit_of_column,
    unit_of_head,
    unit_of_line,
    unit_of_words,
    unit_said,
    value_of_cell,
)
from documents.list_items import read_list_numbers
from documents.quantities import read_quantities
from documents.records import Quantity

MARKS = ("|", "\t", ";")
CELL_CHARS = 60  # a cell of a row whose cells only semicolons set apart has no more
NUMERAL_CELL = re.compile(r"[~≈]?\s*\d[\d.,\u00a0 ]*\d|\d")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell by its place in the document; ``headed``: its column's head was printed before it in the row."""

    start: int
    end: int
    text: str
    headed: bool = False


def cells_of(line: str, start: int = 0) -> list[Cell]:
    """The cells of a row that begins at ``start``; a mark at either end of the line sets nothing apart."""
    found: list[Cell] = []
    at = start
    mark = next((m for m in MARKS if m in line), "|")
    for part in line.split(mark):
        begin = at + len(part) - len(part.lstrip())
        found.append(Cell(begin, begin + len(part.strip()), part.strip()))
        at += len(part) + 1
    if found and not found[0].text:
        found = found[1:]
    return found[:-1] if found and not found[-1].text else found


def is_value(cell: str) -> bool:
    """Whether a cell is a number that heads no column: a year may."""
    return bool(NUMERAL_CELL.fullmatch(cell)) and not re.fullmatch(r"(?:19|20)\d\d", cell)


def is_heading_row(cells: Sequence[Cell]) -> bool:
    """Whether a row of cells heads columns."""
    return len(cells) > 1 and not any(is_value(cell.text) for cell in cells[1:])


def without_head(cell: Cell, head: Sequence[str]) -> Cell:
    """The cell without its column's head, where the loader has printed it before the value."""
    printed = f"{head[0]}: " if head and head[0] else ""
    if not printed or not cell.text.startswith(printed):
        return cell
    return Cell(cell.start + len(printed), cell.end, cell.text[len(printed) :], headed=True)


def quantities_of(quotes: Sequence[str]) -> list[Quantity]:
    """Every quantity that quotes carry, a bare number of a row in the unit that the row or another quote says.

    A row has one unit for each of its columns: it is never read in that of another table quoted with it. Offsets are
    in the quote that a quantity stands in.
    """
    found: list[Quantity] = []
    for at, quote in enumerate(quotes):
        read = read_quantities(quote)
        found += read
        beside = [*quotes[at + 1 :], *reversed(quotes[:at])]
        if _is_row(quote):
            found += _bare_cells(quote, read, beside)
        elif not read:
            found += _list_numbers(quote, beside)
    return found


def _list_numbers(line: str, beside: Sequence[str]) -> list[Quantity]:
    """The bare numbers of a list's line in the unit that another quote, the line over the list, says."""
    unit = next((unit for quote in beside if not _is_row(quote) and (unit := unit_of_line(quote)) is not None), None)
    found = []
    for item in read_list_numbers(line) if unit is not None else ():
        value = value_of_cell(item.numeral, unit.read) if unit is not None else None
        if unit is not None and value is not None:
            found.append(Quantity(value, unit.read.unit, item.numeral, item.start, item.end))
    return found


def _bare_cells(row: str, read: Sequence[Quantity], beside: Sequence[str]) -> list[Quantity]:
    """The bare numbers of a row as quantities; ``beside`` are the other quotes, the nearest first."""
    cells = cells_of(row)
    rows = [cells_of(quote) for quote in beside if _is_row(quote)]
    heads = next((other for other in rows if len(other) == len(cells) and _heads(other)), None)
    line = next((unit for quote in beside if not _is_row(quote) and (unit := unit_of_line(quote)) is not None), None)
    own = unit_said(row) or next((unit for cell in cells if (unit := _of_row_head(cell)) is not None), None)
    found = []
    for column, cell in enumerate(cells):
        head, _, printed = cell.text.rpartition(": ")
        if not NUMERAL_CELL.fullmatch(printed) or any(q.start >= cell.start and q.end <= cell.end for q in read):
            continue
        unit = unit_of_column(head) or (unit_of_column(heads[column].text) if heads is not None else None)
        unit = unit or _of_cell_before(cells[:column]) or own or line
        value = value_of_cell(printed, unit.read) if unit is not None else None
        if unit is not None and value is not None:
            found.append(Quantity(value, unit.read.unit, printed, cell.end - len(printed), cell.end))
    return found


def _is_row(quote: str) -> bool:
    """Whether a quote is a row of a table; a sentence may have semicolons."""
    if "|" in quote or "\t" in quote:
        return True
    ended = quote.rstrip().endswith((".", ":", "?", "!"))
    return quote.count(";") > 1 and not ended and all(len(cell.text) <= CELL_CHARS for cell in cells_of(quote))


def _heads(cells: Sequence[Cell]) -> bool:
    """Whether a quoted row is that of the heads, whose cells have none printed before them."""
    return is_heading_row(cells) and not any(": " in cell.text for cell in cells)


def _of_row_head(cell: Cell) -> SaidUnit | None:
    """The unit that the head of a row names, ``Chỉ tiêu: Kinh phí (triệu đồng)``; None for a cell of a number."""
    _, _, text = cell.text.rpartition(": ")
    return None if any(char.isdigit() for char in text) else unit_of_head(text)


def _of_cell_before(before: Sequence[Cell]) -> SaidUnit | None:
    """The unit that a cell before a number is, ``Hội chợ | triệu đồng | 1.125``; the row's label never is."""
    words = [cell.text.rpartition(": ")[2] for cell in before if not is_value(cell.text)]
    unit = unit_of_words(words[-1]) if len(words) > 1 else None
    return unit if unit is not None and unit.whole else None
