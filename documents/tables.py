"""A table as lines that can be read and quoted alone: every value beside its column's head.

It knows cells, not the format they came from. A table without a head row, or one that only
lays out text, keeps its cells side by side.
"""

import re
from collections.abc import Sequence

from documents.loaded import Piece

_NUMBER = re.compile(r"[-–]?\(?[\d.,\s]*\d[\d.,\s]*%?\)?|-|–|x")
_SPACE = re.compile(r"\s+")
_COUNTER = re.compile(r"(?:S?TT|Số TT|Số thứ tự|No\.?|#)", re.I)
HEAD_CHARS = 80


def table_pieces(rows: Sequence[Sequence[str]], page: int | None = None) -> list[Piece]:
    """One "row" piece a table row.

    With a head row every later row reads ``Địa phương: Thanh Hóa | Số đề án: 29``, so that
    a quoted row says what its numbers are; otherwise cells stand as ``a | b``. A bar stands
    between any two columns, empty or not, so that a cell's column can be counted.
    """
    cleaned = [[_SPACE.sub(" ", cell).strip() for cell in row] for row in rows]
    cleaned = [_without_spans(row) for row in cleaned if any(row)]
    heads, body = read_heads(cleaned)
    pieces: list[Piece] = []
    if heads:
        pieces.append(Piece("row", _side_by_side(heads), page=page))
    for row in body:
        text = _side_by_side(with_heads(heads, row)) if heads else _side_by_side(row)
        pieces.append(Piece("row", text, page=page, tight=bool(pieces)))
    return pieces


def _without_spans(row: list[str]) -> list[str]:
    """A cell that spans columns comes once for each: the repeats become empty."""
    return [cell if at == 0 or cell != row[at - 1] or _is_number(cell) else "" for at, cell in enumerate(row)]


def _is_number(cell: str) -> bool:
    return bool(_NUMBER.fullmatch(cell))


def read_heads(rows: list[list[str]]) -> tuple[list[str], list[list[str]]]:
    """The head of each column ([] if the table has none) and the rows under them.

    A head row has words in its columns and stands over rows of which at least a third of
    the cells are numbers; a second head row under spanning heads is joined to the first.
    """
    if len(rows) < 2 or len(rows[0]) < 2:
        return [], rows
    first = rows[0]
    named = [cell for cell in first if cell]
    if not named or any(len(cell) > HEAD_CHARS for cell in named) or any(map(_is_number, named)):
        return [], rows
    if len(named) < 2:
        return [], rows
    heads, body = list(first), rows[1:]
    second = body[0]
    if len(body) > 1 and len(named) < len(first) and not any(map(_is_number, filter(None, second))):
        heads, body = _join_heads(first, second), body[1:]
    if body and all(re.fullmatch(r"\(?[\dA-Z]{1,2}\)?([=+\-*/x() \d]*)?|", cell) for cell in body[0]) and len(body) > 1:
        body = body[1:]
    cells = [cell for row in body for cell in row if cell]
    numbers = sum(map(_is_number, cells))
    return (heads, body) if cells and numbers * 3 >= len(cells) else ([], rows)


def _join_heads(first: list[str], second: list[str]) -> list[str]:
    joined: list[str] = []
    over = ""
    for at, head in enumerate(first):
        over = head or over
        under = second[at] if at < len(second) else ""
        joined.append(f"{over} - {under}" if under and over and under != over else over or under)
    return joined


def _side_by_side(row: Sequence[str]) -> str:
    """The cells with a bar between any two; a first cell without words is a dash."""
    filled = [cell for cell in row if cell]
    if len(filled) < 2:
        return "".join(filled)
    last = max(at for at, cell in enumerate(row) if cell)
    return _SPACE.sub(" ", " | ".join([row[0] or "-", *row[1 : last + 1]]))


def with_heads(heads: Sequence[str], row: Sequence[str]) -> list[str]:
    """The cells of a row, each behind its column's head; a row of one cell alone as it is."""
    cells = []
    for at, cell in enumerate(row):
        head = heads[at] if at < len(heads) and not _COUNTER.fullmatch(heads[at]) else ""
        cells.append(f"{head}: {cell}" if head and cell else cell)
    return cells if sum(map(bool, row)) > 1 else list(row)
