"""Tables in plain text: rows of cells set apart by tabs or bars, recognised by the lines around them.

A tab becomes a bar, so that the columns survive the cleaning of spaces. A letterhead or a menu
is set with the same marks but holds no number that stands alone in its cell. What the cells
mean is not known here.
"""

import re
from collections.abc import Iterator, Sequence

_NUMERAL = re.compile(r"[~≈+-]?\s*\d[\d.,\u00a0 ]*%?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_CELL_CHARS = 90


def bars_for_tabs(text: str) -> str:
    """The text with ``|`` for the tabs of its tables; an empty first cell is written as a dash."""
    if "\t" not in text:
        return text
    lines = text.split("\n")
    for first, last in _runs(lines, "\t", least=1):
        for at in range(first, last):
            cells = [cell.strip() for cell in lines[at].rstrip("\r").split("\t")]
            lines[at] = " | ".join([cells[0] or "-", *cells[1:]])
    return "\n".join(lines)


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
    if any(len(cell) > _CELL_CHARS for row in rows for cell in row):
        return False
    return any(_NUMERAL.fullmatch(cell) and not _YEAR.fullmatch(cell) for row in rows[1:] for cell in row)
