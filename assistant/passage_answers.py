"""Which sentences of the found passages answer a question that asks for no figure of the table.

It chooses and orders spans; verification and numbering of citations is done in ``citations``.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.entities import Entity, entities, nearest
from assistant.evidence import Library, Sentence, View, years_of
from assistant.questions import Question
from assistant.wording import Wanted, spread
from documents.places import place_table
from documents.records import Place
from index.records import Hit

READ_PASSAGES = 8
SHORT_KINDS = frozenset({"who", "when", "where", "which", "figure"})
_ITEM = re.compile(
    r"\s*(?:[-–+*•]\s|(?:Thứ|Một|Hai|Ba) (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|là)\b|Thứ \w+,|Một là|Hai là|Ba là|"
    r"Bốn là|Năm là|Sáu là|\d{1,2}[.)]\s|[a-zđ]\)\s)"
)


@dataclass(frozen=True, slots=True)
class Ranked:
    """A sentence with its score; ``coverage`` is the share of the question's words it and its place hold."""

    view: View
    sentence: Sentence
    score: float
    coverage: float
    dense: float
    entity: Entity | None = None


@dataclass(frozen=True, slots=True)
class ListFound:
    """A list of a document: the sentence or heading that opens it and the spans of its items."""

    view: View
    opening: tuple[int, int]
    items: tuple[tuple[int, int], ...]
    coverage: float


def rank_sentences(question: Question, wanted: Wanted, hits: Sequence[Hit], library: Library) -> list[Ranked]:
    """Sentences of the hits that fit the question's places and years, best first."""
    ranked: dict[tuple[str, int], Ranked] = {}
    for rank, hit in enumerate(hits[:READ_PASSAGES]):
        view = library.view(hit.passage.document)
        passage = spread(hit.passage.text)
        for sentence in view.between(hit.passage.start, hit.passage.end):
            row = _rank(question, wanted, view, sentence, passage, hit, rank)
            key = (view.document.id, sentence.start)
            if row is not None and (key not in ranked or ranked[key].score < row.score):
                ranked[key] = row
    return sorted(ranked.values(), key=lambda row: (-row.score, row.view.document.id, row.sentence.start))


def _rank(question: Question, wanted: Wanted, view: View, sentence: Sentence, passage: str, hit: Hit, rank: int
          ) -> Ranked | None:  # fmt: skip
    if not fits_scope(question, view, sentence) or is_heading(view, sentence):
        return None
    heading = view.heading_of(sentence)
    coverage = wanted.coverage((sentence.prepared, 1.0), (heading, 0.75), (passage, 0.55))
    own = wanted.coverage((sentence.prepared, 1.0))
    score = 0.55 * coverage + 0.25 * own + 0.25 * max(0.0, hit.dense - 0.75) / 0.2 + 0.06 / (1 + rank)
    if sentence.text.rstrip().endswith((":", "?")):
        score -= 0.05
    entity = None
    if question.kind in SHORT_KINDS:
        numbers = [reference.number for reference in question.references if reference.number]
        entity = nearest(entities(question.kind, sentence.text, question), sentence.text, wanted, numbers)
        score += 0.12 if entity is not None else -0.25
    return Ranked(view, sentence, score, coverage, hit.dense, entity)


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


def fits_scope(question: Question, view: View, sentence: Sentence) -> bool:
    """Whether a sentence speaks of the places and years asked for, as far as its document tells."""
    return _fits_places(question.places, view, sentence) and _fits_years(question, view, sentence)


def _fits_places(asked: Sequence[Place], view: View, sentence: Sentence) -> bool:
    if not asked or view.is_legal:
        return True
    own = view.places_of(sentence)
    near = [place for s in view.sentences[max(0, sentence.order - 3) : sentence.order] for place in view.places_of(s)]
    titled = [place for s in view.sentences[:3] for place in view.places_of(s)]
    titled += _titled_places(view)
    for place in asked:
        if any(_same(place, other) for other in own):
            return True
        others = [other for other in own if other.level == place.level and not _same(place, other)]
        if others and place.level in ("region", "country"):
            continue
        if place.level == "province":
            regions_only = all(other.level in ("region", "country") for other in own)
            if regions_only and any(_same(place, other) for other in near + titled):
                return True
        elif any(_same(place, other) for other in titled + near):
            return True
        nationwide = not any(other.level in ("province", "region") for other in titled)
        if place.level == "country" and nationwide:
            return True
    return False


def _titled_places(view: View) -> list[Place]:
    region = place_table().lookup(view.source.region) if view.source.region else None
    return [region] if region is not None else []


def _same(one: Place, other: Place) -> bool:
    return (one.code, one.level) == (other.code, other.level) if one.code else one.name == other.name


def _fits_years(question: Question, view: View, sentence: Sentence) -> bool:
    years = {year for period in question.periods for year in years_of(period)}
    if not years:
        return True
    own = {year for period in view.periods_of(sentence) for year in years_of(period)}
    if own:
        return bool(own & years)
    if view.is_legal:
        return not view.years or bool(view.years & years)
    around = view.sentences[max(0, sentence.order - 2) : sentence.order]
    near = {year for s in around for period in view.periods_of(s) for year in years_of(period)}
    return bool((near or view.years) & years)


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
        same = row.view.document.id == best.view.document.id
        close = same and abs(row.sentence.order - best.sentence.order) <= 3
        needed = 0.86 if close else 0.93
        if row.score < needed * best.score or row.coverage < 0.8 * best.coverage:
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
            opening = view.sentence_at(found.opening[0])
            if opening is None or not fits_scope(question, view, opening):
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
        opening = (section.start, first.start)
        text = view.document.text[section.start : first.start]
        titles = view.heading_of(view.sentence_at(section.start) or view.sentences[0])
        coverage = wanted.coverage((spread(text), 1.0), (titles, 0.8))
        coverage += 0.02 if section.kind == "clause" else 0.0
        items = tuple((view.sections[at].start, view.sections[at].end) for at in members)
        lists.append(ListFound(view, opening, items, coverage))
    return lists


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
