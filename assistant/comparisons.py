"""Answers that set figures side by side: two places, periods or sides, their difference, a printed rate.

It pairs figures that ``figure_answers`` is sure of; a difference is worked out again in ``citations``.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from assistant.citations import Evidence
from assistant.contrasts import contrasted
from assistant.figure_answers import FigureAnswers
from assistant.figure_finder import Candidate
from assistant.phrasing import difference, ratio
from assistant.question_slots import Question
from assistant.replies import Reply
from assistant.wording import content_words
from documents.records import Figure, Period

_RATIO = re.compile(r"gấp|mấy lần|bao nhiêu lần|chia cho|tỷ số|tỉ số|times", re.IGNORECASE)
CHANGE_WORDS = frozenset({"tăng", "giảm", "tăng thêm", "giảm bớt", "giảm đi", "tăng lên"})
_CHANGE = re.compile(r"tăng|giảm|cao hơn|thấp hơn|so với|nhiều hơn|ít hơn|vượt")
_STANDINGS = frozenset({"kế hoạch", "chỉ tiêu", "ước", "ước thực hiện", "ước đạt", "thực hiện", "giải ngân"})
RATES, PAIRED = 5, 6  # the best candidates looked at for a printed rate, and for each side of a pair
LIKENESS = 0.1  # how much an indicator alike to the other side's adds; set by hand on the development questions


class Comparisons:
    """Answers comparisons over the figures that ``FigureAnswers`` finds."""

    def __init__(self, figures: FigureAnswers) -> None:
        self._figures = figures

    def answer(self, question: Question) -> Reply | None:
        """The figures compared, then their difference with its sum; None when one side is not held."""
        figures = self._growth(question)
        pair = self._pair(question)
        figures += [figure for figure in pair if figure.id not in {known.id for known in figures}]
        if not figures:
            return None
        drafts = [self._figures.state(question, figure) for figure in figures]
        if len(pair) == 2:
            evidence: tuple[Evidence, ...] = tuple(dict.fromkeys(piece for draft in drafts for piece in draft.evidence))
            english = question.language == "en"
            sums = [ratio(pair[0], pair[1], evidence, english)] if _RATIO.search(question.text) else []
            sums.append(difference(pair[0], pair[1], evidence, english))
            drafts += [computed for computed in sums if computed is not None]
        return Reply(tuple(drafts), figures=tuple(figures), listed=True)

    def _growth(self, question: Question) -> list[Figure]:
        """The printed rate of change that the question asks for, if the documents print one."""
        money = question.unit == "đồng" and question.unit_sure
        if "difference" not in question.cues or money or len(contrasted(question)) > 1:
            return []
        asked = replace(question, unit="%", counted="")
        for candidate in self._figures.finder.find(asked, question.places, question.periods)[:RATES]:
            changes = _CHANGE.search(candidate.figure.comparison) is not None
            if changes and self._figures.sure(question, candidate):
                return [candidate.figure]
        return []

    def _pair(self, question: Question) -> list[Figure]:
        """The figures that a comparison sets side by side: over places, periods, or two contrasted words."""
        slots = [found for found in self._slots(question) if found]
        if len(slots) < 2:
            return []
        first = slots[0][0].figure
        rest = [max(found, key=lambda c: c.score + LIKENESS * alike(first, c.figure)).figure for found in slots[1:]]
        figures = list({figure.id: figure for figure in (first, *rest)}.values())
        return figures if len(figures) > 1 else []

    def _of_standing(self, variant: Question) -> list[Candidate]:
        """The figures of the very standing (plan, estimate) that a side asks for, if any is sure enough."""
        found = self._figures.finder.find(variant, variant.places, variant.periods)[:PAIRED]
        return [c for c in found if c.figure.status == variant.status and self._figures.sure(variant, c)]

    def _slots(self, question: Question) -> Iterator[list[Candidate]]:
        """For each side of the comparison, the figures sure enough to stand for it."""
        points = re.search(r"điểm phần trăm|tỷ trọng|tỉ trọng|percentage point", question.text) is not None
        unit = question.unit if question.unit != "%" or points else ""
        words = tuple(word for word in question.words if word not in CHANGE_WORDS)
        asked = replace(question, words=words, unit=unit or ("" if question.counted else "đồng"))
        places = [(place,) for place in question.places] if len(question.places) > 1 else [question.places]
        asked_periods = with_year_before(question)
        periods = [(period,) for period in asked_periods] if len(asked_periods) > 1 else [asked_periods]
        variants = contrasted(asked) if len(places) * len(periods) < 2 else [asked]
        if len(variants) == 1 and len(places) * len(periods) < 2:
            sides = [self._of_standing(variant) for variant in _planned_and_done(asked)]
            if sides and all(sides):
                yield from sides
                return
        # "phía Bắc năm 2024 với miền Trung năm 2023": each place goes with its own year.
        own = len(places) == len(periods) > 1
        settings = zip(places, periods, strict=True) if own else product(places, periods)
        for variant, (where, when) in product(variants, settings):
            found = self._figures.finder.find(variant, where, when)[:PAIRED]
            yield [candidate for candidate in found if self._figures.sure(variant, candidate)]


def _planned_and_done(question: Question) -> list[Question]:
    """The plan of the year and what was done of it, where a question sets the two apart; else nothing."""
    done = re.search(r"\bước\b|thực hiện|giải ngân", question.text)
    if done is None or not re.search(r"kế hoạch|chỉ tiêu", question.text) or len(question.periods) != 1:
        return []
    year = question.periods[0].start[:4]
    words = tuple(word for word in question.words if word not in _STANDINGS)
    plan = replace(question, words=words, status="plan", to_date=False, periods=(_whole_year(year),))
    return [plan, replace(question, words=words, status="estimate")]


def _whole_year(year: str) -> Period:
    return Period(f"{year}-01-01", f"{year}-12-31", f"năm {year}")


def asks_growth(question: Question) -> bool:
    """Whether a change over time or against a plan is asked for."""
    base = re.search(r"cùng kỳ|kế hoạch năm|năm trước|năm ngoái|so với", question.text) is not None
    return "difference" in question.cues and (len(question.periods) > 1 or base)


def sets_apart(question: Question) -> bool:
    """Whether a difference is asked between two things that the question itself names."""
    named = asks_growth(question) or len(question.places) > 1 or len(contrasted(question)) > 1
    return "difference" in question.cues and named


def with_year_before(question: Question) -> tuple[Period, ...]:
    """The periods asked for, with the year before where one year is compared to "năm trước"."""
    periods = question.periods
    if len(periods) != 1 or not re.search(
        r"năm trước|năm ngoái|năm liền trước|previous year|year before", question.text
    ):
        return periods
    year = int(periods[0].start[:4]) - 1
    before = Period(f"{year}{periods[0].start[4:]}", f"{year}{periods[0].end[4:]}", f"năm {year}")
    return (*periods, before)


def alike(one: Figure, other: Figure) -> float:
    """How alike (0-1) two figures' indicators are, by their words; 0 where the units differ."""
    if one.unit != other.unit:
        return 0.0
    left, right = (set(content_words(figure.indicator_name or figure.indicator)) for figure in (one, other))
    return len(left & right) / max(1, len(left | right))
