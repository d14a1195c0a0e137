"""Which period a quantity of a sentence belongs to.

A year may be the figure's own, the year it is compared with, or a year in brackets that holds
for the brackets alone. How periods are written is ``periods.py``; what was named in earlier
sentences comes in as ``PeriodMemory``.
"""

import re
from dataclasses import replace

from documents.figure_comparisons import tells_change_over
from documents.period_memory import PeriodInText, PeriodMemory, is_some_month, is_within
from documents.periods import PeriodMention, find_period_mentions, resolve_period
from documents.records import Period, Quantity

_COMPARED = re.compile(
    r"(?:so\s+với|so\s+cùng|bằng|tương\s+đương|hơn|kém|từ\s+mức|cùng\s+kỳ|với)\s+(?:(?:kế\s+hoạch|thực\s+hiện|mức|dự\s+toán|kết\s+quả|số|cùng\s+kỳ|"
    r"giai\s+đoạn|kỳ|kì|đợt|lần(?:\s+bình\s+chọn)?|điều\s+chỉnh|đầu\s+năm|cuối|đầu|giữa|thời\s+điểm|cùng\s+thời\s+điểm|được\s+giao|tổng|trung\s+bình|bình\s+quân|kinh\s+phí|chỉ\s+tiêu|con\s+số|của|khuyến\s+công|ước)\s*){0,5}$"
    r"|(?:^|[,;(–-]\s*)so\s+với\s+(?:[^\W\d]+\s+){1,7}$"
    r"|bằng\s+(?:(?:khoảng|gần|hơn|chưa\s+đến)\s+)?(?:một\s+nửa|nửa|(?:một|hai|ba)\s+phần\s+\w+|\d+/\d+)\s+(?:so\s+với\s+|của\s+)?$",
    re.IGNORECASE,
)
_THAN = (
    r"(?:so\s+với\s+(?:mức\s+|con\s+số\s+|khoảng\s+|gần\s+|hơn\s+)*|"
    r"(?:nhiều|cao|ít|thấp|lớn|nhỏ)\s+hơn\s+(?:so\s+với\s+)?(?:mức|con\s+số)\s+(?:khoảng\s+|gần\s+|hơn\s+)*)"
)
_THAN_VALUE_OF = re.compile(rf"{_THAN}\d[\d.,]*\s+(?:[^\W\d]+\s+){{1,4}}?của\s+$", re.IGNORECASE)
"""Before the year of a value that another is set against: ``nhiều hơn con số 460 lao động của năm 2017``."""
_VALID_UNTIL = re.compile(r"(?:giá\s+trị|hiệu\s+lực|thời\s+hạn)(?:\s+sử\s+dụng)?\s+$", re.IGNORECASE)
_BESIDE = re.compile(r"trong\s+khi\s+(?:[^\W\d]+\s+){0,5}$", re.IGNORECASE)
_FOUNDED = re.compile(
    r"(?:thành\s+lập|ra\s+đời|ban\s+hành|khánh\s+thành)\s+(?:từ\s+|vào\s+|trong\s+)?(?:cuối\s+|đầu\s+|giữa\s+)?$",
    re.IGNORECASE,
)
_APPROVED = re.compile(r"(?:phê\s+duyệt|thông\s+qua|ký)\s+(?:từ\s+|vào\s+)?(?:cuối\s+|đầu\s+|giữa\s+)?$", re.IGNORECASE)
_WHOLE_STRETCH = re.compile(r"(?:cả|toàn|của)\s+(?:giai\s+đoạn|chương\s+trình|nhiệm\s+kỳ)", re.IGNORECASE)
_OF_WRITING = ("năm nay", "từ nay đến cuối năm")
_TASKS_AHEAD = re.compile(
    r"(?:tổng\s+kết|sơ\s+kết|đánh\s+giá)(?!\w).*(?<!\w)(?:triển\s+khai|phương\s+hướng|bàn|đề\s+ra|xây\s+dựng|định\s+hướng)"
    r"(?:\s+(?:nhiệm\s+vụ|kế\s+hoạch|công\s+tác|hoạt\s+động|khuyến\s+công|phương\s+hướng|giải\s+pháp|và|,)){1,5}\s*$",
    re.IGNORECASE | re.DOTALL,
)
"""The year that a meeting which sums up another one looks ahead to."""
_TITLED_AHEAD = re.compile(
    r"^\W*(?:báo\s+cáo\s+)?(?:kết\s+quả|tổng\s+kết|sơ\s+kết|đánh\s+giá|tình\s+hình)(?!\w).*[,;–-]\s*(?:và\s+)?"
    r"(?:phương\s+hướng|nhiệm\s+vụ|kế\s+hoạch|giải\s+pháp|định\s+hướng|chương\s+trình)(?:\s+[^\W\d]+){0,4}\s*$",
    re.IGNORECASE | re.DOTALL,
)
"""The months that a report's title looks ahead to: ``Kết quả 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2020``."""
_MOVED = re.compile(
    r"(?:chuyển(?:\s+tiếp)?|hoãn|lùi|dời|gác)\s+(?:lại\s+)?(?:sang|đến|tới)\s*$|(?:để|kéo\s+dài|thời\s+gian|thời\s+hạn|gia\s+hạn)\s+(?:lại\s+)?sang\s*$",
    re.IGNORECASE,
)


