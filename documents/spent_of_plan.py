"""Money spent, the plan that it is set on, and the share of the plan that it reached, told in one breath.

``thực hiện 3,8 tỷ đồng trên kế hoạch 5,5 tỷ đồng, đạt 69,1%``: the first is done, the second planned, the
third is the share of the second that the first is. What each is called follows from what the first is called.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from documents.records import Quantity

Role = Literal["", "spent", "planned", "reached"]
ROUNDED = Decimal("0.01")  # how far a printed share may lie from that of the two sums, as they are rounded

_ON_PLAN = re.compile(
    r"\s+(?:đã\s+(?:thực\s+hiện|giải\s+ngân)\s+)?(?:trên|trong)\s+(?:tổng\s+(?:số\s+)?)?(?:kế\s+hoạch|dự\s+toán)"
    r"(?:\s+(?:vốn|kinh\s+phí|năm|cả\s+năm|được\s+giao|giao|là|\d{4}|khoảng|gần|hơn)){0,4}\s+",
    re.IGNORECASE,
)
_REACHED = re.compile(
    r"(?:\s*[,;]?\s*(?:mới\s+|chỉ\s+)*(?:đạt|bằng)(?:\s+(?:tỷ\s+lệ|khoảng|gần|hơn|trên))*\s*|\s*\(\s*(?:(?:đạt|bằng)\s*)?)",
    re.IGNORECASE,
)
_SHARE_OF = re.compile(
    r"\s+(?:so\s+với\s+)?(?:kế\s+hoạch|dự\s+toán)(?:\s+(?:vốn|kinh\s+phí|năm|cả\s+năm|được\s+giao|giao|\d{4})){0,3}\s+",
    re.IGNORECASE,
)
_PLAN_FIRST = re.compile(r"(?<!\w)(?:kế\s+hoạch|dự\s+toán)(?!\w)[^;.%]{0,70}$", re.IGNORECASE)
_THEN_DONE = re.compile(
    r"\s*[,;]\s*(?P<done>(?:(?:đã|mới|chỉ|nhưng)\s+)*)(?:thực\s+hiện|giải\s+ngân)(?:\s+được)?\s+", re.IGNORECASE
)
_INTENDED = re.compile(
    r"(?<!\w)(?:(?:ước|dự\s+kiến|phấn\s+đấu|sẽ)(?!\w)[^;.]*|(?:đăng\s+ký|đề\s+nghị)(?!\w)[^;.,]*)$", re.IGNORECASE
)
_NEARER_DONE = re.compile(r"(?<!\w)(?:đã|mới)(?!\w)[^;.,\d]*$", re.IGNORECASE)
_DONE = re.compile(r"^(?:kinh phí )?(?:(?:mới|đã|chỉ|được|trên|trong) )*(?:thực hiện|giải ngân|kế hoạch)?$")
_ON = re.compile(r" (?:trên|trong)(?: tổng(?: số)?)?(?: kế hoạch| dự toán)?$")


def role_of(text: str, quantity: Quantity, before: Sequence[Quantity], after: Sequence[Quantity]) -> Role:
    """What a quantity of a sentence is of such a pair; "" where it is of none, or the first is still to come."""
    if quantity.unit == "%":
        return "reached" if _is_share_reached(text, quantity, before) else ""
    if quantity.unit != "đồng":
        return ""
    if after and _are_pair(text, quantity, after[0]):
        return "spent"
    if before and _are_pair_turned(text, before[-1], quantity, after[:1]):
        return "spent"
    if before and _are_pair(text, before[-1], quantity):
        return "planned"
    share_of = bool(before) and before[-1].unit == "%" and _SHARE_OF.fullmatch(text, before[-1].end, quantity.start)
    spent = [other for other in before if other.unit == "đồng"][-1:]
    return "planned" if share_of and all(_makes(before[-1], other, quantity) for other in spent) else ""


def _is_share_reached(text: str, share: Quantity, before: Sequence[Quantity]) -> bool:
    """Whether a percentage right behind such a pair is the share of the second that the first is."""
    if len(before) < 2 or _REACHED.fullmatch(text, before[-1].end, share.start) is None:
        return False
    first, second = before[-2:]
    if _are_pair(text, first, second):
        return _makes(share, first, second)
    return _are_pair_turned(text, first, second, (share,)) and _makes(share, second, first)


def _makes(share: Quantity, spent: Quantity, planned: Quantity) -> bool:
    """Whether a percentage is that of the two sums, but for their rounding."""
    return planned.value != 0 and abs(spent.value / planned.value - share.value / 100) <= ROUNDED


def _are_pair(text: str, spent: Quantity, planned: Quantity) -> bool:
    money = spent.unit == planned.unit == "đồng"
    joined = money and _ON_PLAN.fullmatch(text, spent.end, planned.start) is not None
    if not joined:
        return False
    lead = text[: spent.start]
    return _NEARER_DONE.search(lead) is not None or _INTENDED.search(lead) is None


def _are_pair_turned(text: str, planned: Quantity, spent: Quantity, behind: Sequence[Quantity]) -> bool:
    """Whether the plan stands first: ``kế hoạch 7,8 tỷ đồng, đã thực hiện 5,3 tỷ đồng``.

    Without ``đã`` the share behind it must tell so: a plan too says what its parts are spent on.
    """
    money = spent.unit == planned.unit == "đồng"
    joined = _THEN_DONE.fullmatch(text, planned.end, spent.start) if money else None
    if joined is None or _PLAN_FIRST.search(text[: planned.start]) is None:
        return False
    shares = [other for other in behind[:1] if other.unit == "%"]
    return bool(joined["done"]) or any(_makes(share, spent, planned) for share in shares)


def name_in_role(role: Role, name: str, spent: str) -> str:
    """The normalised name of a quantity of such a pair; ``spent`` is that of the first of it, if it is not the first.

    A first that only ranks or says that it was done is money of the programme that was spent.
    """
    if role == "spent":
        own = _ON.sub("", name)
        return "kinh phí khuyến công thực hiện" if _DONE.fullmatch(own) or own.startswith("kế hoạch") else own
    of = re.sub(r"(?:(?: toàn \w+)?(?: mới| đã)? (?:thực hiện|giải ngân))+$", "", spent)
    if role in ("planned", "reached") and of and not of.startswith("kế hoạch"):
        return f"{'kế hoạch' if role == 'planned' else 'tỷ lệ thực hiện kế hoạch'} {of}"
    return name
