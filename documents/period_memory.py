"""Which period holds when a sentence, a paragraph or a numbered part of a document begins.

A document has a period of its own (its title's or its lead's). Headings change it for what stands
under them; a year said in passing, a series of years or the year of one example rules its own
paragraph at most. Which quantity takes which period is ``figure_periods.py``.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from documents.letters import UPPER
from documents.records import BlockKind, Period, Quantity

NUMBERED_PART = re.compile(r"(?:phần\s+)?(?:thứ\s+\w+|(?-i:[IVX]{1,5}|[A-E]))\s*[.:)\-–]\s", re.IGNORECASE)
_TITLE_LINE = re.compile(
    r"\s*(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ])\s*[.)]\s+(?!.*\d\s*(?:%|tỷ|tỉ|triệu|nghìn))[^.;:]{2,110}\s*"
)
_GOES_ON = re.compile(r"[-+*•\s]*(?:theo\s+đó|trong\s+đó|cụ\s+thể|bao\s+gồm|gồm|trong\s+số)\b", re.IGNORECASE)
_EXAMPLE = re.compile(
    r"\W*(?:một\s+trong\s+(?:những|số)|chẳng\s+hạn|điển\s+hình|ví\s+dụ|đơn\s+cử|tiêu\s+biểu|có\s+thể\s+kể)\b",
    re.IGNORECASE,
)
_SPEAKER = re.compile(rf"\W*(?:theo\s+)?(?:ông|bà|đồng\s+chí)\s+(?-i:[{UPPER}])", re.IGNORECASE)
"""A paragraph that tells what one person says, whose stretch of years is not that of the next."""
NOW = (
    r"(?<!\w)(?<!thực\s)(?<!thể\s)(?<!phát\s)(?<!xuất\s)(?<!biểu\s)(?<!tái\s)(?<!hiển\s)(?<!ẩn\s)"
    r"hiện(?!\w)(?!\s+(?:đại|hữu|trạng|vật|tượng|hình|diện|thân|kim|trường|thực(?!\s+hiện)))"
)
"""``hiện`` as "now", and in no compound that only holds the word."""
_NOW = re.compile(rf"[-+*•\s]*{NOW}", re.IGNORECASE)
_THOSE_YEARS = re.compile(
    r"\W*(?:(?:trong|suốt|qua|sau)\s+)?(?:\d{1,2}|hai|ba|bốn|năm|mười)\s+năm\s+(?:ấy|đó|này|qua)(?!\w)", re.IGNORECASE
)
"""``Mười năm ấy …``: the years that the page as a whole tells of."""
_HEAD_CHARS = 25  # a period that begins later than this does not open its sentence


@dataclass(frozen=True, slots=True)
class PeriodMemory:
    """What earlier sentences settled: the period in force.

    ``frame`` is the title's period, ``published`` the document's date, ``anchor`` the year it was
    written in as far as it tells, ``past`` the last period that had begun by ``published``;
    ``headed`` says that a heading set the period in force, ``section`` is the period that the last
    numbered heading (``II. Kế hoạch năm 2013``) names for all under it; ``topic`` says
    that a block opened with the period in force, ``listed`` that an item of a list did, ``told`` is the last period
    that a sentence opened with.
    """

    current: Period | None = None
    frame: Period | None = None
    published: str = ""
    anchor: int | None = None
    past: Period | None = None
    headed: bool = False
    section: Period | None = None
    topic: bool = False
    told: Period | None = None
    listed: bool = False

    @property
    def year(self) -> int | None:
        return int(self.current.end[:4]) if self.current else None


@dataclass(frozen=True, slots=True)
class PeriodInText:
    """A resolved period of a sentence.

    ``moved`` is a period that something is put off to (``hoãn sang năm sau``): it rules its clause.

    ``compared`` when it is only what others are measured by; ``passing`` when it rules its own
    sentence but not the next (``Cùng kỳ năm 2016, …``, ``Năm ngoái, …``).
    """

    start: int
    end: int
    period: Period
    compared: bool
    passing: bool = False
    moved: bool = False


def remember_period(
    text: str,
    periods: list[PeriodInText],
    memory: PeriodMemory,
    heading: bool = False,
    quantities: Sequence[Quantity] = (),
    opens: bool = False,
    item: bool = False,
) -> PeriodMemory:
    """The memory after a sentence (or heading) has been read: its last own period outside brackets.

    ``opens`` says that the sentence is the first of its block: a single period named there before
    any quantity is what the text now tells of, and holds for the next block too; ``item`` that it is one of a list.
    """
    own = [p for p in periods if not (p.compared or p.passing) and (heading or not _in_long_brackets(text, p))]
    if not heading:
        own = [p for p in own if not _told_aside(text, p, own, memory, quantities)]
    if len(own) > 2 and all(is_within(p.period, own[0].period) for p in own[1:]):
        own = own[:1]  # a span broken down into its years
    numbered = heading and bool(NUMBERED_PART.match(text))
    if heading and not own:
        section = None if numbered else memory.section
        return replace(memory, current=section or memory.frame or memory.current, section=section)
    if not own:
        return memory
    begun = not memory.published or own[-1].period.start <= memory.published
    past = own[-1].period if begun else memory.past
    section = own[-1].period if numbered else memory.section
    wider = memory.frame is not None and is_within(memory.frame, own[0].period) and not _opens_sentence(text, own[0])
    said = bool(_SPEAKER.match(text)) and _spans_years(own[0].period)
    told = opens and len(own) == 1 and not (_EXAMPLE.match(text) or said) and not wider
    opened = _opens_sentence(text, own[0]) or not is_some_month(own[0].period)
    topic = told and opened and all(own[0].end <= q.start for q in quantities)
    spoken = own[-1].period if topic or heading or _opens_sentence(text, own[-1]) else memory.told
    if not (opens or heading) and memory.told is not None and spoken is not None and spoken.end < memory.told.start:
        spoken = memory.told  # a look back at an earlier year: "Hồi năm 2012, cả tỉnh mới có ..."
    listed = item and opens
    return replace(
        memory,
        current=own[-1].period,
        past=past,
        headed=heading,
        section=section,
        topic=topic,
        told=spoken,
        listed=listed,
    )


def _told_aside(
    text: str, period: PeriodInText, own: list[PeriodInText], memory: PeriodMemory, quantities: Sequence[Quantity]
) -> bool:
    """Whether a period only dates an event: nothing counted follows it, and another one is in force."""
    if not quantities:
        narrower = memory.current is not None and is_within(period.period, memory.current)
        return narrower and not _opens_sentence(text, period)
    behind = [q for q in quantities if q.start >= period.end]
    dates_only = not behind and not _opens_sentence(text, period)
    ruling = memory.current if own[0] is period else own[0].period
    if dates_only and ruling is not None and is_within(period.period, ruling):
        return True  # "..., đã nghiệm thu trong tháng 11"
    return not behind and own[0] is not period and bool(re.search(r"[,;]\s", text[quantities[-1].end : period.start]))


def _opens_sentence(text: str, period: PeriodInText) -> bool:
    return period.start <= _HEAD_CHARS and "," not in text[: period.start]


def open_block(text: str, kind: BlockKind, memory: PeriodMemory) -> PeriodMemory:
    """The memory as a block begins whose first sentence is ``text``.

    A short numbered line (``2. Kết quả theo từng nội dung``) is a heading without a year. A part of
    the document's stretch, and a year before it, do not outlast the block that named them unless
    they were what the block told of; nor does a longer stretch that is still running.
    """
    own, current = memory.section or memory.frame, memory.current
    told = memory.told
    narrowed = current is not None and told is not None and is_within(current, told)
    looked_back = current is not None and told is not None and current.end < told.start
    widened = current is not None and told is not None and _spans_years(current) and is_within(told, current)
    if own is None and (
        ((narrowed or widened) and kind == "paragraph") or (looked_back and kind in ("paragraph", "item"))
    ):
        return replace(memory, current=told)  # an untitled page: back to what its last block told of
    if own is None or current is None or kind in ("table", "caption") or current == own:
        return memory
    if kind == "paragraph" and memory.listed and is_within(current, own):
        return replace(memory, current=own, listed=False)  # a list of years is over
    if kind == "item" and memory.listed and is_some_month(current) and is_within(current, own):
        return replace(memory, current=own, listed=False)  # the month of one thing to do is not that of the next
    if kind == "item" and _TITLE_LINE.fullmatch(text):
        return replace(memory, current=own, headed=False, topic=False)
    running = _spans_years(current) and current.start <= memory.published < current.end
    if running and not memory.headed and is_within(own, current):
        return replace(memory, current=own)
    if _spans_years(own) and current.end < own.start and not memory.headed:
        return replace(memory, current=own)  # a look back before the years that the page tells of
    if memory.headed or memory.topic or _GOES_ON.match(text):
        return memory
    if memory.frame is not None and is_within(memory.frame, current) and memory.told != current:
        return replace(memory, current=own)  # the whole year said in passing on a page of half of it
    year = own.end[5:] == "12-31" and not _spans_years(own)
    over = current.end < own.start or (is_within(current, own) and (not year or is_some_month(current)))
    return replace(memory, current=own) if over else memory


def says_now(text: str) -> bool:
    """Whether a sentence opens with the day it was written on: ``Hiện nay, toàn tỉnh có …``."""
    return bool(_NOW.match(text))


def leave_until_now(text: str, memory: PeriodMemory) -> PeriodMemory:
    """The memory as a sentence begins: what is said of now is not of the years until now (``từ năm 2016 đến nay``)."""
    current = memory.current
    if memory.frame is not None and _spans_years(memory.frame) and _THOSE_YEARS.match(text):
        return replace(memory, current=memory.frame)
    if current is None or not (says_now(text) and _spans_years(current) and current.label.endswith("đến nay")):
        return memory
    return replace(memory, current=memory.frame)


def _spans_years(period: Period) -> bool:
    return period.start[:4] < period.end[:4]


def is_some_month(period: Period) -> bool:
    """Whether a period is a month or a quarter by itself, not the year as far as it has gone."""
    return period.start[:4] == period.end[:4] and period.start[5:] != "01-01"


def open_paragraph(memory: PeriodMemory) -> PeriodMemory:
    """The memory as a paragraph that tells of results begins: an outlook before it no longer rules."""
    current = memory.current
    if current is None or memory.headed or not memory.published or current.start <= memory.published:
        return memory
    return replace(memory, current=memory.past or memory.frame)


def is_within(inner: Period, outer: Period) -> bool:
    return inner != outer and outer.start <= inner.start and inner.end <= outer.end


def _in_long_brackets(text: str, period: PeriodInText) -> bool:
    opening = text.rfind("(", 0, period.start)
    if opening < 0 or ")" in text[opening : period.start]:
        return False
    closing = text.find(")", period.end)
    return closing < 0 or closing - opening > (period.end - period.start) + 12
