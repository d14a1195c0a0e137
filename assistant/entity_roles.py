"""Which short answers of a sentence stand in the role that the question asks about.

A number belongs to the place named before it, a body does what the verb behind it says. It looks
at one sentence; which sentence answers is told in ``sentence_finder``.
"""

import re
from collections.abc import Sequence

from assistant.entities import Entity
from assistant.figure_fit import same_place
from assistant.question_slots import Question
from documents.places import find_places

_BEFORE_VERB = (
    r"\s*(?:(?:là (?:người|cơ quan|đơn vị)|có trách nhiệm|sẽ|đã|có thể|cùng|tự|trực tiếp|xem xét|được)[ ,]+){0,2}"
)


def in_role(found: Sequence[Entity], sentence: str, question: Question) -> list[Entity]:
    """The entities that stand in the role asked for; all of them where none does or the role is not told."""
    if question.kind == "figure":
        kept = _of_place(found, sentence, question)
    elif question.kind == "who":
        kept = agents(found, sentence, question)
    else:
        kept = []
    return kept or list(found)


def agents(found: Sequence[Entity], sentence: str, question: Question) -> list[Entity]:
    """The persons or bodies that do what a verb of a "who" question says: "do Bộ Công Thương quản lý"."""
    if question.kind != "who":
        return []
    lowered = sentence.lower()
    verbs = [_spelled(word) for word in question.words if word in question.light]
    if not verbs:
        return []
    does = re.compile(rf"{_BEFORE_VERB}(?:{'|'.join(verbs)})(?!\w)")
    return [entity for entity in found if does.match(lowered, entity.end)]


def _spelled(word: str) -> str:
    """A verb as a pattern that takes either spelling of its last vowel: quản lí, quản lý."""
    return re.sub(r"[íý]\b", "[íý]", re.escape(word))


def _of_place(found: Sequence[Entity], sentence: str, question: Question) -> list[Entity]:
    """The numbers of a sentence about several places that belong to a place asked for."""
    if not question.places or len(found) < 2:
        return []
    named = find_places(sentence)
    if len({place for place, _, _ in named}) < 2:
        return []
    kept = []
    for entity in found:
        before = [place for place, _, end in named if end <= entity.start]
        if before and any(same_place(asked, before[-1]) for asked in question.places):
            kept.append(entity)
    return kept
