"""A question in, a verified answer out, with no LLM: the door of the assistant room.

The order of trying follows the question: a section the question names, a comparison, a figure of
the table, an overview, a list or the best sentences. Whatever is drafted goes through ``citations``
before it is returned; when nothing stands, the answer says that the documents do not hold it.
"""

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.answer_forms import asks, asks_why, tells_a_turn
from assistant.cap_comparisons import CapComparisons
from assistant.cap_questions import asks_of_caps
from assistant.comparisons import Comparisons, sets_apart
from assistant.each_asked import each_asked, funds_asked, places_asked_side_by_side, years_asked
from assistant.evidence import Library
from assistant.figure_answers import FigureAnswers
from assistant.figure_finder import sought_indicator
from assistant.figure_fit import fit_period
from assistant.figure_order import Candidate
from assistant.follow_ups import in_other_texts, in_whole_years
from assistant.halves import names_topic, stands_alone, told_already, told_beside
from assistant.in_force import (
    lacks_number,
    none_in_force,
    not_in_force,
    outdated_sources,
    reports,
    rests_on_law,
    speaks_later,
)
from assistant.law_subjects import only_subjects_asked, subjects_reply
from assistant.legal_answers import (
    names_no_section,
    referred_views,
    reports_on,
    section_reply,
    unheld_references,
)
from assistant.named_laws import in_named_law
from assistant.passage_answers import PassageAnswers
from assistant.question_slots import Question, places_in
from assistant.questions import read_question
from assistant.records import Answer, Language, Talk
from assistant.refusals import operand_named, years_offered
from assistant.replies import Reply, finish, joined, not_shown, refuse, talk_after, talk_of
from assistant.report_sides import side_asked, side_reply
from assistant.searching import documents_about, search, searched_text
from assistant.sections_asked import with_section
from assistant.sentence_finder import SHORT_KINDS, Ranked
from assistant.settings import AnswerSettings
from assistant.small_talk import greeting, is_small_talk
from assistant.standing import standing_reply
from assistant.table_answers import table_reply
from assistant.told_figures import adds_up, set_against, sets_both_apart, told_apart
from assistant.two_questions import asks_of_each_fund, at_a_comma, two_questions
from documents.legal_numbers import kind_of_number
from documents.quantities import read_quantities
from documents.records import Figure, Source
from documents.validity import superseded_digests
from index.records import Hit
from index.retrieve import Index


@dataclass(frozen=True, slots=True)
class Examined:
    """What is judged by fitted weights: the figure that comes first and the sentences, each case by name of signal."""

    figure: Figure | None
    figure_case: dict[str, float]
    ranked: tuple[Ranked, ...]
    sentence_case: dict[str, float]


_TAKES_AWAY = re.compile(
    r"(?<!\w)(?<!ngoại )(?<!khấu )trừ(?: đi| bớt| ra)?(?!\w).*(?<!\w)còn (?:lại )?(?:bao nhiêu|mấy)(?!\w)"
)
"""What is left of one sum without another, which neither of them tells."""


def _holds_a_quantity(reply: Reply) -> bool:
    return any(read_quantities(piece.quote) for draft in reply.drafts for piece in draft.evidence)


