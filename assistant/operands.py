"""The two or more things that a question sets against each other, each as a question of its own.

A side takes over what it leaves unsaid: in "khuyến công địa phương phía Bắc năm 2024 hơn quốc gia bao nhiêu"
the second side is of the same place and year. Nothing is looked up here.
"""

import re
from dataclasses import dataclass, replace
from itertools import product

from assistant.contrasts import contrasted, contrasts, without_side
from assistant.figure_fit import neutral_words
from assistant.operand_units import quantity_of, unit_alone, unit_shared, with_money
from assistant.operations import Operation, without_operations
from assistant.question_parts import Part, Parting, read_part
from assistant.question_slots import Question
from assistant.wording import content_words, holds, spread
from documents.records import Period, Quantity

_CHANGE_BETWEEN = re.compile(
    r"(?<!\w)từ (?:năm )?(?:19|20)\d\d (?:đến|tới) (?:năm )?(?:19|20)\d\d.*(?:tăng|giảm|thay đổi|chênh|biến động)|"
    r"(?:tăng|giảm|thay đổi|chênh|biến động).*(?<!\w)từ (?:năm )?(?:19|20)\d\d (?:đến|tới) (?:năm )?(?:19|20)\d\d",
    re.IGNORECASE,
)
_SPAN = re.compile(r"\b((?:19|20)\d\d)\s?[-–]\s?((?:19|20)\d\d)$")
STANDINGS = frozenset(
    {"kế hoạch", "chỉ tiêu", "dự kiến", "ước", "ước thực hiện", "ước đạt", "thực hiện", "giải ngân", "giao"}
)
_OF_ONE_SIDE = frozenset({"đề xuất", "đề nghị", "đăng kí", "được duyệt", "duyệt", "phê duyệt", "được giao"})
"""How far one side's money has come, which says nothing of the other's: "mức A đề xuất, mức B đã được duyệt"."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What to look up for one reading of a comparison: a question for each operand, in order.

    ``stated`` holds for each operand the quantity that the question itself gives for it, or None;
    ``standings`` the statuses that its figure must have (empty: any). ``axis`` says what tells the
    operands apart; ``strict`` asks for figures of one sentence.
    """

    operands: tuple[Question, ...]
    stated: tuple[Quantity | None, ...]
    axis: str
    standings: tuple[frozenset[str], ...] = ()
    strict: bool = False


def of_parting(question: Question, parting: Parting, asked: frozenset[Operation]) -> Plan | None:
    """The plan of a question cut in two; None when nothing tells the two sides apart."""
    left, right = parting.left, parting.right
    frame = read_part(question, parting.frame) if parting.frame else None
    unit, counted = unit_shared(question, parting, asked)
    axis = "share" if parting.share else _axis(left, right, against_whole="sum" not in asked)
    if parting.share and _axis(left, right, against_whole=True) == "" and not (right.whole or left.read.words):
        return None
    if not axis:
        return None
    if axis == "words" and "sum" in asked:
        left, right = _with_side_of(left, right), _with_side_of(right, left)
    elif axis == "words" and not right.whole and len(question.places) <= 1:
        right = _with_side_of(right, left)  # "nguồn tỉnh chi cho máy móc hay mô hình nhiều hơn": both of that fund
    both = ((left, right), (right, left))
    operands = [_operand(question, part, other, frame, axis) for part, other in both]
    if operands[0] == operands[1] or (axis == "words" and not all(operand.words for operand in operands)):
        return None
    told = tuple(
        replace(
            operand,
            subject=with_money(operand.subject, unit),
            unit=unit,
            counted=counted,
            unit_sure=bool(unit),
            stated=(),
        )
        for operand in operands
    )
    stated = tuple(quantity_of(part, unit, counted) for part in (left, right))
    return Plan(told, stated, axis, _standings(left.read, right.read) if axis in ("period", "place") else ())


