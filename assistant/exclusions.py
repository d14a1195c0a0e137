"""What speaks against a sentence as the answer: reasons that rule it out, and the case that is judged.

A reason stands by itself: the sentence is of another place, counts another thing, tells no cause where one is
asked for. Weighing what speaks for it is done by fitted weights (``answer_signals``).
"""

import re
from functools import cache

from assistant.answer_forms import (
    asked_head_lacking,
    asks,
    asks_duration,
    cause_lacking,
    counts_members_only,
    enterprises_lacking,
    frequency_lacking,
    goal_lacking,
    members_lacking,
    names_lacking,
    only_told_of,
    ordinal_lacking,
    procedure_lacking,
    provinces_lacking,
    rank_lacking,
)
from assistant.answer_signals import by_name
from assistant.citations import unit_head
from assistant.entities import asks_holder, names_office
from assistant.entity_roles import asks_date_of_text
from assistant.evidence import Library, years_of
from assistant.figure_clauses import layers
from assistant.figure_finder import Candidate, FigureFinder
from assistant.figure_fit import (
    fit_period,
    fit_place,
    fit_unit,
    neutral_words,
    of_both_sides,
    of_other_matter,
    of_other_side,
)
from assistant.numbered import lacks_round
from assistant.question_slots import Question
from assistant.scope import lacks_name, ruled_out
from assistant.sentence_finder import SHORT_KINDS, Ranked, defines_another
from assistant.weighing import unknown_share
from assistant.wording import Wanted, aspects_asked, content_words, holds, listed_words, spread, strength
from documents.legal_numbers import same_number
from documents.numbers import DIGIT_WORDS
from documents.places import find_places
from documents.quantities import read_quantities

ENTITY_COVERAGE = 0.6
TOLD = 0.4  # the strength from which a question speaks of a word of what is capped
MISSING_OF_CAP = 0.25  # the share of the names asked for that a cap of another thing lacks
PARTS = 4  # numbers that a sentence must hold to break a sum down
UNSPOKEN = 0.12  # the share of the names asked for that no passage holds
SUBJECT_WORDS = 4  # words of what is capped that are looked at
# All of these were set by hand on the development questions of evals/gold.

_COUNT = re.compile(rf"(?<![\w/.,-])(?:\d{{1,4}}|{'|'.join(DIGIT_WORDS)}|mười|thứ) \w")

_SETS_NONE = re.compile(
    r"không (?:ấn định|quy định|nêu|đặt ra) (?:một |ra )?(?:con số|số tiền|mức cụ thể|mức tiền|tỷ lệ)"
)


_PLACES = frozenset({"tỉnh", "thành phố", "địa phương", "huyện", "xã"})


@cache
def _lead_words() -> frozenset[str]:
    """Words that open what is capped and tell nothing of it, with those that narrow no indicator."""
    return listed_words("cap_lead_words.txt") | neutral_words()


