"""Every quantity of a text: number, unit and qualifier, with its exact span.

Dates, document numbers, articles of law, telephones and the like (``data/not_figures.json``)
and periods are no quantities. A number without a unit is none either. This module does not
know what a quantity counts, where or when.

A range has its lower
end in ``value`` and its upper end in ``upper``. ``102/171 sản phẩm`` is two quantities, 102 and 171,
the first spanning the whole print.
"""

import re
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from documents.numbers import parse_number, parse_numeral, trim_number
from documents.qualifiers import qualify, range_join
from documents.quantity_numbers import NUMBER_WORDS, Number, find_numbers
from documents.records import Quantity
from documents.units import UnitRead, load_counted_nouns, read_unit

__all__ = ["find_malformed", "parse_number", "read_quantities", "same_quantity"]

_COUNTED_BEFORE = re.compile(
    r"(?:(?:tổng\s+)?số\s+(?:lượng\s+)?(?:các\s+)?|"
    r"tổng\s+(?:cộng\s+)?)(?P<noun>[^\d.;:()]{2,60}?)\s*(?:là|đạt|:|=|ước|ước đạt|đạt được|khoảng|gần|"
    r"hơn|trên|lên|\s)+$",
    re.IGNORECASE,
)

_OUT_OF = re.compile(
    r"\s?/\s?|\s+(?:trên|trong)\s+(?:tổng\s+(?:cộng\s+)?)?số\s+|\s+trên\s+tổng\s+|\s+trong\s+(?=\d|$)", re.IGNORECASE
)
_UNIT_IN_HEAD = re.compile(r"\((?:đvt\s*:?\s*)?(?P<unit>[^()\d]{1,24})\)\s*:\s*$", re.IGNORECASE)
_IN_LIST = re.compile(r"\s*[,;]\s+(?:và\s+)?|\s+và\s+")
_RISES = re.compile(r"\s+(?:lên|xuống)(?:\s+(?:còn|gần|hơn|trên|khoảng))?\s+", re.IGNORECASE)
_SPELT_OUT = re.compile(r"[.,;]?\s*\(\s*(?:(?:số tiền\s+)?(?:viết\s+)?bằng\s+chữ\s*:?\s*)?", re.IGNORECASE)


