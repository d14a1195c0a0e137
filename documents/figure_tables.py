"""Figures of a table: rows of cells with row heads, column heads and units in heads or captions.

A cell's unit is printed in it, in its column head, in a unit column, in its row head or in the
caption (``ĐVT: triệu đồng``). A cell for which none is found is no figure.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from documents.figure_periods import find_periods_in
from documents.figure_place_mentions import PlaceMemory, find_place_mentions
from documents.figure_status import read_status
from documents.indicator_phrases import normalise_name
from documents.numbers import parse_numeral, trim_number
from documents.period_memory import PeriodMemory
from documents.quantities import read_quantities
from documents.records import Document, Figure, Period, Place, Quantity, Status
from documents.sentences import Sentence
from documents.units import UnitRead, load_counted_nouns, read_unit

_MARKS = ("|", "\t", ";")
_CELL_CHARS = 60
_NUMERAL_CELL = re.compile(r"[~≈]?\s*\d[\d.,\u00a0 ]*\d|\d")
_UNIT_SAID = re.compile(r"(?:đvt|đơn\s+vị(?:\s+tính)?)\s*[:\-]?\s*(?P<unit>[^);.|]{1,30})", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\((?:đvt\s*:?\s*)?(?P<unit>[^()]{1,24})\)", re.IGNORECASE)
_ORDER = re.compile(r"(?:stt|tt|số\s+tt|số\s+thứ\s+tự|no\.?)", re.IGNORECASE)
_PLACE_COLUMN = re.compile(r"(?:tên\s+)?(?:tỉnh|thành\s+phố|huyện|thị\s+xã)(?:[,/\s]+\w+){0,4}", re.IGNORECASE)
_UNIT_COLUMN = re.compile(r"(?:đvt|đơn\s+vị(?:\s+tính)?)", re.IGNORECASE)

_AGAINST_PLAN = re.compile(
    r"(?:%|tỷ lệ|tỉ lệ)\s*(?:\(?%\)?\s*)?(?:đạt\s+)?(?:so\s+(?:với\s+)?)?(?:kế hoạch|dự toán|chỉ tiêu)", re.IGNORECASE
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
class _Cell:
    start: int
    end: int
    text: str


def read_table_figures(
    document: Document,
    lead: list[Sentence],
    rows: list[Sentence],
    places: PlaceMemory,
    periods: PeriodMemory,
    usual: Status,
) -> list[Figure]:
    """The figures of consecutive rows; ``lead`` are the sentences above them (caption, unit)."""
    cells = [_cells(document.text, row) for row in rows]
    heads, first = _heads(cells)
    cells = [[_without_head(cell, heads[at : at + 1]) for at, cell in enumerate(row)] for row in cells]
    heads = [_spell_out(head) for head in heads]
    caption = " ".join(document.text[s.start : s.end] for s in lead)
    said = _UNIT_SAID.search(caption) or _UNIT_SAID.search(" ".join(heads))
    general = (
        _as_unit(said["unit"]) if said else _head_unit(document.text[lead[-1].start : lead[-1].end] if lead else "")
    )
    figures: list[Figure] = []
    for row, sentence in zip(cells[first:], rows[first:], strict=True):
        named, kind = _row_head(row, heads)
        head = _row_year(row) or named
        at = f"{kind} {named}" if _PLACE_COLUMN.fullmatch(kind.strip()) else ""
        for column, cell in enumerate(row):
            if column < len(heads) and _ORDER.fullmatch(heads[column].strip()):
                continue
            title = heads[column] if column < len(heads) else ""
            for quantity in _quantities(cell, title, head, _unit_column(row, heads), general, column):
                left = next((h for h in reversed(heads[:column]) if find_periods_in(_as_clause(h), periods)), "")
                words = (head, title, caption, left, at)
                figures.append(_figure(document, sentence, quantity, words, places, periods, usual))
    return figures


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
    mark = next((m for m in _MARKS if head.count(m) >= 2 or (m != ";" and m in head)), "")
    if not mark or any(len(part) > _CELL_CHARS or _is_value(part.strip()) for part in head.split(mark)):
        return []
    end = at + 1
    while end < len(sentences) and _is_row(document.text, sentences[end], mark, head.count(mark)):
        end += 1
    return sentences[at:end] if end > at + 1 else []


def _is_value(cell: str) -> bool:
    """Whether a cell is a number that heads no column: a year may."""
    return bool(_NUMERAL_CELL.fullmatch(cell)) and not re.fullmatch(r"(?:19|20)\d\d", cell)


def _is_row(text: str, sentence: Sentence, mark: str, marks: int) -> bool:
    line = text[sentence.start : sentence.end]
    parts = [part.strip() for part in line.split(mark)]
    short = all(len(part) <= _CELL_CHARS for part in parts)
    return line.count(mark) == marks and short and any(_NUMERAL_CELL.fullmatch(part) for part in parts)


def _cells(text: str, row: Sentence) -> list[_Cell]:
    found: list[_Cell] = []
    at = row.start
    line = text[row.start : row.end]
    mark = next((m for m in _MARKS if m in line), "|")
    for part in line.split(mark):
        start = at + len(part) - len(part.lstrip())
        found.append(_Cell(start, start + len(part.strip()), part.strip()))
        at += len(part) + 1
    if found and not found[0].text:
        found = found[1:]
    return found[:-1] if found and not found[-1].text else found


def _without_head(cell: _Cell, head: list[str]) -> _Cell:
    """The cell without its column's head, where the loader has printed it before the value."""
    printed = f"{head[0]}: " if head and head[0] else ""
    if not printed or not cell.text.startswith(printed):
        return cell
    return _Cell(cell.start + len(printed), cell.end, cell.text[len(printed) :])


