"""Which figures of the table answer a question, best first.

It scores figures against the question's words, unit, place, period and status; it words nothing
and verifies nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.contrasts import side_words
from assistant.counts_told import of_other_count, of_other_stage, said_at
from assistant.evidence import Library
from assistant.figure_clauses import is_heading_figure, layers
from assistant.figure_fit import (
    fit_each,
    fit_period,
    fit_place,
    fit_share,
    fit_unit,
    narrowing,
    neutral_words,
    of_other_measure,
    same_place,
    sides_of,
)
from assistant.figure_order import Candidate, done_first, exact_first, told_first, whole_first
from assistant.members import names_an_enterprise
from assistant.money_asked import is_rate
from assistant.question_cues import asks_done
from assistant.question_slots import Question
from assistant.story_subjects import naming_words, of_workshop_unasked, subject_before
from assistant.weighing import weigh
from assistant.wording import Wanted, fold, spread
from documents.places import find_places, place_table
from documents.records import Figure, Period, Place
from index.records import FigureFilter

NAMED = 0.9  # how much counts what only the sentence names that a story goes on from
CANDIDATES = 60
COVERAGE_UNASKED = 0.7  # a question without words of its own fits every indicator alike
MEANING_UNASKED = 0.88  # the cosine of a middling candidate, where none was looked up
NEAR, NEAR_WIDE = 0.97, 0.8  # how near the best a whole must score to stand before its parts; NEAR_WIDE for "kinh phí"
# The weights and penalties of the score were set by hand on the development questions of evals/gold.


class FigureFinder:
    """Finds the figures that answer a question in the table of a library's index."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def find(self, question: Question, places: Sequence[Place], periods: Sequence[Period]) -> list[Candidate]:
        """Figures for a question narrowed to places and periods, best first; scores of 0 are left out.

        Of the figures of one fact that fit nearly alike, the whole stands for its parts.
        """
        ranked = exact_first(done_first(question, self.find_all(question, places, periods)))
        ranked = told_first(question, ranked)
        if ranked and self._library.view(ranked[0].figure.document).is_legal:
            return ranked
        words = self._wanted(question).words
        near = NEAR_WIDE if all(word in neutral_words() for word in words) else NEAR
        return whole_first(question, ranked, near)

    def find_all(self, question: Question, places: Sequence[Place], periods: Sequence[Period]) -> list[Candidate]:
        """The same with every part beside its whole."""
        seen = self._look_up(question, places)
        wanted = self._wanted(question)
        found = [self._score(question, wanted, figure, meaning, (places, periods)) for figure, meaning in seen.values()]
        return sorted((c for c in found if c.score > 0), key=lambda c: (-c.score, c.figure.document, c.figure.start))

    def judge(self, question: Question, figure: Figure, places: Sequence[Place]) -> Candidate:
        """One figure scored for a question narrowed to places; the score is 0 where it is ruled out."""
        return self._score(question, self._wanted(question), figure, MEANING_UNASKED, (places, question.periods))

    def beside(self, figure: Figure) -> list[Figure]:
        """The figures of its sentence that one comparison sets together with a figure, itself among them, in order."""
        sought = FigureFilter(indicator=figure.indicator, document=figure.document, limit=CANDIDATES)
        found = [hit.figure for hit in self._library.index.look_up(sought)]
        same = [f for f in found if (f.sentence_start, f.comparison) == (figure.sentence_start, figure.comparison)]
        return sorted(same, key=lambda other: other.start)

    def told_with(self, figure: Figure) -> list[Figure]:
        """All figures of a figure's sentence, itself among them, in order."""
        view = self._library.view(figure.document)
        row = view.sentence_at(figure.sentence_start)
        return self._library.figures_in(view, row) if row is not None else []

    def risen(self, figure: Figure) -> list[Figure]:
        """Where something went from one number to another ("từ 22 tấn lên 35 tấn"): both, a figure among them."""
        view = self._library.view(figure.document)
        row = view.sentence_at(figure.sentence_start)
        figures = self._library.figures_in(view, row) if row is not None else []
        for low, high in pairwise(sorted(figures, key=lambda other: other.start)):
            before = figure.sentence[: low.start - figure.sentence_start]
            between = figure.sentence[low.end - figure.sentence_start : high.start - figure.sentence_start]
            alike = (
                low.unit == high.unit or high.unit.startswith(f"{low.unit} ") or low.unit.startswith(f"{high.unit} ")
            )
            told = _FROM.search(before)
            goes = _TO.fullmatch(between) or (_REACHES.fullmatch(between) and told and told["changed"])
            if figure in (low, high) and alike and told and goes:
                return [low, high]
        return []

    def _look_up(self, question: Question, places: Sequence[Place]) -> dict[str, tuple[Figure, float]]:
        """Figures near the question by meaning, by id, each with how near (cosine)."""
        place = places[0].name if len(places) == 1 else ""
        sought = FigureFilter(indicator=sought_indicator(question), place=place, limit=CANDIDATES)
        if len(question.within) == 1:
            sought = replace(sought, place="", document=question.within[0])
        hits = self._library.index.look_up(sought)
        if question.names and sought.place:  # an enterprise's figure may be told without its place, or with another
            hits = [*self._library.index.look_up(replace(sought, place="")), *hits]
        return {
            hit.figure.id: (hit.figure, hit.score)
            for hit in hits
            if not question.within or hit.figure.document in question.within
            if hit.figure.document not in question.aside
        }

    def _namesake_at_home(self, figure: Figure, places: Sequence[Place]) -> bool:
        """Whether a district whose name several provinces have is that of the page's province, which is asked for."""
        if figure.place is None or figure.place.code or figure.place.level != "district":
            return False
        home = self._library.view(figure.document).main_province
        same = [p for p in places if (p.name, p.level) == (figure.place.name, "district")]
        return home is not None and any(place_table().province_of(place) == home for place in same)

    def _lies_there(self, question: Question, figure: Figure, places: Sequence[Place]) -> bool:
        """Whether a figure is of the enterprise or person that is named, and of a place within one asked for, or one
        that its text names."""
        table = place_table()
        within = figure.place is not None and any(table.contains(place, figure.place) for place in places)
        if not within and not all(f" {fold(place.name)} " in fold(spread(figure.sentence)) for place in places):
            return False
        view = self._library.view(figure.document)
        told = fold(" ".join(text for text, _ in layers(figure, view)))
        if not question.names:
            return False
        named = all(name in told or f" {spread(name).strip()} " in told for name in question.names)
        return named or subject_before(question, view, view.sentence_at(figure.start)) is not None

    def _of_other_enterprise(self, question: Question, figure: Figure) -> bool:
        """Whether a figure stands in a part of its sentence that is of another enterprise than the one named:
        "Doanh nghiệp Hà Mòn 120 triệu đồng; Hợp tác xã Kon K'lor 70 triệu đồng"."""
        if ";" not in figure.sentence:
            return False
        at = figure.start - figure.sentence_start
        first, last = figure.sentence.rfind(";", 0, at) + 1, figure.sentence.find(";", at)
        own = figure.sentence[first : last if last >= 0 else len(figure.sentence)]
        elsewhere = any(name in fold(figure.sentence) for name in question.names)
        return elsewhere and names_an_enterprise(own) and not all(name in fold(own) for name in question.names)

    def _wanted(self, question: Question) -> Wanted:
        words = tuple(word for word in question.words if word != question.counted)
        sided = side_words(sides_of(question)) & question.light  # which side is asked for is judged by itself
        words = tuple(word for word in words if word not in sided)
        if question.counted and all(word in neutral_words() for word in words):
            words = ()
        return weigh(self._library.index, words, question.light, question.carried)

    def _score(
        self,
        question: Question,
        wanted: Wanted,
        figure: Figure,
        meaning: float,
        asked: tuple[Sequence[Place], Sequence[Period]],
    ) -> Candidate:
        places, periods = asked
        if question.names and (self._of_other_enterprise(question, figure) or _names_another(question, figure)):
            return Candidate(figure, 0.0, 0.0, 0.0, meaning)
        start, end = figure.start - figure.sentence_start, figure.end - figure.sentence_start
        staged = of_other_stage(question, said_at(figure.sentence, start, end))
        if staged or of_other_count(question, figure.sentence):
            return Candidate(figure, 0.0, 0.0, 0.0, meaning)
        stated = any((q.value, q.unit) == (figure.value, figure.unit) for q in question.stated)
        other = stated or is_rate(question, figure.unit) or of_other_measure(question, figure)
        unit_fit = 0.0 if other else fit_unit(question, figure)
        place_fit = fit_place(places, figure.place) or float(
            self._lies_there(question, figure, places) or self._namesake_at_home(figure, places)
        )
        period_fit = fit_period(periods, figure.period, question.to_date)
        if not (unit_fit and place_fit and period_fit):
            return Candidate(figure, 0.0, 0.0, period_fit, meaning)
        view = self._library.view(figure.document)
        if of_workshop_unasked(question, places, view, view.sentence_at(figure.start)):
            return Candidate(figure, 0.0, 0.0, period_fit, meaning)
        around = layers(figure, view)
        naming = subject_before(question, view, view.sentence_at(figure.start))
        if naming is not None:
            around = [*around, (naming_words(question, naming), NAMED)]
        unit_fit *= fit_share(question, figure, around[1][0]) * fit_each(question, figure, around[1][0])
        coverage = wanted.coverage(*around) if wanted.words else COVERAGE_UNASKED
        fit = 0.7 * coverage + 0.2 * max(0.0, min(1.0, (meaning - 0.75) / 0.2)) + 0.1
        fit -= narrowing(question, figure, around[1][0], around[-1][0])
        if question.status != "unknown" and figure.status not in ("unknown", question.status):
            fit *= 0.85
        if figure.status == "plan" and question.status != "plan" and asks_done(f"{question.asked} {question.text}"):
            return Candidate(figure, 0.0, 0.0, period_fit, meaning)
        if is_heading_figure(figure, view):
            fit -= 0.02
        if figure.unit == "%" and len(places) > 1:
            fit += 0.06 if _set_against(figure, places) else -0.03
        score = max(0.0, fit) * place_fit * period_fit * unit_fit
        return Candidate(figure, score, coverage, period_fit, meaning, coverage * sum(wanted.weights))


