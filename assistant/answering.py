"""A question in, a verified answer out, with no LLM: the door of the assistant room.

The order of trying follows the question: a section the question names, a comparison, a figure of
the table, a list, the best sentences. Whatever is drafted goes through ``citations`` before it is
returned; when nothing stands, the answer says that the documents do not hold it.
"""

import math
import re
import time
from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from assistant.citations import Draft, Evidence, join_claims, number_citations
from assistant.entities import asks_holder
from assistant.evidence import Library, View
from assistant.figure_answers import CLOSE, Candidate, FigureFinder, alike, neutral_words, unasked_part
from assistant.legal_answers import referred_views, section_drafts, unheld_references
from assistant.passage_answers import (
    SHORT_KINDS,
    ListFound,
    Ranked,
    SentenceFinder,
    answer_likelihood,
    choose,
    find_list,
    first_sentence,
    item_asked,
)
from assistant.phrasing import capital, difference, state_en, state_vi, without_marks
from assistant.questions import Question, contrasted, is_small_talk, read_question, with_year_before
from assistant.records import Answer, Language, Outcome, Talk
from assistant.refusals import greeting, not_found_sentence, years_offered
from assistant.settings import AnswerSettings
from assistant.validity import notices_for
from assistant.wording import Wanted, aspects_asked, content_words, spread
from documents.legal_numbers import same_number
from documents.records import Figure
from documents.validity import superseded_digests
from index.records import Hit, SearchFilter
from index.retrieve import Index

SEARCHED = 12
NAMING = 40
OVERVIEW = 6
REFERRED = 0.1
ENTITY_COVERAGE, HOLDER_OWN = 0.6, 0.9
MEANING, FOREIGN_EASE = 2.5, 0.05
LIST_FLOOR = 0.3
STRANGE, NEAR = 0.3, 0.9
LIGHT, UNKNOWN_LIGHT = 0.7, 0.22
CHANGE_WORDS = frozenset({"tăng", "giảm", "tăng thêm", "giảm bớt", "giảm đi", "tăng lên"})


