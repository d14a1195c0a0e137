"""Answers by the documents' own sentences: the best sentence, a short answer in it, or a list.

It decides whether what was found is surely enough an answer; finding is done in ``sentence_finder``
and ``lists``.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer_forms import asks, asks_why
from assistant.answer_signals import likelihood
from assistant.answers_behind import answer_behind
from assistant.citations import Draft, Evidence
from assistant.counts_told import counts_things
from assistant.denials import denying, lists_denied, verb_denied
from assistant.directives import directive_asked, telling
from assistant.enterprise_holders import head_drafts
from assistant.entities import asks_holder
from assistant.entity_roles import asks_date_of_text
from assistant.evidence import Library
from assistant.exclusions import Exclusions
from assistant.figure_finder import FigureFinder
from assistant.lacking import lacks_what_is_asked
from assistant.listed_passages import (
    LIST_NEAR,
    WITH_ITEMS,
    as_list,
    below_heading,
    holds_row,
    is_headed,
    leads_on,
    list_about,
    list_drafts,
    opening_rows,
    quote_of,
)
from assistant.lists import ListFound, find_list, list_led_to, list_opened_by
from assistant.money_asked import spending_lacking
from assistant.numbers_lacking import denies_support, tells_a_number
from assistant.ordinals import find_item
from assistant.phrasing import capital, printed, stated_in
from assistant.question_slots import Question
from assistant.records import Outcome
from assistant.replies import Reply
from assistant.scope import ruled_out, tells_of_named
from assistant.sentence_choice import choose
from assistant.sentence_finder import READ_PASSAGES, SHORT_KINDS, Ranked, SentenceFinder, carries
from assistant.sentence_order import (
    POINTS_BACK,
    as_asked_first,
    beside_best,
    cause_first,
    of_texts_named,
)
from assistant.settings import AnswerSettings
from assistant.signers import signer_draft
from assistant.speakers import asks_who_says, speaker_of, speaker_words
from assistant.story_subjects import subject_before, with_subject
from assistant.weighing import weigh
from assistant.wording import Wanted, aspects_asked
from index.records import Hit

LIST_FLOOR = 0.3
SIGNED = 0.75  # the coverage of a sentence that tells who signed
OF_UNHELD = 0.1  # how much surer a sentence must be that is to tell what a text not held says
HALF_HELD, WORDED = 0.5, 0.1  # the coverage of one that may be less sure, and how much less
SHOWN = 0.1  # how much less sure one may be that shows the side of a place or time that is asked for
ALL_BUT = 0.9  # the coverage of one that opens a list and names what is asked for
ALL_HELD = 0.99  # the coverage of a sentence that holds every word of the question
PLACE_RANK, PLACE_BESIDE = 4, 2  # among the best, and how far from the best, one that has the form asked for is beside
PLACE_SURE, PLACE_SURELY = 0.5, 0.8
_SHOWN_FIRST = frozenset({"limits", "solutions", "results"})  # sides whose sentences were put first by their showing
BEST_SURE, BESIDE_SURE = 0.8, 0.12  # how sure a best one is, and those told beside it
BESIDE_RANK = 12
SURE_RANK, SURE_COVERAGE, MUCH_SURER = 3, 0.75, 0.3
"""Among how many of the best a surer one is looked for, how much of the best's coverage it must have, how surer."""
_OCCASIONS = frozenset({"hội nghị", "họp", "cuộc họp", "bài báo", "bài viết", "báo"})
# All of these were set by hand on the development questions of evals/gold.


