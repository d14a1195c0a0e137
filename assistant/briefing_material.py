"""Gathering what the documents say on a topic, and refusing a topic they do not cover.

It reads documents through the index and sorts their sentences; how the note is worded and set
is decided in `briefing.py`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.briefing_legal import legal_basis
from assistant.briefing_records import NotCovered
from assistant.briefing_scope import Candidate, candidates, covered_words, document_scope
from assistant.briefing_sections import KEYS, place_by_likeness, place_sentences
from assistant.briefing_selection import Choice, score
from assistant.briefing_topic import Topic
from assistant.evidence import Library, Sentence, View
from assistant.phrasing import place_vi
from assistant.records import BadRequest
from assistant.wording import content_words, strength
from documents.records import Place
from documents.validity import REPORT_KINDS, superseded_digests
from index.retrieve import Index

Report = Callable[[str, float], None]
# Of a larger store only the documents that a search for the topic touches are read through.
READ_WHOLE = 60
SEARCHED = 300
RELEVANCE_STEPS = (0.95, 0.8, 0.65, 0.5)
ENOUGH = 4
FEWEST_SENTENCES = 2
# A shorter sentence without cues is a caption more often than not.
FEWEST_WORDS = 16


@dataclass(frozen=True, slots=True)
class Material:
    """What belongs to a topic: sorted sentences, the candidates behind them, the legal basis."""

    choices: tuple[Choice, ...]
    candidates: tuple[Candidate, ...]
    legal: tuple[tuple[View, Sentence], ...]
    documents: tuple[str, ...]
    uncovered_places: tuple[Place, ...]


def gather(index: Index, topic: Topic, report: Report) -> Material:
    """The material of a topic; NotCovered with one line on what is missing when there is none.

    BadRequest when a document asked for is not in the store.
    """
    library = Library(index)
    report("Đang đọc tài liệu", 0.05)
    views = [library.view(document) for document in _documents(index, topic)]
    legal_views = [view for view in views if view.is_legal]
    others = [view for view in views if not view.is_legal]
    found: list[Candidate] = []
    placings: dict[tuple[str, int], tuple[str | None, float]] = {}
    for number, view in enumerate(others, 1):
        report(f"Đang chọn câu: {view.source.title or view.source.id}", 0.05 + 0.6 * number / max(1, len(others)))
        own = candidates(view, topic, index.figures(view.document.id))
        found += own
        if own:
            figures = {candidate.sentence.order: len(candidate.figures) for candidate in own}
            for order, placing in place_sentences(view, figures).items():
                placings[(view.document.id, order)] = (placing.key, placing.weight)
    relevant = _whole_places(_most_relevant(found))
    covered = _check_covered(topic, others, legal_views, relevant)
    report("Đang xếp câu vào các phần", 0.7)
    choices = _place(relevant, placings, index) if covered else []
    report("Đang tìm căn cứ pháp lý", 0.85)
    legal = legal_basis(legal_views, topic, index, alone=not covered)
    if not covered and not legal:
        raise NotCovered(_missing_words(topic, [*others, *legal_views]))
    kept = tuple(relevant) if covered else ()
    documents = sorted(
        {c.view.document.id for c in kept}, key=lambda document: _document_rank(library, topic, document)
    )
    rank = {document: place for place, document in enumerate(documents)}
    return Material(
        tuple(choices),
        tuple(sorted(kept, key=lambda c: (rank[c.view.document.id], c.sentence.start))),
        tuple(legal),
        tuple(documents),
        tuple(p for p in topic.places if not any(c.asked == p and c.exact for c in kept)) if covered else (),
    )


def _most_relevant(found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates above the highest step of relevance that enough of them reach."""
    for step in RELEVANCE_STEPS:
        above = [candidate for candidate in found if candidate.relevance >= step]
        if len(above) >= ENOUGH:
            return above
    return above


def _whole_places(found: Sequence[Candidate]) -> list[Candidate]:
    """Without the documents on a part of a place asked for, where there is one on the whole of it."""
    whole = {c.asked for c in found if c.asked is not None and c.scope.place == c.asked}
    return [c for c in found if c.asked not in whole or c.scope.place == c.asked or c.exact]


def _documents(index: Index, topic: Topic) -> list[str]:
    sources = index.sources()
    aside = superseded_digests(sources)
    known = [source.id for source in sources if source.id not in aside]
    for document in topic.documents:
        if document not in known and document not in aside:
            raise BadRequest(f"Không có tài liệu “{document}” trong chỉ mục; hiện có: {', '.join(known[:8])}.")
    if topic.documents:
        kinds = {source.id: source.kind for source in sources}
        legal = [document for document in known if kinds[document] not in REPORT_KINDS]
        return list(dict.fromkeys([*topic.documents, *legal]))
    if len(known) <= READ_WHOLE:
        return known
    touched = [hit.passage.document for hit in index.search(topic.text, SEARCHED)]
    return [document for document in dict.fromkeys(touched) if document not in aside][:READ_WHOLE]


