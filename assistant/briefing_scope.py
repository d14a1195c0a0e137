"""Which sentences of which documents belong to a topic: by place, by year, by subject.

Place and year carry over inside a document: what the document is about holds until a sentence
names another. Whether a sentence tells of results or of limits is not decided here.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.briefing_topic import Topic
from assistant.evidence import Sentence, View, years_of
from assistant.wording import spread, strength
from documents.letters import UPPER
from documents.periods import read_periods
from documents.places import find_places, place_table
from documents.records import Figure, Place

SHORTEST_WORDS = 5
# A word that this share of a document's sentences holds is what the document is about.
GENERAL_SHARE = 0.2
# A sentence that holds the subject's syllables within this many more is nearly as good as one with the phrase.
SPREAD = 10
NEARLY = 0.96
_OF_PROVINCE = re.compile(r"\b(của|trong|toàn|ở|tại|cho|địa bàn|sách|Thương|UBND) tỉnh\b(?! nào)|^Tỉnh\b|, tỉnh đã\b")
_NAMED_PROVINCE = re.compile(rf"\btỉnh (?:[{UPPER}])")


@dataclass(frozen=True, slots=True)
class DocumentScope:
    """What a document is about as a whole; ``place`` None when it names none."""

    place: Place | None
    years: frozenset[int]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may stand in a note.

    ``exact`` tells that it speaks of a place asked for itself, not of a part of it; ``asked``
    is that place (None when no place was asked for). ``relevance`` (0-1) is how well it holds
    the subject words that its document does not hold everywhere. ``forward`` marks what a document
    on a year asked for says of the year after.
    """

    view: View
    sentence: Sentence
    place: Place | None
    asked: Place | None
    exact: bool
    years: frozenset[int]
    relevance: float
    figures: tuple[Figure, ...]
    scope: DocumentScope
    forward: bool = False

    @property
    def key(self) -> tuple[str, int]:
        return (self.view.document.id, self.sentence.start)


def document_scope(view: View) -> DocumentScope:
    """Place and years of a document: from its title, else what it names most, else its date."""
    return DocumentScope(_document_place(view), _document_years(view))


def _document_place(view: View) -> Place | None:
    for text in (view.source.region, view.source.title):
        for place, _, _ in find_places(text):
            if place.level in ("region", "province", "country"):
                return place
    counts: Counter[Place] = Counter()
    for sentence in view.sentences:
        counts.update(p for p in view.places_of(sentence) if p.level in ("region", "province", "country"))
    return counts.most_common(1)[0][0] if counts else None


def _document_years(view: View) -> frozenset[int]:
    titled = {year for period, _, _ in read_periods(view.source.title) for year in years_of(period)}
    if titled:
        return frozenset(titled)
    counts: Counter[int] = Counter()
    for sentence in view.sentences:
        for period in view.periods_of(sentence):
            counts.update(years_of(period))
    if counts:
        most = max(counts.values())
        return frozenset(year for year, count in counts.items() if count * 2 > most)
    return frozenset({int(view.source.date[:4])}) if view.source.date[:4].isdigit() else frozenset()


def candidates(view: View, topic: Topic, figures: Sequence[Figure]) -> list[Candidate]:
    """The sentences of a document that lie in the places and years asked for, in reading order."""
    scope = document_scope(view)
    words = specific_words(view, topic.words)
    found = []
    carried: Place | None = None
    section: int | None = None
    for sentence in view.sentences:
        named = [p for p in view.places_of(sentence) if p.level in ("region", "province", "country", "district")]
        if sentence.section != section and not _speaks_of_its_province(_paragraph(view, sentence)):
            carried = None
        section = sentence.section
        carried = next(_provinces(named), None if named else carried)
        if not is_prose(view, sentence):
            continue
        inside = tuple(f for f in figures if sentence.start <= f.start < sentence.end)
        placed = _fit_place(topic, named, carried, scope, sentence, inside)
        years = _sentence_years(view, sentence, inside, scope)
        asked_years = set(topic.years)
        forward = bool(asked_years & scope.years) and bool(years) and min(years) == max(scope.years) + 1
        if placed is None or (topic.years and not years & asked_years and not forward):
            continue
        place, asked, exact = placed
        relevance = _relevance(view, sentence, words, topic.phrase)
        later = forward and not years & asked_years
        found.append(Candidate(view, sentence, place, asked, exact, years, relevance, inside, scope, later))
    return found


