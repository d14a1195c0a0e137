"""Tables in plain text: rows of cells set apart by tabs or bars, recognised by the lines around them.

A tab becomes a bar, so that the columns survive the cleaning of spaces. A letterhead or a menu
is set with the same marks but holds no number that stands alone in its cell. What the cells
mean is not known here.
"""

import re
from collections.abc import Iterator, Sequence

from documents.tables import HEAD_CHARS, read_heads, with_heads

_NUMERAL = re.compile(r"[~≈+-]?\s*\d[\d.,\u00a0 ]*%?")
_NUMBER_OR_NONE = re.compile(r"(?:[~≈+-]?\s*\d[\d.,\u00a0 ]*%?|[-–x]|)")
_GROUP = re.compile(r"(?:[A-ZĐ]|[IVX]+)[.)]?$|(?:tổng|cộng)(?!\w)", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_CELL_CHARS = 90
_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
_GAPPED_ROWS = 3  # lines that are set with gaps alike before they are a table


def bars_for_tabs(text: str) -> str:
    """The text with ``|`` for the tabs, or gaps of spaces, of its tables; an empty first cell is written as a dash."""
    if "\t" not in text and _GAP.search(text) is None:
        return text
    lines = _tabs_for_gaps(text.split("\n"))
    for first, last in _runs(lines, "\t", least=1):
        for at in range(first, last):
            cells = [cell.strip() for cell in lines[at].rstrip("\r").split("\t")]
            lines[at] = " | ".join([cells[0] or "-", *cells[1:]])
    return "\n".join(lines)


def _tabs_for_gaps(lines: list[str]) -> list[str]:
    """The lines with a tab for every wide gap of the tables that are set with spaces alone."""
    trial = [line if "\t" in line else _GAP.sub("\t", line) for line in lines]
    for first, last in _runs(trial, "\t", least=1):
        if last - first >= _GAPPED_ROWS:
            lines[first:last] = trial[first:last]
    return lines


def head_cells(text: str) -> str:
    """The text with the head of its column before every value of its tables, as tables of other formats are read.

    So a row that is quoted alone says what its numbers are and in which unit.
    """
    if "|" not in text:
        return text
    lines = _levelled(text.split("\n"))
    for first, last in reversed(list(_runs(lines, "|", least=1))):
        rows = [[cell.strip() for cell in line.split("|")] for line in lines[first:last]]
        heads, body = read_heads(rows)
        if heads and not any(
            cell.startswith(f"{head}: ") for row in body for head, cell in zip(heads, row, strict=False)
        ):
            headed = [heads, *(with_heads(heads, row) for row in body)]
            lines[first:last] = [" | ".join(row).strip() for row in headed]
    return "\n".join(lines)


def _levelled(lines: list[str]) -> list[str]:
    """The lines with the rows of a group or a total (``A | Khuyến công quốc gia | 1.700``) as wide as their table's.

    Such a row leaves out the cells between its name and its numbers. It is widened only where it has a number for each
    of the last columns that hold numbers in all rows: of any other it is not known under which heads its numbers stand.
    """
    lines = list(lines)
    first = 0
    while first < len(lines):
        last = first
        while last < len(lines) and "|" in lines[last]:
            last += 1
        if last - first > 2:
            lines[first:last] = _widened(lines[first:last])
        first = max(last, first + 1)
    return lines


def _widened(table: list[str]) -> list[str]:
    rows = [[cell.strip() for cell in line.split("|")] for line in table]
    width = max(len(row) for row in rows)
    full = [row for row in rows[1:] if len(row) == width]
    if len(rows[0]) != width or not full:
        return table
    numeric = [all(_NUMBER_OR_NONE.fullmatch(row[at]) for row in full) for at in range(width)]
    numbers = next((at for at, one in enumerate(reversed(numeric)) if not one), width)
    for at, row in enumerate(rows):
        named, told = row[: len(row) - numbers], row[len(row) - numbers :]
        fits = len(row) < width and numbers and 1 <= len(named) <= 2 and _GROUP.match(named[0])
        if fits and named[-1] and all(_NUMBER_OR_NONE.fullmatch(cell) for cell in told):
            table[at] = " | ".join([*named, *[""] * (width - len(row)), *told]).rstrip()
    return table


def find_row_lines(lines: Sequence[str]) -> set[int]:
    """The indexes of the lines that are rows of a table set with bars, its head among them."""
    return {at for first, last in _runs(lines, "|", least=2) for at in range(first, last)}


def _runs(lines: Sequence[str], mark: str, least: int) -> Iterator[tuple[int, int]]:
    """Runs of two lines or more with equally many marks, one of them with a number of its own."""
    first = 0
    while first < len(lines):
        marks = lines[first].count(mark)
        last = first + 1
        while last < len(lines) and marks and lines[last].count(mark) == marks:
            last += 1
        if marks >= least and last - first > 1 and _is_table(lines[first:last], mark):
            yield first, last
        first = last


def _is_table(lines: Sequence[str], mark: str) -> bool:
    rows = [[cell.strip() for cell in line.split(mark)] for line in lines]
    values = [[_without_head(cell, head) for head, cell in zip(rows[0], row, strict=False)] for row in rows[1:]]
    if any(len(cell) > _CELL_CHARS for row in (rows[0], *values) for cell in row):
        return False
    return any(_NUMERAL.fullmatch(cell) and not _YEAR.fullmatch(cell) for row in values for cell in row)


def _without_head(cell: str, head: str) -> str:
    return cell.removeprefix(f"{head}: ") if 0 < len(head) <= HEAD_CHARS else cell
