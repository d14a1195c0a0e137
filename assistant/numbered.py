"""Things told apart by a number: "đợt 1" and "đợt 2", "lần thứ XVIII" and "lần thứ XIX".

It reads such terms of a text; which text is the question and which the evidence it does not know.
"""

import re
from collections.abc import Mapping

_WORDS = {
    "nhất": 1, "đầu": 1, "đầu tiên": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7,
    "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_TERM = re.compile(
    r"\b(đợt|lần|kỳ|kì|khóa|vòng|quý|hạng)\s+(?:thứ\s+)?"
    r"(\d{1,2}(?![\d/.,])|[ivxl]{1,7}|đầu tiên|đầu|nhất|một|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)\b(?!\s+\d{4})"
)


def numbered_terms(text: str) -> Mapping[str, frozenset[int]]:
    """The numbers that a text gives to each kind of numbered thing."""
    found: dict[str, set[int]] = {}
    for head, number in _TERM.findall(text.lower()):
        found.setdefault("kỳ" if head == "kì" else head, set()).add(_value(number))
    return {head: frozenset(numbers) for head, numbers in found.items()}


def numbered_otherwise(asked: str, told: str) -> bool:
    """Whether a text tells of another "đợt", "lần", ... than the one asked for, and not of that one."""
    held = numbered_terms(told)
    return any(head in held and not numbers & held[head] for head, numbers in numbered_terms(asked).items())


def _value(number: str) -> int:
    if number.isdigit():
        return int(number)
    if number in _WORDS:
        return _WORDS[number]
    digits = [_ROMAN[letter] for letter in number]
    return sum(-value if any(value < later for later in digits[at + 1 :]) else value for at, value in enumerate(digits))