def same_quantity(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities have the same value(s) in the same unit; nothing is rescaled."""
    return a.unit == b.unit and a.value == b.value and a.upper == b.upper


def read_quantities(text: str) -> list[Quantity]:
    """The quantities of the text in reading order, values in the base unit of each."""
    return list(_kept(text)[0])


def find_malformed(text: str) -> list[tuple[str, int]]:
    """Numbers with a unit that no reading makes sense of (``1.2.34,5 tỷ``), with their offsets."""
    return list(_kept(text)[1])


@lru_cache(maxsize=4096)
def _kept(text: str) -> tuple[tuple[Quantity, ...], tuple[tuple[str, int], ...]]:
    """What was read of the texts read last: one sentence is read again for every question that finds it."""
    quantities, malformed = _read(text)
    return tuple(quantities), tuple(malformed)


def _read(text: str) -> tuple[list[Quantity], list[tuple[str, int]]]:
    if not NUMBER_WORDS.search(text) and not any(char.isdigit() for char in text):
        return [], []
    numbers = _share_units(text, find_numbers(text))
    quantities: list[Quantity] = []
    malformed: list[tuple[str, int]] = []
    used = -1
    for at, number in enumerate(numbers):
        if at <= used:
            continue
        made, used = _make(text, numbers, at)
        if made is None:
            unit = _unit_of(text, numbers, at)
            if unit is not None and _value(number, unit) is None:
                malformed.append((text[number.start : unit.end].strip(), number.start))
            used = at
            continue
        if not (quantities and _spells_out(text, quantities[-1], made[0])):
            quantities.extend(made)
    return quantities, malformed


def _share_units(text: str, numbers: list[Number]) -> list[Number]:
    """The numbers; one with a bare scale takes what the next counts: ``10 nghìn đến 12 nghìn lao động``."""
    shared = list(numbers)
    for at in range(len(shared) - 2, -1, -1):
        unit, after = shared[at].unit, shared[at + 1].unit
        if unit is None or after is None or not _is_bare_scale(text, shared[at]):
            continue
        between = text[unit.end : shared[at + 1].start]
        risen = re.search(r"(?<!\w)từ\s+\S*\s*$", text[: shared[at].start + 1], re.IGNORECASE) and _RISES.fullmatch(
            between
        )
        listed = after.scale > 1 and (_IN_LIST.fullmatch(between) or risen)
        if (range_join().fullmatch(between) or listed) and not after.unit.startswith("đồng"):
            shared[at] = replace(shared[at], unit=replace(unit, unit=after.unit, kind=after.kind))
    return shared


def _is_bare_scale(text: str, number: Number) -> bool:
    """Whether only ``nghìn``, ``triệu`` … stands behind the number, with nothing that is counted."""
    unit = number.unit
    if unit is None or unit.unit != "đồng" or unit.scale <= 1:
        return False
    return not re.search(r"đồng|đ$|vn[dđ]|₫", text[number.end : unit.end], re.IGNORECASE)


def _spells_out(text: str, printed: Quantity, words: Quantity) -> bool:
    """Whether a quantity only repeats in words what stands before it: ``300.000.000 đồng (Ba trăm triệu đồng)``."""
    return (
        not any(char.isdigit() for char in words.text)
        and same_quantity(printed, words)
        and bool(_SPELT_OUT.fullmatch(text[printed.end : words.start]))
    )


# -- one number, a range or a ratio


def _make(text: str, numbers: list[Number], at: int) -> tuple[list[Quantity] | None, int]:
    """The quantities that start at number ``at`` and the index of the last number used."""
    number = numbers[at]
    unit = _unit_of(text, numbers, at)
    if unit is None:
        return None, at
    following = numbers[at + 1] if at + 1 < len(numbers) else None
    if following is not None and following.unit is not None:
        between = text[(number.unit.end if number.unit else number.end) : following.start]
        if number.unit is None and _OUT_OF.fullmatch(between):
            return _ratio(text, number, following), at + 1
        if not between.strip() and (summed := _summed(text, numbers, at)) is not None:
            return [summed[0]], summed[1]
        ranged = _range(text, number, following) if range_join().fullmatch(between) else None
        if ranged is not None:
            return [ranged], at + 1
    value = _value(number, unit)
    if value is None:
        return None, at
    end = number.unit.end if number.unit else number.end
    quantity = Quantity(value, _currency(text, number, unit), text[number.start : end], number.start, end)
    return [qualify(text, quantity)], at


def _unit_of(text: str, numbers: list[Number], at: int) -> UnitRead | None:
    """The number's own unit, or that of the list, range or ratio it stands in, or of the noun before it."""
    number = numbers[at]
    if number.unit is not None:
        return number.unit
    for left, right in zip(numbers[at:], numbers[at + 1 :], strict=False):
        between = text[left.end : right.start]
        joined = range_join().fullmatch(between) or _IN_LIST.fullmatch(between) or _OUT_OF.fullmatch(between)
        if not joined:
            break
        if right.unit is not None:
            return right.unit
    return _unit_of_twin(text, numbers, at) or _unit_before(text, number) or _unit_of_start(text, numbers, at)


def _unit_of_start(text: str, numbers: list[Number], at: int) -> UnitRead | None:
    """What a number counts that something rose or fell to, as the one it went from: ``số cơ sở … từ 31 lên 96``."""
    start, number = numbers[at - 1] if at else None, numbers[at]
    if start is None or start.unit is not None or not _RISES.fullmatch(text[start.end : number.start]):
        return None
    unit = _unit_before(text, start) if re.search(r"(?<!\w)từ\s+$", text[: start.start], re.IGNORECASE) else None
    return replace(unit, end=number.end) if unit is not None else None


def _unit_of_twin(text: str, numbers: list[Number], at: int) -> UnitRead | None:
    """What is left out behind a number that goes on as the one before it: ``6 đề án khuyến công … và 17 khuyến …``."""
    number, twin = numbers[at], numbers[at - 1] if at else None
    if twin is None or twin.unit is None or twin.unit.kind != "noun":
        return None
    words = re.match(r"\s+[^\W\d]+\s[^\W\d]+(?!\w)", text[number.end :])
    between = text[twin.unit.end : number.start]
    joined = words and between.startswith(words[0]) and re.fullmatch(r"[^.;:()]*(?:,|\svà)\s+", between)
    return replace(twin.unit, end=number.end) if joined else None


def _unit_before(text: str, number: Number) -> UnitRead | None:
    """The unit of ``Kinh phí (triệu đồng): 1.650`` and of ``tổng số đề án là 29``: it stands before its number."""
    if headed := _UNIT_IN_HEAD.search(text[max(0, number.start - 40) : number.start]):
        unit = read_unit(f"1 {headed['unit'].strip()}", 1, guess=False)
        return replace(unit, end=number.end) if unit is not None else None
    found = _COUNTED_BEFORE.search(text[max(0, number.start - 110) : number.start].split("\n")[-1])
    if not found:
        return None
    noun = found["noun"].lower()
    for printed in sorted(load_counted_nouns(), key=len, reverse=True):
        if noun == printed or noun.startswith(printed + " "):
            return UnitRead(load_counted_nouns()[printed], Decimal(1), number.end, "noun")
    return None


def _value(number: Number, unit: UnitRead) -> Decimal | None:
    small = unit.kind in ("percent", "times")
    scaled = unit.scale > 1
    value = parse_numeral(number.printed, whole=unit.whole, small=small and not scaled)
    return None if value is None else trim_number(value * unit.scale + unit.extra)


def _currency(text: str, number: Number, unit: UnitRead) -> str:
    before = re.search(r"(?:US\$|\$|USD|€|EUR)\s?$", text[max(0, number.start - 5) : number.start])
    if before and unit.unit == "đồng":
        return "EUR" if before[0].strip() in ("€", "EUR") else "USD"
    return unit.unit


def _range(text: str, number: Number, following: Number) -> Quantity | None:
    """One quantity from two numbers, or None when they do not make a range (other units, falling)."""
    high_unit = following.unit
    low_unit = number.unit or high_unit
    if high_unit is None or low_unit is None:
        return None
    if low_unit.unit != high_unit.unit and not high_unit.unit.startswith(low_unit.unit + "/"):
        return None
    low, high = _value(number, low_unit), _value(following, high_unit)
    if low is None or high is None or low >= high:
        return None
    printed = text[number.start : high_unit.end]
    unit = _currency(text, number, high_unit)
    return Quantity(low, unit, printed, number.start, high_unit.end, "range", high)


def _summed(text: str, numbers: list[Number], at: int) -> tuple[Quantity, int] | None:
    """One sum of money printed in falling scales (``2 tỷ 500 triệu đồng``), and the index of its last number."""
    total, last = Decimal(0), at
    unit: UnitRead | None = None
    for index, number in enumerate(numbers[at:], at):
        part = _value(number, number.unit) if number.unit is not None else None
        if number.unit is None or part is None or not number.unit.unit.startswith("đồng"):
            break
        if unit is not None and (
            unit.unit != "đồng" or part >= unit.scale or text[unit.end : number.start].strip() or unit.scale <= 1
        ):
            break
        if unit is not None and number.unit.scale >= unit.scale:
            break
        total, unit, last = total + part, number.unit, index
    if unit is None or last == at:
        return None
    start = numbers[at].start
    return qualify(text, Quantity(total, unit.unit, text[start : unit.end], start, unit.end)), last


def _ratio(text: str, number: Number, following: Number) -> list[Quantity] | None:
    unit = following.unit
    if unit is None:
        return None
    part, whole = _value(number, unit), _value(following, unit)
    if part is None or whole is None:
        return None
    first = Quantity(part, unit.unit, text[number.start : unit.end], number.start, unit.end)
    second = Quantity(whole, unit.unit, text[following.start : unit.end], following.start, unit.end)
    return [qualify(text, first), second]
