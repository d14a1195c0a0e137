"""What speaks against a sentence as the answer: reasons that rule it out, and the case that is judged.

A reason stands by itself: the sentence is of another place, counts another thing, tells no cause where one is
asked for. Weighing what speaks for it is done by fitted weights (``answer_signals``).
"""

import re
from dataclasses import replace
from functools import cache

from assistant.answer_forms import asks, cause_lacking
from assistant.answer_signals import by_name
from assistant.citations import unit_head
from assistant.counts_told import of_other_count
from assistant.entities import Entity, asks_holder
from assistant.evidence import Library
from assistant.figure_clauses import layers
from assistant.figure_finder import FigureFinder
from assistant.figure_fit import (
    fit_period,
    fit_place,
    fit_share,
    fit_unit,
    neutral_words,
    of_both_sides,
    of_other_matter,
    of_other_side,
    of_sum_not_paid_out,
    side_untold,
)
from assistant.figure_order import Candidate
from assistant.lacking import lacks_what_is_asked, of_other_year, unfinished
from assistant.members import asked_head_lacking, members_lacking
from assistant.money_asked import asks_whole_year
from assistant.question_slots import Question
from assistant.scope import at_home_only, lacks_name, ruled_out, tells_of_named
from assistant.sentence_finder import SHORT_KINDS, Ranked, defines_another
from assistant.speakers import lacks_speaker
from assistant.story_subjects import of_workshop_unasked
from assistant.weighing import unknown_share
from assistant.wording import Wanted, content_words, listed_words, spread, strength, synonyms
from documents.legal_numbers import same_number
from documents.periods import is_year
from documents.places import find_places, place_table
from documents.quantities import read_quantities

ENTITY_COVERAGE = 0.6
TOLD = 0.4  # the strength from which a question speaks of a word of what is capped
ALL_BUT_SAID = 0.0  # the share of those names that a sentence may lack which tells all that is asked of
MUCH_MISSING = 0.3  # the share of the names asked for that a cap of another kind of the same thing lacks
MISSING_OF_CAP = 0.25  # the share of the names asked for that a cap of another thing lacks
UNSPOKEN = 0.12  # the share of the names asked for that no passage holds
SUBJECT_WORDS = 4  # words of what is capped that are looked at
# All of these were set by hand on the development questions of evals/gold.


_ALLOTTED = re.compile(
    r"(?<!\w)(?:phê duyệt|duyệt|giao|phân bổ|bố trí|cấp|dự kiến|rót|đồng ý|thống nhất|chấp thuận)(?!\w)"
)
_PLACES = frozenset({"tỉnh", "thành phố", "địa phương", "huyện", "xã"})


@cache
def _lead_words() -> frozenset[str]:
    """Words that open what is capped and tell nothing of it, with those that narrow no indicator."""
    return listed_words("cap_lead_words.txt") | neutral_words()


