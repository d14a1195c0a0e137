"""The unit that a question asks its number in, or the noun whose count it asks for.

It reads the words around "bao nhiêu"; whether the documents count that noun is not its business.
"""

import csv
import re
from functools import cache

from assistant.english import head_noun
from assistant.patterns import opening, whole
from assistant.wording import DATA, content_words

_SPENDING = re.compile(
    r"\b(?:hỗ trợ|cấp|giao|chi|tiêu|tốn|ngốn|xài|rót|bỏ ra|giải ngân|thu về|thu được|hết|mất|dành|đầu tư|trả|"
    r"trị giá|thưởng|cho)\b"
    r"[^,.;?]{0,24}?\bbao nhiêu\s*(?:$|[?.,;]|(?:thì|cho|để|từ|ở|vậy|thế|nhỉ|ạ|hả|một|mỗi|trên|trong|rồi)\b)"
)


@cache
def _units_asked() -> tuple[tuple[str, str], ...]:
    with (DATA / "units_asked.csv").open(encoding="utf-8", newline="") as lines:
        return tuple((row["cue"], row["unit"]) for row in csv.DictReader(lines))


_MONEY_NOUNS = frozenset({"tiền", "kinh phí", "khuyến công", "ngân sách", "nguồn vốn", "vốn", "nguồn lực"})


_CLAUSE_FOLLOWS = re.compile(r"(?:mới (?:được|đủ|đạt|có|là)|thì|để|mà|nếu|khi|chưa|nữa|đã)(?!\w)")
"""What follows "bao nhiêu" without being counted: "đạt bao nhiêu mới được công nhận"."""
_COUNT_TAKEN = re.compile(
    r"(?<!\w)chiếm (?:bao nhiêu|mấy)(?: trong)? (?:đề án|dự án|cơ sở|doanh nghiệp|sản phẩm|lao động|người|mô hình|"
    r"gian hàng|huyện|xã|tỉnh|hợp tác xã|lớp)(?!\w)(?!.*(?:phần trăm|%|tỷ lệ|tỉ lệ))"
)
"""Things counted, whose share is not asked for: "ngành dừa chiếm bao nhiêu đề án"."""
_COUNTS_APART = re.compile(
    r"(?<!\w)số (?:lượng )?"
    r"(?P<noun>đề án|cơ sở|lao động|sản phẩm|mô hình|doanh nghiệp|gian hàng|hợp đồng|lớp|tỉnh)(?!\w)"
    r".*(?<!\w)(?:hơn|kém|chênh|lệch|tăng|giảm)(?!\w).*(?<!\w)bao nhiêu(?=\W*$)"
)
"""Numbers of things set apart without the thing said again: "số cơ sở dự kiến nhiều hơn số đã hỗ trợ bao nhiêu"."""
_MONEY_SAID = re.compile(r"(?<!\w)(?:tiền|kinh phí|vốn|ngân sách|đồng|tỷ|tỉ|triệu|phần trăm|tỷ lệ|tỉ lệ)(?!\w)|%")
_WORKERS = re.compile(
    r"\blao động\b.*\btừ (?:mấy|bao nhiêu) người\b|"
    r"\b(?:mấy|bao nhiêu) người (?:làm|lao động|thợ|công nhân)(?! (?:chủ|việc với|đại diện))\b"
)
_SPAN = re.compile(r"\b(?:mấy|bao nhiêu) (?:tháng đầu|tháng qua|tháng cuối|năm qua|năm gần đây|năm nay|tháng nay)\b")


def unit_asked(text: str) -> tuple[str, str]:
    """The base unit asked for and the noun counted: ("đồng", ""), ("%", ""), ("", "cơ sở") or ("", "")."""
    text = re.sub(r"(?<=bao nhiêu) (?:1|/) ?(?=[^\W\d])", " một ", text)  # "tối đa bao nhiêu 1 mô hình"
    lowered = _SPAN.sub(" ", re.sub(r"(?<=mấy) (?:cái|chiếc|ông|vị|bà) (?=\w)", " ", text.lower()))
    lasting = re.search(
        r"(?:mấy|bao nhiêu) (năm(?! (?:19|20)\d\d)|tháng(?! \d)|ngày(?! \d)|tuần|lần|điểm(?! phần trăm| %)|tuổi|"
        r"giờ|người)\b",
        lowered,
    )
    if lasting:
        return "", "lao động" if _WORKERS.search(lowered) else lasting.group(1)
    apart = _COUNTS_APART.search(lowered) if _MONEY_SAID.search(lowered) is None else None
    if apart is not None:
        return "", apart["noun"]
    if any(unit == "%" and _stands(cue, lowered) for cue, unit in _units_asked()) and not _COUNT_TAKEN.search(lowered):
        return "%", ""
    following = _after_how_many(lowered)
    told = _read_following(following) if following else None
    if told is not None:
        return told
    for cue, unit in _units_asked():
        if _stands(cue, lowered):
            return unit, ""
    if _SPENDING.search(lowered):
        return "đồng", ""
    return "", ""


