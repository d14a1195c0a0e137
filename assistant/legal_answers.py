"""Answers to "Điều 4 khoản 3 Nghị định 45 nói gì?": straight to the section the question names.

It follows references only; a question about the law that names no article is searched like any other.
"""

import re
from collections.abc import Sequence

from assistant.amended_sections import amended_drafts
from assistant.citations import Draft, unit_head
from assistant.evidence import Library, View
from assistant.members import counts_members_only
from assistant.question_slots import Question
from assistant.replies import Reply
from assistant.weighing import weigh
from assistant.wording import spread
from documents.legal_numbers import same_number
from documents.legal_references import LegalReference, find_section, match_source
from documents.quantities import read_quantities
from documents.records import Section, Source
from documents.validity import REPORT_KINDS
from documents.validity_reading import cited_numbers

TOLD_AT_LEAST = 0.5  # the coverage of a part of a section that tells the number asked for
TITLE = 0.8  # what a word counts that only the titles above a part of a section say
AS_WELL = 0.9  # how much of the best part's coverage another part of a section has that tells as much
_OPENING = 2  # its title and first sentence say what a report is about
_ISSUED = re.compile(r"(?<!\w)(?:ban hành|quy định|phê duyệt|sửa đổi|thông qua)(?!\w)")


def referred_views(
    question: Question, library: Library, sources: Sequence[Source]
) -> list[tuple[LegalReference, View]]:
    """The documents that a question's references name; a bare "Điều 4" means the only or best known law."""
    found = []
    named: Source | None = None
    for reference in question.references:
        source = match_source(sources, reference) if reference.number else None
        named = source or named
        if source is not None:
            found.append((reference, library.view(source.id)))
    rules = [reference for reference in question.references if reference.annex and not reference.number]
    if not found and rules:
        views = [library.view(source.id) for source in sources if source.kind not in REPORT_KINDS]
        held = [(rule, view) for rule in rules for view in views if _has_annex(view, rule)]
        return held if len({view.document.id for _, view in held}) == 1 else []
    if not found and question.references and not any(reference.number for reference in question.references):
        for source in sources:
            if source.kind in ("decree", "law") or (source.kind == "digest" and "/NĐ-" in source.number):
                found += [(reference, library.view(source.id)) for reference in question.references]
                break
    return found


def _has_annex(view: View, reference: LegalReference) -> bool:
    return find_section(view.sections, LegalReference(annex=reference.annex)) is not None


def unheld_references(question: Question, sources: Sequence[Source]) -> tuple[LegalReference, ...]:
    """The question's references, by number or by name, to texts that are not among the sources."""
    named = [r for r in question.references if (r.number and r.number != "này") or r.name]
    return tuple(r for r in named if match_source(sources, r) is None)


def reports_on(named: Sequence[LegalReference], library: Library, sources: Sequence[Source]) -> list[View]:
    """The reports whose opening tells of the issue of every one of the texts named, which are not held themselves."""
    numbers = [reference.number for reference in named if "/" in reference.number]
    if not numbers or len(numbers) < len(named):
        return []
    reports = [library.view(source.id) for source in sources if source.kind in REPORT_KINDS]
    return [view for view in reports if all(_tells_of_issue(view, number) for number in numbers)]


def _tells_of_issue(view: View, number: str) -> bool:
    opening = view.sentences[:_OPENING]
    return any(
        _ISSUED.search(row.text.lower()) and any(same_number(number, told) for told in cited_numbers(row.text))
        for row in opening
    )


def section_reply(question: Question, library: Library, sources: Sequence[Source]) -> Reply | None:
    """The sections that the question names; None when it names none, or asks for a number in one."""
    if question.kind == "comparison" and len(question.words) > 3:
        return None
    drafts = amended_drafts(question, library, sources)
    if not drafts and (not question.unheld or _of_the_held(question, sources)):
        drafts = [draft for drafts in _named_sections(question, library, sources) for draft in drafts]
    if question.kind == "figure" and len(question.words) > 3:
        drafts = _telling(question, drafts, library)
    if counts_members_only(question, " ".join(draft.evidence[0].quote for draft in drafts)):
        return None  # that there are four groups does not tell which they are
    return Reply(tuple(drafts), listed=len(drafts) > 1) if drafts else None


def _of_the_held(question: Question, sources: Sequence[Source]) -> bool:
    """Whether a section of a text that is held is asked for, and one not held is only what it speaks of:
    "Khoản 3 Điều 2 Thông tư 27 bãi bỏ những gì của Thông tư 23?"."""
    held = [r for r in question.references if r.article and r.number and match_source(sources, r) is not None]
    others = [r.start for r in question.unheld]
    return bool(held) and all(
        held[0].end < start and question.text[:start].rstrip().endswith("của") for start in others
    )


def _telling(question: Question, drafts: Sequence[Draft], library: Library) -> list[Draft]:
    """The parts of the sections named that hold a number as asked for and say most of what it is of."""
    unit = question.counted or question.unit
    wanted = weigh(library.index, question.words, question.light, question.carried)
    told = []
    for draft in drafts:
        held = {unit_head(quantity.unit) for quantity in read_quantities(draft.text)}
        if unit in held or (not unit and held):
            told.append((wanted.coverage((spread(draft.text), 1.0), (_titles(draft, library), TITLE)), draft))
    best = max((coverage for coverage, _ in told), default=0.0)
    if best < TOLD_AT_LEAST:
        return []
    return [draft for coverage, draft in told if coverage >= AS_WELL * best]


def _titles(draft: Draft, library: Library) -> str:
    """The titles above a part of a section, prepared."""
    piece = draft.evidence[0]
    view = library.view(piece.document)
    row = view.sentence_at(piece.start)
    return view.heading_of(row) if row is not None else ""


def names_no_section(question: Question, library: Library, sources: Sequence[Source]) -> bool:
    """Whether the question names an article, khoản or điểm that the law it names does not have."""
    named = any(reference.article and reference.article != "này" for reference in question.references)
    held = referred_views(question, library, sources)
    return bool(named and held) and not any(_named_sections(question, library, sources))


def _named_sections(question: Question, library: Library, sources: Sequence[Source]) -> list[list[Draft]]:
    views = referred_views(question, library, sources)
    return [section_drafts(view, reference) for reference, view in views if reference.article]


def section_drafts(view: View, reference: LegalReference) -> list[Draft]:
    """The referred section, each khoản and điểm a draft of its own; empty when it is not there."""
    section = find_section(view.sections, reference)
    if section is None:
        return []
    parts = leaf_spans(view, section)
    drafts = []
    for start, end in parts:
        evidence = view.evidence(start, end)
        if evidence.quote:
            drafts.append(Draft(evidence.quote, (evidence,)))
    return drafts


def leaf_spans(view: View, section: Section) -> list[tuple[int, int]]:
    """The section cut at its children: its own opening text, then each child that has none below it."""
    at = view.sections.index(section)
    starts = [section.start]
    for child in view.sections[at + 1 :]:
        if child.start >= section.end:
            break
        if child.kind in ("clause", "point", "paragraph", "article"):
            starts.append(child.start)
    starts = sorted(set(starts))
    return list(zip(starts, [*starts[1:], section.end], strict=True))
