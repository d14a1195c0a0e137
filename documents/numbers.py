"""Vietnamese numerals, printed in digits or in words, to ``Decimal``.

A comma is the decimal mark and a full stop (or a space) groups thousands; what other
spellings mean is said at ``parse_number`` and ``parse_numeral``. This module knows no unit,
no sentence and no document.
"""

import re
from decimal import Decimal

GROUP_SPACES = "\u00a0\u202f\u2009 "
_SPACED = re.compile(rf"\d{{1,3}}(?:[{GROUP_SPACES}]\d{{3}})+(?:,\d+)?")
_VIETNAMESE_GROUPS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_ENGLISH_GROUPS = re.compile(r"\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|\d{1,3}(?:,\d{3})+\.\d+")
_DECIMAL_COMMA = re.compile(r"\d+,\d+")
_DECIMAL_POINT = re.compile(r"\d+\.\d+")
_LONE_GROUP = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")

DIGIT_WORDS = {
    "không": 0,
    "một": 1,
    "mốt": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "tư": 4,
    "năm": 5,
    "lăm": 5,
    "nhăm": 5,
    "sáu": 6,
    "bảy": 7,
    "bẩy": 7,
    "tám": 8,
    "chín": 9,
}
MULTIPLIER_WORDS = {
    "nghìn": 1_000,
    "ngàn": 1_000,
    "triệu": 1_000_000,
    "tỷ": 1_000_000_000,
    "tỉ": 1_000_000_000,
}
MOST_DIGITS = 15
"""A longer run is a serial number or a hostile file; with the largest unit it still fits Decimal's 28 digits."""
_TEN_WORDS = {"mười": 10, "mươi": 10, "chục": 10}


def parse_number(text: str) -> Decimal | None:
    """The value of a numeral standing alone, or None when it is malformed.

    ``170,8`` is 170.8 and ``1.330`` is 1330; ``1 330`` is 1330; ``05`` is 5. A full stop with
    other than three digits after it, or after a lone zero, is read as the English decimal
    point (``170.8``, ``0.875``); two or more comma groups of three as English thousands
    (``11,760,000,000``). Number words up to the milliards are read too (``hai mươi lăm``).
    """
    return parse_numeral(text)


def parse_numeral(text: str, whole: bool = False, small: bool = False) -> Decimal | None:
    """The value of a numeral whose unit tells how a lone group of three digits is meant.

    ``whole`` is for things that come in ones (``1,330 lao động`` is 1330, not 1.33);
    ``small`` is for percentages and multiples (``12.345%`` is 12.345, not 12 345).
    None for more than ``MOST_DIGITS`` digits.
    """
    text = text.strip()
    if not text or not text[0].isdigit():
        return parse_number_words(text)
    if sum(map(str.isdigit, text)) > MOST_DIGITS:
        return None
    if _LONE_GROUP.fullmatch(text) and (whole or small):
        return Decimal(re.sub(r"[.,]", "" if whole else ".", text))
    if text.isdigit():
        return Decimal(text)
    if _SPACED.fullmatch(text):
        return Decimal(re.sub(rf"[{GROUP_SPACES}]", "", text).replace(",", "."))
    if _VIETNAMESE_GROUPS.fullmatch(text) and not text.startswith(("0.", "00")):
        return Decimal(text.replace(".", "").replace(",", "."))
    if _ENGLISH_GROUPS.fullmatch(text):
        return Decimal(text.replace(",", ""))
    if _DECIMAL_COMMA.fullmatch(text):
        return Decimal(text.replace(",", "."))
    if _DECIMAL_POINT.fullmatch(text):
        return Decimal(text)
    return None


def parse_number_words(text: str) -> Decimal | None:
    """The value of a number written in words; None when a word of it is not a number, or it has no end."""
    words = text.lower().replace("-", " ").split()
    if not words:
        return None
    total = Decimal(0)
    below = Decimal(0)
    digit: int | None = None
    scale = 1
    for word in words:
        if word in DIGIT_WORDS:
            if digit is not None:
                return None
            digit = DIGIT_WORDS[word]
        elif word in _TEN_WORDS:
            below += 10 * (digit if digit is not None else 1)
            digit = None
        elif word == "trăm":
            below += 100 * (digit if digit is not None else 1)
            digit = None
        elif word in ("linh", "lẻ"):
            continue
        elif word in MULTIPLIER_WORDS:
            scale = MULTIPLIER_WORDS[word]
            below += digit or 0
            if below == 0 and total == 0:
                return None
            total = (total + below) * scale if below == 0 else total + below * scale
            below, digit = Decimal(0), None
        elif word == "rưỡi" and scale > 1:
            total += Decimal(scale) / 2
        else:
            return None
    value = total + below + (digit or 0)
    return value if value < 10**MOST_DIGITS else None


def trim_number(value: Decimal) -> Decimal:
    """The same value without trailing zeros and without an exponent."""
    trimmed = value.normalize()
    return trimmed.quantize(Decimal(1)) if trimmed == trimmed.to_integral_value() else trimmed


def write_roman(number: int) -> str:
    """A positive number in Roman numerals, as far as twenty signs go."""
    signs = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    parts: list[str] = []
    for value, sign in signs:
        while number >= value and len(parts) < 20:
            parts.append(sign)
            number -= value
    return "".join(parts)
