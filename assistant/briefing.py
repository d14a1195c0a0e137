"""A briefing note from a topic: sentences of the documents, in order, each with its source.

The door of the room for notes. With no LLM every sentence is chosen from the documents and
only its joints are changed; every number of text, table and chart is checked against the cited
spans. A topic that the documents do not cover is refused. It knows nothing of paper
(`note_docx.py` and its neighbours) nor of the screen.
"""

import time
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.briefing_comparison import (
    Compared,
    compare_places,
    compare_years,
    comparison_table,
    pairs_over_places,
    pairs_over_years,
)
from assistant.briefing_drafts import Drafter, apply_drafts
from assistant.briefing_editing import (
    add_answer,
    edit_sentence,
    fill_fields,
    move,
    move_to_section,
    note_to_json,
    remove,
    restore,
)
from assistant.briefing_figures import Item, figure_chart, figure_table, items
from assistant.briefing_labels import topic_name
from assistant.briefing_material import Material, Report, gather, subject_words
from assistant.briefing_records import BriefRequest, Note, NoteChart, NoteSection, NoteSentence, NoteTable, SectionKey
from assistant.briefing_scope import document_scope
from assistant.briefing_selection import Choice, choose, in_order
from assistant.briefing_sources import SourceList, numbers_missing
from assistant.briefing_topic import Topic, read_topic
from assistant.briefing_writing import Writer
from assistant.evidence import Library
from assistant.note_blocks import print_date
from assistant.phrasing import place_vi
from assistant.validity import notices_for
from assistant.wording import has_diacritics
from documents.places import place_table
from documents.records import Place
from index.retrieve import Index

__all__ = [
    "add_answer",
    "compose",
    "edit_sentence",
    "fill_fields",
    "move",
    "move_to_section",
    "note_to_json",
    "remove",
    "restore",
    "suggestions",
]

TITLE = "Bản tóm lược"
TITLES: dict[SectionKey, str] = {
    "context": "Bối cảnh",
    "results": "Kết quả và số liệu",
    "limits": "Tồn tại, hạn chế",
    "measures": "Giải pháp",
    "proposals": "Kiến nghị",
}
COMPARISON = "So sánh"


def compose(index: Index, request: BriefRequest, report: Report | None = None, drafter: Drafter | None = None) -> Note:
    """The note on a topic; NotCovered when the documents do not cover it, BadRequest for a bad option.

    ``report`` hears the step and the share done (0-1). A ``drafter`` may reword sections; what of
    it fails the verification is not taken.
    """
    started = time.perf_counter()
    tell = report or _silent
    if not has_diacritics(request.topic):
        request = replace(request, topic=index.restore_diacritics(request.topic))
    topic = read_topic(request)
    material = gather(index, topic, tell)
    tell("Đang soạn bản tóm lược", 0.9)
    sources = SourceList(index.sources())
    writer = Writer(sources)
    wanted = request.sections or tuple(TITLES)
    chosen = choose(material.choices)
    found = items(material.candidates, topic)
    sections: list[NoteSection] = []
    for key in TITLES:
        if key in wanted:
            own = in_order([choice for choice in chosen if choice.key == key], material.documents)
            sections += _section(key, own, material, found, topic, writer)
    citations = sources.citations
    notices, _ = notices_for(citations, index.sources())
    note = Note(
        topic=topic.text,
        title=TITLE,
        abstract=topic.title,
        basis=_basis(sources, {view.document.id for view, _ in material.legal}),
        sections=tuple(sections),
        citations=citations,
        sources=sources.sources(),
        gaps=_gaps(topic, material, sections, wanted, _silent_years(topic, material, found)),
        notices=notices,
        figures=tuple(item.figure for item in found),
    )
    if drafter is not None:
        tell("Đang nhờ mô hình diễn đạt", 0.95)
        note = apply_drafts(note, drafter)
    tell("Xong", 1.0)
    return replace(note, elapsed_ms=round((time.perf_counter() - started) * 1000, 1))


def _silent(step: str, share: float) -> None:
    """Hears progress and does nothing with it."""


def _section(
    key: SectionKey,
    own: Sequence[Choice],
    material: Material,
    found: Sequence[Item],
    topic: Topic,
    writer: Writer,
) -> list[NoteSection]:
    """A section with its parts; empty when there is nothing to say."""
    head = NoteSection(key, key, TITLES[key])
    legal: tuple[NoteSentence, ...] = ()
    if key == "context":
        alone = not material.candidates
        legal = tuple(writer.legal(view, row, place, alone) for place, (view, row) in enumerate(material.legal))
        if legal and alone:
            head = NoteSection(key, key, "Quy định hiện có")
    by_place = len(topic.places) > 1 and key != "context"
    parts = _parts(key, own, found, topic, writer) if by_place else []
    if key == "results" and topic.compares:
        comparison = _comparison(found, topic, writer.sources)
        parts += [comparison] if comparison is not None else []
    if by_place:
        return [head, *parts] if parts else []
    sentences = (*legal, *writer.section(key, own, key != "context"))
    tables: tuple[NoteTable, ...] = ()
    charts: tuple[NoteChart, ...] = ()
    if key == "results":
        table = figure_table(found, f"Số liệu chính về {topic_name(topic.title)}", writer.sources)
        chart = figure_chart(found, topic, writer.sources)
        tables, charts = ((table,) if table else ()), ((chart,) if chart else ())
    if not any(sentence.kept for sentence in sentences) and not tables and not parts:
        return []
    return [NoteSection(key, key, head.title, 1, sentences, tables, charts), *parts]


