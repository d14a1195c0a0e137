"""Money spent, the plan that it is set on, and the share of the plan that it reached, told in one breath.

``thực hiện 3,8 tỷ đồng trên kế hoạch 5,5 tỷ đồng, đạt 69,1%``: the first is done, the second planned, the
third is the share of the second that the first is. What each is called follows from what the first is called.
"""

import re
from collections.abc import Sequence
from typing import Literal

from documents.records import Quantity

Role = Literal["", "spent", "planned", "reached"]

_ON_PLAN = re.compile(
    r"\s+(?:đã\s+(?:thực\s+hiện|giải\s+ngân)\s+)?(?:trên|trong|/)\s+(?:tổng\s+(?:số\s+)?)?(?:kế\s+hoạch|dự\s+toán)"
    r"(?:\s+(?:vốn|kinh\s+phí|năm|cả\s+năm|được\s+giao|giao|là|\d{4}|khoảng|gần|hơn)){0,4}\s+",
    re.IGNORECASE,
)
_REACHED = re.compile(
    r"(?:\s*[,;]?\s*(?:mới\s+|chỉ\s+)*(?:đạt|bằng)(?:\s+(?:tỷ\s+lệ|khoảng|gần|hơn|trên))*\s*|\s*\(\s*(?:(?:đạt|bằng)\s*)?)",
    re.IGNORECASE,
)
_INTENDED = re.compile(
    r"(?<!\w)(?:ước|dự\s+kiến|phấn\s+đấu|sẽ|dự\s+ước|đăng\s+ký|đề\s+nghị)(?!\w)[^;.]*$", re.IGNORECASE
)
_SHARE_OF = re.compile(
    r"\s+(?:so\s+với\s+)?(?:kế\s+hoạch|dự\s+toán)(?:\s+(?:vốn|kinh\s+phí|năm|cả\s+năm|được\s+giao|giao|\d{4})){0,3}\s+",
    re.IGNORECASE,
)
_PLAN_FIRST = re.compile(r"(?<!\w)(?:kế\s+hoạch|dự\s+toán)(?!\w)[^;.%]{0,70}$", re.IGNORECASE)
_THEN_DONE = re.compile(
    r"\s*[,;]\s*(?:(?:đã|mới|chỉ|nhưng)\s+)*(?:thực\s+hiện|giải\s+ngân)(?:\s+được)?\s+", re.IGNORECASE
)
_DONE = re.compile(r"^(?:kinh phí )?(?:(?:mới|đã|chỉ|được|trên|trong) )*(?:thực hiện|giải ngân|kế hoạch)?$")


def role_of(text: str, quantity: Quantity, before: Sequence[Quantity], after: Sequence[Quantity]) -> Role:
    """What a quantity of a sentence is of such a pair; "" where it is of none, or the first is still to come."""
    if quantity.unit == "%":
        pair = before[-2:]
        between = text[before[-1].end : quantity.start] if before else ""
        told = len(pair) == 2 and (_are_pair(text, *pair) or _are_pair_turned(text, *pair))
        return "reached" if told and _REACHED.fullmatch(between) else ""
    if after and _are_pair(text, quantity, after[0]):
        return "spent"
    if not before or quantity.unit != "đồng":
        return ""
    share_of = before[-1].unit == "%" and _SHARE_OF.fullmatch(text, before[-1].end, quantity.start) is not None
    return "planned" if share_of or _are_pair(text, before[-1], quantity) else ""


def _are_pair(text: str, spent: Quantity, planned: Quantity) -> bool:
    money = spent.unit == planned.unit == "đồng"
    joined = money and _ON_PLAN.fullmatch(text, spent.end, planned.start) is not None
    return joined and _INTENDED.search(text[: spent.start]) is None


def _are_pair_turned(text: str, planned: Quantity, spent: Quantity) -> bool:
    """Whether the plan stands first: ``kế hoạch 7,8 tỷ đồng, đã thực hiện 5,3 tỷ đồng``."""
    money = spent.unit == planned.unit == "đồng"
    joined = money and _THEN_DONE.fullmatch(text, planned.end, spent.start) is not None
    return joined and _PLAN_FIRST.search(text[: planned.start]) is not None


def name_in_role(role: Role, name: str, spent: str) -> str:
    """The normalised name of a quantity of such a pair; ``spent`` is that of the first of it, if it is not the first.

    A first that only ranks or says that it was done is money of the programme that was spent.
    """
    if role == "spent":
        return "kinh phí khuyến công thực hiện" if _DONE.fullmatch(name) or name.startswith("kế hoạch") else name
    if role in ("planned", "reached"):
        of = re.sub(r"(?:(?: toàn \w+)?(?: mới| đã)? (?:thực hiện|giải ngân))+$", "", spent)
        return f"{'kế hoạch' if role == 'planned' else 'tỷ lệ thực hiện kế hoạch'} {of}"
    return name
