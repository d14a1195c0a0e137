"""Which sentences of the found passages answer a question, best first.

It orders sentences by words, meaning and the short answers they hold; whether the best is good
enough is decided in ``passage_answers``, and citations are verified in ``citations``.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.entities import Entity, entities, nearest
from assistant.evidence import Library, Sentence, View, is_heading
from assistant.question_slots import Question
from assistant.scope import figures_fit, scope_fit
from assistant.wording import Aspect, Wanted, aspects_asked, holds, spread, strength
from documents.quantities import read_quantities, same_quantity
from index.records import Hit

READ_PASSAGES = 18  # hits read sentence by sentence
COMPARED = 16  # sentences compared by meaning
NEW_VECTORS = 8  # of them embedded anew for one question: what an answer's time allows
RARE = 1.0  # the weight from which a word is rare enough to be what the question turns on
RELATIONS = ("sửa đổi", "thay thế", "bãi bỏ", "hướng dẫn")
SHORT_KINDS = frozenset({"who", "when", "where", "which", "figure"})
# The weights of the score were set by hand on the development questions of evals/gold.


@dataclass(frozen=True, slots=True)
class Ranked:
    """A sentence with its score; ``coverage`` is the share of the question's words it and its place hold.

    ``shows`` says that it shows the aspect asked for (a limit, a result, a reason).
    """

    view: View
    sentence: Sentence
    score: float
    coverage: float
    dense: float
    entity: Entity | None = None
    shows: bool = False
    own: float = 0.0


# A logistic regression on the development questions (is the best sentence an answer, or is there
# none?): weights of coverage, own coverage, likeness, unknown names, a short answer held, and the rest.
_LIKELIHOOD = (1.81, 1.13, 4.17, -1.29, 1.37, -2.62)


def answer_likelihood(row: Ranked, unknown_share: float) -> float:
    """How likely (0-1) a best-ranked sentence is an answer; see ``evals`` for how it was fitted."""
    likeness = max(0.0, min(1.0, (row.dense - 0.78) / 0.14))
    features = (row.coverage, row.own, likeness, unknown_share, float(row.entity is not None), 1.0)
    return 1 / (1 + math.exp(-sum(weight * value for weight, value in zip(_LIKELIHOOD, features, strict=True))))


class SentenceFinder:
    """Finds the sentences that answer a question among the hits of a search."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def rank(self, question: Question, wanted: Wanted, hits: Sequence[Hit]) -> list[Ranked]:
        """Sentences of the hits that fit the question's places, years and texts, best first."""
        asked = aspects_asked(question.text)
        rows: dict[tuple[str, int], Ranked] = {}
        for rank, hit in enumerate(hits[:READ_PASSAGES]):
            view = self._library.view(hit.passage.document)
            passage = spread(hit.passage.text)
            for sentence in view.between(hit.passage.start, hit.passage.end):
                if is_heading(view, sentence) or not self._fits(question, view, sentence):
                    continue
                row = _by_words(question, wanted, view, sentence, passage)
                score = (row.score + 0.03 / (1 + rank)) * scope_fit(question, view, sentence)
                score += _extra(question, wanted, asked, sentence)
                row = replace(row, score=score, shows=any(a.shown(sentence.prepared) > 0 for a in asked))
                key = (view.document.id, sentence.start)
                if key not in rows or rows[key].score < row.score:
                    rows[key] = row
        ranked = sorted(rows.values(), key=lambda row: (-row.score, row.view.document.id, row.sentence.start))
        return self._by_meaning(question, ranked)

    def _fits(self, question: Question, view: View, sentence: Sentence) -> bool:
        return scope_fit(question, view, sentence) > 0 and figures_fit(question, self._library, view, sentence)

    def _by_meaning(self, question: Question, ranked: Sequence[Ranked]) -> list[Ranked]:
        unread = 0
        near = []
        for row in ranked[:COMPARED]:
            unread += row.sentence.order not in row.view.vectors
            if unread <= NEW_VECTORS or row.sentence.order in row.view.vectors:
                near.append(row)
        rows = [(row.view, row.sentence) for row in near]
        asked = [question.text] + ([question.asked] if question.language == "en" and question.foreign else [])
        likenesses = [self._library.likeness(self._library.index.embed_query(text), rows) for text in asked]
        cosines = [max(each) for each in zip(*likenesses, strict=True)]
        scored = [
            replace(row, dense=cosine, score=row.score + 0.5 * max(0.0, min(1.0, (cosine - 0.78) / 0.16)))
            for row, cosine in zip(near, cosines, strict=True)
        ]
        return sorted(scored, key=lambda row: (-row.score, row.view.document.id, row.sentence.start))


