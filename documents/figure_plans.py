"""Whether a whole document tells of a plan just made, and which of its sentences look back from it.

``Kế hoạch khuyến công năm 2018 vừa được phê duyệt``: what follows is planned unless it is said to be done or
belongs to an earlier period. A period that lies ahead of the document's date plans too. The words of a
single sentence are ``figure_status.py``.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from documents.figure_periods import find_periods_in
from documents.figure_status import mask_not_cues, names_result, read_status
from documents.period_memory import NOW, PeriodInText, PeriodMemory
from documents.records import Block, Document, Figure, Period
from documents.sentences import find_sentences

_OPENING_BLOCKS = 4
_HEAD_BLOCKS = 8  # of the letterhead and the title
_PLAN_NUMBER = re.compile(r"(?<!\w)[Ss]ố\s*:?\s*\d*\s*/KH-[A-ZĐ]")
_ROUNDED = Decimal("0.05")  # how far a title's "hơn 210 tỷ" may lie from what it rounds
_WELL_AHEAD_DAYS = 300
_LATE_DAYS = 270  # a plan whose first nine months are over by the day of writing is being carried out
_PLAN = r"(?:kế\s+hoạch|chương\s+trình|đề\s+án|danh\s+mục|dự\s+toán|kinh\s+phí)"
_MADE = r"(?:ban\s+hành|phê\s+duyệt|thông\s+qua|duyệt|chấp\s+thuận|công\s+bố)(?!\w)"
_ISSUED = re.compile(
    rf"(?<!\w){_PLAN}(?!\w)[^.;:]{{0,110}}?(?:vừa|mới)\s[^.;:]{{0,90}}?{_MADE}"
    rf"|(?:vừa|mới)\s+(?:ký\s+|có\s+|ra\s+)?(?:quyết\s+định\s+(?:số\s+\S+\s+)?)?(?:{_MADE}\s+)+[^.;:]{{0,60}}?{_PLAN}(?!\w)"
    rf"|(?:vừa|mới)\s+(?:ban\s+hành|ký|có|ra)\s+quyết\s+định[^.;:]{{0,60}}?{_MADE}[^.;:]{{0,60}}?{_PLAN}(?!\w)"
    rf"|quyết\s+định\s+mới(?!\w)[^.;]{{0,80}}{_PLAN}(?!\w)"
    rf"|^\W*[^.;:]{{0,60}}(?:^|(?<!\w))(?:ký|ra|ban\s+hành)\s+(?:quyết\s+định|nghị\s+quyết)[^.;:]{{0,90}}?{_PLAN}(?!\w)"
    rf"|^[^.;]{{0,50}}(?<!\w){_MADE}\s[^.;:]{{0,40}}?{_PLAN}(?!\w)"
    rf"|(?<!\w){_PLAN}(?!\w)[^.;:]{{0,150}}?(?:lập|xây\s+dựng|soạn)\s+xong",
    re.IGNORECASE,
)
_CARRIED_OUT = re.compile(
    r"^\W*(?:thực\s+hiện|triển\s+khai|căn\s+cứ|sau|qua)(?!\w)|(?<!\w)(?:kết\s+quả|sơ\s+kết|tổng\s+kết|hoàn\s+thành|giải\s+ngân|"
    r"đến\s+nay|nghiệm\s+thu|quyết\s+toán)(?!\w)|(?<!\w)(?:sau|qua)\s+(?:\d|một|hai|ba|gần|hơn)",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"(?<!\w)(?:(?:những|mấy|nhiều|các|\d+|hai|ba|bốn|năm)\s+năm\s+(?:vừa\s+)?(?:qua|nay|gần\s+đây)|thời\s+gian\s+(?:vừa\s+)?qua|trước\s+đó|"
    rf"trước\s+đây|năm\s+ngoái|năm\s+trước|{NOW})(?!\w)",
    re.IGNORECASE,
)
_RESULT = re.compile(
    r"(?<!\w)(?:kết\s+quả|đến\s+nay|giải\s+ngân|nghiệm\s+thu|quyết\s+toán|đạt\s+được|tổng\s+kết|sơ\s+kết|"
    r"đã\s+(?:hỗ\s+trợ|tổ\s+chức|mở|đào\s+tạo|dạy|giúp|thực\s+hiện|triển\s+khai|hoàn\s+thành|xây\s+dựng|giải|nghiệm))(?!\w)",
    re.IGNORECASE,
)
_DONE = re.compile(rf"(?<!\w)(?:đã|{NOW}|kết\s+quả|tính\s+đến)(?!\w)", re.IGNORECASE)


def read_plan(document: Document, memory: PeriodMemory) -> Period | None:
    """The period of the plan that the document's title or opening says was just made, or None.

    Of a plan up to some year (``đến năm 2020``) the period begins with the document's date.
    """
    texts = _opening(document)
    formal = is_formal_plan(document)
    for text in texts:
        plain = text.replace(".", " ")  # within one sentence a dot is of "TP." or of a number
        titled = formal and text == document.source.title
        if not (titled or _ISSUED.search(plain)) or _CARRIED_OUT.search(plain):
            continue
        own = [p.period for p in find_periods_in(text, memory) if not (p.compared or p.passing)]
        period = own[0] if own else memory.frame
        if period is None or _is_under_way(period, memory.published):
            continue
        open_start = period.label.startswith("đến ")
        return Period(memory.published, period.end, period.label) if open_start else period
    return None


def looks_back(text: str, periods: Sequence[PeriodInText], plan: Period) -> bool:
    """Whether a sentence of such a document tells of what was before its plan, or of what was done."""
    own = [p.period for p in periods if not p.compared]
    earlier = bool(own) and own[0].end < plan.start
    return earlier or bool(_BACK.search(text)) or bool(_RESULT.search(mask_not_cues(text)))


def lies_ahead(text: str, period: Period, periods: Sequence[PeriodInText], memory: PeriodMemory) -> bool:
    """Whether a figure of that period is still a plan: the period begins after the document's date, or the
    sentence names it, it ends well after that date and nothing is said to be done. An undated document looks
    ahead with ``đến năm 2030`` where that is later than the year it names most."""
    if not memory.published:
        until = (
            period.label.startswith("đến năm") and not _DONE.search(text) and not _closes_series(text, period, periods)
        )
        return until and memory.anchor is not None and int(period.end[:4]) > memory.anchor
    if period.start > memory.published:
        return True
    named = any(p.period == period and not p.compared for p in periods)
    return named and _days(memory.published, period.end) > _WELL_AHEAD_DAYS and not names_result(text)


def _closes_series(text: str, period: Period, periods: Sequence[PeriodInText]) -> bool:
    """Whether a value of an earlier year stands right before: ``năm 2010 là 1.020 triệu đồng, đến năm 2014 là …``."""
    at = next((p.start for p in periods if p.period == period), 0)
    earlier = [p.end for p in periods if p.end <= at and p.period.end < period.start and not p.compared]
    told = re.fullmatch(r"[^,;.]*\d[\d.,]*[^,;.\d]*[,;]\s+", text[earlier[-1] : at]) if earlier else None
    return bool(told) and read_status(text) != "plan"


def follow_text(figures: Sequence[Figure], body: int, blocks: Sequence[Block] = ()) -> list[Figure]:
    """The figures, those of titles planned where the text, from offset ``body`` on, says so of the same amount.

    ``Hơn 210 tỷ đồng`` is the same amount as 214,5 billion đồng further down. A heading among ``blocks`` is a
    title of what stands below it, where place and time are the same too.
    """
    headings = [(block.start, block.end) for block in blocks if block.kind == "heading" and block.start >= body]
    below = [f for f in figures if f.start >= body and not _stands_in(f, headings)]
    told = []
    for figure in figures:
        titled = figure.start < body or _stands_in(figure, headings)
        same = below if figure.start < body else [f for f in below if f.start > figure.start and _same_scope(figure, f)]
        told.append(_as_told(figure, same) if titled and figure.status == "actual" else figure)
    return told


def _stands_in(figure: Figure, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= figure.start < end for start, end in spans)


def _same_scope(one: Figure, other: Figure) -> bool:
    return (one.place, one.period) == (other.place, other.period)


def _as_told(title: Figure, below: Sequence[Figure]) -> Figure:
    told = {f.status for f in below if _same_amount(title, f)}
    return replace(title, status="plan") if told == {"plan"} else title


def _same_amount(title: Figure, figure: Figure) -> bool:
    if title.unit != figure.unit or (title.upper is None) != (figure.upper is None):
        return False
    if title.qualifier in ("exact", "range"):
        return (title.value, title.upper) == (figure.value, figure.upper)
    return abs(figure.value - title.value) <= _ROUNDED * title.value


def _is_under_way(period: Period, published: str) -> bool:
    return (
        bool(published)
        and (period.end <= published or _days(period.start, published) > _LATE_DAYS)
        and not (period.label.startswith("đến ") and period.end > published)
    )


def _days(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def is_formal_plan(document: Document) -> bool:
    """Whether a document is an authority's plan, by its number (``214/KH-UBND``) or the word set over its title."""
    heads = [document.text[block.start : block.end] for block in document.blocks[:_HEAD_BLOCKS]]
    return any(_PLAN_NUMBER.search(head) or head.strip() == "KẾ HOẠCH" for head in heads)


def _opening(document: Document) -> list[str]:
    """The title and the first sentence of each of the first blocks."""
    title = [document.source.title] if " " in document.source.title else []
    blocks = [b for b in document.blocks if b.kind in ("paragraph", "item", "heading")][:_OPENING_BLOCKS]
    leads = [find_sentences(document.text, b.start, b.end)[:1] for b in blocks]
    return [*title, *(document.text[start:end] for lead in leads for start, end in lead)]
