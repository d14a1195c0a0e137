"""Which country is asked for ("xuất sang nước nào"), and whether a sentence names one.

The names are those of Unicode's CLDR for Vietnamese, by way of Babel, with the short ones that the press writes.
"""

import re
from functools import cache

from assistant.question_slots import Question
from documents.letters import LOWER, UPPER

_SHORT = frozenset(
    {"Mỹ", "Anh", "Úc", "Ý", "Nhật", "Hàn", "Ấn", "EU", "ASEAN", "Hồng Kông", "Ma Cao", "Ukraine", "UAE", "Dubai"}
    | {"Myanmar", "Ả Rập", "Châu Âu", "châu Âu", "châu Á", "châu Phi", "châu Mỹ", "Đông Nam Á", "Trung Đông", "Bắc Mỹ"}
)
_ASKED = re.compile(
    r"(?<!\w)(?:sang|ra|đi|đến|tới|vào|từ|tại|ở|là|của|với|những|các|mấy|bao nhiêu) (?:nước|quốc gia|thị trường) "
    r"(?:nước ngoài )?nào(?!\w)|\bwhich (?:foreign |export )?(?:country|countries|markets?)\b",
    re.IGNORECASE,
)
_OTHER_WORDS = (
    r"(?:Anh|Áo|Pháp|Ý|Hàn|Nhật|Mỹ|Úc|Đức|Nga|Ấn) (?:dài|luật|lý|lệnh|kiến|thức|nghĩa|hùng|em|chị|ấy|thuật|tươi)"
)
"""What begins like a country and is another word: "Áo dài", "Pháp luật", "Ý kiến"; "Anh Nguyễn" is a person."""


def country_lacking(question: Question, sentence: str) -> bool:
    """Whether a country is asked for by name and a sentence names none."""
    return _ASKED.search(f"{question.text} {question.asked}") is not None and _names().search(sentence) is None


@cache
def _names() -> re.Pattern[str]:
    from babel import Locale  # its data are read here, and only where a country is asked for

    told = (name for code, name in Locale("vi").territories.items() if code != "VN" and code.isalpha())
    names = {part.strip() for name in told for part in re.split(r"[(),&]", name) if len(part.strip()) > 1}
    ordered = sorted(names | _SHORT, key=len, reverse=True)
    words = "|".join(map(re.escape, ordered))
    return re.compile(rf"(?<!\w)(?!{_OTHER_WORDS})(?:{words})(?!\w)(?! [{UPPER}][{LOWER}])")
