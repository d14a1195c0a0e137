"""In which unit the operands of a comparison are asked for: money, a share, or a counted noun.

It reads the words of the question; which unit the documents' figures have is not known here.
"""

import re

from assistant.operations import Operation
from assistant.question_parts import Part, Parting, count_named
from assistant.question_slots import Question
from assistant.unit_asked import unit_asked
from assistant.wording import content_words
from documents.records import Quantity

_NO_COUNT = frozenset(
    {"lần", "điểm", "chưa", "còn", "nữa", "phần", "trăm", "larger", "times", "more", "percent", "higher"}
)
_RATE = re.compile(r"tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|điểm phần trăm|percentage point")


def unit_shared(question: Question, parting: Parting, asked: frozenset[Operation]) -> tuple[str, str]:
    """The unit that both sides share: a base unit, or the noun that is counted."""
    texts = [parting.left.read.whole, parting.right.read.whole, parting.frame]
    whole = question.whole
    share = parting.share or ("share" in asked and not asked & {"points", "larger", "difference", "compare"})
    if not share and _RATE.search(f"{whole} {question.asked}"):
        return "%", ""
    for text in texts:
        unit, counted = unit_said(text)
        if (unit or counted) and unit != "%":
            return unit, counted
    return unit_alone(question, " ".join(texts)) if not share else ("đồng", "")


def unit_alone(question: Question, text: str) -> tuple[str, str]:
    """The unit that a question names for all its operands in a text; money where nothing else is named."""
    if _RATE.search(f"{question.whole} {question.asked}"):
        return "%", ""
    unit, counted = unit_said(text)
    if unit or counted:
        return unit, counted
    if question.counted and question.counted not in _NO_COUNT:
        return "", question.counted
    return (question.unit if question.unit != "%" else "") or "đồng", ""


def unit_said(text: str) -> tuple[str, str]:
    """The unit or counted noun that a text names by "số ...", "kinh phí ...", "bao nhiêu ..."."""
    named = [word for word in content_words(count_named(text)) if word[0].isalpha()]
    if named:
        return "", named[0]
    unit, counted = unit_asked(text)
    return (unit, "") if unit else ("", counted if counted not in _NO_COUNT else "")


def quantity_of(part: Part, unit: str, counted: str) -> Quantity | None:
    """The quantity that a side states in the unit asked for; None when it states none."""
    for quantity in part.stated:
        if quantity.unit == unit or (counted and quantity.unit == counted):
            return quantity
    return None


def with_money(subject: str, unit: str) -> str:
    """The subject of an operand, with "kinh phí" where money is asked for and no word says so."""
    return subject if unit != "đồng" or unit_asked(subject)[0] == "đồng" else f"kinh phí {subject}"
