"""Which sentences of the found passages answer a question that asks for no figure of the table.

It chooses and orders spans; verification and numbering of citations is done in ``citations``.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.entities import Entity, entities, nearest
from assistant.evidence import Library, Sentence, View, years_of
from assistant.figure_answers import fit_period, fit_place
from assistant.questions import Question
from assistant.wording import Wanted, aspects_asked, holds, spread, strength
from documents.places import find_places, place_table
from documents.quantities import read_quantities, same_quantity
from documents.records import Place
from index.records import Hit

READ_PASSAGES = 18
COMPARED = 16
RARE = 1.0
RELATIONS = ("sửa đổi", "thay thế", "bãi bỏ", "hướng dẫn")
SHORT_KINDS = frozenset({"who", "when", "where", "which", "figure"})
_ITEM = re.compile(
    r"\s*(?:[-–+*•]\s|(?:Thứ|Một|Hai|Ba) (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|là)\b|Thứ \w+,|Một là|Hai là|Ba là|"
    r"Bốn là|Năm là|Sáu là|\d{1,2}[.)]\s|[a-zđ]\)\s)"
)


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


@dataclass(frozen=True, slots=True)
class ListFound:
    """A list of a document: the sentence or heading that opens it and the spans of its items."""

    view: View
    opening: tuple[int, int]
    items: tuple[tuple[int, int], ...]
    coverage: float


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
        rarest = max(zip(wanted.weights, wanted.words, strict=True), default=(0.0, ""))
        rows: dict[tuple[str, int], Ranked] = {}
        for rank, hit in enumerate(hits[:READ_PASSAGES]):
            view = self._library.view(hit.passage.document)
            passage = spread(hit.passage.text)
            for sentence in view.between(hit.passage.start, hit.passage.end):
                row = self._by_words(question, wanted, view, sentence, passage, rank)
                key = (view.document.id, sentence.start)
                if row is None:
                    continue
                extra = 0.1 * sum(aspect.shown(sentence.prepared) for aspect in asked)
                extra += 0.2 if question.unheld and " không có trong " in sentence.prepared else 0.0
                defined = any(a.name == "definition" for a in asked)
                if defined and any(f" {word} là " in sentence.prepared for word in wanted.words):
                    extra += 0.15
                extra += 0.08 if rarest[0] >= RARE and strength(sentence.prepared, rarest[1]) >= 0.9 else 0.0
                row = replace(row, score=row.score + extra, shows=any(a.shown(sentence.prepared) > 0 for a in asked))
                if key not in rows or rows[key].score < row.score:
                    rows[key] = row
        ranked = sorted(rows.values(), key=lambda row: (-row.score, row.view.document.id, row.sentence.start))
        return self._by_meaning(question, ranked)

    def _by_words(
        self,
        question: Question,
        wanted: Wanted,
        view: View,
        sentence: Sentence,
        passage: str,
        rank: int,
    ) -> Ranked | None:
        fit = scope_fit(question, view, sentence)
        if not fit or is_heading(view, sentence) or not self._figures_fit(question, view, sentence):
            return None
        heading = view.heading_of(sentence)
        coverage = wanted.coverage((sentence.prepared, 1.0), (heading, 0.75), (passage, 0.55))
        own = wanted.coverage((sentence.prepared, 1.0))
        if question.stated and question.kind != "figure" and _carries(sentence, question):
            coverage, own = min(1.0, coverage + 0.25), min(1.0, own + 0.25)
        score = 0.3 * coverage + 0.2 * own + 0.03 / (1 + rank)
        related = [word for word in RELATIONS if word in question.words]
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
            in_force = holds(spread(question.text), "hiệu lực")
            numbers = [r.number for r in question.references if r.number and not in_force]
            entity = nearest(entities(question.kind, sentence.text, question), sentence.text, wanted, numbers)
            score += 0.08 if entity is not None else -0.25
            if entity is not None and any(0 <= entity.start - sentence.text.find(n) < 40 for n in numbers):
                score += 0.1
        return Ranked(view, sentence, score * fit, coverage, 0.0, entity, own=own)

    def _by_meaning(self, question: Question, ranked: Sequence[Ranked]) -> list[Ranked]:
        near = list(ranked[:COMPARED])
        vector = self._library.index.embed_query(question.text)
        cosines = self._library.likeness(vector, [(row.view, row.sentence) for row in near])
        scored = [
            replace(row, dense=cosine, score=row.score + 0.5 * max(0.0, min(1.0, (cosine - 0.78) / 0.16)))
            for row, cosine in zip(near, cosines, strict=True)
        ]
        return sorted(scored, key=lambda row: (-row.score, row.view.document.id, row.sentence.start))

    def _figures_fit(self, question: Question, view: View, sentence: Sentence) -> bool:
        """For a figure question: no figure of the sentence belongs to another place or time than asked."""
        if question.kind != "figure" or not (question.places or question.periods):
            return True
        if any(_same(place, other) for place in question.places for other in view.places_of(sentence)):
            return True
        figures = self._library.figures_in(view, sentence)
        placed = [figure for figure in figures if figure.place is not None]
        dated = [figure for figure in figures if figure.period is not None]
        placed_right = not question.places or not placed or any(fit_place(question.places, f.place) for f in placed)
        return placed_right and (
            not question.periods or not dated or any(fit_period(question.periods, f.period) for f in dated)
        )


def _carries(sentence: Sentence, question: Question) -> bool:
    """Whether a sentence carries a quantity that the question states."""
    carried = read_quantities(sentence.text)
    return any(same_quantity(quantity, other) for quantity in question.stated for other in carried)


def is_heading(view: View, sentence: Sentence) -> bool:
    """Whether a sentence is a heading line, which states nothing by itself."""
    if sentence.section is None:
        return False
    section = view.sections[sentence.section]
    if section.kind == "heading":
        return sentence.start == section.start or section.title.strip().endswith(sentence.text.strip())
    titled = section.kind in ("part", "chapter", "division", "article", "annex")
    return (
        titled
        and bool(section.title)
        and sentence.start - section.start < 12 + len(section.title)
        and (spread(section.title).strip() in sentence.prepared and len(sentence.text) < len(section.title) + 24)
    )


def scope_fit(question: Question, view: View, sentence: Sentence) -> float:
    """How well (0-1) a sentence speaks of the places, years and texts asked for; 0 when it does not."""
    unheld = [reference.number or reference.name for reference in question.unheld]
    if unheld and not any(number.lower() in sentence.text.lower() for number in unheld):
        return 0.0
    return _years_fit(question, view, sentence) if _fits_places(question, view, sentence) else 0.0


def _fits_places(question: Question, view: View, sentence: Sentence) -> bool:
    asked = question.places
    own = view.places_of(sentence)
    if not asked or any(_same(place, other) for place in asked for other in own):
        return True
    if view.is_legal:
        return "legal" in question.cues or bool(question.references) or all(p.level == "country" for p in asked)
    return any(_in_scope(place, own, view, sentence) for place in asked)


def _in_scope(asked: Place, own: Sequence[Place], view: View, sentence: Sentence) -> bool:
    """Whether what was named before the sentence, or the title, makes it speak of the place."""
    titled = [place for s in view.sentences[:3] for place in view.places_of(s)] + _titled_places(view)
    if asked.level == "province":
        if any(other.level == "province" for other in own):
            return False
        before = view.sentences[max(0, sentence.order - 15) : sentence.order]
        named = [place for s in before for place in view.places_of(s) if place.level == "province"]
        if named:
            return _same(named[-1], asked)
        title = [place for place, _, _ in find_places(view.source.title)] + _titled_places(view)
        return any(_same(place, asked) for place in title)
    if any(other.level == asked.level and not _same(other, asked) for other in own):
        return False
    near = [p for s in view.sentences[max(0, sentence.order - 3) : sentence.order] for p in view.places_of(s)]
    if any(_same(asked, other) for other in titled + near):
        return True
    return asked.level == "country" and not any(other.level in ("province", "region") for other in titled)


def _titled_places(view: View) -> list[Place]:
    region = place_table().lookup(view.source.region) if view.source.region else None
    return [region] if region is not None else []


def _same(one: Place, other: Place) -> bool:
    return (one.code, one.level) == (other.code, other.level) if one.code else one.name == other.name


def _years_fit(question: Question, view: View, sentence: Sentence) -> float:
    """1 for the very years asked, a little less for a longer period that holds them, 0 for others."""
    years = {year for period in question.periods for year in years_of(period)}
    if not years:
        return 1.0
    for rows in (view.sentences[sentence.order : sentence.order + 1], _before(view, sentence)):
        named = [set(years_of(period)) for row in rows for period in view.periods_of(row)]
        if named:
            if any(part <= years or years <= part for part in named if part & years):
                return 1.0 if any(part & years and len(part) <= len(years) for part in named) else 0.85
            return 0.9 if any(part & years for part in named) else 0.0
    if view.is_legal:
        return 1.0 if not view.years or view.years & years else 0.0
    return 0.9 if view.years & years else 0.0


def _before(view: View, sentence: Sentence) -> list[Sentence]:
    return view.sentences[max(0, sentence.order - 2) : sentence.order]


def choose(question: Question, ranked: Sequence[Ranked], wanted: Wanted, limit: int = 3) -> list[Ranked]:
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


def find_list(question: Question, wanted: Wanted, ranked: Sequence[Ranked], hits: Sequence[Hit], library: Library
              ) -> ListFound | None:  # fmt: skip
    """The list that the question asks for: an article's khoản, a khoản's điểm, or items under an opening line."""
    best: ListFound | None = None
    for document in dict.fromkeys(hit.passage.document for hit in hits[:READ_PASSAGES]):
        view = library.view(document)
        spans = [(h.passage.start, h.passage.end) for h in hits[:READ_PASSAGES] if h.passage.document == document]
        for found in [*_legal_lists(view, wanted, spans), *_item_lists(view, wanted, spans)]:
            opening = view.sentence_at(min(found.opening[0], found.items[0][0]))
            if opening is None or not scope_fit(question, view, opening):
                continue
            if best is None or found.coverage > best.coverage + 1e-9:
                best = found
    return best


def _touches(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start < span_end and span_start < end for span_start, span_end in spans)


def _legal_lists(view: View, wanted: Wanted, spans: Sequence[tuple[int, int]]) -> list[ListFound]:
    lists = []
    children: dict[int, list[int]] = {}
    for at, section in enumerate(view.sections):
        if section.kind in ("clause", "point") and section.parent is not None:
            children.setdefault(section.parent, []).append(at)
    for parent, members in children.items():
        section = view.sections[parent]
        if len(members) < 2 or not _touches(section.start, section.end, spans):
            continue
        first = view.sections[members[0]]
        text = view.document.text[section.start : first.start]
        opening = after_heading(view, section.start, first.start)
        titles = view.heading_of(view.sentence_at(section.start) or view.sentences[0])
        coverage = wanted.coverage((spread(text), 1.0), (titles, 0.8))
        coverage += 0.02 if section.kind == "clause" else 0.0
        items = tuple((view.sections[at].start, view.sections[at].end) for at in members)
        lists.append(ListFound(view, opening, items, coverage))
    return lists


def after_heading(view: View, start: int, end: int) -> tuple[int, int]:
    """The part of a span that follows the heading line of its section; empty when there is nothing more."""
    for sentence in view.between(start, end):
        if sentence.start >= start and not is_heading(view, sentence):
            return sentence.start, end
    return end, end


def _item_lists(view: View, wanted: Wanted, spans: Sequence[tuple[int, int]]) -> list[ListFound]:
    if view.is_legal:
        return []
    lists = []
    lines = _lines(view.document.text)
    for at, (start, end) in enumerate(lines):
        text = view.document.text[start:end]
        if not text.rstrip().endswith((":", "sau", "như sau", "...")) or _ITEM.match(text):
            continue
        items = []
        for next_start, next_end in lines[at + 1 :]:
            if not _ITEM.match(view.document.text[next_start:next_end]):
                break
            items.append((next_start, next_end))
        if len(items) < 2 or not _touches(start, items[-1][1], spans):
            continue
        row = view.sentence_at(end - 1)
        opening = (row.start, end) if row is not None and row.start >= start else (start, end)
        titles = view.heading_of(row) if row is not None else ""
        coverage = wanted.coverage((spread(text), 1.0), (titles, 0.7))
        lists.append(ListFound(view, opening, tuple(items), coverage))
    return lists


def _lines(text: str) -> list[tuple[int, int]]:
    """Spans of the non-empty lines of a text."""
    return [match.span() for match in re.finditer(r"[^\n]*\S[^\n]*", text)]


def first_sentence(view: View, start: int, end: int) -> tuple[int, int]:
    """The span of an item's first full sentence within it, its number or bullet included."""
    for sentence in view.between(start, end):
        if sentence.end > start and len(spread(sentence.text).split()) > 2:
            return max(start, sentence.start), min(end, sentence.end)
    return start, end


_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")


def item_asked(question: Question, found: ListFound) -> tuple[int, int] | None:
    """The one item that "điểm thứ năm", "giải pháp thứ ba" asks for, or None when no ordinal is asked."""
    match = re.search(r"\bthứ (" + "|".join(_ORDINALS) + r")\b", question.text.lower())
    if match is None:
        return None
    at = _ORDINALS.index(match.group(1))
    for start, end in found.items:
        if spread(found.view.document.text[start : start + 20]).startswith(f" thứ {match.group(1)} "):
            return start, end
    return found.items[at] if at < len(found.items) else None
