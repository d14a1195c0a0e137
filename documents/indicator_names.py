"""How the name of an indicator is put together from its pieces: money with what it is spent on, and its fund.

``tổng kinh phí hỗ trợ`` of ``đề án hỗ trợ máy móc`` is ``tổng kinh phí hỗ trợ máy móc``, as an officer
would head the row. No sentence is read here.
"""

import re

_WORK = r"(?:tiểu đề án|đề án|dự án|nhiệm vụ|nội dung)"
_OF_WORK = re.compile(rf"^{_WORK}\s+(?:(?:về|để|cho)\s+)?(?:các\s+)?")
_NO_PURPOSE = re.compile(
    r"(?:khuyến công|thuộc|của|từ|trong|được|còn lại|điểm|nhóm|do|đã|chuyển tiếp|nghiệm thu|quốc gia|địa phương|này|"
    r"trên|theo|với|có|đăng ký)(?!\w)"
)
_DONE_FOR_WORK = re.compile(
    rf"\s+(?:hỗ trợ\s+)?(?:để\s+)?(?:thực hiện|triển khai)?\s*(?:cho\s+)?(?:các\s+|những\s+)?{_WORK}$"
)
_FROM_FUND = re.compile(r"\s*(?:được hỗ trợ\s+)?từ nguồn(?: kinh phí| vốn| ngân sách)*(?: khuyến công)?$")
_BENEFICIARY = re.compile(r"(?:lượt )?(?:cơ sở|doanh nghiệp|hợp tác xã|hộ|tổ hợp tác|công ty|đơn vị)(?!\w)")
_BARE_MONEY = re.compile(r"(?:tổng\s+)?(?:nguồn\s+|mức\s+)?(?:kinh phí|số tiền|vốn)")
_BARE = re.compile(
    r"(?P<head>(?:tổng\s+)?(?:nguồn\s+)?(?:kinh phí|vốn)|(?:tổng số\s+)?đề án)(?:\s+khuyến công)?(?P<rest>\s+\w+)?"
)
_BARE_IN_NAME = re.compile(
    r"^(?:(?:tổng|kế hoạch|mức tăng|mức giảm|tỷ trọng|tỷ lệ thực hiện kế hoạch(?: năm)?|nguồn)\s+)*kinh phí"
    r"(?=$|\s+so với|\s+(?:ước )?thực hiện(?:$|\s+so với)|\s+bố trí$)"
)
_THEME, _THEME_MENTIONS = "khuyến công", 5
FUNDS = {"national": "quốc gia", "local": "địa phương"}


def name_of_money(money: str, topic: str) -> str:
    """The name of a sum of money that is spent on ``topic``, the name of things counted before it.

    A topic that says nothing (``đề án``) adds nothing; the fund behind its dash is kept.
    """
    bare, dash, fund = topic.partition(" – ")
    bare = _FROM_FUND.sub("", re.sub(r"\s*\(([^()]*)\)", r" \1", bare)).strip()
    if " " not in bare or re.fullmatch(_WORK, bare):
        return money + dash + fund
    purpose = _OF_WORK.sub("", bare)
    money = _DONE_FOR_WORK.sub("", money)
    if purpose == bare or _NO_PURPOSE.match(purpose):
        link = " hỗ trợ" if _BENEFICIARY.match(bare) and _BARE_MONEY.fullmatch(money) else ""
        return f"{money}{link} {bare}{dash}{fund}"
    if purpose.startswith("hỗ trợ "):
        money = re.sub(r"\s+hỗ trợ$", "", money)
    return f"{money} {purpose}{dash}{fund}"


def name_with_fund(name: str, fund: str) -> str:
    """The name with its fund, ``quốc gia`` or ``địa phương``: within a bare name, else behind a dash."""
    bare = _BARE.fullmatch(name)
    if bare:
        return f"{bare['head']} khuyến công {fund}{bare['rest'] or ''}"
    return f"{name} – nguồn khuyến công quốc gia" if fund == "quốc gia" else f"{name} – nguồn kinh phí địa phương"


def name_by_theme(name: str, theme: str) -> str:
    """The name with the theme of its document where it speaks of bare ``kinh phí``: ``mức tăng kinh phí so với …``."""
    return _BARE_IN_NAME.sub(rf"\g<0> {theme}", name) if theme else name


def theme_of(text: str) -> str:
    """``khuyến công`` for a document that is about it, or ""."""
    return _THEME if text.casefold().count(_THEME) >= _THEME_MENTIONS else ""


def name_of_bare_money(name: str, subject: str) -> str:
    """``kinh phí`` or ``kinh phí (đợt 1)`` said of the programme or fund that ``subject`` spoke of last."""
    found = re.fullmatch(r"(?P<head>(?:tổng\s+)?(?:nguồn\s+)?(?:kinh phí|vốn))(?P<part>\s+\(đợt \d+\))?", name)
    spoken = re.match(
        r"(?:tổng\s+)?(?:kế hoạch\s+)?(?:nguồn\s+)?(?:kinh phí|vốn) khuyến công(?: quốc gia| địa phương)?", subject
    )
    if not found or not spoken:
        return name
    if found["part"]:
        return spoken[0] + found["part"]
    return f"{found['head']} khuyến công"