def find_periods_in(text: str, memory: PeriodMemory) -> list[PeriodInText]:
    """The periods of a sentence in order, resolved one by one against the memory; no single dates."""
    found: list[PeriodInText] = []
    running = memory
    for mention in find_period_mentions(text):
        if mention.kind == "date" or re.search(
            r"giá\s+(?:so\s+sánh|cố\s+định|hiện\s+hành|gốc)(?:\s+năm)?\s*$", text[: mention.start]
        ):
            continue
        if _VALID_UNTIL.search(text[: mention.start]) or _dates_event(text, mention.start, bool(found)):
            continue
        compared = _is_compared(text, mention)
        year = memory.anchor if mention.kind == "since" or mention.label in _OF_WRITING else running.year
        year = year or (None if mention.kind == "since" else running.year)
        base = _one_year(running.current, memory) if mention.kind == "same" else running.current
        period = resolve_period(mention, year, memory.published, base)
        if period is None:
            continue
        period = _since_the_start(text, period, memory)
        moved = bool(_MOVED.search(text[: mention.start]) or _BESIDE.search(text[: mention.start]))
        passing = (
            moved
            or mention.kind == "same"
            or (mention.kind == "shift" and mention.shift < 0 and mention.label != "năm qua")
            or (mention.label == "năm nay" and _holds_within(memory.frame, period))
            or mention.label == "từ nay đến cuối năm"
            or (bool(found) and _looks_ahead(text[: mention.start]))
        )
        found.append(PeriodInText(mention.start, mention.end, period, compared, passing, moved))
        if not compared and not passing:
            running = replace(running, current=period)
    return found


def _looks_ahead(before: str) -> bool:
    return _TASKS_AHEAD.search(before) is not None or _TITLED_AHEAD.search(before) is not None


def _since_the_start(text: str, period: Period, memory: PeriodMemory) -> Period:
    """``Đến hết tháng 6/2023 …, bằng 43% kế hoạch cả giai đoạn``: counted from where the document's stretch began."""
    frame = memory.frame
    if frame is None or not period.label.startswith("đến ") or not _WHOLE_STRETCH.search(text):
        return period
    counted = frame.start < period.start and period.end <= frame.end and period.end[5:] < "12-31"
    return replace(period, start=frame.start) if counted else period


def _dates_event(text: str, start: int, later: bool) -> bool:
    """Whether a year only dates a founding or a decree; an approval, where another period stands before it."""
    return bool(_FOUNDED.search(text[:start]) or (later and _APPROVED.search(text[:start])))


def _one_year(period: Period | None, memory: PeriodMemory) -> Period | None:
    """What ``cùng kỳ`` is the same stretch as: the period in force, or the title's where that spans years."""
    if period is None or period.start[:4] == period.end[:4] or memory.frame is None:
        return period
    return memory.frame if memory.frame.start[:4] == memory.frame.end[:4] else period


def _holds_within(frame: Period | None, year: Period) -> bool:
    """Whether the title tells of a stretch of that year, which ``năm nay`` then only names again."""
    return frame is not None and is_within(frame, year)


