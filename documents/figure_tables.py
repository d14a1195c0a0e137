"""Figures of a table: rows of cells with row heads, column heads and units in heads or captions.

A cell's unit is printed in it, in its column head, in a unit column, in its row head or in the
caption (``ĐVT: triệu đồng``). A cell for which none is found is no figure.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from documents.bare_numbers import (
    SaidUnit,
    unit_of_column,
    unit_of_head,
    unit_of_line,
    unit_of_words,
    unit_said,
    value_of_cell,
)
from documents.figure_periods import find_periods_in
from documents.figure_place_mentions import PlaceMemory, find_place_mentions
from documents.figure_status import read_status
from documents.indicator_phrases import normalise_name
from documents.period_memory import PeriodMemory
from documents.places import place_table
from documents.quantities import read_quantities
from documents.records import Document, Figure, Period, Place, Quantity, Status
from documents.sentences import Sentence
from documents.table_cells import MARKS, NUMERAL_CELL, Cell, cells_of, is_heading_row, is_value, without_head
from documents.table_groups import is_total, name_given, read_groups

_CELL_CHARS = 60
_ORDER = re.compile(r"(?:stt|tt|số\s+tt|số\s+thứ\s+tự|no\.?)", re.IGNORECASE)
_PLACE_COLUMN = re.compile(r"(?:tên\s+)?(?:tỉnh|thành\s+phố|huyện|thị\s+xã)(?:[,/\s]+\w+){0,4}", re.IGNORECASE)
_AREA_COLUMN = re.compile(r"(?:tên\s+)?(?:địa\s+bàn|địa\s+phương|đơn\s+vị|nơi)(?:\s+\w+){0,3}", re.IGNORECASE)
_UNIT_COLUMN = re.compile(r"(?:đvt|đơn\s+vị(?:\s+tính)?)", re.IGNORECASE)

_AGAINST_PLAN = re.compile(
    r"(?:%|tỷ lệ|tỉ lệ)\s*(?:\(?%\)?\s*)?(?:đạt\s+)?(?:so\s+(?:với\s+)?)?(?:kế hoạch|dự toán|chỉ tiêu)|"
    r"(?<=thực hiện)\s*(?:/|so\s+với)\s*(?:kế hoạch|dự toán|chỉ tiêu)",
    re.IGNORECASE,
)
_SHORT_HEADS = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (r"(?<!\w)(?:KH|K\.H)(?!\w)", "kế hoạch"),
        (r"(?<!\w)ƯTH(?!\w)", "ước thực hiện"),
        (r"(?<!\w)(?:TH|T\.H)(?!\w)", "thực hiện"),
        (r"(?<!\w)(\d{1,2})\s?T(?!\w)", r"\1 tháng"),
        (r"(?<!\w)CK(?!\w)", "cùng kỳ"),
        (r"(?<!\w)(?:KP|K\.P)(?!\w)", "kinh phí"),
        (r"(?<!\w)(?:SL|S\.L)(?!\w)", "số lượng"),
    )
)


@dataclass(frozen=True, slots=True)
class CellWords:
    """What a cell stands under and beside: the head of its row and column, the caption, the head to its left that names
    a time, the row's head with its column's where that is one of places, and the name of the row's group."""

    head: str
    title: str
    caption: str
    left: str
    place: str
    group: str


@dataclass(frozen=True, slots=True)
class CellNumber:
    """A quantity of a cell, with the unit that it is printed without and where the document says that."""

    quantity: Quantity
    unit: str = ""
    unit_at: int = 0


def read_table_figures(
    document: Document,
    lead: list[Sentence],
    rows: list[Sentence],
    places: PlaceMemory,
    periods: PeriodMemory,
    usual: Status,
) -> list[Figure]:
    """The figures of consecutive rows; ``lead`` are the sentences above them (caption, unit)."""
    cells = [cells_of(document.text[row.start : row.end], row.start) for row in rows]
    heads, first = _heads(cells)
    printed = cells[0] if heads else []
    cells = [cells[0], *(_with_blank(document, row, printed) for row in cells[1:])] if printed else cells
    cells = [[without_head(cell, heads[at : at + 1]) for at, cell in enumerate(row)] for row in cells]
    heads = [_spell_out(head) for head in heads]
    above = [document.text[s.start : s.end] for s in lead]
    titled = above[-1:] if above and _TITLED.match(above[-1]) else above
    caption = " ".join([text for text in titled if not read_quantities(text)] or above[-1:])
    general = _unit_above(document, lead, printed)
    figures: list[Figure] = []
    body = cells[first:]
    grouped = read_groups([[cell.text for cell in row] for row in body])
    for row, sentence, place_of in zip(body, rows[first:], grouped, strict=True):
        groups = [grouped[at].opens for at in place_of.over]
        named, kind = _row_head(row, heads)
        named = place_of.opens or named or name_given([cell.text for cell in row])
        if groups and is_total([cell.text for cell in row]):
            named = groups.pop()  # the sum of a group is called by its name
        group = " – ".join(reversed(groups))
        head = _row_year(row) or named
        row_at = next((cell.start for cell in row if cell.text == named), sentence.start)
        at = _place_named(kind.strip(), named, places)
        for column, cell in enumerate(row):
            if column < len(heads) and _ORDER.fullmatch(heads[column].strip()):
                continue
            title = heads[column] if column < len(heads) else ""
            over = _moved(unit_of_column(title), _start_of_head(cell, title, printed[column : column + 1]))
            units = (over, _unit_column(row, heads), _moved(unit_of_head(head), row_at), general)
            for number in _numbers(cell, head, units, "năm" in title.lower(), column):
                left = next((h for h in reversed(heads[:column]) if _dates_beside(h, periods)), "")
                words = CellWords(head, title, caption, left, at, group)
                figures.append(figure_of_cell(document, sentence, number, words, places, periods, usual))
    return figures