def _standings(left: Question, right: Question) -> tuple[frozenset[str], ...]:
    """What each side's figure must be, where one is said to be planned and the other done; () else."""
    if {left.status, right.status} != {"plan", "actual"}:
        return ()
    fits = {"plan": frozenset({"plan", "unknown"}), "actual": frozenset({"actual", "estimate", "unknown"})}
    return (fits[left.status], fits[right.status])


def _operand(question: Question, part: Part, other: Part, frame: Part | None, axis: str) -> Question:
    """One side as a question of its own, with what it leaves unsaid taken over."""
    if axis in ("words", "share"):
        read = _words_apart(part, other, frame)
    else:
        read = _words_shared(part, other, frame, apart=axis == "side")
    framed = frame.read if frame is not None else question
    return replace(
        question,
        text=read.text,
        subject=read.subject,
        words=clean_words(read.words),
        light=read.light,
        places=part.read.places or other.read.places or framed.places or question.places,
        periods=part.read.periods or other.read.periods or framed.periods or question.periods,
        status=part.read.status if part.read.status != "unknown" else other.read.status,
        to_date=part.to_date or (question.to_date and not part.read.periods),
    )


def _axis(left: Part, right: Part, against_whole: bool) -> str:
    """What tells two sides apart: place, period, side of a contrast, words; "" when nothing does.

    ``against_whole`` lets a part be set against its whole, which a sum would count twice.
    """
    if left.read.places and right.read.places and set(left.read.places) != set(right.read.places):
        return "place" if len(left.read.places) == len(right.read.places) == 1 else ""
    for one, other in zip(left.side, right.side, strict=True):
        if one != other and (sum(one), sum(other)) == (1, 1):
            return "side"
        if against_whole and {sum(one), sum(other)} == {0, 1} and (left if not any(one) else right).whole:
            return "side"
    dates = [{(period.start, period.end) for period in part.read.periods} for part in (left, right)]
    if dates[0] and dates[1] and dates[0] != dates[1]:
        return "period"
    own = [frozenset(_own(part)) for part in (left, right)]
    if own[0] == own[1]:
        own = [frozenset(clean_words(part.read.words)) for part in (left, right)]
    if (own[0] or left.stated) and (own[1] or right.stated) and own[0] != own[1]:
        return "words"
    return ""


def _with_side_of(part: Part, other: Part) -> Part:
    """A term of a sum with the side of a contrast that only the other one names: "A và B từ nguồn quốc gia"."""
    named = [
        word
        for pair, own, others in zip(contrasts(), part.side, other.side, strict=True)
        if not any(own) and sum(others) == 1
        for word in sorted(pair[others.index(True)])
        if holds(spread(other.read.whole), word)
    ]
    if not named:
        return part
    said = " ".join(named)
    read = replace(
        part.read,
        text=f"{part.read.text} {said}",
        subject=f"{part.read.subject} {said}",
        words=tuple(dict.fromkeys((*part.read.words, *content_words(said)))),
    )
    return replace(part, read=read, side=other.side)


def _own(part: Part) -> tuple[str, ...]:
    """The words of a side that narrow anything."""
    return tuple(word for word in clean_words(part.read.words) if word not in neutral_words() and word not in STANDINGS)


def _words_shared(part: Part, other: Part, frame: Part | None, apart: bool) -> Question:
    """Both sides' words together; where sides of a contrast are told ``apart``, without the other's."""
    parts = [known.read for known in (frame, part, other) if known is not None]
    theirs = (set(other.read.words) - set(part.read.words)) & _OF_ONE_SIDE
    words = tuple(dict.fromkeys(word for read in parts for word in read.words if word not in theirs))
    text, subject = (" ".join(piece) for piece in zip(*((read.text, read.subject) for read in parts), strict=True))
    light = frozenset(word for read in parts for word in read.light)
    joined = replace(part.read, text=text, subject=subject, words=words, light=light)
    for pair, own, others in zip(contrasts(), part.side, other.side, strict=True):
        for number in (0, 1):
            if others[number] and not own[number] and (apart or own[1 - number]):
                joined = without_side(joined, _spelled(other, pair[number]))
    return joined