class Exclusions:
    """Judges sentences for questions; ``figures`` tells what the numbers in them count."""

    def __init__(self, library: Library, figures: FigureFinder) -> None:
        self._library = library
        self._figures = figures

    def ruled_out(self, question: Question, wanted: Wanted, best: Ranked) -> bool:
        """Whether the sentence tells of another thing than asked, or lacks what nothing can stand for."""
        told = f"{best.sentence.text} {best.view.heading_of(best.sentence)}"
        if ruled_out(question, told) or defines_another(question, best.sentence):
            return True
        if asks(question, "yes_no") and self._unspoken(question, wanted, best):
            return True
        if _lacks_short_answer(question, best) or _lacks_number(question, best) or _lacks_form(question, best):
            return True
        return self._caps_another(question, best) or self._contradicted(question, best)

    def case(self, question: Question, wanted: Wanted, best: Ranked) -> dict[str, float]:
        """The signals of the best sentence with what the question's kind asks of an answer, by name."""
        referred = any(r.number and same_number(r.number, best.view.source.number) for r in question.references)
        figure = question.kind == "figure"
        no_number = best.entity is None and (figure or not read_quantities(best.sentence.text))
        no_number = no_number and question.kind in ("figure", "comparison")
        case = by_name(best.signals)
        return case | {
            "unknown": unknown_share(self._library.index, wanted, question.light),
            "unfit_number": float(figure and best.entity is not None and not self._entity_fits(question, best)),
            "report_without": float(no_number and not best.view.is_legal),
            "law_without": float(no_number and best.view.is_legal),
            "comparison": float(question.kind == "comparison"),
            "short_kind": float(question.kind in SHORT_KINDS and not figure),
            "no_holder": float(question.kind == "who" and asks_holder(question) and best.entity is None),
            "holder": float(question.kind == "who" and asks_holder(question)),
            "referred": float(referred),
            "dated": float(bool(question.periods)),
            "placed": float(bool(question.places)),
            "english": float(question.language == "en"),
            "few_words": 1 / max(1, len(wanted.words)),
            "name_missing": float(lacks_name(question, best.view, best.sentence)),
            "cap_unasked": self._cap_unasked(question, best),
            "no_head": float(asked_head_lacking(question, best.sentence.prepared)),
            "no_cause": cause_lacking(question, best.sentence.text),
            "no_members": float(members_lacking(question, best.sentence.text)),
            "unfinished": float(question.kind not in SHORT_KINDS and _unfinished(best)),
        }

    def _unspoken(self, question: Question, wanted: Wanted, best: Ranked) -> bool:
        """Whether what a yes-or-no question turns on stands nowhere in a report: a thing, a province."""
        if best.view.is_legal:
            return False
        if unknown_share(self._library.index, wanted, question.light) >= UNSPOKEN:
            return True
        asked = any(place.level == "province" for place in question.places)
        near = [*best.view.places_of(best.sentence), *(place for place, _, _ in find_places(best.view.source.title))]
        told = any(place.level == "province" for place in near) or best.view.main_province is not None
        return asked and not told

    def _cap_unasked(self, question: Question, best: Ranked) -> float:
        """The share (0-1) of the first words of what is capped that the question lacks; 0 where no cap answers."""
        shares = [sum(lost) / len(lost) for lost in self._cap_words_lost(question, best)]
        return min(shares, default=0.0)

    def _caps_another(self, question: Question, best: Ranked) -> bool:
        """Whether the number caps another thing: what is capped is not asked for, nor said what is."""
        lost = self._cap_words_lost(question, best)
        unsaid = best.signals.missing >= MISSING_OF_CAP
        return bool(lost) and all(words[0] and (all(words[:2]) or unsaid) for words in lost)

    def _cap_words_lost(self, question: Question, best: Ranked) -> list[list[bool]]:
        """For each cap that is the number found: which of the first words of its subject the question lacks."""
        if question.kind != "figure" or best.entity is None or not best.view.is_legal:
            return []
        at = best.sentence.start + best.entity.start
        asked = spread(f"{question.text} {question.asked}")
        lost = []
        for figure in self._library.figures_in(best.view, best.sentence):
            words = [word for word in content_words(figure.indicator) if word not in _lead_words()]
            if figure.start <= at < figure.end and words and unit_head(figure.unit) in ("đồng", "%"):
                lost.append([strength(asked, word) < TOLD for word in words[:SUBJECT_WORDS]])
        return lost

    def _contradicted(self, question: Question, best: Ranked) -> bool:
        """Whether the number found is a figure of the table that is of another place, time or unit than asked."""
        named = set(best.view.places_of(best.sentence)) & set(question.places)
        beside = self._library.figures_in(best.view, best.sentence) if named else ()
        places = () if named and not any(fit_place(question.places, f.place) for f in beside) else question.places
        for candidate in self._judged(question, best):
            figure = candidate.figure
            told = [text for text, _ in layers(figure, best.view)]
            if of_other_side(question, figure):
                return True
            if not best.view.is_legal and (of_other_matter(question, told) or of_both_sides(question, told[1])):
                return True
            dated = figure.period is not None or not best.view.is_legal
            if question.counted in _PLACES and not _of_other_year(question, best):
                dated = False  # a region has its provinces in any month of its report's year
            if not fit_place(places, figure.place):
                return True
            if dated and not fit_period(question.periods, figure.period, question.to_date):
                return True
            if (question.counted or question.unit_sure) and not fit_unit(question, figure):
                return True
        return False

    def _entity_fits(self, question: Question, best: Ranked) -> bool:
        """Whether a number found in a sentence counts what the question asks for, as far as the table tells."""
        judged = self._judged(question, best)
        return best.view.is_legal or all(candidate.coverage >= ENTITY_COVERAGE for candidate in judged)

    def _judged(self, question: Question, best: Ranked) -> list[Candidate]:
        """The figures of the table that are the number found, each judged for the question."""
        if question.kind != "figure" or best.entity is None:
            return []
        at = best.sentence.start + best.entity.start
        named = set(best.view.places_of(best.sentence)) & set(question.places)
        places = () if named else question.places
        figures = [f for f in self._library.figures_in(best.view, best.sentence) if f.start <= at < f.end]
        return [self._figures.judge(question, figure, places) for figure in figures]


