"""Whose money a figure is: of the national fund (khuyến công quốc gia) or the local one, as its sentence says.

A sentence that names both together (``ngân sách trung ương và địa phương``) names neither, and what the
receivers add themselves (vốn đối ứng) is of no fund. How a name takes up its fund is ``indicator_names.py``.
"""

import re

from documents.indicator_names import FUNDS, name_with_fund
from documents.records import Quantity

_LOCAL = r"(?:tỉnh|thành phố|địa phương|huyện)"
_AND = r"(?:,? và (?:(?:khuyến công|ngân sách|nguồn|vốn|kinh phí|của) )*|, của )"
_FUND = re.compile(
    rf"(?P<both>(?:khuyến công quốc gia|ngân sách trung ương|quốc gia|trung ương){_AND}{_LOCAL}|"
    rf"(?:địa phương|tỉnh){_AND}(?:quốc gia|trung ương))|"
    r"(?P<national>khuyến công quốc gia|KC ?quốc gia|KCQG|kinh phí quốc gia|vốn quốc gia|ngân sách trung ương)|"
    r"(?P<local>khuyến công địa phương|KC ?địa phương|KCĐP|"
    r"(?:nguồn |ngân sách |vốn )(?:kinh phí )?(?:khuyến công )?(?:của )?(?:tỉnh|thành phố|địa phương)|"
    r"kinh phí (?:khuyến công )?(?:của )?(?:tỉnh|địa phương))",
    re.IGNORECASE,
)
_LINK = r"\s*(?:(?:từ|của|thuộc|bằng|do|được hỗ trợ|hỗ trợ|là|có|với|các|nguồn|vốn|kinh phí|ngân sách)\s+)*"
_BEHIND = re.compile(rf"{_LINK}(?P<fund>{_FUND.pattern})(?!\w)", re.IGNORECASE)
_BEFORE = re.compile(rf"(?P<fund>{_FUND.pattern}){_LINK}$", re.IGNORECASE)
_NO_NAME = r"\s*(?:(?:trong đó|bao gồm|gồm|có|là|hơn|gần|khoảng|trên)\s*)*"
_OF_PROJECTS = {"quốc gia": "national", "địa phương": "local"}  # "3 đề án quốc gia, 5 đề án địa phương"
_OF_NO_FUND = re.compile(
    r"đối ứng|doanh thu|thu nhập|lợi nhuận|thu hút|kinh phí xúc tiến|tổng kinh phí thực hiện (?:đề án|dự án)$"
)
_MINISTRY = re.compile(
    r"(?:Bộ Công Thương|Cục (?:Công Thương|Công nghiệp) địa phương|Cục C[TN]ĐP) (?:đã |cũng )?"
    r"(?:phê duyệt|hỗ trợ|giao|phân bổ|bố trí|cấp)(?!\w)",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"(?P<one>khuyến công(?: quốc gia| địa phương)?)(?:,| và) (?:(?:chương trình|kế hoạch|hoạt động|công tác) )?"
    r"(?P<other>xúc tiến thương mại|xúc tiến đầu tư|khuyến nông|khuyến ngư)(?!\w)",
    re.IGNORECASE,
)
_BARE_SUM = re.compile(r"(?:tổng )?(?:nguồn )?(?:kinh phí|vốn|số tiền)(?: thực hiện| hỗ trợ)?")
_LEVEL = re.compile(r"cấp\s+(?:tỉnh|huyện|xã|quốc\s+gia|khu\s+vực|vùng)", re.IGNORECASE)
_ASIDE_CHARS = 14  # a longer bracket says something of its own; a shorter one abbreviates or numbers
_TURNS = {
    "local": ((" – nguồn khuyến công quốc gia", " – nguồn kinh phí địa phương"), (" quốc gia", " địa phương")),
    "national": ((" – nguồn kinh phí địa phương", " – nguồn khuyến công quốc gia"), (" địa phương", " quốc gia")),
}
_BOTH_IN_NAME = re.compile(
    rf"(?P<fund>khuyến công quốc gia)(?:,? và (?:của )?|, của ){_LOCAL}(?:(?: và|,) {_LOCAL})*(?!\w)(?! phương)"
)
_EITHER_IN_NAME = re.compile(r"khuyến công quốc gia và (?:khuyến công )?địa phương")