def _by_words(question: Question, wanted: Wanted, view: View, sentence: Sentence, passage: str) -> Ranked:
    """A sentence scored by the question's words and the short answer it holds."""
    heading = view.heading_of(sentence)
    coverage = wanted.coverage((sentence.prepared, 1.0), (heading, 0.75), (passage, 0.55))
    own = wanted.coverage((sentence.prepared, 1.0))
    if question.stated and question.kind != "figure" and _carries(sentence, question):
        coverage, own = min(1.0, coverage + 0.25), min(1.0, own + 0.25)
    related = [word for word in RELATIONS if word in question.words]
    score = 0.3 * coverage + 0.2 * own
    score -= 0.12 * sum(strength(sentence.prepared, word) < 0.9 for word in related)
    if question.within:
        named = view.document.id in question.within or any(
            r.number and r.number.lower() in sentence.text.lower() for r in question.references
        )
        score -= 0.0 if named else 0.15
    if sentence.text.rstrip().endswith((":", "?")):
        score -= 0.05
    entity = None
    if question.kind in SHORT_KINDS:
        entity, bonus = _short_answer(question, wanted, sentence)
        score += bonus
    return Ranked(view, sentence, score, coverage, 0.0, entity, own=own)


def _short_answer(question: Question, wanted: Wanted, sentence: Sentence) -> tuple[Entity | None, float]:
    """The short answer a sentence holds, and what holding it, or not, adds to the sentence's score."""
    in_force = holds(spread(question.text), "hiệu lực")
    numbers = [r.number for r in question.references if r.number and not in_force]
    entity = nearest(entities(question.kind, sentence.text, question), sentence.text, wanted, numbers)
    if entity is None:
        return None, -0.25
    beside = any(0 <= entity.start - sentence.text.find(number) < 40 for number in numbers)
    return entity, 0.18 if beside else 0.08


def _extra(question: Question, wanted: Wanted, asked: Sequence[Aspect], sentence: Sentence) -> float:
    """What a sentence gains by showing the aspect asked for and by holding the question's rarest word."""
    extra = 0.1 * sum(aspect.shown(sentence.prepared) for aspect in asked)
    extra += 0.2 if question.unheld and " không có trong " in sentence.prepared else 0.0
    defined = any(aspect.name == "definition" for aspect in asked)
    if defined and any(f" {word} là " in sentence.prepared for word in wanted.words):
        extra += 0.15
    weight, rarest = max(zip(wanted.weights, wanted.words, strict=True), default=(0.0, ""))
    return extra + (0.08 if weight >= RARE and strength(sentence.prepared, rarest) >= 0.9 else 0.0)


def _carries(sentence: Sentence, question: Question) -> bool:
    """Whether a sentence carries a quantity that the question states."""
    carried = read_quantities(sentence.text)
    return any(same_quantity(quantity, other) for quantity in question.stated for other in carried)


def choose(question: Question, ranked: Sequence[Ranked], limit: int = 3) -> list[Ranked]:
    """The sentences to show, in reading order: one for a short question, else up to ``limit`` near the best.

    Repeats (the same words elsewhere) are left out.
    """
    if not ranked:
        return []
    best = ranked[0]
    if question.kind in SHORT_KINDS:
        return [best]
    chosen = [best]
    for row in ranked[1:12]:
        gap = abs(row.sentence.order - best.sentence.order) if row.view.document.id == best.view.document.id else 99
        if row.shows and gap <= 2:
            needed, share = 0.55, 0.0
        elif gap <= 3:
            needed, share = 0.86, 0.8
        else:
            needed, share = 0.95, 1.0
        if row.score < needed * best.score or row.coverage < share * best.coverage:
            continue
        if any(_repeats(row.sentence, other.sentence) for other in chosen):
            continue
        chosen.append(row)
        if len(chosen) == limit:
            break
    order = {row.view.document.id: position for position, row in reversed(list(enumerate(chosen)))}
    return sorted(chosen, key=lambda row: (order[row.view.document.id], row.sentence.start))


def _repeats(one: Sentence, other: Sentence) -> bool:
    left, right = set(one.prepared.split()), set(other.prepared.split())
    return len(left & right) > 0.8 * min(len(left), len(right))
