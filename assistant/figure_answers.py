"""Answers by figures of the table: the figure asked for, or the main figures of a place and period.

It decides whether the best figure is surely enough the one asked for; finding figures is done in
``figure_finder``, wording them in ``phrasing``.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.activities import activity_words
from assistant.answer_forms import LASTING, REGIONAL, asks, ordinal_lacking, rank_lacking
from assistant.answer_signals import alike, likelihood
from assistant.citations import Draft, unit_head
from assistant.counts_told import of_other_people, said_at
from assistant.evidence import Library, View
from assistant.figure_clauses import layers
from assistant.figure_finder import FigureFinder, sought_indicator
from assistant.figure_fit import (
    BUDGET_WORDS,
    neutral_words,
    of_other_matter,
    of_other_side,
    of_sum_not_paid_out,
    one_side_asked,
    side_untold,
    unasked_part,
)
from assistant.figure_order import Candidate, one_family
from assistant.listed_totals import covers_more, total_over_list
from assistant.members import names_an_enterprise
from assistant.money_asked import (
    asks_whole_year,
    cut_lacking,
    for_meeting_lacking,
    of_other_purse,
    spending_lacking,
    stated_whole,
)
from assistant.phrasing import state_en, state_vi
from assistant.question_slots import Question
from assistant.records import Outcome
from assistant.replies import Reply
from assistant.scope import at_home_only, lacks_name, ruled_out
from assistant.settings import AnswerSettings
from assistant.story_subjects import with_subject
from assistant.taken_together import asks_of_both_funds
from assistant.weighing import weigh
from assistant.wording import content_words, has_diacritics, holds, spread, synonyms
from documents.periods import is_year
from documents.quantities import same_quantity
from documents.records import Figure

OVERVIEW = 6  # figures of an overview
SHOWN, COMPARED = 3, 8
ALIKE = 0.95  # how much of the best figure's coverage another part of the same fund must have
CLOSE, CLOSE_ELSEWHERE = 0.97, 0.9  # a second figure this near the best is shown with it; less near of another place
ALONE, LEAD = 0.3, 0.05  # for a figure judged by itself: what a middling one has
MEANING_FROM, MASS_ENOUGH = 0.8, 5.0
SPEAKS, SPEAKS_CLEARLY = 0.85, 0.6

_CAP = re.compile(r"(?<!\w)(?:tối đa|không quá|mức trần|nhiều nhất là)(?!\w)")
# All of these were set by hand on the development questions of evals/gold.


class FigureAnswers:
    """Answers questions by figures; ``settings`` hold the floors below which a figure is no answer."""

    def __init__(self, library: Library, settings: AnswerSettings) -> None:
        self.finder = FigureFinder(library)
        self._library = library
        self._settings = settings

    def answer(self, question: Question) -> Reply | None:
        """The figure asked for with those as near, ``conflicting`` where documents differ; None when unsure."""
        if asks(question, "breakdown"):
            return None
        found = [
            candidate
            for candidate in self.finder.find(question, question.places, question.periods)
            if not covers_more(question, candidate.figure, self._library.view(candidate.figure.document))
        ]
        if not found or not self.sure(question, found[0], found):
            return None
        best = found[0].figure
        parts = self._parts(question, found)
        if parts:
            return Reply(tuple(self.state(question, part, full=True) for part in parts), "partial", parts, listed=True)
        shown = _shown(question, found)
        if asks_of_both_funds(question.asked) and unasked_part(question, best):
            return None  # one fund alone is not what both come to
        conflict = any(_conflict(best, figure) for figure in shown[1:])
        outcome: Outcome = "conflicting" if conflict else "partial" if unasked_part(question, best) else "answered"
        drafts = tuple(self.state(question, figure) for figure in shown)
        return Reply(drafts, outcome, tuple(shown), listed=len(drafts) > 1)

    def over_list(self, question: Question) -> Reply | None:
        """The total printed over a list of the very activities that a question names, cited with that list."""
        found = total_over_list(question, self.finder, self._library)
        if found is None:
            return None
        figure, listed = found
        view = self._library.view(figure.document)
        stated = self.state(question, figure)
        evidence = (*stated.evidence, *(view.evidence(row.start, row.end) for row in listed))
        return Reply((replace(stated, evidence=tuple(dict.fromkeys(evidence))),), figures=(figure,))

    def in_parts(self, question: Question) -> bool:
        """Whether what a question asks of one fund is held only activity by activity."""
        found = self.finder.find(question, question.places, question.periods)
        return bool(found) and bool(self._parts(question, found))

    def _parts(self, question: Question, found: Sequence[Candidate]) -> tuple[Figure, ...]:
        """The parts of one fund, each for its own activity, where no activity is asked for and no total is held.

        Empty where the best figure tells of no activity, or no other one does so for the same place and time.
        """
        best = found[0]
        if not one_side_asked(question) or best.figure.unit == "%" or set(question.words) & activity_words():
            return ()
        alike = [best.figure]
        for other in found[1:COMPARED]:
            figure = other.figure
            same = one_family(best.figure, figure) and figure.sentence != best.figure.sentence
            if same and other.coverage >= ALIKE * best.coverage and figure.sentence not in {f.sentence for f in alike}:
                alike.append(figure)
        told = all(any(holds(spread(figure.sentence), word) for word in activity_words()) for figure in alike)
        return tuple(alike) if told and len(alike) > 1 else ()

    def overview(self, question: Question) -> Reply | None:
        """For "tình hình khuyến công phía Bắc năm 2024": the main figures of that place and period."""
        asks = any(cue in spread(question.text) for cue in (" tình hình ", " tóm tắt ", " tổng quan ", " khái quát "))
        wide = all(word in neutral_words() for word in question.words)
        if not asks or not wide or not (question.places or question.periods):
            return None
        found = self.finder.find(replace(question, unit="", counted=""), question.places, question.periods)
        chosen: list[Figure] = []
        for candidate in found:
            figure = candidate.figure
            if candidate.period_fit == 1.0 and not any(_says_the_same(figure, known) for known in chosen):
                chosen.append(figure)
        chosen = sorted(chosen[:OVERVIEW], key=lambda figure: (figure.document, figure.start))
        drafts = tuple(self.state(question, figure) for figure in chosen)
        return Reply(drafts, figures=tuple(chosen), listed=True) if chosen else None

    def sure(self, question: Question, candidate: Candidate, found: Sequence[Candidate] = ()) -> bool:
        """Whether a figure is surely enough the one asked for, by the calibrated likelihood and its score.

        ``found`` are all that were found with it; without them it is taken to have a few like it.
        """
        figure = candidate.figure
        told = f"{figure.indicator} {figure.indicator_name} {figure.sentence}"
        if question.kind == "figure" and self._stated_elsewhere(question, figure):
            return False
        if question.kind == "figure" and self._no_part_of_stated(question, figure):
            return False
        if for_meeting_lacking(question, figure.indicator):
            return False
        at = figure.start - figure.sentence_start
        said = said_at(figure.sentence, at, at + len(figure.text))
        report = not self._library.view(figure.document).is_legal
        if report and of_other_people(question, said):
            return False
        if report and not figure.unit_words and of_other_purse(question, said):
            return False
        if self._of_another_matter(question, figure) or _of_one_enterprise(question, figure):
            return False
        if covers_more(question, figure, self._library.view(figure.document)):
            return False
        if self._no_cap(question, figure) or self._not_of_what_was_spent(question, figure):
            return False
        if ordinal_lacking(question, spread(figure.sentence)):
            return False
        if asks(question, "rank") and rank_lacking(question, spread(figure.sentence)):
            return False
        if candidate.score < self._settings.figure_floor or ruled_out(question, told):
            return False
        return likelihood("figure", self.case(question, candidate, found)) >= self._settings.figure_likelihood

    def case(self, question: Question, candidate: Candidate, found: Sequence[Candidate] = ()) -> dict[str, float]:
        """What speaks for a figure as the one asked for, by name; each from 0 to about 1."""
        figure = candidate.figure
        view = self._library.view(figure.document)
        other_standing = figure.status not in ("unknown", question.status)
        words = tuple(word for word in question.words if word != question.counted)
        return {
            "score": candidate.score,
            "coverage": candidate.coverage,
            "meaning": max(0.0, (candidate.meaning - MEANING_FROM) * 10),
            "likeness": self._likeness(question, figure),
            "lead": _lead(candidate, found),
            "alone": 1 / max(1, sum(other.figure.unit == figure.unit for other in found)) if found else ALONE,
            "mass": min(1.0, candidate.mass / MASS_ENOUGH),
            "wordless": float(not words),
            "dated": float(bool(question.periods)),
            "placed": float(bool(question.places)),
            "unit_sure": float(question.unit_sure and bool(question.unit)),
            "counted": float(bool(question.counted)),
            "legal": float(
                view.is_legal and not (figure.place and figure.period and question.places and question.periods)
            ),
            "name_missing": float(lacks_name(question, view, view.sentence_at(figure.start))),
            "other_standing": float(question.status != "unknown" and other_standing),
        }

    def _stated_elsewhere(self, question: Question, figure: Figure) -> bool:
        """Whether a question gives counts of its own ("701 gian hàng") and none of them stands near a figure."""
        counted = [quantity for quantity in question.stated if unit_head(quantity.unit) not in ("đồng", "%")]
        counted = [one for one in counted if one.unit not in REGIONAL]
        stated = [one for one in counted if unit_head(one.unit) not in LASTING and one.text[:1].isdigit()]
        stated = [one for one in stated if not question.counted or question.counted not in one.unit.lower()]
        if not has_diacritics(question.asked):
            return False  # what is counted is not surely read
        if figure.unit_words and figure.indicator.lower().startswith("tổng"):
            return False  # the total of a table, whose rows are those counted
        view = self._library.view(figure.document)
        row = view.sentence_at(figure.start)
        if not stated or row is None:
            return False
        held = view.quantities_about(row)
        return not any(same_quantity(one, other) for one in stated for other in held)

    def _no_part_of_stated(self, question: Question, figure: Figure) -> bool:
        """Whether a part of a sum that the question gives is asked for and the figure is larger or far from it."""
        whole = stated_whole(question)
        if whole is None:
            return False
        if figure.unit == "%":
            return True
        view = self._library.view(figure.document)
        row = view.sentence_at(figure.start)
        if row is None or whole.unit != figure.unit:
            return False
        beside = any(same_quantity(whole, other) for other in view.quantities_about(row))
        return figure.value >= whole.value or not beside

    def _no_cap(self, question: Question, figure: Figure) -> bool:
        """Whether the most that is paid is asked for and the figure is what a report says was paid."""
        capped = _CAP.search(question.text.lower()) is not None and figure.unit.startswith("đồng")
        legal = self._library.view(figure.document).is_legal
        return capped and not legal and _CAP.search(figure.sentence.lower()) is None

    def _not_of_what_was_spent(self, question: Question, figure: Figure) -> bool:
        """Whether money spent or cut is asked for and the figure is a plan, or a part of the whole year asked for."""
        if question.kind != "figure" or self._library.view(figure.document).is_legal:
            return False
        part = figure.period is not None and not is_year(figure.period) and any(map(is_year, question.periods))
        if part and asks_whole_year(question):
            return True
        return cut_lacking(question, figure.sentence) or spending_lacking(question, figure.sentence, figure.status)

    def _of_another_matter(self, question: Question, figure: Figure) -> bool:
        """Whether an activity, a level or a fund is asked of that nothing about a report's figure tells of."""
        view = self._library.view(figure.document)
        told = [text for text, _ in layers(figure, view)]
        return not view.is_legal and (
            at_home_only(question, told[1])
            or of_other_matter(question, told)
            or of_sum_not_paid_out(question, told)
            or side_untold(question, told)
        )

    def is_cap(self, figure: Figure) -> bool:
        """Whether a figure is money or a percentage that a legal text sets, which is nobody's result."""
        return unit_head(figure.unit) in ("đồng", "%") and self._library.view(figure.document).is_legal

    def _likeness(self, question: Question, figure: Figure) -> float:
        """How alike (0-1) the question and the figure's sentence are in meaning."""
        view = self._library.view(figure.document)
        row = view.sentence_at(figure.start)
        if row is None:
            return 0.0
        (cosine,) = self._library.likeness(self._library.index.embed_query(_likened_text(question)), [(view, row)])
        return alike(cosine)

    def embed_ahead(self, questions: Sequence[Question]) -> None:
        """Embeds together what finding and judging the figures of several questions will ask for."""
        texts = [text for question in questions for text in (sought_indicator(question), _likened_text(question))]
        self._library.index.embed_ahead(texts)

    def state(self, question: Question, figure: Figure, full: bool = False) -> Draft:
        """A sentence that states a figure, in the question's language; ``full`` quotes its whole sentence."""
        view = self._library.view(figure.document)
        if question.language == "en":
            draft = state_en(figure, view, full)
        else:
            draft = state_vi(figure, view, not full and self._speaks(question, figure, view), full)
        return with_subject(question, draft, view, view.sentence_at(figure.start))

    def _speaks(self, question: Question, figure: Figure, view: View) -> bool:
        """Whether the figure's indicator tells by itself what the question asks about."""
        words = tuple(word for word in question.words if word not in neutral_words())
        whole = figure.indicator.replace("tỉnh, thành", "tỉnh thành")
        if "," in whole or len(whole.split()) > 24 or figure.unit_words:  # a cell is told by its row
            return False
        told = spread(f"{figure.indicator} {figure.unit}")
        clear = len(content_words(figure.indicator)) >= 2 or figure.unit not in ("đồng", "%")
        clear = clear and self._coverage(question.words, told) >= SPEAKS_CLEARLY
        return clear and not view.is_legal and self._coverage(words, told) >= SPEAKS if words else clear

    def told(self, words: Sequence[str], figure: Figure) -> float:
        """How much (0-1) of the words a figure's own indicator and clause hold."""
        around = layers(figure, self._library.view(figure.document))
        return weigh(self._library.index, words).coverage(*around[:2])

    def _coverage(self, words: Sequence[str], told: str) -> float:
        return weigh(self._library.index, words).coverage((told, 1.0))