def _document_rank(library: Library, topic: Topic, document: str) -> tuple[object, ...]:
    """Documents in the order of the places asked for, documents on the whole place first, the newest first."""
    view = library.view(document)
    scope = document_scope(view)
    place = topic.places.index(scope.place) if scope.place in topic.places else len(topic.places)
    newest = max(scope.years, default=0)
    return (place, -newest, document)


def _place(
    found: Sequence[Candidate], placings: dict[tuple[str, int], tuple[str | None, float]], index: Index
) -> list[Choice]:
    choices = []
    silent = []
    for candidate in found:
        key, weight = placings[(candidate.view.document.id, candidate.sentence.order)]
        if candidate.forward and key not in ("measures", "proposals"):
            continue
        if key in KEYS:
            choices.append(Choice(candidate, key, score(candidate, weight)))
        elif weight == 0 and len(candidate.sentence.text.split()) >= FEWEST_WORDS:
            silent.append(candidate)
    silent.sort(key=lambda candidate: (not candidate.exact, candidate.key))
    for candidate, key in zip(
        silent, place_by_likeness([c.sentence.text for c in silent], index.embed_texts), strict=True
    ):
        if key is not None:
            choices.append(Choice(candidate, key, score(candidate, 0.0)))
    return choices


def _check_covered(topic: Topic, others: Sequence[View], legal: Sequence[View], relevant: Sequence[Candidate]) -> bool:
    """Whether the ordinary documents cover the topic; NotCovered where the legal texts cannot stand in.

    Every subject word must be held, and each place and year must be spoken of for itself: the
    name of one of its towns in passing is not enough.
    """
    if topic.laws and not topic.places and not topic.years:
        return False
    exact = [c for c in relevant if c.exact]
    enough = len(exact) >= FEWEST_SENTENCES or any(c.figures for c in exact)
    held = {word for view in {id(c.view): c.view for c in exact}.values() for word in covered_words(view, topic.words)}
    if enough and set(topic.words) <= held:
        return True
    national = all(place.level == "country" for place in topic.places)
    if national and legal and not topic.years and not topic.documents:
        return False
    if topic.places and not _spoken_of(others, topic):
        names = ", ".join(place_vi(place) for place in topic.places)
        raise NotCovered(
            f"Tài liệu hiện có không có tư liệu riêng về {names}; chưa soạn bản tóm lược. {_offer(others)}"
        )
    if set(topic.words) <= _all_words(others, topic) and topic.years:
        years = ", ".join(map(str, topic.years))
        raise NotCovered(f"Tài liệu hiện có không có tư liệu về chủ đề này cho năm {years}. {_offer(others)}")
    raise NotCovered(_missing_words(topic, others))


def _all_words(views: Sequence[View], topic: Topic) -> set[str]:
    return {word for view in views for word in covered_words(view, topic.words)}


def _spoken_of(views: Sequence[View], topic: Topic) -> bool:
    """Whether some document is about a place asked for, or has several sentences that name it."""
    for view in views:
        for place in topic.places:
            named = sum(place in view.places_of(sentence) for sentence in view.sentences)
            if document_scope(view).place == place or named >= FEWEST_SENTENCES:
                return True
    return False


def _missing_words(topic: Topic, views: Sequence[View]) -> str:
    held = _all_words(views, topic)
    missing = [word for word in topic.words if word not in held]
    if missing:
        names = ", ".join(f"“{word}”" for word in missing)
        return f"Tài liệu hiện có không đề cập {names}; chưa soạn bản tóm lược. {_offer(views)}"
    return f"Tài liệu hiện có không có tư liệu về chủ đề này; chưa soạn bản tóm lược. {_offer(views)}"


def _offer(views: Sequence[View]) -> str:
    """What the documents do cover, in one sentence."""
    names = []
    for view in views:
        scope = document_scope(view)
        if scope.place is not None and scope.years and not view.is_legal:
            years = sorted(scope.years)
            span = f"{years[0]}-{years[-1]}" if len(years) > 1 else str(years[0])
            names.append(f"{place_vi(scope.place)} ({span})")
    listed = list(dict.fromkeys(names))[:6]
    return f"Hiện có tư liệu về: {'; '.join(listed)}." if listed else "Hãy nạp tài liệu ở thẻ Tài liệu."


def subject_words(views: Sequence[View]) -> list[str]:
    """Words most titles and headings share, the commonest first; for suggesting topics."""
    counts: dict[str, int] = {}
    for view in views:
        for word in content_words(view.source.title):
            if len(word.split()) > 1:
                counts[word] = counts.get(word, 0) + sum(strength(v.headings, word) >= 0.9 for v in views)
    return sorted(counts, key=lambda word: -counts[word])
