"""Candidate figures put in order: what was done before what was planned, the exact number before its bound, the whole
before its parts.

Each step takes candidates, the best first, and gives them back so; scoring is known to ``figure_finder``.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.activities import activity_words
from assistant.contrasts import contrasts, sides_held
from assistant.counts_told import said_at
from assistant.figure_fit import neutral_words, one_side_asked, sides_of, told_of
from assistant.question_slots import Question
from assistant.wording import holds, spread, strength
from documents.records import Figure

NAMED = 0.9  # what a word must be held by to be told


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure with its score (0-1, higher is better) and what the score is made of.

    ``mass`` is the weight of the question's words that stand about the figure.
    """

    figure: Figure
    score: float
    coverage: float
    period_fit: float
    meaning: float
    mass: float = 0.0


def done_first(question: Question, ranked: list[Candidate]) -> list[Candidate]:
    """The list with what was done before what was planned of the same thing, where no plan is asked for."""
    if not ranked or ranked[0].figure.status != "plan" or question.status != "unknown":
        return ranked
    if holds(spread(question.text), "kế hoạch"):
        return ranked
    best = ranked[0]
    named = best.figure.indicator_name
    done = next((c for c in ranked[1:] if c.figure.status == "actual" and c.figure.indicator_name == named), None)
    if done is None or not one_family(best.figure, done.figure) or done.figure.sentence != best.figure.sentence:
        return ranked
    return [replace(done, score=best.score), *(c for c in ranked if c is not done)]


_OVER = re.compile(r"(?<!\w)(?:vượt(?: mốc| ngưỡng)?|hơn|trên|quá)(?: con số)?\s*$", re.IGNORECASE)
BOUND_NEAR = Decimal("1.1")  # how far above a bound its exact number may lie: "hơn 7,4 tỷ", then "7.407 triệu"
EXACT_NEAR = 0.75  # the share of a bound's score that its exact number must have


def exact_first(ranked: list[Candidate]) -> list[Candidate]:
    """The list with the exact number of a thing before one that only bounds it: "vượt mốc 6 tỷ", "6,12 tỷ"."""
    if not ranked or not _is_bound(ranked[0].figure):
        return ranked
    best, least = ranked[0], EXACT_NEAR * ranked[0].score
    exact = next((one for one in ranked[1:] if one.score >= least and _is_exact(one.figure, best.figure)), None)
    return ranked if exact is None else [replace(exact, score=best.score), *(c for c in ranked if c is not exact)]


def _is_bound(figure: Figure) -> bool:
    before = figure.sentence[: figure.start - figure.sentence_start]
    return figure.qualifier == "over" or _OVER.search(before) is not None


def _is_exact(figure: Figure, bound: Figure) -> bool:
    """Whether a figure is what another one says that something is more than."""
    near = bound.value < figure.value <= bound.value * BOUND_NEAR
    return near and figure.qualifier == "exact" and figure.status != "plan" and one_family(figure, bound)


TOLD_MORE = 2  # words asked for that what is said right about one number holds and about the other does not


def told_first(question: Question, ranked: list[Candidate]) -> list[Candidate]:
    """The list with a number of the best one's sentence first that alone is told of by what the question names.

    "168 CCN đi vào hoạt động, nhưng mới có 21 CCN có hệ thống xử lý nước thải": of those with the system, 21.
    """
    if len(ranked) < 2 or " | " in ranked[0].figure.sentence or not _is_count(ranked[0].figure):
        return ranked
    best = ranked[0].figure
    same = [c for c in ranked[1:] if c.figure.sentence == best.sentence and c.figure.unit == best.unit]
    other = next((c for c in same if _tells_more(question, c.figure, best)), None)
    return ranked if other is None else [replace(other, score=ranked[0].score), *(c for c in ranked if c is not other)]


def _is_count(figure: Figure) -> bool:
    """Whether a figure counts things: money is told apart by its fund, a share by what it is of."""
    return not figure.unit.startswith("đồng") and figure.unit != "%"


