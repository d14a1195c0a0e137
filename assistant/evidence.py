"""What a document says sentence by sentence: spans, locators, and the places and periods in force there.

A view is made once for a document and kept for a while. It decides nothing about a question.
"""

import re
from bisect import bisect_right
from collections import Counter, OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from assistant.citations import Evidence
from assistant.wording import fold, spread
from documents.figure_frame import read_frame
from documents.periods import read_periods
from documents.places import find_places, place_table
from documents.quantities import read_quantities
from documents.records import Document, Figure, Period, Place, Quantity, Section, Source
from documents.sentences import read_sentences
from documents.structure import full_locator
from index.retrieve import Index

KEPT_VIEWS = 256
LEAD = 3  # sentences that open a document
YEAR_UNDER_WAY = "04"  # the month from which a report that names no year is taken to tell of the one it came out in
YEARS_FROM = 400  # sentences read for the years a document speaks of; more would hold up an answer
LEGAL_KINDS = frozenset({"law", "decree", "circular", "decision", "digest"})
_LEGAL_SECTIONS = frozenset({"part", "chapter", "division", "article", "clause", "point", "annex"})


INTERVIEW, QUESTION_CHARS = 3, 200  # lines that are questions from which a text is an interview, and how long they are
_PUT = re.compile(r"(?:Hỏi|PV|P\.V|Phóng viên)\s*:")
"""What opens the lines of the one who asks, in an interview that names its speakers."""


@dataclass(frozen=True)
class Sentence:
    """A sentence with its exact span; ``section`` is the index of the deepest section that holds it."""

    order: int
    start: int
    end: int
    text: str
    section: int | None

    @cached_property
    def prepared(self) -> str:
        """The text as ``spread`` writes it, for word matching; made when first asked for."""
        return spread(self.text)


