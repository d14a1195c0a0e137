"""The numbers of a text, in digits and in words, each with the unit right behind it.

Dates, document numbers, telephones (``not_figures.py``), years and other periods are left out, and so
are number words that count nothing. How two numbers make a range or a ratio is ``quantities.py``.
"""

import re
from dataclasses import dataclass

from documents.letters import UPPER
from documents.not_figures import find_not_figures
from documents.numbers import DIGIT_WORDS, GROUP_SPACES, MULTIPLIER_WORDS, parse_number
from documents.periods import PeriodMention, find_period_mentions
from documents.places import place_table
from documents.units import UnitRead, read_unit

_NUMERAL = re.compile(rf"\d{{1,3}}(?:[{GROUP_SPACES}]\d{{3}})+(?:,\d+)?(?![\d.,]*\d)|\d(?:[\d.,]*\d)?")
_WORD_NUMBERS = "|".join([*DIGIT_WORDS, "mười", "mươi", "trăm", "linh", "lẻ", *MULTIPLIER_WORDS])
NUMBER_WORDS = re.compile(rf"(?<!\w)(?:(?:{_WORD_NUMBERS})(?:\s+|(?!\w)))+", re.IGNORECASE)
_NOT_BEFORE = re.compile(
    r"(?:thứ|tháng|ngày|quý|năm|hàng|vài|mấy|cả|mùng|mồng|số|lớp|điều|khoản|chương|đợt|lần|cấp|loại|"
    r"hạng|từng|một trong|nhất|phía|không|đệ|\d)\s+$",
    re.IGNORECASE,
)
_NO_START = (
    "không", "năm", "linh", "lẻ", "nghìn", "ngàn", "triệu", "tỷ", "tỉ", "mốt", "lăm", "mươi", "tư"
)  # fmt: skip
_TO = r"\s*(?:đến|tới|-|–)\s*"
_OPENS_RANGE = re.compile(rf"{_TO}(?:\d|(?:{_WORD_NUMBERS})\s)", re.IGNORECASE)
_CLOSES_RANGE = re.compile(rf"(?<!\w)(?:{_WORD_NUMBERS}|\d+){_TO}$", re.IGNORECASE)
_PLACE_KIND = re.compile(
    r"(?<!\w)(?:huyện|quận|thị\s+xã|xã|phường|thị\s+trấn|thôn|bản|ấp|hồ|sông|núi|đèo)\s+$", re.IGNORECASE
)
_LOST_SPACE = re.compile(
    r"(?<!\w)(?:trên|hơn|gần|khoảng|dưới|là|với|phí|vốn|đạt|cho|được|trợ|có|từ|đến|tăng|và|gồm|còn)$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number as printed at ``start``-``end`` with the unit behind it, None when it stands bare."""

    start: int
    end: int
    printed: str
    unit: UnitRead | None


def find_numbers(text: str) -> list[Number]:
    """The numbers of the text in reading order."""
    mentions = find_period_mentions(text)
    taken = [(m.start, m.end) for m in mentions if m.kind != "bare"] + find_not_figures(text)
    bare = {m.start: m for m in mentions if m.kind == "bare"}
    found: list[Number] = []
    for match in _NUMERAL.finditer(text):
        start, end = match.span()
        if any(start < stop and begin < end for begin, stop in taken):
            continue
        if found and found[-1].unit is not None and start < found[-1].unit.end:
            continue  # the 1 of "200 triệu đồng/1 dự án"
        unit = read_unit(text, end)
        if _glued(text, start) and not (unit is not None and _LOST_SPACE.search(text[:start])):
            continue
        if text[end : end + 1].isalpha() and not _is_glued_unit(text, end, unit):
            continue
        if start in bare and _is_year(text, bare[start], unit):
            continue
        if text[start:end].count(" ") and not _one_number(text, start, end, unit):
            continue
        found.append(Number(start, end, match[0], unit))
    found += _word_numbers(text, taken + [(n.start, n.end) for n in found])
    return sorted(found, key=lambda n: n.start)


def _glued(text: str, start: int) -> bool:
    before = text[start - 1 : start]
    if before.isalpha() or before == "_":
        return True
    return bool(re.search(r"[A-Za-zĐđÀ-ỹ]\d*[-–]$", text[max(0, start - 6) : start]))


def _is_glued_unit(text: str, end: int, unit: UnitRead | None) -> bool:
    """Whether letters right behind a number are its unit: ``2,5tỷ``, and of nouns those of two words (``37cơ sở``)."""
    if unit is None or unit.kind != "noun":
        return unit is not None
    noun = read_unit(text, end, guess=False)
    return noun is not None and " " in text[end : noun.end]


def _is_year(text: str, mention: PeriodMention, unit: UnitRead | None) -> bool:
    if unit is None:
        return True
    return unit.kind == "noun" and bool(re.match(rf"\s+[{UPPER}]", text[unit.end : unit.end + 4]))


def _one_number(text: str, start: int, end: int, unit: UnitRead | None) -> bool:
    """Whether digits parted by spaces are one number: not behind a label that takes one of them."""
    return unit is not None and not re.search(r"(?:năm|đợt|tháng|quý|số)\s$", text[:start].lower()[-6:])


def _word_numbers(text: str, taken: list[tuple[int, int]]) -> list[Number]:
    found = []
    for match in NUMBER_WORDS.finditer(text):
        words = match[0].split()
        if _NOT_BEFORE.search(text[max(0, match.start() - 12) : match.start()]):
            continue
        closes = bool(_CLOSES_RANGE.search(text[max(0, match.start() - 24) : match.start()]))
        opens = bool(_OPENS_RANGE.match(text, match.start() + len(match[0].rstrip())))
        if words[0].lower() in _NO_START and not (closes and words[0].lower() == "năm"):
            continue
        if words[-1].lower() == "năm" and words[-2:-1] and words[-2].lower() not in ("trăm", "linh"):
            words.pop()
        if [w.lower() for w in words] == ["một"] and not opens:
            continue
        printed = text[match.start() : _end_of_words(match, words)]
        unit = read_unit(text, match.start() + len(printed), guess=False)
        if unit is None and words[-1].lower() in MULTIPLIER_WORDS and len(words) > 1:
            continue
        start, end = match.start(), match.start() + len(printed)
        if any(start < b and a < end for a, b in taken):
            continue
        if _is_name(text, start, end):
            continue
        if unit is None and opens and parse_number(printed) is not None:
            found.append(Number(start, end, printed, None))
        if unit is None or unit.kind == "duration":
            continue
        if unit.unit in ("lần", "miền", "bản", "ban", "sở", "hội", "đoàn", "khu vực", "vùng", "phòng", "nước"):
            continue
        if parse_number(printed) is not None:
            found.append(Number(start, end, printed, unit))
    return found


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether a number word opens the name of a place: ``huyện Ba Bể``, and ``Ba Bể`` by itself; not ``Ba Công ty``."""
    named = re.match(rf"[{UPPER}]\w*\s[{UPPER}]\w*", text[start:])
    if not named:
        return False
    if _PLACE_KIND.search(text[max(0, start - 12) : start]) or place_table().lookup(named[0]) is not None:
        return True
    return any(begin < end and start < stop for _, begin, stop in place_table().find_places(text))


def _end_of_words(match: re.Match[str], words: list[str]) -> int:
    piece = re.match(r"\s+".join(map(re.escape, words)), match[0])
    return match.start() + (piece.end() if piece else len(match[0]))
