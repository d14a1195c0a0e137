"""What an amending text puts in the place of a section of another: "Khoản 2 Điều 5 Thông tư 23 sau khi sửa đổi".

The text that was amended is not held; the one that amends it is, and quotes the new wording: a whole article in
quotation marks, or one khoản under "Sửa đổi khoản 2 Điều 5 như sau". It finds those sections by what opens them.
"""

import re
from collections.abc import Sequence

from assistant.citations import Draft
from assistant.evidence import Library, View
from assistant.question_slots import Question
from documents.legal_numbers import same_number
from documents.legal_references import LegalReference, find_section, match_source, read_references
from documents.records import Section, Source
from documents.validity_reading import cited_numbers

_OLD = re.compile(
    r"(?<!\w)(?:trước khi (?:được |bị )?sửa|trước sửa đổi|(?:quy định|mức|nội dung|bản) cũ|(?<=\d) cũ|ban đầu)", re.I
)
_BEHIND = re.compile(r"(?<!\w)(?:vào )?sau khoản(?!\w)", re.IGNORECASE)
_OPENS = re.compile(r"(?:sửa đổi|bổ sung|thay thế|bãi bỏ)[^\n]*", re.IGNORECASE)


def amended_drafts(question: Question, library: Library, sources: Sequence[Source]) -> list[Draft]:
    """The new wording of the sections that a question names of a text that is not held itself; [] where none is."""
    drafts: list[Draft] = []
    if _OLD.search(question.text):
        return drafts
    for reference in question.references:
        if not (reference.article and reference.number) or match_source(sources, reference) is not None:
            continue
        for source in sources:
            amended = [number for text in source.amends for number in cited_numbers(text)]
            if not any(same_number(reference.number, number) for number in amended):
                continue
            view = library.view(source.id)
            behind = _BEHIND.search(question.text) is not None
            asked = [other.clause for other in question.references if other.clause and behind and not other.article]
            found = _quoted(view, reference) or _amending(view, reference, asked)
            drafts += [_draft(view, section) for section in found]
    return list(dict.fromkeys(drafts))


def _quoted(view: View, reference: LegalReference) -> list[Section]:
    """The section within an article that the text quotes whole."""
    section = find_section(view.sections, reference, quoted=True)
    return [section] if section is not None else []


def _amending(view: View, reference: LegalReference, asked: Sequence[str]) -> list[Section]:
    """The sections that open by naming the one asked for; of several those that name most of what is asked."""
    ranked: list[tuple[float, Section]] = []
    for section in view.sections:
        if section.quoted or section.kind not in ("clause", "point"):
            continue
        opening = _OPENS.search(view.document.text[section.start : section.end].split("\n")[0])
        told = read_references(opening[0]) if opening else []
        named = [one for one in told if not one.number and one.article == reference.article]
        clauses = {one.clause for one in told if one.clause}
        if not named or (reference.clause and reference.clause not in clauses):
            continue
        if reference.point and not any(one.point == reference.point for one in named):
            continue
        main = next((one.clause for one in told if one.clause), "")
        ranked.append((float(main in asked) if asked else float(main == reference.clause), section))
    best = max((score for score, _ in ranked), default=0.0)
    return [section for score, section in ranked if not reference.clause or score == best]


def _draft(view: View, section: Section) -> Draft:
    evidence = view.evidence(section.start, section.end)
    return Draft(evidence.quote, (evidence,))