def _spelled(part: Part, side: frozenset[str]) -> frozenset[str]:
    """The words of a side of a contrast, with those that its phrases in a part are made of: "tỉnh" of "của tỉnh"."""
    prepared = spread(part.read.whole)
    return side | {word for phrase in side if holds(prepared, phrase) for word in content_words(phrase)}


def _words_apart(part: Part, other: Part, frame: Part | None) -> Question:
    """A side's own words, with those before both sides; the other's where it has none of its own."""
    lent = not _own(part) and not part.whole
    parts = [known.read for known in (frame, part, other if lent else None) if known is not None]
    words = tuple(dict.fromkeys(word for read in parts for word in read.words))
    text, subject = (" ".join(piece) for piece in zip(*((read.text, read.subject) for read in parts), strict=True))
    light = frozenset(word for read in parts for word in read.light)
    return replace(part.read, text=text, subject=subject, words=words, light=light)


def of_slots(question: Question, asked: frozenset[Operation]) -> Plan | None:
    """A comparison by the places, periods or contrasted words of the question as a whole."""
    text = question.whole if question.language == "vi" else question.text
    unit, counted = unit_alone(question, text)
    cleaned = replace(
        question,
        text=without_operations(question.text),
        subject=with_money(question.subject, unit),
        words=clean_words(question.words),
        unit=unit,
        counted=counted,
        stated=(),
    )
    places = [(place,) for place in question.places] if len(question.places) > 1 else [question.places]
    asked_periods = with_year_before(question)
    periods = [(period,) for period in asked_periods] if len(asked_periods) > 1 else [asked_periods]
    variants = contrasted(cleaned) if len(places) * len(periods) < 2 else [cleaned]
    own = len(places) == len(periods) > 1  # "phía Bắc năm 2024 với miền Trung năm 2023": each with its own year
    settings = list(zip(places, periods, strict=True) if own else product(places, periods))
    operands = tuple(
        replace(variant, places=where, periods=when) for variant, (where, when) in product(variants, settings)
    )
    axis = "place" if len(places) > 1 else "period" if len(periods) > 1 else "side"
    return Plan(operands, (None,) * len(operands), axis) if len(operands) > 1 else None


def clean_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words that have letters and are no words of an operation."""
    return tuple(word for word in words if any(c.isalpha() for c in word) and without_operations(word))


def with_year_before(question: Question) -> tuple[Period, ...]:
    """The periods asked for, "năm 2023 và 2024" as two, with the year before where one is compared to "năm trước"."""
    ends = _CHANGE_BETWEEN.search(question.text) is not None
    periods = tuple(period for joined in question.periods for period in _years_apart(joined, ends))
    if len(periods) != 1 or not re.search(
        r"năm trước|năm ngoái|năm liền trước|previous year|year before", f"{question.text} {question.asked}"
    ):
        return periods
    year = int(periods[0].start[:4]) - 1
    before = Period(f"{year}{periods[0].start[4:]}", f"{year}{periods[0].end[4:]}", f"năm {year}")
    return (*periods, before)


def _years_apart(period: Period, ends: bool) -> tuple[Period, ...]:
    """The two years that one label joins by "và" or "với", or the two ``ends`` of a span; else the period alone."""
    joined = re.search(r"\b((?:19|20)\d\d) (?:và|với) (?:năm )?((?:19|20)\d\d)$", period.label)
    joined = joined or (_SPAN.search(period.label) if ends else None)
    if joined is None or "tháng" in period.label:
        return (period,)
    return tuple(Period(f"{year}-01-01", f"{year}-12-31", f"năm {year}") for year in joined.groups())