class Assistant:
    """Answers questions over one open index; it keeps nothing of one question for the next."""

    def __init__(self, index: Index, settings: AnswerSettings | None = None) -> None:
        self.index = index
        self.library = Library(index)
        self.settings = settings or AnswerSettings()
        aside = set(superseded_digests(index.sources()))
        self._sources = [source for source in index.sources() if source.id not in aside]
        self._aside = frozenset(aside)
        self._figures = FigureFinder(self.library, self.weigh)
        self._sentences = SentenceFinder(self.library)

    def weigh(self, words: Sequence[str], light: frozenset[str] = frozenset()) -> Wanted:
        """Words with their weights: the rarer in the corpus, the heavier (inverse document frequency).

        Light words (verbs and the like) weigh less, and little when no passage holds them: that
        "rót" stands nowhere tells nothing, that "dân số" does tells much.
        """
        total = max(1, self.index.passage_count)
        weights = []
        for word in words:
            frequency = self.index.document_frequency(word)
            weight = 0.25 + math.log((total + 1) / (frequency + 0.5)) / math.log(total + 2)
            weights.append(max(0.1, weight * (LIGHT if frequency else UNKNOWN_LIGHT) if word in light else weight))
        return Wanted(tuple(words), tuple(weights))

    def ask(self, question: str, talk: Talk | None = None, language: Language | None = None) -> Answer:
        """The verified answer to a question; BadQuestion when it is empty or too long."""
        started = time.perf_counter()
        read = read_question(question, talk, self.index.mend, language)
        answer = self._answer(read)
        elapsed_ms = (time.perf_counter() - started) * 1000
        return replace(answer, elapsed_ms=round(elapsed_ms, 1), talk=_talk_after(read, answer))

    def _answer(self, question: Question) -> Answer:
        if is_small_talk(question.asked):
            return Answer(question.asked, "not_found", greeting(question.language), language=question.language)
        question = replace(question, unheld=unheld_references(question, self._sources))
        named = dict.fromkeys(view.document.id for _, view in referred_views(question, self.library, self._sources))
        question = replace(question, within=tuple(named))
        hits = self._search(question)
        if not question.unheld and self._names_no_section(question):
            return self._refuse(question, hits)
        if not question.unheld:
            section = self._by_reference(question)
            if section is not None:
                return self._finish(question, "answered", section, hits=hits, listed=len(section) > 1)
        outcome: Outcome = "answered"
        if question.kind == "comparison":
            compared = self._by_comparison(question)
            if compared is not None:
                drafts, figures = compared
                return self._finish(question, "answered", drafts, figures, hits, listed=True)
            if "difference" in question.cues and self._sets_apart(question):
                return self._refuse(question, hits)
        legal = question.within and all(self.library.view(document).is_legal for document in question.within)
        if question.kind in ("figure", "comparison") and not question.unheld and not legal:
            found = self._by_figure(question)
            if found is not None:
                outcome, drafts, figures = found
                return self._finish(question, outcome, drafts, figures, hits, listed=len(drafts) > 1)
        if question.unheld and question.kind == "figure":
            question = replace(question, kind="passage")
        overview = self._by_overview(question)
        if overview is not None:
            drafts, figures = overview
            return self._finish(question, "answered", drafts, figures, hits, listed=True)
        drafts = self._by_passage(question, hits)
        if drafts:
            outcome = "partial" if question.unheld and question.kind not in SHORT_KINDS else "answered"
            return self._finish(question, outcome, drafts, hits=hits, listed=len(drafts) > 3)
        return self._refuse(question, hits)

    def _search(self, question: Question) -> list[Hit]:
        text = (
            question.text if question.language == "vi" or not question.foreign else f"{question.text} {question.asked}"
        )
        hits = self.index.search(text, SEARCHED)
        named = [view.document.id for _, view in referred_views(question, self.library, self._sources)]
        if named:
            hits = self.index.search(text, SEARCHED, SearchFilter(documents=tuple(dict.fromkeys(named)))) + hits
        for reference in question.references:
            if reference.number:
                naming = self.index.search(f"{reference.kind} {reference.number}", NAMING)
                held = {view.document.id for _, view in referred_views(question, self.library, self._sources)}
                others = [hit for hit in naming if hit.passage.document not in held]
                hits += [hit for hit in others if reference.number.lower() in hit.passage.text.lower()][:4]
        kept = [hit for hit in hits if hit.passage.document not in self._aside]
        return list({hit.passage.id: hit for hit in reversed(kept)}.values())[::-1]

    def _by_reference(self, question: Question) -> list[Draft] | None:
        if not any(reference.article for reference in question.references):
            return None
        if question.kind in ("figure", "comparison") and len(question.words) > 3:
            return None
        drafts: list[Draft] = []
        for reference, view in referred_views(question, self.library, self._sources):
            if reference.article:
                drafts += section_drafts(view, reference)
        return drafts or None

    def _names_no_section(self, question: Question) -> bool:
        """Whether the question names an article, khoản or điểm that the law it names does not have."""
        named = [r for r in question.references if r.article and r.article != "này"]
        views = referred_views(question, self.library, self._sources)
        return bool(named and views) and not any(
            section_drafts(view, reference) for reference, view in views if reference.article
        )

    def _by_figure(self, question: Question) -> tuple[Outcome, list[Draft], list[Figure]] | None:
        found = self._figures.find(question, question.places, question.periods)
        if not found or not self._sure(question, found[0]):
            return None
        best = found[0]
        shown = [best]
        for other in found[1:8]:
            elsewhere = not question.places and other.figure.place != best.figure.place
            near = other.score >= (0.9 if elsewhere else CLOSE) * best.score and other.coverage >= best.coverage - 0.05
            if (
                near
                and other.figure.unit == best.figure.unit
                and not any(
                    _says_the_same(known.figure, other.figure) or known.figure.sentence == other.figure.sentence
                    for known in shown
                )
            ):
                shown.append(other)
        shown = shown[:3]
        conflict = any(_conflict(best.figure, candidate.figure) for candidate in shown[1:])
        partly = unasked_part(question, best.figure)
        outcome: Outcome = "conflicting" if conflict else "partial" if partly else "answered"
        drafts = [self._state(question, candidate.figure) for candidate in shown]
        return outcome, drafts, [candidate.figure for candidate in shown]

    def _sure(self, question: Question, candidate: Candidate) -> bool:
        floor = self.settings.figure_floor - (FOREIGN_EASE if question.foreign else 0.0)
        told = candidate.coverage + MEANING * max(-0.08, candidate.meaning - 0.88)
        return told >= self.settings.figure_coverage and candidate.score >= floor * candidate.period_fit

    def _state(self, question: Question, figure: Figure) -> Draft:
        view = self.library.view(figure.document)
        if question.language == "en":
            return state_en(figure, view)
        return state_vi(figure, view, self._speaks(question, figure, view))

    def _speaks(self, question: Question, figure: Figure, view: View) -> bool:
        """Whether the figure's indicator tells by itself what the question asks about."""
        words = tuple(word for word in question.words if word not in neutral_words())
        if "," in figure.indicator or len(figure.indicator.split()) > 24:
            return False
        told = spread(f"{figure.indicator} {figure.unit}")
        clear = len(content_words(figure.indicator)) >= 2 or figure.unit not in ("đồng", "%")
        clear = clear and self.weigh(question.words).coverage((told, 1.0)) >= 0.6
        return clear and not view.is_legal and self.weigh(words).coverage((told, 1.0)) >= 0.85 if words else clear

    def _by_comparison(self, question: Question) -> tuple[list[Draft], list[Figure]] | None:
        figures = self._growth(question)
        pair = self._pair(question)
        figures += [figure for figure in pair if figure.id not in {known.id for known in figures}]
        if not figures or (len(pair) < 2 and not self._asks_growth(question)):
            return None
        drafts = [self._state(question, figure) for figure in figures]
        if len(pair) == 2:
            evidence: tuple[Evidence, ...] = tuple(dict.fromkeys(piece for draft in drafts for piece in draft.evidence))
            gap = difference(pair[0], pair[1], evidence, question.language == "en")
            if gap is not None:
                drafts.append(gap)
        return drafts, figures

    def _asks_growth(self, question: Question) -> bool:
        base = re.search(r"cùng kỳ|kế hoạch năm|năm trước|năm ngoái|so với", question.text) is not None
        return "difference" in question.cues and (len(question.periods) != 1 or base)

    def _sets_apart(self, question: Question) -> bool:
        """Whether a difference is asked between two things that the question itself names."""
        return self._asks_growth(question) or len(question.places) > 1 or len(contrasted(question)) > 1

    def _growth(self, question: Question) -> list[Figure]:
        """The printed rate of change that the question asks for, if the documents print one."""
        money = question.unit == "đồng" and question.unit_sure
        if "difference" not in question.cues or money or len(contrasted(question)) > 1:
            return []
        asked = replace(question, unit="%", counted="")
        for candidate in self._figures.find(asked, question.places, question.periods)[:5]:
            if candidate.figure.comparison and self._sure(question, candidate):
                return [candidate.figure]
        return []

    def _pair(self, question: Question) -> list[Figure]:
        """The figures that a comparison sets side by side: over places, periods, or two contrasted words."""
        unit = question.unit if question.unit != "%" else ""
        words = tuple(word for word in question.words if word not in CHANGE_WORDS)
        asked = replace(question, words=words, unit=unit or ("" if question.counted else "đồng"))
        places = [(place,) for place in question.places] if len(question.places) > 1 else [question.places]
        asked_periods = with_year_before(question)
        periods = [(period,) for period in asked_periods] if len(asked_periods) > 1 else [asked_periods]
        variants = [asked]
        if len(places) * len(periods) < 2:
            variants = contrasted(asked)
        slots = []
        for variant, where, when in product(variants, places, periods):
            found = [c for c in self._figures.find(variant, where, when)[:6] if self._sure(variant, c)]
            if found:
                slots.append(found)
        if len(slots) < 2:
            return []
        first = slots[0][0].figure
        rest = [max(found, key=lambda c: c.score + 0.1 * alike(first, c.figure)).figure for found in slots[1:]]
        figures = list({figure.id: figure for figure in (first, *rest)}.values())
        return figures if len(figures) > 1 else []

    def _by_overview(self, question: Question) -> tuple[list[Draft], list[Figure]] | None:
        """For "tình hình khuyến công phía Bắc năm 2024": the main figures of that place and period."""
        asks = any(cue in spread(question.text) for cue in (" tình hình ", " tóm tắt ", " tổng quan ", " khái quát "))
        wide = all(word in neutral_words() for word in question.words)
        if not asks or not wide or not (question.places or question.periods):
            return None
        found = self._figures.find(replace(question, unit="", counted=""), question.places, question.periods)
        chosen: list[Figure] = []
        for candidate in found:
            figure = candidate.figure
            if candidate.period_fit == 1.0 and not any(_says_the_same(figure, known) for known in chosen):
                chosen.append(figure)
        chosen = sorted(chosen[:OVERVIEW], key=lambda figure: (figure.document, figure.start))
        return ([self._state(question, figure) for figure in chosen], chosen) if chosen else None

    def _by_passage(self, question: Question, hits: Sequence[Hit]) -> list[Draft]:
        wanted = self.weigh(
            question.words + tuple(w for w in question.foreign if w not in question.words), question.light
        )
        ranked = self._sentences.rank(question, wanted, hits)
        listed = self._list_asked(question, wanted, ranked, hits)
        if listed is not None:
            one = item_asked(question, listed)
            if one is not None:
                return [self._quote(question, listed.view.evidence(*one))]
        if not ranked or not self._supported(question, wanted, ranked[0]):
            return []
        if listed is not None and listed.coverage >= max(self.settings.list_coverage, 0.95 * ranked[0].coverage):
            return self._list_drafts(question, listed)
        return [draft for row in choose(question, ranked, wanted) for draft in self._sentence_drafts(question, row)]

    def _list_asked(
        self, question: Question, wanted: Wanted, ranked: Sequence[Ranked], hits: Sequence[Hit]
    ) -> ListFound | None:
        """The list that fits the question, if it is of a kind that a list may answer."""
        definition = any(aspect.name == "definition" for aspect in aspects_asked(question.text))
        if question.kind != "list" and (question.kind != "passage" or definition):
            return None
        listed = find_list(question, wanted, ranked, hits, self.library)
        return listed if listed is not None and listed.coverage >= LIST_FLOOR else None

    def _supported(self, question: Question, wanted: Wanted, best: Ranked) -> bool:
        """Whether the best sentence is surely enough an answer, by the calibrated likelihood."""
        if question.kind in SHORT_KINDS and best.entity is None:
            return False
        if question.kind == "who" and asks_holder(question) and best.own < HOLDER_OWN:
            return False
        settings = self.settings
        referred = any(r.number and same_number(r.number, best.view.source.number) for r in question.references)
        strange = self._unknown_share(question, wanted)
        if strange >= STRANGE and best.dense < NEAR:
            return False
        likelihood = answer_likelihood(best, strange) + (REFERRED if referred else 0.0)
        if question.kind not in ("figure", "comparison"):
            return likelihood >= settings.passage_floor
        if question.kind == "figure" and not self._entity_fits(question, best):
            return False
        return best.own >= settings.number_own and likelihood >= settings.number_floor

    def _unknown_share(self, question: Question, wanted: Wanted) -> float:
        """The weighted share (0-1) of the question's names of things that stand in no passage at all."""
        total = sum(wanted.weights)
        pairs = zip(wanted.words, wanted.weights, strict=True)
        strange = sum(w for word, w in pairs if word not in question.light and not self.index.document_frequency(word))
        return strange / total if total else 0.0

    def _entity_fits(self, question: Question, best: Ranked) -> bool:
        """Whether a number found in a sentence is no figure of the table that the question rules out."""
        if best.entity is None:
            return False
        at = best.sentence.start + best.entity.start
        named = set(best.view.places_of(best.sentence)) & set(question.places)
        places = () if named else question.places
        figures = [f for f in self.library.figures_in(best.view, best.sentence) if f.start <= at < f.end]
        judged = [self._figures.judge(question, figure, places) for figure in figures]
        if best.view.is_legal:
            return all(candidate.score > 0 for candidate in judged)
        return all(candidate.score > 0 and candidate.coverage >= ENTITY_COVERAGE for candidate in judged)

    def _sentence_drafts(self, question: Question, row: Ranked) -> list[Draft]:
        evidence = row.view.evidence(row.sentence.start, row.sentence.end)
        drafts = []
        if row.entity is not None:
            drafts.append(Draft(f"{capital(row.entity.text.strip(' ,;.'))}.", (evidence,)))
        drafts.append(self._quote(question, evidence))
        return drafts

    def _quote(self, question: Question, evidence: Evidence) -> Draft:
        text = without_marks(evidence.quote)
        if question.language == "en":
            text = f"The source says (in Vietnamese): “{text}”"
        return Draft(text, (evidence,))

    def _list_drafts(self, question: Question, found: ListFound) -> list[Draft]:
        view = found.view
        spans = [found.opening, *(first_sentence(view, start, end) for start, end in found.items)]
        pieces = [view.evidence(start, end) for start, end in spans]
        return [self._quote(question, evidence) for evidence in pieces if evidence.quote]

    def _refuse(self, question: Question, hits: Sequence[Hit]) -> Answer:
        drafts = years_offered(question, self._figures, self.library)
        claims, citations, withheld = number_citations(drafts, self.library.source)
        text = " ".join(part for part in (not_found_sentence(question.language), join_claims(claims)) if part)
        return Answer(
            question.asked,
            "not_found",
            text,
            claims,
            citations,
            (),
            withheld,
            nearest=tuple(hits[:3]),
            language=question.language,
        )

    def _finish(self, question: Question, outcome: Outcome, drafts: Sequence[Draft], figures: Sequence[Figure] = (),
                hits: Sequence[Hit] = (), listed: bool = False) -> Answer:  # fmt: skip
        claims, citations, withheld = number_citations(drafts, self.library.source)
        if not claims:
            refused = self._refuse(question, hits)
            return replace(refused, withheld=withheld + refused.withheld)
        if withheld and outcome == "answered":
            outcome = "partial"
        notices, replaced = notices_for(citations, self._sources)
        if replaced and outcome == "answered":
            outcome = "superseded"
        return Answer(
            question.asked,
            outcome,
            join_claims(claims, listed),
            claims,
            citations,
            tuple(figures),
            withheld,
            notices=notices,
            language=question.language,
        )


def _dates(figure: Figure) -> tuple[str, str] | None:
    return (figure.period.start, figure.period.end) if figure.period else None


def _says_the_same(one: Figure, other: Figure) -> bool:
    """Whether two figures give one value for one place and period."""
    return (one.value, one.unit, one.place, _dates(one)) == (other.value, other.unit, other.place, _dates(other))


def _conflict(one: Figure, other: Figure) -> bool:
    """Whether two documents give one indicator, place, period and status different values."""
    same = (one.indicator_name, one.unit, one.place, one.status, _dates(one)) == (
        other.indicator_name, other.unit, other.place, other.status, _dates(other),
    )  # fmt: skip
    return same and one.document != other.document and one.value != other.value


def _talk_after(question: Question, answer: Answer) -> Talk:
    figure = answer.figures[0] if answer.figures else None
    place = question.places[0] if question.places else (figure.place if figure else None)
    period = question.periods[0] if question.periods else (figure.period if figure else None)
    return Talk(question.text, place, period, question.subject, question.kind)
