"""Which sentences of the found passages answer a question, best first.

It orders sentences by words, meaning and the short answers they hold; whether the best is good
enough is decided in ``passage_answers``, and citations are verified in ``citations``.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answer_forms import (
    asks,
    cues_of,
    deadline_lacking,
    of_other_body,
    of_other_paper,
)
from assistant.answer_signals import MASS, Signals, alike, order_score
from assistant.citations import unit_head
from assistant.countries import country_lacking
from assistant.entities import Entity, asks_holder, entities, in_part_asked, nearest, with_others
from assistant.entity_roles import agents, asks_date_of_text, in_role
from assistant.evidence import Library, Sentence, View, is_heading, years_of
from assistant.figure_fit import of_side_asked
from assistant.members import asked_head_lacking, asks_whose, enterprise_named, names_an_enterprise
from assistant.question_slots import Question
from assistant.scope import figures_fit, scope_fit
from assistant.story_subjects import naming_words, subject_before
from assistant.weighing import missing_share
from assistant.wording import Aspect, Wanted, aspects_asked, content_words, holds, spread, strength
from documents.quantities import read_quantities, same_quantity
from index.records import Hit

READ_PASSAGES = 30  # hits read sentence by sentence
COMPARED = 16  # sentences compared by meaning
SHOWING = 8  # sentences among which one that shows the side asked for goes before one that only talks of it
_TIME_WORDS = re.compile(r" (?:cùng lúc|cùng kì|cùng thời|trước khi|sau khi|ngay khi|trong thời hạn|chậm nhất) ")
IN_FORM, NEAR_COVERAGE = 4, 0.9  # sentences looked at, and how near their coverage must be to the best one's
RARE = 1.0  # the weight from which a word is rare enough to be what the question turns on
RELATIONS = ("sửa đổi", "thay thế", "bãi bỏ", "hướng dẫn")
SUBJECT_MORE, SUBJECT_FURTHER = 3, 7  # words that a subject may have beside those asked for
_SAYS_WHAT = re.compile(r" (?:là|gồm|dùng để|được hiểu là) ")
SHORT_KINDS = frozenset({"who", "when", "where", "which", "figure"})


@dataclass(frozen=True, slots=True)
class Ranked:
    """A sentence with its score; ``coverage`` is the share of the question's words it and its place hold.

    ``shows`` says that it shows the aspect asked for (a limit, a result, a reason), ``opens_list`` that it opens
    the list that is answered with.
    """

    view: View
    sentence: Sentence
    signals: Signals
    score: float = 0.0
    coverage: float = 0.0
    entity: Entity | None = None
    shows: bool = False
    opens_list: bool = False

    @property
    def own(self) -> float:
        """The share of the question's words that the sentence itself holds."""
        return self.signals.own


class SentenceFinder:
    """Finds the sentences that answer a question among the hits of a search."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def rank(self, question: Question, wanted: Wanted, hits: Sequence[Hit]) -> list[Ranked]:
        """Sentences of the hits that fit the question's places, years and texts, best first."""
        asked = aspects_asked(question.text)
        top = max((hit.lexical for hit in hits[:READ_PASSAGES]), default=0.0) or 1.0
        rows: dict[tuple[str, int], Ranked] = {}
        for rank, hit in enumerate(hits[:READ_PASSAGES]):
            view = self._library.view(hit.passage.document)
            passage = spread(hit.passage.text)
            for sentence in view.between(hit.passage.start, hit.passage.end):
                fit = 0.0 if is_heading(view, sentence) else scope_fit(question, view, sentence)
                if not fit or not figures_fit(question, self._library, view, sentence):
                    continue
                found = _Found(view, sentence, passage, hit, rank, fit, hit.lexical / top)
                row = self._with_cell(question, _read(question, wanted, asked, found))
                key = (view.document.id, sentence.start)
                if key not in rows or rows[key].score < row.score:
                    rows[key] = row
        return self._by_meaning(question, sorted(rows.values(), key=_best_first))

    def _with_cell(self, question: Question, row: Ranked) -> Ranked:
        """A row of a table with the cell that is the number asked for, whose unit stands in its head or above it.

        Of several such cells it is the one whose head holds more of the question's words than any other's.
        """
        if question.kind != "figure" or row.entity is not None or " | " not in row.sentence.text or not question.unit:
            return row
        cells = [f for f in self._library.figures_in(row.view, row.sentence) if f.unit_words]
        cells = [f for f in cells if unit_head(f.unit) == question.unit]
        held = [sum(strength(spread(f.indicator), word) >= NEAR_COVERAGE for word in question.words) for f in cells]
        best = [f for f, words in zip(cells, held, strict=True) if words == max(held)]
        if len(best) != 1:
            return row
        start, end = (at - row.sentence.start for at in (best[0].start, best[0].end))
        signals = replace(row.signals, short=1.0, no_number=0.0)
        return _scored(replace(row, entity=Entity(row.sentence.text[start:end], start, end)), signals)

    def _by_meaning(self, question: Question, ranked: Sequence[Ranked]) -> list[Ranked]:
        near = ranked[:COMPARED]
        pairs = [(row.view, row.sentence) for row in near]
        cosines = self._library.likeness(self._library.index.embed_query(question.text), pairs)
        typed = cosines
        if question.language == "en":
            typed = self._library.likeness(self._library.index.embed_query(question.asked), pairs)
        scored = [
            _scored(row, replace(row.signals, likeness=alike(cosine), asked_likeness=alike(other)))
            for row, cosine, other in zip(near, cosines, typed, strict=True)
        ]
        wants_result = question.kind == "passage" and any(a.name == "results" for a in aspects_asked(question.text))
        return _in_form_first(question, _showing_first(sorted(scored, key=_best_first), wants_result))