def _names_nothing(question: Question) -> bool:
    """Whether a number is asked for and nothing is named whose it is: "lượng cơ sở hiện nay bao nhiêu"."""
    named = question.places or question.periods or question.references or question.stated or question.carried
    counted = question.counted or question.unit
    if question.kind != "figure" or named or counted or question.within or question.names:
        return False
    return not set(question.words) - neutral_words()


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
        if set(question.words) - question.light and not best.coverage and not best.view.is_legal:
            return True  # the place alone is no answer
        if _names_nothing(question):
            return True
        if not best.view.is_legal and of_other_count(question, best.sentence.text):
            return True
        asked = question.kind == "figure"
        if asked and of_workshop_unasked(question, question.places, best.view, best.sentence):
            return True
        if lacks_speaker(question, best.view, best.sentence):
            return True
        if asks(question, "yes_no") and self._unspoken(question, wanted, best):
            return True
        if lacks_what_is_asked(question, best):
            return True
        if self._of_other_side(question, best) or self._only_planned(question, best):
            return True
        return self._caps_another(question, best) or self._contradicted(question, best)

    def with_number_of_time(self, question: Question, best: Ranked) -> Ranked:
        """The sentence with that of its numbers found that is of the time asked for: "năm 2020 là 3,4 tỷ đồng, năm 2022
        đạt 8,1 tỷ đồng"; as it is where it tells one thing of one time."""
        if question.kind != "figure" or best.entity is None or not question.periods or best.view.is_legal:
            return best
        if not self._contradicted(question, best):
            return best
        told = {candidate.figure.indicator_name for candidate in self._judged(question, best)}
        for figure in self._library.figures_in(best.view, best.sentence):
            start, end = (at - best.sentence.start for at in (figure.start, figure.end))
            other = replace(best, entity=Entity(best.sentence.text[start:end], start, end))
            if figure.indicator_name in told and not self._contradicted(question, other):
                return other
        return best

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
            "unfinished": float(question.kind not in SHORT_KINDS and unfinished(best)),
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
        missing = best.signals.missing
        if lost and self._defined_by_it(question, best):
            return False
        named = question.references or question.carried or question.within
        if lost and missing >= MUCH_MISSING and not named and all(len(words) > 2 and all(words[1:]) for words in lost):
            return True  # "lãi suất vay mua nhà" is no "lãi suất vốn vay cho cơ sở gây ô nhiễm di dời"
        if missing <= ALL_BUT_SAID and len(lost) == 1:
            return False  # the one cap of a sentence that tells all that is asked of
        return bool(lost) and all(words[0] and (all(words[:2]) or missing >= MISSING_OF_CAP) for words in lost)

    def _defined_by_it(self, question: Question, best: Ranked) -> bool:
        """Whether all things asked for are what a sentence defines by its number: "X là sản phẩm có trên 50% ..."."""
        subject, said, _ = best.sentence.prepared.partition(" là ")
        things = [word for word in question.words if word not in question.light]
        return bool(said and things) and all(strength(f"{subject} ", word) >= TOLD for word in things)

    def _cap_words_lost(self, question: Question, best: Ranked) -> list[list[bool]]:
        """For each cap that is the number found: which of the first words of its subject the question lacks."""
        if question.kind != "figure" or best.entity is None or not best.view.is_legal:
            return []
        at = best.sentence.start + best.entity.start
        asked = spread(f"{question.text} {question.asked}")
        meant = {other for word in question.words for other in synonyms(word)}
        meant |= {other for word in meant for other in synonyms(word)}
        lost = []
        for figure in self._library.figures_in(best.view, best.sentence):
            words = [word for word in content_words(figure.indicator) if word not in _lead_words()]
            if figure.start <= at < figure.end and words and unit_head(figure.unit) in ("đồng", "%"):
                lost.append([strength(asked, word) < TOLD and word not in meant for word in words[:SUBJECT_WORDS]])
        return lost

    def _contradicted(self, question: Question, best: Ranked) -> bool:
        """Whether the number found is a figure of the table that is of another place, time or unit than asked."""
        named = set(best.view.places_of(best.sentence)) & set(question.places)
        beside = self._library.figures_in(best.view, best.sentence) if named else ()
        places = () if named and not any(fit_place(question.places, f.place) for f in beside) else question.places
        places = () if tells_of_named(question, best.view, best.sentence) else places
        for candidate in self._judged(question, best):
            figure = candidate.figure
            told = [text for text, _ in layers(figure, best.view)]
            if of_other_side(question, figure):
                return True
            if at_home_only(question, told[1]):
                return True
            if not best.view.is_legal and (of_other_matter(question, told) or of_both_sides(question, told[1])):
                return True
            if not best.view.is_legal and (side_untold(question, told) or of_sum_not_paid_out(question, told)):
                return True
            dated = figure.period is not None or not best.view.is_legal
            if question.counted in _PLACES and not of_other_year(question, best):
                dated = False  # a region has its provinces in any month of its report's year
            holds_named = figure.place is not None and any(place_table().contains(figure.place, one) for one in named)
            if not fit_place(places, figure.place) and not holds_named:
                return True  # but money of a province for a district that its sentence names is not elsewhere
            if not best.view.is_legal and not fit_share(question, figure, told[1]):
                return True
            part = figure.period is not None and not is_year(figure.period)
            if part and asks_whole_year(question) and not best.view.is_legal:
                return True
            if dated and not fit_period(question.periods, figure.period, question.to_date):
                return True
            if (question.counted or question.unit_sure) and not fit_unit(question, figure):
                return True
        return False

    def _only_planned(self, question: Question, best: Ranked) -> bool:
        """Whether what was done is asked for, nothing approved or allotted, and the number found is of a plan."""
        laid_down = best.view.is_legal and best.view.document.id in question.within
        if question.status != "actual" or laid_down or _ALLOTTED.search(question.text.lower()):
            return False  # a law plans nothing: what it lays down is the number asked for
        judged = self._judged(question, best)
        return bool(judged) and all(candidate.figure.status == "plan" for candidate in judged)

    def _of_other_side(self, question: Question, best: Ranked) -> bool:
        """Whether the number found is by its name of the other fund than the one asked for."""
        judged = self._judged(question, best)
        return bool(judged) and all(of_other_side(question, candidate.figure) for candidate in judged)

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