def _lacks_short_answer(question: Question, best: Ranked) -> bool:
    """Whether a name, day or place is asked for that the sentence must give and does not."""
    if best.entity is not None or question.carried:  # a follow-up may ask another kind of thing than its question
        return False
    legal = best.view.is_legal
    if question.kind == "where":
        return asks(question, "named_place") or (asks(question, "place") and not legal)
    if question.kind == "when":
        return not legal or asks_date_of_text(question) or asks(question, "day")
    if question.kind == "who" and asks(question, "representative"):
        return True
    named = question.kind == "who" and (names_office(question) or "tên" not in question.text)
    return named or (question.kind == "which" and asks(question, "number"))


def _lacks_number(question: Question, best: Ranked) -> bool:
    """Whether a number in a unit is asked for and the sentence holds none."""
    if question.kind not in ("figure", "comparison"):
        return False
    measured = question.unit_sure and bool(question.unit)
    if best.view.is_legal and _SETS_NONE.search(best.sentence.text):
        return False
    if question.kind == "comparison":
        units = [quantity.unit for quantity in read_quantities(best.sentence.text)] if measured else []
        return measured and not any(unit.startswith(question.unit) for unit in units)
    if best.entity is None and (measured or asks_duration(question)):
        return True
    if best.view.is_legal:
        counted = question.counted
        if counted in ("", "lần"):
            return False
        other = counted != "người" and not strength(best.sentence.prepared, counted)
        return other or _COUNT.search(best.sentence.text.lower()) is None
    return not read_quantities(best.sentence.text)


def _lacks_form(question: Question, best: Ranked) -> bool:
    """Whether a cause, a way, the members of a group or a result is asked for and the sentence tells none."""
    text = best.sentence.text
    if not best.view.is_legal and enterprises_lacking(question, text):
        return True
    if asks(question, "how") and _unfinished(best):
        return True
    prepared = best.sentence.prepared
    if members_lacking(question, text) and asked_head_lacking(question, prepared):
        return True
    if question.kind in ("figure", "when") and not best.view.is_legal and lacks_round(question.asked, text):
        return True
    if _of_no_province(question, best):
        return True
    if rank_lacking(question, prepared) or ordinal_lacking(question, prepared):
        return True
    if question.kind in ("list", "passage") and (provinces_lacking(question, text) or names_lacking(question, text)):
        return True
    if question.kind == "passage" and frequency_lacking(question, text):
        return True
    if asks_holder(question) and _of_other_year(question, best):
        return True
    if only_told_of(question, text) or procedure_lacking(question, prepared):
        return True
    if goal_lacking(question, f"{prepared} {best.view.heading_of(best.sentence)}"):
        return True
    if asks(question, "breakdown") and len(read_quantities(text)) < PARTS:
        return True
    return counts_members_only(question, text) or cause_lacking(question, text) == 1.0 or _no_result(question, best)


def _of_other_year(question: Question, best: Ranked) -> bool:
    """Whether who holds an office in a year is asked for and the sentence is of a report of other years."""
    years = {year for period in question.periods for year in years_of(period)}
    return bool(years) and not best.view.is_legal and not years & best.view.titled_years


def _of_no_province(question: Question, best: Ranked) -> bool:
    """Whether the text that a province issued is asked for and a sentence of a law names no such place."""
    asked = [place for place in question.places if place.level == "province"]
    issued = holds(spread(question.text), "ban hành")
    if question.kind != "which" or not issued or not asked or not best.view.is_legal:
        return False
    return not any(place in asked for place, _, _ in find_places(best.sentence.text))


def _no_result(question: Question, best: Ranked) -> bool:
    """Whether a result or a benefit is asked for and the sentence of a report tells none."""
    asked = any(aspect.name == "results" for aspect in aspects_asked(question.text))
    return asked and question.kind == "passage" and not best.view.is_legal and not best.shows


def _unfinished(best: Ranked) -> bool:
    """Whether a sentence of a report ends without a mark, as captions and headings do."""
    return not best.view.is_legal and best.sentence.text.rstrip(" ”\"')")[-1:] not in ".!?;:…,"
