"""Sides that a comparison sets against each other: national and local, men and women.

The pairs are data (``data/contrasts.csv``); what is counted on either side is not known here.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from assistant.question_slots import Question
from assistant.wording import DATA, content_words, holds, spread
from documents.records import Figure


@cache
def contrasts() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Pairs of sides, each by its words, that a comparison sets against each other."""
    lines = (DATA / "contrasts.csv").read_text(encoding="utf-8").splitlines()
    rows = [line.split(",") for line in lines if line.strip() and not line.startswith("#")]
    return tuple((frozenset(left.split("|")), frozenset(right.split("|"))) for left, right in rows)


@cache
def rivals() -> tuple[frozenset[str], ...]:
    """Groups of words of one role, of which one is not another: bodies, activities (``data/rivals.csv``)."""
    lines = (DATA / "rivals.csv").read_text(encoding="utf-8").splitlines()
    return tuple(frozenset(line.split(",")) for line in lines if line.strip() and not line.startswith("#"))


_NO_SIDE = re.compile(
    r" (?:công thương|công nghiệp|\d+) địa phương(?= )| (?<=trung tâm )khuyến công tỉnh(?= )"
    r"| (?<=trung tâm )khuyến công(?: và| -)? (?:xúc tiến thương mại|tư vấn phát triển công nghiệp|tư vấn) tỉnh(?= )"
)


def sides_held(prepared: str, pair: tuple[frozenset[str], frozenset[str]]) -> tuple[bool, bool]:
    """Which sides of a contrast a prepared text names; neither an office's own name nor "28 địa phương" is on one."""
    prepared = _NO_SIDE.sub(" ", prepared)
    left, right = (any(holds(prepared, word) for word in side) for side in pair)
    return left, right


def side_words(prepared: str) -> frozenset[str]:
    """The words of the phrases in a prepared text that name a side of a contrast: "tự", "bố trí" of "tự bố trí"."""
    phrases = {phrase for pair in contrasts() for side in pair for phrase in side if " " in phrase}
    return frozenset(word for phrase in phrases if holds(prepared, phrase) for word in content_words(phrase))


def contrasted(question: Question) -> list[Question]:
    """The two questions that a comparison of contrasted words stands for; the question alone otherwise."""
    for pair in contrasts():
        if all(sides_held(spread(question.text), pair)):
            return [without_side(question, pair[1]), without_side(question, pair[0])]
    return [question]


def without_side(question: Question, side: frozenset[str]) -> Question:
    """The question without the words of one side of a contrast."""
    words = tuple(other for other in question.words if other not in side)
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, side)) + r")(?!\w)", re.IGNORECASE)
    text, subject = (pattern.sub(" ", part) for part in (question.text, question.subject))
    return replace(question, words=words, text=text, subject=subject)


_WHOLE = re.compile(r"\b(?:tổng|tất cả|toàn bộ|cả|trong|phần|còn lại|chiếm)\b")


def sets_whole_against_part(question: Question, figures: Sequence[Figure]) -> bool:
    """Whether a sum is set against its own national or local part where the question speaks of no whole.

    The other side is then not held by itself, and a difference would be that of something else.
    """
    if len(figures) != 2 or figures[0].sentence != figures[1].sentence or _WHOLE.search(question.text.lower()):
        return False
    told = [spread(f"{figure.indicator} {figure.indicator_name}") for figure in figures]
    asked = spread(question.text)
    return any(
        any(sides_held(asked, pair)) and sorted(sum(sides_held(name, pair)) for name in told) == [0, 1]
        for pair in contrasts()
    )