_LABEL = re.compile(
    r"\s*(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,4}|[a-zđ])\s*[.)]\s+"
    r"(?:(?:về|nguồn|vốn|kinh phí|hoạt động|đối với|chương trình)\s+)*"
    r"khuyến công (?P<fund>quốc gia|địa phương)\s*:?\s*",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,4}|[a-zđ])\s*[.)]\s")
_OF_FUND = re.compile(r"(?:tổng )?(?:kinh phí|vốn khuyến công|dự toán|số tiền|giải ngân)(?!\w)|kế hoạch")
_GIVEN_BY_OTHERS = re.compile(
    r"(?:cơ sở|doanh nghiệp|đơn vị|chủ đầu tư)[^,.;]{0,30} (?:bỏ|đầu tư|đóng góp|đối ứng)|nộp ngân sách|đối ứng",
    re.IGNORECASE,
)
"""What others pay, or what is paid to the budget, under the label of a fund."""
_STAGED = re.compile(
    r"(?:kinh phí|số tiền|vốn) (?P<stage>thực hiện|giao|được giao|kế hoạch năm|kế hoạch|ước thực hiện|giải ngân)"
)
_DASHED = re.compile(r"\s*[-–+•*]\s")


def labelled_fund(text: str, before: str) -> str:
    """The fund of a report's part as a line begins: that of its own label (``1. Khuyến công quốc gia``), or ``before``.

    It holds for the items under the label, to the next numbered line or running text; "" elsewhere.
    """
    label = _LABEL.fullmatch(text)
    if label is not None:
        return label["fund"].lower()
    return before if _DASHED.match(text) and not _NUMBERED.match(text) else ""


def under_label(name: str, text: str, unit: str, fund: str) -> str:
    """The name of money or projects of an item with the fund of its label, where neither it nor its line names one."""
    own = unit == "đề án" or not name or _OF_FUND.match(name) is not None
    if not own or _GIVEN_BY_OTHERS.search(text):
        return name
    if not fund or unit not in ("đồng", "đề án") or _FUND.search(text) or _names_fund(name) or _OF_NO_FUND.search(name):
        return name
    staged = _STAGED.fullmatch(name)
    if staged is not None:
        return f"kinh phí khuyến công {fund} {staged['stage']}"
    return name_with_fund(name or "kinh phí", fund)


def find_fund(text: str, quantity: Quantity, printed: str, name: str) -> str:
    """The fund (``quốc gia``, ``địa phương``) that the quantity's part of the sentence names, or "".

    Also "" for a name that tells its fund, its level or money of no fund itself.
    """
    start = max(text.rfind(mark, 0, quantity.start) for mark in (";", "(", ". "))
    ends = [at for mark in (";", "(", ")", ". ", "trong đó", "gồm") if (at := text.find(mark, quantity.end)) >= 0]
    funds = list(_FUND.finditer(text, start + 1, min(ends, default=len(text))))
    ahead = [f for f in funds if f.end() <= quantity.start and not _lies_aside(text, start, f.end(), quantity.start)]
    if ahead and _MINISTRY.search(text, ahead[-1].end(), quantity.start):
        return "" if _names_fund(name) else FUNDS["national"]  # "…, Bộ Công Thương phê duyệt 02 đề án"
    if ahead and _TOGETHER.search(text, ahead[-1].start(), quantity.start):
        return ""
    kinds = {f.lastgroup for f in (ahead or [f for f in funds if f.start() >= quantity.end])}
    if beside := fund_beside(text, quantity):
        kinds = {beside}
    if len(kinds) != 1 or "both" in kinds or _LEVEL.search(printed) or _OF_NO_FUND.search(name):
        return ""
    return "" if _FUND.search(name) or _names_fund(name) else FUNDS[kinds.pop() or "local"]


