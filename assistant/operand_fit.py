"""How well figures go together as the operands of one comparison, each found for a question of its own.

A share wants a part and its whole, a sum figures of one standing; which figures may stand for an operand is told
in ``comparisons``.
"""

import re
from collections.abc import Sequence
from itertools import combinations

from assistant.citations import unit_head
from assistant.contrasts import contrasts, sides_held
from assistant.figure_fit import sides_of, told_of
from assistant.figure_order import Candidate, one_family
from assistant.operands import Plan
from assistant.question_slots import Question
from assistant.wording import content_words, spread
from documents.records import Figure

_NESTED = re.compile(r"trong (?:số )?đó", re.IGNORECASE)  # what a part is of is not what its whole is of
LIKENESS = 0.1  # how much an indicator alike to the other operand's adds; set by hand on the development questions
SIDED = 0.1  # what a figure adds whose own name says its fund or side, where two sides are set apart
MIXED = 0.1  # what it costs to set what was done against what is only planned
TOGETHER = 0.05  # how much figures of one sentence add where one is a part of the other


def _same_told(one: Figure, other: Figure) -> bool:
    """Whether two figures are one number told twice: equal, of one place and time, and not of two funds."""
    if (one.value, one.unit, one.place, one.period) != (other.value, other.unit, other.place, other.period):
        return False
    sides = [tuple(_sides(figure)) for figure in (one, other)]
    return sides[0] == sides[1] or any(not any(map(any, side)) for side in sides)


def together(plan: Plan, chosen: Sequence[Candidate]) -> float:
    """How well candidates fit as the operands of one plan (higher is better); 0 where they do not go together."""
    figures = [candidate.figure for candidate in chosen]
    if not figures or len({figure.id for figure in figures}) < len(figures):
        return 0.0
    if any(_same_told(one, other) for one, other in combinations(figures, 2)):
        return 0.0  # one number told twice is nothing to set against itself
    units = {unit_head(figure.unit) for figure in figures}
    if len({"/" in figure.unit for figure in figures}) > 1 and plan.axis not in ("units", "average"):
        return 0.0  # a cap for each ("đồng/cơ sở") is nothing to set against a sum
    if (len(units) > 1) != (plan.axis in ("units", "average")):
        return 0.0
    if plan.axis in ("place", "period") and len({tuple(_sides(figure)) for figure in figures}) > 1:
        return 0.0
    if plan.strict and len({(figure.document, figure.sentence_start) for figure in figures}) > 1:
        return 0.0
    score = sum(candidate.score for candidate in chosen)
    first = figures[0]
    score += TOGETHER * (len({figure.unit for figure in figures}) == 1)
    if plan.axis not in ("words", "units", "average"):
        score += LIKENESS * sum(alike(first, figure) for figure in figures[1:])
    if plan.axis == "side":  # each told by its own side, and none by the sum of both or an enterprise's money
        score += SIDED * sum(any(sum(pair) == 1 for pair in _sides(figure)) for figure in figures)
    if plan.axis in ("units", "average", "share", "part", "status", "side", "words"):
        score += TOGETHER * sum(figure.sentence_start == first.sentence_start for figure in figures[1:])
    told = {figure.status for figure in figures} - {"unknown"}
    if len(figures) > 2 and len(told) > 1 and all(operand.status == "unknown" for operand in plan.operands):
        return 0.0  # what was done and what is planned make no sum
    if plan.axis in ("side", "period", "place") and len(told) > 1:
        score -= MIXED
    if plan.axis == "part" and not _part_of(figures[0], figures[1]):
        return 0.0
    exceeds = any("vượt" in operand.whole.lower() for operand in plan.operands)
    if plan.axis == "status" and figures[0].value < figures[1].value and not exceeds:
        return 0.0
    return score


def _part_of(part: Figure, whole: Figure) -> bool:
    """Whether one figure may be a part of another: of the same text, place, time and standing, and less."""
    return one_family(part, whole) and part.status == whole.status and part.value < whole.value


def _sides(figure: Figure) -> list[tuple[bool, bool]]:
    """Which side of each contrast a figure counts, by what it is called; both together are neither by itself."""
    held = [sides_held(told_of(figure), pair) for pair in contrasts()]
    return [(False, False) if all(pair) else pair for pair in held]


def lacks_side(operand: Question, figure: Figure) -> bool:
    """Whether one side of a contrast is asked for that neither the figure nor its sentence names."""
    nested = _NESTED.search(figure.sentence, figure.end - figure.sentence_start)
    own = figure.sentence[: nested.start()] if nested is not None else figure.sentence
    asked, told = sides_of(operand), spread(f"{own} {figure.indicator_name}")
    for pair in contrasts():
        named = sides_held(asked, pair)
        if sum(named) == 1 and not any(held for held, side in zip(sides_held(told, pair), named, strict=True) if side):
            return True
    return False


def mixes_sides(plan: Plan) -> bool:
    """Whether one operand names both sides of a contrast and another none: then the two sides are what is set apart."""
    if plan.axis != "words" or len(plan.operands) != 2:
        return False
    held = [[sides_held(sides_of(operand), pair) for operand in plan.operands] for pair in contrasts()]
    return any(sorted(map(sum, pair)) == [0, 2] for pair in held)


def alike(one: Figure, other: Figure) -> float:
    """How alike (0-1) two figures' indicators are, by their words; 0 where the units differ."""
    if one.unit != other.unit:
        return 0.0
    left, right = (set(content_words(figure.indicator_name or figure.indicator)) for figure in (one, other))
    return len(left & right) / max(1, len(left | right))
