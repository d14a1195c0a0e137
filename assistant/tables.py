"""The tables of a document as rows of named cells, read from the sentences that print them.

A row is printed as ``Head: value | Head: value``; its table is the run of rows of the same heads, the caption the
line above its head row. What is asked of a table is not known here.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.evidence import Sentence, View
from assistant.wording import spread
from documents.numbers import parse_number
from documents.quantities import read_quantities
from documents.records import Quantity
from documents.table_cells import NUMERAL_CELL
from documents.table_groups import is_total, name_given, read_groups

_CELL = re.compile(r"^([^:|]{1,60}): ?(.*)$")
_NONE = frozenset({"", "-", "–", "—", "x"})
CELLS = 3  # named cells that a row must have
ROWS = 2  # rows that make a table


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its sentence and its cells by head ("" where empty), with where each value stands in the document.

    ``groups`` are the lines that name its parts of the table, the widest first: "II | Khuyến công địa phương".
    """

    sentence: Sentence
    cells: dict[str, str]
    starts: dict[str, int]
    groups: tuple[Sentence, ...] = ()

    @property
    def words(self) -> str:
        """The prepared words of its cells and of its groups' names."""
        return f"{self.group_words} {spread(' | '.join(self.cells.values()))}"

    @property
    def group_words(self) -> str:
        """The prepared words of its groups' names."""
        return spread(" | ".join(map(group_name, self.groups)))

    def number(self, head: str) -> Quantity | None:
        """The number that is all of the cell under a head, its unit "" where it stands bare; None where it is none."""
        cell = self.cells.get(head, "").strip()
        if NUMERAL_CELL.fullmatch(cell):
            value = parse_number(cell.strip("~≈ "))
            return Quantity(value, "", cell, 0, len(cell)) if value is not None else None
        whole = [q for q in read_quantities(cell) if q.text == cell.strip("~≈ ") and q.qualifier in ("exact", "about")]
        return whole[0] if whole else None


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
        """Whether the values under a head are numbers, all of one unit; a dash stands where a row has none."""
        told = [row for row in self.rows if row.cells[head].strip() not in _NONE]
        numbers = [row.number(head) for row in told]
        return None not in numbers and len({number.unit for number in numbers if number is not None}) == 1


def tables_in(view: View) -> list[Table]:
    """The tables of a document, in order; a line that names a group of rows ends none."""
    found: list[Table] = []
    run: list[Sentence] = []
    first: Row | None = None
    for sentence in view.sentences:
        row = _read_row(sentence)
        goes_on = group_name(sentence) != "" if row is None else first is None or _of_one_table(first, row)
        if not goes_on:
            found += _table(view, _rows(run))
            run, first = [], None
        if row is not None or goes_on:
            run.append(sentence)
            first = first or row
    return [*found, *_table(view, _rows(run))]


def _rows(run: Sequence[Sentence]) -> list[Row]:
    """The rows of a run of lines, each with the lines that name its groups; those lines are no rows."""
    grouped = read_groups([_values(sentence) for sentence in run])
    read = (
        _read_row(sentence, tuple(run[at] for at in one.over))
        for sentence, one in zip(run, grouped, strict=True)
        if not one.opens
    )
    return [row for row in read if row is not None]


def group_lines(view: View, row: Sentence) -> tuple[Sentence, ...]:
    """The lines that name the groups of a table's row, the widest first."""
    first = row.order
    while first and (" | " in view.sentences[first - 1].text or group_name(view.sentences[first - 1])):
        first -= 1
    last = row.order + 1
    while last < len(view.sentences) and (" | " in view.sentences[last].text or group_name(view.sentences[last])):
        last += 1
    run = view.sentences[first:last]
    return tuple(run[at] for at in read_groups([_values(sentence) for sentence in run])[row.order - first].over)


def group_name(sentence: Sentence) -> str:
    """The name that a line may give to the rows under it; "" for any other line."""
    return name_given(_values(sentence))


def _values(sentence: Sentence) -> list[str]:
    """The cells of a line without their columns' heads."""
    parts = [part.strip() for part in sentence.text.split("|")]
    return [found[2].strip() if (found := _CELL.match(part)) else part for part in parts]


def _of_one_table(first: Row, row: Row) -> bool:
    """Whether two rows have the same heads but for those over empty cells."""
    return set(row.cells) <= set(first.cells) or set(first.cells) <= set(row.cells)


def _table(view: View, rows: Sequence[Row]) -> list[Table]:
    """The table that rows make, if they do: every head of any of them, and none of the totals."""
    heads = max((tuple(row.cells) for row in rows), key=len, default=())
    kept = tuple(_filled(row, heads) for row in rows if not _is_total(row))
    if len(kept) < ROWS:
        return []
    at = rows[0].sentence.order - 1
    while at >= 0 and (" | " in view.sentences[at].text or view.sentences[at] in rows[0].groups):
        at -= 1
    return [Table(view, heads, kept, view.sentences[at].text if at >= 0 else "")]


def _filled(row: Row, heads: Sequence[str]) -> Row:
    """A row with an empty cell under each head that it has none under."""
    cells = {head: row.cells.get(head, "") for head in heads}
    return replace(row, cells=cells, starts={head: row.starts.get(head, row.sentence.end) for head in heads})


def _is_total(row: Row) -> bool:
    return is_total(_values(row.sentence))


def _read_row(sentence: Sentence, groups: tuple[Sentence, ...] = ()) -> Row | None:
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
    return Row(sentence, cells, starts, groups) if len(cells) >= CELLS else None