_PLAN_OF_NO_YEAR = re.compile(r"(?:kế hoạch|dự toán|chỉ tiêu)(?: (?:cả|của))? năm\D*", re.IGNORECASE)


def _dates_beside(head: str, periods: PeriodMemory) -> bool:
    """Whether a column's head gives the period of those to its right: one "Kế hoạch năm" alone does not."""
    return bool(find_periods_in(_as_clause(head), periods)) and _PLAN_OF_NO_YEAR.fullmatch(head.strip()) is None


_TITLED = re.compile(r"\W*(?:bảng|biểu|phụ lục|danh mục|danh sách)(?!\w)", re.IGNORECASE)
"""What opens the title of a table, above which nothing is said of it any more."""


def _place_named(kind: str, named: str, places: PlaceMemory) -> str:
    """The place that a row's head names where its column is one of places, with the word for its kind; else ""."""
    if _PLACE_COLUMN.fullmatch(kind):
        return f"{kind} {named}"
    table = place_table()
    found = table.lookup(named) if _AREA_COLUMN.fullmatch(kind) else None
    if found is None or found.level != "district" or table.province_of(found) != places.home:
        return ""
    word = table.district_kind[found.code]
    return named if named.lower().startswith(f"{word} ") else f"{word} {named}"


def _with_blank(document: Document, row: list[Cell], heads: list[Cell]) -> list[Cell]:
    """A row with the blank cell that it begins with, where the row of heads begins with none."""
    led = [document.text[: cells[0].start].rpartition("\n")[2].strip() for cells in (heads, row) if cells]
    blank = len(led) == 2 and led[0] not in MARKS and led[1] in MARKS
    return [Cell(row[0].start, row[0].start, ""), *row] if blank else row


def _unit_above(document: Document, lead: list[Sentence], heads: list[Cell]) -> SaidUnit | None:
    """The unit that a line above a table, or its row of heads, says of all its numbers."""
    above = [(document.text[s.start : s.end], s.start) for s in lead]
    said = [_moved(unit_said(text), at) for text, at in [*above, *((head.text, head.start) for head in heads)]]
    said += [_moved(unit_of_line(text), at) for text, at in above[-1:]]
    return next((unit for unit in said if unit is not None), None)


def _moved(said: SaidUnit | None, start: int) -> SaidUnit | None:
    """A unit read in a text that begins at ``start`` of the document, by its place in the document."""
    return replace(said, start=said.start + start) if said is not None else None


def _start_of_head(cell: Cell, title: str, over: list[Cell]) -> int:
    """Where the head of a cell is printed: before its value in the row, or in the row of heads."""
    return cell.start - len(f"{title}: ") if cell.headed else over[0].start if over else cell.start


def find_table(document: Document, sentences: list[Sentence], at: int) -> list[Sentence]:
    """The rows of the table that begins at sentence ``at``; empty when none does.

    Rows are blocks of the kind "row", or lines of short cells set apart by ``|``, tabs or ``;`` under
    a head without numbers.
    """
    end = at
    while end < len(sentences) and sentences[end].kind == "row":
        end += 1
    if end > at:
        return sentences[at:end]
    head = document.text[sentences[at].start : sentences[at].end]
    mark = next((m for m in MARKS if head.count(m) >= 2 or (m != ";" and m in head)), "")
    if not mark or any(len(part) > _CELL_CHARS or is_value(part.strip()) for part in head.split(mark)):
        return []
    end = at + 1
    while end < len(sentences) and _is_row(document.text, sentences[end], mark, head.count(mark)):
        end += 1
    return sentences[at:end] if end > at + 1 else []


def _is_row(text: str, sentence: Sentence, mark: str, marks: int) -> bool:
    line = text[sentence.start : sentence.end]
    parts = [part.strip() for part in line.split(mark)]
    short = all(len(part) <= _CELL_CHARS for part in parts)
    return line.count(mark) == marks and short and any(NUMERAL_CELL.fullmatch(part) for part in parts)


def _heads(cells: list[list[Cell]]) -> tuple[list[str], int]:
    """The heads of the columns and the index of the first row of data."""
    if not cells or not is_heading_row(cells[0]):
        return [], 0
    heads = [c.text for c in cells[0]]
    first = 1
    while first < len(cells) and (
        re.fullmatch(r"[\s:|-]*", "".join(c.text for c in cells[first])) or _numbers_columns(cells[first])
    ):
        first += 1
    return heads, first


