"""The shapes of a comparison: plan against what was done, an average, two things at once, quantities given.

Each shape is a ``Plan`` of operands; ``plans`` gives the readings of one question, the likeliest first.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.activities import activities_asked
from assistant.contrasts import contrasts, sides_held, without_side
from assistant.figure_fit import neutral_words
from assistant.operand_units import unit_alone, unit_said
from assistant.operands import STANDINGS, Plan, clean_words, of_parting, of_slots
from assistant.operations import Operation, without_operations
from assistant.question_parts import partings, read_part
from assistant.question_slots import Question
from assistant.wording import holds, listed_words, spread
from documents.records import Period

_OF_MONEY = re.compile(r"(?<!\w)(?:tiền|kinh phí|vốn|ngân sách)(?!\w)")
_DONE = ("phân bổ", "giải ngân", "đợt", "kí", "kí hợp đồng", "hợp đồng")
_ALLOTTED = frozenset({"phân bổ", "đợt"})
_AVERAGE = re.compile(r"(?<!\w)(?:mỗi|một|per|each|từng) ([^,.?;:]+)", re.IGNORECASE)
_LASTING = frozenset({"năm", "tháng", "quý", "ngày", "kỳ", "kì", "tuần", "bên", "nguồn", "vùng", "nơi"})


_MEANT = frozenset(
    {"tính", "định", "dự định", "dự tính", "giờ", "họp", "hội nghị", "báo cáo", "nữa", "mới", "đủ", "thiếu"}
)
"""Words of planning and of the telling itself, which name nothing that is counted."""
_PARTLY = re.compile(r"mới (?:làm|thực hiện) được (?:một|có một) phần", re.IGNORECASE)
"""What says only that something is not all done, and names none of it."""


def plans(question: Question, asked: frozenset[Operation]) -> Iterator[Plan]:
    """The readings of a comparison, the likeliest first."""
    yield from _stated(question, asked)
    yield from _share_of_stated(question, asked)
    if asked & {"remaining", "difference", "compare", "ratio", "share", "larger"}:
        yield from planned_and_done(question, asked)
    slots = of_slots(question, asked)
    if slots is not None and len(slots.operands) > 2:
        yield slots
    if "sum" in asked:
        yield from _of_activities(question)
    told_apart = False  # what is planned of one time and done in another is no comparison of two plans
    for parting in partings(question):
        plan = of_parting(question, parting, asked)
        if plan is not None:
            told_apart = told_apart or bool(plan.standings)
            yield plan
    if slots is not None and not told_apart:
        yield slots
    if "share" in asked and slots is None:
        yield from _share_of_side(question)


def planned_and_done(question: Question, asked: frozenset[Operation]) -> Iterator[Plan]:
    """The plan of the year set against what was done, allotted or estimated of it."""
    text = question.whole if question.language == "vi" else question.text
    sides = any(all(sides_held(spread(text), pair)) for pair in contrasts())
    done = re.search(r"\bước\b|thực hiện|giải ngân|phân bổ|đã |chưa|từ đầu năm|làm hụt|làm được", text) is not None
    planned = re.search(r"kế hoạch|chỉ tiêu|được duyệt|được giao|\bsẽ\b|dự kiến|phấn đấu", text) is not None
    against = planned or "remaining" in asked
    if not (done or "remaining" in asked) or not against or sides or len(question.places) > 1:
        return
    years = {period.start[:4] for period in question.periods} | {period.end[:4] for period in question.periods}
    if len(years) != 1:
        return
    unit, counted = unit_alone(question, text)
    read = read_part(question, question.asked if question.language == "en" else _PARTLY.sub(" ", text))
    year = years.pop()
    words = tuple(word for word in clean_words(read.read.words) if word not in STANDINGS)
    told = tuple(word for word in words if word not in _DONE and word not in _MEANT)
    base = replace(
        question, text=read.read.text, subject=read.read.subject, unit=unit, counted=counted, unit_sure=True, stated=()
    )
    whole = Period(f"{year}-01-01", f"{year}-12-31", f"năm {year}")
    of_plan = _before_less(text, told)
    plan = replace(base, words=of_plan, status="plan", to_date=False, periods=(whole,))
    some, meant = frozenset({"estimate", "actual"}), frozenset({"plan"})
    if told != words:
        narrow = replace(base, words=words, status="unknown", to_date=False, periods=(whole,))
        for pair in contrasts():  # what was allotted is said of the funds named before it
            narrow = without_side(without_side(narrow, pair[0]), pair[1])
        yield Plan((plan, narrow), (None, None), "status", (meant, frozenset()))
        if _ALLOTTED & set(words):
            return  # what was allotted is not yet done
    part = replace(base, words=told, status="unknown", to_date=True)
    if all(period.start[5:7] != "01" for period in part.periods):  # what the rest of the year is to bring
        part = replace(part, periods=(whole,))
    yield Plan((plan, part), (None, None), "status", (meant, some))


def _before_less(text: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """The words that are said of the whole, before "trừ đi": what is taken away is said behind it."""
    whole, less, _ = text.lower().partition(" trừ ")
    own = tuple(word for word in words if holds(spread(whole), word)) if less else words
    return own or words


def average_plan(question: Question) -> Plan | None:
    """Money, or things counted, and the count shared among: "trung bình mỗi đề án"; None when none is named."""
    text = question.asked if question.language == "en" else question.whole
    for match in _AVERAGE.finditer(text):
        part = read_part(question, match.group(1))
        noun = next(iter(part.read.words), "")
        if not noun or match.group(1).split()[0].lower() in _LASTING:
            continue
        read = read_part(question, text)
        words = clean_words(read.read.words)
        head = noun.split(" khuyến công")[0]
        base = replace(question, text=read.read.text, subject=read.read.subject, stated=(), unit_sure=True)
        rest = tuple(word for word in words if word != noun)
        named = " ".join(rest)
        shared = replace(base, words=rest, unit="đồng", counted="", subject=f"tổng kinh phí thực hiện {noun} {named}")
        if question.counted and question.counted.split()[0] not in noun.split():
            shared = replace(base, words=rest, unit="", counted=question.counted, subject=named)
        count = replace(base, words=rest, unit="", counted=head, subject=f"số {noun} {named}")
        return Plan((shared, count), (None, None), "average", strict=True)
    return None


def two_things(question: Question, with_share: bool = False) -> Iterator[Plan]:
    """Two figures of different units asked in one question: "kinh phí và số đề án".

    ``with_share`` takes a percentage for one of them: "chi bao nhiêu tiền và đạt mấy phần trăm kế hoạch".
    """

    def differ(left: str, right: str) -> bool:
        one, other = unit_said(left), unit_said(right)
        return any(one) and any(other) and one != other and (with_share or "%" not in (one[0], other[0]))

    # an English side says its unit only once it is translated
    for parting in partings(question, differ if question.language == "vi" else None):
        left, right = parting.left, parting.right
        if not differ(left.read.whole, right.read.whole):
            continue
        units = [unit_said(part.read.whole) for part in (left, right)]
        lead = read_part(question, parting.frame).read if parting.frame else None
        operands = []
        for part, other, (unit, counted) in ((left, right, units[0]), (right, left, units[1])):
            own = [word for word in part.read.words if word not in neutral_words() | listed_words("money_words.txt")]
            words = part.read.words if own else (*part.read.words, *other.read.words)
            words = (
                (*lead.words, *words) if lead is not None else words
            )  # "máy móc của tỉnh: mấy đề án, kinh phí bao nhiêu"
            operands.append(
                replace(
                    question,
                    text=_led(lead, part.read.text if own else f"{part.read.text} {other.read.text}"),
                    subject=part.read.subject if own else f"{part.read.subject} {other.read.subject}",
                    words=tuple(word for word in clean_words(words) if word != "kinh phí"),
                    places=part.read.places or other.read.places or question.places,
                    periods=part.read.periods or other.read.periods or question.periods,
                    unit=unit,
                    counted=counted,
                    unit_sure=True,
                    stated=(),
                )
            )
        yield Plan(tuple(operands), (None, None), "units")


def _led(lead: Question | None, text: str) -> str:
    return f"{lead.text} {text}" if lead is not None else text


def _of_activities(question: Question) -> Iterator[Plan]:
    """Three activities or more to be added up, each a question of its own: "mô hình, máy móc, hội chợ gộp lại"."""
    activities = activities_asked(question)
    if len(activities) < 3:
        return
    unit, counted = unit_alone(question, question.whole if question.language == "vi" else question.text)
    base = replace(
        question,
        text=without_operations(question.text),
        words=clean_words(question.words),
        unit=unit,
        counted=counted,
        stated=(),
    )
    terms = [without_side(base, frozenset(activities) - {word}) for word in activities]
    yield Plan(tuple(terms), (None,) * len(terms), "words")


_MOST = re.compile(r"(?<!\w)(?:nhiều|cao|lớn)(?: \w+){0,2} nhất|highest|largest|(?<!at )most", re.IGNORECASE)
_LEAST = re.compile(
    r"(?<!\w)(?:ít|thấp|nhỏ)(?: \w+){0,2} nhất(?! (?:\d|một|hai|ba|bốn|năm) )|lowest|smallest|(?<!at )least",
    re.IGNORECASE,
)


def asks_extremes(question: Question) -> bool:
    """Whether the largest of several is set against the smallest: "mảng nhiều tiền nhất hơn mảng ít nhất bao nhiêu"."""
    text = question.asked if question.language == "en" else question.whole
    return _MOST.search(text) is not None and _LEAST.search(text) is not None


def extremes(question: Question, asked: frozenset[Operation]) -> Iterator[Plan]:
    """Three or more things named, of which the largest and the smallest are wanted."""
    yield from _of_activities(question)
    slots = of_slots(question, asked)
    if slots is not None and len(slots.operands) > 2:
        yield slots


def _share_of_side(question: Question) -> Iterator[Plan]:
    """One side of a contrast and both together: "khuyến công quốc gia chiếm mấy phần trăm" of all the money."""
    text = question.text if question.language == "en" or not question.carried else question.asked
    base = replace(question, text=without_operations(question.text), words=clean_words(question.words), stated=())
    for pair in contrasts():
        named = sides_held(spread(text), pair)
        if sum(named) == 1:
            part = without_side(base, pair[named.index(False)])
            part = replace(part, unit="đồng", counted="", unit_sure=True)
            whole = without_side(part, pair[named.index(True)])
            yield Plan(
                (part, replace(whole, text=f"tổng {whole.text}", subject=f"tổng {whole.subject}")),
                (None, None),
                "part",
            )


def _share_of_stated(question: Question, asked: frozenset[Operation]) -> Iterator[Plan]:
    """A part to be found and the sum that the question gives for its whole: "trong tổng 11,072 tỷ, phần A"."""
    words = clean_words(question.words)
    if "share" not in asked or len(question.stated) != 1 or not words or question.stated[0].unit in ("%", "năm"):
        return
    (told,) = question.stated
    if told.unit != "đồng" and _OF_MONEY.search(question.text.lower()):
        return  # the money of projects is no part of their number
    unit, counted = ("đồng", "") if told.unit == "đồng" else ("", told.unit)
    text = without_operations(question.text)
    base = replace(question, text=text, unit=unit, counted=counted, unit_sure=True, stated=())
    part, whole = replace(base, words=words), replace(base, words=())
    yield Plan((part, whole), (None, told), "share")


def _stated(question: Question, asked: frozenset[Operation]) -> Iterator[Plan]:
    """Two quantities of one unit that the question itself gives, to be found in the documents."""
    wanted = unit_alone(question, question.whole)
    for one, other in zip(question.stated, question.stated[1:], strict=False):
        fits = wanted[0] in ("%", one.unit) or wanted[1] == one.unit
        if one.unit == other.unit and one.value != other.value and asked and fits:
            unit = one.unit if one.unit in ("đồng", "%") else ""
            base = replace(
                question,
                text=without_operations(question.text),
                words=clean_words(question.words),
                unit=unit,
                counted="" if unit else one.unit,
                unit_sure=True,
                stated=(),
                to_date=False,
            )
            yield Plan((base, base), (one, other), "stated")