def _of_one_enterprise(question: Question, figure: Figure) -> bool:
    """Whether a sum was given to one enterprise by name, where the money of a province is asked for and no activity."""
    if not figure.unit.startswith("đồng") or question.names or not any(p.level == "province" for p in question.places):
        return False
    spending = {word for word in question.words if {"chi", "hỗ trợ"} & set(synonyms(word))}
    words = set(question.words) - neutral_words() - question.light - spending - BUDGET_WORDS
    return not words and names_an_enterprise(figure.sentence)


def _likened_text(question: Question) -> str:
    """What a figure's sentence is compared to: an English question as it was asked."""
    return question.asked if question.language == "en" else question.text


def _lead(candidate: Candidate, found: Sequence[Candidate]) -> float:
    """How far (0-1) a figure's score is ahead of the best that gives another value."""
    own = (candidate.figure.value, candidate.figure.unit)
    others = [other.score for other in found if (other.figure.value, other.figure.unit) != own]
    if not found:
        return LEAD
    return max(0.0, candidate.score - max(others, default=0.0))


def _shown(question: Question, found: Sequence[Candidate]) -> list[Figure]:
    """The best figure with up to two more that fit as well and say something else."""
    best = found[0]
    shown = [best.figure]
    for other in found[1:COMPARED]:
        elsewhere = not question.places and other.figure.place != best.figure.place
        near = other.score >= (CLOSE_ELSEWHERE if elsewhere else CLOSE) * best.score
        near = near and other.coverage >= best.coverage - 0.05 and other.figure.unit == best.figure.unit
        said = any(_says_the_same(known, other.figure) or known.sentence == other.figure.sentence for known in shown)
        if near and not said and not of_other_side(question, other.figure):
            shown.append(other.figure)
    return shown[:SHOWN]


def _dates(figure: Figure) -> tuple[str, str] | None:
    return (figure.period.start, figure.period.end) if figure.period else None


def _says_the_same(one: Figure, other: Figure) -> bool:
    """Whether two figures give one value for one place and period."""
    return (one.value, one.unit, one.place, _dates(one)) == (other.value, other.unit, other.place, _dates(other))


def _conflict(one: Figure, other: Figure) -> bool:
    """Whether two documents give one indicator, place, period and status different values."""
    left, right = (
        (figure.indicator_name, figure.unit, figure.place, figure.status, _dates(figure)) for figure in (one, other)
    )
    return left == right and one.document != other.document and one.value != other.value
