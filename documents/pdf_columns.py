"""Words of a page to lines in the order they are read: by column where the page has columns.

It knows where words stand. A page of two columns is read one after the other; a table without
rules row by row; the two blocks at the head of an official text, and at its foot, block by block.
"""

import dataclasses
from collections.abc import Sequence
from itertools import pairwise

from documents.loaded import Piece
from documents.page_words import Word
from documents.pdf_paragraphs import PdfLine
from documents.tables import table_pieces

CELL_GAP = 12.0
GUTTER = 9.0  # points that must stay clear between two columns
COLUMN_ROWS = 5
BLOCK_ROWS = 3
FULL_SHARE = 0.55  # of a column's lines that reach its right edge ...
LONG_ROWS = 15  # ... and in a column of at least so many lines, short items among them,
LONG_FULL_SHARE = 0.25
FULL_REACH = 0.88
COLUMN_WORDS = 2.5
CENTRE_SPREAD = 9.0
UNEVEN = 3.0  # points at least between the left edges of centred lines
SAME_LINE = 0.4  # of the letters' size, between the feet of two words on one line
STEPS = 40
MAX_DEPTH = 6

Row = list[Word]


def lines_of(words: Sequence[Word], page: int, tables: Sequence[list[Piece]] = ()) -> list[PdfLine]:
    """The page's lines as they are read; a word that stands for a table gives the table's rows."""
    return _read(_rows(words), page, tables, None, 0)


def _rows(words: Sequence[Word]) -> list[Row]:
    """Words gathered to rows by their feet, each from left to right."""
    rows: list[Row] = []
    for word in sorted(words, key=lambda word: (word.bottom, word.left)):
        near = max(3.0, SAME_LINE * word.size)
        if rows and abs(rows[-1][0].bottom - word.bottom) <= near and word.table < 0 > rows[-1][0].table:
            rows[-1].append(word)
        else:
            rows.append([word])
    for row in rows:
        row.sort(key=lambda word: word.left)
    return rows


def _read(
    rows: list[Row], page: int, tables: Sequence[list[Piece]], column: tuple[float, float] | None, depth: int
) -> list[PdfLine]:
    found = _columns(rows) if depth < MAX_DEPTH and len(rows) >= BLOCK_ROWS else None
    if found is None:
        return _in_order(rows, page, tables, column)
    first, last, x = found
    lines = _read(rows[:first], page, tables, column, depth + 1)
    band = [word for row in rows[first:last] for word in row]
    for side in ([word for word in band if word.left < x], [word for word in band if word.left >= x]):
        part = _rows(side)
        right = max(word.right for word in side) if _is_text(part) else float("inf")  # centred lines are never full
        edges = (min(word.left for word in side), right)
        lines += _read(part, page, tables, edges, depth + 1)
    return lines + _read(rows[last:], page, tables, column, depth + 1)


def _columns(rows: list[Row]) -> tuple[int, int, float] | None:
    """(first row, row after the last, x of the gutter) of the widest band of two columns, or None."""
    left, right = min(row[0].left for row in rows), max(max(word.right for word in row) for row in rows)
    best: tuple[int, int, int, float] | None = None
    for step in range(1, STEPS):
        x = left + (right - left) * (0.15 + 0.7 * step / STEPS)
        for begin, end in _clear_runs(rows, x):
            both = _two_sided(rows[begin:end], x)
            if both < BLOCK_ROWS - 1 or (best is not None and both <= best[0]):
                continue
            for first, last in _trimmed(begin, end):
                if _is_band(rows[first:last], x):
                    best = (_two_sided(rows[first:last], x), first, last, x)
                    break
    return best[1:] if best else None


def _two_sided(rows: list[Row], x: float) -> int:
    return sum(row[0].left < x <= row[-1].left for row in rows)


def _trimmed(begin: int, end: int) -> list[tuple[int, int]]:
    """The stretch whole, then without a running head, a page number or the end of a paragraph."""
    cuts = [(begin + first, end - last) for first in range(3) for last in range(3)]
    return sorted((cut for cut in cuts if cut[1] - cut[0] >= BLOCK_ROWS), key=lambda cut: cut[0] - cut[1])


def _clear_runs(rows: list[Row], x: float) -> list[tuple[int, int]]:
    """The longest stretches of rows in which no word comes near ``x``."""
    runs: list[tuple[int, int]] = []
    begin: int | None = None
    for at, row in enumerate([*rows, None]):
        clear = row is not None and not any(word.left < x + GUTTER / 2 and word.right > x - GUTTER / 2 for word in row)
        if clear and begin is None:
            begin = at
        if not clear and begin is not None:
            runs.append((begin, at))
            begin = None
    return runs