def _showing_first(ranked: list[Ranked], wants_result: bool = False) -> list[Ranked]:
    """Where the best sentence only talks of the side asked for, those of its text that show it go before it.

    A result is wanted itself: a sentence that tells none gives way too.
    """
    if not ranked or ranked[0].signals.aspect > 0 or (ranked[0].signals.aspect == 0 and not wants_result):
        return ranked
    showing = [row for row in ranked[:SHOWING] if row.shows and row.view.document.id == ranked[0].view.document.id]
    return showing + [row for row in ranked if row not in showing]


def _in_form_first(question: Question, ranked: list[Ranked]) -> list[Ranked]:
    """Where the best sentence lacks the form asked for, those near it that have it go first."""
    sums = [one for one in question.stated if unit_head(one.unit) in ("đồng", "%", "lần")]
    if ranked and sums and question.kind not in ("passage", "figure") and not ranked[0].signals.stated:
        carrying = [row for row in ranked[:SHOWING] if row.signals.stated]
        ranked = carrying + [row for row in ranked if row not in carrying]
    if cues_of("halted").search(question.text.lower()):
        fit = [row for row in ranked[:IN_FORM] if cues_of("halted").search(row.sentence.text.lower())]
    elif ranked and country_lacking(question, ranked[0].sentence.text):
        fit = [row for row in ranked[:SHOWING] if not country_lacking(question, row.sentence.text)]
    elif asks(question, "deadline"):
        fit = [
            row
            for row in ranked[:IN_FORM]
            if row.entity is not None and not deadline_lacking(question, row.sentence.text)
        ]
    elif asks_date_of_text(question):
        fit = [row for row in ranked[:SHOWING] if row.entity is not None and row.signals.beside]
    else:
        near = [row for row in ranked[:IN_FORM] if row.coverage >= NEAR_COVERAGE * ranked[0].coverage]
        fit = _in_form(question, near)
    if not fit or ranked[0] in fit:
        return ranked
    return fit + [row for row in ranked if row not in fit]


def _in_form(question: Question, near: Sequence[Ranked]) -> list[Ranked]:
    """Those near the best that are of the paper and side asked for and tell who, when or what "những ... nào" asks."""
    if question.kind in ("list", "passage"):
        near = [row for row in near if not of_other_body(question, _with_heading(row))] or near
    if question.kind == "list":
        return [row for row in near if not asked_head_lacking(question, row.sentence.prepared)]
    if question.kind == "figure" and _ASKS_MOST.search(question.text.lower()):
        return [row for row in near if row.entity is not None and _TELLS_MOST.search(row.sentence.prepared)]
    if asks_whose(question):
        return [row for row in near if names_an_enterprise(row.sentence.text)]
    if question.kind not in ("who", "when"):
        return list(near)
    kept = [row for row in near if not of_other_paper(question, row.sentence.prepared)]
    deed = _DEED_ASKED.search(question.text.lower()) if question.kind == "who" else None
    if deed is not None:
        kept = [row for row in kept if strength(row.sentence.prepared, spread(deed[1]).strip()) >= DEED_HELD] or kept
    kept = [row for row in kept if of_side_asked(question, row.sentence.prepared)] or kept
    if asks_holder(question):
        years = {year for period in question.periods for year in years_of(period)}
        kept = [row for row in kept if row.entity is not None and years & row.view.titled_years] or kept
    wanted = [row for row in kept if (row.signals.agent if question.kind == "who" else row.entity or tells_time(row))]
    return wanted or kept


