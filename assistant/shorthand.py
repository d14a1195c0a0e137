"""The habits of hurried typing: shorthand written out, the story before a question left off.

It works on the letters of a question alone and does not know what the question asks.
"""

import csv
import re
from functools import cache

from assistant.wording import DATA


@cache
def _shorthand() -> tuple[tuple[re.Pattern[str], str], ...]:
    with (DATA / "shorthand.csv").open(encoding="utf-8", newline="") as lines:
        rows = [(row["short"], row["long"]) for row in csv.DictReader(lines)]
    rows.sort(key=lambda row: -len(row[0]))
    return tuple((re.compile(rf"(?<![\w/]){re.escape(short)}(?![\w/.-]*\d)(?![\w/-])"), long) for short, long in rows)


def write_out(text: str) -> str:
    """A question with the shorthand of hurried typing written out: "6T" as "6 tháng", "cs" as "cơ sở"."""
    text = re.sub(r"(?<![\w/])(\d{1,2})\s?[Tt](?![\w/])", r"\1 tháng", text)
    text = re.sub(r"\b(đầu|cuối|nửa đầu|nửa cuối) ((?:19|20)\d\d)\b", r"\1 năm \2", text)
    for pattern, long in _shorthand():
        text = pattern.sub(long, text)
    return _GIVEN.sub("hỗ trợ ", text)


# "được cho bao nhiêu", "cho tối đa": what is given is what the texts call support.
_GIVEN = re.compile(
    r"(?<=được )(?:nhà nước )?cho (?=bao nhiêu|mấy|tối đa|nhiều nhất)|\bcho (?=tối đa|nhiều nhất)", re.IGNORECASE
)

_UNITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_ONES = {"mốt": 1, "tư": 4, "lăm": 5} | {word: at for at, word in enumerate(_UNITS) if word not in ("không", "năm")}
_TENS = re.compile(rf"\b(?:(?:({'|'.join(_UNITS[1:])}) mươi)|mười)(?: ({'|'.join(_ONES)}))?\b", re.IGNORECASE)
_HUNDREDS = re.compile(rf"\b({'|'.join(_UNITS[1:])}) trăm (?=triệu|tỷ|tỉ|nghìn|sản phẩm|cơ sở|đề án)", re.IGNORECASE)
_COUNTED = re.compile(
    rf"\b({'|'.join(unit for unit in _UNITS[2:] if unit != 'năm')}) "
    r"(?=tháng (?:đầu|cuối|năm)|đề án|đợt|mô hình|cơ sở|dự án|sản phẩm|gian hàng)",
    re.IGNORECASE,
)


def put_digits(text: str) -> str:
    """Number words in digits where they surely count: "mười ba mô hình", "sáu tháng đầu năm"."""
    text = _TENS.sub(
        lambda m: str(10 * (_UNITS.index(m[1].lower()) if m[1] else 1) + (_ONES[m[2].lower()] if m[2] else 0)), text
    )
    text = _HUNDREDS.sub(lambda m: f"{100 * _UNITS.index(m[1].lower())} ", text)
    return _COUNTED.sub(lambda m: f"{_UNITS.index(m[1].lower())} ", text)


_PREAMBLE = re.compile(
    r"^.{0,400}?\b(?:cho (?:em|tôi|mình|anh|chị|cháu|chúng tôi) (?:hỏi|xin|biết)|xin (?:được )?hỏi|muốn (?:hỏi|biết)|"
    r"cần (?:biết|đối chiếu|tra)[^:,]*:|xin con số|(?:đề nghị|vui lòng|xin|hãy|nhờ anh chị|làm ơn) cho biết|"
    r"(?:đề nghị|xin|vui lòng) cung cấp(?: số liệu| thông tin)?)(?: là| rằng| xem| về| thêm| lại)?[\s,:]+(?=\S.{14})",
    re.IGNORECASE | re.DOTALL,
)


def without_preamble(text: str) -> str:
    """A question without the story before it: what follows "cho em hỏi", "xin hỏi", a colon after a long lead."""
    core = _PREAMBLE.sub("", text, count=1)
    lead, colon, rest = core.partition(":")
    if colon and len(lead.split()) >= 4 and len(rest.split()) >= 8:
        core = rest.strip()
    return core