class View:
    """One document read by sentences; all offsets are those of its text."""

    def __init__(self, document: Document, sections: Sequence[Section]) -> None:
        self.document = document
        self.sections = list(sections)
        self._starts = [section.start for section in self.sections]
        self.vectors: dict[int, np.ndarray] = {}
        self._places: dict[int, list[Place]] = {}
        self._periods: dict[int, list[Period]] = {}
        self.figures: list[Figure] | None = None
        self.around: dict[str, list[tuple[str, float]]] = {}
        self.story: bool | None = None

    @property
    def source(self) -> Source:
        """The document's manifest row."""
        return self.document.source

    @property
    def is_legal(self) -> bool:
        """Whether the document is a legal text, by its kind or by having articles (Điều)."""
        return self.source.kind in LEGAL_KINDS or any(section.kind == "article" for section in self.sections)

    @cached_property
    def sentences(self) -> list[Sentence]:
        """Every sentence of the document in reading order."""
        rows = []
        text = self.document.text
        spans = [(sentence.start, sentence.end) for sentence in read_sentences(self.document)]
        for order, (start, end) in enumerate(spans):
            rows.append(Sentence(order, start, end, text[start:end], self.section_at(start)))
        return rows

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def section_at(self, position: int) -> int | None:
        """Index of the deepest section that holds a position."""
        at = bisect_right(self._starts, position) - 1
        while at >= 0 and self.sections[at].end <= position:
            at -= 1
        return at if at >= 0 else None

    def sentence_at(self, position: int) -> Sentence | None:
        """The sentence that holds a position, or the one before it."""
        at = bisect_right(self._sentence_starts, position) - 1
        return self.sentences[at] if at >= 0 else None

    def between(self, start: int, end: int) -> list[Sentence]:
        """Sentences that overlap a span."""
        first = max(0, bisect_right(self._sentence_starts, start) - 1)
        found = []
        for sentence in self.sentences[first:]:
            if sentence.start >= end:
                break
            if sentence.end > start:
                found.append(sentence)
        return found

    def locator(self, start: int) -> str:
        """The locator of the section that holds a position, with the law's number where there is one."""
        at = self.section_at(start)
        if at is None:
            return ""
        section = self.sections[at]
        if section.kind in _LEGAL_SECTIONS:
            return full_locator(section, self.source)
        return section.locator

    def evidence(self, start: int, end: int) -> Evidence:
        """The span as evidence, trimmed of white space at both ends."""
        quote = self.document.text[start:end]
        start += len(quote) - len(quote.lstrip())
        quote = quote.strip()
        return Evidence(self.document.id, start, start + len(quote), quote, self.locator(start))

    @cached_property
    def headings(self) -> str:
        """The title and headings of the document, prepared for word matching."""
        titles = [section.title for section in self.sections if section.kind in ("heading", "chapter", "article")]
        return spread(" ".join([self.source.title, *titles[:40]]))

    def heading_of(self, sentence: Sentence) -> str:
        """Titles of the sections above a sentence, prepared for word matching, with the document's."""
        titles = [self.source.title]
        at = sentence.section
        while at is not None:
            titles.append(self.sections[at].title)
            at = self.sections[at].parent
        if put := self.question_before(sentence):
            titles.append(put.text)
        return spread(" ".join(titles))

    @cached_property
    def questions(self) -> tuple[Sentence, ...]:
        """The questions put in an interview, each a line of its own; none of a text that has but a few."""
        found = []
        for block in self.document.blocks:
            text = self.document.text[block.start : block.end].strip()
            asks = text.endswith("?") or _PUT.match(text) is not None
            put = self.sentence_at(block.end - 1) if asks and len(text) <= QUESTION_CHARS else None
            if put is not None and not self.is_legal:
                found.append(put)
        return tuple(found) if len(found) >= INTERVIEW else ()

    def question_before(self, sentence: Sentence) -> Sentence | None:
        """The question that a sentence of an interview answers."""
        at = bisect_right([put.order for put in self.questions], sentence.order) - 1
        return self.questions[at] if at >= 0 and self.questions[at] is not sentence else None

    def in_article(self, sentence: Sentence) -> bool:
        """Whether a sentence of a legal text stands in one of its articles."""
        at = sentence.section
        while at is not None:
            if self.sections[at].kind == "article":
                return True
            at = self.sections[at].parent
        return False

    def places_of(self, sentence: Sentence) -> list[Place]:
        """Places a sentence names, read when first asked for."""
        if sentence.order not in self._places:
            text = sentence.text.replace(": ", " ") if " | " in sentence.text else sentence.text  # "Huyện: Ba Tri"
            self._places[sentence.order] = [place for place, _, _ in find_places(text)]
        return self._places[sentence.order]

    def periods_of(self, sentence: Sentence) -> list[Period]:
        """Periods a sentence names, read when first asked for."""
        if sentence.order not in self._periods:
            self._periods[sentence.order] = [period for period, _, _ in read_periods(sentence.text)]
        return self._periods[sentence.order]

    def quantities_about(self, sentence: Sentence) -> list[Quantity]:
        """The quantities of a sentence and of those right before and behind it."""
        near = self.sentences[max(0, sentence.order - 1) : sentence.order + 2]
        return [quantity for row in near for quantity in read_quantities(row.text)]

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """The sentences in lower case without diacritics, in order."""
        return tuple(fold(sentence.text) for sentence in self.sentences)

    @cached_property
    def years(self) -> frozenset[int]:
        """Every year that a period named near the document's beginning or in its title touches."""
        years: set[int] = set()
        for sentence in self.sentences[:YEARS_FROM]:
            for period in self.periods_of(sentence):
                years.update(years_of(period))
        for period, _, _ in read_periods(self.source.title):
            years.update(years_of(period))
        return frozenset(years)

    @cached_property
    def main_province(self) -> Place | None:
        """The province that a report as a whole is of, else the one that more than half of its mentions name."""
        places = None if self.is_legal else read_frame(self.document).places
        if places is not None and places.frame is not None:
            whole = place_table().province_of(places.frame)
            if whole is not None and whole == places.home:
                return whole
        named = Counter(p for row in self.sentences[:YEARS_FROM] for p in self.places_of(row) if p.level == "province")
        place, times = named.most_common(1)[0] if named else (None, 0)
        return place if 2 * times > named.total() else None

    @cached_property
    def titled_years(self) -> frozenset[int]:
        """The years that the title and the opening sentences name; where they name none, that of publication."""
        periods = [period for period, _, _ in read_periods(self.source.title)]
        periods += [period for sentence in self.sentences[:LEAD] for period in self.periods_of(sentence)]
        years = frozenset(year for period in periods for year in years_of(period))
        year, _, rest = self.source.date.partition("-")
        of_its_year = year.isdigit() and rest >= YEAR_UNDER_WAY and not self.is_legal
        return years or (frozenset({int(year)}) if of_its_year else years)

    def naming_place(self, place: Place, before: int) -> Sentence | None:
        """The sentence that names a place, the nearest before a position, else the first in the document."""
        return self._nearest(before, lambda sentence: place in self.places_of(sentence))

    def naming_period(self, period: Period, before: int) -> Sentence | None:
        """The sentence that names a period (same dates), the nearest before a position, else the first."""
        label = period.label.lower()
        same = self._nearest(before, lambda sentence: label in sentence.text.lower())
        return same if same is not None else self._nearest(before, lambda sentence: self._dated(sentence, period))

    def naming_both(self, place: Place, period: Period, before: int) -> Sentence | None:
        """The nearest sentence that names both a place and a period, or None."""
        return self._nearest(
            before, lambda sentence: self._dated(sentence, period) and place in self.places_of(sentence)
        )

    def _dated(self, sentence: Sentence, period: Period) -> bool:
        return any((p.start, p.end) == (period.start, period.end) for p in self.periods_of(sentence))

    def _nearest(self, before: int, wanted: Callable[[Sentence], bool]) -> Sentence | None:
        at = bisect_right(self._sentence_starts, before) - 1
        for order in [*range(at, -1, -1), *range(at + 1, len(self.sentences))]:
            if wanted(self.sentences[order]):
                return self.sentences[order]
        return None