def _tells_more(question: Question, one: Figure, other: Figure) -> bool:
    """Whether what is said right about one figure holds two words or more of those asked for that the other lacks.

    A fund or a side that is asked for tells figures apart by itself.
    """
    if one_side_asked(question):
        return False
    told = [_words_told(question, figure) for figure in (one, other)]
    return len(told[0] - told[1]) >= TOLD_MORE and not told[1] - told[0]


def _words_told(question: Question, figure: Figure) -> frozenset[str]:
    """The words asked for that stand in what is said right about a figure."""
    words = [word for word in question.words if word != question.counted and word not in neutral_words()]
    said = spread(said_at(figure.sentence, figure.start - figure.sentence_start, figure.end - figure.sentence_start))
    return frozenset(word for word in words if strength(said, word) >= NAMED)


def whole_first(question: Question, ranked: list[Candidate], near: float) -> list[Candidate]:
    """The list with the whole before its parts: among figures of one fact whose scores are near, the largest.

    One fact is one unit, place and period in one document; shares have no whole. A part that the
    question names by the side it is on ("ngân sách tỉnh") keeps its place.
    """
    if not ranked or ranked[0].figure.unit == "%":
        return ranked
    best = ranked[0]
    family = [c for c in ranked if c.score >= near * best.score and one_family(best.figure, c.figure)]
    done = best.figure.status == "actual" and question.status == "actual"
    family = [c for c in family if not _planned_of(best.figure, c.figure) and not (done and c.figure.status == "plan")]
    chosen = [c for c in family if c.figure.comparison and c.figure.comparison == best.figure.comparison]
    if len(chosen) > 1:  # "102/171 sản phẩm": those chosen, not those they were chosen from
        whole = min(chosen, key=lambda c: c.figure.start)
    else:
        whole = max(family, key=lambda c: (c.figure.value, c.score))
    if whole is not best and _names_part(question, best.figure, whole.figure):
        return ranked
    if whole is best:
        return [best, *(c for c in ranked[1:] if c not in family)]
    return [replace(whole, score=best.score), *(c for c in ranked if c not in family)]


_OF_PLAN = re.compile(
    r"(?:đạt|bằng|hoàn thành|vượt)[^;.]{0,24}%[^;.]{0,12} (?:kế hoạch|dự toán|chỉ tiêu)", re.IGNORECASE
)


def _planned_of(done: Figure, other: Figure) -> bool:
    """Whether a figure is what was planned of the very thing that another one says was done.

    It is called by the same name, or stands as the plan behind it: "6,42 tỷ đồng, đạt 97,3% kế hoạch (6,6 tỷ đồng)".
    """
    if (done.status, other.status) != ("actual", "plan"):
        return False
    first, last = done.end - done.sentence_start, other.start - done.sentence_start
    behind = done.sentence_start == other.sentence_start and 0 < first < last
    measured = behind and _OF_PLAN.search(done.sentence[first:last]) is not None
    return measured or other.indicator_name == done.indicator_name


def _names_part(question: Question, part: Figure, whole: Figure) -> bool:
    """Whether a question names the side of a contrast, or the activity, that a part is of and its whole is not."""
    activities = [word for word in question.words if word in activity_words()]
    own = [_said_of(figure) for figure in (part, whole)]
    if any(strength(own[0], word) >= NAMED > strength(own[1], word) for word in activities):
        return True
    if part.sentence == whole.sentence and _is_count(part) and _tells_more(question, part, whole):
        return True
    asked = sides_of(question)
    told = [told_of(figure) for figure in (part, whole)]
    for pair in contrasts():
        named = sides_held(asked, pair)
        if sum(named) == 1 and sides_held(told[0], pair) == named != sides_held(told[1], pair):
            return True
    return False


def _said_of(figure: Figure) -> str:
    """What is said right about a figure, prepared; of a cell the heads of its row and column."""
    if " | " in figure.sentence:
        return spread(figure.indicator)
    return spread(said_at(figure.sentence, figure.start - figure.sentence_start, figure.end - figure.sentence_start))


def one_family(one: Figure, other: Figure) -> bool:
    """Whether two figures are of one unit, place and period in one document."""
    dates = [(f.period.start, f.period.end) if f.period else None for f in (one, other)]
    return (one.document, one.unit, one.place, dates[0]) == (other.document, other.unit, other.place, dates[1])