class PassageAnswers:
    """Answers questions by sentences; ``settings`` hold the floors, ``figures`` judges numbers in them."""

    def __init__(self, library: Library, settings: AnswerSettings, figures: FigureFinder) -> None:
        self._library = library
        self._settings = settings
        self._exclusions = Exclusions(library, figures)
        self._sentences = SentenceFinder(library)

    def answer(self, question: Question, hits: Sequence[Hit]) -> Reply | None:
        """The sentences or the list of the hits that answer; None when nothing does surely enough.

        For a law that is not held, what other texts say of it is ``partial``.
        """
        signed = signer_draft(question, self._library, hits)
        drafts = [signed] if signed is not None else self._who_says(question, hits) or self._drafts(question, hits)
        if not drafts:
            return None
        quotes = [piece.quote for draft in drafts for piece in draft.evidence]
        content = question.kind not in SHORT_KINDS or asks_content(question)
        left_out = [bool(_LEFT_OUT.search(quote)) for quote in quotes]
        if content and (all(left_out) or (question.unheld and any(left_out))):
            return Reply(tuple(drafts), "not_found")  # a refusal with its reason
        if (
            question.kind == "figure"
            and ("figure" in question.cues or _SUM_NAMED.match(question.text) is not None)
            and not any(tells_a_number(question, quote) or denies_support(question, quote) for quote in quotes)
        ):
            return Reply(tuple(drafts), "not_found")  # who sets the amount is told, the amount is not
        by_it = _BY_TEXT.search(question.text[: min((r.start for r in question.unheld), default=0)].lower())
        outcome: Outcome = "partial" if question.unheld and content and not by_it else "answered"
        return Reply(tuple(drafts), outcome, listed=len(drafts) > 3)

    def examine(self, question: Question, hits: Sequence[Hit]) -> tuple[list[Ranked], dict[str, float]]:
        """The sentences ranked for a question, and the case for the best (empty when there is none or it is ruled out).

        It is for ``python -m evals fit``, which fits the weights of both.
        """
        wanted = self._wanted(question)
        ranked = list(of_texts_named(question, self._sentences.rank(question, wanted, hits)))
        if not ranked or self._exclusions.ruled_out(question, wanted, ranked[0]):
            return ranked, {}
        return ranked, self._exclusions.case(question, wanted, ranked[0])

    def _who_says(self, question: Question, hits: Sequence[Hit]) -> list[Draft]:
        """Who says what a question tells ("ai cho biết ..."): the speaker in or before the sentence that tells it."""
        if not asks_who_says(question):
            return []
        told = replace(question, kind="passage")
        wanted = self._wanted(told)
        ranked = self._sentences.rank(told, wanted, hits)
        ranked = [row for row in ranked if carries(row.sentence, question)] or ranked
        if not ranked or not self._supported(told, wanted, ranked[0]):
            return []
        row, speaker = ranked[0], speaker_of(ranked[0].view, ranked[0].sentence)
        if speaker is None:
            return []
        evidence = row.view.evidence(speaker.sentence.start, speaker.sentence.end)
        short = Draft(f"“{speaker.name}”." if question.language == "en" else f"{capital(speaker.name)}.", (evidence,))
        spoken = [] if speaker.sentence is row.sentence else [quote_of(question, evidence)]
        return [short, *spoken, quote_of(question, row.view.evidence(row.sentence.start, row.sentence.end))]

    def _wanted(self, question: Question) -> Wanted:
        """The words that a sentence should hold: the question's, those not translated, numbers of texts not held."""
        foreign = tuple(word for word in question.foreign if word not in question.words)
        numbers = tuple(r.number.lower() for r in question.unheld if r.number)
        said = question.words
        if question.kind in ("passage", "list") and question.language == "vi":
            naming = speaker_words(question)
            said = tuple(word for word in said if word not in naming) or said
        if asks_holder(question):  # when or where somebody held an office is no part of it
            said = tuple(word for word in said if word not in _OCCASIONS) or said
        words = tuple(dict.fromkeys(said + foreign + numbers))
        return weigh(self._library.index, words, question.light, question.carried)

    def _directed(self, question: Question, hits: Sequence[Hit]) -> list[Draft]:
        """What a person, a body or a meeting said of the thing asked for, or wants done about it."""
        directive = directive_asked(question)
        if directive is None:
            return []
        topic = directive.topic or question.words
        wanted = weigh(self._library.index, topic, question.light, question.carried)
        found = telling(directive, wanted, self._sentences.rank(question, wanted, hits))
        rows = [
            row for row in found if not ruled_out(question, f"{row.sentence.text} {row.view.heading_of(row.sentence)}")
        ]
        return [draft for row in choose(question, rows) for draft in self._sentence_drafts(question, row)]

    def _drafts(self, question: Question, hits: Sequence[Hit]) -> list[Draft]:
        directed = self._directed(question, hits)
        if directed:
            return directed
        wanted = self._wanted(question)
        ranked = denying(question, of_texts_named(question, self._sentences.rank(question, wanted, hits)))
        ranked = cause_first(question, ranked)
        headed = head_drafts(question, ranked)
        if headed:
            return headed
        ranked = self._surest_first(question, wanted, as_asked_first(question, ranked))
        ranked = [self._exclusions.with_number_of_time(question, row) for row in ranked[:1]] + list(ranked[1:])
        item = find_item(question, wanted, hits[:READ_PASSAGES], self._library)
        if item is not None and not verb_denied(question) and item.coverage >= LIST_FLOOR:
            nested = list_opened_by(item.view, item.sentences[0], wanted) if question.kind == "list" else None
            if nested is not None:
                return list_drafts(question, nested)
            return [quote_of(question, item.view.evidence(row.start, row.end)) for row in item.sentences]
        listed = self._list_asked(question, wanted, hits)
        if listed is not None and ranked and is_headed(question, listed, ranked[0]):
            return list_drafts(question, listed)
        judged = [*_judged_by(ranked), *opening_rows(question, ranked, listed)]
        if not any(self._supported(question, wanted, as_list(row, listed)) for row in judged):
            beside = next(
                (row for row in beside_best(question, ranked) if self._supported(question, wanted, row)), None
            )
            beside = beside or self._in_its_place(question, wanted, ranked)
            if beside is None and (behind := answer_behind(question, wanted, ranked)) is not None:
                view, rows = behind
                return [quote_of(question, view.evidence(row.start, row.end)) for row in rows]
            if beside is None:
                return self._conditions(question, hits) if asks_conditions(question) else []
            return self._sentence_drafts(question, beside)
        floor = max(self._settings.list_coverage, LIST_NEAR * ranked[0].coverage)
        near = ranked[:1] if question.kind == "passage" and self._much_surer(question, wanted, ranked) else ranked[:2]
        inside = listed is not None and any(holds_row(listed, row) for row in near)
        fits = inside or (question.kind == "list" and not _ENUMERATES.search(ranked[0].sentence.text))
        if listed is not None and fits and listed.coverage >= floor and not ranked[0].signals.defined:
            return list_drafts(question, listed)
        about = list_about(question, ranked, wanted)
        if about is not None:
            return list_drafts(question, about)
        chosen = choose(question, self._sure_beside(question, wanted, ranked))
        chosen = self._surest_told_first(question, wanted, ranked[0], chosen)
        below = below_heading(question, chosen[0]) if chosen else []
        if below:
            return below
        if question.unheld and asks_content(question):
            chosen = _told_missing(ranked) or chosen
        led = [list_led_to(row.view, row.sentence, wanted) for row in chosen] if question.kind in WITH_ITEMS else []
        led += [
            list_opened_by(row.view, row.sentence, wanted) for row in chosen if question.kind == "who" and leads_on(row)
        ]
        if any(led):
            return list_drafts(question, next(found for found in led if found is not None))
        return [draft for row in chosen for draft in self._sentence_drafts(question, row)]

    def _surest_first(self, question: Question, wanted: Wanted, ranked: Sequence[Ranked]) -> Sequence[Ranked]:
        """The sentences with one of the first that is much more surely an answer than the best before it."""
        if question.kind not in ("list", "passage") or len(ranked) < 2:
            return ranked
        if any(aspect.name in _SHOWN_FIRST for aspect in aspects_asked(question.text)):
            return ranked
        if self._exclusions.ruled_out(question, wanted, ranked[0]):
            return ranked  # what comes nearest lacks what is asked for, and nothing behind it stands for that
        near = [row for row in ranked[1:SURE_RANK] if row.coverage >= SURE_COVERAGE * ranked[0].coverage]
        sure = {row.sentence.start: self._sureness(question, wanted, row) for row in (ranked[0], *near)}
        best = max((ranked[0], *near), key=lambda row: sure[row.sentence.start])
        if sure[best.sentence.start] < sure[ranked[0].sentence.start] + MUCH_SURER:
            return ranked
        return [best, *(row for row in ranked if row is not best)]

    def _in_its_place(self, question: Question, wanted: Wanted, ranked: Sequence[Ranked]) -> Ranked | None:
        """Where the best sentence lacks what is asked for (no name, no number, no cause): one beside it that has it.

        It stands in the same text and tells of the same: of whom the question names, as its cause, or who, when, where.
        """
        if not ranked or not lacks_what_is_asked(question, ranked[0]):
            return None
        near = [row for row in ranked[1:PLACE_RANK] if row.view is ranked[0].view]
        return next((row for row in near if self._tells_in_place(question, wanted, ranked[0], row)), None)

    def _tells_in_place(self, question: Question, wanted: Wanted, best: Ranked, row: Ranked) -> bool:
        beside = abs(row.sentence.order - best.sentence.order) <= PLACE_BESIDE
        sure = self._sureness(question, wanted, row)
        if question.kind == "figure":
            own = tells_of_named(question, row.view, row.sentence) and not counts_things(row.sentence.text)
            spent = spending_lacking(question, best.sentence.text) and row.coverage >= LIST_NEAR * best.coverage
            return (own and sure >= PLACE_SURE) or (spent and beside and sure >= PLACE_SURE)
        if asks_why(question):
            points = POINTS_BACK.match(row.sentence.text) is not None and beside and sure >= PLACE_SURE
            return points or (row.coverage >= best.coverage and sure >= PLACE_SURELY)
        beside = beside or row.view.document.id in question.within
        return question.kind in ("who", "when", "where") and beside and sure >= PLACE_SURE

    def _sure_beside(self, question: Question, wanted: Wanted, ranked: Sequence[Ranked]) -> Sequence[Ranked]:
        """The sentences without those behind a sure best one that are hardly answers and stand apart from it."""
        if question.kind in SHORT_KINDS or self._sureness(question, wanted, ranked[0]) < BEST_SURE:
            return ranked
        best = ranked[0]
        return [best] + [
            row
            for row in ranked[1:BESIDE_RANK]
            if (row.view is best.view and abs(row.sentence.order - best.sentence.order) <= PLACE_BESIDE)
            or self._sureness(question, wanted, row) >= BESIDE_SURE
        ]

    def _surest_told_first(
        self, question: Question, wanted: Wanted, best: Ranked, chosen: list[Ranked]
    ) -> list[Ranked]:
        """The sentences chosen, in reading order, but for one that is much more surely the answer than all others."""
        others = [row for row in chosen if row is not best]
        if len(others) in (0, len(chosen)):
            return chosen
        sure = self._sureness(question, wanted, best)
        much = all(self._sureness(question, wanted, row) + MUCH_SURER <= sure for row in others)
        return [best, *others] if much else chosen

    def _much_surer(self, question: Question, wanted: Wanted, ranked: Sequence[Ranked]) -> bool:
        """Whether the best sentence is much more surely an answer than the one behind it."""
        sure = [self._sureness(question, wanted, row) for row in ranked[:2]]
        return len(sure) > 1 and sure[0] >= sure[1] + MUCH_SURER

    def _sureness(self, question: Question, wanted: Wanted, row: Ranked) -> float:
        """How likely (0-1) a sentence is an answer; 0 where something rules it out."""
        if self._exclusions.ruled_out(question, wanted, row):
            return 0.0
        return likelihood("answer", self._exclusions.case(question, wanted, row))

    def _conditions(self, question: Question, hits: Sequence[Hit]) -> list[Draft]:
        """What a law says to "khi nào", where it means under which conditions and no date is found."""
        drafts = self._drafts(replace(question, kind="passage"), hits)
        held = [piece for draft in drafts for piece in draft.evidence]
        return drafts if held and all(self._library.view(piece.document).is_legal for piece in held) else []

    def _list_asked(self, question: Question, wanted: Wanted, hits: Sequence[Hit]) -> ListFound | None:
        """The list that fits the question, if it is of a kind that a list may answer."""
        if question.kind not in ("list", "passage"):
            return None
        listed = find_list(question, wanted, hits[:READ_PASSAGES], self._library)
        fits = listed is not None and listed.coverage >= LIST_FLOOR and lists_denied(question, listed)
        return listed if fits else None

    def _supported(self, question: Question, wanted: Wanted, best: Ranked) -> bool:
        """Whether the best sentence is surely enough an answer, by the calibrated likelihood."""
        if self._exclusions.ruled_out(question, wanted, best):
            return False
        if best.opens_list and best.coverage >= ALL_BUT:
            return True  # a list is opened by what names nearly all that is asked for
        if asks_date_of_text(question) and best.entity is not None:
            return True  # the date stands with the number of the very text
        if asks(question, "signer") and best.entity is not None and best.coverage >= SIGNED:
            return not lacks_what_is_asked(question, best)  # of the very report it says who signed
        if asks_holder(question) and best.entity is not None and best.coverage >= ALL_HELD:
            return True  # a person stands beside the very office asked for
        floor = self._settings.passage_floor + (OF_UNHELD if question.unheld else 0.0)
        if best.coverage >= HALF_HELD:
            floor -= WORDED  # it holds most of what is asked for in the question's own words
        if best.shows and question.kind in ("list", "passage") and (question.places or question.periods):
            floor -= SHOWN  # of the very place or time it shows the side that is asked for
        return likelihood("answer", self._exclusions.case(question, wanted, best)) >= floor

    def _sentence_drafts(self, question: Question, row: Ranked) -> list[Draft]:
        """The short answer, if the sentence holds one, and the sentence; of a cell the number with its unit."""
        evidence: tuple[Evidence, ...] = (row.view.evidence(row.sentence.start, row.sentence.end),)
        drafts = []
        if row.entity is not None:
            short = row.entity.text.strip(" ,;.")
            at = row.sentence.start + row.entity.start
            cells = [f for f in self._library.figures_in(row.view, row.sentence) if f.start == at and f.text == short]
            if cells and cells[0].unit_words:
                short, evidence = printed(cells[0], row.view), stated_in(cells[0], row.view)
            drafts.append(Draft(f"“{short}”." if question.language == "en" else f"{capital(short)}.", evidence))
        naming = subject_before(question, row.view, row.sentence) if question.kind == "passage" else None
        if naming is not None and naming.order == row.sentence.order - 1:
            drafts.append(quote_of(question, row.view.evidence(naming.start, naming.end)))
        drafts.append(quote_of(question, evidence[0]))
        return [with_subject(question, draft, row.view, row.sentence) for draft in drafts]


