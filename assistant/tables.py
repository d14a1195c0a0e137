"""The tables of a document as rows of named cells, read from the sentences that print them.

A row is printed as ``Head: value | Head: value``; its table is the run of rows of the same heads, the caption the
line above its head row. What is asked of a table is not known here.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.evidence import Sentence, View
from assistant.wording import spread

_CELL = re.compile(r"^([^:|]{1,60}): ?(.*)$")
_TOTAL = re.compile(r"^(?:tổng(?: cộng| số)?|cộng|toàn tỉnh)(?!\w)", re.IGNORECASE)
_NUMBER = re.compile(r"^[<>~≈]?\s*(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?\s*(?:%|triệu(?: đồng)?|tỷ(?: đồng)?)?$")
CELLS = 3  # named cells that a row must have
ROWS = 2  # rows that make a table


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its sentence and its cells by head, with where each value stands in the document."""

    sentence: Sentence
    cells: dict[str, str]
    starts: dict[str, int]

    def number(self, head: str) -> float | None:
        """The value under a head as a number, Vietnamese separators read; None where it is none."""
        found = _NUMBER.match(self.cells.get(head, "").strip())
        return float(f"{found[1].replace('.', '')}.{found[2] or 0}") if found is not None else None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of the same heads without their totals; ``caption`` is the line above the heads, "" where there is none."""

    view: View
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    caption: str

    @property
    def context(self) -> str:
        """The prepared words that are of every row: the caption, the heads, what they stand under."""
        first = self.rows[0].sentence
        return f"{spread(self.caption)} {spread(' '.join(self.heads))} {self.view.heading_of(first)}"

    def numeric(self, head: str) -> bool:
        """Whether every value under a head is a number."""
        return all(row.number(head) is not None for row in self.rows)


def tables_in(view: View) -> list[Table]:
    """The tables of a document, in order."""
    found: list[Table] = []
    rows: list[Row] = []
    heads: tuple[str, ...] = ()
    for sentence in (*view.sentences, None):
        row = _read_row(sentence) if sentence is not None and " | " in sentence.text else None
        if row is not None and rows and set(row.cells) <= set(heads):
            rows.append(row)
            continue
        if len(rows) >= ROWS:
            found.append(_table(view, heads, rows))
        rows = [row] if row is not None else []
        heads = tuple(row.cells) if row is not None else ()
    return [table for table in found if len(table.rows) >= ROWS]


def _table(view: View, heads: tuple[str, ...], rows: Sequence[Row]) -> Table:
    at = rows[0].sentence.order - 1
    while at >= 0 and " | " in view.sentences[at].text:
        at -= 1
    kept = tuple(row for row in rows if len(row.cells) == len(heads) and not _is_total(row))
    return Table(view, heads, kept, view.sentences[at].text if at >= 0 else "")


def _is_total(row: Row) -> bool:
    first = next(iter(row.cells.values()))
    return any(_TOTAL.match(value.strip(" |-")) for value in (row.sentence.text, first))


def _read_row(sentence: Sentence) -> Row | None:
    cells: dict[str, str] = {}
    starts: dict[str, int] = {}
    at = sentence.start
    for part in sentence.text.split("|"):
        found = _CELL.match(part.strip())
        if found is not None:
            head = found[1].strip()
            cells[head] = found[2].strip()
            starts[head] = at + part.find(":") + 1
        at += len(part) + 1
    return Row(sentence, cells, starts) if len(cells) >= CELLS else None
