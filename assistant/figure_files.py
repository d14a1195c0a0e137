"""Figures as CSV and XLSX files with their sources, ready for a spreadsheet.

Values are in the base unit, numbers as numbers; what was printed and the sentence stand beside
them. Text out of a document is never a formula. It looks nothing up.
"""

import csv
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from documents.records import Check, Figure, ReadFailure, Source

Locate = Callable[[Figure], str]
STATUS_WORDS = {"plan": "Kế hoạch", "actual": "Thực hiện", "estimate": "Ước thực hiện", "unknown": ""}
QUALIFIER_WORDS = {"exact": "", "about": "khoảng", "over": "trên", "under": "dưới", "range": "khoảng từ - đến"}
# Header and width in characters of each column, in order.
COLUMNS = (
    ("Chỉ tiêu", 42),
    ("Giá trị", 20),
    ("Đến giá trị", 16),
    ("Đơn vị", 16),
    ("Mức độ", 12),
    ("Giá trị trong nguồn", 20),
    ("Địa bàn", 22),
    ("Thời kỳ", 22),
    ("Từ ngày", 12),
    ("Đến ngày", 12),
    ("Loại số", 16),
    ("So sánh", 30),
    ("Đối chiếu", 44),
    ("Nguồn", 46),
    ("Cơ quan đăng", 26),
    ("Ngày đăng", 12),
    ("Vị trí", 22),
    ("Trích dẫn", 80),
    ("Mã tài liệu", 24),
    ("Bắt đầu", 10),
    ("Kết thúc", 10),
)
_WRAPPED = ("Chỉ tiêu", "So sánh", "Đối chiếu", "Nguồn", "Trích dẫn")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

Cell = str | Decimal | int | None


def write_csv(
    path: Path, figures: Iterable[Figure], sources: Mapping[str, Source], locate: Locate | None = None
) -> None:
    """Writes the figures as CSV, UTF-8 with the mark that Excel wants; ReadFailure if it cannot be written."""
    try:
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow([header for header, _ in COLUMNS])
            for figure in figures:
                writer.writerow([_csv_cell(cell) for cell in _cells(figure, sources, locate)])
    except OSError as error:
        raise ReadFailure(f"Không ghi được tệp {path}: {error.strerror or error}.") from error


def write_xlsx(
    path: Path, figures: Iterable[Figure], sources: Mapping[str, Source], locate: Locate | None = None
) -> None:
    """Writes the figures as a workbook of one sheet, ``Số liệu``; ReadFailure if it cannot be written."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Số liệu"
    _write_header(sheet)
    for row, figure in enumerate(figures, start=2):
        for column, value in enumerate(_cells(figure, sources, locate), start=1):
            _write_cell(sheet, row, column, value)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{sheet.max_row}"
    try:
        book.save(path)
    except OSError as error:
        raise ReadFailure(f"Không ghi được tệp {path}: {error.strerror or error}.") from error


def describe_checks(checks: Sequence[Check]) -> str:
    """The sums that check a figure, each marked as reconciling or not."""
    return "; ".join(f"{'khớp' if check.agrees else 'KHÔNG KHỚP'}: {check.sum}" for check in checks)


def _cells(figure: Figure, sources: Mapping[str, Source], locate: Locate | None) -> list[Cell]:
    source = sources.get(figure.document)
    return [
        figure.called,
        figure.value,
        figure.upper,
        figure.unit,
        QUALIFIER_WORDS[figure.qualifier],
        figure.printed,
        figure.place.name if figure.place else "",
        figure.period.label if figure.period else "",
        figure.period.start if figure.period else "",
        figure.period.end if figure.period else "",
        STATUS_WORDS[figure.status],
        figure.comparison,
        describe_checks(figure.checks),
        source.title if source else "",
        source.publisher if source else "",
        source.date if source else "",
        locate(figure) if locate else "",
        figure.sentence,
        figure.document,
        figure.sentence_start,
        figure.sentence_end,
    ]


def _csv_cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return format(cell, "f")
    text = _CONTROL.sub("", str(cell))
    return f"'{text}" if text.startswith(_FORMULA) and not isinstance(cell, int) else text


def _write_header(sheet: Worksheet) -> None:
    for column, (header, width) in enumerate(COLUMNS, start=1):
        cell = sheet.cell(1, column, header)
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor="1F4E79")
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.row_dimensions[1].height = 30
    sheet.freeze_panes = "B2"


def _write_cell(sheet: Worksheet, row: int, column: int, value: Cell) -> None:
    cell = sheet.cell(row, column)
    if isinstance(value, str):
        cell.value = _CONTROL.sub("", value)
        cell.data_type = "s"
    else:
        cell.value = value
        if isinstance(value, Decimal):
            cell.number_format = "#,##0" if value == value.to_integral_value() else "#,##0.###"
    cell.alignment = Alignment(vertical="top", wrap_text=COLUMNS[column - 1][0] in _WRAPPED)
