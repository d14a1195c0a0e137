"""What is not allowed, given or required, where a question asks for that: "Ngành nào không được hỗ trợ?".

A sentence that grants something is no answer to what is denied, however many of its words it says. Whether a
question is one that "không" only closes ("có được không?") is told apart here; nothing is looked up.
"""

import re
from collections.abc import Sequence

from assistant.evidence import Sentence, View
from assistant.lists import ListFound
from assistant.question_slots import Question
from assistant.sentence_finder import Ranked

_ASKED = re.compile(
    r"(?<!\w)(?:ai|(?<!khi )nào|đối tượng|trường hợp nào)(?: (?!quyết|phê|do|cơ|xử|giải)[\w,]+){0,2}? "
    r"(?:không|chưa|chẳng|bị cấm) ?(?:còn |thể |hề )?(?P<verb>được|thuộc|phải|cần|áp dụng|hưởng|hỗ trợ|có|nằm)?"
    r"(?! gì)(?: \w+)",
    re.IGNORECASE,
)
_LEFT = re.compile(
    r"(?<!\w)(?:không|chưa|chẳng) (?:còn |thể )?(?P<verb>được|thuộc|phải|cần|áp dụng) "
    r"(?:[\w,]+ ){0,4}(?:gì|nào|ai|đâu|những)(?!\w)",
    re.IGNORECASE,
)
_DENIED_EN = re.compile(
    r"^(?:who|whom|which|what)\b.* (?:not|cannot|never|no longer) (?:be )?(?:eligible|entitled|supported|allowed|"
    r"covered|benefit|receive|get|qualify)"
)
_COUNTED = ("figure", "comparison")
_ALIKE = ("được|thuộc|nằm|áp dụng|hưởng|hỗ trợ|xét|cấp", "phải|cần")
"""Verbs whose denial comes to the same: what is not within the scope is not supported."""
_DENIES = r"(?:ngoại trừ|loại trừ|(?<!khấu )trừ (?!đi|vào|lùi|ra)\w+|nghiêm cấm|bị cấm|từ chối|được miễn)"


def verb_denied(question: Question) -> str:
    """The verb whose denial is asked for ("được", "phải", ...); "" where no denial is asked for."""
    if question.kind in _COUNTED:
        return ""
    if question.language == "en":
        return "được" if _DENIED_EN.search(question.asked.lower()) else ""
    asked = question.text.lower()
    found = _LEFT.search(asked) or _ASKED.search(asked)
    return (found["verb"] or "") if found else ""


def denies(sentence: str, verb: str) -> bool:
    """Whether a sentence denies what a verb says, or makes an exception."""
    alike = next((verbs for verbs in _ALIKE if verb in verbs.split("|")), re.escape(verb))
    near = re.compile(
        rf"(?<!\w)(?:không|chưa|chẳng)(?: (?:còn|thể|hề|có|bị|xem xét|xét))? (?:{alike})(?!\w)|(?<!\w){_DENIES}(?!\w)"
    )
    return near.search(sentence.lower()) is not None


def denying(question: Question, ranked: Sequence[Ranked]) -> Sequence[Ranked]:
    """The sentences that deny what is asked for as denied; all of them where nothing is."""
    verb = verb_denied(question)
    if not verb:
        return ranked
    return [row for row in ranked if denies(row.sentence.text, verb) or _under_denial(row.view, row.sentence, verb)]


def lists_denied(question: Question, found: ListFound) -> bool:
    """Whether what opens a list denies what is asked for as denied, or no denial is asked for."""
    verb = verb_denied(question)
    first = found.view.sentence_at(found.items[0][0])
    under = first is not None and _under_denial(found.view, first, verb)
    return not verb or under or denies(found.view.document.text[slice(*found.opening)], verb)


def _under_denial(view: View, sentence: Sentence, verb: str) -> bool:
    """Whether a sentence of a law stands under a heading that denies: "Điều 12. Các hành vi không được thực hiện"."""
    return view.is_legal and denies(view.heading_of(sentence), verb)