DEED_HELD = 0.9
_DEED_ASKED = re.compile(
    r"(?<!\w)ai (?:là |người |sẽ |được |có quyền |có thẩm quyền )*"
    r"(phê duyệt|ban hành|thẩm định|quyết định|quy định|hướng dẫn|quản lý|kiểm tra|giám sát|thành lập|công nhận)"
    r"(?!\w)"
)
"""What somebody does who is asked for: "ai là người phê duyệt"."""
_ASKS_MOST = re.compile(r"(?<!\w)(?:tối đa|nhiều nhất|lâu nhất|không quá|chậm nhất|muộn nhất)(?!\w)")
_TELLS_MOST = re.compile(r" (?:không quá|tối đa|nhiều nhất|không vượt quá|lâu nhất|chậm nhất|muộn nhất) ")


def _with_heading(row: Ranked) -> str:
    return f"{row.sentence.prepared} {row.view.heading_of(row.sentence)}"


def tells_time(row: Ranked) -> bool:
    """Whether a sentence says when in words: "cùng lúc với", "trước khi", "chậm nhất"."""
    return _TIME_WORDS.search(row.sentence.prepared) is not None


@dataclass(frozen=True, slots=True)
class _Found:
    """A sentence with the passage it was found in: the passage's prepared text, hit, rank and relative BM25."""

    view: View
    sentence: Sentence
    passage: str
    hit: Hit
    rank: int
    scope: float
    lexical: float


def _best_first(row: Ranked) -> tuple[float, str, int]:
    return -row.score, row.view.document.id, row.sentence.start


def _scored(row: Ranked, signals: Signals) -> Ranked:
    return replace(row, signals=signals, score=order_score(signals))


def _read(question: Question, wanted: Wanted, asked: Sequence[Aspect], found: _Found) -> Ranked:
    """A sentence with every signal but those of its own meaning."""
    view, sentence = found.view, found.sentence
    prepared = _with_name_meant(question, view, sentence)
    own = wanted.coverage((prepared, 1.0))
    around = wanted.coverage((prepared, 1.0), (view.heading_of(sentence), 0.75), (found.passage, 0.55))
    entity = None
    beside = False
    short = question.kind in SHORT_KINDS
    if short:
        entity, beside = _short_answer(question, wanted, sentence)
    mass = sum(wanted.weights)
    signals = Signals(
        own=own,
        around=around,
        own_mass=min(1.0, own * mass / MASS),
        around_mass=min(1.0, around * mass / MASS),
        missing=missing_share(wanted, question.light, prepared),
        passage_likeness=alike(found.hit.dense),
        lexical=found.lexical,
        order=1 / (1 + found.rank),
        scope=found.scope,
        short=float(entity is not None),
        no_short=float(short and entity is None and question.kind != "figure"),
        no_number=float(question.kind == "figure" and entity is None),
        beside=float(beside),
        agent=float(entity is not None and bool(agents([entity], sentence.text, question))),
        aspect=sum(aspect.shown(sentence.prepared) for aspect in asked),
        defined=_defines(question, asked, sentence),
        rarest=float(_holds_rarest(wanted, sentence)),
        stated=float(bool(question.stated) and question.kind != "figure" and carries(sentence, question)),
        unheld=float(bool(question.unheld) and " không có trong " in sentence.prepared),
        relations=float(sum(w in question.words and strength(sentence.prepared, w) < 0.9 for w in RELATIONS)),
        opening=float(sentence.text.rstrip().endswith((":", "?"))),
        preamble=float(view.is_legal and not view.in_article(sentence)),
        replaced=float(bool(view.source.replaced_by)),
        brief=1 / (1 + len(sentence.prepared.split()) / 10),
    )
    shows = any(aspect.shown(sentence.prepared) > 0 for aspect in asked)
    return Ranked(view, sentence, signals, order_score(signals), around, entity, shows)