def _heads(cells: list[list[_Cell]]) -> tuple[list[str], int]:
    """The heads of the columns and the index of the first row of data."""
    if not cells:
        return [], 0
    if any(_is_value(c.text) for c in cells[0][1:]) or len(cells[0]) < 2:
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


def _numbers_columns(row: list[_Cell]) -> bool:
    """Whether a row only numbers the columns: (1) | (2) | (3) or 1 | 2 | 3=1+2."""
    return len(row) > 2 and all(re.fullmatch(rf"\(?{i + 1}\)?(?:\s*=.*)?|[A-Z]", c.text) for i, c in enumerate(row))


def _row_year(row: list[_Cell]) -> str:
    """``năm 2018`` for a row whose first cell is a year, else ""."""
    year = re.fullmatch(r"(?:năm\s+)?((?:19|20)\d\d)", row[0].text if row else "", re.IGNORECASE)
    return f"năm {year[1]}" if year else ""


def _row_head(row: list[_Cell], heads: list[str]) -> tuple[str, str]:
    """What a row is headed, and how the column is headed that this stands in; ("", "") where there is nothing."""
    for column, cell in enumerate(row):
        if column < len(heads) and (
            _ORDER.fullmatch(heads[column].strip()) or _UNIT_COLUMN.fullmatch(heads[column].strip())
        ):
            continue
        if (
            cell.text
            and not _NUMERAL_CELL.fullmatch(cell.text)
            and len(cell.text) > 1
            and not re.fullmatch(r"[IVX]+", cell.text)
        ):
            return cell.text, heads[column] if column < len(heads) else ""
    return "", ""


def _unit_column(row: list[_Cell], heads: list[str]) -> UnitRead | None:
    for column, title in enumerate(heads[: len(row)]):
        if _UNIT_COLUMN.fullmatch(title.strip()):
            return _as_unit(row[column].text)
    return None


def _as_unit(words: str) -> UnitRead | None:
    unit = read_unit(f"1 {words.strip(' :.,-')}", 1, guess=False)
    return unit


def _head_unit(title: str) -> UnitRead | None:
    """The unit a head names: in brackets (``Kinh phí (triệu đồng)``) or as ``Số đề án``."""
    for found in _IN_BRACKETS.finditer(title):
        if unit := _as_unit(found["unit"]):
            return unit
    if said := _UNIT_SAID.search(title):
        return _as_unit(said["unit"])
    if "%" in title:
        return _as_unit("%")
    counted = re.match(r"(?:tổng\s+)?số(?:\s+lượng)?(?:\s+các)?\s+(.+)", title.strip(), re.IGNORECASE)
    if not counted:
        return None
    noun = counted[1].lower()
    for printed in sorted(load_counted_nouns(), key=len, reverse=True):
        if noun == printed or noun.startswith(printed + " "):
            return UnitRead(load_counted_nouns()[printed], Decimal(1), 0, "noun")
    return None


def _quantities(
    cell: _Cell, title: str, head: str, by_column: UnitRead | None, general: UnitRead | None, column: int
) -> list[Quantity]:
    if not _NUMERAL_CELL.fullmatch(cell.text):
        if column == 0 or cell.text == head:
            return []
        return [
            Quantity(q.value, q.unit, q.text, cell.start + q.start, cell.start + q.end, q.qualifier, q.upper)
            for q in read_quantities(cell.text)
        ]
    if re.fullmatch(r"(?:19|20)\d\d", cell.text) and not _head_unit(title) and (column == 0 or "năm" in title.lower()):
        return []
    unit = _head_unit(title) or by_column or _head_unit(head) or general
    if unit is None:
        return []
    value = parse_numeral(cell.text.strip("~≈ "), whole=unit.whole, small=unit.kind == "percent")
    if value is None:
        return []
    return [Quantity(trim_number(value * unit.scale), unit.unit, cell.text, cell.start, cell.end)]


def _figure(
    document: Document,
    row: Sentence,
    quantity: Quantity,
    words: tuple[str, str, str, str, str],
    places: PlaceMemory,
    periods: PeriodMemory,
    usual: Status,
) -> Figure:
    head, title, caption, left, at = words
    printed = " – ".join(part for part in (head, title) if part)
    own = _AGAINST_PLAN.sub("", title)
    share = quantity.unit == "%" and (own != title or not read_status(own))
    status = (read_status(left) if share else read_status(own)) or read_status(head) or read_status(caption) or usual
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
        place=_place((at, head, title, caption), places),
        period=_period((title, head, left, caption), periods),
        status=status,
        upper=quantity.upper,
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
