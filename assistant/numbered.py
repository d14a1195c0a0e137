"""Things told apart by a number: "đợt 1" and "đợt 2", "lần thứ XVIII" and "lần thứ XIX".

It reads such terms of a text; which text is the question and which the evidence it does not know.
"""

import re
from collections.abc import Mapping

from documents.numbers import DIGIT_WORDS, parse_numeral, write_roman

_FIRST = ("đầu tiên", "đầu", "nhất")
_ROMAN = {write_roman(number).lower(): number for number in range(1, 90)}
ORDINAL = rf"(?:{'|'.join((*_FIRST, *DIGIT_WORDS, 'mười'))}|\d{{1,2}}(?![\d/.,]))"
"""An ordinal as it follows "thứ", for a regular expression over lower-case text."""
_TERM = re.compile(
    rf"\b(đợt|lần|kỳ|kì|khóa|vòng|quý|hạng|giai đoạn)\s+(?:thứ\s+)?({ORDINAL}|[ivxl]{{1,7}})\b(?!\s+\d{{4}})"
)


def ordinal_value(word: str) -> int:
    """The number that an ordinal names in words, digits or Roman numerals; 0 when it names none."""
    if word in _FIRST:
        return 1
    value = parse_numeral(word)
    return int(value) if value is not None else _ROMAN.get(word, 0)


_INSTALMENT = re.compile(r"\blần (?:phân bổ|cấp|giao|rót|giải ngân)(?: vốn| kinh phí| tiền)?(?= thứ| đầu| \d)")


def numbered_terms(text: str) -> Mapping[str, frozenset[int]]:
    """The numbers that a text gives to each kind of numbered thing."""
    found: dict[str, set[int]] = {}
    for head, number in _TERM.findall(_INSTALMENT.sub("đợt", text.lower())):
        if ordinal_value(number):
            found.setdefault("kỳ" if head == "kì" else head, set()).add(ordinal_value(number))
    return {head: frozenset(numbers) for head, numbers in found.items()}


def numbered_otherwise(asked: str, told: str) -> bool:
    """Whether a text tells of another "đợt", "lần", ... than the one asked for, and not of that one."""
    held = numbered_terms(told)
    return any(head in held and not numbers & held[head] for head, numbers in numbered_terms(asked).items())


def lacks_round(asked: str, told: str) -> bool:
    """Whether a "đợt" is asked for by its number and a text names none."""
    return "đợt" in numbered_terms(asked) and "đợt" not in numbered_terms(told)
