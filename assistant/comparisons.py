"""Answers that set figures side by side and work out what is asked of them.

A question is read into plans (``operands``), each operand's figure is found under its own constraints, and
the first plan whose every operand is surely held is stated and worked out (``reckoning``). What the
documents print themselves stands first. A comparison with an operand that is not held is not worked out.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import product

from assistant.activities import activities_asked
from assistant.cap_questions import sets_a_cap_against
from assistant.citations import Draft, Evidence, unit_head
from assistant.contrasts import contrasted, sets_whole_against_part
from assistant.figure_answers import FigureAnswers
from assistant.figure_fit import same_place
from assistant.figure_order import Candidate
from assistant.operand_fit import lacks_side, mixes_sides, together
from assistant.operands import Plan, clean_words, with_year_before
from assistant.operations import COMPUTED, Operation, operations, spelled_out, tells_a_story, without_operations
from assistant.places_asked import LEFT_OUT, leaves_out_place
from assistant.plans import asks_extremes, average_plan, extremes, plans, two_things
from assistant.question_parts import read_part
from assistant.question_slots import Question
from assistant.reckoning import Reckoner, average, difference, growth, ratio, share, total
from assistant.region_counts import counts_of_regions
from assistant.replies import Reply
from assistant.weighing import HELD
from documents.periods import of_like_length
from documents.places import find_places
from documents.records import Figure

_CHANGE = re.compile(r"tăng|giảm|cao hơn|thấp hơn|so với|nhiều hơn|ít hơn|vượt")
_CHOSEN = re.compile(r"^\d+ trong \d+ ")
_OF_CHOOSING = frozenset(
    {"đợt", "kỳ", "kì", "cuộc", "lần", "công nhận", "món", "mặt hàng", "dự thi", "trượt", "rớt"}
)  # what "N of M" itself says
_PRINTED_AVERAGE = re.compile(r"bình quân|trung bình")
_AND_REACHED = re.compile(
    r"(?:bao nhiêu|mấy)(?: \w+){0,8}(?: và|,) (?:đã |ước )?(?:đạt|bằng|hoàn thành|chiếm) (?:được )?"
    r"(?:bao nhiêu|mấy) (?:phần trăm|%)"
)
"""A sum and the share of the plan that it reaches, asked for at once."""
_NUMBER_CUES = frozenset({"figure", "comparison", "difference"})
RATES, PAIRED = 5, 6  # the best candidates looked at for a printed rate, and for each operand
ROUNDING = Decimal("0.005")  # how far (of itself) a printed total may lie from the sum of its printed parts
_ALLOTTED = re.compile(r"(?<!\w)(?:phân bổ|được giao|được duyệt|cấp)(?!\w)")  # what was given out and not yet spent
DONE_NEAR = 0.8  # the share of a plan's score from which what was done stands for it, where that is asked for
RATE_TOLD = 0.5  # the coverage that a printed rate of change must have of what a question names
TOLD = 0.85  # the coverage from which one figure is the total that a question asks for


class Comparisons:
    """Answers comparisons over the figures that ``FigureAnswers`` finds."""

    def __init__(self, figures: FigureAnswers) -> None:
        self._figures = figures

    def answer(self, question: Question) -> Reply | None:
        """The figures that a question sets side by side, and what is asked of them; None when one is not held."""
        asked = operations(question)
        if tells_a_story(question):
            question = replace(question, asked=question.text, whole=question.text)
        if question.kind in ("list", "who", "where", "when", "which") and not question.cues & _NUMBER_CUES:
            return None
        if question.unheld or not (asked or question.kind in ("comparison", "figure")):
            return None
        if asked & COMPUTED and sets_a_cap_against(question):
            return None
        question = _with_place_left_out(_reread(question)) if "remaining" in asked else _reread(question)
        if asks_extremes(question):
            return self._extremes(question, asked)
        ways = (self._over_list, self._both, self._averaged, self._of_regions, self._chosen, self._printed_share)
        for way in (*ways, self._risen):
            reply = way(question, asked)
            if reply is not None:
                return reply
        single = not asked - {"average"} or (asked <= {"total", "average"} and self._told_whole(question))
        return None if single else self._compared(question, asked)

    def of_told(self, question: Question, pair: Sequence[Figure], adds: bool) -> Reply | None:
        """Two figures added up, or set side by side as a follow-up asks; None where they are not of one kind.

        They are of one unit, of stretches of like length, and both planned or neither.
        """
        asked = operations(question)
        if len(pair) != 2 or pair[0].id == pair[1].id or unit_head(pair[0].unit) != unit_head(pair[1].unit):
            return None
        periods = [figure.period for figure in pair if figure.period is not None]
        if not of_like_length(periods) or (pair[0].status == "plan") != (pair[1].status == "plan"):
            return None
        reckon = total if adds else ratio if "ratio" in asked else growth if question.unit == "%" else difference
        printed = self._rate_between(pair) if reckon is growth else []
        reply = self._reply(question, [*printed, *pair], pair, (difference if printed else reckon,))
        return reply if len(reply.drafts) > len(pair) else None

    def _rate_between(self, pair: Sequence[Figure]) -> list[Figure]:
        """The rate of change that the documents print beside one of two figures of two years, measured by the other."""
        later, earlier = sorted(pair, key=lambda figure: figure.period.start if figure.period else "", reverse=True)
        if earlier.period is None or later.period is None or earlier.period.start == later.period.start:
            return []
        year = earlier.period.start[:4]
        for figure in (one for one in self._figures.finder.told_with(later) if one.start > later.start):
            if figure.unit != "%":
                break  # what follows is said of another number
            if year in figure.comparison and _CHANGE.search(figure.comparison):
                return [figure]
        return []

    def lacking(self, question: Question) -> Question | None:
        """The operand that the documents do not hold, where they hold the other one; else None."""
        if not sets_apart(question):
            return None
        question = _reread(question)
        for plan in plans(question, operations(question)):
            held = [bool(self._sure_of(plan, number)) for number in range(len(plan.operands))]
            if plan.axis in ("place", "period") and any(held) and not all(held):
                return plan.operands[held.index(False)]
        return None

    def _told_whole(self, question: Question) -> bool:
        """Whether one figure tells by itself all that a question for a total names."""
        found = self._figures.finder.find(question, question.places, question.periods)[:1]
        words = clean_words(question.words)
        return any(self._figures.told(words, candidate.figure) >= TOLD for candidate in found)

    def _compared(self, question: Question, asked: frozenset[Operation]) -> Reply | None:
        printed = self._growth(question, asked)
        for plan in plans(question, asked):
            figures = [] if mixes_sides(plan) else self._fill(plan)
            if figures and not sets_whole_against_part(question, figures):
                reckoners = _reckoners(asked, plan, bool(printed))
                if asked <= {"compare", "each"} and not of_like_length(f.period for f in figures if f.period):
                    reckoners = ()  # five years less one is no difference, unless that is asked for
                if total in reckoners and not self._all_added(question, figures):
                    continue
                printed += self._printed_total(question, figures) if total in reckoners else []
                known = [figure for figure in printed if figure.id not in {other.id for other in figures}]
                return self._reply(question, [*known, *figures], figures, reckoners)
        return self._reply(question, printed, [], ()) if printed else None

    def _over_list(self, question: Question, asked: frozenset[Operation]) -> Reply | None:
        """The total that is printed over a list of the very activities that a question names together."""
        return self._figures.over_list(question) if asked <= {"sum", "total"} else None

    def _both(self, question: Question, asked: frozenset[Operation]) -> Reply | None:
        """Two figures of different units that a question asks for at once."""
        reached = asked <= {"share"} and _AND_REACHED.search(question.text.lower()) is not None
        if asked & {"average", "ratio", "share", "points", "difference"} and not reached:
            return None
        for plan in two_things(question, with_share=reached):
            if any(self._figures.in_parts(operand) for operand in plan.operands):
                continue
            figures = self._fill(plan)
            if figures:
                return self._reply(question, figures, figures, ())
        return None

    def _extremes(self, question: Question, asked: frozenset[Operation]) -> Reply | None:
        """The largest and the smallest of several figures, all stated; None where one of them is not held."""
        for plan in extremes(question, asked):
            best = [self._sure_of(plan, number)[:1] for number in range(len(plan.operands))]
            held = {row[0].figure.id: row[0].figure for row in best if row}
            figures = sorted(held.values(), key=lambda figure: figure.value, reverse=True)
            if all(best) and len(figures) > 2 and len({unit_head(figure.unit) for figure in figures}) == 1:
                return self._reply(question, figures, [figures[0], figures[-1]], (difference,))
        return None

    def _averaged(self, question: Question, asked: frozenset[Operation]) -> Reply | None:
        """Money for each of what is counted, where the documents do not print an average."""
        plan = average_plan(question) if "average" in asked else None
        if plan is None:
            return None
        found = self._figures.finder.find(question, question.places, question.periods)[:1]
        if any(_PRINTED_AVERAGE.search(candidate.figure.indicator) for candidate in found):
            return None
        figures = self._fill(plan)
        return self._reply(question, figures, figures, (average,)) if figures else None

    def _of_regions(self, question: Question, asked: frozenset[Operation]) -> Reply | None:
        """Provinces counted region by region in one sentence, added up or set against each other."""
        parts = counts_of_regions(question, asked, self._figures.finder)
        reckoner = total if asked & {"sum", "total"} else difference
        return self._reply(question, parts, parts, (reckoner,)) if parts else None

    def _chosen(self, question: Question, asked: frozenset[Operation]) -> Reply | None:
        """Those chosen and those they were chosen from ("102/171 sản phẩm"), with the rest or the share."""
        if not asked & {"remaining", "share"}:
            return None
        for counted in (question.counted, ""):
            words = tuple(word for word in clean_words(question.words) if word not in _OF_CHOOSING)
            plain = replace(question, words=words, unit="", counted=counted, unit_sure=False, stated=())
            found = self._figures.finder.find(plain, question.places, question.periods)
            best = next((c for c in found[:PAIRED] if _CHOSEN.match(c.figure.comparison)), None)
            if best is None or not self._figures.sure(plain, best):
                continue
            pair = self._figures.finder.beside(best.figure)
            if len(pair) == 2:
                ordered = sorted(pair, key=lambda figure: figure.start)
                return self._reply(question, ordered, ordered, (share if "share" in asked else difference,))
        return None

    def _risen(self, question: Question, asked: frozenset[Operation]) -> Reply | None:
        """How far one thing rose or fell by the sentence that tells both: "công suất từ 22 tấn lên 35 tấn"."""
        one = len(question.places) < 2 and len(question.periods) < 2 and len(contrasted(question)) < 2
        if not one or not asked & {"difference", "ratio", "growth"} or asked & {"share", "sum", "total", "remaining"}:
            return None
        times = question.counted == "lần"
        words = tuple(word for word in clean_words(question.words) if word != question.counted)
        plain = replace(question, text=without_operations(question.text), words=words, kind="figure", stated=())
        plain = replace(plain, unit="", counted="", unit_sure=False) if times or not question.counted else plain
        found = self._figures.finder.find_all(plain, question.places, question.periods)
        for candidate in found[:PAIRED]:
            pair = self._figures.finder.risen(candidate.figure)
            if len(pair) == 2 and self._figures.sure(plain, candidate, found):
                return self._reply(question, pair, pair, (ratio if "ratio" in asked else difference,))
        return None

    def _printed_share(self, question: Question, asked: frozenset[Operation]) -> Reply | None:
        """The share as the documents print it, if they do."""
        if (
            question.within
            or "share" not in asked
            or asked & {"difference", "points", "larger", "compare", "growth", "ratio"}
        ):
            return None
        reply = self._figures.answer(question)
        if reply is None or reply.figures[0].unit != "%":
            return None
        return reply if _of_all_places(question, reply.figures[0]) else None

    def _growth(self, question: Question, asked: frozenset[Operation]) -> list[Figure]:
        """The printed rate of change that the question asks for, if the documents print one."""
        money = question.unit == "đồng" and question.unit_sure
        changes = "difference" in question.cues or asked & {"growth", "difference"}
        if not changes or money or len(contrasted(question)) > 1 or asked & {"ratio", "sum", "points", "remaining"}:
            return []
        periods = with_year_before(question)
        latest = tuple(sorted(periods, key=lambda period: (period.start, period.end))[-1:])
        query = replace(question, unit="%", counted="")
        for candidate in self._figures.finder.find(query, question.places, latest)[:RATES]:
            figure = candidate.figure
            if _CHANGE.search(figure.comparison) is None or not self._figures.sure(question, candidate):
                continue
            if question.counted and self._figures.told(clean_words(question.words), figure) < RATE_TOLD:
                continue  # a rate of something else than what is counted
            if len(question.places) > 1 and not _of_all_places(question, figure):
                continue
            if len(periods) < 2 or any(period.start[:4] in figure.comparison for period in periods):
                return [figure]
        return []

    def _printed_total(self, question: Question, parts: Sequence[Figure]) -> list[Figure]:
        """The total of figures as their own document prints it, if it does, but for the rounding of its terms."""
        added = sum(figure.value for figure in parts)
        first = parts[0]
        whole = replace(question, unit=first.unit, counted="", status="unknown", stated=())
        for candidate in self._figures.finder.find_all(whole, question.places, question.periods):
            figure = candidate.figure
            same = (figure.document, figure.unit, figure.period) == (first.document, first.unit, first.period)
            if same and figure.place == first.place and abs(figure.value - added) <= ROUNDING * added:
                return [figure]
        return []

    def _all_added(self, question: Question, figures: Sequence[Figure]) -> bool:
        """Whether every activity that a question names is that of one of the figures to be added up."""
        return all(
            any(self._figures.told((word,), figure) >= HELD for figure in figures)
            for word in activities_asked(question)
        )

    def _fill(self, plan: Plan) -> list[Figure]:
        """A figure for every operand, chosen together; empty when one of them is not held for sure."""
        self._figures.embed_ahead(plan.operands)
        slots: list[list[Candidate]] = []
        for number in range(len(plan.operands)):
            slots.append(self._sure_of(plan, number))
            if not slots[-1]:
                return []
        best = max(product(*slots), key=lambda chosen: together(plan, chosen), default=())
        figures = [candidate.figure for candidate in best]
        return figures if together(plan, best) > 0 else []

    def _sure_of(self, plan: Plan, number: int) -> list[Candidate]:
        """The figures sure enough to stand for one operand of a plan, best first."""
        operand, stated = plan.operands[number], plan.stated[number]
        wanted = plan.standings[number] if plan.standings else frozenset()
        divided = plan.axis == "average"  # the count asked for decides; its money may be a part of a whole
        finder = self._figures.finder
        look = finder.find_all if divided and operand.unit == "đồng" else finder.find
        found = look(operand, operand.places, operand.periods)[: 1 if divided and operand.counted else None]
        found = [candidate for candidate in found if not self._figures.is_cap(candidate.figure)]
        if stated is not None:
            told = (stated.value, stated.unit)
            return [c for c in found if (c.figure.value, unit_head(c.figure.unit)) == told][:PAIRED]
        if operand.status == "actual" and not wanted and not _ALLOTTED.search(operand.text.lower()):
            done = [c for c in found if c.figure.status != "plan"]
            found = done if done and done[0].score >= DONE_NEAR * found[0].score else found
        likely = [c for c in found if not wanted or c.figure.status in wanted][:PAIRED]
        return [c for c in likely if self._figures.sure(operand, c) and not lacks_side(operand, c.figure)]

    def _reply(
        self, question: Question, shown: Sequence[Figure], taken: Sequence[Figure], reckoners: Sequence[Reckoner]
    ) -> Reply:
        """The figures stated, each with its sources, then what is worked out from those taken."""
        drafts = [self._figures.state(question, figure) for figure in shown]
        own = [draft for draft, figure in zip(drafts, shown, strict=True) if figure in taken]
        evidence: tuple[Evidence, ...] = tuple(dict.fromkeys(piece for draft in own for piece in draft.evidence))
        english = question.language == "en"
        results: list[Draft | None] = [reckon(taken, evidence, english) for reckon in reckoners]
        drafts += [draft for draft in results if draft is not None]
        return Reply(tuple(dict.fromkeys(drafts)), figures=tuple(shown), listed=True)


def _reckoners(asked: frozenset[Operation], plan: Plan, printed: bool) -> tuple[Reckoner, ...]:
    """What to work out from the figures of a plan, by the operations asked for."""
    named: list[Reckoner] = []
    if "ratio" in asked:
        named.append(ratio)
    if asked & {"sum", "total"} and not asked & {"difference", "ratio", "larger", "share", "points", "remaining"}:
        return (total,)
    if (
        "share" in asked
        and plan.axis in ("share", "part", "side", "place", "words", "stated")
        and not asked & {"points", "growth"}
    ):
        named.append(share)
    if "growth" in asked and not printed and plan.axis in ("period", "place", "side", "words"):
        named.append(growth)
    if asked <= {"each"}:
        return ()
    if not named or asked & {"difference", "points", "remaining"}:
        named.append(difference)
    return tuple(named)


def _reread(question: Question) -> Question:
    """A question typed without diacritics with its words read again, where restoring spoiled what it asks."""
    text = spelled_out(question)
    if text == question.whole:
        return question
    read = read_part(question, text).read
    return replace(question, text=text, whole=text, words=read.words, subject=read.subject)


def _with_place_left_out(question: Question) -> Question:
    """ "Trừ phía Bắc ra thì các vùng còn lại": the whole and the place left out, each to be looked up by itself."""
    if len(question.places) != 2 or not leaves_out_place(question):
        return question
    asked, text, whole = (LEFT_OUT.sub(" ", told.lower()) for told in (question.asked, question.text, question.whole))
    return replace(question, asked=asked, text=text, whole=whole)


def _of_all_places(question: Question, rate: Figure) -> bool:
    """Whether a printed rate is of every place that the question names: its own, or one it is compared to."""
    told = [place for place, _, _ in find_places(rate.comparison)]
    told += [rate.place] if rate.place is not None else []
    return all(any(same_place(place, other) for other in told) for place in question.places)


def asks_growth(question: Question) -> bool:
    """Whether a change over time or against a plan is asked for."""
    base = re.search(r"cùng kỳ|kế hoạch năm|năm trước|năm ngoái|so với", question.text) is not None
    return "difference" in question.cues and (len(with_year_before(question)) > 1 or base)


def sets_apart(question: Question) -> bool:
    """Whether something is asked of two things that the question itself names, and of nothing less."""
    if asks_extremes(question) or (len(question.places) > 1 and operations(question) & {"ratio", "share"}):
        return True
    named = asks_growth(question) or len(question.places) > 1 or len(contrasted(question)) > 1
    both = len(question.places) > 1 or len(with_year_before(question)) > 1
    if question.kind in ("comparison", "passage") and both and operations(question) & {"larger", "compare"}:
        return True
    return question.kind == "comparison" and "difference" in question.cues and named
