"""Wordings in which a figure is named by what stands further off: rates, series, groups with brackets, purposes.

Each function reads one wording and gives the printed words and the name, or nothing. What holds where none of
them applies is ``indicators.py``.
"""

import re

from documents.indicator_phrases import normalise_name, phrase_patterns
from documents.records import Quantity

_AVERAGE = re.compile(
    r"(?:^|[,;(])\s*(?:tính\s+)?(?:bình\s+quân|trung\s+bình)\s*(?P<given>(?:mức\s+)?(?:được\s+)?hỗ\s+trợ)?\s*"
    r"(?:là|đạt|khoảng|gần|hơn)?\s*$",
    re.IGNORECASE,
)
_EACH = re.compile(
    r"(?:bình\s+quân\s+)?mỗi\s+(?P<each>[^\W\d]+(?:\s[^\W\d]+)?)\s*(?:là|được|khoảng)?\s*$", re.IGNORECASE
)
_OPENS = re.compile(r"\(\s*(?:từ|mức|khoảng|với|\s)*$", re.IGNORECASE)
_FOR_SO_MANY = re.compile(
    r"\s*(?:cho|với|để\s+(?:hỗ\s+trợ|thực\s+hiện)|hỗ\s+trợ|thực\s+hiện)\s+(?:các\s+)?$", re.IGNORECASE
)
_YEAR = r"(?:(?:trong|vào|của)\s+)?năm\s+\d{4}"
_SERIES = re.compile(
    rf"\s*(?:{_YEAR}\s*)?(?:(?:lên|xuống)(?:\s+(?:đến|tới|còn))?\s*(?:{_YEAR}\s*)?"
    rf"|[,;]\s*(?:và\s+)?(?:đến\s+|tới\s+)?{_YEAR}\s*(?:là|đạt|có|còn|:))\s*(?:hơn|gần|khoảng|trên)?\s*",
    re.IGNORECASE,
)
_PURPOSE = re.compile(
    r"\s*(?:(?:dành\s+)?cho|để|(?=(?:hỗ\s+trợ|đầu\s+tư|thực\s+hiện|triển\s+khai|phục\s+vụ)\s))\s*(?P<what>[^,;.:()\d]{4,90})",
    re.IGNORECASE,
)
_POINTER = re.compile(
    r"(?<!\w)(?:nội\s+dung|hoạt\s+động|lĩnh\s+vực|mảng|phần\s+việc|hạng\s+mục)\s+này(?!\w)", re.IGNORECASE
)
_BARE = re.compile(r"(?:tổng\s+)?(?:nguồn\s+)?(?:kinh phí|vốn|số tiền)(?: hỗ trợ| thực hiện)?")
_GATHERS = re.compile(r"(?:thu\s+hút|huy\s+động)$", re.IGNORECASE)
_NAME = r"[A-ZĐÀÁẢÃẠĂÂÉÊÍÓÔƠÚƯÝ][a-zà-ỹ]+(?:\s[A-ZĐÀÁẢÃẠĂÂÉÊÍÓÔƠÚƯÝ][a-zà-ỹ]+)+"
_NAMES_LISTED = re.compile(rf"\s+{_NAME}(?:\s+\([^()]*\))?(?:,|\s+và)\s+{_NAME}")
_GROUP = re.compile(r"(?:^|[;:.+–•-]\s+)(?P<group>[^;:.()\d]{6,90}?)\s*$")


def name_of_rate(text: str, quantity: Quantity, before: list[Quantity], subject: str) -> tuple[str, str] | None:
    """What a rate is a rate of: ``…, bình quân 150 triệu đồng/cơ sở``, ``…, mỗi hộ 85 triệu đồng``; None if none."""
    lead = text[max([q.end for q in before], default=0) : quantity.start]
    if not quantity.unit.startswith("đồng"):
        return None
    each = quantity.unit.partition("/")[2]
    if found := (_AVERAGE if each else _EACH).search(lead):
        printed = found[0].strip(" ,")
        if each and found["given"]:
            return printed, f"mức hỗ trợ bình quân mỗi {each}"
        return printed, f"mức bình quân mỗi {each or found['each']}" + (f" ({subject})" if subject else "")
    if each and before and before[-1].unit == each and (opened := _OPENS.search(lead)):
        given = list(phrase_patterns()["verbs"].finditer(text[: before[-1].start]))
        verb = f"{given[-1][0].lower()} " if given else ""
        return opened[0].strip(" ("), f"mức {verb}mỗi {each}"  # "cho vay 150 hộ (10 - 25 triệu đồng/hộ)"
    return None


def earlier_in_series(text: str, quantity: Quantity, before: list[Quantity]) -> int | None:
    """The index in ``before`` of what a quantity is the next value of: ``từ 21% năm 2010 lên 28%``; None if none.

    What the earlier value was for may stand between: ``1,4 tỷ đồng cho 18 đề án; năm 2013 là 2 tỷ đồng``.
    """
    for at in (-1, -2):
        if len(before) < -at or before[at].unit != quantity.unit:
            continue
        gap = text[before[at].end : quantity.start]
        if at == -2:
            between = _FOR_SO_MANY.match(text[before[-2].end : before[-1].start])
            gap = re.sub(r"^[^,;.()\d]{0,60}", "", text[before[-1].end : quantity.start]) if between else "-"
        if _SERIES.fullmatch(gap):
            return len(before) + at
    return None


def name_by_group(text: str, quantity: Quantity) -> str:
    """The name of money that stands in brackets behind what it is for: ``Mở lớp (3 lớp, 9 triệu đồng)``, or ""."""
    opening = text.rfind("(", 0, quantity.start)
    if opening < 0 or ")" in text[opening : quantity.start] or not re.search(r"\d", text[opening : quantity.start]):
        return ""
    group = _GROUP.search(text[:opening])
    return f"kinh phí {normalise_name(group['group'])}" if group else ""


def name_by_purpose(text: str, quantity: Quantity, stop: int) -> str:
    """The name of money by what is said behind it (``8 tỷ đồng cho hoạt động khuyến công``), or ""."""
    found = _PURPOSE.match(text, quantity.end, stop)
    what = re.sub(r"\s+(?:trong\s+)?(?:giai\s+đoạn|năm)\s*$", "", found["what"]) if found else ""
    return normalise_name(f"kinh phí {what}") if what else ""


def lists_names(text: str, quantity: Quantity) -> bool:
    """Whether the several counted are named one by one: ``3 cụm công nghiệp Đồng Lê (…), Phú Hải và Sơn Hà``."""
    return quantity.value > 1 and bool(_NAMES_LISTED.match(text, quantity.end))


def points_back(text: str, quantity: Quantity, name: str) -> bool:
    """Whether bare money is of what its sentence points back to: ``Riêng nội dung này …, tổng kinh phí …``."""
    return bool(_BARE.fullmatch(name) and _POINTER.search(text[: quantity.start]))


def name_of_gathered(phrase: str, behind: str) -> str:
    """The name of money behind a verb of gathering (``vốn ngân sách thu hút được 3,5 đồng vốn đầu tư``), or ""."""
    gathered = _GATHERS.search(phrase) and phrase_patterns()["heads"].match(behind)
    return f"{normalise_name(behind)} thu hút được" if gathered else ""


def is_of_own_work(name: str, counted: Quantity) -> bool:
    """Whether money is said to be of a project (``tổng kinh phí thực hiện đề án``), none being counted before."""
    work = re.search(r"(?:thực hiện|của)\s+(đề án|dự án)$", name)
    return work is not None and counted.unit != work[1]