MUCH_MONEY = (
    r"(?<![Bb]y )how much(?! of (?:the|an?|its|their) "
    r"(?!\w*\s?(?:budget|money|funds?|funding|plan|allocation|expenditure)\b))"
)
"""Money asked for in English; "how much of the airfare" and "by how much" may be a share."""
_LASTING_EN = {"days": "ngày", "months": "tháng", "years": "năm", "weeks": "tuần", "hours": "giờ"}
_COUNTED = re.compile(r"\b(?:how many|number of)\s+([^,.;:?]+)")
_HOW_MANY_OF = re.compile(r"how many of (?:the |its |their )?(?:[^,.;?]{1,40}?['’]s )?(?=\w)", re.IGNORECASE)
_MORE_OF = re.compile(
    r"\b(?:which|what|who)\b[^,.;:?]*?\b(?:more|fewer|the most|the fewest)\s+"
    r"(?!(?:than|on|in|for|of|money|funds?|funding|to|or)\b)([^,.;:?]+)"
)
"""What is counted on two sides: "which region helped more rural establishments"."""
_NOUN_ENDS = re.compile(
    r"(?<=\w)\s(?:helping|supporting|using|applying|involving|covering|assisting|getting|taking|joining|receiving|up|"
    r"at|of|in|for|to|from|by|with|on|under|during|which|that|who|did|does|do|must|should|shall|may|were|was|are|is|have|has|had|will|can|"
    r"could|would|received?|gets?|got|took|takes?|participated?|joined|attended|benefite?d?|make|makes|made|\w+ed)\s"
)


def unit_asked_in_english(asked: str, translated: str) -> tuple[str, str]:
    """The unit or the counted noun of an English question, of which ``translated`` is the Vietnamese.

    In English the noun stands last: "how many typical rural products".
    """
    asked = _HOW_MANY_OF.sub("how many ", asked)
    counted = _COUNTED.search(asked.lower()) or _MORE_OF.search(asked.lower())
    if counted:
        head = _NOUN_ENDS.split(f" {counted[1]} ", maxsplit=1)[0].strip()
        lasting = _LASTING_EN.get(head.split()[-1] if head else "")
        if lasting:
            return "", lasting
        return "", head_noun(head)
    if "how much of" in asked.lower() and re.search(MUCH_MONEY, asked.lower()) is None:
        return "", ""
    return unit_asked(translated)


def _stands(cue: str, lowered: str) -> bool:
    return whole(cue).search(lowered) is not None


def _after_how_many(lowered: str) -> str:
    """What follows "bao nhiêu", "số" at the start, or stands in "nhiều ... hơn"; "" when nothing does."""
    for pattern in (
        r"\b(?:bao nhiêu|mấy|how many|số lượng)\s+([^,.?;]+)",
        r"(?:^|[:;,] )(?:vậy |thế )?(?:tổng |con )?số\s+"
        r"(?!(?:tiền|kinh phí|kế hoạch|dự toán|vốn|liệu|này|đó|ấy|cao|thấp|lớn|nhỏ|là|chốt|cụ thể)(?!\w))([^,.?;]+)",
        r"\bnhiều\s+(?!hơn)([^,.?;]+?)\s+hơn\b",
    ):
        matched = re.search(pattern, lowered)
        if matched:
            return matched.group(1)
    return ""


def _read_following(following: str) -> tuple[str, str] | None:
    """The unit or the counted noun that opens the words after "bao nhiêu"; None when neither does."""
    for cue, unit in _units_asked():
        first = cue.removeprefix("bao nhiêu").removeprefix("mấy").strip()
        if first and opening(first).match(following):
            return unit, ""
    if _CLAUSE_FOLLOWS.match(following):
        return None
    if re.match(r"nguồn(?! (?:vốn|tiền|kinh phí|lực))(?!\w)", following):
        return "", "nguồn"
    if re.match(r"tỉnh,? thành(?! lập)(?!\w)", following):
        return "", "tỉnh"
    words = content_words(following)
    if words and words[0] in _MONEY_NOUNS:
        return "đồng", ""
    if words and not following.startswith(("là ", "so ")) and following.lstrip().startswith(words[0]):
        return "", words[0]
    return None
