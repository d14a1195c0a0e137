"""The rows of a table that name the rows under them: ``I | Khuyến công quốc gia``, ``A. Thành phố Bến Tre | | 8``.

Such a row may hold the sums of its group, and stand in a wider one (A, then I). It works on the cells of rows without
their columns' heads; what the rows tell is not known here.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from documents.numbers import parse_number

NAME_CHARS = 80
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_LETTERS = ("ABCDEFGH", "ABCDĐEGH")  # a Vietnamese list may have Đ for its fifth
_ORDINAL = re.compile(r"(?P<mark>[IVX]{1,4}|[A-HĐ])[.)]?")
_JOINED = re.compile(r"(?P<mark>[IVX]{1,4}|[A-HĐ])[.)] ?(?=[^\W\d])")
_ALONE = re.compile(
    r"(?P<kind>nguồn|vốn|kinh phí|khuyến công|nhóm|lĩnh vực|năm|giai đoạn|đợt|huyện|thành phố|thị xã|tỉnh)(?!\w)",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"(?:tổng(?: cộng| số)?|cộng|toàn tỉnh)(?!\w)(?! (?:công ty|hợp|kết|cục|đội|đồng|tác|giám|thầu|kho)(?!\w))",
    re.IGNORECASE,
)
_OF_GROUP = re.compile(
    r"(?:tổng )?cộng \(?(?:nhóm |phần |mục |nguồn )?(?P<mark>[IVX]{1,4}|[A-HĐ])\)?(?!\w|\s*\+)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Grouped:
    """A row's place among the groups of its table.

    ``opens`` is the name, without its ordinal, that it gives to the rows under it ("" for any other row); ``over`` are
    the indexes of the rows that name its groups, the widest first. A sum of a group is in that group.
    """

    opens: str
    over: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Named:
    """A row that may name a group; ``mark`` is its ordinal, "" for one that stands alone in its row.

    ``apart`` says that the ordinal has a cell of its own, and so is none of a name ("H. Kỳ Anh").
    """

    name: str
    mark: str
    apart: bool = False


def is_total(cells: Sequence[str]) -> bool:
    """Whether a row is a sum: its first words are ``Tổng cộng``, ``Cộng A``."""
    return _TOTAL.match(_named_by(cells)) is not None


def name_given(cells: Sequence[str]) -> str:
    """The name, without its ordinal, that a row may give to the rows under it; "" for any other row."""
    named = _read(cells)
    return named.name if named is not None else ""


def read_groups(rows: Sequence[Sequence[str]]) -> list[Grouped]:
    """The groups of a table's rows, in order.

    A row names a group where its ordinal is the first or the next of its kind and rows of its own follow: rows
    numbered I, II, III are plain rows, and "H. Kỳ Anh" is no eighth group. An ordinal out of order, in a cell of its
    own, ends the group before it too. The last sum of a table is of all of it, unless each group has its own.
    """
    named = [_read(row) for row in rows]
    last = max((at for at, row in enumerate(rows) if is_total(row)), default=len(rows))
    stack: list[tuple[str, int]] = []  # the kind and index of each group a row stands in
    counted: dict[str, str] = {}  # the last ordinal of each kind
    summed_alone = False
    read: list[Grouped] = []
    for at, row in enumerate(rows):
        one = named[at]
        if is_total(row):
            bare = _named_by(row).strip().lower() == "cộng"
            of_all = at == last and _OF_GROUP.match(_named_by(row)) is None and not (bare and summed_alone and stack)
            read.append(Grouped("", () if of_all else tuple(index for _, index in stack)))
            summed_alone = summed_alone or (bare and bool(stack))
            stack = [] if of_all else stack[:-1]
            continue
        kind = _kind(one, counted) or (_kind_of(one.mark) if one.apart else "") if one is not None else ""
        if one is None or not kind:
            read.append(Grouped("", tuple(index for _, index in stack)))
            continue
        kinds = [known for known, _ in stack]
        stack = stack[: kinds.index(kind)] if kind in kinds else [] if kind == "alone" else stack
        counted = {known: mark for known, mark in counted.items() if known in [k for k, _ in stack]} | {kind: one.mark}
        over = tuple(index for _, index in stack)
        opens = _opens_rows(rows, named, at, kind, [known for known, _ in stack])
        read.append(Grouped(one.name if opens else "", over))
        stack = [*stack, (kind, at)] if opens else stack
    return read


def _opens_rows(
    rows: Sequence[Sequence[str]], named: Sequence[_Named | None], at: int, kind: str, wider: Sequence[str]
) -> bool:
    """Whether rows of its own follow a row that may name a group."""
    one, after = named[at], named[at + 1] if at + 1 < len(rows) else None
    if one is None or at + 1 >= len(rows) or is_total(rows[at + 1]):
        return False
    if after is not None and after.mark and one.mark:
        deeper = _kind(after, {}) not in ("", kind, *wider)
        return deeper
    if kind == "alone":  # "Huyện Kỳ Anh | |" above "Huyện Thạch Hà | 2" has nothing to tell, and no rows
        own = _ALONE.match(one.name)
        return own is None or not _named_by(rows[at + 1]).lower().startswith(own["kind"].lower())
    number = _number(rows[at + 1])
    if number is not None:  # of its own, or counted on from the rows of the group before
        return number == 1 or (at > 0 and _number(rows[at - 1]) == number - 1)
    before = named[at - 1] if at else None
    return before is None or not before.mark or _kind(before, {}) not in ("", kind)


def _number(row: Sequence[str]) -> int | None:
    """The number that a plain row begins with."""
    digits = re.fullmatch(r"(\d{1,3})[.)]?", row[0].strip()) if row else None
    return int(digits[1]) if digits is not None else None


def _kind_of(mark: str) -> str:
    return "roman" if mark in _ROMAN else "letter" if len(mark) == 1 else ""


def _kind(one: _Named, counted: dict[str, str]) -> str:
    """The kind of a row's ordinal where it is the first or the next of its kind; "" where it is out of order."""
    if not one.mark:
        return "alone"
    for kind, orders in (("roman", (_ROMAN,)), ("letter", _LETTERS)):
        last = counted.get(kind, "")
        for order in orders:
            told = [*order]
            expected = told[0] if not last else told[told.index(last) + 1] if last in told[:-1] else ""
            if one.mark in (expected, told[0]):
                return kind
    return ""


def _read(cells: Sequence[str]) -> _Named | None:
    filled = [cell.strip() for cell in cells if cell.strip()]
    told = [cell for cell in filled if cell not in ("-", "–")]
    if not told or is_total(told):
        return None
    ordinal, joined = _ORDINAL.fullmatch(told[0]), _JOINED.match(told[0])
    if ordinal is not None and len(told) > 1:
        one, rest = _Named(told[1], ordinal["mark"], apart=True), told[2:]
    elif joined is not None:
        one, rest = _Named(told[0][joined.end() :], joined["mark"]), told[1:]
    elif len(filled) == 1 and _ALONE.match(told[0]):
        one, rest = _Named(told[0], ""), []
    else:
        return None
    is_name = any(map(str.isalpha, one.name)) and len(one.name) <= NAME_CHARS
    return one if is_name and all(parse_number(cell.strip("%~≈ ")) is not None for cell in rest) else None


def _named_by(cells: Sequence[str]) -> str:
    return next((cell for cell in cells if any(map(str.isalpha, cell)) and not _ORDINAL.fullmatch(cell)), "")
