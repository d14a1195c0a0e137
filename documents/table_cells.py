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
from documents.quantities import read_quantities
from documents.records import Quantity

MARKS = ("|", "\t", ";")
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

    Its offsets are in the quote that it stands in.
    """
    found = [quantity for quote in quotes for quantity in read_quantities(quote)]
    rows = [(quote, cells_of(quote)) for quote in quotes if any(mark in quote for mark in MARKS)]
    heads = [cells for _, cells in rows if is_heading_row(cells) and not any(": " in cell.text for cell in cells)]
    told = {quote for quote, _ in rows}
    lines = [unit_of_line(quote) for quote in quotes if quote not in told]
    for quote, cells in rows:
        own = unit_said(quote) or next((u for cell in cells if (u := _of_row_head(cell)) is not None), None)
        for column, cell in enumerate(cells):
            head, _, printed = cell.text.rpartition(": ")
            if not NUMERAL_CELL.fullmatch(printed) or any(
                q.start >= cell.start and q.end <= cell.end for q in read_quantities(quote)
            ):
                continue
            alike = [row for row in heads if len(row) == len(cells)]
            over = [unit_of_column(head), *(unit_of_column(row[column].text) for row in alike)]
            for unit in _first_said(over, [_of_cell_before(cells[:column])], [own], lines):
                value = value_of_cell(printed, unit.read)
                if value is not None:
                    start = cell.end - len(printed)
                    found.append(Quantity(value, unit.read.unit, printed, start, cell.end))
    return found


def _of_row_head(cell: Cell) -> SaidUnit | None:
    """The unit that the head of a row names, ``Chỉ tiêu: Kinh phí (triệu đồng)``; None for a cell of a number."""
    _, _, text = cell.text.rpartition(": ")
    return None if any(char.isdigit() for char in text) else unit_of_head(text)


def _of_cell_before(before: Sequence[Cell]) -> SaidUnit | None:
    """The unit that a cell before a number is, ``Hội chợ | triệu đồng | 1.125``; the row's label never is."""
    words = [cell.text.rpartition(": ")[2] for cell in before if not is_value(cell.text)]
    unit = unit_of_words(words[-1]) if len(words) > 1 else None
    return unit if unit is not None and unit.whole else None


def _first_said(*ranks: Sequence[SaidUnit | None]) -> list[SaidUnit]:
    """The units of the first rank that says any."""
    return next((said for rank in ranks if (said := [unit for unit in rank if unit is not None])), [])
