"""Every quantity of a document as a Figure: value, unit, indicator, place, period, status, span.

Sentences are read in order; what one sentence names (place, period, status) holds for the next
until something else is named. Tables are read by ``figure_tables.py``. Nothing is computed or
corrected here, and no rule knows a document.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from documents.bare_numbers import unit_apart
from documents.cap_subjects import read_topic
from documents.figure_comparisons import read_comparison
from documents.figure_frame import read_frame
from documents.figure_lists import find_unit_list, read_list_figures
from documents.figure_parts import PartMemory, open_part
from documents.figure_periods import choose_period, find_periods_in
from documents.figure_place_mentions import PlaceMemory, find_place_mentions
from documents.figure_places import choose_place, remember_places, start_paragraph
from documents.figure_plans import follow_text, is_formal_plan, lies_ahead, looks_back, read_plan
from documents.figure_status import choose_status
from documents.figure_tables import find_table, read_table_figures
from documents.indicator_funds import labelled_fund, subject_of_both, under_label
from documents.indicator_names import name_by_theme, theme_of
from documents.indicators import read_indicator
from documents.period_memory import (
    NUMBERED_PART,
    PeriodInText,
    PeriodMemory,
    leave_until_now,
    open_block,
    open_paragraph,
    remember_period,
    says_now,
)
from documents.quantities import find_malformed, read_quantities
from documents.records import Document, Figure, Period, Quantity, Section, Status
from documents.sentences import Sentence, read_sentences
from documents.spent_of_plan import name_in_role, role_of

_DURATIONS = {"năm", "tháng", "quý", "tuần", "ngày", "giờ", "phút", "giây", "tiết", "ca", "thập kỷ", "thế kỷ"}
_TIMED = re.compile(
    r"(?:thời\s+gian|thời\s+hạn|trong\s+vòng|không\s+quá|kéo\s+dài|tuổi\s+thọ|bảo\s+hành|chậm\s+nhất|tối\s+đa|tối\s+thiểu|ít\s+nhất|rút\s+ngắn)[^,;.]{0,40}$",
    re.IGNORECASE,
)
_CAP = re.compile(r"(?:tối\s+đa|không\s+quá|không\s+vượt\s+quá)(?:\s+(?:là|không\s+quá))?\s*$", re.IGNORECASE)
_CONTINUES = re.compile(r"[-+*•\s]*(?:theo đó|trong đó|cụ thể|bao gồm|gồm|trong số)\b|[-+*•]", re.IGNORECASE)
_ADDS_ON = re.compile(
    r"[-+*•\s]*(?:đặc biệt|ngoài ra|(?:bên )?cạnh đó|bên cạnh|đồng thời|cùng(?: với)? đó|song song(?: với đó)?)(?!\w)",
    re.IGNORECASE,
)
_SOURCE_OF_MONEY = re.compile(
    r"\W*(?:(?:phần|nguồn|vốn|kinh\s+phí|ngân\s+sách)\s+)*(?:khuyến\s+công\s+(?:quốc\s+gia|địa\s+phương|tỉnh)|ngân\s+sách|nguồn\s+vốn)(?!\w)",
    re.IGNORECASE,
)
_TOLD = re.compile(r"(?<!\w)(?:đã|cho\s+biết|cho\s+hay|chia\s+sẻ|kể|bộc\s+bạch)(?!\w)", re.IGNORECASE)
_ON_THE_DAY = re.compile(r"\W*(?:nhân\s+)?(?:dịp\s+này|cùng\s+ngày|chiều\s+cùng\s+ngày)(?!\w)", re.IGNORECASE)
"""What was done at the meeting itself, whatever outlook stands before it."""
_LEGAL_KINDS = ("law", "decree", "circular", "decision", "digest")


@dataclass(frozen=True, slots=True)
class _Memory:
    """What holds when a sentence begins; ``planned``: whether all figures of its block so far are, None of none.

    ``formal`` is the period of a plan that an authority laid down: each of its sections is planned that tells of no
    results itself.
    """

    places: PlaceMemory
    periods: PeriodMemory
    status: Status
    parts: PartMemory
    subject: str = ""
    topic: str = ""
    plan: Period | None = None
    planned: bool | None = None
    fund: str = ""
    formal: Period | None = None


def extract_figures(document: Document, sections: Sequence[Section] | None = None) -> list[Figure]:
    """The figures of a document in reading order; ``sections`` are not needed, only accepted."""
    frame = read_frame(document)
    legal = document.source.kind in _LEGAL_KINDS
    plan = None if legal else read_plan(document, frame.periods)
    usual: Status = "unknown" if legal else "actual" if plan is None else "plan"
    memory = _Memory(
        frame.places,
        frame.periods,
        usual,
        PartMemory(usual),
        plan=plan,
        formal=plan if is_formal_plan(document) else None,
    )
    figures: list[Figure] = []
    block = -1
    body = next((i for i, b in enumerate(document.blocks) if b.kind in ("paragraph", "item")), 0)
    sentences = read_sentences(document)
    at = 0
    while at < len(sentences):
        sentence = sentences[at]
        if rows := find_table(document, sentences, at):
            figures += read_table_figures(
                document, sentences[max(0, at - 2) : at], rows, memory.places, memory.periods, memory.parts.status
            )
            at += len(rows)
            continue
        opens = sentence.block != block
        if opens:
            memory = _open_block(document, sentence, memory, sentence.block < body)
            block = sentence.block
        found, memory = _read_sentence(document, sentence, memory, opens)
        figures += found
        at += 1
        if items := find_unit_list(document, sentences, at - 1):
            figures += read_list_figures(document, sentence, items, memory.places, memory.periods, memory.parts.status)
            at += len(items)
    theme = theme_of(document.text)
    told = [_with_fallback(f, frame.writing if says_now(f.sentence) else frame.fallback, theme) for f in figures]
    return follow_text(told, document.blocks[body].start if document.blocks else 0, document.blocks)


def _open_block(document: Document, sentence: Sentence, memory: _Memory, masthead: bool) -> _Memory:
    """The memory as a block begins with ``sentence``; titles above the text (``masthead``) open no part."""
    text = document.text[sentence.start : sentence.end]
    told = bool(_TOLD.search(text))
    periods = memory.periods if masthead else open_block(text, sentence.kind, memory.periods)
    parts = memory.parts if masthead else open_part(text, sentence.kind, memory.parts)
    plan = memory.plan
    if memory.formal is not None and not masthead and NUMBERED_PART.match(text):
        plan, parts = memory.formal, replace(parts, usual="plan")
    if _ON_THE_DAY.match(text):
        parts, periods = PartMemory("actual"), replace(periods, current=periods.frame or periods.current)
    adds = _SOURCE_OF_MONEY.match(text) and not find_periods_in(text, memory.periods)
    listed = memory.planned and _ADDS_ON.match(text)
    goes_on = (_CONTINUES.match(text) or adds or listed) and parts == memory.parts
    return _Memory(
        places=start_paragraph(memory.places),
        periods=open_paragraph(periods) if told else periods,
        status=memory.status if goes_on else parts.status,
        parts=parts,
        topic=memory.topic,
        plan=plan,
        planned=memory.planned if goes_on else None,
        fund=labelled_fund(text, memory.fund),
        formal=memory.formal,
    )


def figure_warnings(document: Document) -> list[str]:
    """One line (Vietnamese) for every number of the document that no reading makes sense of."""
    return [
        f"{document.id}: số viết sai “{printed}” tại vị trí {offset}, không đưa vào bảng số liệu"
        for printed, offset in find_malformed(document.text)
    ]


def _read_sentence(
    document: Document, sentence: Sentence, memory: _Memory, opens: bool
) -> tuple[list[Figure], _Memory]:
    """The figures of a sentence, and what holds after it; ``opens``: it is the first of its block."""
    text = document.text[sentence.start : sentence.end]
    quantities = [q for q in read_quantities(text) if _is_figure(text, q)]
    mentions = find_place_mentions(text, memory.places)
    memory = replace(memory, periods=leave_until_now(text, memory.periods))
    periods = find_periods_in(text, memory.periods)
    figures: list[Figure] = []
    memory = _leave_plan(text, periods, memory)
    judged: list[tuple[Quantity, Status]] = []
    subject, spoken = memory.subject, list[str]()
    for index, quantity in enumerate(quantities):
        others = quantities[:index] + quantities[index + 1 :]
        role = role_of(text, quantity, quantities[:index], quantities[index + 1 :])
        status, held = choose_status(text, quantity, judged, memory.status, memory.parts.status)
        if role:
            status, held = ("plan" if role == "planned" else "actual"), "actual"
        judged.append((quantity, held))
        following = quantities[index + 1] if index + 1 < len(quantities) else None
        comparison = read_comparison(text, quantity, following)
        before, after = quantities[:index], quantities[index + 1 :]
        indicator = read_indicator(text, quantity, before, after, comparison, subject, memory.topic)
        spent = subject if any(q.unit == "đồng" for q in before) else ""
        indicator = replace(indicator, name=name_in_role(role, indicator.name, spent))
        aside = role == "planned" or _stands_aside(text, quantity)
        if quantity.unit not in ("%", "lần") and indicator.name and not aside:
            subject = indicator.name
            spoken.append(subject)
        period = choose_period(text, quantity, others, periods, memory.periods)
        ahead = period is not None and lies_ahead(text, period, periods, memory.periods)
        unit = unit_apart(text, quantity, after)
        figures.append(
            Figure(
                id=f"{document.id}:f{sentence.start + quantity.start}-{sentence.start + quantity.end}",
                document=document.id,
                start=sentence.start + quantity.start,
                end=sentence.start + quantity.end,
                sentence_start=sentence.start,
                sentence_end=sentence.end,
                sentence=text,
                text=quantity.text,
                value=quantity.value,
                unit=quantity.unit,
                qualifier=quantity.qualifier,
                indicator=indicator.printed,
                indicator_name=under_label(indicator.name, text, quantity.unit, memory.fund),
                place=choose_place(text, quantity, others, mentions, memory.places),
                period=period,
                status=_settle(status, text, quantity, document, ahead),
                comparison=comparison.text,
                upper=quantity.upper,
                unit_words=unit.words if unit is not None else "",
                unit_at=sentence.start + unit.start if unit is not None else 0,
            )
        )
    if sentence.kind == "caption":
        return figures, memory
    heading = sentence.kind == "heading"
    places = remember_places(text, mentions, memory.places, heading)
    open_ones = [s for q, s in judged if not _in_brackets(text, q)]
    carried: Status = open_ones[-1] if open_ones and open_ones[-1] in ("plan", "estimate") else memory.parts.status
    then = remember_period(text, periods, memory.periods, heading, quantities, opens, sentence.kind == "item")
    topic = read_topic(text, opens, memory.topic)
    subject = subject_of_both(spoken) or subject
    planned = memory.planned is not False and all(s == "plan" for _, s in judged) if judged else memory.planned
    return figures, replace(
        memory, places=places, periods=then, status=carried, subject=subject, topic=topic, planned=planned
    )


def _leave_plan(text: str, periods: Sequence[PeriodInText], memory: _Memory) -> _Memory:
    """The memory without the document's plan, once a sentence looks back from it or tells of results."""
    if memory.plan is None or not looks_back(text, periods, memory.plan):
        return memory
    parts = replace(memory.parts, usual="actual")
    return replace(memory, plan=None, parts=parts, status=parts.status)


