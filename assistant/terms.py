"""A term that is asked for the other way round: what a thing needs to be called so.

"Từ bao nhiêu lao động thì được coi là cơ sở dùng nhiều lao động" asks of the term at its end, whatever is told
of the case before it. Only the wording of a question is looked at.
"""

import re
from dataclasses import replace

from assistant.question_slots import Question
from assistant.wording import content_words

_COUNTS_AS = r"(?:coi|xem|tính|gọi|kể|xếp|công nhận|hiểu|cho)(?: như| vào)? là"
_BEHIND = re.compile(
    r"(?:bao nhiêu|mấy|thế nào|ra sao|những gì|điều kiện gì)(?!\w)[^?]{0,60}?"
    rf"(?:thì|mới|được) (?:\w+ ){{0,2}}?{_COUNTS_AS} "
    r"(?P<term>[^?,;:]{4,80}?)(?: theo [^?]*)?(?: vậy| thế| hả| ạ| nhỉ| ta| không)*\W*$",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"^(?:.{0,40}[,:] )?(?:(?:thế|vậy|rồi|và|còn|muốn|để|nếu) )*(?:được |phải )?"
    rf"(?:gọi là|{_COUNTS_AS}) (?P<term>[^?,;:]{{4,80}}?),? (?:thì|phải|cần)(?: phải| cần| có)? "
    r"[^?]*(?:bao nhiêu|mấy|thế nào|ra sao|gì)(?!\w)",
    re.IGNORECASE,
)


def of_term_asked(question: Question) -> Question:
    """The question with the words of the term alone, where it asks what makes something be called so."""
    if question.language != "vi" or question.kind not in ("figure", "passage", "comparison"):
        return question
    found = _BEHIND.search(question.asked) or _BEFORE.search(question.asked)
    if not question.carried:
        found = found or _BEHIND.search(question.text) or _BEFORE.search(question.text)
    term = content_words(found["term"]) if found is not None else ()
    if not term:
        return question
    workers = question.counted == "người" and "lao động" in term
    counted = "lao động" if workers else question.counted
    return replace(question, counted=counted, words=term, light=question.light & frozenset(term), carried=frozenset())
