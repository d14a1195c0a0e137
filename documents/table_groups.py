"""The rows of a table that name the rows under them: ``I | Khuyến công quốc gia``, ``A. Thành phố Bến Tre | | 8``.

Such a row may hold the sums of its group. It works on the cells of rows without their columns' heads; what the rows
tell is not known here.
"""

import re
from collections.abc import Sequence

from documents.numbers import parse_number

NAME_CHARS = 80
_ORDINAL = re.compile(r"(?:[IVX]{1,4}|[A-HĐ])[.)]?")
_NUMBERED = re.compile(r"(?:[IVX]{1,4}|[A-HĐ])[.)] ?(?=[^\W\d])")
_ALONE = re.compile(
    r"(?:nguồn|vốn|kinh phí|khuyến công|nhóm|lĩnh vực|năm|giai đoạn|đợt|huyện|thành phố|thị xã|tỉnh)(?!\w)",
    re.IGNORECASE,
)
_OF_GROUP = re.compile(
    r"(?:tổng )?cộng (?:\()?(?:nhóm |phần |mục |nguồn )?(?:[IVX]{1,4}|[A-HĐ])(?:\))?(?!\w|\s*\+)", re.IGNORECASE
)
_TOTAL = re.compile(r"(?:tổng(?: cộng| số)?|cộng|toàn tỉnh)(?!\w)", re.IGNORECASE)


def is_total(cells: Sequence[str]) -> bool:
    """Whether a row is the sum of a whole table: its first words are ``Tổng cộng``."""
    return _TOTAL.match(_named_by(cells)) is not None


def group_named(cells: Sequence[str]) -> str:
    """The name, without its ordinal, that a row gives to the rows under it; "" for any other row."""
    filled = [cell.strip() for cell in cells if cell.strip() not in ("", "-", "–")]
    if not filled or is_total(filled):
        return ""
    name = ""
    if _ORDINAL.fullmatch(filled[0]):
        name = filled[1] if len(filled) > 1 else ""
    elif _NUMBERED.match(filled[0]):
        name = _NUMBERED.sub("", filled[0], count=1)
    elif len(filled) == 1 and _ALONE.match(filled[0]):
        name = filled[0]
    told = any(map(str.isalpha, name)) and len(name) <= NAME_CHARS
    rest = filled[2:] if _ORDINAL.fullmatch(filled[0]) else filled[1:]
    return name if told and all(_is_number(cell) for cell in rest) else ""


def groups_over(rows: Sequence[Sequence[str]]) -> list[int | None]:
    """For each row of a table the index of the row that names its group; None for that row itself and all others.

    A name counts only where rows follow it that name no group themselves: rows numbered I, II, III are plain rows.
    A sum is its group's (``Cộng A``) but for the last of the table, which is of all.
    """
    named = [bool(group_named(row)) for row in rows]
    over: list[int | None] = []
    current: int | None = None
    last = max((at for at, row in enumerate(rows) if is_total(row)), default=len(rows))
    for at, row in enumerate(rows):
        if named[at]:
            current = at if _opens_rows(rows, named, at) else None
            over.append(None)
            continue
        summed = is_total(row)
        over.append(None if summed and at == last and not _OF_GROUP.match(_named_by(row)) else current)
        current = None if summed else current
    return over


def _opens_rows(rows: Sequence[Sequence[str]], named: Sequence[bool], at: int) -> bool:
    """Whether rows of its own follow a row that may name a group: behind a row numbered alike only numbered ones."""
    if at + 1 >= len(rows) or named[at + 1] or is_total(rows[at + 1]):
        return False
    in_row = at > 0 and named[at - 1] and _is_roman(rows[at]) == _is_roman(rows[at - 1])
    return not in_row or re.fullmatch(r"\d{1,3}[.)]?", rows[at + 1][0].strip()) is not None


def _is_roman(cells: Sequence[str]) -> bool:
    return re.match(r"[IVX]", next((cell.strip() for cell in cells if cell.strip()), "")) is not None


def _named_by(cells: Sequence[str]) -> str:
    return next((cell for cell in cells if any(map(str.isalpha, cell)) and not _ORDINAL.fullmatch(cell)), "")


def _is_number(cell: str) -> bool:
    return parse_number(cell.strip("%~≈ ")) is not None