_MEANT_ENTERPRISE = re.compile(r" (?:cơ sở|công ty|doanh nghiệp|hợp tác xã|htx|xưởng|hộ|đơn vị) (?:này|trên|nói trên) ")


def _with_name_meant(question: Question, view: View, sentence: Sentence) -> str:
    """A prepared sentence with the enterprise that it is of: by "cơ sở này", or in a story of the one asked for."""
    naming = subject_before(question, view, sentence)
    if naming is not None:
        return f"{sentence.prepared}{naming_words(question, naming).strip()} "
    if not sentence.order or _MEANT_ENTERPRISE.search(sentence.prepared) is None:
        return sentence.prepared
    named = enterprise_named(view.sentences[sentence.order - 1].text)
    return f"{sentence.prepared}{spread(named).strip()} " if named else sentence.prepared


def _short_answer(question: Question, wanted: Wanted, sentence: Sentence) -> tuple[Entity | None, bool]:
    """The short answer a sentence holds, and whether it stands beside a number the question names."""
    in_force = holds(spread(question.text), "hiệu lực")
    numbers = [r.number for r in question.references if r.number and not in_force]
    found = in_role(entities(question.kind, sentence.text, question), sentence.text, question)
    if question.kind in ("where", "when") or (question.kind == "figure" and question.names):
        in_part = in_part_asked(found, sentence.text, wanted)
        found = in_part if in_part or question.kind != "figure" else found
    entity = nearest(found, sentence.text, _said_anew(question, wanted, sentence), numbers)
    if entity is None:
        return None, False
    entity = with_others(entity, found, sentence.text) if question.kind == "where" else entity
    return entity, any(0 <= entity.start - sentence.text.find(number) < 40 for number in numbers)


def _said_anew(question: Question, wanted: Wanted, sentence: Sentence) -> Wanted:
    """The words that a follow-up says itself, where a sentence holds one of them; all that are wanted else."""
    pairs = [pair for pair in zip(wanted.words, wanted.weights, strict=True) if pair[0] not in question.carried]
    if not question.carried or not any(holds(sentence.prepared, word) for word, _ in pairs):
        return wanted
    return Wanted(tuple(word for word, _ in pairs), tuple(weight for _, weight in pairs))


def _defines(question: Question, asked: Sequence[Aspect], sentence: Sentence) -> float:
    """1 where a definition is asked for and the sentence opens by giving it, less where its subject is narrower."""
    if not any(aspect.name == "definition" for aspect in asked) or not question.words:
        return 0.0
    parts = _SAYS_WHAT.split(sentence.prepared, maxsplit=1)
    subject = f"{parts[0]} "
    if len(parts) < 2 or not all(holds(subject, word) for word in question.words):
        return 0.0
    narrower = len(subject.split()) - sum(len(word.split()) for word in question.words)
    return 1.0 if narrower <= SUBJECT_MORE else 0.5 if narrower <= SUBJECT_FURTHER else 0.0


_SAME_THING = frozenset({"hoạt động", "công tác", "khái niệm", "thuật ngữ"})


def defines_another(question: Question, sentence: Sentence) -> bool:
    """Whether "X là gì?" meets a sentence that says what a thing named after X is: "Kế hoạch X là ..."."""
    if len(question.words) != 1 or not any(aspect.name == "definition" for aspect in aspects_asked(question.text)):
        return False
    subject, *rest = _SAYS_WHAT.split(sentence.prepared, maxsplit=1)
    before, held, _ = f"{subject} ".partition(f" {question.words[0]} ")
    named = [
        word for word in content_words(before) if len(word) > 1 and not word[0].isdigit() and word not in _SAME_THING
    ]
    return bool(rest and held and named)


def _holds_rarest(wanted: Wanted, sentence: Sentence) -> bool:
    """Whether a sentence holds the rarest word, where that is what the question turns on."""
    weight, rarest = max(zip(wanted.weights, wanted.words, strict=True), default=(0.0, ""))
    return weight >= RARE and strength(sentence.prepared, rarest) >= 0.9


def carries(sentence: Sentence, question: Question) -> bool:
    """Whether a sentence carries a quantity that the question states."""
    carried = read_quantities(sentence.text)
    return any(same_quantity(quantity, other) for quantity in question.stated for other in carried)