def asks_conditions(question: Question) -> bool:
    """Whether "khi nào" may mean under which conditions: neither a day nor a text's own date is asked for."""
    dated = asks_date_of_text(question) or asks(question, "day") or asks(question, "year")
    dated = dated or asks(question, "deadline")
    return question.kind == "when" and not dated


_ENUMERATES = re.compile(r"gồm[ :][^.]*[;,]")
_LEFT_OUT = re.compile(r"không có trong bản (?:này|tóm lược)")
"""What a digest says of the parts of its law that it leaves out."""
_CONTENT = re.compile(
    r"\b(?:điều|khoản|điểm|nội dung|quy định|ngành nghề|mức) (?:nào|gì)|những gì|điều chỉnh gì|(?:sửa|bổ sung) gì"
)


_SUM_NAMED = re.compile(
    r"\W*(?:tổng (?:số )?(?:vốn|kinh phí|tiền|ngân sách|chi phí|mức)|quy mô vốn)(?!\w)", re.IGNORECASE
)
"""A sum asked for by its name alone: "Tổng vốn Chương trình ... 2026-2030?"."""
_BY_TEXT = re.compile(r"(?<!\w)(?:theo|căn cứ|tại)(?: quy định (?:tại|của))? *$")
"""A text only named as what something rests on: "tham mưu những lĩnh vực nào theo Quyết định 3768"."""


def asks_content(question: Question) -> bool:
    """Whether it is asked what a text says, not when it was issued or by whom."""
    return _CONTENT.search(question.text.lower()) is not None


def _told_missing(ranked: Sequence[Ranked]) -> list[Ranked]:
    """The sentence that says that a text's content is not held, with what else is told of that text before it."""
    said = next((row for row in ranked[:4] if row.signals.unheld), None)
    if said is None:
        return []
    return [said] if ranked[0] is said else [ranked[0], said]


def _judged_by(ranked: Sequence[Ranked]) -> list[Ranked]:
    """The best sentence; with it, where it shows a side that another of its text only talks of, that one too."""
    told = [row for row in ranked[1:] if row.signals.aspect < 0 < ranked[0].signals.aspect]
    return [*ranked[:1], *(row for row in told[:1] if row.view.document.id == ranked[0].view.document.id)]