def _is_compared(text: str, mention: PeriodMention) -> bool:
    before = text[max(0, mention.start - 70) : mention.start]
    if re.match(r"so\s+với\s", text[mention.start : mention.end], re.IGNORECASE):
        return True
    if mention.kind == "same":
        return bool(before.strip(" ,.-–(")) and not re.search(r"[;.]\s*$", before)
    if mention.kind == "whole_year":
        return bool(
            re.search(
                r"(?:%|so\s+với|vượt|hoàn\s+thành|đạt|theo(?=\s+(?:kế\s+hoạch|chỉ\s+tiêu)))\s+(?:(?:kế\s+hoạch|chỉ\s+tiêu|dự\s+toán|mục\s+tiêu)\s*)?"
                r"(?:so\s+với\s+)?(?:(?:kế\s+hoạch|chỉ\s+tiêu|dự\s+toán|mục\s+tiêu)\s*)?$",
                before,
            )
        )
    if re.search(r"(?:gấp|bằng|tương\s+đương)\s+(?:\w+\s+)?[\d.,]+\s*(?:%|lần)\s*$", before, re.IGNORECASE):
        return True
    return bool(_COMPARED.search(before) or _THAN_VALUE_OF.search(before)) or bool(
        re.search(r"\d\s*%\s+(?:so\s+)?(?:kế\s+hoạch|dự\s+toán|chỉ\s+tiêu|mục\s+tiêu)\s*(?:của\s+)?$", before)
    )


def choose_period(
    text: str, quantity: Quantity, others: list[Quantity], periods: list[PeriodInText], memory: PeriodMemory
) -> Period | None:
    """The period that a quantity of the sentence belongs to; offsets are within ``text``."""
    beside = _compared_beside(text, quantity, periods)
    if beside is not None:
        return beside.period
    planned = _planned_in_brackets(text, quantity, memory)
    if planned is not None:
        return planned
    own = [p for p in periods if not p.compared]
    before = [
        p
        for p in own
        if p.end <= quantity.start
        and not _closed_off(text, p, quantity)
        and not (p.moved and re.search(r"[;,.]\s", text[p.end : quantity.start]))
    ]
    after = _attached(text, quantity, others, [p for p in own if not p.moved])
    if after is not None and re.fullmatch(r"\s*(?:trong|vào|của|ở)?\s*", text[quantity.end : after.start]):
        return after.period
    if after is not None and not (before and _same_clause(text, before[-1].end, quantity.start)):
        return after.period
    before = _without_other_clause(text, before, quantity, memory)
    if before:
        return before[-1].period
    later = [p for p in own if p.start >= quantity.end and not p.moved]
    if later and (memory.current is None or (len(own) == 1 and _reaches_back(text, quantity, later[0]))):
        return later[0].period
    return memory.current


def _without_other_clause(
    text: str, before: list[PeriodInText], quantity: Quantity, memory: PeriodMemory
) -> list[PeriodInText]:
    """The periods before a quantity without a month that only its own clause is of: ``vào tháng 7; đưa 12 cơ sở``."""
    while before:
        last = before[-1]
        wider = before[-2].period if len(before) > 1 else memory.current
        aside = is_some_month(last.period) and wider is not None and is_within(last.period, wider)
        if not aside or not re.search(r";\s", text[last.end : quantity.start]):
            break
        before = before[:-1]
    return before


_PLAN_MEASURED_BY = re.compile(
    r"%\s+(?:so\s+với\s+)?(?:kế\s+hoạch|dự\s+toán)\s*\(?\s*$|(?<!\w)(?:trên|trong)\s+(?:kế\s+hoạch|dự\s+toán)\s+$"
    r"|(?<!\w)(?:có|với)\s+kế\s+hoạch\s+(?:kinh\s+phí|vốn)(?!\w)[^,;.()\d]{0,50}\s(?:là|với|:)?\s*$",
    re.IGNORECASE,
)


def _planned_in_brackets(text: str, quantity: Quantity, memory: PeriodMemory) -> Period | None:
    """The whole year of the plan that months are measured by: ``9 tháng …, đạt 64,8% kế hoạch (13,8 tỷ đồng)``.

    So is that of ``5,4 tỷ đồng trên kế hoạch 11,8 tỷ đồng`` and ``trong tổng số 8,9 tỷ đồng được giao``.
    """
    current = memory.current
    before, behind = text[: quantity.start], text[quantity.end :]
    measured = _PLAN_MEASURED_BY.search(before) is not None
    given = re.search(r"(?:trên|trong)\s+(?:tổng\s+số\s+)?$", before) and re.match(r"\s+được\s+giao(?!\w)", behind)
    if current is None or not (measured or given):
        return None
    year = current.end[:4]
    partial = current.start == f"{year}-01-01" and current.end < f"{year}-12-31"
    return Period(f"{year}-01-01", f"{year}-12-31", f"năm {year}") if partial else None


