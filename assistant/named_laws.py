"""A text that a question names by what it is about: "theo nghị định về tiết kiệm năng lượng, lò hơi được bao nhiêu".

The one held whose title says that is meant, and the words that only name it are asked of nothing else in it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.question_slots import Question
from assistant.wording import content_words, fold, spread, strength
from documents.legal_numbers import kind_of_number
from documents.records import Source
from documents.validity import REPORT_KINDS

_NAMED = re.compile(
    r"(?<!\w)(?P<kind>luật|nghị định|thông tư|quyết định|nghị quyết|quy chế|chỉ thị)"
    r"(?: (?:của|do) [^,.;:?]{2,40}?)? (?:về(?: việc)?|quy định(?: về| chi tiết)?|hướng dẫn|ban hành) "
    r"(?P<topic>[^,.;:?()]{6,140}?)(?=[,.;:?()]| (?:thì|được|phải|có|nói|nêu|ghi|quy định|yêu cầu|bắt|ai|mức)(?!\w)|$)",
    re.IGNORECASE,
)
_BEHIND_NUMBER = re.compile(
    r"\d+/\d{4}(?:/[\wĐ-]+)? (?:của [^,.;:?\d]{2,40}? )?về (?:việc )?(?P<topic>[^,.;:?()]{4,120}?)"
    r"(?=[,.;:?()]| (?:thì|được|phải|có|nói|nêu|ghi|quy định|yêu cầu|bắt|cho|do|ai|mức|là|hết|áp dụng)(?!\w)|$)",
    re.IGNORECASE,
)
MOST_TOLD = 0.75  # how much of a topic of several words a title must say


def in_named_law(question: Question, sources: Sequence[Source]) -> Question:
    """The question held to the text that it names by its topic; itself where it names none, or none is held."""
    if question.language != "vi":
        return question
    if question.within:
        return _without_topic(question, sources)
    if any(reference.number for reference in question.references):
        return question
    for named in _NAMED.finditer(question.text):
        words = content_words(named["topic"])
        kind = named["kind"].lower()
        told = [source for source in sources if _is_of(source, kind) and _tells(source, words)]
        rest = tuple(word for word in question.words if word not in words and fold(word) != fold(kind))
        if len(told) == 1 and rest:
            return replace(question, within=(told[0].id,), words=rest)
    return question


def _without_topic(question: Question, sources: Sequence[Source]) -> Question:
    """A question that names a text by number without the words that only say what that text is about:
    "Nghị định 187/2021/NĐ-CP về làng nghề có hiệu lực từ ngày nào"."""
    named = _BEHIND_NUMBER.search(question.text)
    told = [source for source in sources if source.id in question.within]
    if named is None or len(told) != 1:
        return question
    words = content_words(named["topic"])
    rest = tuple(word for word in question.words if word not in words)
    telling = [word for word in rest if word not in question.light]
    return replace(question, words=rest) if telling and _tells(told[0], words) else question


def _is_of(source: Source, kind: str) -> bool:
    if source.kind in REPORT_KINDS:
        return False
    told = kind_of_number(source.number or source.digest_of).lower()
    return told.startswith(kind) if told else kind in source.title.lower()  # a circular that guides a decree is none


def _tells(source: Source, words: Sequence[str]) -> bool:
    title = spread(source.title)
    held = sum(strength(title, word) >= 0.9 for word in words)
    return bool(words) and (held == len(words) if len(words) < 3 else held >= MOST_TOLD * len(words))
