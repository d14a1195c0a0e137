"""What a figure is compared with, in the words of its sentence.

A change (``thấp hơn 8,5% so với kế hoạch năm 2023``), a share (``chiếm 41,9% kinh phí toàn vùng``),
a fulfilment (``đạt 49,1% kế hoạch năm``) or a part (``102/171 sản phẩm``). Nothing is computed here.
"""

import re
from dataclasses import dataclass
from typing import Literal

from documents.records import Quantity

ComparisonKind = Literal["", "rise", "fall", "share", "fulfilment", "part"]
_RISE = (
    r"tăng(?:\s+(?:thêm|lên|trưởng|bình quân|gần|hơn|khoảng|trên))*|cao\s+hơn|nhiều\s+hơn|vượt|hơn|gấp|"
    r"lớn\s+hơn|nâng(?:\s+\w+){0,3}?\s+thêm"
)
_FALL = (
    r"giảm(?:\s+(?:xuống|đi|còn|gần|hơn|khoảng|trên))*|thấp\s+hơn|ít\s+hơn|cắt\s+giảm|hụt|kém|"
    r"bị\s+cắt\s+giảm|tiết\s+giảm|tiết\s+kiệm"
)
_LEADS: tuple[tuple[ComparisonKind, re.Pattern[str]], ...] = (
    (
        "fall",
        re.compile(rf"(?<!\w)(?P<verb>{_FALL})\s*(?:từ\s+|tới\s+|đến\s+|khoảng\s+|trên\s+|gần\s+)*$", re.IGNORECASE),
    ),
    (
        "rise",
        re.compile(rf"(?<!\w)(?P<verb>{_RISE})\s*(?:từ\s+|tới\s+|đến\s+|khoảng\s+|trên\s+|gần\s+)*$", re.IGNORECASE),
    ),
    (
        "share",
        re.compile(
            r"(?<!\w)(?P<verb>chiếm(?:\s+(?:tỷ|tỉ)\s+(?:lệ|trọng))?)\s*(?:khoảng\s+|gần\s+|trên\s+|hơn\s+|tới\s+|là\s+)*$",
            re.IGNORECASE,
        ),
    ),
    (
        "fulfilment",
        re.compile(
            r"(?<!\w)(?P<verb>(?:ước\s+)?(?:đạt|bằng|hoàn\s+thành|thực\s+hiện|tương\s+đương|giải\s+ngân)(?:\s+(?:tỷ\s+lệ|được))?)\s*(?:khoảng\s+|gần\s+|trên\s+|hơn\s+|tới\s+)*$",
            re.IGNORECASE,
        ),
    ),
)
_OVER_TIME = re.compile(
    r"(?<!\w)(?:(?P<rise>tăng(?:\s+(?:hơn|thêm))?|cao\s+hơn|nhiều\s+hơn|lớn\s+hơn|hơn)|(?P<fall>giảm(?:\s+hơn)?|thấp\s+hơn|ít\s+hơn|kém(?:\s+hơn)?))"
    r"\s+(?P<base>(?:so\s+với\s+)?(?:cùng\s+kỳ\s+)?năm\s+(?:\d{4}|trước|ngoái)|(?:so\s+với\s+)?cùng\s+kỳ)\s+là"
    r"\s+(?:khoảng\s+|gần\s+|hơn\s+|trên\s+)?$",
    re.IGNORECASE,
)
"""Before a change that is told behind what it is measured by: ``cao hơn năm 2022 là 0,5 triệu đồng``."""
_FROM = re.compile(r"(?<!\w)từ\s+(?:gần\s+|hơn\s+|trên\s+|khoảng\s+)?$", re.IGNORECASE)
_TO = re.compile(r"^[^,;.()]*\s(?:lên|xuống)(?:\s+(?:đến|tới|còn))?[^,;.()]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a figure is measured against another: ``base`` is what stands behind it, as printed."""

    kind: ComparisonKind
    verb: str = ""
    base: str = ""
    text: str = ""


def tells_change_over(text: str, quantity: Quantity) -> bool:
    """Whether a quantity is how much more or less something is than in the year named right before it."""
    return _OVER_TIME.search(text[: quantity.start]) is not None


def read_comparison(text: str, quantity: Quantity, following: Quantity | None) -> Comparison:
    """The comparison a quantity of the sentence makes; kind "" when it makes none."""
    ratio = re.fullmatch(r"(\d[\d.]*)\s?/\s?(\d[\d.]*)\s+(.+)", quantity.text)
    if ratio:
        return Comparison("part", "", ratio[2], f"{ratio[1]} trong {ratio[2]} {quantity.unit}")
    before_ratio = re.search(r"(\d[\d.]*)\s?/\s?$", text[: quantity.start])
    if before_ratio and quantity.unit not in ("đồng", "%"):
        whole = quantity.text.split()[0]
        return Comparison("part", "", whole, f"{before_ratio[1]} trong {whole} {quantity.unit}")
    if following and _FROM.search(text[: quantity.start]) and _TO.search(text[quantity.end : following.start]):
        return Comparison("")  # "tăng từ 20% năm 2010 lên 30%": where it began
    if over := _OVER_TIME.search(text[: quantity.start]):
        verb = re.sub(r"\s+", " ", (over["rise"] or over["fall"]).lower())
        base = re.sub(r"\s+", " ", over["base"])
        base = base if base.lower().startswith("so với") else f"so với {base}"
        return Comparison("rise" if over["rise"] else "fall", verb, base, f"{verb} {quantity.text} {base}")
    behind = _behind(text, quantity, following)
    against = re.match(
        r"(?:kế\s+hoạch\s+năm\s+)?(?:\(?\s*)so\s+(?:với|cùng)\s+\S|.{0,60}?(?:so\s+với|so\s+cùng)\s+\S",
        behind,
        re.IGNORECASE,
    )
    for kind, pattern in _LEADS:
        found = pattern.search(text[max(0, quantity.start - 45) : quantity.start])
        if not found:
            continue
        if quantity.unit not in ("%", "điểm %", "lần") and not against:
            continue
        if kind == "fulfilment" and not behind:
            continue
        if found["verb"].lower() in ("hơn", "kém") and not against and not _OF_PLAN.match(behind):
            continue  # "; hơn 92% số này có việc làm" says "over", not "more"
        verb = re.sub(r"\s+", " ", found["verb"].lower())
        said = f"{verb} {quantity.text} {behind}".strip().replace(" /", "/")
        return Comparison(kind, verb, behind, said)
    if quantity.unit == "%" and against:
        return Comparison("fulfilment", "", behind, f"{quantity.text} {behind}")
    return Comparison("")


_GOES_ON = re.compile(
    r"\s+(?:và\s+)?(?:tăng|giảm|vượt|cao\s+hơn|thấp\s+hơn)(?:\s+(?:thêm|lên|gần|hơn|trên|khoảng))*$", re.IGNORECASE
)
"""The change that the next number tells: ``đạt 98,4% kế hoạch và tăng hơn 22%``."""


_OF_PLAN = re.compile(r"(?:kế\s+hoạch|dự\s+toán|chỉ\s+tiêu|năm\s+(?:trước|ngoái)|cùng\s+kỳ|mức)(?!\w)", re.IGNORECASE)


def _behind(text: str, quantity: Quantity, following: Quantity | None) -> str:
    """The words behind a quantity that say what it is measured by."""
    stop = following.start if following else len(text)
    piece = re.match(r"(?:[^,;.():]|(?<=\d)[.,](?=\d)|\.(?=\w))*", text[quantity.end : stop])
    words = re.sub(r"\s+", " ", piece[0]).strip(" -–") if piece else ""
    words = _GOES_ON.sub("", words)
    return re.sub(r"\s+(?:và|với|là|đạt|chiếm|trong đó|còn|cho|tăng|giảm)$", "", words)