def _as_clause(head: str) -> str:
    """A head closed off like a clause, so that ``Thực hiện 9 tháng (triệu đồng)`` names nine months."""
    return head.replace(" (", ", (") + ":"


def _spell_out(head: str) -> str:
    """A column's head with the short forms of reports written out: ``TH 6T (tr.đ)``, ``% so KH``."""
    for short, words in _SHORT_HEADS:
        head = short.sub(words, head)
    return head


def _numbers_columns(row: list[Cell]) -> bool:
    """Whether a row only numbers the columns: (1) | (2) | (3) or 1 | 2 | 3=1+2."""
    return len(row) > 2 and all(re.fullmatch(rf"\(?{i + 1}\)?(?:\s*=.*)?|[A-Z]", c.text) for i, c in enumerate(row))


def _row_year(row: list[Cell]) -> str:
    """``năm 2018`` for a row whose first cell is a year, else ""."""
    year = re.fullmatch(r"(?:năm\s+)?((?:19|20)\d\d)", row[0].text if row else "", re.IGNORECASE)
    return f"năm {year[1]}" if year else ""


def _row_head(row: list[Cell], heads: list[str]) -> tuple[str, str]:
    """What a row is headed, and how the column is headed that this stands in; ("", "") where there is nothing."""
    for column, cell in enumerate(row):
        if column < len(heads) and (_ORDER.fullmatch(heads[column].strip()) or _is_unit(cell, heads[column])):
            continue
        if (
            cell.text
            and not NUMERAL_CELL.fullmatch(cell.text)
            and len(cell.text) > 1
            and not re.fullmatch(r"[IVX]+", cell.text)
        ):
            return cell.text, heads[column] if column < len(heads) else ""
    return "", ""


def _is_unit(cell: Cell, head: str) -> bool:
    """Whether a cell of a column of units is one; "Đơn vị" also heads a column of enterprises."""
    unit = unit_of_words(cell.text) if _UNIT_COLUMN.fullmatch(head.strip()) else None
    return unit is not None and unit.whole


def _unit_column(row: list[Cell], heads: list[str]) -> SaidUnit | None:
    for column, title in enumerate(heads[: len(row)]):
        if _is_unit(row[column], title):
            return unit_of_words(row[column].text, row[column].start)
    return None


def _numbers(cell: Cell, head: str, units: Sequence[SaidUnit | None], of_year: bool, column: int) -> list[CellNumber]:
    """The quantities of a cell; a bare number is of the first of ``units`` that is said, its own column's first."""
    if not NUMERAL_CELL.fullmatch(cell.text):
        if column == 0 or cell.text == head:
            return []
        return [
            CellNumber(
                Quantity(q.value, q.unit, q.text, cell.start + q.start, cell.start + q.end, q.qualifier, q.upper)
            )
            for q in read_quantities(cell.text)
        ]
    if re.fullmatch(r"(?:19|20)\d\d", cell.text) and units[0] is None and (column == 0 or of_year):
        return []
    unit = next((said for said in units if said is not None), None)
    value = value_of_cell(cell.text, unit.read) if unit is not None else None
    if unit is None or value is None:
        return []
    return [CellNumber(Quantity(value, unit.read.unit, cell.text, cell.start, cell.end), unit.words, unit.start)]


def figure_of_cell(
    document: Document,
    row: Sentence,
    number: CellNumber,
    words: CellWords,
    places: PlaceMemory,
    periods: PeriodMemory,
    usual: Status,
) -> Figure:
    quantity = number.quantity
    printed = " – ".join(part for part in (words.head, words.group, words.title) if part)
    own = _AGAINST_PLAN.sub("", words.title)
    share = quantity.unit == "%" and (own != words.title or not read_status(own))
    of_column = read_status(words.left) if share else read_status(own)
    return Figure(
        id=f"{document.id}:f{quantity.start}-{quantity.end}",
        document=document.id,
        start=quantity.start,
        end=quantity.end,
        sentence_start=row.start,
        sentence_end=row.end,
        sentence=document.text[row.start : row.end],
        text=quantity.text,
        value=quantity.value,
        unit=quantity.unit,
        qualifier=quantity.qualifier,
        indicator=printed,
        indicator_name=normalise_name(re.sub(r"\([^)]*\)", "", printed)),
        place=_place((words.place, words.head, words.title, words.group, words.caption), places),
        period=_period((words.title, words.head, words.group, words.left, words.caption), periods),
        status=of_column or read_status(words.head) or read_status(words.group) or read_status(words.caption) or usual,
        upper=quantity.upper,
        unit_words=number.unit,
        unit_at=number.unit_at,
    )


def _place(words: tuple[str, ...], memory: PlaceMemory) -> Place | None:
    for text in words:
        found = [m.place for m in find_place_mentions(text, memory) if m.role == "scope"]
        if found:
            return found[0]
    return memory.current


def _period(words: tuple[str, ...], memory: PeriodMemory) -> Period | None:
    for text in words:
        found = [p.period for p in find_periods_in(_as_clause(text), memory) if not p.compared]
        if found:
            return found[-1]
    return memory.current
