"""Which of the sentences found are shown: the best, and those beside it that add to it.

How well a sentence answers is told in ``sentence_finder``, which stands first in ``sentence_order``.
"""

import re
from collections.abc import Sequence

from assistant.answer_forms import asks_why, cause_lacking
from assistant.entities import persons
from assistant.evidence import Sentence
from assistant.question_slots import Question
from assistant.sentence_finder import SHORT_KINDS, Ranked, carries

_SEVERAL_TEXTS = re.compile(
    r"(?<!\w)(?:những|các|mấy) (?:văn bản|quyết định|nghị định|thông tư|kế hoạch|chỉ thị) (?:nào|gì|số mấy)(?!\w)|"
    r"\b(?:which|what) (?:decisions|decrees|circulars|documents|texts|plans)\b"
)
_SEVERAL_PERSONS = re.compile(
    r"(?<!\w)(?:những|các|mấy) (?:ai|vị|ông|bà|người|lãnh đạo|thứ trưởng|bộ trưởng|giám đốc|cán bộ|đại biểu)"
    r"(?: \w+){0,3}? nào(?!\w)|(?<!\w)những ai(?!\w)|\bwhich (?:\w+ )?(?:officials|leaders|ministers|directors)\b"
)
TEXTS_LISTED = 6
NEAR_BEST = 0.03  # of coverage, within which a sentence tells of its text as well as the best


def choose(question: Question, ranked: Sequence[Ranked], limit: int = 3) -> list[Ranked]:
    """The sentences to show, in reading order: one for a short question, else up to ``limit`` near the best.

    Repeats (the same words elsewhere) are left out.
    """
    if not ranked:
        return []
    best = ranked[0]
    if question.kind == "which" and _SEVERAL_TEXTS.search(f"{question.text} {question.asked}".lower()):
        return _each_with_its_text(ranked)
    if question.kind == "who" and _SEVERAL_PERSONS.search(f"{question.text} {question.asked}".lower()):
        return [row for row in _each_with_its_text(ranked) if persons(row.entity.text if row.entity else "")] or [best]
    if question.kind in SHORT_KINDS or best.signals.defined == 1.0:
        return [best]
    chosen = [best]
    lacking = bool(cause_lacking(question, best.sentence.text))
    if question.stated and carries(best.sentence, question):  # "tạm ứng 100%": not what is said of 30% and 70%
        ranked = [best, *(row for row in ranked[1:] if carries(row.sentence, question))]
    for row in ranked[1:12]:
        gap = abs(row.sentence.order - best.sentence.order) if row.view.document.id == best.view.document.id else 99
        if row.shows and gap <= 2:
            needed, share = 0.55, 0.0
        elif gap <= 3:
            needed, share = 0.86, 0.8
        else:
            needed, share = 0.95, 1.0
        if row.score < needed * best.score or row.coverage < share * best.coverage:
            continue
        if row.signals.preamble and not best.signals.preamble and row.view is best.view:
            continue  # what a digest says of itself adds nothing to what its law says
        if any(_repeats(row.sentence, other.sentence) for other in chosen):
            continue
        if asks_why(question) and cause_lacking(question, row.sentence.text) and not lacking:
            continue  # beside a cause, what gives none is no answer
        chosen.append(row)
        if len(chosen) == limit:
            break
    order = {row.view.document.id: position for position, row in reversed(list(enumerate(chosen)))}
    return sorted(chosen, key=lambda row: (order[row.view.document.id], row.sentence.start))


def _each_with_its_text(ranked: Sequence[Ranked]) -> list[Ranked]:
    """The sentences of the best one's document that tell as well as it, each of another text, in reading order."""
    best = ranked[0]
    kept: dict[str, Ranked] = {}
    for row in ranked:
        near = row.coverage >= best.coverage - NEAR_BEST and row.view.document.id == best.view.document.id
        if near and row.entity is not None:
            kept.setdefault(row.entity.text, row)
    rows = list(kept.values())[:TEXTS_LISTED] or [best]
    return sorted(rows, key=lambda row: row.sentence.start)


def _repeats(one: Sentence, other: Sentence) -> bool:
    left, right = set(one.prepared.split()), set(other.prepared.split())
    return len(left & right) > 0.8 * min(len(left), len(right))