def fund_beside(text: str, quantity: Quantity) -> str:
    """The kind of fund (``national``, ``local``, ``both``) named right behind a quantity or right before it, or ""."""
    behind = _BEHIND.match(text, quantity.end)
    beside = behind is not None and quantity.unit == "đề án" and behind.start("fund") <= quantity.end + 1
    if behind and (beside or not re.match(r"\s*[\d:]", text[behind.end() :])):
        return _kind(behind)
    bare = re.match(r"\s+(quốc gia|địa phương)(?!\w)", text[quantity.end :], re.IGNORECASE)
    if bare and quantity.unit == "đề án":
        return _OF_PROJECTS[bare[1].lower()]
    before = _BEFORE.search(text[: quantity.start])
    return _kind(before) if before else ""


def sum_of_fund(text: str, quantity: Quantity, lead: str) -> str:
    """The fund as printed behind a sum with no name of its own: ``gồm 2 tỷ đồng từ ngân sách tỉnh``, or ""."""
    own = re.split(r"[(,;:]|\svà\s", lead)[-1]
    behind = _BEHIND.match(text, quantity.end)
    return behind["fund"] if behind and re.fullmatch(_NO_NAME, own, re.IGNORECASE) else ""


def _kind(found: re.Match[str]) -> str:
    return next(kind for kind in ("both", "national", "local") if found[kind])


def turn_fund(text: str, quantity: Quantity, before: list[Quantity], subject: str) -> str:
    """The name spoken of last, turned to the other fund where the sentence has gone over to that one since."""
    ahead = list(_FUND.finditer(text, max([q.end for q in before], default=0), quantity.start))
    kind = ahead[-1].lastgroup or "" if ahead else ""
    if kind not in _TURNS or _OF_NO_FUND.search(subject):
        return subject
    subject = _EITHER_IN_NAME.sub(f"khuyến công {FUNDS[kind]}", subject)
    if FUNDS[kind] in subject:
        return subject
    for one, other in _TURNS[kind]:
        subject = subject.replace(one, other)
    return subject


def without_rival_fund(name: str, other: str) -> str:
    """The name of things that two funds gave together: without its fund where ``other`` is of the other one."""
    for one, rival in (("quốc gia", "địa phương"), ("địa phương", "quốc gia")):
        if f"khuyến công {one}" in name and f"khuyến công {rival}" in other:
            return name.replace(f"khuyến công {one}", "khuyến công")
    return name


def name_together(text: str, quantity: Quantity, name: str) -> str:
    """A bare sum with the two programmes it is of: ``khuyến công địa phương và xúc tiến thương mại``."""
    found = list(_TOGETHER.finditer(text, 0, quantity.start))
    if not found or not _BARE_SUM.fullmatch(name) or re.search(r"tỷ|tỉ|triệu", text[found[-1].end() : quantity.start]):
        return name
    return f"{name} {found[-1]['one'].lower()} và {found[-1]['other'].lower()}"


def subject_of_both(names: list[str]) -> str:
    """What a sentence has spoken of whose last two sums were of one fund and the other: of both."""
    return without_rival_fund(names[-1], names[-2]) if len(names) > 1 else "".join(names)


def name_both_funds(name: str) -> str:
    """``khuyến công quốc gia, của tỉnh và huyện`` as ``khuyến công quốc gia và địa phương``."""
    return _BOTH_IN_NAME.sub(r"\g<fund> và địa phương", name)


def _names_fund(name: str) -> bool:
    return "quốc gia" in name or "địa phương" in name


def _lies_aside(text: str, opening: int, end: int, stop: int) -> bool:
    """Whether what ends at ``end`` lies in a long bracket, opened at ``opening``, that closes before ``stop``."""
    closing = text.find(")", end, stop)
    return text[opening : opening + 1] == "(" and closing - opening > _ASIDE_CHARS
