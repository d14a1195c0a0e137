"""The unit of a number that is printed without one, and where the text says it.

It stands in a column's head, in a line above a table, before a colon or behind a list. Texts are read one by
one; what a table is made of is in ``table_cells.py``.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from documents.numbers import parse_numeral, trim_number
from documents.quantities import read_quantities, same_quantity
from documents.records import Quantity
from documents.units import UnitRead, load_counted_nouns, read_unit

_UNIT_SAID = re.compile(r"(?:đvt|đơn\s+vị(?:\s+tính)?)\s*[:\-]?\s*(?P<unit>[^);.|]{1,30})", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\((?:(?:đvt|[^():\d]{2,24}:)\s*:?\s*)?(?P<unit>[^():]{1,24})\)", re.IGNORECASE)
_COUNT_OF = re.compile(r"(?:tổng\s+)?số(?:\s+lượng)?(?:\s+các)?\s+(?P<noun>.+)", re.IGNORECASE)
_HEAD_BEFORE = re.compile(r"(?:^|[|;,.])(?P<head>[^|:;.,]{2,80}):\s*$")
_WORKERS = re.compile(
    r"(?P<noun>lao động|học viên|lượt (?:cơ sở|doanh nghiệp|đơn vị|lao động|học viên|người))(?=\s)", re.IGNORECASE
)
_NO_HEADS = re.compile(
    r"(?<!\w)(?:vốn|kinh phí|tiền|chi|lương|thu nhập|hỗ trợ|bình quân|đồng|%|tỷ lệ|tỉ lệ|năng suất|doanh thu|diện tích|"
    r"giá|ngày công|sản lượng|giờ)(?!\w)",
    re.IGNORECASE,
)
_NO_COUNT = frozenset(
    {"kế hoạch", "chương trình", "nhiệm vụ", "mục tiêu", "chỉ tiêu"}
)  # heads that tell a standing, not what is counted
_NUMERAL = re.compile(r"^\d[\d.,\u00a0 ]*")
_TRIMMED = " :.,-"
_NUMBERED = re.compile(r"(?:^|\s)\d")


@dataclass(frozen=True, slots=True)
class SaidUnit:
    """A unit as a text says it: ``words`` as printed, from ``start`` in the text, and what they mean."""

    words: str
    start: int
    read: UnitRead

    @property
    def whole(self) -> bool:
        """Whether the words are that unit and nothing more."""
        return self.read.end == len(f"1 {self.words}")


def unit_of_words(words: str, start: int = 0) -> SaidUnit | None:
    """The unit that words printed from ``start`` are, ``triệu đồng``; None where they are none, as ``năm 2025``."""
    trimmed = words.strip(_TRIMMED)
    if _NUMBERED.search(trimmed):
        return None
    read = read_unit(f"1 {trimmed}", 1, guess=False)
    at = start + len(words) - len(words.lstrip(_TRIMMED))
    return SaidUnit(trimmed, at, read) if read is not None else None


def unit_said(text: str) -> SaidUnit | None:
    """The unit that a text says of a whole table: ``Đơn vị tính: triệu đồng``; None where it says none."""
    said = _UNIT_SAID.search(text)
    return unit_of_words(said["unit"], said.start("unit")) if said else None


def unit_of_line(line: str) -> SaidUnit | None:
    """The unit of all numbers of a table below a line: one that it says, or that stands in it in brackets."""
    return unit_said(line) or unit_of_head(line)


def unit_of_head(head: str) -> SaidUnit | None:
    """The unit that a head names: in brackets (``Kinh phí (triệu đồng)``) or as ``Số đề án``."""
    for found in _IN_BRACKETS.finditer(head):
        unit = unit_of_words(found["unit"], found.start("unit"))
        if unit is not None and (unit.whole or unit.read.kind != "noun"):  # "(làng nghề Thái Yên)" is a name
            return unit
    if _UNIT_SAID.search(head):
        return unit_said(head)
    if "%" in head:
        return unit_of_words("%", head.index("%"))
    lowered, nouns = head.lower(), load_counted_nouns()
    counted = _COUNT_OF.match(head.strip())
    if not counted:
        return None
    noun = counted["noun"].lower()
    printed = next((n for n in sorted(nouns, key=len, reverse=True) if noun == n or noun.startswith(n + " ")), "")
    return _of_noun(printed, lowered.index(printed, lowered.index("số"))) if printed else None


_FUND_COLUMN = re.compile(
    r"(?:nguồn |vốn |ngân sách |kp |kinh phí |khuyến công )*"
    r"(?:quốc gia|trung ương|địa phương|đối ứng|kcqg|kcđp|tw|đp|qg)|"
    r"(?:nguồn |vốn |ngân sách |kp |kinh phí |khuyến công )+(?:tỉnh|huyện)",
    re.IGNORECASE,
)
"""The head of a column that names a fund: ``Quốc gia``, ``Vốn địa phương``."""


def unit_of_column(head: str) -> SaidUnit | None:
    """The unit that the head of a column names, as a row's does, or that it is itself: ``Lao động``."""
    alone = head.lower().strip(_TRIMMED)
    if _FUND_COLUMN.fullmatch(alone):
        return None  # whose money it is, and nothing counted
    if alone in load_counted_nouns() and alone not in _NO_COUNT:
        return _of_noun(alone, head.lower().index(alone))
    return unit_of_head(head) or _of_workers(head)


def _of_workers(head: str) -> SaidUnit | None:
    """The unit of a column that counts workers, learners or how often somebody was served, by what they got:
    ``Lao động có việc làm mới``, ``Lượt cơ sở thụ hưởng``.

    Their pay, share or output is no count of them.
    """
    counted = _WORKERS.match(head.strip())
    if counted is None or _NO_HEADS.search(head):
        return None
    return _of_noun(counted["noun"].lower(), head.lower().index(counted["noun"].lower()))


def _of_noun(printed: str, start: int) -> SaidUnit:
    return SaidUnit(printed, start, UnitRead(load_counted_nouns()[printed], Decimal(1), 0, "noun"))


def value_of_cell(printed: str, unit: UnitRead) -> Decimal | None:
    """The value in its base unit of a number that stands bare in a cell; None where it is no number."""
    value = parse_numeral(printed.strip("~≈ "), whole=unit.whole, small=unit.kind == "percent")
    return None if value is None else trim_number(value * unit.scale)


def unit_apart(text: str, quantity: Quantity, following: Sequence[Quantity]) -> SaidUnit | None:
    """The unit of a number that a sentence prints bare; None where the quantity is printed with its unit.

    It stands in the head before it (``Kinh phí (triệu đồng): 360``) or behind the last number of a list
    (``10, 12 và 15 tỷ đồng``); it is taken only where the number with it reads as the quantity does.
    """
    if not quantity.text[-1:].isdigit():
        return None
    behind = [(_NUMERAL.sub("", other.text), other.end) for other in following if not other.text[-1:].isdigit()]
    said = [unit_of_words(words, end - len(words)) for words, end in behind[:1]]
    if before := _HEAD_BEFORE.search(text[: quantity.start]):
        head = unit_of_head(before["head"])
        said.insert(0, replace(head, start=head.start + before.start("head")) if head is not None else None)
    for unit in said:
        if unit is not None and any(
            same_quantity(quantity, q) for q in read_quantities(f"{quantity.text} {unit.words}")
        ):
            return unit
    return None