def _is_band(rows: list[Row], x: float) -> bool:
    """Whether the rows are two columns of text, or the two blocks of a head or of signatures."""
    lefts = [part for row in rows if (part := [word for word in row if word.left < x])]
    rights = [part for row in rows if (part := [word for word in row if word.left >= x])]
    if min(len(lefts), len(rights)) >= COLUMN_ROWS and _is_text(lefts) and _is_text(rights):
        return True
    if len(lefts) >= LONG_ROWS and 2 <= len(rights) < COLUMN_ROWS and _is_text(lefts) and _has_words(rights):
        return True  # the last page: a whole column and the first lines of the next
    return len(rights) >= BLOCK_ROWS and len(lefts) >= BLOCK_ROWS - 1 and _is_centred(rights)


def _is_text(rows: list[Row]) -> bool:
    """Whether lines of a column are mostly full, of several words, and not numbers."""
    rows = [row for row in rows if row[0].table < 0]
    if len(rows) < COLUMN_ROWS:
        return False
    left, right = min(row[0].left for row in rows), max(row[-1].right for row in rows)
    full = sum(row[-1].right - left >= FULL_REACH * (right - left) for row in rows)
    share = LONG_FULL_SHARE if len(rows) >= LONG_ROWS else FULL_SHARE
    gaps = sum(_has_gap(row) for row in rows)
    return full >= share * len(rows) and gaps <= 0.2 * len(rows) and _has_words(rows)


def _has_words(rows: list[Row]) -> bool:
    """Whether the lines have several words each, and words more than numbers."""
    words = [word for row in rows for word in row]
    named = sum(any(map(str.isalpha, word.text)) for word in words)
    return len(words) >= COLUMN_WORDS * len(rows) and named >= 0.6 * len(words)


def _is_centred(rows: list[Row]) -> bool:
    """Whether the lines stand over one middle with different widths, one of them in capitals."""
    if any(row[0].table >= 0 for row in rows):
        return False
    middles = sorted((row[0].left + row[-1].right) / 2 for row in rows)
    middle = middles[len(middles) // 2]
    lefts = [row[0].left for row in rows]
    texts = [" ".join(word.text for word in row) for row in rows]
    capitals = any(text.isupper() and sum(map(str.isalpha, text)) >= 7 for text in texts)
    return capitals and max(lefts) - min(lefts) > UNEVEN and all(abs(one - middle) <= CENTRE_SPREAD for one in middles)


def _has_gap(row: Row) -> bool:
    return any(after.left - word.right > _gap(word) for word, after in pairwise(row))


def _gap(word: Word) -> float:
    return max(CELL_GAP, 1.2 * word.size)


def _in_order(
    rows: list[Row], page: int, tables: Sequence[list[Piece]], column: tuple[float, float] | None
) -> list[PdfLine]:
    """Lines row by row; columns without rules become rows of a table."""
    lines: list[PdfLine] = []
    at = 0
    while at < len(rows):
        grid = _unruled_grid(rows[at:])
        if rows[at][0].table >= 0:
            lines += _table_lines(rows[at][0], page, tables)
        elif grid:
            taken = [_line(row, page, column) for row in rows[at : at + len(grid)]]
            pieces = table_pieces(grid)
            lines += [
                dataclasses.replace(line, text=piece.text, row=True) for line, piece in zip(taken, pieces, strict=False)
            ]
        else:
            lines.append(_line(rows[at], page, column))
        at += max(1, len(grid))
    return lines


def _table_lines(word: Word, page: int, tables: Sequence[list[Piece]]) -> list[PdfLine]:
    return [
        PdfLine(piece.text, word.left, word.right, word.top, word.bottom, page, row=True)
        for piece in tables[word.table]
    ]


def _line(row: Row, page: int, column: tuple[float, float] | None) -> PdfLine:
    top, bottom = min(word.top for word in row), max(word.bottom for word in row)
    bold = all(word.bold for word in row)
    size = max(word.size for word in row)
    text = " ".join(word.text for word in row)
    return PdfLine(text, row[0].left, row[-1].right, top, bottom, page, size, bold, column=column)


def _unruled_grid(rows: list[Row]) -> list[list[str]]:
    """The cells of the leading rows if they stand in three or more columns set apart by space."""
    grid: list[list[str]] = []
    for row in rows:
        if row[0].table >= 0:
            break
        cells: list[list[str]] = [[row[0].text]]
        for word, after in pairwise(row):
            if after.left - word.right > _gap(word):
                cells.append([])
            cells[-1].append(after.text)
        if len(cells) < 3 or (grid and len(cells) != len(grid[0])):
            break
        grid.append([" ".join(cell) for cell in cells])
    return grid if len(grid) >= 2 else []
