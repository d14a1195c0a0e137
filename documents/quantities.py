"""Every quantity of a text: number, unit and qualifier, with its exact span.

Dates, document numbers, articles of law, telephones and the like (``data/not_figures.json``)
and periods are no quantities. A number without a unit is none either. This module does not
know what a quantity counts, where or when.

A range has its lower
end in ``value`` and its upper end in ``upper``. ``102/171 sản phẩm`` is two quantities, 102 and 171,
the first spanning the whole print.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from documents.not_figures import find_not_figures
from documents.numbers import (
    DIGIT_WORDS,
    GROUP_SPACES,
    MULTIPLIER_WORDS,
    parse_number,
    parse_numeral,
    trim_number,
)
from documents.periods import PeriodMention, find_period_mentions
from documents.qualifiers import qualify, range_join
from documents.records import Quantity
from documents.units import UnitRead, load_counted_nouns, read_unit

__all__ = ["find_malformed", "parse_number", "read_quantities", "same_quantity"]

_NUMERAL = re.compile(rf"\d{{1,3}}(?:[{GROUP_SPACES}]\d{{3}})+(?:,\d+)?(?![\d.,]*\d)|\d(?:[\d.,]*\d)?")
_WORD_NUMBERS = "|".join([*DIGIT_WORDS, "mười", "mươi", "trăm", "linh", "lẻ", *MULTIPLIER_WORDS])
_WORDS = re.compile(rf"(?<!\w)(?:(?:{_WORD_NUMBERS})(?:\s+|(?!\w)))+", re.IGNORECASE)
_NOT_BEFORE_WORDS = re.compile(
    r"(?:thứ|tháng|ngày|quý|năm|hàng|vài|mấy|cả|mùng|mồng|số|lớp|điều|khoản|chương|đợt|lần|cấp|loại|"
    r"hạng|từng|một trong|nhất|phía|không|đệ|\d)\s+$",
    re.IGNORECASE,
)
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
_SPELT_OUT = re.compile(r"[.,;]?\s*\(\s*(?:(?:số tiền\s+)?(?:viết\s+)?bằng\s+chữ\s*:?\s*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Number:
    start: int
    end: int
    printed: str
    unit: UnitRead | None


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
    if not _WORDS.search(text) and not any(char.isdigit() for char in text):
        return [], []
    numbers = _find_numbers(text)
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


def _spells_out(text: str, printed: Quantity, words: Quantity) -> bool:
    """Whether a quantity only repeats in words what stands before it: ``300.000.000 đồng (Ba trăm triệu đồng)``."""
    return (
        not any(char.isdigit() for char in words.text)
        and same_quantity(printed, words)
        and bool(_SPELT_OUT.fullmatch(text[printed.end : words.start]))
    )


# -- numbers with the unit right behind them


def _find_numbers(text: str) -> list[_Number]:
    mentions = find_period_mentions(text)
    taken = [(m.start, m.end) for m in mentions if m.kind != "bare"] + find_not_figures(text)
    bare = {m.start: m for m in mentions if m.kind == "bare"}
    found: list[_Number] = []
    for match in _NUMERAL.finditer(text):
        start, end = match.span()
        if any(start < stop and begin < end for begin, stop in taken):
            continue
        if _glued(text, start):
            continue
        unit = read_unit(text, end)
        if text[end : end + 1].isalpha() and (unit is None or unit.kind == "noun"):
            continue
        if start in bare and _is_year(text, bare[start], unit):
            continue
        if text[start:end].count(" ") and not _one_number(text, start, end, unit):
            continue
        found.append(_Number(start, end, match[0], unit))
    found += _word_numbers(text, taken + [(n.start, n.end) for n in found])
    return sorted(found, key=lambda n: n.start)


def _glued(text: str, start: int) -> bool:
    before = text[start - 1 : start]
    if before.isalpha() or before == "_":
        return True
    return bool(re.search(r"[A-Za-zĐđÀ-ỹ]\d*[-–]$", text[max(0, start - 6) : start]))


def _is_year(text: str, mention: PeriodMention, unit: UnitRead | None) -> bool:
    if unit is None:
        return True
    return unit.kind == "noun" and bool(re.match(r"\s+[A-ZĐÀ-Ỹ]", text[unit.end : unit.end + 4]))


def _one_number(text: str, start: int, end: int, unit: UnitRead | None) -> bool:
    """Whether digits parted by spaces are one number: not behind a label that takes one of them."""
    return unit is not None and not re.search(r"(?:năm|đợt|tháng|quý|số)\s$", text[:start].lower()[-6:])


def _word_numbers(text: str, taken: list[tuple[int, int]]) -> list[_Number]:
    found = []
    for match in _WORDS.finditer(text):
        words = match[0].split()
        if _NOT_BEFORE_WORDS.search(text[max(0, match.start() - 12) : match.start()]):
            continue
        while words and words[0].lower() in ("không", "năm", "linh", "lẻ", "nghìn", "ngàn", "triệu", "tỷ", "tỉ"):
            words = []
        if not words or words == ["một"] or words[0].lower() in ("mốt", "lăm", "mươi", "tư"):
            continue
        if words[-1].lower() == "năm" and words[-2:-1] and words[-2].lower() not in ("trăm", "linh"):
            words.pop()
        if not words or [w.lower() for w in words] == ["một"]:
            continue
        printed = text[match.start() : _end_of_words(match, words)]
        unit = read_unit(text, match.start() + len(printed), guess=False)
        if unit is None and words[-1].lower() in MULTIPLIER_WORDS and len(words) > 1:
            continue
        start, end = match.start(), match.start() + len(printed)
        if unit is None or unit.kind in ("duration",) or any(start < b and a < end for a, b in taken):
            continue
        if unit.unit in ("lần", "miền", "bản", "ban", "sở", "hội", "đoàn", "khu vực", "vùng", "phòng", "nước"):
            continue
        if parse_number(printed) is not None:
            found.append(_Number(start, end, printed, unit))
    return found


def _end_of_words(match: re.Match[str], words: list[str]) -> int:
    piece = re.match(r"\s+".join(map(re.escape, words)), match[0])
    return match.start() + (piece.end() if piece else len(match[0]))


# -- one number, a range or a ratio


def _make(text: str, numbers: list[_Number], at: int) -> tuple[list[Quantity] | None, int]:
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
        if not between.strip() and (summed := _summed(text, number, following)) is not None:
            return [summed], at + 1
        ranged = _range(text, number, following) if range_join().fullmatch(between) else None
        if ranged is not None:
            return [ranged], at + 1
    value = _value(number, unit)
    if value is None:
        return None, at
    end = number.unit.end if number.unit else number.end
    quantity = Quantity(value, _currency(text, number, unit), text[number.start : end], number.start, end)
    return [qualify(text, quantity)], at


def _unit_of(text: str, numbers: list[_Number], at: int) -> UnitRead | None:
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
    return _unit_before(text, number)


def _unit_before(text: str, number: _Number) -> UnitRead | None:
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


def _value(number: _Number, unit: UnitRead) -> Decimal | None:
    small = unit.kind in ("percent", "times")
    scaled = unit.scale > 1
    value = parse_numeral(number.printed, whole=unit.whole, small=small and not scaled)
    return None if value is None else trim_number(value * unit.scale + unit.extra)


def _currency(text: str, number: _Number, unit: UnitRead) -> str:
    before = re.search(r"(?:US\$|\$|USD|€|EUR)\s?$", text[max(0, number.start - 5) : number.start])
    if before and unit.unit == "đồng":
        return "EUR" if before[0].strip() in ("€", "EUR") else "USD"
    return unit.unit


def _range(text: str, number: _Number, following: _Number) -> Quantity | None:
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


def _summed(text: str, number: _Number, following: _Number) -> Quantity | None:
    """``2 tỷ 500 triệu đồng``: one sum of money printed in two scales."""
    high, low = number.unit, following.unit
    if high is None or low is None or high.scale <= low.scale or high.unit != "đồng":
        return None
    if not low.unit.startswith("đồng"):
        return None
    first, second = _value(number, high), _value(following, low)
    if first is None or second is None or second >= high.scale:
        return None
    printed = text[number.start : low.end]
    return qualify(text, Quantity(first + second, low.unit, printed, number.start, low.end))


def _ratio(text: str, number: _Number, following: _Number) -> list[Quantity] | None:
    unit = following.unit
    if unit is None:
        return None
    part, whole = _value(number, unit), _value(following, unit)
    if part is None or whole is None:
        return None
    first = Quantity(part, unit.unit, text[number.start : unit.end], number.start, unit.end)
    second = Quantity(whole, unit.unit, text[following.start : unit.end], following.start, unit.end)
    return [qualify(text, first), second]