class Assistant:
    """Answers questions over one open index; it keeps nothing of one question for the next."""

    def __init__(self, index: Index, settings: AnswerSettings | None = None) -> None:
        self.index = index
        self._library = Library(index)
        self._known = index.sources()
        self._aside = frozenset(superseded_digests(self._known))
        self._sources = [source for source in self._known if source.id not in self._aside]
        floors = settings or AnswerSettings()
        self._figures = FigureAnswers(self._library, floors)
        self._comparisons = Comparisons(self._figures)
        self._caps = CapComparisons(self._library, self._figures)
        self._passages = PassageAnswers(self._library, floors, self._figures.finder)

    def ask(
        self,
        question: str,
        talk: Talk | None = None,
        language: Language | None = None,
        as_of: date | None = None,
    ) -> Answer:
        """The verified answer to a question; BadQuestion when it is empty or too long.

        ``as_of`` is the date whose law answers; a date that the question itself names goes before it.
        """
        started = time.perf_counter()
        read = read_question(question, talk, self.index.mend, language, as_of, self.index.embed_ahead)
        halves = two_questions(read.asked, read.language)
        answer = self._answer_told(read, talk) or self._answer_both(read, talk, halves) or self._answer_dated(read)
        if answer.outcome == "not_found" and not halves:
            answer = self._answer_both(read, talk, at_a_comma(read.asked, read.language), loosely=True) or answer
        elapsed_ms = (time.perf_counter() - started) * 1000
        told = replace(talk_after(read, answer, talk), text=self._text_told(answer))
        return replace(answer, elapsed_ms=round(elapsed_ms, 1), talk=told, as_of=read.as_of)

    def _text_told(self, answer: Answer) -> str:
        """The legal text that an answer rests on first, by kind and number; "" where it rests on none."""
        if not answer.claims or not answer.citations:
            return ""
        number = self._library.source(answer.citations[0].document).number
        return f"{kind_of_number(number)} {number}" if kind_of_number(number) else ""

    def _answer_told(self, question: Question, talk: Talk | None) -> Answer | None:
        """What a follow-up sets against the figure told before, or the last two told against each other; else None.

        Where that is not to be worked out, only figures that the documents themselves set apart are told.
        """
        if talk is None or not talk.question or question.language != "vi":
            return None
        alone = read_question(question.asked, None, self.index.mend)
        both, said = sets_both_apart(alone), set_against(alone) if talk.told else ""
        if not both and not said:
            return None
        pair = talk.told if both else ()
        if said and not both:
            other = self._placed(replace(read_question(said, talk, self.index.mend), aside=self._aside))
            reply = self._reply(other, search(other, self.index, self._sources))
            pair = (talk.told[-1], reply.figures[0]) if reply is not None and reply.figures else ()
        reply = self._comparisons.of_told(alone, pair, adds_up(alone)) if told_apart(alone, pair) else None
        answer = finish(alone, reply, self._library, self._known) if reply is not None else None
        if answer is not None and answer.claims:
            return answer
        usual = self._answer_dated(question)
        apart = len(usual.figures) > 1 or any(figure.unit in ("%", "lần") for figure in usual.figures)
        placed = self._placed(replace(question, aside=self._aside))
        return usual if apart else self._refuse(placed, search(placed, self.index, self._sources))

    def _answer_both(
        self, question: Question, talk: Talk | None, halves: tuple[str, str] | None, loosely: bool = False
    ) -> Answer | None:
        """The answers to the ``halves`` of a question that asks two things; None without them, or if neither is held.

        A half that is not held is named, and what is said is then ``partial``. Where they are parted ``loosely`` the
        first must be held: the second leans on it.
        """
        if halves is None or question.as_of is not None:
            return None
        whole = replace(question, aside=self._aside)
        if loosely and self._placed(whole).unheld:
            return None  # nothing is held of the text that both are asked of
        of_each = asks_of_each_fund(question.asked)
        together = self._comparisons.answer(self._placed(whole)) if not of_each else None
        if together is not None and len(together.figures) > 1:
            return None
        first = replace(read_question(halves[0], talk, self.index.mend, question.language), aside=self._aside)
        second = read_question(halves[1], talk_of(first), self.index.mend, question.language)
        own = {place for place, _, _ in places_in(halves[1], exact=False)}
        second = replace(second, places=second.places if own else first.places or second.places)
        if second.kind in SHORT_KINDS:
            second = replace(second, periods=second.periods or first.periods)
        replies: list[Reply] = []
        lacking: list[str] = []
        for half, said in zip((first, replace(second, aside=self._aside)), halves, strict=True):
            placed = self._placed(half)
            reply = self._reply(placed, search(placed, self.index, self._sources))
            if of_each and reply is not None and not reply.figures:
                reply = None  # a sentence on both funds counts neither
            if loosely and reply is not None and reply.outcome == "not_found":
                return None  # a refusal with its reason is one for the whole
            told = reply is None and told_already(read_question(said, None, self.index.mend, half.language), replies)
            if reply is not None and lacking and not stands_alone(half):
                return None  # it asks more of what is not held
            replies += [reply] if reply is not None else []
            lacking += [said] if reply is None and not told else []
        if not replies and of_each:
            return self._refuse(whole, search(self._placed(whole), self.index, self._sources))
        if not replies or len(lacking) > 1 or (together is not None and lacking):
            return None
        if len(lacking) == 1 and told_beside(first if lacking == [halves[0]] else second, replies):
            lacking = []
        if lacking == [halves[0]]:
            if loosely:
                return None
            alone = read_question(halves[1], None, self.index.mend)
            if not (names_topic(alone) and stands_alone(replace(alone, unit=""))):
                return None  # what it is of is not held
        answer = finish(question, joined(replies, lacking), self._library, self._known)
        return answer if answer.claims else None

    def _answer_dated(self, question: Question) -> Answer:
        """The answer by the texts in force at the question's date, if it has one.

        Where only a text that was not in force then speaks of it, that is what is said.
        """
        if question.as_of is None or is_small_talk(question.asked):
            return self._answer(replace(question, aside=self._aside))
        always = self._aside | (reports(self._sources) if question.of_law else frozenset())
        aside = always | not_in_force(self._known, question.as_of)
        answer = self._answer(replace(question, aside=aside))
        undated = replace(question, aside=always)
        other = self._answer(undated)
        outdated = outdated_sources(other, self._sources, aside)
        if rests_on_law(answer, self._sources) and not (outdated and lacks_number(answer, other)):
            later = speaks_later(answer, self._sources, question.as_of)
            return none_in_force(question, (), self._known, ()) if later else answer
        if not outdated:
            return answer
        further = replace(question, aside=always | {source.id for source in outdated})
        outdated += outdated_sources(self._answer(further), self._sources, aside)
        outdated.sort(key=lambda source: source.in_force_from)
        return none_in_force(question, outdated, self._known, search(self._placed(undated), self.index, self._sources))

    def _answer(self, question: Question) -> Answer:
        if is_small_talk(question.asked):
            return Answer(question.asked, "not_found", greeting(question.language), language=question.language)
        question = self._placed(question)
        if self._asks_the_table(question):
            self.index.embed_ahead([searched_text(question, self.index), sought_indicator(question)])
        hits = search(question, self.index, self._sources)
        reply = self._reply(question, hits)
        wider = in_whole_years(question) if reply is None else None
        reply = self._reply(wider, hits) if wider is not None else reply
        freed = in_other_texts(question) if reply is None and not only_subjects_asked(question) else None
        if freed is not None:
            placed = self._placed(freed)
            hits = search(placed, self.index, self._sources)
            reply = self._reply(placed, hits)
        if reply is None:
            return self._refuse(question, hits)
        answer = finish(question, with_section(question, reply, self._library), self._library, self._known)
        if answer.claims:
            return (
                replace(answer, nearest=not_shown(hits, answer.citations)) if answer.outcome == "not_found" else answer
            )
        refused = self._refuse(question, hits)
        return replace(refused, withheld=answer.withheld + refused.withheld)

    def examine(self, question: str, talk: Talk | None = None) -> Examined:
        """What the weights judge for a question: the first figure found and the sentences ranked, with their cases."""
        read = read_question(question, talk, self.index.mend)
        placed = self._placed(replace(read, aside=self._aside))
        ranked, sentence_case = self._passages.examine(placed, search(placed, self.index, self._sources))
        found: list[Candidate] = []
        if placed.kind == "figure" and self._asks_the_table(placed):
            found = self._figures.finder.find(placed, placed.places, placed.periods)
        figure_case = self._figures.case(placed, found[0], found) if found else {}
        return Examined(found[0].figure if found else None, figure_case, tuple(ranked), sentence_case)

    def _placed(self, question: Question) -> Question:
        """The question with the texts it names told apart into those held and those not."""
        sources = self._held(question)
        unheld = unheld_references(question, sources)
        views = [view for _, view in referred_views(question, self._library, sources)]
        if not views and unheld:
            views = reports_on(unheld, self._library, sources)
            unheld = () if views else unheld
        within = tuple(dict.fromkeys(view.document.id for view in views))
        return in_named_law(replace(question, unheld=unheld, within=within), sources)

    def _held(self, question: Question) -> list[Source]:
        """The sources that the question may be answered from."""
        return [source for source in self._sources if source.id not in question.aside]

    def _reply(self, question: Question, hits: Sequence[Hit]) -> Reply | None:
        """What the first way that succeeds has to say; None when the question is to be refused."""
        sources = self._held(question)
        standing = standing_reply(question, hits, self._library, sources)
        if standing is not None:
            return standing
        if not question.unheld and names_no_section(question, self._library, sources):
            return None
        section = section_reply(question, self._library, sources)
        if section is not None:
            return section
        subjects = subjects_reply(question, self._library, sources)
        if subjects is not None or only_subjects_asked(question):
            return subjects
        if asks_why(question):
            return self._passages.answer(replace(question, kind="passage"), hits)
        rows = table_reply(question, self._library, hits) if not question.unheld else None
        if rows is not None:
            return rows
        each = self._of_each(question)
        if each is not None:
            return each
        capped = asks_of_caps(question)
        compared = (self._caps if capped else self._comparisons).answer(question)
        takes_away = _TAKES_AWAY.search(question.text.lower()) is not None
        if compared is not None or ((takes_away or sets_apart(question)) and not capped):
            return compared
        if self._asks_the_table(question):
            figure = self._figures.answer(question)
            if figure is not None:
                return figure
        if question.unheld and question.kind == "figure":
            told = self._passages.answer(replace(question, kind="passage"), hits)
            return told if told is not None and _holds_a_quantity(told) else None
        whole = self._side_of_report(question, hits, sources, alone=True)
        told = self._figures.overview(question) or whole or self._passages.answer(question, hits)
        return told or self._trend(question, hits) or self._side_of_report(question, hits, sources)

    def _side_of_report(
        self, question: Question, hits: Sequence[Hit], sources: Sequence[Source], alone: bool = False
    ) -> Reply | None:
        """What a report tells of the side asked for, where it is asked for as such or no sentence answers by itself."""
        if side_asked(question) is None:
            return None
        found = (*documents_about(question, self.index, sources), *(hit.passage.document for hit in hits))
        held = {source.id for source in sources}
        return side_reply(
            question, self._library, [document for document in dict.fromkeys(found) if document in held], alone
        )

    def _trend(self, question: Question, hits: Sequence[Hit]) -> Reply | None:
        """What a sentence tells of a rise or a fall that is asked for, where no two figures show it."""
        if question.kind != "comparison" or len(question.places) > 1 or not asks(question, "trend"):
            return None
        reply = self._passages.answer(replace(question, kind="passage", unit="", counted=""), hits)
        told = " ".join(piece.quote for draft in reply.drafts for piece in draft.evidence) if reply else ""
        return reply if tells_a_turn(told) else None

    def _of_each(self, question: Question) -> Reply | None:
        """The figures of each place or year asked for, those not held named; None where none is held."""
        if not self._asks_the_table(question):
            return None
        replies, lacking = [], []
        for name, part in each_asked(question):
            reply = self._figures.answer(part)
            replies += [reply] if reply is not None else []
            lacking += [name] if reply is None else []
        if replies:
            return joined(replies, lacking)
        return self._of_places(question) or self._of_years(question) or self._of_funds(question)

    def _of_places(self, question: Question) -> Reply | None:
        """The figure of each place named side by side, those not held named; None where none is or one is of all."""
        asked = places_asked_side_by_side(question)
        parts = [(name, part, self._figures.answer(part)) for name, part in asked]
        told = [reply for _, _, reply in parts if reply is not None]
        lacking = [(name, part) for name, part, reply in parts if reply is None]
        if not told or len({reply.figures[0].id for reply in told}) < len(told) or self._figures.answer(question):
            return None
        if any(self._figures.finder.find(part, part.places, part.periods) for _, part in lacking):
            return None  # something is told of it, though not surely what is asked for
        return joined(told, [name for name, _ in lacking])

    def _of_years(self, question: Question) -> Reply | None:
        """The figure of each year asked for, those not held named; None where one figure is of all of them."""
        parts = years_asked(question)
        found = [(name, part, self._figures.answer(part)) for name, part in parts]
        told = [reply for _, _, reply in found if reply is not None]
        covers = [fit_period(part.periods, told[0].figures[0].period) for _, part, reply in found if told and not reply]
        if not told or any(covers) or (len({reply.figures[0].id for reply in told}) < len(told)):
            return None
        return joined(told, [name for name, _, reply in found if reply is None])

    def _of_funds(self, question: Question) -> Reply | None:
        """The figures of both funds asked for, each its own; None where one figure or none stands for the two."""
        replies = [reply for part in funds_asked(question) if (reply := self._figures.answer(part)) is not None]
        told = {reply.figures[0].id for reply in replies}
        return joined(replies, ()) if len(told) > 1 else None

    def _asks_the_table(self, question: Question) -> bool:
        """Whether a number is asked for, and not one of a law: those are not in the table of reports."""
        legal = question.within and all(self._library.view(document).is_legal for document in question.within)
        return question.kind in ("figure", "comparison") and not question.unheld and not legal

    def _refuse(self, question: Question, hits: Sequence[Hit]) -> Answer:
        lacking = self._comparisons.lacking(question)
        offered = years_offered(lacking or question, self._figures.finder, self._library)
        return refuse(question, offered, hits, self._library, operand_named(lacking) if lacking else "")