def _stands_aside(text: str, quantity: Quantity) -> bool:
    """Whether a quantity is told beside another one: in brackets, or ``88,4 tỷ đồng/190 đề án``."""
    return _in_brackets(text, quantity) or bool(re.search(r"[^\W\d]\s?/\s?$", text[: quantity.start]))


def _in_brackets(text: str, quantity: Quantity) -> bool:
    opening = text.rfind("(", 0, quantity.start)
    return opening >= 0 and ")" not in text[opening : quantity.start]


def _is_figure(text: str, quantity: Quantity) -> bool:
    """Whether a quantity is a figure: a stretch of time is one only where it is measured."""
    if quantity.unit not in _DURATIONS:
        return True
    return bool(_TIMED.search(text[: quantity.start]))


def _settle(status: Status, text: str, quantity: Quantity, document: Document, ahead: bool) -> Status:
    """The status as far as the document can know it.

    A law achieves nothing, a cap (``tối đa 300 triệu``) is nobody's result, and what lies after the
    day of publication is still a plan.
    """
    if status != "actual":
        return status
    if document.source.kind in _LEGAL_KINDS:
        return "unknown"
    if ahead:
        return "plan"
    capped = _CAP.search(text[: quantity.start]) and not re.search(r"(?<!\w)đã(?!\w)", text[: quantity.start])
    return "unknown" if capped else status


def _with_fallback(figure: Figure, fallback: Period | None, theme: str) -> Figure:
    """The figure with what only the whole document tells: its period and what bare money is for."""
    name = name_by_theme(figure.indicator_name, theme)
    return replace(figure, period=figure.period or fallback, indicator_name=name)