def is_heading(view: View, sentence: Sentence) -> bool:
    """Whether a sentence is a heading line, or a question of an interview, which state nothing by themselves."""
    if any(put is sentence for put in view.questions):
        return True
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


def years_of(period: Period) -> range:
    """The calendar years a period touches."""
    return range(int(period.start[:4]), int(period.end[:4]) + 1)


class Library:
    """Views of an index's documents, the last ``KEPT_VIEWS`` of them kept."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._views: OrderedDict[str, View] = OrderedDict()
        self._stamp = index.stamp

    def likeness(self, question: np.ndarray, rows: Sequence[tuple[View, Sentence]]) -> list[float]:
        """The cosine (-1 to 1) of each sentence to a question's vector; vectors are kept with the view."""
        missing = [(view, sentence) for view, sentence in rows if sentence.order not in view.vectors]
        if missing:
            vectors = self.index.embed_texts([sentence.text for _, sentence in missing])
            for (view, sentence), vector in zip(missing, vectors, strict=True):
                view.vectors[sentence.order] = vector
        return [float(question @ view.vectors[sentence.order]) for view, sentence in rows]

    def figures_in(self, view: View, sentence: Sentence) -> list[Figure]:
        """The table's figures that stand in a sentence."""
        if view.figures is None:
            view.figures = self.index.figures(view.document.id)
        return [figure for figure in view.figures if sentence.start <= figure.start < sentence.end]

    def view(self, document_id: str) -> View:
        """The view of a document; raises what ``Index.document`` raises.

        A build since the last call lets go of every view, so that spans are those of the new texts.
        """
        if self._stamp != self.index.stamp:
            self._views.clear()
            self._stamp = self.index.stamp
        if document_id in self._views:
            self._views.move_to_end(document_id)
            return self._views[document_id]
        view = View(self.index.document(document_id), self.index.sections(document_id))
        self._views[document_id] = view
        while len(self._views) > KEPT_VIEWS:
            self._views.popitem(last=False)
        return view

    def source(self, document_id: str) -> Source:
        """The manifest row of a document."""
        return self.view(document_id).source