_FROM = re.compile(
    r"(?:(?<!\w)(?P<changed>tăng|giảm|nâng|hạ|rút|cải thiện|lên|xuống)(?: [^\W\d]+){0,4} )?(?<!\w)"
    r"từ (?:(?:mức|khoảng|chỉ|hơn|gần|trên) )*$",
    re.IGNORECASE,
)
_MUCH = r"(?: (?:mức|khoảng|hơn|gần|trên|còn|đến|tới|nay|được|đạt|chỉ))* "
_TO = re.compile(rf"[^.;:()\d]{{0,40}}?(?<!\w)(?:lên|còn|xuống|thành){_MUCH}", re.IGNORECASE)
_REACHES = re.compile(rf"[^.;:()\d]{{0,40}}?(?<!\w)(?:đến|tới){_MUCH}", re.IGNORECASE)
"""What leads to a second number: "lên", or "đến" where something is said to have changed before the first one."""


def _names_another(question: Question, figure: Figure) -> bool:
    """Whether the sentence or row of a figure names an enterprise and none of those that the question names."""
    told = fold(figure.sentence)
    return names_an_enterprise(figure.sentence) and not any(name in told for name in question.names)


def sought_indicator(question: Question) -> str:
    """What the table is looked up for: the question without its places and periods, if anything is left."""
    return question.subject or question.text


def _set_against(figure: Figure, places: Sequence[Place]) -> bool:
    """Whether a rate is printed as compared to another of the places asked for."""
    others = [place for place in places if figure.place is None or not same_place(place, figure.place)]
    told = [place for place, _, _ in find_places(figure.comparison)]
    return any(same_place(place, other) for place in others for other in told)