def _paragraph(view: View, sentence: Sentence) -> str:
    """The text of a sentence's paragraph from that sentence on."""
    if sentence.section is None:
        return sentence.text
    return view.document.text[sentence.start : view.sections[sentence.section].end]


def _provinces(named: Sequence[Place]) -> Iterator[Place]:
    """The provinces named, or those that districts named lie in."""
    for place in named:
        province = place_table().province_of(place) if place.level in ("province", "district") else None
        if province is not None:
            yield province


def specific_words(view: View, words: Sequence[str]) -> list[str]:
    """The subject words that tell sentences of a document apart: not those it is about as a whole."""
    total = max(1, len(view.sentences))
    return [
        word
        for word in words
        if strength(spread(view.source.title), word) < 0.9
        and sum(strength(s.prepared, word) >= 0.9 for s in view.sentences) / total < GENERAL_SHARE
    ]


def covered_words(view: View, words: Sequence[str]) -> set[str]:
    """The subject words that some sentence or heading of the document holds whole."""
    texts = [view.headings, *(sentence.prepared for sentence in view.sentences)]
    return {word for word in words if any(strength(text, word) >= 0.9 for text in texts)}


def _relevance(view: View, sentence: Sentence, words: Sequence[str], phrase: str) -> float:
    """1 where the document is about the subject as a whole or the sentence holds it as one phrase."""
    if not words or (phrase and f" {phrase} " in sentence.prepared):
        return 1.0
    if phrase and _stands_close(phrase.split(), sentence.prepared.split()):
        return NEARLY
    heading = view.heading_of(sentence)
    held = [max(strength(sentence.prepared, word), 0.8 * strength(heading, word)) for word in words]
    return min(0.9 if phrase else 1.0, sum(held) / len(held))


def _stands_close(wanted: Sequence[str], words: Sequence[str]) -> bool:
    """Whether all wanted syllables stand within a stretch a little longer than they are themselves."""
    needed, width = set(wanted), len(wanted) + SPREAD
    places = [place for place, word in enumerate(words) if word in needed]
    return any(needed <= set(words[place : place + width]) for place in places)


def is_prose(view: View, sentence: Sentence) -> bool:
    """Whether a span is a sentence one can quote: no heading, no caption, no stub."""
    if len(sentence.text.split()) < SHORTEST_WORDS:
        return False
    for block in view.document.blocks:
        if block.start <= sentence.start < block.end:
            return block.kind in ("paragraph", "item")
    return sentence.text.rstrip().endswith((".", ";", ":", "…", "!", "”", ")"))


def _speaks_of_its_province(text: str) -> bool:
    return bool(_OF_PROVINCE.search(text)) and not _NAMED_PROVINCE.search(text)


def _fit_place(
    topic: Topic,
    named: Sequence[Place],
    carried: Place | None,
    scope: DocumentScope,
    sentence: Sentence,
    figures: Sequence[Figure],
) -> tuple[Place | None, Place | None, bool] | None:
    """(place of the sentence, place asked for, exact), or None when it lies elsewhere."""
    vague = not named and _speaks_of_its_province(sentence.text)
    if vague and carried is None and (scope.place is None or scope.place.level != "province"):
        return None
    places = [p for p in named if p.level == "region"] or list(named)
    if vague and carried is not None:
        places = [carried]
    elif topic.places:
        places += [f.place for f in figures if f.place in topic.places]
    if scope.place is not None and scope.place.level != "country":
        # "toàn quốc" in a text on a region is what the region is measured against.
        places = [p for p in places if p.level != "country"]
    if not places:
        places = [carried] if carried else [f.place for f in figures if f.place is not None][:1]
    if not places and scope.place is not None:
        places = [scope.place]
    if not topic.places:
        return (places[0] if places else None), None, not places or places[0] == scope.place
    contains = place_table().contains
    for asked in topic.places:
        if asked in places:
            return asked, asked, True
    for asked in topic.places:
        for place in places:
            if contains(asked, place):
                return place, asked, False
    return None


def _sentence_years(view: View, sentence: Sentence, figures: Sequence[Figure], scope: DocumentScope) -> frozenset[int]:
    """The years of the first period a sentence names; else of its figures; else of its document."""
    named = [period for period in view.periods_of(sentence) if period.start != period.end]
    if named:
        first = set(years_of(named[0]))
        later = {year for period in named[1:] for year in years_of(period)}
        return frozenset(first | (later & set(scope.years) if first & scope.years else set()))
    dated = {year for f in figures if f.period is not None for year in years_of(f.period)}
    return frozenset(dated) if dated and not dated & scope.years else scope.years