def _parts(
    key: SectionKey, own: Sequence[Choice], found: Sequence[Item], topic: Topic, writer: Writer
) -> list[NoteSection]:
    """One part for each place asked for that has something to say."""
    parts = []
    for place in topic.places:
        sentences = writer.section(part_id(key, place), [c for c in own if c.candidate.asked == place])
        here = [item for item in found if _lies_in(item, place)] if key == "results" else []
        table = figure_table(here, f"Số liệu chính của {place_vi(place)}", writer.sources)
        if any(sentence.kept for sentence in sentences) or table is not None:
            title = place_vi(place)
            parts.append(
                NoteSection(
                    part_id(key, place),
                    key,
                    title[:1].upper() + title[1:],
                    2,
                    sentences,
                    (table,) if table else (),
                )
            )
    return parts


def part_id(key: SectionKey, place: Place) -> str:
    """The id of a section's part on one place."""
    return f"{key}-{place.code or place.name}"


def _lies_in(item: Item, place: Place) -> bool:
    return item.place is not None and place_table().contains(place, item.place)


def _comparison(found: Sequence[Item], topic: Topic, sources: SourceList) -> NoteSection | None:
    """Figures side by side over the places or, for one place, over the years; None without like figures."""
    pairs = pairs_over_places(found, topic.places)
    compared = [compare_places(pair, sources) for pair in pairs]
    over_years = pairs_over_years([item for item in found if item.exact])
    compared += [compare_years(pair, sources) for pair in over_years]
    sentences = [_compared(place, row, sources) for place, row in enumerate(compared)]
    sentences = [sentence for sentence in sentences if not sentence.unsupported]
    if not sentences:
        return None
    table = comparison_table(pairs, sources)
    involved = list(dict.fromkeys(item for pair in (*pairs, *over_years) for item in (pair.left, pair.right)))
    chart = figure_chart(involved, topic, sources)
    return NoteSection(
        "comparison",
        "comparison",
        COMPARISON,
        2,
        tuple(sentences),
        (table,) if table else (),
        (chart,) if chart else (),
    )


def _compared(place: int, row: Compared, sources: SourceList) -> NoteSentence:
    missing = numbers_missing(row.text, sources.quotes(row.citations), row.calculations)
    return NoteSentence(
        f"comparison-{place + 1}",
        row.text,
        row.citations,
        row.figures,
        item=True,
        opens=True,
        calculations=row.calculations,
        unsupported=missing,
    )


def _basis(sources: SourceList, legal: set[str]) -> str:
    """What the note rests on, and of when the newest of it is."""
    rows = [row for row in sources.sources() if row.document in sources.printed]
    newest = max((row.date for row in rows if row.document not in legal), default="")
    dated = f", tài liệu mới nhất ngày {print_date(newest)}" if newest else ""
    return (
        f"Bản tóm lược này được tổng hợp từ {len(rows):02d} tài liệu nêu tại mục Nguồn trích dẫn{dated}; "
        "từng câu có chú thích nguồn, số liệu giữ nguyên như tài liệu công bố."
    )


def _silent_years(topic: Topic, material: Material, found: Sequence[Item]) -> list[int]:
    """The years asked for that no sentence and no figure is of."""
    told = {year for candidate in material.candidates for year in candidate.years}
    told |= {year for item in found for year in item.years}
    return [year for year in topic.years if year not in told] if material.candidates else []


def _gaps(
    topic: Topic,
    material: Material,
    sections: Sequence[NoteSection],
    wanted: Sequence[SectionKey],
    silent: Sequence[int],
) -> tuple[str, ...]:
    """What the note was asked for and the documents do not say."""
    present = {section.key for section in sections}
    gaps = [TITLES[key] for key in TITLES if key in wanted and key not in present]
    told = {section.id for section in sections}
    for key in TITLES:
        by_place = key in present and key != "context" and len(topic.places) > 1
        for place in topic.places if by_place else ():
            if part_id(key, place) not in told and place not in material.uncovered_places:
                gaps.append(f"{TITLES[key]} của {place_vi(place)}")
    gaps += [f"tư liệu về {place_vi(place)}" for place in material.uncovered_places]
    gaps += [f"tư liệu năm {year}" for year in silent]
    return tuple(gaps)


def suggestions(index: Index, most: int = 8) -> list[str]:
    """Topics that the documents cover: each document's own place and years, and regions side by side."""
    library = Library(index)
    views = [library.view(source.id) for source in index.sources()[:40]]
    ordinary = [view for view in views if not view.is_legal]
    subject = next(iter(subject_words(ordinary)), "")
    topics, regions = [], []
    for view in sorted(ordinary, key=lambda view: view.source.date, reverse=True):
        scope = document_scope(view)
        if scope.place is None or not scope.years:
            continue
        topics.append(f"Tình hình {subject} {place_vi(scope.place)} {_span(sorted(scope.years))}".replace("  ", " "))
        if scope.place.level == "region":
            regions.append((scope.place, max(scope.years)))
    for one, other in pairwise(regions):
        if one[0] != other[0] and abs(one[1] - other[1]) <= 1 and len(topics) < most:
            years = "-".join(str(year) for year in sorted({one[1], other[1]}))
            first, second = sorted((one[0], other[0]), key=lambda place: place.code)
            topics.append(f"So sánh {subject} {first.name} và {second.name} {years}")
            break
    return list(dict.fromkeys(topics))[:most]


def _span(years: list[int]) -> str:
    return f"năm {years[0]}" if len(years) == 1 else f"giai đoạn {years[0]}-{years[-1]}"