_OWN_VALUE = re.compile(
    r"\s*(?:là|đạt|có|chỉ(?: có| là| đạt)?|được|thì|con số(?: này)? là)\s+(?:khoảng |gần |hơn |trên )?\d", re.IGNORECASE
)
"""What follows a period that has a value of its own: ``112 đề án, giai đoạn 2011-2015 là 85 đề án``."""


def _reaches_back(text: str, quantity: Quantity, period: PeriodInText) -> bool:
    """Whether the sentence's only period, at its end, holds for a quantity before it too."""
    gap = text[quantity.end : period.start]
    ahead = re.search(
        r"(?:kế\s+hoạch|phấn\s+đấu|mục\s+tiêu|dự\s+kiến|sẽ|giải\s+pháp|từ|kể|sau|trước|sang|so)\W+(?:\w+\s+){0,4}$",
        gap,
        re.IGNORECASE,
    )
    until = re.match(r"đến|tới", text[period.start :], re.IGNORECASE)
    if "," in gap and _OWN_VALUE.match(text[period.end :]):
        return False
    part = re.search(r"(?:trong\s+(?:số\s+)?đó|riêng|điển\s+hình|ví\s+dụ|chẳng\s+hạn)(?!\w)", gap, re.IGNORECASE)
    return not (re.search(r"[;:]\s|\.\s", gap) or "(" in gap or ahead or until or part)


def _compared_beside(text: str, quantity: Quantity, periods: list[PeriodInText]) -> PeriodInText | None:
    """The compared year whose own value this is: ``so với kế hoạch năm 2023 (186,5 tỷ đồng)``."""
    if tells_change_over(text, quantity):
        return None
    for period in reversed(periods):
        gap = text[period.end : quantity.start]
        if period.compared and re.fullmatch(r"\s*(?:của\s+[^,;().\d]{2,50})?\([^()]*", gap):
            return period
        if period.end <= quantity.start and re.fullmatch(
            r"\s*(?:\(|[-–:]|,?\s*là|\(\s*(?:là|đạt|khoảng|gần|hơn|trên|năm \d{4} là|"
            r"năm \d{4} đạt))\s*(?:đạt|khoảng|gần|hơn|trên)?\s*",
            gap,
        ):
            if period.compared or "(" in gap:
                return period
        elif period.compared and quantity.end <= period.start and _from_base(text, quantity, period):
            return period
    return None


def _from_base(text: str, quantity: Quantity, period: PeriodInText) -> bool:
    """``so với 186,5 tỷ đồng của năm 2023``: the value stands between the words and its year."""
    return bool(re.search(rf"{_THAN}$", text[: quantity.start], re.IGNORECASE)) and bool(
        re.fullmatch(r"\s*(?:của|trong|vào)?\s*(?:kế\s+hoạch\s+)?", text[quantity.end : period.start], re.IGNORECASE)
    )


def _closed_off(text: str, period: PeriodInText, quantity: Quantity) -> bool:
    """Whether the period stands in brackets that closed before the quantity."""
    opening = text.rfind("(", 0, period.start + 1)
    if opening < 0 or ")" in text[opening : period.start]:
        return False
    closing = text.find(")", period.end)
    if not 0 <= closing < quantity.start:
        return False
    return not re.fullmatch(r"\(?[^()]{0,24}", text[opening : period.start]) or bool(
        re.search(r"\d", text[opening : period.start] + text[period.end : closing])
    )


def _attached(text: str, quantity: Quantity, others: list[Quantity], own: list[PeriodInText]) -> PeriodInText | None:
    stop = min([q.start for q in others if q.start >= quantity.end], default=len(text))
    for period in own:
        if not quantity.end <= period.start < stop:
            continue
        between = text[quantity.end : period.start]
        bracketed = "(" in between and not text[period.end :].startswith(")")
        if bracketed or re.search(r"[;:,)]|\.\s", between):
            return None
        within = re.search(r"(?:trong|vào)\s*$", between) or re.match(r"(?:trong|vào)\s", text[period.start :])
        if quantity.unit == "%" and not within and between.strip():
            return None
        return period
    return None


def _same_clause(text: str, start: int, end: int) -> bool:
    return not re.search(r"[,;]\s", text[start:end].lstrip(", "))
